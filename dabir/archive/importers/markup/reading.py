"""Reads a story page by its markup."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Final

from dabir.archive.importers import codes
from dabir.archive.importers.attribution import Evidence, Found, read_attribution
from dabir.archive.importers.datelines import read_dateline
from dabir.archive.importers.facts import (
    CODE_FROM_ADDRESS,
    DAY_FROM_CODE,
    NO_CODE,
    NO_DAY,
    day_in_code,
)
from dabir.archive.importers.families import USUAL, Family, recognise
from dabir.archive.importers.flat_text import FOREIGN_REMARK, read_page
from dabir.archive.importers.lines import key
from dabir.archive.importers.locating import locate
from dabir.archive.importers.markup import general, stated
from dabir.archive.importers.markup.blocks import Walk
from dabir.archive.importers.markup.cleaning import Clean, clean
from dabir.archive.importers.markup.dom import Dom, Element, parse
from dabir.archive.importers.markup.figures import picture_of
from dabir.archive.importers.markup.head import Head, find_headline, read_around
from dabir.archive.importers.markup.hints import Hints, read_hints
from dabir.archive.importers.markup.readers import read_readers
from dabir.archive.importers.markup.texts import line_of, lines_of
from dabir.archive.importers.record import (
    BlockKind,
    Headlines,
    NoStory,
    PageRecord,
    PictureTold,
)

ENOUGH: Final = 80
"""A box of this many signs is believed to be the body by its name."""
READ_BY_LINES: Final = "The page's markup was not enough; it was read line by line."
NO_MARKUP: Final = "There is no markup in it that could be read."
NO_HEADLINE: Final = "No headline was found on the page."
NO_BODY: Final = "The page has a headline, but no text below it."


def read_html(text: str, address: str = "") -> PageRecord:
    """Return the story that a page tells; ``address`` is where it was found, if known.

    Raises NoStory where it tells none.
    """
    dom = parse(text)
    if dom is None:
        raise NoStory(NO_MARKUP)
    hints = read_hints(dom)
    family = recognise(dom, hints.generator)
    families = (family, USUAL) if family else (USUAL,)
    page = _Page(dom, families, hints, address)
    record = page.read()
    if record is None or (not record.body and not record.lead and not record.blocks):
        record = _read_lines(page, record)
    return replace(record, spans=locate(text, record))


class _Page:
    """One page and what is known of it."""

    def __init__(self, dom: Dom, families: tuple[Family, ...], hints: Hints, address: str) -> None:
        self.dom, self.families, self.hints, self.address = dom, families, hints, address

    def read(self) -> PageRecord | None:
        """Return what the markup tells; None where it has no headline or no body."""
        head = find_headline(self.dom, self.families, self.hints)
        body = self._body()
        if not head.headline or body is None:
            return None
        read_around(head, self.dom, self.families, body)
        walk = Walk(body, head.used)
        said = {key(head.headline), key(head.kicker)} - {""}
        found = clean(walk.told, walk.related, said)
        return self._record(head, found)

    def _body(self) -> Element | None:
        """Return the box of the body: by its name, or else as readability finds it."""
        for family in self.families:
            for selector in family.body:
                boxes = list(self.dom.find(selector))
                box = max(boxes, key=lambda each: len(line_of(each)), default=None)
                if box is not None and len(line_of(box)) >= ENOUGH:
                    return box
        if self.families[0] is not USUAL and (box := self._any_box()) is not None:
            return box
        return general.find_body(self.dom)

    def _any_box(self) -> Element | None:
        """Return the box of a family's body that has few words: a picture story's."""
        return next(
            (box for box in self.dom.find(*self.families[0].body) if len(box) or line_of(box)), None
        )

    # The record ------------------------------------------------------------------------------
    def _record(self, head: Head, found: Clean) -> PageRecord:
        code, code_remarks = self.code(found.facts)
        published, updated = stated.read_days(self.dom, self.families, self.hints)
        if published is None and (published := day_in_code(code)):
            code_remarks.append(DAY_FROM_CODE)
        published = published or self._day_by_lines()
        path = stated.read_section(self.dom, self.families, self.hints, head.headline)
        lead = head.lead
        source = self._source(found.body, lead, bool(found.end_marks))
        remarks = [*code_remarks, *([] if published else [NO_DAY]), *_remarks(source)]
        addresses = stated.read_addresses(self.dom, self.families, self.hints, self.address)
        picture, blocks = self._picture(found)
        return PageRecord(
            headline=head.headline,
            kicker=head.kicker,
            lead=lead,
            code=code,
            published=published,
            updated=updated,
            body=found.body,
            attribution=source.attribution if source else None,
            end_marks=tuple(found.end_marks),
            related=self._related(head, found),
            comments=stated.read_counters(self.dom, self.families),
            byline=found.byline or stated.read_byline(self.dom, self.families, self.hints),
            section=path[-1] if path else "",
            section_path=path,
            topics=stated.read_topics(self.dom, self.families, self.hints),
            address=addresses[0] if addresses else "",
            addresses=addresses,
            unsure=tuple(remarks),
            blocks=blocks,
            bullets=head.bullets,
            dateline=_dateline(lead, found.body),
            desk=_desk(found.end_marks),
            picture=picture,
            readers=read_readers(self.dom, self.families),
            family=self.families[0].name,
        )

    def code(self, facts: Iterable[str]) -> tuple[int | None, list[str]]:
        """Return the story's code, and what is to be said of it."""
        code, _ = stated.read_code(self.dom, self.families, self.hints)
        code = code or next((told for line in facts if (told := codes.read_code(line))), None)
        if code:
            return code, []
        for address in (self.address, *self.hints.addresses):
            if address and (found := codes.read_code_in_address(address)):
                return found, [CODE_FROM_ADDRESS.format(found)]
        return None, [NO_CODE]

    def _day_by_lines(self) -> datetime | None:
        """Return the day of publication as a reader of the page's lines finds it."""
        try:
            return read_page("\n".join(lines_of(self.dom.root, apart=True))).published
        except NoStory:
            return None

    def _source(self, body: tuple[str, ...], lead: str, signed: bool) -> Found | None:
        found = (codes.host_of(each) for each in (self.address, *self.hints.addresses) if each)
        hosts = frozenset(host for host in found if "." in host)
        return read_attribution(body, lead, Evidence(hosts, signed))

    def _related(self, head: Head, found: Clean) -> tuple[Headlines, ...]:
        """Return related stories: those between the paragraphs, then those of the page's box."""
        said = dict.fromkeys((*found.related, *stated.read_related(self.dom, self.families)))
        own = key(head.headline)
        return tuple(Headlines("", words) for words in said if key(words) != own)

    def _picture(self, found: Clean) -> tuple[PictureTold | None, tuple]:  # type: ignore[type-arg]
        """Return the story's picture, and the blocks without it where it opens the body."""
        blocks = found.blocks
        for family in self.families:
            for image in self.dom.find(*family.picture):
                picture = picture_of(image, _caption_near(image))
                if picture and not any(_same(picture, block.picture) for block in blocks):
                    return picture, blocks
        if blocks and blocks[0].kind == BlockKind.PICTURE:
            return blocks[0].picture, blocks[1:]
        return None, blocks


def _same(one: PictureTold, other: PictureTold | None) -> bool:
    return other is not None and one.address == other.address


def _caption_near(image: Element) -> str:
    figure = next(image.iterancestors("figure"), None)
    caption = next(figure.iter("figcaption"), None) if figure is not None else None
    return line_of(caption)


def _dateline(lead: str, body: tuple[str, ...]) -> str:
    return next((place for text in (lead, *body[:1]) if (place := read_dateline(text)[0])), "")


def _desk(end_marks: list[str]) -> str:
    """Return the number that a desk signs with."""
    digits = ("".join(filter(str.isdecimal, mark)) for mark in end_marks)
    return next((number for number in digits if number), "")


def _remarks(source: Found | None) -> Iterator[str]:
    if source is not None and not source.sure:
        yield FOREIGN_REMARK.format(source.attribution.outlet)


# Line by line --------------------------------------------------------------------------------
def _read_lines(page: _Page, record: PageRecord | None) -> PageRecord:
    """Return what the page says line by line, with the facts that its markup states."""
    try:
        told = read_page("\n".join(lines_of(page.dom.root, apart=True)))
    except NoStory as error:
        if record is not None and record.headline and record.picture:
            return record
        raise NoStory(str(error) if record is None else NO_BODY) from None
    code, remarks = page.code(())
    published, updated = stated.read_days(page.dom, page.families, page.hints)
    addresses = stated.read_addresses(page.dom, page.families, page.hints, page.address)
    path = stated.read_section(page.dom, page.families, page.hints, told.headline)
    return replace(
        told,
        code=told.code or code,
        published=told.published or published,
        updated=told.updated or updated,
        topics=told.topics or stated.read_topics(page.dom, page.families, page.hints),
        section=told.section or (path[-1] if path else ""),
        section_path=path,
        addresses=addresses,
        address=addresses[0] if addresses else told.address,
        family=page.families[0].name,
        unsure=(
            READ_BY_LINES,
            *_kept(told.unsure, published),
            *([] if told.code else remarks),
        ),
    )


def _kept(remarks: tuple[str, ...], day: object) -> Iterator[str]:
    """Yield the remarks that are still true once markup has told code and day."""
    for remark in remarks:
        if not (remark == NO_CODE or (remark == NO_DAY and day)):
            yield remark
