"""Letters of other scripts and signs that nobody sees: «كتابي» for «کتابی», two half-spaces.

Arabic keyboards and old files bring look-alike letters, letters as a font draws them, tatweel
inside words, direction signs, and ¬ or other signs where a half-space was meant. Quoted
Arabic, Kurdish words, Latin words and the signs that keep these in order are left alone, and
so is the half-space after a number, a bracket or a Latin word.
"""

import re
from collections.abc import Iterator
from typing import Final

from dabir.copydesk.examples import Example
from dabir.copydesk.marks import Mark, Severity
from dabir.copydesk.paragraph import Paragraph
from dabir.copydesk.walls import Walls
from dabir.persian.letters import (
    BIDI_CONTROLS,
    HALF_SPACE,
    INVISIBLE,
    JOINER,
    LETTER_RANGE,
    LOOK_ALIKES,
    NOT_SIGN,
    PRESENTATION_FORMS,
    SHUT_FORMS,
    SIGN_RANGE,
    SOFT_HYPHEN,
    TATWEEL,
    ZERO_WIDTH_SPACE,
    persian_letters,
    skeleton,
)

LABEL: Final = f"نویسه{HALF_SPACE}های بیگانه"
SEVERITY: Final = Severity.STYLE
EXAMPLES: Final = [
    Example("كتابي از ايران", "کتابی از ایران"),
    Example("ﻛﺘﺎﺏ فارسی ﻣﻲﻛﻨﺪ", f"کتاب فارسی می{HALF_SPACE}کند"),
    Example(f"کت{TATWEEL}{TATWEEL}اب", "کتاب"),
    Example(f"می{HALF_SPACE}{HALF_SPACE}رود", f"می{HALF_SPACE}رود"),
    Example(f"کتاب{HALF_SPACE} و {HALF_SPACE}دفتر", "کتاب و دفتر"),
    Example(f"کتاب{HALF_SPACE}، دفتر{HALF_SPACE}", "کتاب، دفتر"),
    Example(f"آمد،{HALF_SPACE}رفت", "آمد، رفت"),
    Example(f"می{NOT_SIGN}رود و کتاب{NOT_SIGN}ها", f"می{HALF_SPACE}رود و کتاب{HALF_SPACE}ها"),
    Example(f"می{ZERO_WIDTH_SPACE}رود", f"می{HALF_SPACE}رود"),
    Example(f"خا{SOFT_HYPHEN}نه", "خانه"),
    Example("ایران\u200f سرزمین\u202b ما", "ایران سرزمین ما"),
    Example(f"سال ۱۳۹۵ ه{JOINER}.ش"),
    Example(f"۲۰{HALF_SPACE}ساله و PDF{HALF_SPACE}ها و «ایران»{HALF_SPACE}ها"),
    Example("نسخهٔ \u200eF-16\u200e آمد"),
    Example("\ufd3fإنا أعطيناك الكوثر\ufd3e"),
    Example("ڕۆژی کوردی"),
    Example("A\u200d\u0915 ¬ 5"),
]

_LETTERS: Final = LETTER_RANGE + SIGN_RANGE
_JUNK: Final = HALF_SPACE + INVISIBLE + NOT_SIGN
_ODD: Final = re.compile(
    f"[{''.join(LOOK_ALIKES)}{''.join(PRESENTATION_FORMS)}{INVISIBLE}{TATWEEL}{NOT_SIGN}]"
    f"|{HALF_SPACE}(?:[{HALF_SPACE}\\s.،؛:؟!]|$)|(?:^|[\\s.،؛:؟!]){HALF_SPACE}"
)
_RUN: Final = re.compile(f"[{_LETTERS}{_JUNK}]+")
_JOINT: Final = re.compile(f"(?<=[{_LETTERS}])[{_JUNK}]+(?=[{LETTER_RANGE}])")
_SHUT: Final = re.compile(f"[{SHUT_FORMS}](?=[{LETTER_RANGE}])")
_EDGES: Final = re.compile(f"^([{_JUNK}]*)(.*?)([{_JUNK}]*)$", re.DOTALL)
_NOT_LETTERS: Final = re.compile(f"[^{_LETTERS}]")
LONGEST: Final = 20
"""Letters that are looked at on either side of a sign inside a word."""
_OTHER_LANGUAGE: Final = re.compile("[ڕڵۆێٹڈڑںټډړږښڼۍ]")
_OF_OTHERS_TOO: Final = re.compile("[ەھہے]")
_SUFFIXES: Final = frozenset("ها های هایی ای ام ات اش اند تر ترین تری".split())
_PREFIXES: Final = frozenset("می نمی بی".split())
_STOPS: Final = tuple("،؛:؟!")
_OPEN: Final = re.compile(r"[\s.،؛:؟!]?$")
"""What may stand beside a sign that nobody needs: nothing, a blank, a stop."""


def check(paragraph: Paragraph) -> Iterator[Mark]:
    """Yield a mark over every stretch of letters with something foreign in it."""
    text = paragraph.text
    if _ODD.search(text) is None:
        return
    walls = Walls(paragraph)
    foreign = _OTHER_LANGUAGE.search(text) is not None
    for run in _RUN.finditer(text):
        if walls.touch(*run.span()):
            continue
        if foreign and (_OTHER_LANGUAGE.search(run[0]) or _OF_OTHERS_TOO.search(run[0])):
            continue
        right = _right(paragraph, run)
        if right != run[0]:
            yield _mark(text, run, right)


def _before(text: str, at: int) -> str:
    """Return the character before a place, or nothing."""
    return text[at - 1 : at] if at else ""


def _mark(text: str, run: re.Match[str], right: str) -> Mark:
    """Return the mark over a run; with nothing left of it, over a blank beside it too."""
    start, end = run.span()
    if right:
        why = "نویسهٔ بیگانه یا پنهان به نویسهٔ فارسی برگردانده شود."
        return Mark(start, end, "characters", SEVERITY, why, (right,))
    if text[end : end + 1].isspace() and not _before(text, start).strip():
        end += 1
    why = f"این نویسهٔ پنهان اینجا کاری نمی{HALF_SPACE}کند."
    return Mark(start, end, "characters", SEVERITY, why, ("",))


def _right(paragraph: Paragraph, run: re.Match[str]) -> str:
    """Return a run of letters and unseen signs as it should be."""
    before = _before(paragraph.text, run.start())
    after = paragraph.text[run.end() : run.end() + 1]
    found = _EDGES.match(run[0])
    if found is None:  # pragma: no cover
        return run[0]
    head, body, tail = found.groups()
    if not body:
        return _edge(head, before, after)
    body = _JOINT.sub(lambda joint: _joint(paragraph, joint), body)
    body = persian_letters(_SHUT.sub(rf"\g<0>{HALF_SPACE}", body))
    if body.strip(TATWEEL):
        body = body.replace(TATWEEL, "")
    head = " " if head and HALF_SPACE in head and before in _STOPS else _edge(head, before)
    return head + body + _edge(tail, after)


def _edge(signs: str, *beside: str) -> str:
    """Return the signs at the edge of a word that are needed there."""
    if NOT_SIGN in signs or JOINER in signs:
        return signs
    if all(_OPEN.match(sign) for sign in beside):
        return ""
    half = HALF_SPACE if HALF_SPACE in signs else ""
    return half or signs


def _joint(paragraph: Paragraph, joint: re.Match[str]) -> str:
    """Return what belongs between two letters of a word where ``joint`` stands."""
    signs = joint[0]
    if HALF_SPACE in signs or NOT_SIGN in signs:
        return HALF_SPACE
    if not signs.strip(BIDI_CONTROLS):
        return ""
    body = joint.string
    first = skeleton(_NOT_LETTERS.split(body[max(0, joint.start() - LONGEST) : joint.start()])[-1])
    second = skeleton(_NOT_LETTERS.split(body[joint.end() : joint.end() + LONGEST])[0])
    if first in _PREFIXES or second in _SUFFIXES:
        return HALF_SPACE
    glued = paragraph.lexicon.known(first + second) or ZERO_WIDTH_SPACE not in signs
    return "" if glued else HALF_SPACE
