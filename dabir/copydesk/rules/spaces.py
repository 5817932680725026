"""Blanks where none belongs, and none where one belongs: «گفت :سلام» for «گفت: سلام».

Blanks around signs and inside brackets, two blanks in a row, a blank at the head of a line.
What is protected (numbers, times, addresses, abbreviations), the ellipsis, smileys, initials
(«ا. ب.») and suffixes that hang on a bracket («ایران»ها) are left alone.
"""

import re
from collections.abc import Iterator
from typing import Final

from dabir.copydesk.examples import Example
from dabir.copydesk.marks import Mark, Severity
from dabir.copydesk.paragraph import Paragraph
from dabir.copydesk.walls import Walls
from dabir.persian.letters import HALF_SPACE, LETTER_RANGE, SIGN_RANGE

LABEL: Final = "فاصله"
SEVERITY: Final = Severity.STYLE
EXAMPLES: Final = [
    Example("خبر  تازه", "خبر تازه"),
    Example("  خبر تازه", "خبر تازه"),
    Example("گفت :سلام ،دوست من .خوبی ؟", "گفت: سلام، دوست من. خوبی؟"),
    Example("وی گفت:سلام", "وی گفت: سلام"),
    Example("آمد،رفت؛ماند", "آمد، رفت؛ ماند"),
    Example("آمد.رفت", "آمد. رفت"),
    Example("« خبر » را ( تازه ) دید", "«خبر» را (تازه) دید"),
    Example("واژهٔ«خبر»را دید", "واژهٔ «خبر» را دید"),
    Example("سازمان ملل(یونسکو)گفت", "سازمان ملل (یونسکو) گفت"),
    Example("خبر تازه "),
    Example("خانه » اخبار » سیاسی"),
    Example("دانشجو(ها) و امام حسین(ع) و استان(های) دیگر"),
    Example("م.امید و دیجی.کام"),
    Example("قیمت       تعداد"),
    Example("ساعت ۱۲:۳۰، نتیجهٔ ۲-۱ و ۱٬۲۵۰ نفر"),
    Example("نشانی example.ir/خبر و b@example.ir است."),
    Example("ا.ب. گفت و م. امید آمد"),
    Example("و ... رفت، اما... ماند"),
    Example("«ایران»ها و «کتاب»ی که (ع)"),
    Example("چرا؟! خوب (۱۲) و (چه؟) «چه!»، «این»."),
    Example("لبخند :) و نسبت ۲ : ۳"),
]

_LETTERS: Final = LETTER_RANGE + SIGN_RANGE
_BLANK: Final = r"[^\S\n]"
_SLIP: Final = re.compile(
    rf"""
    [\s،؛:؟!.«(»)](?:
      (?<=\s)(?:
          (?P<head>(?<=^.){_BLANK}*+(?=\S))
        | (?P<inside>(?<=[«(\[].){_BLANK}*+(?=\S))
        | (?P<before>(?<=\S.){_BLANK}*+(?=[،؛؟!»\])]|[.:](?![.A-Za-z0-9۰-۹)(])))
        | (?P<double>(?<=\S.){_BLANK}{{1,2}}(?=\S)))
    | (?P<after>
          (?<=[،؛])(?=[{_LETTERS}«(])
        | (?<=[{_LETTERS}»)][،؛])(?=\d)
        | (?<=[{_LETTERS}»)؟!\x20][:؟!.])(?=[{_LETTERS}«]))
    | (?P<opening>(?<=[{_LETTERS}][«(])(?=\w))
    | (?P<closing>(?<=[»)])(?=[{_LETTERS}])))
    """,
    re.VERBOSE,
)
_WHY: Final = {
    "head": f"سطر با فاصله آغاز نمی{HALF_SPACE}شود.",
    "before": f"پیش از این نشانه فاصله نمی{HALF_SPACE}آید.",
    "inside": f"پس از نشانهٔ باز فاصله نمی{HALF_SPACE}آید.",
    "double": "یک فاصله بس است.",
    "after": f"پس از این نشانه فاصله می{HALF_SPACE}آید.",
    "opening": f"پیش از این نشانه فاصله می{HALF_SPACE}آید.",
    "closing": f"پس از این نشانه فاصله می{HALF_SPACE}آید.",
}
_SUFFIX: Final = re.compile(
    f"(?:ها|های|هایی|هایش|ی|ای|یی|ام|ات|اش|اند|م|ت|ش|مان|تان|شان|ان|تر|ترین|ه|ین)(?![{_LETTERS}])"
)
_HONOUR: Final = re.compile("(?:ع|ص|س|عج|ره|قدس|دام|رض)[^)]{0,8}\\)")
_RATIO: Final = re.compile(r"\d\s+:\s*\d")
_NET: Final = re.compile(f"(?:کام|نت|اورگ|آی)(?![{_LETTERS}])")


def check(paragraph: Paragraph) -> Iterator[Mark]:
    """Yield a mark over every blank too many, and over every sign that lacks one."""
    text = paragraph.text
    walls = Walls(paragraph)
    quotes = text.count("«") == text.count("»")
    for found in _SLIP.finditer(text):
        kind = found.lastgroup or ""
        if _is_meant(text, found, kind, quotes):
            continue
        if not walls.touch(*found.span()):
            yield Mark(*found.span(), "spaces", SEVERITY, _WHY[kind], (_fix(found[0], kind),))


def _fix(slip: str, kind: str) -> str:
    """Return what belongs where ``slip`` stands."""
    match kind:
        case "double":
            return " "
        case "after" | "closing":
            return f"{slip} "
        case "opening":
            return f" {slip}"
    return ""


def _is_meant(text: str, found: re.Match[str], kind: str, quotes: bool) -> bool:
    """Say whether what looks like a slip is meant so; ``quotes``: all quotation marks close."""
    start, end = found.span()
    match kind:
        case "before":
            return (text[end] == "»" and not quotes) or bool(_RATIO.match(text, start - 1))
        case "inside":
            return text[start - 1] == "«" and not quotes
        case "opening":
            return hangs(text, end) or bool(_HONOUR.match(text, end))
        case "closing":
            return hangs(text, end)
        case "after":
            return found[0] == "." and (_is_initial(text, start) or bool(_NET.match(text, end)))
    return False


def hangs(text: str, at: int) -> bool:
    """Say whether a suffix stands at ``at``, which hangs on the bracket before it."""
    return _SUFFIX.match(text, at) is not None


def _is_initial(text: str, at: int) -> bool:
    """Say whether a single letter stands before ``text[at]``."""
    return at < 2 or not re.match(f"[{_LETTERS}»)؟!]", text[at - 2])
