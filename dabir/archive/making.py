"""A record becomes a story in memory: its row and the rows around it, nothing saved yet."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from django.utils import timezone

from dabir.archive.addresses import addresses_of
from dabir.archive.bodies import body_of
from dabir.archive.headlines import LiveHeadlines
from dabir.archive.importers import PageRecord
from dabir.archive.importers.datelines import read_dateline
from dabir.archive.importers.lines import key
from dabir.archive.importers.record import BlockKind, PictureTold
from dabir.archive.models import digest_of_parts, short_path
from dabir.archive.pictures import Beside, Shelf
from dabir.newsroom.models import (
    Byline,
    Desk,
    RelatedStory,
    Section,
    Source,
    Story,
    Topic,
    Writer,
)
from dabir.persian import JalaliDay, fold_letters

UNSORTED_KEY: Final = "miscellany"
UNSORTED_NAME: Final = "گوناگون"
ADDRESS_LENGTH: Final = 400
PICTURES: Final = 3
"""A story with so many pictures, and fewer paragraphs, is a picture story."""

PUBLISHED_NOW: Final = "It is published as of now; give --day to say its day."
DAY_AHEAD: Final = "The page's day is still to come; it was not taken."
NOT_BESIDE: Final = "{} of its pictures lie not beside the page; their addresses are kept."


@dataclass(slots=True)
class Made:
    """A story and the rows around it, before they are saved."""

    story: Story
    record: PageRecord
    body: list[dict[str, Any]]
    topics: list[Topic]
    children: dict[str, list[Any]]
    addresses: list[str]
    pictures: list[dict[str, Any]]
    remarks: list[str]

    def digest(self) -> str:
        """Return the fingerprint that the story will have once it is saved."""
        topics = (topic.pk for topic in self.topics)
        return digest_of_parts(self.story, self.body, self.children, topics)


@dataclass(slots=True)
class Maker:
    """Makes stories; remembers the sections, topics, desks and writers that it asked for."""

    day: JalaliDay | None = None
    headlines: LiveHeadlines = field(default_factory=LiveHeadlines)
    _sections: dict[str, Section] = field(default_factory=dict)
    _topics: dict[str, Topic] = field(default_factory=dict)
    _people: dict[str, Any] | None = None

    def make(
        self, record: PageRecord, path: str, story: Story | None = None, shelf: Shelf | None = None
    ) -> Made:
        """Return what a record makes, new or of the ``story`` that it made before."""
        story = story or Story(code=record.code)
        beside = Beside(shelf)
        pictures = beside.take(record)
        body = body_of(record, beside.taken)
        remarks = _date(story, record, self.day)
        if beside.missing:
            remarks.append(NOT_BESIDE.format(beside.missing))
        self._tell(story, record, path)
        _show(story, record.picture, beside)
        story.body = body
        children = self._children(story, record)
        topics = self.topics(record.topics)
        return Made(story, record, body, topics, children, [], pictures, remarks)

    def _tell(self, story: Story, record: PageRecord, path: str) -> None:
        """Set what the record says of the story itself."""
        story.kicker, story.headline = record.kicker, record.headline
        story.lead, story.dateline = _lead_and_dateline(record)
        story.bullets = list(record.bullets)
        story.kind = _kind(record)
        story.section = self.section(record)
        story.desk = self._desk(record)
        story.old_address = record.address if len(record.address) <= ADDRESS_LENGTH else ""
        story.imported_from = short_path(path)
        story.live, story.has_unpublished_changes = True, False
        if record.comments:
            story.pending_comments = record.comments.pending
            story.published_comments = record.comments.published
            story.rejected_comments = record.comments.rejected or 0

    # Sections, topics, people ------------------------------------------------------------
    def section(self, record: PageRecord) -> Section:
        """Return the section that the page names, the narrowest that the paper has, or else
        «گوناگون».
        """
        if not self._sections:
            self._sections = {key(section.name): section for section in Section.objects.all()}
        for said in (record.section, *reversed(record.section_path)):
            if said and key(said) in self._sections:
                return self._sections[key(said)]
        return self._unsorted()

    def _unsorted(self) -> Section:
        name = key(UNSORTED_NAME)
        found = self._sections.get(name) or Section.objects.filter(key=UNSORTED_KEY).first()
        if found is None:
            last = Section.objects.count()
            found = Section.objects.create(key=UNSORTED_KEY, name=UNSORTED_NAME, order=last)
        self._sections[name] = found
        return found

    def topics(self, names: Iterable[str]) -> list[Topic]:
        """Return the topics of these names, made where the paper has none so named."""
        found: dict[int, Topic] = {}
        for name in names:
            topic = self._topics.get(name) or self._find_topic(name)
            self._topics[name] = topic
            found[topic.pk] = topic
        return list(found.values())

    def look_ahead(self, records: Sequence[PageRecord]) -> None:
        """Ask at once for the related stories and topics that a batch names."""
        self.headlines.look_ahead(records)
        names = {name for record in records for name in record.topics} - self._topics.keys()
        spelt = names | {fold_letters(name) for name in names}
        found = {topic.name: topic for topic in Topic.objects.filter(name__in=spelt)}
        for name in names:
            if topic := found.get(name) or found.get(fold_letters(name)):
                self._topics[name] = topic

    def make_topics(self, records: Sequence[PageRecord]) -> None:
        """Make the topics of new stories that the paper has not, after ``look_ahead``."""
        new: dict[str, Topic] = {}
        for name in dict.fromkeys(name for record in records for name in record.topics):
            if name not in self._topics:
                self._topics[name] = new.setdefault(fold_letters(name), Topic(name=name))
        Topic.objects.bulk_create(new.values())

    def _find_topic(self, name: str) -> Topic:
        spelt = {name, fold_letters(name)}
        return Topic.objects.filter(name__in=spelt).first() or Topic.objects.create(name=name)

    def forget(self) -> None:
        """Forget what was asked for: a transaction that failed took what it made with it."""
        self._sections, self._topics, self._people = {}, {}, None

    def _known(self, name: str) -> Any:
        """Return the writer or desk of a name; None where the paper has none."""
        if self._people is None:
            self._people = {f"writer {key(writer.name)}": writer for writer in Writer.objects.all()}
            self._people |= {f"desk {key(desk.name)}": desk for desk in Desk.objects.all()}
        return self._people.get(name)

    def _desk(self, record: PageRecord) -> Desk | None:
        found = self._known(f"desk {key(record.desk)}") if record.desk else None
        return found if isinstance(found, Desk) else None

    # The rows around it --------------------------------------------------------------------
    def _children(self, story: Story, record: PageRecord) -> dict[str, list[Any]]:
        return {
            "sources": _sources(record),
            "bylines": self._bylines(record),
            "related": self._related(record, story.pk),
        }

    def _bylines(self, record: PageRecord) -> list[Byline]:
        if not record.byline:
            return []
        writer = self._known(f"writer {key(record.byline)}")
        return [Byline(writer=writer) if writer else Byline(guest=record.byline)]

    def _related(self, record: PageRecord, code: int | None) -> list[RelatedStory]:
        rows = []
        for order, (kicker, headline) in enumerate(record.related):
            there = self.headlines.find(headline, code)
            words = {} if there else {"kicker": kicker, "headline": headline}
            rows.append(RelatedStory(sort_order=order, related_id=there, **words))
        return rows


def with_addresses(made: Sequence[Made]) -> None:
    """Set the addresses to remember, once the stories have their codes."""
    for each in made:
        each.addresses = addresses_of(each.record, each.story.pk)


def _sources(record: PageRecord) -> list[Source]:
    said = record.attribution
    if said is None:
        return []
    names = {"own_outlet": said.own_outlet, "outlet": said.outlet, "via": said.via}
    return [Source(**names, city=said.city, kind=said.kind)]


def _show(story: Story, picture: PictureTold | None, beside: Beside) -> None:
    """Set the story's picture, where its file lay beside the page."""
    number = beside.taken.get(picture.address) if picture else None
    if picture and number:
        story.picture_id, story.picture_caption = number, picture.caption


def _kind(record: PageRecord) -> str:
    """Return what kind of story it is, as far as its body shows."""
    pictures = sum(block.kind == BlockKind.PICTURE for block in record.blocks)
    if pictures >= PICTURES and len(record.body) < pictures:
        return Story.Kind.PHOTO
    videos = any(block.kind == BlockKind.VIDEO for block in record.blocks)
    return Story.Kind.VIDEO if videos and len(record.body) < 2 else Story.Kind.NEWS


def _lead_and_dateline(record: PageRecord) -> tuple[str, str]:
    """Return the lead without the dateline that opens it, and the dateline."""
    place, end = read_dateline(record.lead)
    if record.dateline and place == record.dateline:
        return record.lead[end:], record.dateline
    return record.lead, record.dateline


def _date(story: Story, record: PageRecord, day: JalaliDay | None) -> list[str]:
    """Set when the story was published: the page's day, the given one, the one it has, or now."""
    now = timezone.now()
    told = record.published if record.published and record.published <= now else None
    moment = told or (day.begins if day else None) or story.first_published_at
    story.first_published_at = moment or now
    story.last_published_at = _later(record.updated, story.first_published_at, now)
    story.changed_at = story.last_published_at
    remarks = [] if record.published == told else [DAY_AHEAD]
    return remarks if moment else [*remarks, PUBLISHED_NOW]


def _later(updated: datetime | None, published: datetime, now: datetime) -> datetime:
    return updated if updated and published < updated <= now else published
