"""Half-spaces that were dropped: «میشود», «سیاستهای», «بهرهبرداری», «همتیمیهایشان».

Copy loses them in old programs, in PDF files, on the web. What is left is one word that is
several. A word is cut wherever both sides could be parts of one, each cut is weighed against
the word as it stands («تنها» is no plural of «تن», «همکاری» is one word by now), and what is
left on both sides of the best cut is looked at again.

    kinds of cuts   mi (می|شود), plural (سیاست|ها), compared (بزرگ|تر), being (شده|اند),
                    owner (خانه|اش), compound (بهره|برداری)

Weights: ``boundaries.json`` under «dropped», fitted by ``tools/fit_boundaries.py``.
"""

from collections.abc import Iterator
from functools import lru_cache
from math import log
from operator import itemgetter
from typing import Final, NamedTuple

from dabir.copydesk.affixing import NO_STEMS, Affixes
from dabir.copydesk.boundaries import Boundaries
from dabir.copydesk.boundary_weights import MODEL
from dabir.copydesk.lexicon import CACHED
from dabir.persian.forms import (
    APART,
    BEINGS,
    COMPARATIVES,
    PLURALS,
    endings,
    joined,
    joins_next,
    stems,
)
from dabir.persian.letters import NON_JOINING
from dabir.persian.verbs import CONTINUOUS

MI: Final = "mi"
PLURAL: Final = "plural"
COMPARED: Final = "compared"
BEING: Final = "being"
OWNER: Final = "owner"
COMPOUND: Final = "compound"

KINDS: Final = {
    **dict.fromkeys(PLURALS, PLURAL),
    **dict.fromkeys(COMPARATIVES, COMPARED),
    **dict.fromkeys(BEINGS, BEING),
}
PREFIXES: Final = tuple(sorted(CONTINUOUS, key=len, reverse=True))
SHORTEST: Final = 4
"""A word of fewer letters is never several."""
LONGEST: Final = 40
"""No word is longer; what is longer is no word."""
UNLIKELY: Final = -4.0
"""Two pieces that are less likely one compound are not thought of."""
LEAST_ODDS: Final = 1.5
"""Logarithm of the odds from which a word is told to be a compound of several; at endings and
verbs even odds are enough."""
SETTLED: Final = 500
"""What the archive writes as one so often is one word."""
OTHER_WORDS: Final = frozenset("میدان میدانی میزان میهن میراث میرزا میلاد میخک".split())
"""Words that look like verbs with می."""
SECOND_BEST: Final = -1.0
"""A second way to cut a word is told when it is so likely."""
PHRASE_ENDS: Final = frozenset(
    "<s> <p> که را از در به با بر تا برای است نیست بود شد باشد می نمی و یا اما ولی هم".split()
)
"""Before these no ezafe stands: «خانهای از» is «خانه|ای», «خانهای بزرگ» may be «خان|های»."""


class Cut(NamedTuple):
    """A word in two, and what is to be weighed: by name and value."""

    kind: str
    first: str
    second: str
    facts: tuple[tuple[str, float], ...]


class Dropped:
    """Finds words that are several, by a lexicon."""

    def __init__(self, boundaries: Boundaries, affixes: Affixes) -> None:
        self._boundaries = boundaries
        self._lexicon = boundaries.lexicon
        self._affixes = affixes
        self._weights = boundaries.model.dropped
        self._is_fitted = boundaries.model is MODEL
        self._kept = lru_cache(CACHED)(self._parts)
        self._likely = lru_cache(CACHED)(self._likely_cuts)
        self.may_part = lru_cache(CACHED)(self._may_part)
        self._share = lru_cache(CACHED)(self._log_share)

    def parts(self, word: str, after: str = "", only_endings: bool = False) -> tuple[str, ...]:
        """Return the parts of ``word``; the word alone where it is one.

        ``after`` is the word behind it; ``only_endings``: leave what may be a compound.
        """
        if not SHORTEST <= len(word) <= LONGEST:
            return (word,)
        return self._kept(word, word.endswith("های") and after in PHRASE_ENDS, only_endings)

    def _parts(self, word: str, is_last: bool, only_endings: bool) -> tuple[str, ...]:
        cuts = self._likely(word, is_last)
        if only_endings:
            cuts = tuple(cut for cut in cuts if cut[1].kind not in (MI, COMPOUND))
        odds, best = max(cuts, key=itemgetter(0), default=(0.0, None))
        if best is None or (best.kind == COMPOUND and odds <= LEAST_ODDS):
            return (word,)
        if best.kind == MI:
            return (best.first, *self.parts(best.second))
        second = self.parts(best.second) if best.kind == COMPOUND else (best.second,)
        return (*self.parts(best.first, "", only_endings), *second)

    def _likely_cuts(self, word: str, is_last: bool) -> tuple[tuple[float, Cut], ...]:
        """Return the cuts of ``word`` that are likelier than the word as it stands."""
        weighed = ((self.odds(cut), cut) for cut in self.cuts(word, is_last))
        return tuple(each for each in weighed if each[0] > 0)

    def _may_part(self, word: str) -> bool:
        """Say whether ``word`` may be several in any company: nearly all words are one."""
        if not SHORTEST <= len(word) <= LONGEST or self._lexicon.seen(word) > SETTLED:
            return False
        if self._is_fitted and (answer := self._lexicon.foretold(word)):
            return bool(answer & 4)
        return bool(
            self._likely(word, False) or (word.endswith("های") and self._likely(word, True))
        )

    def other_ways(self, word: str) -> list[str]:
        """Return how the word would be written by its second best cut: «خان|های», «خانه|ای»."""
        ranked = sorted(self.cuts(word), key=self.odds, reverse=True)[1:2]
        return [joined(cut.first, cut.second) for cut in ranked if self.odds(cut) > SECOND_BEST]

    def odds(self, cut: Cut) -> float:
        """Return the logarithm of the odds that a half-space was dropped at ``cut``."""
        weights = self._weights
        return sum(weights.get(name, 0.0) * value for name, value in cut.facts)

    def cuts(self, word: str, is_last: bool = False) -> Iterator[Cut]:
        """Yield the ways ``word`` may be two parts of one word.

        ``is_last``: no ezafe binds it to the word behind.
        """
        if word.startswith(PREFIXES):
            yield from self._verbs(word)
        for stem, ending in endings(word):
            if self._can_end(word, stem, ending):
                yield self._ending(word, stem, ending, is_last)
        yield from self._compounds(word)

    def _cut(self, kind: str, first: str, second: str, facts: dict[str, float]) -> Cut:
        """Return a cut; without an archive its facts have weights of their own."""
        where = "" if self._lexicon.total else " (dictionaries)"
        named = tuple((f"{kind} {name}{where}", value) for name, value in facts.items())
        return Cut(kind, first, second, named)

    def _can_end(self, word: str, stem: str, ending: str) -> bool:
        """Say whether ``stem`` takes ``ending`` at all; «دنیای» is «دنیا» with ی."""
        if ending in COMPARATIVES:
            return self._affixes.compares(stem)
        is_open = ending == "ای" and not word.endswith("های") and self._lexicon.known(word[:-1])
        return stem not in NO_STEMS and not is_open

    def _verbs(self, word: str) -> Iterator[Cut]:
        for prefix in PREFIXES:
            verb = word.removeprefix(prefix)
            if verb != word and verb and self._affixes.continues(prefix, verb):
                if word in OTHER_WORDS:
                    return
                facts = {"any": 1.0, "not": float(prefix.endswith("نمی")), **self._whole(word)}
                yield self._cut(MI, prefix, verb, facts)
                return

    def _ending(self, word: str, stem: str, ending: str, is_last: bool) -> Cut:
        known, share = self._lexicon.known(stem), self._share(stem)
        facts = {
            "any": 1.0,
            ending: 1.0,
            "known": float(known),
            "of parts": float(not known and len(self.parts(stem)) > 1),
            "stem": share,
            "half": log(self._lexicon.half_spaces(stem, ending)[0] + 1),
            "compared": float(self._affixes.compares(stem)),
            "listed": float(bool(self._lexicon.join(stem, ending).sources)),
            "participle": float(self._boundaries.is_participle(stem)),
            "last": float(is_last),
            "inflected": self._inflected(word, stem),
        }
        if word.endswith("های") and ending == "ای":
            noun = word[:-3]
            stands = self._lexicon.known(noun) and not joins_next(noun)
            facts |= {"plural stands": float(stands), "noun": self._share(noun)}
        kind = KINDS.get(ending, OWNER)
        return self._cut(kind, stem, ending, facts | self._whole(word))

    def _compounds(self, word: str) -> Iterator[Cut]:
        whole: dict[str, float] = {}
        for first in self._lexicon.heads(word):
            second = word[len(first) :]
            if (
                min(len(first), len(second)) < 2
                or first[-1] in NON_JOINING
                or not self._is_likely(first, second)
            ):
                continue
            odds = self._boundaries.alone(first, second)
            if odds > UNLIKELY:
                whole = whole or self._whole(word) | {"inflected": self._inflected(word)}
                facts = {
                    "any": 1.0,
                    "odds": odds,
                    "half": log(self._lexicon.half_spaces(first, second)[0] + 1),
                    "listed": float(bool(self._lexicon.join(first, second).sources)),
                    "short": float(min(len(first), len(second)) < 3),
                    "first": self._share(first),
                    "second": self._share(second),
                }
                yield self._cut(COMPOUND, first, second, facts | whole)

    def _inflected(self, word: str, but: str = "") -> float:
        """Return how often the word is met without another ending than leaves ``but``."""
        rests = (stem for stem in stems(word) if stem not in (word, but))
        return max(map(self._share, rests), default=0.0)

    def _is_likely(self, first: str, second: str) -> bool:
        """Say whether the pieces are worth weighing: most cuts of most words are not."""
        if first in CONTINUOUS or second in APART:
            return False
        if self._boundaries.closes(second):
            return True
        if second not in self._lexicon:
            return False
        join = self._lexicon.join(first, second)
        return bool(join.half or join.sources or first in self._boundaries.model.openers)

    def _whole(self, word: str) -> dict[str, float]:
        """Return what speaks for the word as it stands."""
        sources = self._lexicon.sources(word)
        facts = {
            "seen": log(self._lexicon.seen(word) + 1),
            "whole": self._share(word),
            "whole known": float(sources > 0),
        }
        return facts | {f"whole by {bit}": 1.0 for bit in (1, 2, 4, 8) if sources & bit}

    def _log_share(self, word: str) -> float:
        """Return the logarithm of how often a word is seen or expected in 100 million."""
        return log(self._lexicon.count(word) + 1)
