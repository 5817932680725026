"""The ی of the ezafe missing after ها: «پیچیدگی ها سیاسی» for «پیچیدگی های سیاسی».

«ها» ends its phrase, «های» is bound to what follows; a plural before a verb or a new noun is
right («بچه ها رفتند»). So a mark needs an archive that has the next word very often after
«های» and hardly ever after «ها».
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from dabir.copydesk.examples import Example
from dabir.copydesk.marks import Mark, Severity
from dabir.copydesk.paragraph import Paragraph
from dabir.copydesk.pieces import NO_WORDS, Piece
from dabir.persian.letters import HALF_SPACE

LABEL: Final = "کسرهٔ اضافه"
SEVERITY: Final = Severity.ERROR
EXAMPLES: Final = [
    Example("همهٔ بچه ها رفتند."),
]
LIKELIER: Final = 4.5
"""How much likelier «های» must be before the next word, in logarithms: 90 times."""
LEAST: Final = 50
"""Times that the archive must have the next word after «های»."""


def check(paragraph: Paragraph) -> Iterator[Mark]:
    """Yield a mark over every plural that is bound to the next word and has no ی."""
    if "ها" not in paragraph.text:
        return
    for plural, following in pairwise(paragraph.pieces):
        if _is_bound(plural, following, paragraph):
            written = paragraph.text[plural.start : plural.end]
            why = f"«{written}» به «{following.word}» اضافه شده است و «ی» می{HALF_SPACE}خواهد."
            yield Mark(plural.start, plural.end, "ezafe", SEVERITY, why, (f"{written}ی",))


def _is_bound(plural: Piece, following: Piece, paragraph: Paragraph) -> bool:
    if not plural.word.endswith("ها") or following.gap != " " or following.word in NO_WORDS:
        return False
    if len(plural.word) > 2 and paragraph.lexicon.known(plural.word):
        return False
    lexicon, after = paragraph.lexicon, paragraph.reader.likelihood.after
    return (
        lexicon.pair("های", following.word) >= LEAST
        and not lexicon.pair(plural.word, following.word) > 1
        and after("های", following.word) - after("ها", following.word) > LIKELIER
    )
