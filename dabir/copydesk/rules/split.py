"""One word with a blank inside: «ایج اد» for «ایجاد».

What may be written apart or with a half-space is left to the rules of half-spaces; an Arabic
name that stands apart before its article («سید الشهدا») is a matter of spacing.
"""

from collections.abc import Iterator
from typing import Final

from dabir.copydesk.examples import Example
from dabir.copydesk.marks import Mark, Severity
from dabir.copydesk.paragraph import Paragraph
from dabir.copydesk.readings import SPLIT

LABEL: Final = "واژهٔ دوپاره"
SEVERITY: Final = Severity.ERROR
EXAMPLES: Final = [
    Example("برای ایج اد کار", "برای ایجاد کار"),
    Example("کار خوب است و بر سر بلندی آن رقابت کردند."),
]
SHORT: Final = 3
"""Letters of words like «الف», which begin with «ال» and have no article."""


def check(paragraph: Paragraph) -> Iterator[Mark]:
    """Yield a mark over every two pieces that read better as one word."""
    for _, reading, start, end, _ in paragraph.doubts:
        if reading.kind == SPLIT:
            right = paragraph.spelt(reading.words[0])
            severity = Severity.SPACING if _has_article(paragraph.text[start:end]) else SEVERITY
            yield Mark(start, end, "split", severity, f"«{right}» یک واژه است.", (right,))


def _has_article(written: str) -> bool:
    """Say whether the second of two words begins with the Arabic article."""
    second = written.split()[-1]
    return second.startswith("ال") and len(second) > SHORT
