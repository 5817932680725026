"""Stories of the newsroom as entries of the index: those that readers see, and nothing else."""

from collections.abc import Iterable, Iterator, Sequence

from dabir.archive.search.entries import Entry
from dabir.newsroom.copydesk.parts import parts
from dabir.newsroom.models import Story
from dabir.newsroom.models.story import StoryQuerySet

_AT_ONCE = 200
_HEAD = frozenset({"headline", "kicker", "lead", "short_headline"})


def entries(codes: Sequence[int]) -> list[Entry]:
    """Return the entries of those of these stories that readers see now."""
    return [entry_of(story) for story in _with_names(Story.objects.filter(pk__in=codes))]


def all_entries() -> Iterator[Entry]:
    """Yield the entries of all stories that readers see, the oldest code first.

    Batches are read by code, so that what is saved meanwhile disturbs nothing.
    """
    last = -1
    while batch := list(_with_names(Story.objects.filter(pk__gt=last)).order_by("pk")[:_AT_ONCE]):
        yield from map(entry_of, batch)
        last = batch[-1].pk


def how_many() -> int:
    """Return how many stories readers see."""
    return Story.objects.live().order_by().count()


def _with_names(stories: StoryQuerySet) -> StoryQuerySet:
    found: StoryQuerySet = (
        stories.live()
        .filter(first_published_at__isnull=False)
        .select_related("section")
        .prefetch_related("bylines__writer", "topics", "further_sections")
        .order_by()
    )
    return found


def entry_of(story: Story) -> Entry:
    """Return a story as the index takes it; of a draft, as if it were published when it changed."""
    sections = [story.section.key, *(each.key for each in story.further_sections.all())]
    return Entry(
        code=story.pk,
        published=story.first_published_at or story.changed_at,
        headline=story.headline,
        kicker=story.kicker,
        lead=story.lead,
        body="\n".join(_body(story)),
        sections=tuple(dict.fromkeys(sections)),
        people=tuple(filter(None, (byline.name for byline in story.bylines.all()))),
        topics=tuple(topic.name for topic in story.topics.all()),
    )


def _body(story: Story) -> Iterable[str]:
    return (part.text for part in parts(story) if part.name not in _HEAD)
