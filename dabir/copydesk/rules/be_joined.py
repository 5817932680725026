"""«به» written as one letter before its word: «بدنبال» for «به دنبال», «بعنوان» for «به عنوان».

Only before words with which it makes no other word: «بنام» may be famous, «بکار» sow, «بجز» and
«بلکه» are words. A house with the style «be» gets the two joined with a half-space.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final

from dabir.copydesk.examples import Example
from dabir.copydesk.house import House
from dabir.copydesk.marks import Mark, Severity
from dabir.copydesk.paragraph import Paragraph
from dabir.copydesk.styles import style
from dabir.copydesk.wording import is_on, plain, table, wrong_parts
from dabir.persian.letters import HALF_SPACE

LABEL: Final = "«به»ی چسبیده"
SEVERITY: Final = Severity.SPACING
EXAMPLES: Final = [
    Example("بدنبال آنان بعنوان مهمان", "به دنبال آنان به عنوان مهمان"),
    Example("بصورتی که بخاطرش آمد", "به صورتی که به خاطرش آمد"),
    Example("بعلت بارش و بمنظور کمک", "به علت بارش و به منظور کمک"),
    Example("بنظرمان بطوریکه گفتند", f"به نظرمان به طوری{HALF_SPACE}که گفتند"),
    Example(
        f"بطوری{HALF_SPACE}که بگونه{HALF_SPACE}ای", f"به طوری{HALF_SPACE}که به گونه{HALF_SPACE}ای"
    ),
    Example("بکارگیری نیرو و بکار گرفتن", f"به{HALF_SPACE}کارگیری نیرو و به کار گرفتن"),
    Example("بهیچوجه نیامد", f"به هیچ{HALF_SPACE}وجه نیامد"),
    Example("منحصربفرد و خودبخود", f"منحصربه{HALF_SPACE}فرد و خودبه{HALF_SPACE}خود"),
    Example(
        "بعنوان مهمان بویژه",
        f"به{HALF_SPACE}عنوان مهمان به{HALF_SPACE}ویژه",
        House(switches={"be": True}),
    ),
    Example(f"چهره{HALF_SPACE}ای بنام، بجز او، بلکه، بهتر، بدین، بدان، بروند، باستان"),
    Example("بدست، بشیر، بنان، بهار، بوسه", "به دست، بشیر، بنان، بهار، بوسه"),
]

NOUNS: Final = frozenset(
    """
    دلایل دلائل اطلاع استحضار اشتراک رسمیت قدرت حرکت جریان میان نمایش سراغ نتیجه سهولت خاک زمین
    معنی معنای طول توافق مصاف تایید تأیید درون سایت ورزشگاه بهانه پشتوانه شرح تعبیر دستور کشور
    مشهد تهران ایران عنوان دنبال صورت علت منظور خاطر نظر دلیل وسیله واسطه جای طور طوری نحو نحوی
    گونه شدت زودی راحتی خوبی تدریج تازگی علاوه سرعت درستی موقع ندرت ناچار کلی مناسبت قول غیر
    صرفه اصطلاح اضافه لحاظ شرط شرطی جهت سبب استناد اتفاق اعتبار قصد نفع ضرر موجب تعداد مدت میزان
    مبلغ ریاست همت ابتکار دعوت گزارش نقل تاریخ شماره نشانی اتهام جرم قتل شهادت ثمر سمت طرف طرز
    طریق زبان عقیده اعتقاد تصویب اجرا زعم حدی حساب حضور خدمت پایان مرور محض نسبت تنهایی آسانی
    آرامی سختی سادگی روشنی وضوح دقت شکل منزله مثابه ترتیب تناسب عمل وجود وقوع عهده دنیا قدری سوی
    دست راستی رغم هرحال هرصورت همراه همین هیچ کارگیری روشی تفصیل تفکیک اندازه احتمال نوبت عبارت
    عبارتی نوعی لطف عدم مراتب یکدیگر حداقل حداکثر انضمام مشابه ظاهر واقع هنگامی
""".split()
)
"""Words that «به» goes before, none of which makes another word with «ب»."""

WHOLE: Final = table("""
    بطوریکه:به_طوری|که بنحویکه:به_نحوی|که بهیچوجه:به_هیچ|وجه بهیچعنوان:به_هیچ|عنوان
    بکارگیری:به|کارگیری منحصربفرد:منحصربه|فرد منحصربفردی:منحصربه|فردی
    منحصربفردترین:منحصربه|فردترین خودبخود:خودبه|خود خودبخودی:خودبه|خودی روزبروز:روزبه|روز
    دربدر:دربه|در سربسر:سربه|سر تابحال:تا_به_حال اعتمادبنفس:اعتمادبه|نفس امربمعروف:امر_به_معروف
    سربزیر:سربه|زیر بهرحال:به_هرحال بهرصورت:به_هر_صورت بشمار:به_شمار بویژه:به_ویژه بخصوص:به_خصوص
    بخودی:به_خودی بیکدیگر:به_یکدیگر
""")
"""Words that are right as a whole only."""

BE: Final = style("be")
_SUFFIX: Final = re.compile("^(?:ی|ش|م|ت|شان|مان|تان|ها|های|هایی|یی|ای|یش|یم|یت)?$")
_TAKES: Final = re.compile("^(?:گرفت|گیر|برد|بر|بست|رفت|انداخت|گماش|می|نمی)")
_LONGEST: Final = max(map(len, NOUNS))
_SHORTEST: Final = min(map(len, NOUNS))


def check(paragraph: Paragraph) -> Iterator[Mark]:
    """Yield a mark over every «به» that lost its ه and its blank."""
    joined = is_on(paragraph.house, BE.name, BE.is_on)
    for part, right in wrong_parts(paragraph, right_be):
        fix = BE.phrases.get(right, right) if joined else right
        why = f"«به» از واژهٔ پس از خود جداست: «{fix}»."
        yield Mark(part.start, part.end, "be-joined", SEVERITY, why, (fix,))
    if "بکار" in paragraph.line.counts:
        yield from _at_work(paragraph)


@lru_cache(50_000)
def right_be(written: str) -> str | None:
    """Return a word with its «به» apart, or None when it has none that is joined."""
    if not written.startswith("ب"):
        return WHOLE.get(written)
    word = plain(written)
    if word in WHOLE:
        return WHOLE[word]
    rest = word[1:]
    for length in range(min(_LONGEST, len(rest)), _SHORTEST - 1, -1):
        if rest[:length] in NOUNS and _SUFFIX.match(rest[length:]):
            return f"به {rest}"
    return None


def _at_work(paragraph: Paragraph) -> Iterator[Mark]:
    """Yield a mark over «بکار» before a verb that goes with «به کار»."""
    for first, second in pairwise(paragraph.pieces):
        if first.word == "بکار" and second.gap == " " and _TAKES.match(second.word):
            why = "«به» از واژهٔ پس از خود جداست: «به کار»."
            yield Mark(first.start, first.end, "be-joined", SEVERITY, why, ("به کار",))
