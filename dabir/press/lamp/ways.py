"""A story's way: saved -> published -> printed (how many pages, how long) -> on the stands."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Count, Max, Q

from dabir.newsroom.models import Story
from dabir.persian import HALF_SPACE
from dabir.press.lamp import words
from dabir.press.models import Change, PrintedPage, Settlement


@dataclass(slots=True)
class Way:
    """How far the last change that readers may see of a story has come."""

    story: Story
    page: PrintedPage | None = None
    """The story's own page."""
    settled: Settlement | None = None
    """Its last change that touched pages."""
    waiting: int = 0
    """The pages that it touched and that are not printed yet."""
    failed: int = 0
    printed_at: datetime | None = None
    """When the last of them was printed."""
    is_noted: bool = False
    """Whether a change was noted that the press has not looked at."""
    failures: list[PrintedPage] = field(default_factory=list)

    @property
    def is_under_way(self) -> bool:
        return self.is_noted or self.waiting > 0 or (self.page is None and self.was_published)

    @property
    def was_published(self) -> bool:
        return self.story.first_published_at is not None

    @property
    def took(self) -> str:
        """How long it took from the change to the last page; empty while it lasts."""
        if not (self.settled and self.printed_at) or self.waiting:
            return ""
        span = (self.printed_at - self.settled.noted_at).total_seconds()
        return words.seconds(span) if span > 0 else ""

    @property
    def pages(self) -> int:
        """How many pages the last change touched."""
        return self.settled.pages if self.settled else 0

    @property
    def is_on_stands(self) -> bool:
        page = self.page
        if page is None or page.stale_at is not None or page.status != 200:
            return False
        return self.story.is_public and not self.is_noted

    @property
    def is_taken_down(self) -> bool:
        return self.page is not None and self.page.status == 410 and self.page.stale_at is None


def ways(stories: Iterable[Story]) -> dict[int, Way]:
    """Return the ways of ``stories`` by code, in four queries for any number of them."""
    found = {story.pk: Way(story) for story in stories}
    by_path = {way.story.get_absolute_url(): way for way in found.values()}
    for page in PrintedPage.objects.filter(path__in=by_path):
        by_path[page.path].page = page
    by_name = {f"story:{code}": way for code, way in found.items()}
    newest = Settlement.objects.filter(name__in=by_name, pages__gt=0).values("name")
    last = newest.annotate(last=Max("id")).values("last")
    by_settlement: dict[int, Way] = {}
    for settled in Settlement.objects.filter(pk__in=last):
        by_settlement[settled.pk] = by_name[settled.name]
        by_name[settled.name].settled = settled
    _count_pages(by_settlement)
    for name in Change.objects.filter(source__in=by_name).values_list("source", flat=True):
        by_name[name].is_noted = True
    return found


def way(story: Story) -> Way:
    """Return the way of one story, with the pages of it that failed."""
    found = ways([story])[story.pk]
    own = Q(path__startswith=story.get_absolute_url())
    if found.settled:
        own |= Q(settlement=found.settled.pk)
    found.failures = list(PrintedPage.objects.filter(own).exclude(error="").order_by("rank")[:5])
    return found


def _count_pages(by_settlement: dict[int, Way]) -> None:
    touched = PrintedPage.objects.filter(settlement__in=by_settlement).values("settlement")
    counts = touched.annotate(
        waiting=Count("pk", filter=Q(stale_at__isnull=False)),
        failed=Count("pk", filter=~Q(error="")),
        last=Max("printed_at"),
    )
    for row in counts:
        found = by_settlement[row["settlement"] or 0]
        found.waiting, found.failed, found.printed_at = row["waiting"], row["failed"], row["last"]


NOT_PRINTED = "چاپ نشد"
ON_THE_STANDS = "روی کیوسک"
TAKEN_DOWN = "برداشته شد"
QUEUED = "در نوبت چاپ"
ON_ITS_WAY = "در راه چاپخانه"
ALMOST = f"روی کیوسک، صفحه{HALF_SPACE}های دیگر در نوبت"
