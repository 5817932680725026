"""What belongs to a story beside its own row, read at once for many stories, or from a draft."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, NamedTuple

from dabir.archive.models import Suggestion
from dabir.newsroom.models import Byline, Correction, RelatedStory, Source, Story
from dabir.press.asked import Asked
from dabir.press.pages.shown.bodies import stored
from dabir.press.pages.shown.records import TOPIC_KINDS, TopicShown


class BylineRead(NamedTuple):
    """A name over a story; ``writer`` is none for a guest."""

    writer: int | None
    guest: str
    name: str | None
    title: str | None


class SourceShown(NamedTuple):
    """«به گزارش own_outlet به نقل از outlet»; own_outlet is the paper where none is written."""

    own_outlet: str
    outlet: str
    via: str
    city: str
    kind: str
    address: str


class CorrectionShown(NamedTuple):
    text: str
    made_at: datetime


class LinkRead(NamedTuple):
    """A story set beside another; ``code`` is none for one that is not in the paper."""

    code: int | None
    kicker: str
    headline: str


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of one story."""

    body: list[dict[str, Any]]
    """As it is stored."""
    further_sections: tuple[int, ...]
    """Keys, in the paper's order."""
    topics: tuple[TopicShown, ...]
    bylines: tuple[BylineRead, ...]
    source: SourceShown | None
    corrections: tuple[CorrectionShown, ...]
    related: tuple[LinkRead, ...]
    """Those that the editor set beside it."""
    suggested: tuple[int, ...] = ()
    """Codes of those that the archive suggests, where the editor chose none."""


_KINDS: Final = {kind.value: str(kind.label) for kind in Source.Kind}


def _of_stories(rows: Any, *columns: str) -> Asked:
    """Return the question for columns of the rows that belong to some stories."""
    return Asked(lambda codes: rows.filter(story_id__in=codes).values_list("story_id", *columns))


_SOURCE: Final = ("own_outlet", "outlet", "via", "city", "kind", "address")
_SECTIONS_OF: Final = _of_stories(
    Story.further_sections.through.objects.order_by("section__order", "section_id"), "section_id"
)
_TOPICS_OF: Final = _of_stories(
    Story.topics.through.objects.order_by("topic__name", "topic_id"),
    *("topic_id", "topic__kind", "topic__name", "topic__description"),
)
_BYLINES_OF: Final = _of_stories(
    Byline.objects.order_by("sort_order", "pk"),
    *("writer_id", "guest", "writer__name", "writer__title"),
)
_SOURCES_OF: Final = _of_stories(Source.objects.order_by("pk"), *_SOURCE)
_CORRECTIONS_OF: Final = _of_stories(
    Correction.objects.order_by("sort_order", "pk"), "text", "made_at"
)
_LINKS_OF: Final = _of_stories(
    RelatedStory.objects.order_by("sort_order", "pk"), "related_id", "kicker", "headline"
)
_SUGGESTED_OF: Final = _of_stories(
    Suggestion.objects.filter(silent=False, codes__isnull=False).order_by(), "codes"
)


def read_parts(stories: Collection[Story]) -> dict[int, Parts]:
    """Return the parts of ``stories`` by code, in seven queries."""
    codes = [story.pk for story in stories]
    shared = _by_story(_SECTIONS_OF, codes)
    carried = _by_story(_TOPICS_OF, codes)
    bylines = read_bylines(codes)
    sources = _by_story(_SOURCES_OF, codes)
    corrections = _by_story(_CORRECTIONS_OF, codes)
    related = _by_story(_LINKS_OF, codes)
    suggested = _suggested([code for code in codes if code not in related])
    return {
        story.pk: Parts(
            body=stored(story.body),
            further_sections=tuple(key for (key,) in shared[story.pk]),
            topics=tuple(_topic(*row) for row in carried[story.pk]),
            bylines=bylines[story.pk],
            source=_source(sources[story.pk]),
            corrections=tuple(CorrectionShown(*row) for row in corrections[story.pk]),
            related=tuple(LinkRead(*row) for row in related[story.pk]),
            suggested=suggested.get(story.pk, ()),
        )
        for story in stories
    }


def _suggested(codes: list[int]) -> dict[int, tuple[int, ...]]:
    """Return the suggestions for stories that may be printed."""
    return {code: tuple(others or ()) for code, others in _SUGGESTED_OF(codes)}


def read_bylines(codes: Collection[int]) -> dict[int, tuple[BylineRead, ...]]:
    """Return the names over stories by code, in one query."""
    rows = _by_story(_BYLINES_OF, codes)
    return {code: tuple(BylineRead(*row) for row in rows[code]) for code in codes}


def places(
    stories: Collection[Story],
) -> Iterator[tuple[Story, tuple[int, ...], tuple[TopicShown, ...]]]:
    """Yield each story with its further sections (keys) and its topics, in two queries."""
    codes = [story.pk for story in stories]
    shared = _by_story(_SECTIONS_OF, codes)
    carried = _by_story(_TOPICS_OF, codes)
    for story in stories:
        topics = tuple(_topic(*row) for row in carried[story.pk])
        yield story, tuple(key for (key,) in shared[story.pk]), topics


def _by_story(asked: Asked, codes: Collection[int]) -> dict[int, list[tuple[Any, ...]]]:
    """Return the rows that belong to each story, in their order, in one query."""
    found: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for code, *row in asked(codes):
        found[code].append(tuple(row))
    return found


def parts_of_draft(story: Story) -> Parts:
    """Return the parts of a story that may not be saved as it is, from the record itself."""
    chosen = list(story.related_stories.all())
    return Parts(
        body=stored(story.body),
        further_sections=tuple(found.pk for found in story.further_sections.all()),
        topics=tuple(
            _topic(found.pk, found.kind, found.name, found.description)
            for found in story.topics.all()
        ),
        bylines=tuple(_byline(found) for found in story.bylines.all()),
        source=_source([tuple(getattr(s, c) for c in _SOURCE) for s in story.sources.all()]),
        corrections=tuple(CorrectionShown(c.text, c.made_at) for c in story.corrections.all()),
        related=tuple(LinkRead(found.related_id, found.kicker, found.headline) for found in chosen),
        suggested=() if chosen else _suggested([story.pk]).get(story.pk, ()),
    )


def _byline(found: Any) -> BylineRead:
    writer = found.writer
    name, title = (writer.name, writer.title) if writer else (None, None)
    return BylineRead(found.writer_id, found.guest, name, title)


def _topic(key: int, kind: str, name: str, description: str) -> TopicShown:
    return TopicShown(key, kind, TOPIC_KINDS[kind], name, description, f"/topic/{key}/")


def _source(rows: Iterable[tuple[Any, ...]]) -> SourceShown | None:
    """Return the first source, with its kind in words."""
    for own_outlet, outlet, via, city, kind, address in rows:
        return SourceShown(own_outlet, outlet, via, city, _KINDS.get(kind, kind), address)
    return None
