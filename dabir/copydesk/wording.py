"""Help for rules that know a word by how it is written.

A rule gives a function from a written part of a word (what stands between blanks and
half-spaces) to what is right, or None. Such a function is asked for every word of all
copy, so it is to be cached; most words are common ones.
"""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from dabir.copydesk.house import House
from dabir.copydesk.paragraph import Line, Paragraph
from dabir.copydesk.pieces import NO_WORDS
from dabir.persian.letters import HALF_SPACE, TATWEEL, persian_letters

KEPT: Final = 200_000
"""Forms of words that are remembered."""


class Part(NamedTuple):
    """A part of a word as written, and where it stands."""

    text: str
    start: int
    end: int


def parts(paragraph: Paragraph) -> list[Part]:
    """Return the parts of all words, in their order."""
    return _parts_of(paragraph.line)


@lru_cache(8)
def _parts_of(line: Line) -> list[Part]:
    text, new = line.text, tuple.__new__  # a named tuple's own __new__ costs twice as much
    return [
        new(Part, (text[start:end], start, end))
        for word, start, end, _ in line.pieces
        if word not in NO_WORDS
    ]


@lru_cache(8)
def _forms_of(line: Line) -> frozenset[str]:
    """Return the parts of all words as they are written, each once."""
    return frozenset([part[0] for part in _parts_of(line)])


def wrong_parts(
    paragraph: Paragraph, right: Callable[[str], str | None]
) -> Iterator[tuple[Part, str]]:
    """Yield the parts that ``right`` would have otherwise, each with what is right."""
    if silent(paragraph, right):
        return
    for part in parts(paragraph):
        better = right(part.text)
        if better is not None:
            yield part, better


def silent(paragraph: Paragraph, speaks: Callable[[str], object]) -> bool:
    """Say whether ``speaks`` has nothing to say of any part, at the cost of one look for most."""
    return _quiet(speaks).has(_forms_of(paragraph.line))


class _Quiet:
    """The forms of words that a function has nothing to say of, as far as it was asked."""

    def __init__(self, speaks: Callable[[str], object]) -> None:
        self._speaks = speaks
        self._forms: set[str] = set()

    def has(self, forms: frozenset[str]) -> bool:
        """Say whether nothing is to be said of any of the forms."""
        if forms <= self._forms:
            return True
        new = forms - self._forms
        quiet = [form for form in new if not self._speaks(form)]
        if len(self._forms) > KEPT:
            self._forms = set()
        self._forms.update(quiet)
        return len(quiet) == len(new)


@lru_cache(64)
def _quiet(speaks: Callable[[str], object]) -> _Quiet:
    return _Quiet(speaks)


def plain(written: str) -> str:
    """Return ``written`` in Persian letters and without tatweel; vowel signs stay."""
    return persian_letters(written).replace(TATWEEL, "")


def is_on(house: House, switch: str, default: bool = True) -> bool:
    """Say whether a rule, or a part of one, is on in this house."""
    return house.switches.get(switch, default)


def table(lines: str) -> dict[str, str]:
    """Return what lines of «wrong:right» say; «|» is a half-space there and «_» a blank."""
    pairs = (entry.split(":") for entry in lines.split())
    return {_named(wrong): _named(right) for wrong, right in pairs}


def _named(entry: str) -> str:
    return entry.replace("|", HALF_SPACE).replace("_", " ")
