"""Help for rules that know a word by how it is written.

A rule gives a function from a written part of a word (what stands between blanks and
half-spaces) to what is right, or None. Such a function is asked for every word of all
copy, so it is to be cached; most words are common ones.
"""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from dabir.copydesk.house import House
from dabir.copydesk.paragraph import Line, Paragraph
from dabir.copydesk.pieces import NO_WORDS
from dabir.persian.letters import HALF_SPACE, TATWEEL, persian_letters


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
def _texts_of(line: Line) -> list[str]:
    return [part[0] for part in _parts_of(line)]


def texts(paragraph: Paragraph) -> list[str]:
    """Return the parts of all words as they are written, in their order."""
    return _texts_of(paragraph.line)


def wrong_parts(
    paragraph: Paragraph, right: Callable[[str], str | None]
) -> Iterator[tuple[Part, str]]:
    """Yield the parts that ``right`` would have otherwise, each with what is right."""
    # Nearly all parts are right: they pass through map alone, without a turn of the loop.
    judged = list(map(right, texts(paragraph)))
    if any(judged):
        yield from (
            (part, better)
            for part, better in zip(parts(paragraph), judged, strict=True)
            if better is not None
        )


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
