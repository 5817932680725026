"""Plurals of plurals, and Arabic plurals of Persian words: «امورات» for «امور», «گزارشات».

A broken plural (امور، اخبار) takes no second ending: that is wrong to every editor. «ات» and «ین»
on Persian words (گزارشات، بازرسین) are against good usage only, a matter of style. Plurals that
Persian took over as words of their own are left alone (جواهرات، عملیات، ارباب، حقوق، نذورات).
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from dabir.copydesk.examples import Example
from dabir.copydesk.marks import Mark, Severity
from dabir.copydesk.paragraph import Paragraph
from dabir.copydesk.wording import Part, parts, plain, silent, table
from dabir.persian.letters import HALF_SPACE

LABEL: Final = "جمع"
SEVERITY: Final = Severity.ERROR
EXAMPLES: Final = [
    Example("امورات شهر و حروفات سربی", "امور شهر و حروف سربی"),
    Example("اخبارها و آثارهای او", "اخبار و آثار او"),
    Example(f"طلاب{HALF_SPACE}ها و اسنادهایی که بود", "طلاب و اسنادی که بود"),
    Example(f"مفاهیم{HALF_SPACE}های تازه", "مفاهیم تازه"),
    Example("گزارشات و پیشنهادات", f"گزارش{HALF_SPACE}ها و پیشنهادها"),
    Example(
        "آزمایشاتی که کارخانجات کردند", f"آزمایش{HALF_SPACE}هایی که کارخانه{HALF_SPACE}ها کردند"
    ),
    Example("مسائلها و مسائل ها", "مسائل و مسائل"),
    Example("بازرسین و داوطلبین", "بازرسان و داوطلبان"),
    Example(
        f"جواهرات، عملیات{HALF_SPACE}ها، ارباب{HALF_SPACE}ها، حقوق{HALF_SPACE}ها، حواس، نذورات"
    ),
    Example(f"کتاب{HALF_SPACE}ها، خبرها، حرف{HALF_SPACE}ها، انتخابات، تشکیلات، مهندسین مشاور"),
]

BROKEN: Final = frozenset(
    """
    اخبار آثار اسناد اعمال اطراف طلاب عجایب اسامی آمال آداب آفاق جوانب حوادث دراویش احوال مفاهیم
    مباحث مواقع مراحل موارد منابع معابر مساجد منازل اماکن امواج ارقام اقوام حقایق عواطف فرایض
    فوائد فواید سوانح اجداد اولاد اشعار افکار اهداف ابعاد اضلاع افراد اشخاص احکام اذهان اصناف
    ارواح اموال انواع اقسام مصارف مضامین مطالب مقاصد مناطق منافع نتایج وسایل وظایف قوانین قواعد
    قبایل شرایط شواهد عوامل عناصر عناوین عقاید علما فقها شعرا وزرا امرا ادبا ادله ائمه جرایم
    جرائم مسایل مصایب شعایر جزایر حواشی دلایل دلائل روابط رسوم سلاطین شعائر صنایع ضوابط طوایف
    فضایل لوازم مدارک مدارس مراکز مسائل مشاغل مصائب معابد معایب مقررات ملل ملوک مواضع نواقص
    نوادر وقایع هموم امور اعماق افعال ارکان جبال اساطیر اوامر زوایا امراض مذاهب رجال معارف ادیان
    دفاتر ذخایر رفقا اعیاد بنادر قیود اعضا اسرا
""".split()
)
"""Plurals of Arabic making, none of which is a singular in Persian too."""

DOUBLE: Final = table("""
    امورات:امور حروفات:حروف مدارکات:مدارک آثارات:آثار اخبارات:اخبار عجایبات:عجایب حقوقات:حقوق
    طلابان:طلاب علمایان:علما ماموراتان:مأموران مأموراتان:مأموران نذوراتات:نذورات
""")
"""Broken plurals with a second ending."""

LOOSE: Final = table("""
    رسومات:رسوم احوالات:احوال لوازمات:لوازم گزارشات:گزارش|ها سفارشات:سفارش|ها آزمایشات:آزمایش|ها
    پیشنهادات:پیشنهادها گرایشات:گرایش|ها ویرایشات:ویرایش|ها پرسشات:پرسش|ها پژوهشات:پژوهش|ها
    آموزشات:آموزش|ها کارخانجات:کارخانه|ها ادارجات:اداره|ها روزنامجات:روزنامه|ها نوشتجات:نوشته|ها
    کاغذجات:کاغذها داوطلبین:داوطلبان بازرسین:بازرسان استادین:استادان خریدارین:خریداران
    افاغنه:افغان|ها
""")
"""Arabic endings on Persian words, and old plurals that careful writers avoid."""

_JAT: Final = frozenset("روزنامه اداره دسته نوشته کارخانه".split())
_ENDINGS: Final = {
    "ها": "", "های": "", "هایی": "ی", "هایش": "ش", "هایشان": "شان", "هایمان": "مان"
}  # fmt: skip
_APART: Final = {*_ENDINGS, "جات"}
_POSSESSIVE: Final = ("", "ی", "ش", "شان", "مان")


def check(paragraph: Paragraph) -> Iterator[Mark]:
    """Yield a mark over every plural that has one ending too many, or a foreign one."""
    if silent(paragraph, _is_of_interest):
        return
    before: Part | None = None
    for part in parts(paragraph):
        right, severity = judged(part.text)
        if right is not None:
            yield _mark(part.start, part.end, right, severity)
        elif before and part.text in _APART and _is_near(paragraph.text, before, part):
            right, severity = of_two(plain(before.text), part.text)
            if right is not None:
                yield _mark(before.start, part.end, right, severity)
        before = part


def _is_of_interest(written: str) -> bool:
    """Say whether a part may be wrong, or make one with the part before."""
    return written in _APART or judged(written)[0] is not None


def _is_near(text: str, before: Part, part: Part) -> bool:
    """Say whether a blank or a half-space stands between two parts."""
    return text[before.end : part.start] in (" ", HALF_SPACE)


def of_two(noun: str, ending: str) -> tuple[str | None, Severity]:
    """Return what a noun and the plural ending that stands apart from it should be."""
    if noun in BROKEN and ending in _ENDINGS:
        return _joined(noun, _ENDINGS[ending]), SEVERITY
    if noun in _JAT and ending == "جات":
        return f"{noun}{HALF_SPACE}ها", Severity.STYLE
    return None, SEVERITY


@lru_cache(50_000)
def judged(written: str) -> tuple[str | None, Severity]:
    """Return what a plural should be, if it should be otherwise, and how bad it is."""
    word = plain(written)
    for ending, kept in _ENDINGS.items():
        if word.endswith(ending) and word.removesuffix(ending) in BROKEN:
            return _joined(word.removesuffix(ending), kept), SEVERITY
    for ending in _POSSESSIVE:
        bare = word.removesuffix(ending) if ending else word
        if word.endswith(ending) and bare in DOUBLE:
            return _joined(DOUBLE[bare], ending), SEVERITY
        if word.endswith(ending) and bare in LOOSE:
            return _joined(LOOSE[bare], ending), Severity.STYLE
    return None, SEVERITY


def _joined(noun: str, ending: str) -> str:
    """Return a noun with what its plural ending held besides the plural."""
    if ending and noun.endswith("ه"):
        return f"{noun}{HALF_SPACE}{'ای' if ending == 'ی' else 'ا' + ending}"
    if ending and noun.endswith(("ا", "و")):
        return f"{noun}ی{ending}"
    return noun + ending


def _mark(start: int, end: int, right: str, severity: Severity) -> Mark:
    return Mark(start, end, "plural", severity, f"جمع درست «{right}» است.", (right,))
