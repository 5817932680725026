"""The story's code: labelled on the page («کد خبر: …»), or inside the page's address."""

import re
from datetime import date
from typing import Final

from dabir.persian import JalaliDay

DIGITS: Final = 18
"""A code has at most so many digits: then it fits the database's big integer."""

_THING: Final = "خبر|مطلب|نوشته|محتوا|گزارش|یادداشت|مقاله|پست"
LABEL: Final = re.compile(
    rf"(?<!\w)(?:کد ?(?:{_THING})|(?:شناسه|شماره)(?: ?ی)? (?:{_THING})|شناسه|کد(?= ?[:#])"
    r"|news ?(?:id|code))(?!\w) ?[:#]*",
    re.IGNORECASE,
)
LABELLED: Final = re.compile(rf"{LABEL.pattern} ?(\d{{3,{DIGITS}}})(?!\d)", re.IGNORECASE)
ADDRESS: Final = re.compile(
    r"(?:https?://)?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,12}(?::\d+)?(?:/[^\s<>«»\"]*)?",
    re.IGNORECASE,
)
_IN_PATH: Final = re.compile(rf"(?<![\w.])(\d{{5,{DIGITS}}})(?![\w.])")
_AFTER_NEWS: Final = re.compile(rf"/news[-/](\d{{1,{DIGITS}}})(?![\w.])")


def read_code(plain: str) -> int | None:
    """Return the code that a line labels as such."""
    found = LABELLED.search(plain)
    return int(found[1]) if found else None


def read_code_in_address(address: str) -> int | None:
    """Return the code inside an address like ``/fa/news/912090/slug``; the last long number."""
    path = address.partition("://")[2] or address
    path = path.partition("/")[2]
    found = _AFTER_NEWS.findall(f"/{path}") or _IN_PATH.findall(path)
    return int(found[-1]) if found else None


def host_of(address: str) -> str:
    """Return the host of an address, in small letters and without ``www.``."""
    host = (address.partition("://")[2] or address).partition("/")[0].casefold()
    return host.removeprefix("www.")


# Codes that hold the day -------------------------------------------------------------------
_LONG: Final = re.compile(r"(1[34]\d\d)(\d\d)(\d\d)\d{3,}")
_SHORT: Final = re.compile(r"([789]\d)(\d\d)(\d\d)\d{4,5}")
_GREGORIAN: Final = re.compile(r"(20[0-3]\d)(\d\d)(\d\d)\d{2,}")


def read_day_in_code(code: int) -> date | None:
    """Return the day that a code holds: 1401081610590, 8707060255, 20200622….

    None for a code that only counts; one of ten or eleven digits is taken for a day of
    1370 to 1399 where it can be one.
    """
    digits = str(code)
    if found := _GREGORIAN.fullmatch(digits):
        return _date(*map(int, found.groups()))
    if found := _LONG.fullmatch(digits):
        return _jalali(*map(int, found.groups()))
    if found := _SHORT.fullmatch(digits):
        year, month, day = map(int, found.groups())
        return _jalali(1300 + year, month, day)
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _jalali(year: int, month: int, day: int) -> date | None:
    try:
        return JalaliDay(year, month, day).gregorian
    except ValueError:
        return None
