"""A story as its own page shows it."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Final

from django.conf import settings
from wagtail.documents.models import Document

from dabir.newsroom.models import Story, Writer
from dabir.press.ledger import Reading, digest
from dabir.press.pages.shown.bodies import Block, blocks, count_words, named_in
from dabir.press.pages.shown.case import Around, card, case
from dabir.press.pages.shown.parts import (
    BylineRead,
    CorrectionShown,
    Parts,
    SourceShown,
    read_bylines,
)
from dabir.press.pages.shown.records import (
    Card,
    Name,
    Related,
    SectionShown,
    TopicShown,
    card_facts,
    card_records,
    related,
    show_topic,
    updated_at,
)

SUGGESTED: Final = 5
"""So many suggested stories stand beside one at most."""


@dataclass(frozen=True, slots=True)
class StoryShown:
    """A story on its own page."""

    card: Card
    share_picture: str
    """Address of a 1200 by 630 JPEG for those who share the page; "" without a picture."""
    bullets: tuple[str, ...]
    body: tuple[Block, ...]
    further_sections: tuple[SectionShown, ...]
    topics: tuple[TopicShown, ...]
    bylines: tuple[Name, ...]
    source: SourceShown | None
    dateline: str
    picture_caption: str
    updated_at: datetime | None
    corrections: tuple[CorrectionShown, ...]
    related: tuple[Related, ...]
    short_address: str
    """The whole address with host, by code alone: what is copied, printed and in the QR code."""
    words: int


def whole_facts(story: Story, parts: Parts) -> str:
    """Return the digest of what a story's own page shows of it."""
    return digest(
        card_facts(story),
        story.last_published_at,
        story.bullets,
        parts.body,
        story.dateline,
        story.picture_caption,
        parts.further_sections,
        [topic.pk for topic in parts.topics],
        _over(parts.bylines),
        parts.source,
        parts.corrections,
        parts.related or parts.suggested,
    )


def place_facts(story: Story, further_sections: Iterable[int], topics: Iterable[int]) -> str:
    """Return the digest of where a story belongs: its sections and topics, by their keys."""
    return digest(story.section_id, sorted(further_sections), sorted(topics))


def names_facts(bylines: Iterable[BylineRead]) -> str:
    """Return the digest of whose names stand over a story."""
    return digest(_over(bylines))


def _over(bylines: Iterable[BylineRead]) -> list[tuple[int | None, str]]:
    return [(byline.writer, byline.guest) for byline in bylines]


def names(codes: Collection[int], reading: Reading) -> dict[int, tuple[Name, ...]]:
    """Return the names over stories by code, in one query, and tell ``reading``."""
    found = read_bylines(codes)
    for code in codes:
        reading.show(f"story:{code}", "names", names_facts(found[code]))
    return {code: tuple(name(each, reading) for each in found[code]) for code in codes}


def name(byline: BylineRead, reading: Reading) -> Name:
    """Return a name over a story; of a writer, tell ``reading``."""
    if byline.writer is None:
        return Name(byline.guest, "")
    found = Name(byline.name or "", byline.title or "")
    reading.show(f"writer:{byline.writer}", "whole", digest(found))
    return found


def writer_facts(record: Writer) -> str:
    """Return the digest of what pages show of a writer."""
    return digest(Name(record.name, record.title))


def around(stories: Collection[tuple[Story, Parts]]) -> Around:
    """Return what whole stories show that is not their own, in five queries at most."""
    named: dict[str, set[int]] = {"picture": set(), "story": set(), "document": set()}
    for story, parts in stories:
        named["picture"].add(story.picture_id)
        named["story"].update(link.code for link in parts.related if link.code)
        named["story"].update(parts.suggested)
        for kind, key in named_in(parts.body):
            named[kind].add(key)
    shared = case()
    shared.album.add(named["picture"])
    return Around(
        sections=shared.sections,
        album=shared.album,
        videos=_videos(named["document"] - {None}),
        others=card_records(named["story"] - {None}),
    )


def _videos(keys: set[int]) -> dict[int, str]:
    documents = Document.objects.in_bulk(keys) if keys else {}
    return {key: document.file.url for key, document in documents.items()}


def story(record: Story, parts: Parts, around: Around, reading: Reading) -> StoryShown:
    """Return a story as its own page shows it."""
    reading.show(f"story:{record.pk}", "whole", whole_facts(record, parts))
    body = tuple(blocks(parts.body, reading, around))
    for topic in parts.topics:
        show_topic(topic, reading)
    return StoryShown(
        card=card(record, reading, around),
        share_picture=around.album.share(record.picture_id),
        bullets=tuple(str(bullet) for bullet in record.bullets or ()),
        body=body,
        further_sections=tuple(around.sections[key] for key in parts.further_sections),
        topics=parts.topics,
        bylines=tuple(name(each, reading) for each in parts.bylines),
        source=parts.source,
        dateline=record.dateline,
        picture_caption=record.picture_caption,
        updated_at=updated_at(record),
        corrections=parts.corrections,
        related=tuple(_related(parts, around, reading)),
        short_address=f"{settings.ADDRESS}{record.get_absolute_url()}",
        words=sum(count_words(block.html) for block in body if block.kind == "paragraph"),
    )


def _related(parts: Parts, around: Around, reading: Reading) -> Iterator[Related]:
    """Yield the stories beside this one: the editor's, or else the first suggested ones."""
    for link in parts.related:
        other = around.others.get(link.code) if link.code else None
        if found := related(other, reading, link.kicker, link.headline):
            yield found
    if not parts.related:
        yield from islice(_suggested(parts, around, reading), SUGGESTED)


def _suggested(parts: Parts, around: Around, reading: Reading) -> Iterator[Related]:
    """Yield the suggested stories that readers may see; of one that is gone, tell ``reading``."""
    for code in parts.suggested:
        other = around.others.get(code)
        if other is None:
            reading.show(f"story:{code}", "card", "")
        elif found := related(other, reading):
            yield found
