"""Slips that every editor knows by heart: «بیافتد» for «بیفتد», «الویت» for «اولویت», «راجب».

Some are wrong in one company only («حوضه علمیه», «غریب به اتفاق»), some are no words at all; none
of the lists has a form that is right anywhere else. «نیافت» (did not find), «حوضه» (a river's
basin), «غریب» and «خورد» are left alone.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import takewhile
from typing import Final

from dabir.copydesk.examples import Example
from dabir.copydesk.marks import Mark, Severity
from dabir.copydesk.paragraph import Paragraph
from dabir.copydesk.phrases import Phrases
from dabir.copydesk.wording import plain, table, wrong_parts
from dabir.persian.letters import HALF_SPACE

LABEL: Final = "غلط رایج"
SEVERITY: Final = Severity.ERROR
EXAMPLES: Final = [
    Example("اگر بیافتد یا بیاندازند", "اگر بیفتد یا بیندازند"),
    Example("نیافتاده بود و بیاندیشید", "نیفتاده بود و بیندیشید"),
    Example(f"الویت{HALF_SPACE}های ما در وحلهٔ اول", f"اولویت{HALF_SPACE}های ما در وهلهٔ اول"),
    Example("راجب کتاب بلاخره گفت", "راجع به کتاب بالاخره گفت"),
    Example("انظباط و معظلات شهری", "انضباط و معضلات شهری"),
    Example("از جا برخواست و برخواسته بود", "از جا برخاست و برخاسته بود"),
    Example("خواستگاه این اندیشه", "خاستگاه این اندیشه"),
    Example("اکثر غریب به اتفاق", "اکثر قریب به اتفاق"),
    Example("حوضه علمیه و حوضه انتخابیه", "حوزه علمیه و حوزه انتخابیه"),
    Example("حائض اهمیت است", "حائز اهمیت است"),
    Example(f"فارق{HALF_SPACE}التحصیلان و گزشته", f"فارغ{HALF_SPACE}التحصیلان و گذشته"),
    Example(
        f"آسیب{HALF_SPACE}پزیر و گذینه{HALF_SPACE}ها", f"آسیب{HALF_SPACE}پذیر و گزینه{HALF_SPACE}ها"
    ),
    Example("جامعه بین الملل، حقوق بین الملل", f"جامعه بین{HALF_SPACE}المللی، حقوق بین الملل"),
    Example("برای مقابل با سیل", "برای مقابله با سیل"),
    Example("تیم مقابل با سه گل برد و در مقابل با او نشست."),
    Example("نیافت، بیافت، حوضهٔ آبریز، اولیت، خورد و خرد، غالب و قالب، غریب"),
    Example("بیفتد، بیندازد، اولویت، خواستگار، برخاست، پرتوپزشکی، اصطبل"),
]

STEMS: Final = table("""
    بیافتد:بیفتد بیافتند:بیفتند بیافتاد:بیفتاد بیانداخت:بینداخت بیانداز:بینداز بیاندیش:بیندیش
    بیافزا:بیفزا بیافزو:بیفزو بیافکن:بیفکن بیافراز:بیفراز بیافراش:بیفراش بیافروز:بیفروز
    بیافروخت:بیفروخت نیافتاد:نیفتاد نیافتد:نیفتد نیانداخت:نینداخت نیانداز:نینداز نیاندیش:نیندیش
    نیافزود:نیفزود انظباط:انضباط منظبط:منضبط معظل:معضل توجیح:توجیه اصطحکاک:اصطکاک وحله:وهله
    ازدهام:ازدحام بحبوهه:بحبوحه بهبوهه:بحبوحه خواستگاه:خاستگاه خاستگار:خواستگار برخواست:برخاست
    الویت:اولویت مشگل:مشکل بلاخره:بالاخره اصراف:اسراف افصار:افسار احجاف:اجحاف مذبور:مزبور
    عجیین:عجین خوردسال:خردسال ذکات:زکات ذلزله:زلزله ناگذیر:ناگزیر سرگزشت:سرگذشت درگزشت:درگذشت
    گذینه:گزینه گزشته:گذشته گذارشگر:گزارشگر علارغم:علی|رغم پزیر:پذیر پزیرش:پذیرش پزیرفت:پذیرفت
    قائله:غائله
""")
"""What a word begins with that is always wrong."""

WORDS: Final = table("راجب:راجع_به راجبه:راجع_به راجعبه:راجع_به")
"""Whole words that are always wrong."""

COMPANY: Final = table("""
    غریب_به_اتفاق:قریب_به_اتفاق غریب_الوقوع:قریب|الوقوع حوضه_علمیه:حوزه_علمیه
    حوضه_انتخابیه:حوزه_انتخابیه حائض_اهمیت:حائز_اهمیت حایض_اهمیت:حائز_اهمیت
    فارق_التحصیل:فارغ|التحصیل فارق_التحصیلان:فارغ|التحصیلان فارغ_التحصل:فارغ|التحصیل
    تصویه_حساب:تسویه_حساب ختم_قائله:ختم_غائله مرحم_گذاشت:مرهم_گذاشت
    جامعه_بین_الملل:جامعه_بین|المللی مجامع_بین_الملل:مجامع_بین|المللی
    نهادهای_بین_الملل:نهادهای_بین|المللی سازمان_های_بین_الملل:سازمان_های_بین|المللی
    کنفرانس_بین_الملل:کنفرانس_بین|المللی همایش_بین_الملل:همایش_بین|المللی
    نمایشگاه_بین_الملل:نمایشگاه_بین|المللی جشنواره_بین_الملل:جشنواره_بین|المللی
    فرودگاه_بین_الملل:فرودگاه_بین|المللی مسابقات_بین_الملل:مسابقات_بین|المللی
    مقابل_همه_جانبه_با:مقابله_همه_جانبه_با مقابل_جدی_با:مقابله_جدی_با
    مقابل_قاطع_با:مقابله_قاطع_با مقابل_موثر_با:مقابله_موثر_با برای_مقابل_با:برای_مقابله_با
    جهت_مقابل_با:جهت_مقابله_با راه_های_مقابل_با:راه_های_مقابله_با
""")
"""Words that are wrong in this company."""

_LENGTHS: Final = sorted({len(stem) for stem in STEMS}, reverse=True)
_SHORTEST: Final = _LENGTHS[-1]
_HEADS: Final = {stem[:_SHORTEST] for stem in STEMS}
_PHRASES: Final = Phrases(COMPANY.items())


def check(paragraph: Paragraph) -> Iterator[Mark]:
    """Yield a mark over every slip of the lists."""
    for part, right in wrong_parts(paragraph, right_word):
        yield _mark(part.start, part.end, right)
    for hit in _PHRASES.find(paragraph.pieces):
        written = paragraph.text[hit.start : hit.end]
        if written != hit.meaning:
            before, after = _alike(written, hit.meaning)
            right = hit.meaning[before : len(hit.meaning) - after]
            yield _mark(hit.start + before, hit.end - after, right)


def _alike(written: str, right: str) -> tuple[int, int]:
    """Return how many letters before and behind the slip belong to words that are right."""
    pairs = list(zip(written.split(" "), right.split(" "), strict=False))
    before = takewhile(_is_right, pairs[:-1])
    rest = zip(written.split(" ")[::-1], right.split(" ")[::-1], strict=False)
    after = takewhile(_is_right, list(rest)[:-1])
    return _letters(before), _letters(after)


def _is_right(pair: tuple[str, str]) -> bool:
    return pair[0] == pair[1]


def _letters(pairs: Iterable[tuple[str, str]]) -> int:
    """Return the length of words, each with a blank."""
    return sum(len(word) + 1 for word, _ in pairs)


@lru_cache(50_000)
def right_word(written: str) -> str | None:
    """Return a word as it should be, or None when it is in no list."""
    word = plain(written)
    if word in WORDS:
        return WORDS[word]
    for length in _LENGTHS if word[:_SHORTEST] in _HEADS else ():
        right = STEMS.get(word[:length])
        if right is not None:
            return right + word[length:]
    return None


def _mark(start: int, end: int, right: str) -> Mark:
    return Mark(start, end, "common", SEVERITY, f"درست آن «{right}» است.", (right,))
