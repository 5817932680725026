"""A story as its own page shows it."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

import segno
from django.conf import settings
from markupsafe import Markup

from dabir.newsroom.models import Story, Writer
from dabir.press.ledger import Reading, digest
from dabir.press.pages.shown.bodies import Block, blocks
from dabir.press.pages.shown.records import (
    Card,
    Related,
    SectionShown,
    TopicShown,
    card,
    card_facts,
    related,
    section,
    share_picture,
    topic,
    updated_at,
)


@dataclass(frozen=True, slots=True)
class Name:
    """Somebody over a story; a guest has no title."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class SourceShown:
    """«به گزارش own_outlet به نقل از outlet»; own_outlet is the paper where none is written."""

    own_outlet: str
    outlet: str
    via: str
    city: str
    kind: str
    address: str


@dataclass(frozen=True, slots=True)
class CorrectionShown:
    text: str
    made_at: datetime


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


def whole_facts(story: Story) -> str:
    """Return the digest of what a story's own page shows of it."""
    return digest(
        card_facts(story),
        story.last_published_at,
        story.bullets,
        story.body.get_prep_value() if story.body else "",
        story.dateline,
        story.picture_caption,
        story.comments_closed,
        sorted(section.pk for section in story.further_sections.all()),
        sorted(topic.pk for topic in story.topics.all()),
        [(name.writer_id, name.guest) for name in story.bylines.all()],
        [str(sorted(vars_of(source).items())) for source in story.sources.all()],
        [(note.text, note.made_at) for note in story.corrections.all()],
        [(link.related_id, link.kicker, link.headline) for link in story.related_stories.all()],
    )


def vars_of(source: Any) -> dict[str, Any]:
    """Return the columns of a record but its key."""
    return {
        field.attname: getattr(source, field.attname)
        for field in source._meta.concrete_fields
        if not field.primary_key
    }


def name(byline: Any, reading: Reading) -> Name:
    if byline.writer is None:
        return Name(byline.guest, "")
    return writer(byline.writer, reading)


def writer(record: Writer, reading: Reading) -> Name:
    found = Name(record.name, record.title)
    reading.show(f"writer:{record.pk}", "whole", digest(found))
    return found


def story(record: Story, reading: Reading) -> StoryShown:
    """Return a story as its own page shows it."""
    reading.show(f"story:{record.pk}", "whole", whole_facts(record))
    found = card(record, reading)
    body = tuple(blocks(record.body, reading))
    return StoryShown(
        card=found,
        share_picture=share_picture(record.picture),
        bullets=tuple(str(bullet) for bullet in record.bullets or ()),
        body=body,
        further_sections=tuple(section(each) for each in record.further_sections.all()),
        topics=tuple(topic(each, reading) for each in record.topics.all()),
        bylines=tuple(name(each, reading) for each in record.bylines.all()),
        source=source(record),
        dateline=record.dateline,
        picture_caption=record.picture_caption,
        updated_at=updated_at(record),
        corrections=tuple(CorrectionShown(c.text, c.made_at) for c in record.corrections.all()),
        related=tuple(
            filter(None, (related_link(link, reading) for link in record.related_stories.all()))
        ),
        short_address=f"{settings.ADDRESS}{record.get_absolute_url()}",
        words=sum(
            len(block.html.striptags().split()) for block in body if block.kind == "paragraph"
        ),
    )


def related_link(link: Any, reading: Reading) -> Related | None:
    return related(link.related, reading, link.kicker, link.headline)


def source(record: Story) -> SourceShown | None:
    found = next(iter(record.sources.all()), None)
    if found is None:
        return None
    return SourceShown(
        found.own_outlet,
        found.outlet,
        found.via,
        found.city,
        found.get_kind_display(),
        found.address,
    )


@lru_cache(maxsize=1024)
def qr_code(address: str) -> Markup:
    """Return the QR code of an address as inline SVG (segno, error correction M)."""
    code = segno.make(address, error="m", micro=False)
    return Markup(  # noqa: S704  segno writes numbers only
        code.svg_inline(scale=1, border=2, omitsize=True, svgclass="qr", lineclass="qr__ink")
    )
