"""Section fronts."""

from collections.abc import Iterator

from dabir.newsroom.fronts.arrangement import Arrangement, Kind
from dabir.newsroom.models import Section
from dabir.press.ledger import Reading
from dabir.press.pages import breaking, fronts, shown
from dabir.press.pages.registry import FRONT, Sheet, prints, sheet


def _pages() -> Iterator[str]:
    return (section.get_absolute_url() for section in Section.objects.all())


@prints(r"/section/(?P<key>[a-z][a-z0-9-]*)/", rank=FRONT, paths=_pages)
def section_front(path: str, reading: Reading, key: str) -> Sheet | None:
    """A section with its latest stories; older ones are in the archive."""
    record = Section.objects.filter(key=key).first()
    if record is None:
        return None
    return front_of(record, path, reading, fronts.live(record.pk, reading))


def front_of(record: Section, path: str, reading: Reading, arrangement: Arrangement) -> Sheet:
    """Return a section's front as an arrangement sets it."""
    paper = shown.paper(reading)
    boxes, _ = fronts.boxes(arrangement, paper, fronts.ReadShelves(reading), reading)
    of_kind = {box.kind: box.stories for box in boxes}
    return sheet(
        "pages/section.html",
        path,
        reading,
        section=shown.section(record),
        lead=next(iter(of_kind.get(Kind.LEAD, ())), None),
        secondary=of_kind.get(Kind.SECONDARY, ()),
        rows=of_kind.get(Kind.ROWS, ()),
        blocks=tuple(box for box in boxes if box.kind == Kind.BLOCK),
        breaking=breaking.bar(reading),
    )
