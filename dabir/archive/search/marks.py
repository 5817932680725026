"""What was found, marked in the text as it was typed; endings stay with their word."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from dabir.archive.search.analysis import Analyser, ReadWord

LONGEST: Final = 240
"""Characters of an extract."""


class Stretch(NamedTuple):
    """A stretch of text, and whether it was looked for."""

    text: str
    is_found: bool


def marked(text: str, wanted: frozenset[str], analyser: Analyser) -> list[Stretch]:
    """Return ``text`` cut into what was looked for and the rest."""
    return list(_cut(text, 0, len(text), _found(text, wanted, analyser)))


def extract(
    texts: Sequence[str], wanted: frozenset[str], analyser: Analyser, longest: int = LONGEST
) -> list[Stretch]:
    """Return the stretch of the texts with most of what is wanted; empty where nothing is.

    It begins and ends between words, with «…» where something is left out.
    """
    best: tuple[int, str, int, int, list[ReadWord]] | None = None
    for text in texts:
        found = _found(text, wanted, analyser)
        for place, word in enumerate(found):
            near = [w for w in found[place : place + 12] if w.end - word.start <= longest]
            score = len({w.compound or w.terms for w in near})
            if best is None or score > best[0]:
                best = score, text, word.start, near[-1].end if near else word.end, found
    if best is None:
        return []
    _, text, first, last, found = best
    start, end = _window(text, first, last, longest)
    cut = list(_cut(text, start, end, found))
    head = [Stretch("… ", False)] if start else []
    return head + cut + ([Stretch(" …", False)] if end < len(text) else [])


def _found(text: str, wanted: frozenset[str], analyser: Analyser) -> list[ReadWord]:
    return [
        word
        for word in analyser.words_of(text)
        if word.compound in wanted or any(term in wanted for term in word.terms)
    ]


def _window(text: str, first: int, last: int, longest: int) -> tuple[int, int]:
    """Return where the extract around these places begins and ends."""
    spare = max(longest - (last - first), 0)
    start, end = max(first - spare // 3, 0), min(last + spare, len(text))
    if start:
        start = text.find(" ", start, first) + 1 or first
    if end < len(text):
        end = text.rfind(" ", last, end)
        end = last if end < 0 else end
    return start, end


def _cut(text: str, start: int, end: int, found: Sequence[ReadWord]) -> Iterator[Stretch]:
    at = start
    for word in found:
        if word.start < at or word.end > end:
            continue
        if word.start > at:
            yield Stretch(text[at : word.start], False)
        yield Stretch(text[word.start : word.end], True)
        at = word.end
    if at < end:
        yield Stretch(text[at:end], False)
