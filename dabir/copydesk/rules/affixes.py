"""Affixes that a blank parts from their word: «می رود», «کتاب ها», «بزرگ تر», «رفته اند».

What looks like an affix may be a word of its own: «لباس تر شد», «نمی از باران», «ای ایران»,
«ها! چه گفتی؟». The company tells (``dabir.copydesk.affixing``). After a letter that never joins
the next one the parts are written without anything between: «کشورها».
"""

from collections.abc import Iterator
from typing import Final

from dabir.copydesk.examples import Example
from dabir.copydesk.joints import JoinedWord
from dabir.copydesk.marks import Mark, Severity
from dabir.copydesk.paragraph import Paragraph
from dabir.persian.forms import COMPARATIVES, PLURALS
from dabir.persian.letters import HALF_SPACE
from dabir.persian.verbs import CONTINUOUS

LABEL: Final = f"نیم{HALF_SPACE}فاصلهٔ وندها"
SEVERITY: Final = Severity.SPACING
EXAMPLES: Final = [
    Example("او می رود و نمی داند.", f"او می{HALF_SPACE}رود و نمی{HALF_SPACE}داند."),
    Example("فردا بر می گردد.", f"فردا برمی{HALF_SPACE}گردد."),
    Example("می بینمش و می توان رفت.", f"می{HALF_SPACE}بینمش و می{HALF_SPACE}توان رفت."),
    Example("کتاب های تازه را خوانده اند.", f"کتاب{HALF_SPACE}های تازه را خوانده{HALF_SPACE}اند."),
    Example("همه کشور ها آمدند.", "همه کشورها آمدند."),
    Example("این راه کوتاه تر است.", f"این راه کوتاه{HALF_SPACE}تر است."),
    Example("بزرگ ترین شهر", f"بزرگ{HALF_SPACE}ترین شهر"),
    Example("خانه ای در منطقه ای دور", f"خانه{HALF_SPACE}ای در منطقه{HALF_SPACE}ای دور"),
    Example("زندگی اش دگرگون شد.", f"زندگی{HALF_SPACE}اش دگرگون شد."),
    Example("ای ایران ای مرز پرگهر"),
    Example("نمی از باران بر لباس تر نشست."),
    Example("از می و معشوق گفت."),
    Example("ها! چه گفتی؟"),
    Example(f"کشورها کتاب{HALF_SPACE}های بهتری می{HALF_SPACE}خواهند."),
]

OF_MI: Final = f"«می» و «نمی» با نیم{HALF_SPACE}فاصله به فعل می{HALF_SPACE}پیوندند"
OF_PLURALS: Final = f"نشانهٔ جمع با نیم{HALF_SPACE}فاصله به واژه می{HALF_SPACE}پیوندد"
OF_COMPARATIVES: Final = f"«تر» و «ترین» با نیم{HALF_SPACE}فاصله به صفت می{HALF_SPACE}پیوندند"
OF_OTHERS: Final = f"این پسوند با نیم{HALF_SPACE}فاصله به واژه می{HALF_SPACE}پیوندد"
OF_OPEN: Final = f"این دو بخش یک واژه{HALF_SPACE}اند و سرهم نوشته می{HALF_SPACE}شوند"


def check(paragraph: Paragraph) -> Iterator[Mark]:
    """Yield a mark over every word whose affix stands apart."""
    for word in paragraph.joined:
        if not word.is_dropped and not word.is_compound:
            right = word.right(paragraph.text)
            why = f"{reason(word, right)}: «{right}»."
            yield Mark(word.start, word.end, "affixes", SEVERITY, why, (right,))


def reason(word: JoinedWord, right: str) -> str:
    """Return what joins the parts of a word, in Persian."""
    first, last = word.parts[0].word, word.parts[-1].word
    if HALF_SPACE not in right:
        return OF_OPEN
    if first in CONTINUOUS or word.parts[1].word in CONTINUOUS:
        return OF_MI
    if last in PLURALS:
        return OF_PLURALS
    return OF_COMPARATIVES if last in COMPARATIVES else OF_OTHERS
