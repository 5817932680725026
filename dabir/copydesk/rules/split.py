"""One word with a blank inside: «ایج اد» for «ایجاد».

What may be written apart or with a half-space is left to the rules of half-spaces.
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
    Example("کار خوب است."),
]


def check(paragraph: Paragraph) -> Iterator[Mark]:
    """Yield a mark over every two pieces that read better as one word."""
    for _, reading, start, end, _ in paragraph.doubts:
        if reading.kind == SPLIT:
            right = paragraph.spelt(reading.words[0])
            yield Mark(start, end, "split", SEVERITY, f"«{right}» یک واژه است.", (right,))
