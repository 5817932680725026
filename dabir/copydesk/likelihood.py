"""How likely a word is, alone and after another.

Alone: the archive's count, smoothed by what the dictionaries expect. A form that neither
has is as likely as its stem with that ending; a string that has no stem either is as likely
as its letters make it, which tells a foreign name («نوروود») from a slip («کنشور»).
After another: counted pairs with absolute discounting, backed off to the word alone
(H. Ney, U. Essen, R. Kneser 1994, "On structuring probabilistic dependences in stochastic
language modelling", Computer Speech and Language 8).
"""

from functools import lru_cache
from math import exp, log
from typing import Final

from dabir.copydesk.lexicon import CACHED, Lexicon

PRIOR_WORDS: Final = 1_000_000
"""The dictionaries weigh as much as an archive of so many words."""
DISCOUNT: Final = 0.6
"""Taken from every counted pair and given to those that were not seen."""
RARELY_SEEN: Final = 20
"""After a word that was seen less often, nothing is sure: two more followers are supposed."""
LISTED: Final = 2e-10
"""The share of a word that a dictionary lists and no corpus counts."""
NEW: Final = 2e-5
"""The share of strings that nobody has seen, to be parted among them by their letters."""
INFLECTED: Final = 0.05
"""How often a stem that takes an ending has it joined and is not yet counted so."""
LEAST: Final = 1e-14

ENDINGS: Final = {
    "های": 0.3, "ها": 0.3, "هایی": 0.1, "هایش": 0.02, "هایشان": 0.02, "هایم": 0.01,
    "هایمان": 0.01, "ی": 0.15, "م": 0.01, "ش": 0.02, "شان": 0.02, "مان": 0.01, "ان": 0.03,
    "ام": 0.01, "ات": 0.01, "اش": 0.02, "یی": 0.02, "ترین": 0.03, "تر": 0.03, "ای": 0.02,
    "اند": 0.01, "یم": 0.01, "ید": 0.01, "ند": 0.01,
}  # fmt: skip
"""Endings that are written joined, and the share of stems that take them."""
_BY_LAST_LETTER: Final = {
    last: tuple(ending for ending in ENDINGS if ending[-1] == last)
    for last in {ending[-1] for ending in ENDINGS}
}


class Likelihood:
    """Natural logarithms of likelihoods, by a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._weight = lexicon.total + PRIOR_WORDS
        self.share = lru_cache(CACHED)(self._share)
        self.alone = lru_cache(CACHED)(self._alone)
        self.after = lru_cache(CACHED)(self._after) if lexicon.total else self._alone_after
        self._behind = lru_cache(CACHED // 4)(self._new_behind)

    def _alone(self, word: str) -> float:
        """Return the logarithm of the share of ``word`` among all words."""
        return log(max(self.share(word), LEAST))

    def _after(self, first: str, word: str) -> float:
        """Return the logarithm of the share of ``word`` among what stands after ``first``."""
        seen, given = self._behind(first)
        if not seen:
            return self.alone(word)
        met = self._lexicon.pair(first, word)
        counted = met - DISCOUNT if met else 0.0
        return log(max((counted + given * self.share(word)) / seen, LEAST))

    def _alone_after(self, first: str, word: str) -> float:
        """Return the same where no archive was learnt."""
        return self.alone(word)

    def _new_behind(self, first: str) -> tuple[int, float]:
        """Return how often ``first`` was seen, and how much of it goes to what is new behind it."""
        seen = self._lexicon.seen(first)
        given = DISCOUNT * self._lexicon.followers(first)
        return (seen + 2, given + 2) if 0 < seen <= RARELY_SEEN else (seen, given)

    def _share(self, word: str) -> float:
        share = self._counted(word)
        if not self._lexicon.seen(word):
            share += self._inflected(word) + NEW * exp(self._lexicon.letters(word))
        return share

    def _counted(self, word: str) -> float:
        seen, prior, sources = self._lexicon.counted(word)
        expected = prior or (LISTED if sources else 0.0)
        return (max(seen - 0.3, 0.0) + PRIOR_WORDS * expected) / self._weight

    def _inflected(self, word: str) -> float:
        most, longest = 0.0, len(word) - 2
        for ending in _BY_LAST_LETTER.get(word[-1:], ()):
            if word.endswith(ending) and len(ending) <= longest:
                most = max(most, ENDINGS[ending] * self._counted(word[: -len(ending)]))
        return INFLECTED * most
