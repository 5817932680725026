"""What a program that only gives back a corrected text would have marked."""

import difflib
import re
from collections.abc import Iterator
from typing import Any, Final

from tools.copydesk_bench.sets import score

HALF_SPACE: Final = "\u200c"
TOKEN: Final = re.compile(r"\S+")
DIGITS: Final = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "01234567890123456789")


def marks_between(before: str, after: str) -> list[dict[str, Any]]:
    """Return a mark over every stretch of ``before`` that ``after`` has otherwise."""
    return list(_marks(before, after))


def _marks(before: str, after: str) -> Iterator[dict[str, Any]]:
    spans = [found.span() for found in TOKEN.finditer(before)]
    old, new = before.split(), after.split()
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for what, i, j, k, m in matcher.get_opcodes():
        if what != "equal" and i < j:
            fix = " ".join(new[k:m])
            start, end = spans[i][0], spans[j - 1][1]
            yield {
                "start": start,
                "end": end,
                "class": "changed",
                "severity": severity(before[start:end], fix),
                "why": "",
                "fixes": [fix],
            }


def severity(before: str, after: str) -> str:
    """Tell letters and word boundaries (error) from half-spaces (spacing) and signs (style)."""
    if _letters(before) != _letters(after):
        return "error"
    if before.count(HALF_SPACE) != after.count(HALF_SPACE):
        return "spacing"
    words, now = _words(before), _words(after)
    return "style" if words == now else "error"


def _words(text: str) -> list[str]:
    return [word for word in map(_letters, text.split()) if word]


def _letters(text: str) -> str:
    return "".join(score().bare(text.translate(DIGITS)).replace(HALF_SPACE, "").split())
