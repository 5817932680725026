"""What the paper shows of its records: frozen values, and nothing that is not in them.

A template gets these values and no record, so that it cannot show what the ledger was
not told of. Each function takes the ``Reading`` of the page in print, and tells it.
A preview passes a reading that nobody keeps.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any, Final

import nh3
import segno
from django.conf import settings
from markupsafe import Markup
from wagtail.rich_text import expand_db_html

from dabir.newsroom.models import Paper, Picture, Section, Story, Topic, Writer
from dabir.press.ledger import Reading, digest

WIDTHS: Final = (320, 640, 1280)
"""Widths of a picture's renditions, in pixels: a phone's column, the same at two pixels a
point, and the widest column of a desktop."""
UPDATED_AFTER: Final = timedelta(minutes=10)
"""A story published again sooner than this after its first publication is not called updated."""
_NO_MARKUP: Final = Markup("")
_TEXT_TAGS: Final = {"p", "br", "b", "strong", "i", "em", "a", "sup", "sub", "ul", "ol", "li"}


@dataclass(frozen=True, slots=True)
class SectionShown:
    pk: int
    key: str
    name: str
    description: str
    address: str


@dataclass(frozen=True, slots=True)
class PaperShown:
    """The masthead: on every page."""

    name: str
    motto: str
    short_name: str
    about: str
    contact: str
    sections: tuple[SectionShown, ...]
    comments_open: bool
    site: str
    """The paper's public address without a closing slash, for where one is needed whole."""


@dataclass(frozen=True, slots=True)
class PictureShown:
    address: str
    """The middle rendition."""
    sizes: tuple[tuple[str, int], ...]
    """(address, width in pixels) of every rendition, narrowest first."""
    width: int
    height: int
    alt: str
    credit: str

    @property
    def srcset(self) -> str:
        return ", ".join(f"{address} {width}w" for address, width in self.sizes)


@dataclass(frozen=True, slots=True)
class TopicShown:
    pk: int
    kind: str
    kind_label: str
    name: str
    description: str
    address: str


@dataclass(frozen=True, slots=True)
class Card:
    """A story as another page shows it."""

    code: int
    address: str
    kind: str
    kind_label: str
    kicker: str
    headline: str
    short_headline: str
    """The headline for tight places: the short one where there is one."""
    lead: str
    published_at: datetime
    section: SectionShown
    picture: PictureShown | None

    @property
    def is_advertorial(self) -> bool:
        return self.kind == Story.Kind.ADVERTORIAL


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
class Related:
    """A related story; without an address when it is not in the paper."""

    kicker: str
    headline: str
    address: str


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a body. ``kind`` names it; what it holds is in the other fields.

    paragraph: html; cross_head: text; quote: text, speaker; picture: pictures of one;
    gallery: pictures; video: address, is_file, caption; table: caption, head, rows;
    related: story.
    """

    kind: str
    html: Markup = _NO_MARKUP
    text: str = ""
    speaker: str = ""
    caption: str = ""
    address: str = ""
    is_file: bool = False
    pictures: tuple[tuple[PictureShown, str], ...] = ()
    """(picture, caption) in order."""
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    story: Related | None = None


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


# The paper -----------------------------------------------------------------------------


def section(record: Section) -> SectionShown:
    return SectionShown(
        record.pk, record.key, record.name, record.description, record.get_absolute_url()
    )


def paper_facts() -> PaperShown:
    """Return the masthead as it is now."""
    record = Paper.load()
    return PaperShown(
        name=record.name,
        motto=record.motto,
        short_name=record.short_name or record.name,
        about=record.about,
        contact=record.contact,
        sections=tuple(section(found) for found in Section.objects.all()),
        comments_open=record.comments_open,
        site=settings.ADDRESS,
    )


def paper(reading: Reading) -> PaperShown:
    """Return the masthead, and tell ``reading``."""
    found = paper_facts()
    reading.show("paper", "whole", digest(found))
    return found


# Pictures ------------------------------------------------------------------------------


def picture_facts(record: Picture) -> str:
    """Return the digest of what pages show of a picture."""
    focal = (record.focal_point_x, record.focal_point_y, record.focal_point_width)
    return digest(
        record.file.name,
        record.file_hash,
        record.width,
        record.default_alt_text,
        record.credit,
        focal,
    )


def picture(record: Picture | None, reading: Reading, alt: str = "") -> PictureShown | None:
    """Return a picture's renditions, made where they are missing; None where there is none.

    A file that cannot be read as a picture is no picture: the page is printed without it.
    """
    if record is None:
        return None
    reading.show(f"picture:{record.pk}", "whole", picture_facts(record))
    specs = {width: f"width-{width}|format-webp" for width in WIDTHS if width < record.width}
    specs[min(record.width, WIDTHS[-1])] = f"width-{WIDTHS[-1]}|format-webp"
    try:
        made = record.get_renditions(*specs.values())
    except (OSError, ValueError):
        return None
    found = [made[specs[width]] for width in sorted(specs)]
    middle = found[len(found) // 2]
    return PictureShown(
        address=middle.url,
        sizes=tuple((rendition.url, rendition.width) for rendition in found),
        width=middle.width,
        height=middle.height,
        alt=alt or record.default_alt_text,
        credit=record.credit,
    )


def share_picture(record: Picture | None) -> str:
    """Return the address of the picture that others show beside a link to the page."""
    if record is None:
        return ""
    try:
        address: str = record.get_rendition("fill-1200x630|format-jpeg").url
    except (OSError, ValueError):
        return ""
    return address


# Stories -------------------------------------------------------------------------------


def card_facts(story: Story) -> str:
    """Return the digest of what other pages show of a story."""
    return digest(
        story.live,
        story.kind,
        story.kicker,
        story.headline,
        story.short_headline,
        story.lead,
        story.section_id,
        story.picture_id,
        story.first_published_at,
    )


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


def card(story: Story, reading: Reading) -> Card:
    """Return a story as other pages show it.

    Its section's name needs no record of its own: every page shows the masthead, and
    with it all sections.
    """
    reading.show(f"story:{story.pk}", "card", card_facts(story))
    return Card(
        code=story.pk or 0,
        address=story.get_absolute_url(),
        kind=story.kind,
        kind_label=Story.Kind(story.kind).label,
        kicker=story.kicker,
        headline=story.headline,
        short_headline=story.short_headline or story.headline,
        lead=story.lead,
        published_at=published_at(story),
        section=section(story.section),
        picture=picture(story.picture, reading),
    )


def published_at(story: Story) -> datetime:
    """Return when the story was first published; a draft in preview shows its last change."""
    moment: datetime = story.first_published_at or story.changed_at
    return moment


def updated_at(story: Story) -> datetime | None:
    """Return when readers last saw the story change, None where they did not."""
    first, last = story.first_published_at, story.last_published_at
    if first is None or last is None or last - first < UPDATED_AFTER:
        return None
    moment: datetime = last
    return moment


def topic(record: Topic, reading: Reading) -> TopicShown:
    found = TopicShown(
        record.pk,
        record.kind,
        Topic.Kind(record.kind).label,
        record.name,
        record.description,
        record.get_absolute_url(),
    )
    reading.show(f"topic:{record.pk}", "whole", digest(found))
    return found


def name(byline: Any, reading: Reading) -> Name:
    if byline.writer is None:
        return Name(byline.guest, "")
    return writer(byline.writer, reading)


def writer(record: Writer, reading: Reading) -> Name:
    found = Name(record.name, record.title)
    reading.show(f"writer:{record.pk}", "whole", digest(found))
    return found


def related(
    story: Story | None, reading: Reading, kicker: str = "", headline: str = ""
) -> Related | None:
    """Return a story set beside another; None for one that is not in the paper and has no words."""
    if story is not None:
        reading.show(f"story:{story.pk}", "card", card_facts(story))
    if story is not None and story.live:
        return Related(kicker or story.kicker, headline or story.headline, story.get_absolute_url())
    return Related(kicker, headline, "") if headline else None


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


# The body ------------------------------------------------------------------------------


def blocks(body: Iterable[Any], reading: Reading) -> Iterable[Block]:
    """Yield a body's blocks as they are shown; one whose picture or story is gone is left out."""
    for block in body or ():
        shown = _BLOCKS[block.block_type](block.value, reading)
        if shown is not None:
            yield shown


def safe_html(html: str) -> Markup:
    """Return rich text as the paper prints it: a few tags, links that leak no referrer."""
    clean = nh3.clean(
        expand_db_html(html),
        tags=_TEXT_TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel="noopener",
    )
    clean = re.sub(r"<p>(?:\s|<br>|&nbsp;)*</p>", "", clean)
    return Markup(clean)  # noqa: S704  nh3 has cleaned it


def _paragraph(value: Any, reading: Reading) -> Block | None:
    html = safe_html(value.source)
    return Block("paragraph", html=html) if html else None


def _cross_head(value: Any, reading: Reading) -> Block:
    return Block("cross_head", text=value)


def _quote(value: Any, reading: Reading) -> Block:
    return Block("quote", text=value["text"], speaker=value.get("speaker") or "")


def _pictures(values: Iterable[Any], reading: Reading) -> tuple[tuple[PictureShown, str], ...]:
    shown = (
        (picture(v["picture"], reading, v.get("alt") or ""), v.get("caption") or "") for v in values
    )
    return tuple((found, caption) for found, caption in shown if found is not None)


def _picture(value: Any, reading: Reading) -> Block | None:
    found = _pictures([value], reading)
    return Block("picture", pictures=found) if found else None


def _gallery(value: Any, reading: Reading) -> Block | None:
    found = _pictures(value, reading)
    return Block("gallery", pictures=found) if found else None


def _video(value: Any, reading: Reading) -> Block | None:
    document = value.get("file")
    address = document.file.url if document else value.get("address") or ""
    if not address:
        return None
    is_file = address.startswith(settings.MEDIA_URL)
    return Block("video", address=address, is_file=is_file, caption=value.get("caption") or "")


def _table(value: Any, reading: Reading) -> Block:
    table = value["table"]
    return Block(
        "table",
        caption=value.get("caption") or "",
        head=tuple(column["heading"] for column in table.columns),
        rows=tuple(tuple(str(cell.value or "") for cell in row) for row in table.rows),
    )


def _related(value: Any, reading: Reading) -> Block | None:
    found = related(value, reading)
    return Block("related", story=found) if found else None


_BLOCKS: Final = {
    "paragraph": _paragraph,
    "cross_head": _cross_head,
    "quote": _quote,
    "picture": _picture,
    "gallery": _gallery,
    "video": _video,
    "table": _table,
    "related": _related,
}


@lru_cache(maxsize=1024)
def qr_code(address: str) -> Markup:
    """Return the QR code of an address as inline SVG (segno, error correction M)."""
    code = segno.make(address, error="m", micro=False)
    return Markup(  # noqa: S704  segno writes numbers only
        code.svg_inline(scale=1, border=2, omitsize=True, svgclass="qr", lineclass="qr__ink")
    )
