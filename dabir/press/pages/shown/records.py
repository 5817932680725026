"""The paper, sections, topics, pictures, and stories as other pages show them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.conf import settings

from dabir.newsroom.models import Paper, Picture, Section, Story, Topic
from dabir.press.ledger import Reading, digest

WIDTHS: Final = (320, 640, 1280)
"""Widths of a picture's renditions, in pixels: a phone's column, the same at two pixels a
point, and the widest column of a desktop."""
UPDATED_AFTER: Final = timedelta(minutes=10)
"""A story published again sooner than this after its first publication is not called updated."""


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
class Related:
    """A related story; without an address when it is not in the paper."""

    kicker: str
    headline: str
    address: str


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


def related(
    story: Story | None, reading: Reading, kicker: str = "", headline: str = ""
) -> Related | None:
    """Return a story set beside another; None for one that is not in the paper and has no words."""
    if story is not None:
        reading.show(f"story:{story.pk}", "card", card_facts(story))
    if story is not None and story.live:
        return Related(kicker or story.kicker, headline or story.headline, story.get_absolute_url())
    return Related(kicker, headline, "") if headline else None
