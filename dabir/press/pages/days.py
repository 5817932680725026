"""The archive by day, month and year of the Jalali calendar."""

from collections.abc import Iterator

from dabir.newsroom.models import Story
from dabir.persian import JalaliDay, JalaliMonth
from dabir.persian.jalali import FIRST_YEAR, LAST_YEAR
from dabir.press.ledger import Reading, digest
from dabir.press.pages import facts
from dabir.press.pages.registry import ARCHIVE, Sheet, cards, prints, sheet

_YEAR = r"(?P<year>\d{4})"
_MONTH = _YEAR + r"/(?P<month>\d\d)"
_DAY = _MONTH + r"/(?P<day>\d\d)"


def months_with_stories() -> Iterator[JalaliMonth]:
    for year in facts.years():
        for month in range(12, 0, -1):
            if facts.has_stories(JalaliMonth(year, month)):
                yield JalaliMonth(year, month)


def _year_pages() -> Iterator[str]:
    return (f"/archive/{year}/" for year in facts.years())


def _month_pages() -> Iterator[str]:
    return (f"/archive/{month.path}/" for month in months_with_stories())


def _day_pages() -> Iterator[str]:
    for month in months_with_stories():
        for day in facts.days_with_stories(month):
            yield f"/archive/{month.path}/{day:02}/"


def _any_stories(month: JalaliMonth, reading: Reading) -> bool:
    """Say whether a month has stories, and tell ``reading`` that the page shows it."""
    found = facts.has_stories(month)
    reading.show(f"month:{month.path}", "any", digest(found))
    return found


def _years(reading: Reading) -> tuple[int, ...]:
    found = facts.years()
    reading.show("span", "whole", digest(found))
    return found


@prints(r"/archive/", rank=ARCHIVE)
def archive(path: str, reading: Reading) -> Sheet:
    """The years of the paper."""
    return sheet("pages/archive.html", path, reading, years=_years(reading))


@prints(rf"/archive/{_YEAR}/", rank=ARCHIVE, paths=_year_pages)
def year(path: str, reading: Reading, year: str) -> Sheet | None:
    """A year: its months, and how many stories each has."""
    years = _years(reading)
    if int(year) not in years:
        return None
    months = []
    for number in range(1, 13):
        month = JalaliMonth(int(year), number)
        reading.list(f"month:{month.path}", None)
        months.append((month, facts.stories_of_month(month).count()))
    return sheet(
        "pages/archive_year.html", path, reading, year=int(year), months=tuple(months), years=years
    )


@prints(rf"/archive/{_MONTH}/", rank=ARCHIVE, paths=_month_pages)
def month(path: str, reading: Reading, year: str, month: str) -> Sheet | None:
    """A month as a wall calendar with the number of stories of each day."""
    try:
        found = JalaliMonth(int(year), int(month))
    except ValueError:
        return None
    reading.list(f"month:{found.path}", None)
    counts = facts.day_counts(found)
    if not counts:
        return None
    months = tuple(
        (each, _any_stories(each, reading))
        for each in (JalaliMonth(found.year, number) for number in range(1, 13))
    )
    return sheet(
        "pages/archive_month.html",
        path,
        reading,
        month=found,
        counts=counts,
        months=months,
        previous=_neighbour(found.previous, reading) if found.year > FIRST_YEAR else None,
        next=_neighbour(found.next, reading) if found.year < LAST_YEAR else None,
    )


def _neighbour(month: JalaliMonth, reading: Reading) -> JalaliMonth | None:
    return month if _any_stories(month, reading) else None


@prints(rf"/archive/{_DAY}/", rank=ARCHIVE, paths=_day_pages)
def day(path: str, reading: Reading, year: str, month: str, day: str) -> Sheet | None:
    """A day's paper: every story of it, newest first."""
    try:
        found = JalaliDay(int(year), int(month), int(day))
    except ValueError:
        return None
    of_day = Story.objects.filter(
        first_published_at__gte=found.begins, first_published_at__lt=found.ends
    )
    stories = cards(reading, f"day:{found.path}", of_day)
    if not stories:
        return None
    days = facts.days_with_stories(found.in_month)
    reading.show(f"month:{found.in_month.path}", "days", digest(days))
    return sheet(
        "pages/archive_day.html",
        path,
        reading,
        day=found,
        stories=stories,
        days=frozenset(days),
        month=found.in_month,
    )
