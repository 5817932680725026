"""Words with a wrong letter: «میلیلارد» for «میلیارد».

A word that nobody has seen is no slip for that: names are new every day. It is marked when a
known word is one slip of the hand away and fits better between its neighbours.
"""

from collections.abc import Iterator
from typing import Final

from dabir.copydesk.examples import Example
from dabir.copydesk.marks import Mark, Severity
from dabir.copydesk.paragraph import Paragraph
from dabir.copydesk.readings import LETTERS, SURE

LABEL: Final = "غلط املایی"
SEVERITY: Final = Severity.ERROR
EXAMPLES: Final = [
    Example("ده میلیلارد تومان هزینه شد.", "ده میلیارد تومان هزینه شد."),
    Example("شهردار لوس آنجلس گفت نسخه با عکسش یکی نیست."),
]


def check(paragraph: Paragraph) -> Iterator[Mark]:
    """Yield a mark over every rare word that reads better with one letter otherwise."""
    for word, reading, start, end, _ in paragraph.doubts:
        if reading.kind == LETTERS and paragraph.lexicon.seen(word) < SURE:
            right = paragraph.spelt(reading.words[0])
            why = f"«{paragraph.text[start:end]}» به این شکل دیده نشده است؛ شاید «{right}»."
            yield Mark(start, end, "spelling", SEVERITY, why, (right,))
