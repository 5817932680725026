"""Half-spaces that were dropped: «میشود», «شدهاند», «سیاستها», «بینالمللی».

Words that only look so are let stand («تنها», «همکاری», «بهتر», «میدان»). The Academy's first
edition let ها and تر be joined to their words («کتابها», «بزرگتر»), and much good copy has them
so: where a paragraph has half-spaces of its own they are taken for its writer's way, unless the
house wants them all apart (switch «all-endings»).
"""

from collections.abc import Iterator
from typing import Final

from dabir.copydesk.examples import Example
from dabir.copydesk.house import House
from dabir.copydesk.marks import Mark, Severity
from dabir.copydesk.paragraph import Paragraph
from dabir.persian.letters import HALF_SPACE

LABEL: Final = f"نیم{HALF_SPACE}فاصلهٔ افتاده"
SEVERITY: Final = Severity.SPACING
EXAMPLES: Final = [
    Example("این کار میشود.", f"این کار می{HALF_SPACE}شود."),
    Example("آنان نمیدانند و برمیگردند.", f"آنان نمی{HALF_SPACE}دانند و برمی{HALF_SPACE}گردند."),
    Example("خانهها ساخته شدهاند.", f"خانه{HALF_SPACE}ها ساخته شده{HALF_SPACE}اند."),
    Example("سیاستهای تازه", f"سیاست{HALF_SPACE}های تازه"),
    Example("مهمترین خبر", f"مهم{HALF_SPACE}ترین خبر"),
    Example("برنامهای تازه", f"برنامه{HALF_SPACE}ای تازه"),
    Example("قوانین بینالمللی", f"قوانین بین{HALF_SPACE}المللی"),
    Example(f"سیاستهای تازه می{HALF_SPACE}خواهند."),
    Example(
        f"سیاستهای تازه می{HALF_SPACE}خواهند.",
        f"سیاست{HALF_SPACE}های تازه می{HALF_SPACE}خواهند.",
        House(switches={"all-endings": True}),
    ),
    Example("تنها همکاری در میدان بهتر است."),
    Example("آنها روزهای دنیای سینمای نو را کارهای خود کردند."),
]


def check(paragraph: Paragraph) -> Iterator[Mark]:
    """Yield a mark over every word that lost a half-space."""
    for word in paragraph.joined:
        if word.is_dropped:
            written = paragraph.text[word.start : word.end]
            right = word.right(paragraph.text)
            others = paragraph.reader.joiner.dropped.other_ways(written)
            fixes = tuple(dict.fromkeys((right, *others)))
            why = f"نیم{HALF_SPACE}فاصلهٔ این واژه افتاده است: «{right}»."
            yield Mark(word.start, word.end, "joined-affixes", SEVERITY, why, fixes)
