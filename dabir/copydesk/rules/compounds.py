"""Compounds written as words apart: «نشان دهنده» for نشان+دهنده, «بین المللی» for بین+المللی.

Two words side by side are one compound when dictionaries and the paper's archive join them, or when
the second makes compounds with nearly every noun (ـ+پذیر, ـ+کننده); «کار کرد» stays two.
"""

from collections.abc import Iterator
from typing import Final

from dabir.copydesk.examples import Example
from dabir.copydesk.marks import Mark, Severity
from dabir.copydesk.paragraph import Paragraph
from dabir.persian.letters import HALF_SPACE

LABEL: Final = f"واژه{HALF_SPACE}های مرکب"
SEVERITY: Final = Severity.SPACING
EXAMPLES: Final = [
    Example("این نشان دهنده اراده است.", f"این نشان{HALF_SPACE}دهنده اراده است."),
    Example("قوانین بین المللی", f"قوانین بین{HALF_SPACE}المللی"),
    Example("او در خانه کار کرد."),
]


def check(paragraph: Paragraph) -> Iterator[Mark]:
    """Yield a mark over every compound that a blank divides."""
    for word in paragraph.joined:
        if word.is_compound and not word.is_dropped:
            right = word.right(paragraph.text)
            why = f"این واژه مرکب است و با نیم{HALF_SPACE}فاصله نوشته می{HALF_SPACE}شود: «{right}»."
            yield Mark(word.start, word.end, "compounds", SEVERITY, why, (right,))
