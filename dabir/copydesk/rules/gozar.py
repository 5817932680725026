"""«گذار» and «گزار» taken for each other: «سپاسگذار» for «سپاسگزار», «بنیانگزار» for «بنیانگذار».

«گذاشتن» is to put and to set (بنیانگذار، اثرگذار، نامگذاری); «گزاردن» is to perform, to pay and
to report (نمازگزار، خدمتگزار، سپاسگزار، برگزار، خبرگزاری). Which of the two a noun goes with is
settled for those in the tables; «کارگذاری» (setting in place) and what is said of tenders and
loans, on which usage differs, are left alone.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from dabir.copydesk.examples import Example
from dabir.copydesk.marks import Mark, Severity
from dabir.copydesk.paragraph import Paragraph
from dabir.copydesk.pieces import Piece
from dabir.copydesk.wording import plain
from dabir.persian.letters import HALF_SPACE, skeleton

LABEL: Final = "گذار و گزار"
SEVERITY: Final = Severity.ERROR
EXAMPLES: Final = [
    Example("سپاسگذارم از خبرگذاری", "سپاسگزارم از خبرگزاری"),
    Example("جلسه برگذار شد", "جلسه برگزار شد"),
    Example("نمازگذاران و خدمتگذاران", "نمازگزاران و خدمتگزاران"),
    Example(
        f"قانون{HALF_SPACE}گزار و سیاست{HALF_SPACE}گزاری",
        f"قانون{HALF_SPACE}گذار و سیاست{HALF_SPACE}گذاری",
    ),
    Example("تأثیرگزارترین و اثر گزار", "تأثیرگذارترین و اثرگذار"),
    Example("نماز گذاران و سرمایه گزاری", f"نمازگزاران و سرمایه{HALF_SPACE}گذاری"),
    Example("بنیانگزار واگزار شد", "بنیانگذار واگذار شد"),
    Example("کارگذاران نظام", "کارگزاران نظام"),
    Example(f"کارگذاری لوله، مناقصه{HALF_SPACE}گزار، وام{HALF_SPACE}گذار"),
    Example(f"قانون{HALF_SPACE}گذار، برگزار، نمازگزار، تأثیرگذار، سپاس{HALF_SPACE}گزار، خبرگزاری"),
    Example("نماز گذاشت و اثر گذارد و گذار از بحران و گزارش"),
    Example("در اثر گذار از دوران"),
]

PUT: Final = frozenset(
    """
    قانون سیاست بنیان بنیاد پایه تاثیر اثر سرمایه نام ارزش هدف قیمت نرخ بمب تخم نقطه علامت سپرده
    بیمه فرو وا مین شماره فاصله اشتراک پلاک کد ریل تاج صحه عمامه وثیقه احترام بدعت امانت ودیعه
    رسوب طعمه رمز برچسب نشانه تله حرمت صفحه نمره مرز لایه اسم عنوان صدا سنت
""".split()
)
"""What is put or set goes with «گذار»."""

PAY: Final = frozenset("نماز سپاس شکر خدمت خبر خراج باج حج گله حق خواب مصلحت عبادت بر".split())
"""What is performed, paid or reported goes with «گزار»."""

_AS_ONE: Final = frozenset("نماز سپاس شکر خدمت خبر".split())
"""Nouns that are written as one word with the stem."""

_JOINED: Final = re.compile(
    "^(.*?)(گ[ذز]ار)((?:ی|ان|انی|انه|ند|م|یم|تر|ترین|تری|ها|های|هایی|ش|شان|د)?)$"
)
_APART: Final = re.compile("^(گ[ذز]ار)(ی|ان|انی|ها|های|تر|ترین)?$")
_NON_JOINING: Final = tuple("اآدذرزژو")


def check(paragraph: Paragraph) -> Iterator[Mark]:
    """Yield a mark over every word with the wrong one of the two stems."""
    if "گذار" not in paragraph.text and "گزار" not in paragraph.text:
        return
    chain = paragraph.pieces
    for at, piece in enumerate(chain):
        if "ذار" not in piece.word and "زار" not in piece.word:
            continue
        right = _right_joined(plain(paragraph.text[piece.start : piece.end]))
        if right:
            yield _mark(piece.start, piece.end, right)
        elif at and _APART.match(piece.word) and piece.gap:
            yield from _two(paragraph, chain[at - 1], piece)


@lru_cache(50_000)
def _right_joined(word: str) -> str | None:
    """Return a word of one piece with the right stem, or None when nothing is amiss."""
    found = _JOINED.match(word)
    if found is None or not found[1]:
        return None
    noun, stem, ending = found.groups()
    right = _stem(skeleton(noun), ending)
    return noun + right + ending if right not in (None, stem) else None


def _stem(noun: str, ending: str) -> str | None:
    """Return the stem that goes with a noun; None where usage differs."""
    if noun in PUT:
        return "گذار"
    if noun in PAY or (noun == "کار" and not ending.startswith("ی")):
        return "گزار"
    return None


def _two(paragraph: Paragraph, noun: Piece, verb: Piece) -> Iterator[Mark]:
    """Yield a mark over a noun and its stem that stand apart, if the stem is the wrong one."""
    found = _APART.match(verb.word)
    if found is None:
        return
    stem, ending = found[1], found[2] or ""
    right = _stem(noun.word, ending)
    if right in (None, stem):
        return
    written = paragraph.text[noun.start : noun.end]
    gap = "" if written.endswith(_NON_JOINING) or noun.word in _AS_ONE else HALF_SPACE
    yield _mark(noun.start, verb.end, f"{written}{gap}{right}{ending}")


def _mark(start: int, end: int, right: str) -> Mark:
    stem = "گزاردن" if "گزار" in right else "گذاشتن"
    return Mark(start, end, "gozar", SEVERITY, f"این واژه از «{stem}» است: «{right}».", (right,))
