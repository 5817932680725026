"""Stories move in: a page's record becomes a live story, with its page kept beside it.

    move_in()   one page, in one transaction
                  not seen before            -> a story, and its Original
                  the same text as before    -> unchanged
                  a newer page or importer   -> updated, unless somebody edited it here

Nothing of a page is lost: what no field takes is still in ``Original.text``. No connection
is ever opened; pictures and addresses on the page stay words.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from django.db import transaction
from django.utils import timezone
from django.utils.html import escape

from dabir.archive.headlines import LiveHeadlines
from dabir.archive.importers import VERSION, PageRecord
from dabir.archive.importers.lines import key
from dabir.archive.models import Original, digest_of_story, digest_of_text
from dabir.archive.signals import moved_in
from dabir.newsroom.models import Byline, RelatedStory, Section, Source, Story, Topic
from dabir.persian import JalaliDay, fold_letters

ARCHIVE_KEY: Final = "archive"
ARCHIVE_NAME: Final = "بایگانی"
PATH_LENGTH: Final = 400

PUBLISHED_NOW: Final = "It is published as of now; give --day to say its day."
DAY_AHEAD: Final = "The page's day is still to come; it was not taken."


class Deed(StrEnum):
    """What became of a page."""

    MOVED_IN = "moved in"
    UNCHANGED = "unchanged"
    UPDATED = "updated"
    LEFT = "left as edited here"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Report:
    """What became of a page, and why; ``unsure`` are remarks for the paper's engineer."""

    outcome: Deed
    path: str
    code: int | None = None
    why: str = ""
    unsure: tuple[str, ...] = ()
    record: PageRecord | None = None
    seconds: float = 0.0


class RefusedError(Exception):
    """A page whose story cannot move in. The message says why."""


@transaction.atomic
def move_in(
    record: PageRecord,
    raw: str,
    path: str,
    *,
    day: JalaliDay | None = None,
    headlines: LiveHeadlines | None = None,
) -> Report:
    """Make a live story of a page, or bring the one made of it before up to date.

    Raises RefusedError where the page's code is another story's.
    """
    deed, original = decide(record, digest_of_text(raw), path)
    report = Report(deed, path, record=record)
    if original and deed in {Deed.UNCHANGED, Deed.LEFT}:
        return replace(report, code=original.story_id)
    story, remarks = _write(record, path, original, day, headlines or LiveHeadlines())
    _keep(story, original, record, raw, path)
    transaction.on_commit(lambda: moved_in.send(Story, code=story.code))
    return replace(report, code=story.code, unsure=(*record.unsure, *remarks))


def decide(record: PageRecord, digest: str, path: str) -> tuple[Deed, Original | None]:
    """Return what is to become of a page, and the original of it that the archive has."""
    original = Original.objects.of_page(_short(path), digest)
    if original is None:
        _refuse_taken_code(record.code)
        return Deed.MOVED_IN, None
    if record.code not in {None, original.story_id}:
        raise RefusedError(
            f"This page moved in before as story {original.story_id}; now it says {record.code}."
        )
    if original.digest == digest and original.importer >= VERSION:
        return Deed.UNCHANGED, original
    return (Deed.LEFT if original.was_edited else Deed.UPDATED), original


def _refuse_taken_code(code: int | None) -> None:
    other = Story.objects.filter(pk=code).first() if code else None
    if other:
        raise RefusedError(f"The code {code} belongs to another story: «{other.headline}».")


def _short(path: str) -> str:
    """Return the end of a path, as much as the records have room for."""
    return path[-PATH_LENGTH:]


def _write(
    record: PageRecord,
    path: str,
    original: Original | None,
    day: JalaliDay | None,
    headlines: LiveHeadlines,
) -> tuple[Story, list[str]]:
    """Save the story that a record tells; return it, and remarks on what was not sure."""
    story = original.story if original else Story(code=record.code)
    remarks = _date(story, record, day)
    _tell(story, record)
    story.related_stories = _related(record, story.pk, headlines)
    story.imported_from = _short(path)
    story.live, story.has_unpublished_changes = True, False
    story.save(force_insert=original is None)
    return story, remarks


def _tell(story: Story, record: PageRecord) -> None:
    """Set what the record says of the story itself."""
    story.kicker, story.headline, story.lead = record.kicker, record.headline, record.lead
    story.body = body_of(record)
    story.section = section_of(record)
    story.topics = topics_of(record)
    story.old_address = record.address if len(record.address) <= PATH_LENGTH else ""
    story.sources = _sources(record)
    story.bylines = [Byline(guest=record.byline)] if record.byline else []
    if record.comments:
        story.pending_comments = record.comments.pending
        story.published_comments = record.comments.published
        story.rejected_comments = record.comments.rejected or 0


def _date(story: Story, record: PageRecord, day: JalaliDay | None) -> list[str]:
    """Set when the story was published: the page's day, the given one, the one it has, or now."""
    now = timezone.now()
    told = record.published if record.published and record.published <= now else None
    moment = told or (day.begins if day else None) or story.first_published_at
    story.first_published_at = moment or now
    story.last_published_at = _later(record.updated, story.first_published_at, now)
    remarks = [] if record.published == told else [DAY_AHEAD]
    return remarks if moment else [*remarks, PUBLISHED_NOW]


def _later(updated: datetime | None, published: datetime, now: datetime) -> datetime:
    return updated if updated and published < updated <= now else published


def body_of(record: PageRecord) -> list[tuple[str, str]]:
    """Return the story's body: one block of text with a paragraph each, nothing said twice."""
    text = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in record.told_once)
    return [("paragraph", text)] if text else []


def section_of(record: PageRecord) -> Section:
    """Return the section that the page names, if the paper has it, or else the archive's."""
    if said := key(record.section):
        for section in Section.objects.all():
            if key(section.name) == said:
                return section
    if archive := Section.objects.filter(key=ARCHIVE_KEY).first():
        return archive
    last = Section.objects.count()
    return Section.objects.create(key=ARCHIVE_KEY, name=ARCHIVE_NAME, order=last)


def topics_of(record: PageRecord) -> list[Topic]:
    """Return the topics that the page is tagged with, made where the paper has none so named."""
    found: dict[int, Topic] = {}
    for name in record.topics:
        spelt = {name, fold_letters(name)}
        topic = Topic.objects.filter(name__in=spelt).first() or Topic.objects.create(name=name)
        found[topic.pk] = topic
    return list(found.values())


def _sources(record: PageRecord) -> list[Source]:
    said = record.attribution
    if said is None:
        return []
    names = {"own_outlet": said.own_outlet, "outlet": said.outlet, "via": said.via}
    return [Source(**names, city=said.city, kind=said.kind)]


def _related(record: PageRecord, code: int | None, headlines: LiveHeadlines) -> list[RelatedStory]:
    rows = []
    for order, (kicker, headline) in enumerate(record.related):
        there = headlines.find(headline, code)
        words = {} if there else {"kicker": kicker, "headline": headline}
        rows.append(RelatedStory(sort_order=order, related_id=there, **words))
    return rows


def _keep(story: Story, original: Original | None, record: PageRecord, raw: str, path: str) -> None:
    """Keep the page beside its story, with the story as it is now in the database."""
    original = original or Original(story=story)
    original.story = Story.objects.get(pk=story.pk)
    original.path, original.text = _short(path), raw
    original.spans = {name: list(span) for name, span in record.spans.items()}
    original.digest, original.importer = digest_of_text(raw), VERSION
    original.imported_at = timezone.now()
    original.headline_key = key(record.headline)
    original.story_digest = digest_of_story(original.story)
    original.save()
