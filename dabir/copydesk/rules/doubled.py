"""Words and phrases typed twice: «این این خبر» for «این خبر», «حق تعیین حق تعیین» for «حق تعیین».

Persian doubles words on purpose: to say "little by little" («کم کم», «رفته رفته»), to part a
number («یک یک», «دسته دسته»), to stress («خیلی خیلی»), to call («بله بله»), and in idioms
around a preposition («روز به روز به»). These are left alone, and so is what a sign stands
between.
"""

from collections.abc import Iterator
from itertools import pairwise
from operator import eq
from typing import Final

from dabir.copydesk.examples import Example
from dabir.copydesk.marks import Mark, Severity
from dabir.copydesk.paragraph import Paragraph
from dabir.persian.letters import HALF_SPACE, skeleton
from dabir.persian.tokens import Kind, Token

LABEL: Final = "واژهٔ تکراری"
SEVERITY: Final = Severity.ERROR
EXAMPLES: Final = [
    Example("این این خبر", "این خبر"),
    Example("او از از از شهر آمد.", "او از شهر آمد."),
    Example("مردم حق تعیین حق تعیین سرنوشت دارند.", "مردم حق تعیین سرنوشت دارند."),
    Example("در سه ماه اول در سه ماه اول سال", "در سه ماه اول سال"),
    Example(f"هوا کم کم سرد شد و برگ{HALF_SPACE}ها دانه دانه ریخت."),
    Example("این کار روز به روز به سختی رسید."),
    Example("گفت: خیلی خیلی خوشحالم، خوشحالم."),
    Example("بی بی گل و علی آقا آمدند."),
    Example("نام و نام خانوادگی را در جای جای برگه نوشتند و یکی یکی رفتند."),
    Example("شماره و نام و نام خانوادگی"),
    Example("علی حسین حسین زاده آمد."),
]
LONGEST: Final = 8
"""Words of a phrase that is looked for twice."""

ON_PURPOSE: Final = frozenset(
    "کم رفته آرام یواش نرم آهسته اندک تک دانه گروه دسته فوج جفت قدم گام قطره ذره پاره تکه قطعه "
    "ریز خرد جسته بریده نم نفس لنگ تند جدا جور رنگ برگ بند لحظه لایه تل کپه دامن خروار مشت خیلی "
    "بسیار بی یکی جای پچ شر تق وز هق قل جیر چک زر غر تیک دام دیم نقطه گله عجب بدو داغ واژه "
    "کلمه".split()
)
"""Words that are doubled on purpose anywhere."""
CALLS: Final = frozenset("به ها نه بله آری آره هی های وای خب چه هان سلام برو بیا آی".split())
"""Words that are doubled in a call: beside an end of the sentence or a sign."""
NUMBERS: Final = frozenset("یک دو سه چهار پنج ده صد هزار میلیون".split())
"""Numbers that part («یک یک آنان»); before what is counted («یک یک دستگاه») they are a slip."""
COUNTED: Final = 3
"""A word stands that often after a number where it is counted by it."""
STEP_BY_STEP: Final = frozenset(
    "روز لحظه ساعت سال ماه نسل شهر خانه کوچه قدم گام پله مرحله دست دهان سینه پا دوش چهره رو تن "
    "نفر یک دو مو سر گوش بند کلمه واژه صفحه خط نقطه جا شانه کشور استان منطقه بخش لایه سطر".split()
)
"""Words that a preposition binds to themselves: «قدم به قدم»."""
FULL_NAME: Final = ("نام", "خانوادگی")
"""«و نام و نام خانوادگی» has no word too many."""
OF_SURNAMES: Final = frozenset("زاده پور نژاد نیا خانی بیگی لو".split())
"""Second parts of surnames: «حسین حسین زاده»."""
MINISTER: Final = "وزیر"
MINISTRIES: Final = frozenset("خارجه کشور دفاع".split())
"""«با نخست وزیر وزیر خارجه» lacks a sign, no word is too many."""
BETWEEN: Final = frozenset("به تا در بر و با".split())


def check(paragraph: Paragraph) -> Iterator[Mark]:
    """Yield a mark over every stretch that is written twice or more in a row."""
    if not _has_repeated(paragraph.line.words):
        return
    for run in _runs(paragraph.tokens):
        words = [skeleton(token.text) for token in run]
        if not _has_repeated(words):
            continue
        at = 0
        while at < len(words):
            length, copies = _repeated(words, at)
            if copies > 1 and not _on_purpose(words, at, length, copies, paragraph):
                last = at + length * copies - 1
                yield _mark(paragraph.text, run[at : last + 1], length, copies)
                at = last
            at += 1


def _runs(tokens: list[Token]) -> Iterator[list[Token]]:
    """Yield the runs of words with nothing but a blank between them."""
    run: list[Token] = []
    for before, token in pairwise([None, *tokens]):
        if run and (token is None or token.kind is not Kind.WORD or before is not run[-1]):
            yield run
            run = []
        if token is not None and token.kind is Kind.WORD:
            run.append(token)
    if run:
        yield run


def _has_repeated(words: list[str]) -> bool:
    """Say at little cost whether a phrase may be repeated: two words are then, or one at once."""
    if len(set(words)) == len(words):
        return False
    rest = words[1:]
    return any(map(eq, words, rest)) or len(set(zip(words, rest, strict=False))) < len(rest)


def _repeated(words: list[str], at: int) -> tuple[int, int]:
    """Return the length of the phrase at ``at`` that is repeated, and how often it stands."""
    for length in range(min(LONGEST, (len(words) - at) // 2), 0, -1):
        phrase = words[at : at + length]
        if phrase == words[at + length : at + 2 * length]:
            copies = 2
            while words[at + copies * length : at + (copies + 1) * length] == phrase:
                copies += 1
            return length, copies
    return 0, 1


def _on_purpose(words: list[str], at: int, length: int, copies: int, paragraph: Paragraph) -> bool:
    phrase, end = words[at : at + length], at + length * copies
    first, last = phrase[0], phrase[-1]
    following = words[end] if end < len(words) else ""
    if (last, following) == FULL_NAME or (length == 1 and _is_name(first, following)):
        return True
    if len(set(phrase)) > 1:
        return length == 2 and last in BETWEEN and first in STEP_BY_STEP
    if first in CALLS:
        return at == 0 or end == len(words)
    if first in NUMBERS:
        return paragraph.lexicon.pair(first, following.partition(HALF_SPACE)[0]) < COUNTED
    return first in ON_PURPOSE


def _is_name(word: str, following: str) -> bool:
    """Say whether a surname of a doubled name follows, or an office: «نخست وزیر وزیر خارجه»."""
    return following in OF_SURNAMES or (word == MINISTER and following in MINISTRIES)


def _mark(text: str, stretch: list[Token], length: int, copies: int) -> Mark:
    once = text[stretch[0].start : stretch[length - 1].end]
    times = "دو" if copies == 2 else "چند"
    why = f"«{once}» {times} بار پشت سر هم آمده است."
    return Mark(stretch[0].start, stretch[-1].end, "doubled", SEVERITY, why, (once,))
