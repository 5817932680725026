"""Section fronts."""

from collections.abc import Iterator

from dabir.newsroom.models import Section, Story
from dabir.press.ledger import Reading
from dabir.press.pages import shown
from dabir.press.pages.registry import FRONT, Sheet, cards, prints, sheet

STORIES = 30


def _pages() -> Iterator[str]:
    return (section.get_absolute_url() for section in Section.objects.all())


def latest_of(section: Section, reading: Reading, limit: int) -> tuple[shown.Card, ...]:
    """Return the latest stories of a section: its own, and those that it shares."""
    own = Story.objects.filter(section=section)
    shared = Story.objects.filter(further_sections=section)
    return cards(reading, f"section:{section.pk}", own, limit, shared)


@prints(r"/section/(?P<key>[a-z][a-z0-9-]*)/", rank=FRONT, paths=_pages)
def section_front(path: str, reading: Reading, key: str) -> Sheet | None:
    """A section with its latest stories; older ones are in the archive."""
    record = Section.objects.filter(key=key).first()
    if record is None:
        return None
    stories = latest_of(record, reading, STORIES)
    return sheet(
        "pages/section.html", path, reading, section=shown.section(record), stories=stories
    )
