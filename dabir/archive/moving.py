"""Stories move in: a page's record becomes a live story, with its page kept beside it.

    Mover.move_in()   many pages, in one transaction
                        not seen before            -> a story, and its Original
                        the same page as before    -> unchanged
                        a newer page or importer   -> updated, unless somebody edited it here

New stories are written together, without revisions: a batch costs a dozen queries, whatever
its size. Nothing of a page is lost: what no field takes is still in ``Original.text``. No
connection is ever opened; pictures are taken where their files lie beside the page.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Final

from django.db import IntegrityError, transaction
from django.utils import timezone

from dabir.archive.headlines import LiveHeadlines
from dabir.archive.importers import VERSION, PageRecord
from dabir.archive.importers.lines import key
from dabir.archive.importers.record import Reader
from dabir.archive.making import Made, Maker, with_addresses
from dabir.archive.models import (
    OldAddress,
    Original,
    digest_of_story,
    digest_of_text,
    short_path,
)
from dabir.archive.pictures import Shelf
from dabir.archive.references import write_references
from dabir.archive.signals import moved_in
from dabir.archive.sources.reading import pack
from dabir.newsroom.arrivals import ToldComment, ToldComments
from dabir.newsroom.models import Byline, RelatedStory, Source, Story
from dabir.newsroom.signals import comments_told
from dabir.persian import JalaliDay

TAKEN_CODE: Final = "The code {} belongs to another story: «{}»."
OTHER_CODE: Final = "This page moved in before as story {}; now it says {}."


class Deed(StrEnum):
    """What became of a page."""

    MOVED_IN = "moved in"
    UNCHANGED = "unchanged"
    UPDATED = "updated"
    LEFT = "left as edited here"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Arrival:
    """A page with the record that was read from it, at the door.

    ``digest`` is that of its bytes; ``packed`` its text as ``Original`` keeps it.
    """

    record: PageRecord
    path: str
    digest: str
    packed: bytes
    form: str = "text"
    address: str = ""
    shelf: Shelf | None = None


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


def move_in(
    record: PageRecord,
    raw: str,
    path: str,
    *,
    day: JalaliDay | None = None,
    headlines: LiveHeadlines | None = None,
) -> Report:
    """Make a live story of one page, or bring the one made of it before up to date.

    Raises RefusedError where the page's code is another story's.
    """
    arrival = Arrival(record, path, digest_of_text(raw), pack(raw))
    mover = Mover(Maker(day, headlines or LiveHeadlines()))
    report = mover.move_in([arrival])[0]
    if report.outcome is Deed.REFUSED:
        raise RefusedError(report.why)
    return report


def decide(record: PageRecord, digest: str, path: str) -> tuple[Deed, Original | None]:
    """Return what is to become of a page, and the original of it that the archive has."""
    original = Original.objects.of_page(short_path(path), digest)
    if original is None:
        _refuse_taken_code(record.code)
        return Deed.MOVED_IN, None
    return _compare(original, record, digest), original


def _compare(original: Original, record: PageRecord, digest: str) -> Deed:
    """Return what is to become of a page that the archive has already."""
    if record.code not in {None, original.story_id}:
        raise RefusedError(OTHER_CODE.format(original.story_id, record.code))
    if original.digest == digest and original.importer >= VERSION:
        return Deed.UNCHANGED
    return Deed.LEFT if original.was_edited else Deed.UPDATED


def _refuse_taken_code(code: int | None) -> None:
    other = Story.objects.filter(pk=code).first() if code else None
    if other:
        raise RefusedError(TAKEN_CODE.format(code, other.headline))


@dataclass(slots=True)
class Mover:
    """Moves pages in, a batch in one transaction; a batch that fails is moved one by one."""

    maker: Maker = field(default_factory=Maker)

    def move_in(self, arrivals: Sequence[Arrival]) -> list[Report]:
        """Return what became of each page, in their order."""
        try:
            with transaction.atomic():
                return self._move(arrivals)
        except IntegrityError as error:
            self.maker.forget()
            if len(arrivals) == 1:
                why = f"The database refused it: {error}"
                return [Report(Deed.REFUSED, arrivals[0].path, why=why, record=arrivals[0].record)]
            return [report for arrival in arrivals for report in self.move_in([arrival])]

    def _move(self, arrivals: Sequence[Arrival]) -> list[Report]:
        self.maker.look_ahead([arrival.record for arrival in arrivals])
        known = _Known(arrivals)
        reports: dict[int, Report] = {}
        new: list[tuple[int, Arrival]] = []
        later: list[tuple[int, Arrival]] = []
        for number, arrival in enumerate(arrivals):
            original = known.original(arrival)
            try:
                if original is not None:
                    reports[number] = self._again(arrival, original)
                elif known.claim(arrival):
                    new.append((number, arrival))
                else:
                    later.append((number, arrival))
            except RefusedError as error:
                reports[number] = Report(
                    Deed.REFUSED, arrival.path, why=str(error), record=arrival.record
                )
        for (number, _), report in zip(new, self._write([each for _, each in new]), strict=True):
            reports[number] = report
        for number, arrival in later:
            reports[number] = self._move([arrival])[0]
        return [reports[number] for number in range(len(arrivals))]

    # New stories -----------------------------------------------------------------------------
    def _write(self, arrivals: Sequence[Arrival]) -> list[Report]:
        """Write new stories with all that is around them."""
        self.maker.make_topics([each.record for each in arrivals])
        made = [self.maker.make(each.record, each.path, None, each.shelf) for each in arrivals]
        if not made:
            return []
        _write_stories([each.story for each in made])
        _write_children(made)
        with_addresses(made)
        _remember_addresses(made)
        Original.objects.bulk_create(map(_original, made, arrivals))
        write_references(made)
        _tell(made)
        return [
            Report(
                Deed.MOVED_IN,
                arrival.path,
                each.story.pk,
                unsure=(*arrival.record.unsure, *each.remarks),
                record=arrival.record,
            )
            for each, arrival in zip(made, arrivals, strict=True)
        ]

    # Stories that are here -------------------------------------------------------------------
    def _again(self, arrival: Arrival, original: Original) -> Report:
        """Bring a story up to date, or leave it as it is."""
        deed = _compare(original, arrival.record, arrival.digest)
        report = Report(deed, arrival.path, original.story_id, record=arrival.record)
        if deed is not Deed.UPDATED:
            return report
        made = self.maker.make(arrival.record, arrival.path, original.story, arrival.shelf)
        _save(made)
        with_addresses([made])
        _remember_addresses([made])
        _keep(original, made, arrival)
        _tell([made])
        return replace(report, unsure=(*arrival.record.unsure, *made.remarks))


class _Known:
    """What the archive has already of a batch, asked for at once."""

    def __init__(self, arrivals: Sequence[Arrival]) -> None:
        known = Original.objects.select_related("story").defer("packed", "spans")
        paths = known.filter(path__in=[short_path(each.path) for each in arrivals])
        self._by_path = {original.path: original for original in paths}
        digests = known.filter(digest__in=[each.digest for each in arrivals])
        self._by_digest = {original.digest: original for original in digests}
        codes = [each.record.code for each in arrivals if each.record.code]
        named = Story.objects.filter(pk__in=codes).values_list("pk", "headline")
        self._taken = {code: TAKEN_CODE.format(code, headline) for code, headline in named}
        self._claimed: set[str] = set()

    def original(self, arrival: Arrival) -> Original | None:
        """Return the original of a page: the one from its place, or else with these bytes."""
        found = self._by_path.get(short_path(arrival.path))
        return found or self._by_digest.get(arrival.digest)

    def claim(self, arrival: Arrival) -> bool:
        """Take code, place and bytes for a new story; refuse a code that is another story's.

        False where a page before it in the batch has one of them: it waits for that.
        """
        code = arrival.record.code
        if code in self._taken:
            raise RefusedError(self._taken[code])
        names = {f"path {short_path(arrival.path)}", f"bytes {arrival.digest}"}
        names |= {f"code {code}"} if code else set()
        if names & self._claimed:
            return False
        self._claimed |= names
        return True


# Rows ----------------------------------------------------------------------------------------
def _write_stories(stories: Sequence[Story]) -> None:
    """Write new stories; codes that the paper gives follow the largest one that came along."""
    given = [story for story in stories if story.pk]
    Story.objects.bulk_create(given)
    if given:
        max(given, key=lambda story: story.pk).follow_given_code()
    Story.objects.bulk_create([story for story in stories if not story.pk])


def _write_children(made: Sequence[Made]) -> None:
    rows: dict[str, list[Any]] = {"sources": [], "bylines": [], "related": []}
    topics = []
    for each in made:
        for name, found in each.children.items():
            for row in found:
                row.story = each.story
            rows[name] += found
        topics += [
            Story.topics.through(story_id=each.story.pk, topic_id=topic.pk) for topic in each.topics
        ]
    Source.objects.bulk_create(rows["sources"])
    Byline.objects.bulk_create(rows["bylines"])
    RelatedStory.objects.bulk_create(rows["related"])
    Story.topics.through.objects.bulk_create(topics)


def _remember_addresses(made: Sequence[Made]) -> None:
    """Keep the old addresses; one that leads to another story already stays with that."""
    OldAddress.objects.bulk_create(
        (OldAddress(path=path, story=each.story) for each in made for path in each.addresses),
        ignore_conflicts=True,
    )


def _original(made: Made, arrival: Arrival) -> Original:
    record = arrival.record
    return Original(
        story=made.story,
        path=short_path(arrival.path),
        form=arrival.form,
        address=arrival.address[:400],
        packed=arrival.packed,
        spans={name: list(span) for name, span in record.spans.items()},
        pictures=made.pictures,
        digest=arrival.digest,
        importer=VERSION,
        headline_key=key(record.headline)[:250],
        story_digest=made.digest(),
    )


def _save(made: Made) -> None:
    """Save a story that was here before, with the rows around it as they are told now."""
    story, children = made.story, made.children
    story.topics = made.topics
    story.sources, story.bylines = children["sources"], children["bylines"]
    story.related_stories = children["related"]
    changed_at = story.changed_at
    story.save()
    Story.objects.filter(pk=story.pk).update(changed_at=changed_at)


def _keep(original: Original, made: Made, arrival: Arrival) -> None:
    """Keep a newer page beside its story, with the story as it is now in the database."""
    fresh = _original(made, arrival)
    fresh.pk, fresh.imported_at = original.pk, timezone.now()
    fresh.story_digest = digest_of_story(Story.objects.get(pk=made.story.pk))
    fresh.save(force_update=True)


def _tell(made: Sequence[Made]) -> None:
    """Tell the rooms above what came."""
    told = [found for each in made if (found := _told_comments(each))]
    if told:
        comments_told.send(Story, told=told)
    moved_in.send(Story, codes=[each.story.pk for each in made])


def _told_comments(made: Made) -> ToldComments | None:
    record, counted = made.record, made.record.comments
    if not record.readers and counted is None:
        return None
    counts = (counted.pending, counted.published, counted.rejected or 0) if counted else None
    return ToldComments(made.story.pk, tuple(_told(record.readers)), counts)


def _told(readers: Iterable[Reader]) -> Iterable[ToldComment]:
    for each in readers:
        answers = tuple(_told(each.answers))
        yield ToldComment(each.name, each.text, each.sent, answers, each.by_newsroom, each.pending)
