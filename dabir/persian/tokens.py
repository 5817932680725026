"""Text cut into tokens: words, numbers, punctuation, and what nobody may touch.

A token knows where it stands, so that whoever reads tokens can point into the text.
Blanks are no tokens. One pattern cuts the text; what only shows over several words,
voweled Arabic and verse, is found by ``dabir.persian.quotations`` and made one token.

    «۱۲نفر»          number, word
    «12:30»، ۱٬۲۵۰    protected: digits with anything between them are right as they stand
    «F-16»، b@c.ir    protected: Latin words, codes, addresses, with digits and signs inside
    «می» + half-space + «رود»   one word; two half-spaces, or one at the edge, stand alone
"""

import re
from enum import IntEnum
from typing import Final, NamedTuple

from dabir.persian.letters import HALF_SPACE, JOINER, LETTER_RANGE, SIGN_RANGE, TATWEEL
from dabir.persian.quotations import quotations


class Kind(IntEnum):
    """What a token is."""

    WORD = 1
    """Persian letters, with the half-spaces, vowel signs, tanwin and hamza inside."""
    NUMBER = 2
    """Digits of any script and nothing else, but for a percent sign behind them."""
    PUNCTUATION = 3
    """One sign, or a run of the same sign; a half-space outside a word is one too."""
    PROTECTED = 4
    """What is right as it stands: addresses, codes, Latin words, decimals, times, dates,
    telephone numbers, abbreviations, emoji, HTML, Arabic with vowels, verse."""


class Token(NamedTuple):
    """A stretch of text; ``start`` and ``end`` are offsets of characters."""

    kind: Kind
    text: str
    start: int
    end: int


LETTERS: Final = LETTER_RANGE
SIGNS: Final = SIGN_RANGE
DIGITS: Final = "0-9\u06f0-\u06f9\u0660-\u0669"

_ARABIC_SCRIPT: Final = (
    "\u0600-\u065f\u066a-\u06ef\u06fa-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff"
)
_CODE: Final = rf"[^\W{_ARABIC_SCRIPT}]"
"""A letter of another script, a digit or an underscore."""
_PICTURE: Final = (
    "[\u2194-\u21aa\u231a-\u23ff\u25aa-\u27bf\u2934-\u2b55\u3030\u303d\u3297\u3299"
    "\U0001f000-\U0001faff]"
)
_PAINT: Final = "[\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
_POINTS: Final = r".,:;!?*'\]}؟…"
_ADDRESS: Final = (
    rf"(?:[^\s<>\"«»()،؛{_POINTS}]++|[{_POINTS}]++(?=[^\s<>\"«»()،؛])|\([^\s<>()]*+\))++"
)
"""What may follow in an address; points and marks only inside it, brackets in pairs."""

_TOKEN: Final = re.compile(
    rf"""
      (?P<abbreviation>
          [{LETTERS}][{TATWEEL}{JOINER}]?
              (?:\.[{LETTERS}][{TATWEEL}{JOINER}]?(?![{LETTERS}{SIGNS}{HALF_SPACE}]))++\.?
        | ه{JOINER}(?![{LETTERS}]))
    | (?P<word>[{LETTERS}][{LETTERS}{SIGNS}]*+(?:{HALF_SPACE}[{LETTERS}][{LETTERS}{SIGNS}]*+)*+)
    | (?P<grouped>
          (?:\+|[0۰]{{2}})[{DIGITS}]{{1,3}}(?:[ -][{DIGITS}]{{2,8}}){{2,4}}+(?!{_CODE})
        | [0۰][{DIGITS}]{{2,3}}[ -][{DIGITS}]{{3,4}}[ -][{DIGITS}]{{4}}(?!{_CODE})
        | [{DIGITS}]{{4}}(?:[ -][{DIGITS}]{{4}}){{3}}(?!{_CODE})
        | IR[{DIGITS}]{{2}}(?:[ -]?[{DIGITS}]{{2,4}}){{5,11}}+(?!{_CODE}))
    | (?P<number>[{DIGITS}]++(?![-.,:/٫٬،'’_+*×=^\u2010-\u2015]?{_CODE})[%٪]?(?![\ufe0f\u20e3]))
    | (?P<sign>[،؛؟«»!\"()\[\]])(?P=sign)*+
    | (?P<protected>
          [A-Za-z][A-Za-z+-]*+://{_ADDRESS}
        | www\.{_ADDRESS}
        | (?:[A-Za-z0-9][A-Za-z0-9-]*+\.)++[A-Za-z]{{2,24}}+(?::\d{{1,5}})?/{_ADDRESS}
        | [{DIGITS}]\ufe0f?\u20e3
        | [@#](?:[\w{SIGNS}]|{HALF_SPACE}(?=\w))++(?:[./][A-Za-z0-9_]++)*+
        | </?[A-Za-z][^<>\n]*>
        | &(?:[A-Za-z]{{2,10}}|\#\w{{1,7}});
        | (?:[-+−±](?=[{DIGITS}]))?{_CODE}++
              (?:[-.,:/٫٬،'’@+*×=&~^\\|\u2010-\u2015\u0300-\u036f]++(?={_CODE}){_CODE}++)*+
              (?:\+\+|[%٪\u0300-\u036f])?
        | [\U0001f1e6-\U0001f1ff]{{2}}
        | {_PICTURE}{_PAINT}*+(?:{JOINER}{_PICTURE}{_PAINT}*+)*+
        | \S[\ufe0e\ufe0f]\u20e3?
      )
    | (?P<other>\S)(?P=other)*+
    """,
    re.VERBOSE,
)
_KINDS: Final = {
    "abbreviation": Kind.PROTECTED,
    "word": Kind.WORD,
    "grouped": Kind.PROTECTED,
    "number": Kind.NUMBER,
    "sign": Kind.PUNCTUATION,
    "protected": Kind.PROTECTED,
    "other": Kind.PUNCTUATION,
}
_KIND_OF_GROUP: Final = [Kind.PUNCTUATION] + [
    _KINDS[name] for name in sorted(_TOKEN.groupindex, key=_TOKEN.groupindex.__getitem__)
]


def tokens(text: str) -> list[Token]:
    """Return the tokens of ``text`` in their order; they never overlap."""
    new, kinds = tuple.__new__, _KIND_OF_GROUP  # a named tuple's own __new__ costs twice as much
    found = [
        new(Token, (kinds[match.lastindex or 0], match[0], *match.span()))
        for match in _TOKEN.finditer(text)
    ]
    spans = quotations(text)
    return _joined(text, found, spans) if spans else found


def _joined(text: str, found: list[Token], spans: list[tuple[int, int]]) -> list[Token]:
    """Return ``found`` with the tokens inside each of ``spans`` made one protected token."""
    whole: list[Token] = []
    at = 0
    for start, end in spans:
        first = next((k for k in range(at, len(found)) if found[k].end > start), len(found))
        after = next((k for k in range(first, len(found)) if found[k].start >= end), len(found))
        whole += found[at:first]
        if after > first:
            low, high = found[first].start, found[after - 1].end
            whole.append(Token(Kind.PROTECTED, text[low:high], low, high))
        at = after
    return whole + found[at:]
