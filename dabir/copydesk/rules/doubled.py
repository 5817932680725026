"""Words and phrases typed twice: «این این خبر» for «این خبر».

Persian doubles words on purpose («کم کم», «رفته رفته»), so what is doubled in the lexicon
is left alone.
"""

from collections.abc import Iterator
from typing import Final

from dabir.copydesk.examples import Example
from dabir.copydesk.marks import Mark, Severity
from dabir.copydesk.paragraph import Paragraph

LABEL: Final = "واژهٔ تکراری"
SEVERITY: Final = Severity.ERROR
EXAMPLES: Final = [
    Example("این این خبر", "این خبر"),
    Example("هوا کم کم سرد شد"),
]
ON_PURPOSE: Final = frozenset("کم رفته آرام یک دو".split())


def check(paragraph: Paragraph) -> Iterator[Mark]:
    """Yield a mark over every word that stands twice in a row."""
    for first, second in zip(paragraph.tokens, paragraph.tokens[1:], strict=False):
        if first.text == second.text and first in paragraph.words and first.text not in ON_PURPOSE:
            yield Mark(
                first.start,
                second.end,
                "doubled",
                SEVERITY,
                f"«{first.text}» دو بار پشت سر هم آمده است.",
                (first.text,),
            )
