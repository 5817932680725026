"""The story's code: labelled on the page («کد خبر: …»), or inside the page's address."""

import re
from typing import Final

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
