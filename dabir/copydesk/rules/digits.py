"""Digits of Latin or Arabic script in Persian copy: «12 نفر» for «۱۲ نفر».

Numbers that stand with Latin words («iPhone 12»), codes and whatever is protected stay. A
number with signs inside (1,250.5 or 12:30) is protected too; a house that wants these
turned as well says so by the switch «all-digits», with the Persian decimal and thousands
signs.
"""

import re
from collections.abc import Iterator
from typing import Final

from dabir.copydesk.examples import Example
from dabir.copydesk.house import House
from dabir.copydesk.marks import Mark, Severity
from dabir.copydesk.paragraph import Paragraph
from dabir.copydesk.wording import is_on
from dabir.persian.digits import to_persian_digits
from dabir.persian.letters import HALF_SPACE
from dabir.persian.tokens import Kind, Token

LABEL: Final = f"رقم{HALF_SPACE}ها"
SEVERITY: Final = Severity.STYLE
ALL_DIGITS: Final = "all-digits"
_ALL: Final = House(switches={ALL_DIGITS: True})
EXAMPLES: Final = [
    Example("12 نفر در سال 1395", "۱۲ نفر در سال ۱۳۹۵"),
    Example("٤٥ درصد، 20%", "۴۵ درصد، ۲۰٪"),
    Example("۱۲نفر و 12نفر", "۱۲نفر و ۱۲نفر"),
    Example("گوشی iPhone 12 با 5G و F-16 و 12 GB"),
    Example("1,250.5 و 12:30 و 1395/03/21 و example.ir/12"),
    Example("1,250.5 تا 3.5", "۱٬۲۵۰٫۵ تا ۳٫۵", _ALL),
    Example("ساعت 12:30 نتیجهٔ 2-1", "ساعت ۱۲:۳۰ نتیجهٔ ۲-۱", _ALL),
    Example("نسخهٔ v1.2 و F-16", None, _ALL),
    Example("$100 و 20°C"),
    Example("Only 12 here"),
]

_FOREIGN: Final = re.compile("[0-9٠-٩]")
_LATIN: Final = re.compile("[A-Za-z]")
_UNITS: Final = frozenset("$ € £ ¥ ° #".split())
_NUMBER: Final = re.compile(r"[-+−]?\d[\d.,:/٫٬–-]*[%٪]?")
_THOUSANDS: Final = re.compile(r"[-+−]?\d{1,3}(?:,\d{3})+(?:\.\d+)?[%٪]?")
_DECIMAL: Final = re.compile(r"[-+−]?\d+\.\d+[%٪]?")


def check(paragraph: Paragraph) -> Iterator[Mark]:
    """Yield a mark over every number in other than Persian digits."""
    if _FOREIGN.search(paragraph.text) is None or not paragraph.words:
        return
    everything = is_on(paragraph.house, ALL_DIGITS, default=False)
    for at, token in enumerate(paragraph.tokens):
        if _FOREIGN.search(token.text) is None:
            continue
        number = token.kind is Kind.NUMBER or (everything and _NUMBER.fullmatch(token.text))
        if number and not _stands_with_latin(paragraph.tokens, at):
            why = f"در متن فارسی رقم{HALF_SPACE}ها فارسی است."
            yield Mark(token.start, token.end, "digits", SEVERITY, why, (_turned(token.text),))


def _turned(number: str) -> str:
    """Return ``number`` with Persian digits and signs."""
    if _THOUSANDS.fullmatch(number) or _DECIMAL.fullmatch(number):
        number = number.replace(",", "٬").replace(".", "٫")
    return to_persian_digits(number).replace("%", "٪")


def _stands_with_latin(tokens: list[Token], at: int) -> bool:
    """Say whether a Latin word stands beside a token, or a sign like «$» or «°» touches it."""
    here = tokens[at]
    beside = tokens[max(0, at - 1) : at] + tokens[at + 1 : at + 2]
    return any(
        (token.kind is Kind.PROTECTED and _LATIN.search(token.text))
        or (token.text in _UNITS and here.start <= token.end and token.start <= here.end)
        for token in beside
    )
