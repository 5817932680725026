"""Which piece of furniture a line is, by itself; ``page`` hears its neighbours too.

kind_of(line)   facts and labels first, then menus and tools, else text
"""

import re
from collections.abc import Callable
from typing import Final

from dabir.archive.importers import codes, end_marks, words
from dabir.archive.importers.forms import any_of
from dabir.archive.importers.kinds import Kind
from dabir.archive.importers.lines import Line, key
from dabir.archive.importers.lines import plain as plain_of
from dabir.archive.importers.stated import BYLINE, FACTS_LENGTH, is_counter, is_meta

CRUMB_LENGTH: Final = 160
BYLINE_WORDS: Final = 7

_CRUMB: Final = re.compile(r" [»›>] |^[»›>] | [»›>]$")
_NUMBERED: Final = re.compile(r"^\d{1,2}[.)] ?")
_SLASHED: Final = re.compile(r" ?[/|›»>] ?")
_LINK: Final = any_of("لینک، نشانی، آدرس، پیوند، منبع")
_THIS: Final = any_of("خبر، مطلب، صفحه، این مطلب، این خبر")
_LINK_LABEL: Final = re.compile(rf"^{_LINK}?(?: ?کوتاه)?(?: ?{_THIS})? ?:? ?$")
_DOWNLOAD: Final = re.compile(
    r"^(?:دریافت|دانلود)(?: \S+){0,3} ?\d+([.,]\d+)? ?(?:[kmg]b|مگابایت|کیلوبایت)$", re.IGNORECASE
)
_LIKED: Final = any_of("نفر، لایک، پسند، رای، رأی، امتیاز")
_LIKES: Final = re.compile(rf"^\d{{1,7}} ?{_LIKED}?$|^[\d ]+[+\-*×][\d ]+= ?$")
_SHARE_DEED: Final = any_of("به اشتراک ?گذاری، اشتراک ?گذاری، ارسال، عضویت، انتشار، بازنشر، ما را")
_SHARE_WHERE: Final = any_of("در، به، با، توسط، دنبال")
_SHARE: Final = re.compile(rf"^{_SHARE_DEED} (?:\S+ ){{0,3}}{_SHARE_WHERE} ?\S+(?: کنید)?$")
_LETTER: Final = re.compile(r"[^\W\d_]")
_LETTERED: Final = re.compile(r"\S*[^\W\d_]\S*")
_LABEL_PART: Final = re.compile(r"^(?P<label>[^:]{2,40}?) ?: ?(?P<rest>\S.*)$")
_LIST: Final = any_of("""
    اخبار، خبرها، خبرهای، مطالب، عناوین، ویدیوها، ویدئوها، عکس ها، نظرات، نظرها، گزارش ها
    نوشته ها، رویدادها، مقالات، یادداشت ها، مقاله ها، رسانه ها، گفتگوها
""")
_MOST: Final = any_of("""
    آخرین، جدید ?ترین، تازه ?ترین، پر ?(?:بازدید|بیننده|بحث|طرفدار) ?ترین، مهم ?ترین، داغ ?ترین
    محبوب ?ترین، برگزیده، منتخب، دیگر، سایر، همه، مجموعه
""")
_SUCH: Final = any_of("""
    روز، داغ، مهم، ویژه، برگزیده، کل، پیشنهادی، پربازدید، پربیننده، دیگر، سایر، جدید
""")
_LATEST: Final = re.compile(
    rf"^(?:{_MOST} {_LIST}|{_LIST} {_SUCH})(?: [^\s.؟!]+){{0,2}}(?: (?:سایر|دیگر) رسانه ها)? ?:?$"
)
_PARTED: Final = re.compile(r"\s*[|•]\s*|\s{2,}|\t")
_SIDE_BY_SIDE: Final = {
    *(Kind.META, Kind.TOOL, Kind.COUNTER, Kind.CRUMB, Kind.MENU, Kind.ADDRESS, Kind.READERS),
}


def is_crumb(plain: str) -> bool:
    """Say whether a line is the way to the page, like «خانه / سیاسی / مجلس»."""
    if len(plain) > CRUMB_LENGTH or "«" in plain:
        return False
    if _CRUMB.search(plain):
        return True
    parts = _SLASHED.split(plain)
    return (len(parts) > 1 and key(parts[0]) in words.HOME) or _is_numbered_crumb(plain)


def _is_numbered_crumb(plain: str) -> bool:
    rest, found = _NUMBERED.subn("", plain)
    return bool(found) and key(rest) in words.MENU


def is_address(plain: str) -> bool:
    found = codes.ADDRESS.search(plain)
    return bool(found and found.end() == len(plain) and _LINK_LABEL.match(plain[: found.start()]))


def is_tool(plain: str) -> bool:
    """Say whether every part of a line is a tool's name, or no letter is in it at all."""
    if not _LETTER.search(plain):
        return bool(_LIKES.match(plain)) or not re.search(r"\d", plain)
    if _LIKES.match(plain) or _DOWNLOAD.match(plain) or _SHARE.match(plain):
        return True
    return len(plain) <= CRUMB_LENGTH and _is_made_of_tools(_LETTERED.findall(plain))


def _is_made_of_tools(parts: list[str]) -> bool:
    """Say whether the words can be parted into names of tools."""
    reached = {0}
    for at in range(len(parts)):
        for size in range(1, 5) if at in reached else ():
            if key(" ".join(parts[at : at + size])) in words.TOOLS:
                reached.add(at + size)
    return len(parts) in reached


def is_latest(plain: str) -> bool:
    """Say whether a line is the label of a list that is the site's and not the story's."""
    return key(plain) in words.LATEST or bool(_LATEST.match(plain))


def has_label(plain: str, labels: frozenset[str]) -> bool:
    """Say whether a line is one of the labels, alone or with a colon and more behind it."""
    if key(plain) in labels:
        return True
    parts = _LABEL_PART.match(plain)
    return parts is not None and key(parts["label"]) in labels


def behind_label(plain: str) -> str:
    """Return what stands behind a line's label and colon; empty where nothing does."""
    parts = _LABEL_PART.match(plain)
    return parts["rest"] if parts else ""


def is_sentence(plain: str) -> bool:
    """Say whether a line closes as speech does: «بله.» in an interview is no button."""
    return bool(_LETTER.search(plain)) and plain.endswith((".", "؟", "!", "»"))


def is_byline(plain: str) -> bool:
    """Say whether a line names who worked on the story; a name is short."""
    return bool(BYLINE.match(plain)) and len(plain.split()) <= BYLINE_WORDS


def is_hashtags(plain: str) -> bool:
    parts = plain.split()
    return bool(parts) and all(part.startswith("#") and len(part) > 1 for part in parts)


def is_rights(plain: str) -> bool:
    lower = plain.casefold()
    return len(plain) < 300 and any(phrase in lower for phrase in words.COPYRIGHT)


_ALWAYS: Final[tuple[tuple[Kind, Callable[[str], bool]], ...]] = (
    (Kind.END_MARK, end_marks.is_end_phrase),
    (Kind.COUNTER, is_counter),
    (Kind.META, is_meta),
    (Kind.BYLINE, is_byline),
    (Kind.DESK_CODE, end_marks.is_desk_code),
    (Kind.ADDRESS, is_address),
    (Kind.TAG, is_hashtags),
    (Kind.TAGS, lambda plain: has_label(plain, words.TAGS)),
    (Kind.RELATED, lambda plain: has_label(plain, words.RELATED)),
    (Kind.RIGHTS, is_rights),
    (Kind.READERS, lambda plain: plain.startswith(words.RULES)),
    (Kind.TOOL, lambda plain: plain.casefold().startswith(words.BROWSER)),
)
_UNLESS_SENTENCE: Final[tuple[tuple[Kind, Callable[[str], bool]], ...]] = (
    (Kind.LATEST, is_latest),
    (Kind.READERS, lambda plain: key(plain) in words.READERS),
    (Kind.MENU, lambda plain: key(plain) in words.MENU),
    (Kind.TOOL, is_tool),
    (Kind.CRUMB, is_crumb),
)


def kind_of(line: Line) -> Kind:
    """Return what the line is by itself."""
    alone = _kind_of(line.plain)
    return _kind_of_parts(line) if alone is Kind.TEXT else alone


def _kind_of(plain: str) -> Kind:
    tests = _ALWAYS if is_sentence(plain) else _ALWAYS + _UNLESS_SENTENCE
    return next((kind for kind, test in tests if test(plain)), Kind.TEXT)


def _kind_of_parts(line: Line) -> Kind:
    """Return META or TOOL for a line that sets several of them side by side."""
    parts = [part for part in map(plain_of, _PARTED.split(line.text)) if part]
    if len(parts) < 2 or len(line.text) > FACTS_LENGTH:
        return Kind.TEXT
    kinds = {_kind_of(part) for part in parts}
    if not kinds <= _SIDE_BY_SIDE:
        return Kind.TEXT
    return Kind.META if Kind.META in kinds else Kind.TOOL
