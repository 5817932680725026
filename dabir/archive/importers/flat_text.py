"""Reads a story page that is known as flat text: what a reader sees, line by line.

page.open_page()   lines and what each is
runs.find_body()   the run of paragraphs that weighs most
head.read_head()   headline, kicker, lead, the related pair at the top
foot.read_foot()   the body's end, end marks, related stories, tags, counters
facts              code, days, section, address
attribution        the source line
"""

from typing import Final

from dabir.archive.importers import facts, foot
from dabir.archive.importers.attribution import Evidence, Found, read_attribution
from dabir.archive.importers.foot import Foot
from dabir.archive.importers.head import Head, read_head
from dabir.archive.importers.page import Page, open_page
from dabir.archive.importers.record import Headlines, NoStory, PageRecord, Span
from dabir.archive.importers.runs import find_body

FOREIGN_REMARK: Final = "«{}» is taken for another outlet's name, not the paper's own."


def read_page(text: str) -> PageRecord:
    """Return the story that a page's text tells. Raises NoStory where it tells none."""
    page = open_page(text)
    run = find_body(page)
    if run is None:
        raise NoStory("No paragraph was found on the page, only short lines.")
    head = read_head(page, run)
    if head is None:
        raise NoStory("The page has paragraphs, but no headline above them.")
    if not head.body and head.lead is None:
        raise NoStory("The page has a headline, but no text below it.")
    return _record(page, head, foot.read_foot(page, head))


def _record(page: Page, head: Head, tail: Foot) -> PageRecord:
    told = facts.read_facts(page, head, tail.ends)
    source = _source(page, head, tail)
    return PageRecord(
        headline=page.lines[head.headline].text,
        kicker=_text(page, head.kicker),
        lead=_text(page, head.lead),
        code=told.code,
        published=told.published,
        updated=told.updated,
        body=tuple(tail.body),
        attribution=source.attribution if source else None,
        end_marks=tuple(tail.end_marks),
        related=(*_related_above(page, head), *tail.related),
        comments=tail.comments,
        byline=told.byline,
        section=told.section,
        topics=tuple(tail.topics),
        address=told.address,
        unsure=(*told.unsure, *tail.unsure, *_remarks(source)),
        spans=_spans(page, head, tail, source) | told.spans | tail.spans,
    )


def _text(page: Page, at: int | None) -> str:
    return "" if at is None else page.lines[at].text


def _source(page: Page, head: Head, tail: Foot) -> Found | None:
    evidence = Evidence(facts.hosts(page), bool(tail.end_marks))
    return read_attribution(tail.body, _text(page, head.lead), evidence)


def _remarks(source: Found | None) -> tuple[str, ...]:
    if source is None or source.sure:
        return ()
    return (FOREIGN_REMARK.format(source.attribution.outlet),)


def _related_above(page: Page, head: Head) -> list[Headlines]:
    return [Headlines(_text(page, kicker), _text(page, at)) for kicker, at in head.related]


def _spans(page: Page, head: Head, tail: Foot, source: Found | None) -> dict[str, Span]:
    """Return where the head's texts and the source line stand in the raw text."""
    places = {"headline": head.headline, "kicker": head.kicker, "lead": head.lead}
    for number, (kicker, at) in enumerate(head.related, start=1):
        places |= {f"related.{number}.kicker": kicker, f"related.{number}": at}
    spans = {name: _span(page, at) for name, at in places.items() if at is not None}
    if source:
        starts = [*(span.start for span in tail.body_spans), spans.get("lead", Span(0, 0)).start]
        start = starts[source.text]
        spans["attribution"] = Span(start + source.start, start + source.end)
    return spans


def _span(page: Page, at: int) -> Span:
    return Span(page.lines[at].start, page.lines[at].end)
