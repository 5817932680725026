"""What a paper has decided: its terms, its names, what it lets pass, its style."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Term:
    """A word or phrase that the house writes another way, or wants to be asked about.

    ``right`` empty: the mark only asks. ``reason`` is shown to the writer, in Persian.
    """

    wrong: str
    right: str = ""
    reason: str = ""


@dataclass(frozen=True)
class House:
    """A paper's own rules for its copy.

    names       names as the house spells them, of one word or several
    exceptions  words and phrases that are right as they stand
    switches    rules and parts of rules on or off against their default, by name
    """

    terms: tuple[Term, ...] = ()
    names: frozenset[str] = frozenset()
    exceptions: frozenset[str] = frozenset()
    switches: Mapping[str, bool] = field(default_factory=dict)
    spare_quotes: bool = False
