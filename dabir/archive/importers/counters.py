"""The comment counters under a story: awaiting review, published, not to be published."""

import re
from typing import Final

from dabir.archive.importers.record import Comments

_COUNT: Final = r" ?[:(]? ?(\d{1,6})(?!\d) ?\)?"
PENDING: Final = re.compile(rf"(?:نظرات )?در (?:انتظار|صف) (?:بررسی|تایید|تأیید|انتشار){_COUNT}")
PUBLISHED: Final = re.compile(rf"(?:نظرات )?(?:انتشار یافته|منتشر شده|تایید شده){_COUNT}")
REJECTED: Final = re.compile(rf"(?:نظرات )?(?:غیر ?قابل انتشار|رد شده|منتشر نشده){_COUNT}")
TOTAL: Final = re.compile(
    rf"(?:تعداد )?(?:نظرات|نظرها|دیدگاه ?ها|کامنت ?ها)(?: (?:کاربران|بینندگان|شما))?{_COUNT}"
    r"|(?<!\d)(\d{1,6}) (?:نظر|دیدگاه|کامنت)(?!\w)"
)
LABEL: Final = re.compile(r"(?:در انتظار بررسی|انتشار یافته|غیر ?قابل انتشار) ?:?$")


def read_comments(lines: list[str]) -> Comments | None:
    """Return what the plain lines count; None where they count nothing.

    A page that tells only how many comments it has tells the published ones.
    """
    pending, published = _first(PENDING, lines), _first(PUBLISHED, lines)
    if pending is None and published is None:
        published = _first(TOTAL, lines)
        if published is None:
            return None
    return Comments(pending or 0, published or 0, _first(REJECTED, lines))


def _first(form: re.Pattern[str], lines: list[str]) -> int | None:
    for line in lines:
        if found := form.search(line):
            return next(int(count) for count in found.groups() if count)
    return None
