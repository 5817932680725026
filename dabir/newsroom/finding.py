"""How editors find published stories by words: the newsroom asks the room that keeps the search.

The archive stands above the newsroom and gives its search here; without one, or while it is
away, the newsroom looks into headlines itself.
"""

from collections.abc import Callable

Finder = Callable[[str], list[int] | None]
"""What was typed -> codes of stories that readers see, the best first; None where it is away."""

_finders: list[Finder] = []


def give_finder(finder: Finder) -> None:
    """Let ``finder`` find stories for the story list and the story chooser."""
    _finders[:] = [finder]


def find(typed: str) -> list[int] | None:
    """Return the codes that are found, or None where nobody can say."""
    return _finders[0](typed) if _finders else None
