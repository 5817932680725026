"""Affixes apart from their word: «می رود» for می+رود, «کتاب ها» for کتاب+ها.

What looks like an affix may be a word: «لباس تر شد», «نمی از باران», «ای ایران». The company
tells.
"""

from collections.abc import Iterator
from typing import Final

from dabir.copydesk.examples import Example
from dabir.copydesk.marks import Mark, Severity
from dabir.copydesk.paragraph import Paragraph
from dabir.persian.letters import HALF_SPACE

LABEL: Final = f"نیم{HALF_SPACE}فاصلهٔ وندها"
SEVERITY: Final = Severity.SPACING
EXAMPLES: Final = [
    Example("او می رود و نمی داند.", f"او می{HALF_SPACE}رود و نمی{HALF_SPACE}داند."),
    Example("کتاب های تازه را خوانده اند.", f"کتاب{HALF_SPACE}های تازه را خوانده{HALF_SPACE}اند."),
    Example("این راه کوتاه تر است.", f"این راه کوتاه{HALF_SPACE}تر است."),
    Example("ای ایران ای مرز پرگهر"),
    Example("نمی از باران بر لباس تر نشست."),
]


def check(paragraph: Paragraph) -> Iterator[Mark]:
    """Yield a mark over every word whose affix stands apart."""
    for word in paragraph.joined:
        if not word.is_dropped and not word.is_compound:
            right = word.right(paragraph.text)
            why = (
                f"میان واژه و پیشوند یا پسوند آن نیم{HALF_SPACE}فاصله می{HALF_SPACE}آید: «{right}»."
            )
            yield Mark(word.start, word.end, "affixes", SEVERITY, why, (right,))
