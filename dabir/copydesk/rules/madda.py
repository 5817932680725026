"""«ا» at the head of a word for «آ»: «احاد» for «آحاد».

The madda takes a key more. Where the word with «ا» is neither in a dictionary nor in the archive
and the one with «آ» is common, nothing else can be meant. «ا» for «آ» in a word that lives in
both forms («امریکا») is a matter of house style, not of this rule.
"""

from collections.abc import Iterator
from typing import Final

from dabir.copydesk.dictionaries import SHEKAR
from dabir.copydesk.examples import Example
from dabir.copydesk.lexicon import HARDLY_SEEN, Lexicon
from dabir.copydesk.marks import Mark, Severity
from dabir.copydesk.paragraph import Paragraph
from dabir.persian.letters import HALF_SPACE

LABEL: Final = f"آی بی{HALF_SPACE}کلاه"
SEVERITY: Final = Severity.ERROR
EXAMPLES: Final = [
    Example("احاد مردم", "آحاد مردم"),
    Example("اتش نشانان رسیدند.", "آتش نشانان رسیدند."),
    Example("اروماتیک و ارکاییک"),
    Example("استان و اداره"),
]
OFTENER: Final = 60
"""The word with «آ» must be so many times commoner than the one with «ا»."""
COMMON: Final = 60.0
"""Times in a hundred million words that the word with «آ» must stand at least."""


def check(paragraph: Paragraph) -> Iterator[Mark]:
    """Yield a mark over every word that is a common one but for its madda."""
    for word, start, end, _ in paragraph.pieces:
        if len(word) < 3 or word[0] != "ا" or not _is_nothing(word, paragraph.lexicon):
            continue
        right = f"آ{word[1:]}"
        least = max(COMMON, OFTENER * paragraph.lexicon.count(word))
        if paragraph.lexicon.known(right) and paragraph.lexicon.count(right) >= least:
            spelt = paragraph.spelt(right)
            why = f"«{paragraph.text[start:end]}» در هیچ فرهنگی نیست؛ «{spelt}» هست."
            yield Mark(start, end, "madda", SEVERITY, why, (spelt,))


def _is_nothing(word: str, lexicon: Lexicon) -> bool:
    """Say whether no edited dictionary has ``word``; shekar's words are gathered from the web."""
    return not lexicon.sources(word) & ~SHEKAR and lexicon.seen(word) < HARDLY_SEEN
