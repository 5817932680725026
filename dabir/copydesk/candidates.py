"""The likeliest words in the place of a piece: with one letter otherwise, or as two words.

The choice among candidates is by likelihood alone; whether the best of them is told, is
weighed in ``readings``.
"""

from functools import lru_cache
from math import inf
from operator import itemgetter
from typing import Final

from dabir.copydesk.evidence import FAR, FUNCTION_WORDS, OPEN_ENDS, PREFIXES
from dabir.copydesk.lexicon import CACHED, Lexicon
from dabir.copydesk.likelihood import Likelihood
from dabir.copydesk.slips import Slip, slip

AFFIXES: Final = frozenset(
    "می نمی بی هم نا ها های هایی تر ترین ای ام اند اش ات ایم اید شان مان تان ی".split()
)
"""Pieces that do not stand alone: gluing and parting them is a matter of half-spaces."""
SLIP_COSTS: Final = {
    Slip.REPEATED: 2.2,
    Slip.ADDED_NEAR: 3.2,
    Slip.ADDED: 5.0,
    Slip.DROPPED: 4.0,
    Slip.DROPPED_TWIN: 3.0,
    Slip.SWAPPED: 3.0,
    Slip.MADDA: 2.0,
    Slip.SOUND: 3.2,
    Slip.NEAR: 3.4,
    Slip.OTHER: 6.5,
}
"""How unlikely each slip is, in logarithms: for the choice among candidates."""
NUMBERS: Final = frozenset("چند دو سه چهار".split())
"""What adjectives like «چندطبقه» and «دومرحله» begin with."""
OWNERS: Final = frozenset("ش م ت".split())
"""Endings of one letter: «عکسش» is no slip of «عکس»."""
NEIGHBOURS: Final = 24
"""Most frequent words about a letter away that are looked at."""
CANDIDATES: Final = 8
"""Likeliest words alone, of those one slip away, that are tried in their place."""


def is_compound(a: str, b: str) -> bool:
    """Say whether two words are rightly joined without a half-space: «خودکنترلی», «ضدتوسعه»."""
    return a in PREFIXES and a[-1] in OPEN_ENDS and b not in FUNCTION_WORDS


def owns(word: str, noun: str) -> bool:
    """Say whether ``word`` is ``noun`` with an ending: «عکسش», «تصمیمم»."""
    return word[:-1] == noun and word[-1] in OWNERS


class Candidates:
    """Finds the likeliest words by a lexicon."""

    def __init__(self, lexicon: Lexicon, likelihood: Likelihood) -> None:
        self.lexicon = lexicon
        self.likelihood = likelihood
        self._stands = lru_cache(CACHED)(self._stands_alone)
        self._slips = lru_cache(CACHED // 10)(self._likeliest_slips)
        self.best_slip = lru_cache(CACHED // 10)(self._best_slip)
        self.best_cut = lru_cache(CACHED // 10)(self._best_cut)

    def _best_slip(self, before: str, word: str, after: str) -> tuple[str, Slip, float] | None:
        """Return the likeliest right word, the slip, and how far ahead of the next it is."""
        slips, likely = self._slips(word), self.likelihood.after
        if not slips:
            return None
        scores = [
            (likely(before, right) + likely(right, after) - SLIP_COSTS[how], right, how)
            for right, how in slips
        ]
        scores.sort(key=itemgetter(0), reverse=True)
        margin = min(scores[0][0] - scores[1][0], FAR) if len(scores) > 1 else FAR
        return scores[0][1], scores[0][2], margin

    def _likeliest_slips(self, word: str) -> list[tuple[str, Slip]]:
        """Return the likeliest words that ``word`` could be a slip of."""
        alone = self.likelihood.alone
        found = [(right, slip(word, right)) for right in self.lexicon.near(word, NEIGHBOURS)]
        good = [
            (right, how) for right, how in found if how and right != word and not owns(word, right)
        ]
        good.sort(key=lambda each: alone(each[0]) - SLIP_COSTS[each[1]], reverse=True)
        return good[:CANDIDATES]

    def _best_cut(self, before: str, word: str, after: str) -> tuple[str, str] | None:
        """Return the likeliest two words that were glued."""
        likely = self.likelihood.after
        best, most = None, -inf
        for cut in range(1, len(word)):
            a, b = word[:cut], word[cut:]
            if self.may_cut(a, b):
                score = likely(before, a) + likely(a, b) + likely(b, after)
                if score > most:
                    best, most = (a, b), score
        return best

    def may_cut(self, a: str, b: str) -> bool:
        """Say whether two words stand alone and are not rightly joined."""
        if not (self._stands(a) and self._stands(b)):
            return False
        return not (self._is_one(a, b) or is_compound(a, b))

    def _is_one(self, a: str, b: str) -> bool:
        """Say whether two words are rightly joined: «عاشوراست», «اینجاست», «چندطبقه»."""
        if b.endswith("ست"):
            return b == "ست" or (b.endswith("است") and self._stands((a + b)[:-2]))
        return a in NUMBERS and b.endswith("ه")

    def _stands_alone(self, word: str) -> bool:
        if word in AFFIXES:
            return False
        if len(word) == 1:
            return word == "و"
        return self.lexicon.seen(word) >= 5 or self.lexicon.prior(word) > 1e-7
