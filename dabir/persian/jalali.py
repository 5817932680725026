"""The Iranian solar (Jalali) calendar, as a newspaper writes and reads it.

The arithmetic is jdatetime's, which was measured right on every day of 1300-1500. What
is added here is what papers need: days and months as values with their address and their
Persian name, and reading of dates in the spellings that people type.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Final, Self
from zoneinfo import ZoneInfo

import jdatetime

from dabir.persian.digits import to_ascii_digits, to_persian_digits
from dabir.persian.letters import HALF_SPACE, fold_letters

TEHRAN: Final = ZoneInfo("Asia/Tehran")
FIRST_YEAR: Final = 1200
LAST_YEAR: Final = 1600

MONTHS: Final = (
    "فروردین",
    "اردیبهشت",
    "خرداد",
    "تیر",
    "مرداد",
    "شهریور",
    "مهر",
    "آبان",
    "آذر",
    "دی",
    "بهمن",
    "اسفند",
)
WEEKDAYS: Final = (
    "شنبه",
    f"یک{HALF_SPACE}شنبه",
    "دوشنبه",
    f"سه{HALF_SPACE}شنبه",
    "چهارشنبه",
    f"پنج{HALF_SPACE}شنبه",
    "جمعه",
)


@dataclass(frozen=True, order=True, slots=True)
class JalaliMonth:
    """One month of the Jalali calendar."""

    year: int
    month: int

    def __post_init__(self) -> None:
        if not (FIRST_YEAR <= self.year <= LAST_YEAR and 1 <= self.month <= 12):
            raise ValueError(f"{self.year}/{self.month} is no month of the Jalali calendar.")

    def __str__(self) -> str:
        """The month as readers see it: «خرداد ۱۳۹۵»."""
        return f"{self.name} {to_persian_digits(self.year)}"

    @property
    def name(self) -> str:
        return MONTHS[self.month - 1]

    @property
    def length(self) -> int:
        """How many days the month has: 31, 30, or 29 for Esfand of a common year."""
        if self.month == 12:
            return 30 if jdatetime.date(self.year, 1, 1).isleap() else 29
        return 31 if self.month <= 6 else 30

    @property
    def days(self) -> list["JalaliDay"]:
        return [JalaliDay(self.year, self.month, day) for day in range(1, self.length + 1)]

    @property
    def weeks(self) -> list[list["JalaliDay | None"]]:
        """The month as rows of a wall calendar, Saturday first; None outside the month."""
        cells: list[JalaliDay | None] = [None] * self.days[0].weekday
        cells += self.days
        cells += [None] * (-len(cells) % 7)
        return [cells[start : start + 7] for start in range(0, len(cells), 7)]

    @property
    def path(self) -> str:
        """The month's part of an address: ``1395/03``."""
        return f"{self.year}/{self.month:02}"

    @property
    def next(self) -> "JalaliMonth":
        return JalaliMonth(self.year + self.month // 12, self.month % 12 + 1)

    @property
    def previous(self) -> "JalaliMonth":
        return JalaliMonth(self.year - (self.month == 1), (self.month - 2) % 12 + 1)


@dataclass(frozen=True, order=True, slots=True)
class JalaliDay:
    """One day of the Jalali calendar. An impossible day raises ValueError."""

    year: int
    month: int
    day: int

    def __post_init__(self) -> None:
        if not 1 <= self.day <= JalaliMonth(self.year, self.month).length:
            raise ValueError(f"{self.year}/{self.month}/{self.day} is no day of the calendar.")

    def __str__(self) -> str:
        """The day as readers see it: «جمعه ۲۱ خرداد ۱۳۹۵»."""
        return f"{self.weekday_name} {to_persian_digits(self.day)} {self.in_month}"

    @classmethod
    def of(cls, moment: date | datetime) -> Self:
        """Return the Jalali day of a Gregorian date, or of a moment as Tehran's clocks show it.

        A datetime must carry its time zone.
        """
        if isinstance(moment, datetime):
            if moment.tzinfo is None:
                raise ValueError("A moment without a time zone has no day.")
            moment = moment.astimezone(TEHRAN).date()
        return cls(*_parts_of(moment))

    @property
    def in_month(self) -> JalaliMonth:
        return JalaliMonth(self.year, self.month)

    @property
    def gregorian(self) -> date:
        found: date = jdatetime.date(self.year, self.month, self.day).togregorian()
        return found

    @property
    def weekday(self) -> int:
        """0 for Saturday to 6 for Friday."""
        return (self.gregorian.weekday() + 2) % 7

    @property
    def weekday_name(self) -> str:
        return WEEKDAYS[self.weekday]

    @property
    def path(self) -> str:
        """The day's part of an address: ``1395/03/21``."""
        return f"{self.in_month.path}/{self.day:02}"

    @property
    def numeric(self) -> str:
        """«۱۳۹۵/۰۳/۲۱»."""
        return to_persian_digits(self.path)

    @property
    def begins(self) -> datetime:
        """The first moment of the day in Tehran."""
        return datetime.combine(self.gregorian, time.min, TEHRAN)

    @property
    def ends(self) -> datetime:
        """The first moment of the day after."""
        return self.next.begins

    @property
    def next(self) -> "JalaliDay":
        return JalaliDay.of(self.gregorian + timedelta(days=1))

    @property
    def previous(self) -> "JalaliDay":
        return JalaliDay.of(self.gregorian - timedelta(days=1))


def clock_time(moment: datetime) -> str:
    """Return Tehran's clock at ``moment``: «۱۴:۰۵»."""
    return to_persian_digits(f"{moment.astimezone(TEHRAN):%H:%M}")


def long_moment(moment: datetime) -> str:
    """Return ``moment`` as a story page shows it: «جمعه ۲۱ خرداد ۱۳۹۵، ۱۴:۰۵»."""
    return f"{_in_words(JalaliDay.of(moment))}، {clock_time(moment)}"


@lru_cache(maxsize=4096)
def _in_words(day: JalaliDay) -> str:
    return str(day)


@lru_cache(maxsize=4096)
def _parts_of(day: date) -> tuple[int, int, int]:
    """Return the year, month and day of a Gregorian date; papers ask for few days, often."""
    found = jdatetime.date.fromgregorian(date=day)
    return found.year, found.month, found.day


def numeric_moment(moment: datetime) -> str:
    """Return ``moment`` as a form shows it: «۱۳۹۵/۰۳/۲۱ ۱۴:۰۵»."""
    return f"{JalaliDay.of(moment).numeric} {clock_time(moment)}"


# How people write a day, by its parts. Longer years first, so that 1395 is not read as 13.
_YEAR = r"(?P<year>1[2-5]\d\d|\d\d)"
_NUMERIC = re.compile(
    rf"(?<!\d){_YEAR}\s*[/.\-]\s*(?P<month>\d\d?)\s*[/.\-]\s*(?P<day>\d\d?)(?!\d)"
)
_TURNED = re.compile(
    r"(?<!\d)(?P<day>\d\d?)\s*[/.\-]\s*(?P<month>\d\d?)\s*[/.\-]\s*(?P<year>1[2-5]\d\d)"
)
_NAMED = re.compile(
    rf"(?<!\d)(?P<day>\d\d?)\s*(?P<name>{'|'.join(MONTHS)})\s*(?:ماه)?\s*(?:سال)?\s*{_YEAR}(?!\d)"
)
_CLOCK = re.compile(
    r"(?<![\d:/])(?P<hour>[01]?\d|2[0-3])\s*:\s*(?P<minute>[0-5]\d)(?::[0-5]\d)?(?![\d:/])"
)
_MONTH_SPELLINGS = {"اردی بهشت": "اردیبهشت", "امرداد": "مرداد", f"اردی{HALF_SPACE}بهشت": "اردیبهشت"}


def _plain(text: str) -> str:
    """Return ``text`` with ASCII digits and one spelling of each month."""
    text = fold_letters(to_ascii_digits(text))
    for spelling, name in _MONTH_SPELLINGS.items():
        text = text.replace(spelling, name)
    return text


def read_day(text: str) -> JalaliDay:
    """Return the first Jalali day written in ``text``; ValueError where there is none.

    Reads «۱۳۹۵/۰۳/۲۱», ``95-3-21``, «۲۱/۳/۱۳۹۵», «۲۱ خرداد ۱۳۹۵» and «جمعه ۲۱ خردادماه ۹۵»,
    in Persian, Arabic or ASCII digits. A year of two digits is of the century that puts
    it between 1330 and 1429.
    """
    plain = _plain(text)
    found = _NUMERIC.search(plain) or _NAMED.search(plain) or _TURNED.search(plain)
    if found is None:
        raise ValueError(f"No Jalali day is written in «{text.strip()[:60]}».")
    parts = found.groupdict()
    year = int(parts["year"])
    if year < 100:
        year += 1300 if year >= 30 else 1400
    month = MONTHS.index(parts["name"]) + 1 if "name" in parts else int(parts["month"])
    return JalaliDay(year, month, int(parts["day"]))


def read_clock(text: str) -> time | None:
    """Return the first time of day written in ``text`` as 14:05, or None."""
    found = _CLOCK.search(to_ascii_digits(text))
    return time(int(found["hour"]), int(found["minute"])) if found else None


def read_moment(text: str) -> datetime:
    """Return the moment in Tehran that ``text`` tells; ValueError without a day.

    Midnight where no time of day is written.
    """
    day = read_day(text)
    return datetime.combine(day.gregorian, read_clock(text) or time.min, TEHRAN)
