"""Compounds written as words apart: «نشان دهنده», «بین المللی», «سه جانبه», «خلل ناپذیر».

Whether two words are one is weighed by their forms, their company and the paper's archive
(``dabir.copydesk.boundaries``): «آمار ارائه شده از» has a compound, «آمار ارائه شد» a verb.
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
    Example("اجلاس سه جانبه", f"اجلاس سه{HALF_SPACE}جانبه"),
    Example("اراده خلل ناپذیر", f"اراده خلل{HALF_SPACE}ناپذیر"),
    Example("اقدامات خشونت بار", f"اقدامات خشونت{HALF_SPACE}بار"),
    Example("هم پیمانان آنان", f"هم{HALF_SPACE}پیمانان آنان"),
    Example("برنامه ریزی برای بهره برداری", f"برنامه{HALF_SPACE}ریزی برای بهره{HALF_SPACE}برداری"),
    Example("سرمایه گذاری های تازه", f"سرمایه{HALF_SPACE}گذاری{HALF_SPACE}های تازه"),
    Example("او در خانه کار کرد."),
    Example("این خبر اعلام شده است."),
    Example("هوا کم کم سرد شد و به آرامی باران گرفت."),
]


def check(paragraph: Paragraph) -> Iterator[Mark]:
    """Yield a mark over every compound that a blank divides."""
    for word in paragraph.joined:
        if word.is_compound and not word.is_dropped:
            right = word.right(paragraph.text)
            why = f"این واژه مرکب است و با نیم{HALF_SPACE}فاصله نوشته می{HALF_SPACE}شود: «{right}»."
            yield Mark(word.start, word.end, "compounds", SEVERITY, why, (right,))
