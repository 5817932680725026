"""Hamza left out or on the wrong seat: «تاثیر» for «تأثیر», «رییس» for «رئیس», «آئین» for «آیین».

From the Academy's «دستور خط فارسی»: hamza after a short «a» sits on «ا» (تأسف), after «o» on
«و» (مؤثر), else on «ئ» (مسئله، هیئت); what Persian says with «ی» is written with «ی» (پاییز،
زیبایی). A stem counts with whatever is derived from it (تاثیرگذار، تأکیدهای). Left alone are
words whose bare form is a word of its own (راس، یاس، شان، رویا، جز), foreign names (لوئیس،
اسرائیل) and surnames (طباطبائی).
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final

from dabir.copydesk.examples import Example
from dabir.copydesk.marks import Mark, Severity
from dabir.copydesk.paragraph import Paragraph
from dabir.copydesk.wording import plain, table, wrong_parts
from dabir.persian.letters import HALF_SPACE

LABEL: Final = "همزه"
SEVERITY: Final = Severity.STYLE
EXAMPLES: Final = [
    Example("نقش موثر در تامین و تاسیس", "نقش مؤثر در تأمین و تأسیس"),
    Example(
        f"متاسفانه تاکیدهای رییس بی{HALF_SPACE}تاثیر بود",
        f"متأسفانه تأکیدهای رئیس بی{HALF_SPACE}تأثیر بود",
    ),
    Example(f"روند تاثیر{HALF_SPACE}گذاری", f"روند تأثیر{HALF_SPACE}گذاری"),
    Example("مسوولان و مسول برگزاری", "مسئولان و مسئول برگزاری"),
    Example("ارایه جزییات مسایل", "ارائه جزئیات مسائل"),
    Example("رای ماموران و مولفه های رسیدگی", "رأی مأموران و مؤلفه های رسیدگی"),
    Example("هئیت داوران", "هیئت داوران"),
    Example("پائیز در آئین آمریکائی", "پاییز در آیین آمریکایی"),
    Example(f"زیبائی{HALF_SPACE}های نهائی را بفرمائید", f"زیبایی{HALF_SPACE}های نهایی را بفرمایید"),
    Example("دو هیات و جرات آنان", "دو هیئت و جرأت آنان"),
    Example("سو استفاده از سو تفاهم", "سوءاستفاده از سوءتفاهم"),
    Example("مؤثر، تأثیر، رئیس، مسئول، رأی، آیین، مسأله"),
    Example("دست راست، گل یاس، مار، رایج، شان و شوکت، بدات"),
    Example("اسرائیل و لوئیس و سوئیس و طباطبائی و قضائیه و نائین"),
    Example("رضائیان و گوئیژو و روئینگ و کوکائین و مومنی"),
    Example("رویا در رویارویی با مومنتوم"),
]

STEMS: Final = table("""
    تاثیر:تأثیر تاکید:تأکید تامین:تأمین تاسیس:تأسیس تاخیر:تأخیر تایید:تأیید تائید:تأیید
    تأئید:تأیید تاسف:تأسف تالیف:تألیف تاویل:تأویل تادیب:تأدیب تاهل:تأهل متاسف:متأسف متاثر:متأثر
    متاهل:متأهل متاخر:متأخر متالم:متألم مستاجر:مستأجر مستاصل:مستأصل ماموری:مأموری مامورا:مأمورا
    مایوس:مأیوس ماخوذ:مأخوذ مانوس:مأنوس مالوف:مألوف ماثور:مأثور موثر:مؤثر موسس:مؤسس مولف:مؤلف
    موکد:مؤکد مودب:مؤدب مواخذه:مؤاخذه مونث:مؤنث سوال:سؤال طمانینه:طمأنینه مسوول:مسئول مسؤل:مسئول
    مسول:مسئول مساله:مسئله مسایل:مسائل رییس:رئیس رئییس:رئیس ارایه:ارائه جزیی:جزئی مطمین:مطمئن
    توطیه:توطئه تبریه:تبرئه تخطیه:تخطئه هییت:هیئت هئیت:هیئت هیاتها:هیئتها ایتلاف:ائتلاف
    اسراییل:اسرائیل جبرییل:جبرئیل ژیوپلیتیک:ژئوپلیتیک ژیوپولیتیک:ژئوپولیتیک ایدیولوژ:ایدئولوژ
    ایدیولوگ:ایدئولوگ تیوری:تئوری رییال:رئال رییالیس:رئالیس مشمیز:مشمئز آئین:آیین پائیز:پاییز
    پائین:پایین
""")
"""What a word begins with, and how that is written."""

WORDS: Final = table("""
    مسیله:مسئله رای:رأی راسا:رأساً هیات:هیئت هیاتی:هیئتی هیاتهای:هیئتهای مامور:مأمور ماخذ:مأخذ
    مامن:مأمن ماوا:مأوا ماجور:مأجور جرات:جرأت نشات:نشأت رافت:رأفت منشا:منشأ سرمنشا:سرمنشأ
    مبدا:مبدأ ملجا:ملجأ توام:توأم توامان:توأمان تواما:توأماً تامل:تأمل تاملی:تأملی تاملات:تأملات
    تاملاتی:تأملاتی تاثر:تأثر تاثرات:تأثرات تاخر:تأخر تالم:تألم تلالو:تلألؤ رویت:رؤیت روسا:رؤسا
    روسای:رؤسای رویاها:رؤیاها رویاهای:رؤیاهای رویاهایش:رؤیاهایش مومن:مؤمن مومنان:مؤمنان
    مومنانه:مؤمنانه مومنین:مؤمنین مومنات:مؤمنات امیرالمومنین:امیرالمؤمنین امیرمومنان:امیرمؤمنان
    موید:مؤید مودیان:مؤدیان موتلفه:مؤتلفه موخره:مؤخره مؤظف:موظف شوون:شئون شیونات:شئونات
    قایل:قائل قایلند:قائلند زایر:زائر زایران:زائران زایرین:زائرین زایل:زائل صایب:صائب نایل:نائل
    خاین:خائن خاینان:خائنان حایز:حائز حایل:حائل فایق:فائق مصایب:مصائب ذایقه:ذائقه شعایر:شعائر
    دایم:دائم دایما:دائماً دایمی:دائمی کاینات:کائنات مایده:مائده ایمه:ائمه سیات:سیئات رووف:رئوف
    تیاتر:تئاتر تاتر:تئاتر لییم:لئیم تفال:تفأل مرییه:مرئیه نامریی:نامرئی مریی:مرئی قرات:قرائت
    هائیتی:هائیتی
""")
"""Words that are right or wrong as a whole."""

CHOICES: Final = table("هیات:هیأت جرات:جرئت نشات:نشئت")
"""A second seat that many papers use."""

NAMES: Final = frozenset(
    "طباطبائی رجائی صفائی سنائی کسائی نسائی علائی ضیائی ثنائی بقائی عطائی خزائی میرفخرائی"
    " مشائی قشقائی حائری نائینی نائین بهائی میرزائی رضائی بابائی آقائی فدائی وفائی شفائی صبائی"
    " ولائی خدائی ملائی مصطفائی رفائی حیائی مزدائی بیضائی عاشورائی جلائی ربائی"
    " کربلائی کلائی ابائی".split()
)
_ALEF_YEH: Final = re.compile("ائی(?=$|ها|ش$|م$|د$|ت$)")
_VAV_YEH: Final = re.compile(
    "^((?:ب|ن|می|نمی|م)?(?:گ|ج|پ|ر|ش|شست|خوشب|ماجراج|پیشگ|نیک|بازگ|جست|م)و)ئی"
    "(?=$|ها|م$|د$|دن|ده|ند$|نه|ش)"
)
_PRIVATIVE: Final = re.compile("^(?:نا|غیر|بی|پر|هم|کم)(?=..)")
_HAMZA: Final = "ئ"
_LENGTHS: Final = sorted({len(stem) for stem in STEMS}, reverse=True)
_SHORTEST: Final = _LENGTHS[-1]
_HEADS: Final = {stem[:_SHORTEST] for stem in STEMS}
_ILL: Final = frozenset("استفاده ظن تفاهم تغذیه مدیریت هاضمه رفتار قصد نیت سابقه پیشینه".split())
_NO_STEM: Final = frozenset("تیوریت موسسیان مولفر سوالف".split())


def check(paragraph: Paragraph) -> Iterator[Mark]:
    """Yield a mark over every part of a word that lacks its hamza or has it wrong."""
    for part, right in wrong_parts(paragraph, right_hamza):
        fixes = (right, CHOICES[part.text]) if part.text in CHOICES else (right,)
        why = f"املای فرهنگستان «{right}» است."
        yield Mark(part.start, part.end, "hamza", SEVERITY, why, fixes)
    if "سو" in paragraph.line.counts:
        yield from _ill(paragraph)


@lru_cache(50_000)
def right_hamza(written: str) -> str | None:
    """Return a part of a word with its hamza right, or None when nothing is amiss."""
    word = plain(written)
    right = WORDS.get(word) or _from_stem(word)
    if right is None and (privative := _PRIVATIVE.match(word)):
        rest = word[privative.end() :]
        better = WORDS.get(rest) or _from_stem(rest)
        right = privative.group() + better if better else None
    if right is None and _HAMZA in word and word not in NAMES:
        right = _VAV_YEH.sub(r"\1یی", _ALEF_YEH.sub("ایی", word))
    return right if right not in (None, word) else None


def _from_stem(word: str) -> str | None:
    for length in _LENGTHS if word[:_SHORTEST] in _HEADS else ():
        right = STEMS.get(word[:length])
        if right is not None and word not in _NO_STEM:
            return right + word[length:]
    return None


def _ill(paragraph: Paragraph) -> Iterator[Mark]:
    """Yield a mark over «سو استفاده», whose «سوء» lost its hamza."""
    for first, second in pairwise(paragraph.pieces):
        if first.word == "سو" and second.word in _ILL and second.gap:
            right = "سوء" + paragraph.text[second.start : second.end]
            why = f"«سوء» با همزه است: «{right}»."
            yield Mark(first.start, second.end, "hamza", SEVERITY, why, (right,))
