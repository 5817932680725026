"""Half-spaces that were dropped: «میشود» for می+شود, «بینالمللی» for بین+المللی.

Words that only look so («تنها», «همکاری», «بهتر») are let stand, and where a story joins ها and
تر to their words («کتابها», «بزرگتر») as the Academy allowed for long, so are these.
"""

from collections.abc import Iterator
from typing import Final

from dabir.copydesk.examples import Example
from dabir.copydesk.marks import Mark, Severity
from dabir.copydesk.paragraph import Paragraph
from dabir.persian.letters import HALF_SPACE

LABEL: Final = f"نیم{HALF_SPACE}فاصلهٔ افتاده"
SEVERITY: Final = Severity.SPACING
EXAMPLES: Final = [
    Example("این کار میشود.", f"این کار می{HALF_SPACE}شود."),
    Example("سیاستهای تازه", f"سیاست{HALF_SPACE}های تازه"),
    Example("تنها همکاری بهتر است."),
]


def check(paragraph: Paragraph) -> Iterator[Mark]:
    """Yield a mark over every word that lost a half-space."""
    for word in paragraph.joined:
        if word.is_dropped:
            right = word.right(paragraph.text)
            why = f"نیم{HALF_SPACE}فاصله افتاده است: «{right}»."
            yield Mark(word.start, word.end, "joined-affixes", SEVERITY, why, (right,))
