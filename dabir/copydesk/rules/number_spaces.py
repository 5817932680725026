"""Numbers grown into words: «12نفر» for «12 نفر», «سال1395» for «سال 1395».

Endings that hang on a number (۲۰ساله، ۳گانه، ۵ام), names with a number in them (کووید۱۹، اف۱۶) and
codes are left alone: before a number only words that are never part of a name count.
"""

import re
from collections.abc import Iterator
from typing import Final

from dabir.copydesk.examples import Example
from dabir.copydesk.marks import Mark, Severity
from dabir.copydesk.paragraph import Paragraph
from dabir.persian.letters import HALF_SPACE, LETTER_RANGE
from dabir.persian.tokens import Kind, Token

LABEL: Final = "عدد چسبیده"
SEVERITY: Final = Severity.STYLE
EXAMPLES: Final = [
    Example("۱۲نفر در سال۱۳۹۵", "۱۲ نفر در سال ۱۳۹۵"),
    Example("۳/۵درصد و ۲۰٪مردم", "۳/۵ درصد و ۲۰٪ مردم"),
    Example("۱۲و ۱۳", "۱۲ و ۱۳"),
    Example("۲۰ساله، ۳گانه، ۵ام، ۱۰م، ۹۰ها"),
    Example("کووید۱۹ و اف۱۶ و MP3ها و v2را"),
]

_GLUED: Final = re.compile(f"[\\d%٪][{LETTER_RANGE}]|[{LETTER_RANGE}]\\d")
_NUMBER: Final = re.compile(r"[\d.,:/٫٬-]*\d[%٪]?")
_HANGING: Final = frozenset(
    "ساله سالگی سالگان گانه ام م امین مین ها های هایی ان ای ی ق ش ه روزه ماهه ساعته نفره نفری متری"
    " کیلومتری درصدی تایی امتیازی پارچه رقمی طبقه قلو ضلعی".split()
)
_BEFORE: Final = frozenset(
    "و سال از تا در ماده حدود ساعت به بر تبصره شماره با که روز طی هر مبلغ معادل حداکثر حداقل تعداد"
    " مدت بند ماه یا تاکنون ظرف میزان رقم تاریخ حاضر است شد را این آن".split()
)


def check(paragraph: Paragraph) -> Iterator[Mark]:
    """Yield a mark over every word without a blank between it and a number."""
    if _GLUED.search(paragraph.text) is None:
        return
    cut = paragraph.tokens
    for at, token in enumerate(cut):
        if token.kind is not Kind.WORD:
            continue
        before = " " if at and _hangs_on(cut[at - 1], token) else ""
        after = " " if at + 1 < len(cut) and _leads_to(token, cut[at + 1]) else ""
        if before or after:
            right = f"{before}{token.text}{after}"
            why = f"میان عدد و واژه فاصله می{HALF_SPACE}آید."
            yield Mark(token.start, token.end, "number-spaces", SEVERITY, why, (right,))


def _hangs_on(number: Token, word: Token) -> bool:
    """Say whether a word stands directly behind a number and should not."""
    if number.end < word.start or not _is_number(number):
        return False
    return word.text not in _HANGING and (len(word.text) > 1 or word.text == "و")


def _leads_to(word: Token, number: Token) -> bool:
    """Say whether a word stands directly before a number and should not."""
    return word.end == number.start and word.text in _BEFORE and _is_number(number)


def _is_number(token: Token) -> bool:
    if token.kind is Kind.NUMBER:
        return True
    return token.kind is Kind.PROTECTED and _NUMBER.fullmatch(token.text) is not None
