"""Where a page's raw text has what was read from it."""

import re
from collections.abc import Iterator
from html import escape
from typing import Final

from dabir.archive.importers.record import PageRecord, Span

_WORDS: Final = 4
"""A text whose markup is mixed with tags is found by so many first and last words."""
_GAP: Final = r"(?:\s|&nbsp;|<[^<>]{0,300}>){1,20}"


def locate(raw: str, record: PageRecord) -> dict[str, Span]:
    """Return for each text of a record from where to where the raw page says it.

    A text is looked for after the one before it, then anywhere; what entities or tags
    disguise beyond recognition has no span.
    """
    spans: dict[str, Span] = {}
    behind = 0
    for name, text in _texts(record):
        span = _find(raw, text, behind) or _find(raw, text, 0)
        if span:
            spans[name] = span
            behind = span.start if name.startswith("body") else behind
    return spans


def _texts(record: PageRecord) -> Iterator[tuple[str, str]]:
    yield from (("headline", record.headline), ("kicker", record.kicker), ("lead", record.lead))
    yield from ((f"body.{number}", text) for number, text in enumerate(record.body, start=1))
    yield from (
        (f"related.{number}", row.headline) for number, row in enumerate(record.related, start=1)
    )
    if record.attribution:
        yield "attribution", record.attribution.phrase


def _find(raw: str, text: str, start: int) -> Span | None:
    if not text:
        return None
    for written in (text, escape(text, quote=False)):
        at = raw.find(written, start)
        if at >= 0:
            return Span(at, at + len(written))
    return _find_ends(raw, text, start)


def _find_ends(raw: str, text: str, start: int) -> Span | None:
    """Return the stretch from the first words of a text to its last ones."""
    words = text.split()
    if len(words) < _WORDS:
        return None
    first = re.compile(_GAP.join(map(re.escape, words[:_WORDS])))
    last = re.compile(_GAP.join(map(re.escape, words[-_WORDS:])))
    opening = first.search(raw, start)
    closing = (
        last.search(raw, opening.start(), opening.start() + 8 * len(text) + 2000)
        if opening
        else None
    )
    return Span(opening.start(), closing.end()) if opening and closing else None
