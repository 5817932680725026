"""Section fronts."""

from collections.abc import Iterator

from django.db.models import Q

from dabir.newsroom.models import Section, Story
from dabir.newsroom.models.story import StoryQuerySet
from dabir.press.ledger import Reading
from dabir.press.pages import shown
from dabir.press.pages.registry import FRONT, Sheet, cards, prints, sheet

STORIES = 30


def _pages() -> Iterator[str]:
    return (section.get_absolute_url() for section in Section.objects.all())


def of_section(section: Section) -> StoryQuerySet:
    """Return the stories of a section: its own, and those that it shares."""
    shared = Story.further_sections.through.objects.filter(section_id=section.pk)
    return Story.objects.filter(Q(section=section) | Q(pk__in=shared.values("story_id")))


@prints(r"/section/(?P<key>[a-z][a-z0-9-]*)/", rank=FRONT, paths=_pages)
def section_front(path: str, reading: Reading, key: str) -> Sheet | None:
    """A section with its latest stories; older ones are in the archive."""
    record = Section.objects.filter(key=key).first()
    if record is None:
        return None
    stories = cards(reading, f"section:{record.pk}", of_section(record), STORIES)
    return sheet(
        "pages/section.html", path, reading, section=shown.section(record), stories=stories
    )
