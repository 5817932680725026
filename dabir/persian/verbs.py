"""Verbs: every written form that follows from a past stem and a present stem.

    read_verbs(lines) -> Verb -> forms()         all forms of one word
                              -> continuing()    what stands behind می and نمی
                              -> second_parts()  what closes a compound: ـ|کننده، ـ|پذیری

Rules of writing, after the orthography of the Academy of Persian Language (دستور خط فارسی),
with | for a half-space:

    می and نمی        apart by a half-space: می|رود, and so «می|آید», never «میآید»
    ب, ن, م           joined. Before آ a ی comes between and the madda falls: بیاید, نیامد;
                      before a short vowel written ا the ا falls too: بیفتد, نینداخت; but
                      the long ای of «ایستادن» keeps it: بایستد, نایستاد
    ا and و at the    take ی before an ending: می|نماید, می|گوید; not where the و is a
    end of a stem     consonant: می|شود, می|رود, می|شنود
    perfect           participle, half-space, ending: رفته|ام, رفته|اند; «است» stands apart
    prefixed verbs    prefix and negation or می in one: برمی|گردد, درنیامده|اند, بازگشت
    compound tenses   «خواهم رفت», «رفته بودم», «رفته شود» are words apart

Colloquial forms are left out.
"""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final, NamedTuple

from dabir.persian.letters import HALF_SPACE

PAST_ENDINGS: Final = ("", "م", "ی", "یم", "ید", "ند")
PRESENT_ENDINGS: Final = ("م", "ی", "د", "یم", "ید", "ند")
PERFECT_ENDINGS: Final = ("ام", "ای", "ایم", "اید", "اند")
OBJECTS: Final = ("شان", "مان", "تان", "ش", "م", "ت")
"""Pronouns behind a verb: «می|بینمش»; the longer first."""

TAKES_YE: Final = frozenset("گفت جست شست رست بویید جویید پویید مویید رویید".split())
"""Verbs whose present stem in و takes ی: می|گوید, می|جوید."""
LONG_I: Final = frozenset({"ایست", "ایستاد", "ایستان", "ایستاند"})

PREFIXED: Final = {
    "بر": "آمد آورد آشفت افتاد افراشت افراخت افروخت انداخت انگیخت تافت تابید چید خاست خواند خورد "
    "داشت شمرد کشید کند گذشت گرداند گردید گرفت گزید گشت گماشت نشست نهاد",
    "در": "آمد آورد آمیخت آویخت افتاد افکند انداخت برد خورد رفت غلتید گذشت گرفت گنجید ماند "
    "نشست نوردید نگریست کشید یافت",
    "باز": "آفرید آمد آورد ایستاد پرداخت تابید تافت جست خرید خواند داشت ستاند شناخت فرستاد گذاشت "
    "گرداند گردید گرفت گشت گشود گفت ماند نگریست نمود یافت",
    "فرا": "آورد خواند داد رسید رفت گذاشت گرفت",
    "فرو": "آمد افتاد افکند انداخت برد بست پاشید خفت خواند خورد داد رفت ریخت شد شکست غلتید کاست "
    "کرد کشید کوفت گذاشت ماند نشاند نشست نهاد",
    "وا": "داد داشت خواست خواند رفت رهید زد گذارد گذاشت ماند نهاد",
    "ور": "آمد افتاد رفت چید",
}
"""Which prefix goes with which past stem."""
CONTINUOUS: Final = frozenset(prefix + mi for prefix in ("", *PREFIXED) for mi in ("می", "نمی"))
"""What stands before a verb that goes on: می, نمی, برمی, درنمی."""

IMPERSONAL: Final = tuple("توان باید بایست بایستی شاید".split())
"""Behind می and نمی as they are: می|توان, می|بایست."""
IRREGULAR: Final = (
    *"است نیست هست هستم هستی هستیم هستید هستند نیستم نیستی نیستیم نیستید نیستند بود بودم بودی "
    "بودیم بودید بودند نبود نبودم نبودی نبودیم نبودید نبودند باد مباد بادا مبادا باید نباید "
    "بایست نبایست بایستی نبایستی شاید نشاید توان نتوان بتوان".split(),
    *(f"{mi}{HALF_SPACE}{form}" for mi in ("می", "نمی") for form in IMPERSONAL),
)
"""Forms that follow from no stem."""

MORE: Final = """
    آمرزید#آمرز بیزید#بیز پلکید#پلک پلاسید#پلاس تازید#تاز تراشاند#تراشان جهاند#جهان چاپاند#چاپان
    چپاند#چپان چلاند#چلان خیساند#خیسان رنجاند#رنجان سراند#سران شوراند#شوران غلتید#غلت غلتاند#غلتان
    فشاند#فشان گنجاند#گنجان گیراند#گیران لمید#لم لنگاند#لنگان لولید#لول ماساند#ماسان نکوهید#نکوه
    نمایاند#نمایان نوشاند#نوشان هراساند#هراسان
""".split()
"""Verbs of today's prose that lists of stems lack."""
_SLIPS: Final = frozenset({"گدشت", "بازخواست"})


class Verb(NamedTuple):
    """A verb by its stems: «گشت», «گرد» and the prefix «بر» make «برگشتن»."""

    past: str
    present: str
    prefix: str = ""

    def forms(self) -> Iterator[str]:
        """Yield every form of the verb that is one word, half-spaces where they belong."""
        prefix, past = self.prefix, self.past
        for form in self.continuing():
            yield f"{prefix}می{HALF_SPACE}{form}"
            yield f"{prefix}نمی{HALF_SPACE}{form}"
        stems = (past, _joined("ن", past))
        yield from (prefix + stem + ending for stem in stems for ending in PAST_ENDINGS)
        yield from (prefix + stem + ending for stem in stems for ending in ("ن", "نی", "ه"))
        yield from (
            f"{prefix}{stem}ه{HALF_SPACE}{ending}" for stem in stems for ending in PERFECT_ENDINGS
        )
        yield from self._subjunctives()

    def continuing(self) -> Iterator[str]:
        """Yield what stands behind می and نمی: «روم» … «رفت» … «رفته» + half-space + «اند»."""
        yield from self._present()
        yield from (self.past + ending for ending in PAST_ENDINGS)
        yield f"{self.past}ه"
        yield from (f"{self.past}ه{HALF_SPACE}{ending}" for ending in PERFECT_ENDINGS)

    def _present(self) -> Iterator[str]:
        stem = self.full_stem
        return (stem + ending for ending in PRESENT_ENDINGS)

    @property
    def full_stem(self) -> str:
        """Return the present stem as it stands before a vowel: «گو» -> «گوی», «نما» -> «نمای»."""
        stem = self.present
        open_end = stem.endswith(("ا", "آ")) or (stem.endswith("و") and self.past in TAKES_YE)
        return stem + "ی" if open_end else stem

    def _subjunctives(self) -> Iterator[str]:
        """Yield «بروم», «نروم», «برو», «نرو», «مرو»; behind a prefix «برگردم», «برنگردم»."""
        forms = [*self._present(), *{self.present, self._short_stem}]
        if self.prefix:
            yield from (self.prefix + form for form in forms)
        if not self.prefix or self.present[0] == "آ":
            yield from (self.prefix + _joined("ب", form) for form in forms)
        yield from (self.prefix + _joined("ن", form) for form in forms)
        if not self.prefix:
            yield from self._present()
            yield _joined("م", self._short_stem)

    @property
    def _short_stem(self) -> str:
        """Return the present stem as an order has it: «آی» -> «آ», «گوی» -> «گو»."""
        stem = self.present
        return stem[:-1] if stem.endswith(("آی", "ای", "وی")) else stem

    @property
    def participles(self) -> tuple[str, str]:
        """Return the past and the present participle: «یافته», «یابنده»."""
        return f"{self.prefix}{self.past}ه", f"{self.prefix}{self.full_stem}نده"

    def second_parts(self) -> Iterator[str]:
        """Yield what closes a compound: «پذیر», «پذیری», «ناپذیر», «کننده», «کنان», «شده».

        Every noun can stand before them: «مسئولیت|پذیری», «خلل|ناپذیر», «نشان|دهنده».
        """
        stem, full = self.present, self.full_stem
        past, agent = self.participles
        yield from (stem, full, f"{full}ی", f"{full}ان", f"{full}انه", agent)
        yield from (
            f"{agent[:-1]}گان",
            f"{agent[:-1]}گی",
            past,
            f"{past[:-1]}گی",
            f"{past[:-1]}گان",
        )
        if not stem.startswith(("آ", "ا")):
            yield from (f"نا{stem}", f"نا{full}ی")


def _joined(letter: str, form: str) -> str:
    """Return ``form`` behind ب, ن or م, with the ی that comes between."""
    if form.startswith("آ"):
        return f"{letter}یا{form[1:]}"
    if form.startswith("ا") and not form.startswith(tuple(LONG_I)):
        return f"{letter}ی{form[1:]}"
    return letter + form


def read_verbs(lines: Iterable[str]) -> list[Verb]:
    """Return the verbs written in ``lines``: ``past#present`` or ``present,past``.

    Infinitives are taken for their past stem, two presents joined by «یا» for two verbs;
    what cannot be a verb is left out. Those in MORE are added, the longer past of causatives
    («رسانید» beside «رساند»), and all that is in PREFIXED.
    """
    pairs = dict.fromkeys(chain.from_iterable(map(_pairs, (*lines, *MORE))))
    simple = [Verb(past, present) for past, present in pairs if not _prefix(past, present, pairs)]
    return simple + [
        verb._replace(prefix=prefix)
        for prefix, pasts in PREFIXED.items()
        for verb in simple
        if verb.past in pasts.split()
    ]


def _pairs(line: str) -> Iterator[tuple[str, str]]:
    first, mark, second = line.strip().partition("#")
    if not mark:
        second, _, rest = line.strip().partition(",")
        first = rest.partition(",")[0]
    past = first[:-1] if first.endswith("ن") else first
    for present in second.split(" یا "):
        whole = past.isalpha() and present.isalpha() and past[-1] in "دت"
        if whole and past not in _SLIPS and present != "است":
            yield past, present
            if past.endswith("اند") and present.endswith("ان"):
                yield f"{past[:-1]}ید", present


def _prefix(past: str, present: str, pairs: Iterable[tuple[str, str]]) -> str:
    for prefix in PREFIXED:
        rest = (past.removeprefix(prefix), present.removeprefix(prefix))
        if past.startswith(prefix) and present.startswith(prefix) and rest in pairs:
            return prefix
    return ""


def all_forms(verbs: Iterable[Verb]) -> Iterator[str]:
    """Yield all forms of these verbs, and those that follow from no stem."""
    for verb in verbs:
        yield from verb.forms()
    yield from IRREGULAR


def without_object(form: str) -> Iterator[str]:
    """Yield ``form`` without a pronoun behind it: «بینمش» -> «بینم»."""
    return (form.removesuffix(end) for end in OBJECTS if form.endswith(end) and len(form) > 3)
