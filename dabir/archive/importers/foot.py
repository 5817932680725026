"""What follows the head: the body to its end, end marks, related stories, tags, counters."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from dabir.archive.importers import codes, end_marks
from dabir.archive.importers.counters import read_comments
from dabir.archive.importers.furniture import behind_label
from dabir.archive.importers.head import Head
from dabir.archive.importers.kinds import Kind
from dabir.archive.importers.lines import Line
from dabir.archive.importers.page import Page
from dabir.archive.importers.record import (
    HEADLINE_LENGTH,
    TOPIC_LENGTH,
    Comments,
    Headlines,
    Span,
)

CLOSING_LINES: Final = 2
"""So many short lines may close a body: a name and an office, the poem's last verse."""
HEADLINE_WORDS: Final = 6
SENTENCE: Final = 95
"""A line of this length is told, not a headline, where it stands below the body."""
ENDING: Final = {
    Kind.END_MARK, Kind.DESK_CODE, Kind.META, Kind.TAGS, Kind.RELATED, Kind.ADDRESS,
    Kind.COUNTER, Kind.READERS,
}  # fmt: skip
"""Furniture that stands right below a body."""
_ANNOUNCES: Final = re.compile(r"(?:است|شرح|شرح زیر|زیر|ذیل|قرار|عبارتند از) ?:$|، ?$")
_LIST_BULLET: Final = re.compile(r"^[^\w«»\"(\[]+")
_LISTED: Final = ("*", "-", "–", "•", "1", "2", "3", "۱", "۲", "۳")
MARK_WITHIN: Final = 4
"""So many lines below the body, at most, an end mark stands."""


@dataclass(slots=True)
class Foot:
    body: list[str] = field(default_factory=list)
    body_spans: list[Span] = field(default_factory=list)
    ends: int = 0
    """The last line of the body, or of the head where there is no body."""
    end_marks: list[str] = field(default_factory=list)
    related: list[Headlines] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    comments: Comments | None = None
    unsure: list[str] = field(default_factory=list)
    spans: dict[str, Span] = field(default_factory=dict)


def read_foot(page: Page, head: Head) -> Foot:
    """Return the body of the page, and all that stands below it."""
    foot = Foot(ends=head.repeated if head.lead is None else max(head.repeated, head.lead))
    kept = close_body(page, head.body)
    foot.ends = kept[-1] if kept else foot.ends
    _read_end_marks(page, kept, foot)
    _read_body(page, kept, foot)
    _read_related(page, head, foot)
    _read_topics(page, foot)
    foot.comments = read_comments([page.lines[at].plain for at in page.of(Kind.COUNTER)])
    foot.unsure.extend(_left_out(page, [at for at in head.body if at not in kept]))
    _note(page, foot, "comments", next(page.of(Kind.COUNTER), None))
    return foot


def _note(page: Page, foot: Foot, name: str, at: int | None) -> None:
    if at is not None:
        foot.spans[name] = Span(page.lines[at].start, page.lines[at].end)


# The body ----------------------------------------------------------------------------------
def close_body(page: Page, below: list[int]) -> list[int]:
    """Return the body's lines: up to the last paragraph, and what closes it.

    Short lines below the last paragraph are names, results or verses where they stand as the
    paragraphs do, and few, or before the page's own furniture. Headlines and what stands
    behind a tool are a list of the site's.
    """
    told = [number for number, at in enumerate(below) if _is_told(page.lines[at])]
    if not told:
        return below
    kept, rest = below[: told[-1] + 1], below[told[-1] + 1 :]
    return kept + rest if _closes(page, kept, rest) else kept


def _closes(page: Page, kept: list[int], rest: list[int]) -> bool:
    """Say whether the short lines ``rest`` belong to the body."""
    if rest != list(range(kept[-1] + 1, kept[-1] + 1 + len(rest))):
        return False
    if _announces(page.lines[kept[-1]]):
        return True
    gaps = [page.lines[at].gap for at in kept[1:]]
    spaced = sum(gaps) * 2 > len(gaps)
    if len(rest) <= CLOSING_LINES:
        return all(page.lines[at].gap == spaced for at in rest)
    ended = bool(rest) and rest[-1] + 1 < len(page) and page.kinds[rest[-1] + 1] in ENDING
    headlines = sum(_is_headline_like(page.lines[at]) for at in rest)
    return ended and headlines * 2 < len(rest)


def _is_headline_like(line: Line) -> bool:
    return len(line.words) >= HEADLINE_WORDS and not line.text.startswith(_LISTED)


def _is_told(line: Line) -> bool:
    """Say whether a line says a whole sentence."""
    closed = line.ends_a_sentence or line.plain.endswith(("؟", "!", "»"))
    return line.is_prose or closed or len(line.plain) >= SENTENCE or _announces(line)


def _announces(line: Line) -> bool:
    """Say whether a line says that a list follows: «… به این شرح است:»."""
    return bool(_ANNOUNCES.search(line.plain))


def _left_out(page: Page, places: list[int]) -> Iterator[str]:
    for at in places:
        yield f"Left out below the body: «{page.lines[at].text[:80]}»"


def _read_body(page: Page, kept: list[int], foot: Foot) -> None:
    for number, at in enumerate(kept, start=1):
        line = page.lines[at]
        parted = end_marks.part(line.text) if at == kept[-1] else end_marks.Parted(line.text, "")
        span = Span(line.start, line.start + len(parted.text))
        foot.body.append(parted.text)
        foot.body_spans.append(span)
        foot.spans[f"body.{number}"] = span
        if parted.mark:
            foot.end_marks.insert(0, parted.mark)
            start = line.start + line.text.rindex(parted.mark)
            foot.spans["end_marks"] = Span(start, start + len(parted.mark))


def _read_end_marks(page: Page, kept: list[int], foot: Foot) -> None:
    """Take the end marks below the body: desk codes only right below it."""
    for at in range(foot.ends + 1, min(foot.ends + 1 + MARK_WITHIN, len(page))):
        kind = page.kinds[at]
        if kind in {Kind.END_MARK, Kind.DESK_CODE}:
            foot.end_marks.append(page.lines[at].text)
            _note(page, foot, "end_marks", at)
        elif kind is not Kind.TOOL and not codes.LABELLED.search(page.lines[at].plain):
            return


# Related stories and tags --------------------------------------------------------------
def _read_related(page: Page, head: Head, foot: Foot) -> None:
    """Take the headlines under the labels, each once, and never the story's own."""
    seen = {page.lines[head.headline].key} | {page.lines[at].key for _, at in head.related}
    number = len(head.related)
    for at, text, start in _related(page):
        line = page.lines[at]
        if line.key in seen or not 0 < len(text) <= HEADLINE_LENGTH:
            continue
        seen.add(line.key)
        number += 1
        foot.related.append(Headlines("", text))
        foot.spans[f"related.{number}"] = Span(start, start + len(text))


def _related(page: Page) -> Iterator[tuple[int, str, int]]:
    """Yield line, text and place of each headline under or behind a label."""
    for at in page.of(Kind.RELATED, Kind.RELATED_ITEM):
        line = page.lines[at]
        if page.kinds[at] is Kind.RELATED_ITEM:
            text = _without_bullet(line)
        elif behind_label(line.plain):
            text = line.text.partition(":")[2].strip()
        else:
            continue
        yield at, text, line.end - len(text)


def _without_bullet(line: Line) -> str:
    """Return a list's item as written, without the bullet before it."""
    return _LIST_BULLET.sub("", line.text)


def _read_topics(page: Page, foot: Foot) -> None:
    for at in page.of(Kind.TAGS, Kind.TAG):
        line = page.lines[at]
        if page.kinds[at] is Kind.TAG:
            foot.topics.extend(_topics(_without_bullet(line)))
        elif behind_label(line.plain):
            foot.topics.extend(_topics(line.text.partition(":")[2]))
        _note(page, foot, "topics", at)
    foot.topics = list(dict.fromkeys(foot.topics))


def _topics(text: str) -> Iterator[str]:
    for part in re.split(r"[،,|؛#]", text):
        topic = part.strip().replace("_", " ")
        if 0 < len(topic) <= TOPIC_LENGTH:
            yield topic
