"""Signs of Latin script in Persian copy, signs typed many times, quotation marks, brackets.

«سلام, خوبی?» becomes «سلام، خوبی؟», "سلام" becomes «سلام», «چرا؟؟؟» loses two signs. Pairs
of straight quotes are turned only if all of them close and Persian stands inside; a quote
inside « » keeps the signs it has. A bracket or quotation mark without its other half is
pointed at. Left alone: numbers, addresses, the ellipsis, «؟!», «1)», smileys.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from dabir.copydesk.examples import Example
from dabir.copydesk.marks import Mark, Severity
from dabir.copydesk.paragraph import Paragraph
from dabir.copydesk.rules.spaces import hangs
from dabir.copydesk.walls import Walls
from dabir.persian.letters import HALF_SPACE, LETTER_RANGE, SIGN_RANGE

LABEL: Final = f"نشانه{HALF_SPACE}گذاری"
SEVERITY: Final = Severity.STYLE
EXAMPLES: Final = [
    Example("سلام, خوبی? آمد; رفت", "سلام، خوبی؟ آمد؛ رفت"),
    Example("سلام,دنیا", "سلام،دنیا"),
    Example("چرا؟؟؟ نه!!", "چرا؟ نه!"),
    Example("چرا؟!!! آمد،، رفت", "چرا؟! آمد، رفت"),
    Example("آمد.. و رفت..", "آمد. و رفت."),
    Example('گفت "سلام" و رفت', "گفت «سلام» و رفت"),
    Example('گفت:" سلام " و رفت', "گفت: «سلام» و رفت"),
    Example("گفت “سلام” و رفت", "گفت «سلام» و رفت"),
    Example("<<سلام>> گفت", "«سلام» گفت"),
    Example("گفت «سلام« و رفت", "گفت «سلام» و رفت"),
    Example("گفت »سلام« و رفت", "گفت «سلام» و رفت"),
    Example('گفت «او "سلام" داد» و رفت'),
    Example('تلویزیون 42" و "Hello" و شعار "سلام'),
    Example("۱,۲۵۰ و F-16, G20; example.ir/?q=1"),
    Example("چرا؟! چه!؟ ... و… 1) یک ۲) دو الف) سه :) خوب"),
    Example("او («سلام» [و بدرود]) گفت"),
]

_LETTERS: Final = LETTER_RANGE + SIGN_RANGE
_LATIN: Final = re.compile(rf"[,;?](?:,*|;*|\?*)(?=[\s{_LETTERS}«»\")\]]|$)")
_BEFORE: Final = re.compile(rf"[{_LETTERS}»)]\s?$")
_AFTER_NUMBER: Final = re.compile(rf"(?<=\d)[,;?]\s+(?=[{_LETTERS}])")
_PERSIAN_SIGN: Final = {",": "،", ";": "؛", "?": "؟"}
_REPEATED: Final = re.compile("[!؟،؛][!؟،؛]+")
_TWO_POINTS: Final = re.compile(rf"(?<=[{_LETTERS}»)])\.\.(?=\s|$)")
_QUOTES: Final = re.compile('["“”„]|<<|>>')
_PERSIAN: Final = re.compile(f"[{LETTER_RANGE}]")
_BRACKETS: Final = re.compile(r"[«»()\[\]]")
_LABEL_BEFORE: Final = re.compile(
    rf"(?:^|\s)(?:\d{{1,3}}|[{LETTER_RANGE}]{{1,3}}|[A-Za-z])[-.]?$|[:;]-?$"
)
MANY: Final = 100
"""Brackets of a line that are looked at one by one."""
_CLOSES: Final = {"»": "«", ")": "(", "]": "["}
_ENDS: Final = re.compile(r"[\s،؛.:؟!)»]|$")


def check(paragraph: Paragraph) -> Iterator[Mark]:
    """Yield a mark over every sign that is foreign, one too many, or without its other half."""
    walls = Walls(paragraph)
    yield from _latin_signs(paragraph.text, walls)
    yield from _repeated_signs(paragraph.text, walls)
    if ".." in paragraph.text:
        yield from _two_points(paragraph.text, walls)
    turned = _turned_quotes(paragraph.text, walls)
    yield from turned
    if not turned:
        yield from _lone_brackets(paragraph.text, walls)


def _latin_signs(text: str, walls: Walls) -> Iterator[Mark]:
    for found in _LATIN.finditer(text):
        start, end = found.span()
        persian = _BEFORE.search(text[max(0, start - 2) : start])
        if (persian or _AFTER_NUMBER.match(text, start)) and not walls.touch(start, end):
            right = _PERSIAN_SIGN[found[0][0]]
            why = f"در متن فارسی «{right}» به کار می{HALF_SPACE}رود."
            yield _mark(start, end, why, right)


def _repeated_signs(text: str, walls: Walls) -> Iterator[Mark]:
    for found in _REPEATED.finditer(text):
        once = "".join(dict.fromkeys(found[0]))
        if len(once) < len(found[0]) and not walls.touch(*found.span()):
            yield _mark(*found.span(), "یک بار این نشانه بس است.", once)


def _two_points(text: str, walls: Walls) -> Iterator[Mark]:
    for found in _TWO_POINTS.finditer(text):
        if not walls.touch(*found.span()):
            yield _mark(
                *found.span(),
                f"جمله با یک نقطه تمام می{HALF_SPACE}شود و سه نقطه «…» است.",
                ".",
                "…",
            )


def _turned_quotes(text: str, walls: Walls) -> list[Mark]:
    """Return marks that turn straight quotes into « », a pair at a time."""
    signs = [found for found in _QUOTES.finditer(text) if not walls.touch(*found.span())]
    pairs = list(zip(signs[::2], signs[1::2], strict=False))
    if len(signs) % 2 or not all(_looks_like_a_pair(text, *pair) for pair in pairs):
        return []
    openings = [found.start() for found in re.finditer("«", text)] if pairs else []
    closings = [found.start() for found in re.finditer("»", text)] if pairs else []
    marks: list[Mark] = []
    for opening, closing in pairs:
        at, end = opening.start(), closing.end()
        nested = bisect_left(openings, at) > bisect_left(closings, at)
        holding = bisect_left(openings, end) > bisect_left(openings, at)
        if not nested and not holding and _PERSIAN.search(text, at, end):
            marks += _pair(text, opening, closing)
    return marks


def _looks_like_a_pair(text: str, opening: re.Match[str], closing: re.Match[str]) -> bool:
    """Say whether neither of two quotes has its back to what they hold."""
    before = text[opening.start() - 1 : opening.start()] if opening.start() else ""
    after = text[opening.end() : opening.end() + 1]
    back = before.isalnum() and _ENDS.match(after)
    face = text[closing.start() - 1].isspace() and text[closing.end() : closing.end() + 1].isalnum()
    return not back and not face


def _pair(text: str, opening: re.Match[str], closing: re.Match[str]) -> list[Mark]:
    """Return the marks over two quotes that belong together, with the blanks they want."""
    why = "گیومهٔ فارسی « » است."
    start, end = opening.start(), opening.end()
    while text[end].isspace():
        end += 1
    first = " «" if start and re.match(f"[{_LETTERS}،؛:.]", text[start - 1]) else "«"
    left, right = closing.start(), closing.end()
    while text[left - 1].isspace():
        left -= 1
    last = (
        "» "
        if re.match(f"[{_LETTERS}]", text[right : right + 1]) and not hangs(text, right)
        else "»"
    )
    return [_mark(start, end, why, first), _mark(left, right, why, last)]


def _lone_brackets(text: str, walls: Walls) -> Iterator[Mark]:
    """Yield a mark over every bracket or quotation mark whose other half is missing."""
    if _is_balanced("".join(_BRACKETS.findall(text))):
        return
    open_signs: list[tuple[str, int]] = []
    quotes = 0
    for found in _BRACKETS.finditer(text):
        sign, at = found[0], found.start()
        if walls.touch(at, at + 1):
            continue
        mirrored = _mirrored(text, at, sign, quotes)
        if mirrored:
            yield _mark(at, at + 1, "گیومه وارونه است.", mirrored)
            sign = mirrored
        quotes += (sign == "«") - (sign == "»" and quotes > 0)
        if sign not in _CLOSES:
            open_signs.append((sign, at))
        elif open_signs and open_signs[-1][0] == _CLOSES[sign]:
            open_signs.pop()
        elif sign != ")" or not _LABEL_BEFORE.search(text[max(0, at - 6) : at]):
            yield _mark(at, at + 1, f"آغاز این «{sign}» پیدا نیست.")
    for sign, at in open_signs:
        yield _mark(at, at + 1, f"پایان این «{sign}» پیدا نیست.")


@lru_cache(5_000)
def _is_balanced(signs: str) -> bool:
    """Say whether every bracket of a row finds its other half: «(«»)»."""
    while len(signs) < MANY and signs:
        rest = signs.replace("«»", "").replace("()", "").replace("[]", "")
        if rest == signs:
            return False
        signs = rest
    return not signs


def _mirrored(text: str, at: int, sign: str, quotes: int) -> str:
    """Return what a quotation mark must be that looks the wrong way, or nothing.

    ``quotes`` is how many are open here.
    """
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if sign == "«" and quotes and before.strip() and _ENDS.match(after):
        return "»"
    if sign == "»" and not quotes and not before.strip() and _PERSIAN.match(after):
        return "«"
    return ""


def _mark(start: int, end: int, why: str, *fixes: str) -> Mark:
    return Mark(start, end, "punctuation", SEVERITY, why, fixes)
