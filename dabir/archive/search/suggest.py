"""«منظورتان … بود؟»: another spelling of a query whose words no story has.

Letters that sound alike in Persian are tried first, then words one letter away.
"""

from collections.abc import Callable, Iterator
from itertools import product
from typing import Final

from dabir.archive.search.analysis import Analyser, ReadWord
from dabir.archive.search.letters import pieces
from dabir.archive.search.stops import STOPS
from dabir.copydesk.lexicon import Lexicon
from dabir.persian.letters import skeleton

ALIKE: Final = {
    letter: letters for letters in ("زذضظ", "سثص", "تط", "هح", "غق", "اعآ") for letter in letters
}
"""Letters that are spoken alike."""
_MOST_TRIED: Final = 200
_NEAR: Final = 12
_MUCH: Final = 50
"""How much more often another spelling must be found than a rare one that was typed."""


def suggestion(
    typed: str, analyser: Analyser, lexicon: Lexicon, frequency: Callable[[str], int]
) -> str | None:
    """Return ``typed`` with the words that no story has in a spelling that stories have.

    ``frequency`` says in how many stories a term is. None where there is nothing better.
    """
    changed = typed
    for word in reversed(analyser.words_of(typed)):
        if better := _better(word, typed, analyser, lexicon, frequency):
            changed = changed[: word.start] + better + changed[word.end :]
    return changed if changed != typed else None


def _better(
    word: ReadWord,
    typed: str,
    analyser: Analyser,
    lexicon: Lexicon,
    frequency: Callable[[str], int],
) -> str | None:
    written = typed[word.start : word.end]
    if len(word.terms) > 1 or word.terms[0] in STOPS or not written[0].isalpha():
        return None
    now = frequency(word.terms[0])
    raw = skeleton(next(pieces(written)).text)
    if now > 2 or len(raw) < 3:
        return None

    def times(spelling: str) -> int:
        terms = analyser.read(spelling).terms
        return frequency(terms[0]) if len(terms) == 1 else 0

    for others in (_sounding(raw), lexicon.near(raw, _NEAR)):
        best = max((each for each in others if each != raw), key=times, default="")
        if best and times(best) > max(now * _MUCH, 0):
            return lexicon.spelling(best)
    return None


def _sounding(word: str) -> Iterator[str]:
    """Yield the spellings that sound like ``word``, those with fewest changes first."""
    choices = [ALIKE.get(letter, letter) for letter in word]
    tried = ("".join(letters) for letters in product(*choices))
    near = sorted(
        (each for _, each in zip(range(_MOST_TRIED * 10), tried, strict=False)),
        key=lambda each: sum(a != b for a, b in zip(each, word, strict=True)),
    )
    yield from near[:_MOST_TRIED]
