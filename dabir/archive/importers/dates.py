"""Days and clocks on a page: Jalali first, then the Gregorian day that may stand beside it."""

import re
from datetime import date, datetime, time, timedelta
from typing import Final

from dabir.persian import read_moment
from dabir.persian.jalali import MONTHS, TEHRAN, read_clock

_GREGORIAN: Final = {
    name: number
    for number, names in enumerate(
        (
            "january jan ژانویه",
            "february feb فوریه",
            "march mar مارس",
            "april apr آوریل",
            "may می مه",
            "june jun ژوئن",
            "july jul ژوئیه جولای",
            "august aug اوت آگوست",
            "september sep سپتامبر",
            "october oct اکتبر",
            "november nov نوامبر",
            "december dec دسامبر",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH_NAMES: Final = "|".join([*MONTHS, "اردی بهشت", "امرداد"])
_GREGORIAN_NAMES: Final = "|".join(sorted(_GREGORIAN, key=len, reverse=True))
_WEEKDAYS: Final = "شنبه|یک ?شنبه|دو ?شنبه|سه ?شنبه|چهار ?شنبه|پنج ?شنبه|آدینه|جمعه"

ISO: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/.](\d\d?)[-/.](\d\d?)(?!\d)")
NAMED: Final = re.compile(
    rf"(?<!\w)(\d\d?)(?:st|nd|rd|th)?[ ,]+({_GREGORIAN_NAMES})[ ,]+((?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
TURNED: Final = re.compile(
    rf"(?<!\w)({_GREGORIAN_NAMES})[ ,]+(\d\d?)[ ,]+((?:19|20)\d\d)(?!\d)", re.IGNORECASE
)
_AFTERNOON: Final = re.compile(r"(?<!\w)(?:PM|ب\.? ?ظ|بعد از ظهر)(?!\w)", re.IGNORECASE)

_JALALI: Final = (
    r"(?<!\d)(?:1[2-5]\d\d|\d\d) ?[/.\-] ?\d\d? ?[/.\-] ?\d\d?(?!\d)",
    r"(?<!\d)\d\d? ?[/.\-] ?\d\d? ?[/.\-] ?(?:1[2-5]|19|20)\d\d(?!\d)",
    rf"(?<!\d)\d\d? ?(?:{_MONTH_NAMES})(?: ?ماه)?[ ،,]*(?:سال )?(?:1[2-5]\d\d|\d\d)(?!\d)",
)
DATE: Final = re.compile(
    "|".join([*_JALALI, *(form.pattern for form in (ISO, NAMED, TURNED))]), re.IGNORECASE
)
"""A day as people write it, in a line's plain form."""
CLOCK: Final = re.compile(
    r"(?<!\d)\d\d? ?: ?\d\d(?: ?: ?\d\d)?(?: ?(?:AM|PM))?(?!\d)", re.IGNORECASE
)
WEEKDAY: Final = re.compile(
    rf"(?<!\w)(?:{_WEEKDAYS}|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?!\w)", re.IGNORECASE
)


def read_published(plain: str) -> datetime | None:
    """Return the first moment that a line tells, in Tehran's time; None where it tells none.

    Midnight where the line has a day and no clock.
    """
    try:
        moment = read_moment(plain)
    except ValueError:
        return _read_gregorian(plain)
    return moment + _afternoon(plain, moment)


def _afternoon(plain: str, moment: datetime) -> timedelta:
    """Return what must be added where the clock is one of twelve hours."""
    late = 0 < moment.hour < 12 and _AFTERNOON.search(plain)
    return timedelta(hours=12 if late else 0)


def _read_gregorian(plain: str) -> datetime | None:
    parts = _gregorian_parts(plain)
    if parts is None:
        return None
    clock = read_clock(plain)
    try:
        moment = datetime.combine(date(*parts), clock or time.min, TEHRAN)
    except ValueError:
        return None
    return moment + _afternoon(plain, moment)


def _gregorian_parts(plain: str) -> tuple[int, int, int] | None:
    """Return year, month and day of the first Gregorian date."""
    if found := ISO.search(plain):
        year, month, day = found.groups()
        return int(year), int(month), int(day)
    if found := NAMED.search(plain):
        day, name, year = found.groups()
        return int(year), _GREGORIAN[name.casefold()], int(day)
    if found := TURNED.search(plain):
        name, day, year = found.groups()
        return int(year), _GREGORIAN[name.casefold()], int(day)
    return None
