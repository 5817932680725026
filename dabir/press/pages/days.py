"""The archive by day, month and year of the Jalali calendar."""

from collections.abc import Iterable, Iterator

from dabir.persian import JalaliDay, JalaliMonth
from dabir.persian.jalali import FIRST_YEAR, LAST_YEAR
from dabir.press.ledger import Reading, digest
from dabir.press.pages import facts
from dabir.press.pages.registry import ARCHIVE, FRONT, Sheet, cards, prints, sheet

_YEAR = r"(?P<year>\d{4})"
_MONTH = _YEAR + r"/(?P<month>\d\d)"
_DAY = _MONTH + r"/(?P<day>\d\d)"


def months_with_stories() -> Iterator[JalaliMonth]:
    for year in facts.years():
        found = facts.with_stories(reversed(facts.months_of(year)))
        yield from (month for month, has_any in found.items() if has_any)


def _year_pages() -> Iterator[str]:
    return (f"/archive/{year}/" for year in facts.years())


def _month_pages() -> Iterator[str]:
    return (f"/archive/{month.path}/" for month in months_with_stories())


def _day_pages() -> Iterator[str]:
    for month in months_with_stories():
        for day in facts.days_with_stories(month):
            yield f"/archive/{month.path}/{day:02}/"


def any_stories(months: Iterable[JalaliMonth], reading: Reading) -> dict[JalaliMonth, bool]:
    """Say of months whether each has stories, and tell ``reading`` that the page shows it."""
    found = facts.with_stories(months)
    for month, has_any in found.items():
        reading.show(f"month:{month.path}", "any", digest(has_any))
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
    months = tuple(facts.month_counts(int(year)))
    for month, _ in months:
        reading.list(f"month:{month.path}", None)
    return sheet(
        "pages/archive_year.html", path, reading, year=int(year), months=months, years=years
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
    months = facts.months_of(found.year)
    before = found.previous if found.year > FIRST_YEAR else None
    after = found.next if found.year < LAST_YEAR else None
    has_any = any_stories([*months, *filter(None, (before, after))], reading)
    return sheet(
        "pages/archive_month.html",
        path,
        reading,
        month=found,
        counts=counts,
        months=tuple((each, has_any[each]) for each in months),
        previous=before if before and has_any[before] else None,
        next=after if after and has_any[after] else None,
    )


@prints(rf"/archive/{_DAY}/", rank=FRONT, paths=_day_pages)
def day(path: str, reading: Reading, year: str, month: str, day: str) -> Sheet | None:
    """A day's paper: every story of it, newest first."""
    try:
        found = JalaliDay(int(year), int(month), int(day))
    except ValueError:
        return None
    stories = cards(reading, f"day:{found.path}")
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
