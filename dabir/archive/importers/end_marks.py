"""End marks: «انتهای پیام/۴۱۲۹/», desk codes and initials that close an agency's copy.

A mark on a line of its own ends the body. A mark behind the last sentence is cut off it.
"""

import re
from typing import Final, NamedTuple

from dabir.archive.importers.lines import aligned

_SIGN: Final = r"[آ-یa-z\d]{1,8}(?![\w])"
_TAIL: Final = rf" ?\d*(?: ?[/.*\-–_#(]+ ?{_SIGN})*(?: [آ-ی](?!\w))*[ /.*\-–_#)]*"
_END: Final = "(?:انتهای?|پایان)"
_THING: Final = "(?:پ[یبپ]ام|یام|متن|خبر|گزارش|مطلب|رپرتاژ(?: آگهی)?|آگهی)"

PHRASE: Final = re.compile(rf"^[*/.\-–_ ]*{_END} ?{_THING}(?!\w){_TAIL}$", re.IGNORECASE)
DESK_CODE: Final = re.compile(r"^[*/.\-–_ (]*\d{2,12}(?:[ /*.\-–_]+\d{1,12}){0,5}[*/.\-–_ )]*$")
_PART: Final = re.compile(r"[آ-ی]{1,6}|\d{1,12}")
_PARTED: Final = re.compile(r"[/*.]+")
LONGEST: Final = 40
_NUMBERS: Final = r"(?!(?:1[34]|19|20)\d\d\b)\d{3,6}(?:[ /*]+\d{2,6}){0,4}"

_BEHIND: Final = re.compile(
    rf"(?P<stop>[ ]?\.)?[ ./*\-–،]*(?P<message>{_END} ?پ[یبپ]ام{_TAIL})$"
    rf"|(?<=[.؟!»)])[ /*\-–]*(?P<other>{_END} ?{_THING}(?!\w){_TAIL})$"
    rf"|(?:(?<=[؟!»])|(?<=[^.]\.)) ?(?P<code>/? ?{_NUMBERS} ?/?)$"
    r"|(?<=[.؟!»)]) ?(?P<initials>/ ?(?:[آ-ی]{1,3}[./]?){1,3})$",
    re.IGNORECASE,
)


class Parted(NamedTuple):
    """A paragraph and the mark that stood behind it (empty where there was none)."""

    text: str
    mark: str


def is_end_phrase(plain: str) -> bool:
    """Say whether a line is «انتهای پیام» in one of its forms."""
    return len(plain) <= LONGEST and bool(PHRASE.match(plain))


def is_desk_code(plain: str) -> bool:
    """Say whether a line is numbers or initials alone, as desks sign with."""
    return len(plain) <= LONGEST and (bool(DESK_CODE.match(plain)) or _is_signature(plain))


def _is_signature(plain: str) -> bool:
    """Say whether a line is like ``/م.ق/`` or ``تهرام/۷۲۴۷``: parts with strokes between.

    Without a number, the parts are initials, of one or two letters.
    """
    parts = [part.strip() for part in _PARTED.split(plain) if part.strip()]
    if not re.search(r"[/*]", plain) or not all(map(_PART.fullmatch, parts)):
        return False
    numbered = any(part.isdigit() for part in parts)
    return 0 < len(parts) <= 6 and (numbered or all(len(part) <= 2 for part in parts))


def part(paragraph: str) -> Parted:
    """Return the paragraph without the mark behind its last sentence, and the mark."""
    tail_at = max(0, len(paragraph) - LONGEST)
    found = _BEHIND.search(aligned(paragraph[tail_at:]))
    if found is None or found.lastgroup is None:
        return Parted(paragraph, "")
    kept = paragraph[: tail_at + max(found.start(), found.end("stop"))].rstrip()
    mark = paragraph[tail_at + found.start(found.lastgroup) :].strip()
    return Parted(kept, mark) if kept else Parted(paragraph, "")
