"""Lines that state facts and nothing else: code, day, section, views, counters."""

import re
from typing import Final

from dabir.archive.importers import codes, counters, dates, words
from dabir.archive.importers.forms import any_of
from dabir.archive.importers.lines import key

FACTS_LENGTH: Final = 200
"""A longer line is none of these."""

_SECTION_LABEL: Final = any_of("گروه، سرویس، دسته ?بندی، دسته، بخش، حوزه، موضوع، رده، طبقه بندی")
LABELLED_SECTION: Final = re.compile(
    rf"^{_SECTION_LABEL}(?: خبر| مطلب)? ?: ?(?P<name>\S.{{1,60}})$"
)
_DEED: Final = any_of("انتشار، درج، ثبت، ارسال، مخابره، نشر، چاپ، خبر، مطلب")
PUBLISHED_LABEL: Final = (
    rf"(?:(?:تاریخ|زمان)(?: و ساعت)?(?: {_DEED})?|(?:منتشر|ارسال|درج) شده(?: در)?|(?:ساعت )?انتشار)"
)
_CHANGE: Final = any_of(
    "به ?روز ?رسانی، به ?روز شده در، به ?روز شده، ویرایش، تغییرات، تغییر، اصلاحیه، اصلاح"
)
UPDATED_LABEL: Final = rf"(?:(?:تاریخ |زمان |آخرین )*{_CHANGE})"
UPDATED: Final = re.compile(rf"(?<!\w){UPDATED_LABEL} ?:? ?(?=\S)")
PUBLISHED: Final = re.compile(rf"(?<!\w){PUBLISHED_LABEL} ?:? ?(?=\S)")

_WRITER: Final = any_of("نویسنده، به قلم، خبرنگار، گزارشگر، نگارنده، گزارش، گفت ?و ?گو، گفتگو")
_HELPER: Final = any_of("عکاس، عکس ?ها، عکس، مترجم، ترجمه، تهیه و تنظیم، تنظیم، دبیر، سردبیر، ناشر")
BYLINE: Final = re.compile(
    rf"^(?:{_WRITER}|{_HELPER})(?: از)? ?: ?(?P<name>[^\W\d][^:.؟!،؛]{{2,40}})$"
)
WRITTEN_BY: Final = re.compile(rf"^{_WRITER}(?: از)? ?: ?(?P<name>[^\W\d][^:.؟!،؛]{{2,40}})$")

_VIEWS: Final = any_of("بازدیدها، بازدیدکننده، بازدید، نمایش، مشاهده، دفعات بازدید، کلیک، views?")
_WHO: Final = any_of("خبرنگار، سردبیر، دبیر، ویرایشگر")
_WORDS: Final = any_of(r"امروز، ساعت، به وقت \w+، ق\.? ?ظ، ب\.? ?ظ، AM، PM، GMT")
_META: Final = re.compile(
    "|".join(
        (
            codes.LABELLED.pattern,
            dates.DATE.pattern,
            dates.CLOCK.pattern,
            dates.WEEKDAY.pattern,
            rf"(?:تعداد )?{_VIEWS} ?:? ?[\d,.]+(?: نفر| بار| مرتبه)?",
            r"\d+ (?:دقیقه|ساعت|روز|هفته|ماه|سال) (?:پیش|قبل)(?!\w)",
            rf"(?:کد )?{_WHO}(?: مسئول)? ?: ?\d+",
            r"(?:زمان|مدت)(?: تقریبی)? مطالعه ?:? ?\d* ?(?:دقیقه)?|\d+ دقیقه(?: مطالعه)?",
            r"شماره(?: روزنامه| نسخه)? ?:? ?\d+|صفحه ?:? ?\d+",
            r"تعداد خبرهای امروز ?: ?\d+ ?خبر",
            rf"(?<!\w)(?:{UPDATED_LABEL}|{PUBLISHED_LABEL}|{_WORDS})(?!\w)",
            codes.LABEL.pattern,
        )
    ),
    re.IGNORECASE,
)
_COUNTERS: Final = re.compile(
    "|".join(
        form.pattern
        for form in (counters.PENDING, counters.PUBLISHED, counters.REJECTED, counters.TOTAL)
    )
)
_LETTER: Final = re.compile(r"[^\W\d_]")
_LONG_NUMBER: Final = re.compile(r"\d{3}")


def is_meta(plain: str) -> bool:
    """Say whether facts about the story are all that a line holds."""
    if len(plain) > FACTS_LENGTH:
        return False
    if LABELLED_SECTION.match(plain):
        return not plain.endswith((".", "؟", "!"))
    rest, found = _META.subn(" ", plain)
    return bool(found) and not _LETTER.search(rest) and not _LONG_NUMBER.search(rest)


def is_counter(plain: str) -> bool:
    """Say whether a line only counts comments."""
    if len(plain) > FACTS_LENGTH:
        return False
    rest, found = _COUNTERS.subn(" ", plain)
    return bool(found) and (not _LETTER.search(rest) or key(rest) in words.READERS)
