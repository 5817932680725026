"""Tanwin left out, or put where it has no place: «صرفا» for «صرفاً», «گاها» for «گاهی».

Arabic adverbs keep their tanwin (صرفاً، نسبتاً، ابتدائاً); it is often typed as a straight quote
or as «أ». Persian and European words take none: «ناچاراً»، «تلفناً»، «خواهشاً» are wrong to every
editor. Words that are others without it are left alone (جدا، وکلا، عقلا، آنا، حکما); «دوما» is
wrong only in a list after «اولا», for it is a town and a parliament too.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from dabir.copydesk.examples import Example
from dabir.copydesk.house import House
from dabir.copydesk.marks import Mark, Severity
from dabir.copydesk.paragraph import Paragraph
from dabir.copydesk.wording import Part, is_on, parts, plain, silent, table
from dabir.persian.letters import FATHATAN, HALF_SPACE

LABEL: Final = "تنوین"
SEVERITY: Final = Severity.STYLE
PLAIN_PERSIAN: Final = "plain-persian"
EXAMPLES: Final = [
    Example("صرفا برای آنان لطفا حتما بیایید", "صرفاً برای آنان لطفاً حتماً بیایید"),
    Example("نسبتا دقیقا مطمئنا", "نسبتاً دقیقاً مطمئناً"),
    Example("تقریبأ همه", "تقریباً همه"),
    Example('تقریبا" همه آمدند', "تقریباً همه آمدند"),
    Example("ناچارا رفت و گاها آمد", "به ناچار رفت و گاهی آمد"),
    Example("خواهشاً تلفناً بگو", "لطفاً تلفنی بگو"),
    Example("اولاً خوب است و دوما ارزان", "اولاً خوب است و دوم ارزان"),
    Example(f"حتمن می{HALF_SPACE}آید", f"حتماً می{HALF_SPACE}آید"),
    Example("مجلس دوما و شهر دوما"),
    Example("جدا از وکلا و عقلا، آشکارا گفت که حکما و عرفا آمدند"),
    Example("صرفاً، حتماً، اولاً، واقعاً"),
    Example(f"شهر عباس{HALF_SPACE}کلا و اسما و رضا"),
    Example(
        f"احتمالاً می{HALF_SPACE}آید",
        f"شاید می{HALF_SPACE}آید",
        House(switches={PLAIN_PERSIAN: True}),
    ),
]

ADVERBS: Final = frozenset(
    """
    کاملا معمولا تقریبا قطعا مثلا اصلا احتمالا واقعا حتما اخیرا قبلا ظاهرا صرفا فعلا عملا دقیقا
    نسبتا عمدتا خصوصا مجددا مطمئنا مطمینا رسما اساسا اصولا مخصوصا اتفاقا نهایتا بعضا مسلما
    مستقیما غالبا عموما طبیعتا بعدا ضمنا شخصا اولا شدیدا کلا اکثرا سریعا لطفا دائما دایما طبعا
    حدودا مجموعا ثانیا یقینا قاعدتا فورا جمعا مرتبا لزوما الزاما حقیقتا احیانا اصطلاحا عمیقا
    مشخصا تماما عمدا صراحتا متعاقبا انصافا مطلقا صریحا موقتا عینا ذاتا مشترکا مکررا متقابلا
    اصالتا ضرورتا نوعا علنا قانونا قویا منحصرا کتبا سهوا تلویحا فرضا اجبارا سابقا اجمالا ترجیحا
    جدیدا مضافا قهرا اختصاصا احتراما اشتباها تدریجا ماهیتا ابدا تبعا کثیرا شرعا مؤکدا موکدا
    ثالثا رابعا نقدا توأما قلبا مستقلا عجالتا مستمرا اکیدا جمیعا اخلاقا مختصرا منطقا مصرا
    ابتدائا تصادفا صحیحا عدوانا ذیلا نتیجتا متفقا کرارا مفصلا وسیعا لفظا شفاها غیابا حضورا نظرا
    متناوبا متوالیا متناسبا مستندا عاجلا غفلتا دفعتا موردا مقدمتا وکالتا عادتا فطرتا مفتخرا
    اضطرارا ارتجالا باطنا تصریحا تعمدا عامدا مسامحتا منظما نیابتا اقلا متواضعا متأسفا محترما
    محرمانا اجماعا استثنائا مجانا ارفاقا تفصیلا تحقیقا تخمینا تلفیقا
""".split()
)
"""Adverbs of Arabic stems, as they are written without their tanwin."""

RIGHT: Final = table("مطمینا:مطمئناً دایما:دائماً موکدا:مؤکداً")
"""Adverbs that lack a hamza too."""

WRONG: Final = table("""
    ناچارا:به_ناچار گاها:گاهی خواهشا:لطفاً تلفنا:تلفنی تلگرافا:تلگرافی زبانا:زبانی جانا:جانی
    سفارشا:سفارشی آشکارا:آشکارا سوما:سوم چهارما:چهارم پنجما:پنجم ششما:ششم دوما:دوم نژادا:نژادی
    پیشنهادا:پیشنهادی سرکارا:سرکاری پیامکا:پیامکی اینترنتا:اینترنتی گزارشا:گزارشی
""")
"""Stems that take no tanwin, as written without it, and what is meant."""
_ONLY_WITH_SIGN: Final = frozenset("آشکارا جانا زبانا نژادا سفارشا گزارشا سرکارا پیشنهادا".split())
_ORDINALS: Final = frozenset("دوما سوما چهارما پنجما ششما".split())
"""Wrong in a list only, when they are written without a sign."""

SPOKEN: Final = table("""
    حتمن:حتماً اصلن:اصلاً مثلن:مثلاً لطفن:لطفاً واقعن:واقعاً دقیقن:دقیقاً کاملن:کاملاً
    تقریبن:تقریباً معمولن:معمولاً احتمالن:احتمالاً قطعن:قطعاً ظاهرن:ظاهراً قبلن:قبلاً بعدن:بعداً
    فورن:فوراً
""")
"""Tanwin written as it is heard."""

PLAIN: Final = table("""
    احتمالا:شاید اصلا:هرگز مجددا:دوباره اخیرا:به|تازگی معمولا:بیشتر نهایتا:سرانجام عمدتا:بیشتر
    فورا:بی|درنگ یقینا:بی|گمان مسلما:بی|گمان غالبا:بیشتر کلا:یکسره عمدا:دانسته ابدا:هرگز
    تدریجا:رفته|رفته مکررا:بارها سریعا:به|تندی لطفا:خواهشمندم تقریبا:کمابیش اکثرا:بیشتر
""")
"""Persian words for some of the adverbs, for a house that prefers these."""

_LAST: Final = frozenset(f"اأن{FATHATAN}")
_FIRST: Final = "اولا"


def check(paragraph: Paragraph) -> Iterator[Mark]:
    """Yield a mark over every tanwin that is missing, mistyped or out of place."""
    prefer_persian = is_on(paragraph.house, PLAIN_PERSIAN, default=False)
    if not prefer_persian and silent(paragraph, _is_wrong):
        return
    text = paragraph.text
    first, odd_quotes = text.find(_FIRST), text.count('"') % 2 == 1
    for part in parts(paragraph):
        if part.text[-1] not in _LAST:
            continue
        right, severity = judged(part.text)
        if right is None and prefer_persian:
            right = PLAIN.get(_bare(part.text))
        if right is not None and not _is_meant(text, part, first):
            sign = odd_quotes and FATHATAN not in part.text and text.startswith('"', part.end)
            end = part.end + sign
            why = f"املای درست «{right}» است."
            yield Mark(part.start, end, "tanwin", severity, why, (right,))


def _is_wrong(written: str) -> bool:
    """Say whether a part may be an adverb that is to be written otherwise."""
    return written[-1] in _LAST and judged(written)[0] is not None


@lru_cache(50_000)
def judged(written: str) -> tuple[str | None, Severity]:
    """Return what a word with tanwin should be, if it should be otherwise, and how bad it is."""
    word = plain(written)
    bare = _bare(word)
    if word in SPOKEN:
        return SPOKEN[word], Severity.ERROR
    if bare in WRONG and (bare != word or bare not in _ONLY_WITH_SIGN | _ORDINALS):
        return WRONG[bare], Severity.ERROR
    if bare in _ORDINALS:
        return WRONG[bare], Severity.ERROR
    if bare in ADVERBS and FATHATAN not in word:
        return RIGHT.get(bare, bare + FATHATAN), SEVERITY
    return None, SEVERITY


def _bare(word: str) -> str:
    """Return an adverb as it is written without tanwin: «صرفاً», «صرفأ» -> «صرفا»."""
    bare = word.replace(FATHATAN, "")
    return f"{bare[:-1]}ا" if bare.endswith("أ") else bare


def _is_meant(text: str, part: Part, first: int) -> bool:
    """Say whether a part only looks like an adverb: a part of a name, the town «دوما»."""
    if HALF_SPACE in (text[part.start - 1 : part.start], text[part.end : part.end + 1]):
        return True
    return part.text in _ORDINALS and not -1 < first < part.start
