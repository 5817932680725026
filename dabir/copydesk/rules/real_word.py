"""Words that are words, but not here: «مقابل با تروریسم» for «مقابله با تروریسم».

The archive has the written word often, and nothing beside it; with one letter otherwise both
sides fit.
"""

from collections.abc import Iterator
from typing import Final

from dabir.copydesk.examples import Example
from dabir.copydesk.marks import Mark, Severity
from dabir.copydesk.paragraph import Paragraph
from dabir.copydesk.readings import LETTERS, SURE
from dabir.persian.letters import HALF_SPACE

LABEL: Final = f"واژهٔ نابه{HALF_SPACE}جا"
SEVERITY: Final = Severity.ERROR
EXAMPLES: Final = [
    Example("کتاب را به او دادند."),
]


def check(paragraph: Paragraph) -> Iterator[Mark]:
    """Yield a mark over every common word that another would fit better."""
    for word, reading, start, end, _ in paragraph.doubts:
        if reading.kind != LETTERS:
            continue
        if paragraph.lexicon.seen(word) >= SURE:
            right = paragraph.spelt(reading.words[0])
            why = (
                f"«{paragraph.text[start:end]}» در این جمله جا نمی{HALF_SPACE}افتد؛ شاید «{right}»."
            )
            yield Mark(start, end, "real-word", SEVERITY, why, (right,))
