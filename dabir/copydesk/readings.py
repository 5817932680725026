"""Other readings of a chain of pieces: what the writer may have meant.

Three kinds of slips change how letters stand together, and each can be taken for another:
a wrong letter («میلیلارد»), two words glued («وسوریه»), one word split («سر انجام»). So a
piece that gives cause for doubt is read in all three ways, each way weighed against the text
as it stands: how much likelier the chain becomes, and what else speaks for the slip or
against it. The weights are fitted on spoilt text by ``tools/fit_readings.py``.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import inf, log1p
from operator import itemgetter, mul
from typing import Final, NamedTuple

from dabir.copydesk.joints import Joiner
from dabir.copydesk.lexicon import CACHED, Lexicon
from dabir.copydesk.likelihood import Likelihood
from dabir.copydesk.pieces import EDGE, NO_WORDS
from dabir.copydesk.slips import Slip, slip
from dabir.copydesk.weights import LEAST_ODDS, WEIGHTS

LETTERS: Final = "letters"
GLUED: Final = "glued"
SPLIT: Final = "split"

LEARNT: Final = "learnt"
ALONE: Final = "alone"
ENOUGH: Final = 1_000_000
"""An archive of so many words says more than the dictionaries."""

FUNCTION_WORDS: Final = frozenset("و به از در با بر که را تا این آن هر هم یا نیز برای پس".split())
OPEN_ENDS: Final = frozenset("اآدذرزژوء")
"""Letters that never join the next one: after them a missing blank is hardly seen."""
LIGHT_VERBS: Final = frozenset(
    "کرد کردن کرده کردند داشت داشتن داشته داشتند داد دادن داده دادند شد شدن شده شدند گرفت گرفتن "
    "گرفته گرفتند یافت یافتن یافته است بود بودن شود کند نمود نموده نمودن ساخت ساختن ساخته".split()
)
"""Verbs that make a verb of a noun: «اظهار داشت». Glued to it they are no compound."""
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
NEIGHBOURS: Final = 24
"""Most frequent words about a letter away that are looked at."""
CANDIDATES: Final = 8
"""Likeliest words alone, of those one slip away, that are tried in their place."""


LONGEST: Final = 40
"""Letters of a piece that is read another way: what is longer is no slip of the hand."""
MANY: Final = 5
"""How often a word stands in a story is counted up to this."""
OUTNUMBERED: Final = 3
"""Two words that the archive has so many times oftener apart than as one may be glued."""
SURE: Final = 20
"""A word that the archive has so often is doubted only where nothing beside it fits."""


class Reading(NamedTuple):
    """``words`` in the place of ``pieces`` pieces, and what speaks for it."""

    kind: str
    pieces: int
    words: tuple[str, ...]
    evidence: tuple[float, ...]


class Place(NamedTuple):
    """A piece among its neighbours, in a story whose words are counted in ``story``."""

    before: str
    word: str
    after: str
    later: str
    story: Mapping[str, int]


def place(words: Sequence[str], at: int, story: Mapping[str, int]) -> Place:
    """Return the piece at ``at`` with its neighbours; beyond the ends stand edges."""
    count = len(words)
    return Place(
        words[at - 1] if at else EDGE,
        words[at],
        words[at + 1] if at + 1 < count else EDGE,
        words[at + 2] if at + 2 < count else EDGE,
        story,
    )


class Reader:
    """Reads pieces another way, by a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.likelihood = Likelihood(lexicon)
        self.joiner = Joiner(lexicon)
        state = LEARNT if lexicon.total >= ENOUGH else ALONE
        self._weights: Mapping[str, Sequence[float]] = WEIGHTS[state]
        self._least: Mapping[str, float] = LEAST_ODDS[state]
        self.is_outnumbered = lru_cache(CACHED)(self._is_outnumbered)
        self.stands = lru_cache(CACHED)(self._stands)
        self.slips = lru_cache(CACHED // 10)(self._slips)
        self.best_slip = lru_cache(CACHED // 10)(self._best_slip)
        self.best_cut = lru_cache(CACHED // 10)(self._best_cut)

    def readings(self, here: Place) -> list[Reading]:
        """Return the other readings of a piece that gives cause for any."""
        if here.word in NO_WORDS or len(here.word) > LONGEST:
            return []
        found = [self.split(here)]
        if self.is_doubtful(here):
            found += [self.letters(here), self.glued(here)]
        return [reading for reading in found if reading]

    def odds(self, reading: Reading) -> float:
        """Return the logarithm of the odds that a reading is right, above what is asked for."""
        weights = self._weights[reading.kind]
        return float(sum(map(mul, reading.evidence, weights))) - self._least[reading.kind]

    def is_doubtful(self, here: Place) -> bool:
        """Say whether a piece gives cause for doubting its letters."""
        word, pair = here.word, self.lexicon.pair
        if len(word) < 2 or word in FUNCTION_WORDS:
            return False
        if self.lexicon.seen(word) < SURE or self.is_outnumbered(word):
            return True
        return not pair(here.before, word) and not pair(word, here.after)

    def _is_outnumbered(self, word: str) -> bool:
        """Say whether the archive has ``word`` far oftener with a blank inside: «در حال»."""
        least = OUTNUMBERED * max(1, self.lexicon.seen(word))
        return any(self.lexicon.pair(word[:cut], word[cut:]) > least for cut in range(1, len(word)))

    def letters(self, here: Place) -> Reading | None:
        """Return the likeliest reading with one letter otherwise."""
        found = self.best_slip(here.before, here.word, here.after)
        if found is None:
            return None
        right, how, margin = found
        return Reading(LETTERS, 1, (right,), self._letters_evidence(here, right, how, margin))

    def _best_slip(self, before: str, word: str, after: str) -> tuple[str, Slip, float] | None:
        """Return the likeliest right word, the slip, and how far ahead of the next it is."""
        likely = self.likelihood.after
        scores = [
            (likely(before, right) + likely(right, after) - SLIP_COSTS[how], right, how)
            for right, how in self.slips(word)
        ]
        if not scores:
            return None
        scores.sort(key=itemgetter(0), reverse=True)
        margin = min(scores[0][0] - scores[1][0], 8.0) if len(scores) > 1 else 8.0
        return scores[0][1], scores[0][2], margin

    def _slips(self, word: str) -> list[tuple[str, Slip]]:
        """Return the likeliest words that ``word`` could be a slip of."""
        alone = self.likelihood.alone
        found = [(right, slip(word, right)) for right in self.lexicon.near(word, NEIGHBOURS)]
        good = [(right, how) for right, how in found if how and right != word]
        good.sort(key=lambda each: alone(each[0]) - SLIP_COSTS[each[1]], reverse=True)
        return good[:CANDIDATES]

    def glued(self, here: Place) -> Reading | None:
        """Return the likeliest reading as two words."""
        parts = self.best_cut(here.before, here.word, here.after)
        return Reading(GLUED, 1, parts, self._glued_evidence(here, *parts)) if parts else None

    def _best_cut(self, before: str, word: str, after: str) -> tuple[str, str] | None:
        likely = self.likelihood.after
        best, most = None, -inf
        for cut in range(1, len(word)):
            a, b = word[:cut], word[cut:]
            if self.stands(a) and self.stands(b):
                score = likely(before, a) + likely(a, b) + likely(b, after)
                if score > most:
                    best, most = (a, b), score
        return best

    def split(self, here: Place) -> Reading | None:
        """Return the reading as one word with the next piece."""
        word, after = here.word, here.after
        if after in NO_WORDS or word in AFFIXES or after in AFFIXES:
            return None
        whole = word + after
        if self.lexicon.pair(word, after) > 1 or not self._is_word(whole):
            return None
        return Reading(SPLIT, 2, (whole,), self._split_evidence(here, whole))

    def _stands(self, word: str) -> bool:
        if word in AFFIXES:
            return False
        if len(word) == 1:
            return word == "و"
        return self.lexicon.seen(word) >= 5 or self.lexicon.prior(word) > 1e-7

    def _is_word(self, word: str) -> bool:
        return self.lexicon.seen(word) >= 3 or self.lexicon.known(word)

    def _is_new(self, word: str) -> bool:
        return not (word in NO_WORDS or self.lexicon.seen(word) or self.lexicon.known(word))

    def _word_evidence(self, here: Place) -> tuple[float, ...]:
        """Return what the written word says for itself."""
        lexicon, (before, word, after, _, story) = self.lexicon, here
        sources = lexicon.sources(word)
        return (
            log1p(lexicon.seen(word)),
            float(bool(sources & 1) + bool(sources & 2) + bool(sources & 4)),
            float(bool(sources & 8)),
            log1p(lexicon.pair(before, word) + lexicon.pair(word, after)),
            float(len(word)),
            lexicon.letters(word) / len(word),
            float(self._is_new(before) + self._is_new(after)),
            self.likelihood.alone(word),
            float(before in NO_WORDS),
            float(after in NO_WORDS),
            log1p(min(MANY, story.get(word, 1)) - 1),
        )

    def _letters_evidence(
        self, here: Place, right: str, how: Slip, margin: float
    ) -> tuple[float, ...]:
        (before, word, after, _, story), likely, pair = here, self.likelihood, self.lexicon.pair
        return (
            1.0,
            likely.after(before, right) - likely.after(before, word),
            likely.after(right, after) - likely.after(word, after),
            *(float(how is each) for each in Slip),
            margin,
            log1p(pair(before, right)),
            log1p(pair(right, after)),
            log1p(min(MANY, story.get(right, 0))),
            likely.alone(right),
            *self._word_evidence(here),
        )

    def _glued_evidence(self, here: Place, a: str, b: str) -> tuple[float, ...]:
        (before, word, after, _, _), likely, lexicon = here, self.likelihood, self.lexicon
        gaps = lexicon.gaps(a, b)
        written = likely.after(before, word) + likely.after(word, after)
        return (
            1.0,
            likely.after(before, a) + likely.after(a, b) + likely.after(b, after) - written,
            log1p(lexicon.pair(before, a)),
            log1p(lexicon.pair(a, b)),
            log1p(lexicon.pair(b, after)),
            float(a in FUNCTION_WORDS),
            float(b in FUNCTION_WORDS),
            float(a[-1] in OPEN_ENDS),
            float(gaps.dictionary),
            log1p(gaps.half),
            log1p(gaps.space),
            log1p(lexicon.begins(a)),
            float(b in LIGHT_VERBS),
            max(0.0, log1p(lexicon.pair(a, b)) - log1p(lexicon.seen(word))),
            log1p(lexicon.ends(b)),
            likely.alone(a),
            likely.alone(b),
            float(min(len(a), len(b)) < 3),
            *self._word_evidence(here),
        )

    def _split_evidence(self, here: Place, whole: str) -> tuple[float, ...]:
        (before, word, after, later, _), likely, lexicon = here, self.likelihood, self.lexicon
        gaps = lexicon.gaps(word, after)
        written = (
            likely.after(before, word) + likely.after(word, after) + likely.after(after, later)
        )
        return (
            1.0,
            likely.after(before, whole) + likely.after(whole, later) - written,
            log1p(lexicon.pair(before, whole)),
            log1p(lexicon.pair(whole, later)),
            log1p(lexicon.pair(word, after)),
            log1p(lexicon.seen(whole)),
            float(lexicon.known(whole)),
            float(word[-1] in OPEN_ENDS),
            float(gaps.dictionary),
            log1p(gaps.half),
            log1p(lexicon.seen(after)),
            float(lexicon.known(after)),
            float(min(len(word), len(after)) < 3),
            *self._word_evidence(here),
        )
