"""The paper, sections, topics, and stories as other pages show them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.conf import settings

from dabir.newsroom.models import Paper, Section, Story, Topic
from dabir.press.asked import AskedRecords
from dabir.press.ledger import Reading, digest
from dabir.press.pages.shown.pictures import PictureShown

UPDATED_AFTER: Final = timedelta(minutes=10)
"""A story published again sooner than this after its first publication is not called updated."""
KINDS: Final = {kind.value: str(kind.label) for kind in Story.Kind}
TOPIC_KINDS: Final = {kind.value: str(kind.label) for kind in Topic.Kind}

CARD: Final = (
    "kind",
    "kicker",
    "headline",
    "short_headline",
    "lead",
    "section_id",
    "picture_id",
    "live",
    "embargo_until",
    "first_published_at",
    "last_published_at",
)
"""What a card is made of: a story's body is not among it."""
card_records: Final = AskedRecords(Story, *CARD)
"""Codes -> stories, as much of each as a card is made of."""


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
class TopicShown:
    pk: int
    kind: str
    kind_label: str
    name: str
    description: str
    address: str


@dataclass(frozen=True, slots=True)
class Name:
    """Somebody over a story; a guest has no title."""

    name: str
    title: str


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
    names: tuple[Name, ...] = ()
    """Who wrote it, where the page tells."""

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
        sections=tuple(all_sections().values()),
        comments_open=record.comments_open,
        site=settings.ADDRESS,
    )


def all_sections() -> dict[int, SectionShown]:
    """Return every section by its key in the database, in the paper's order."""
    return {found.pk: section(found) for found in Section.objects.all()}


def card_facts(story: Story) -> str:
    """Return the digest of what other pages show of a story."""
    return digest(
        story.is_public,
        story.is_under_embargo,
        story.kind,
        story.kicker,
        story.headline,
        story.short_headline,
        story.lead,
        story.section_id,
        story.picture_id,
        story.first_published_at,
    )


def published_at(story: Story) -> datetime:
    """Return when the story was first published; a draft in preview shows its last change."""
    moment: datetime = story.first_published_at or story.changed_at
    return moment


def updated_at(story: Story) -> datetime | None:
    """Return when readers last saw the story change, None where they did not."""
    return last_change(story.first_published_at, story.last_published_at)


def last_change(first: datetime | None, last: datetime | None) -> datetime | None:
    """Return the last publication, where it came long enough after the first to be a change."""
    is_change = first is not None and last is not None and last - first >= UPDATED_AFTER
    return last if is_change else None


def topic(record: Topic, reading: Reading) -> TopicShown:
    """Return a topic, and tell ``reading``."""
    found = TopicShown(
        record.pk,
        record.kind,
        TOPIC_KINDS[record.kind],
        record.name,
        record.description,
        record.get_absolute_url(),
    )
    show_topic(found, reading)
    return found


def show_topic(found: TopicShown, reading: Reading) -> None:
    """Tell ``reading`` that a page shows a topic."""
    reading.show(f"topic:{found.pk}", "whole", digest(found.kind, found.name, found.description))


def related(
    story: Story | None, reading: Reading, kicker: str = "", headline: str = ""
) -> Related | None:
    """Return a story set beside another; None for one that is not in the paper and has no words.

    Words about a story under embargo are nobody's to read either: they may be its headline.
    """
    if story is not None:
        reading.show(f"story:{story.pk}", "card", card_facts(story))
    if story is not None and story.is_public:
        return Related(kicker or story.kicker, headline or story.headline, story.get_absolute_url())
    is_free = story is None or not story.is_under_embargo
    return Related(kicker, headline, "") if headline and is_free else None
