"""What speaks for another reading of a piece, in numbers, and what speaks against it.

The evidence has the order of the weights in ``dabir.copydesk.weights``. What a word says for
itself wherever it stands is kept, for most words are common ones.
"""

from collections.abc import Mapping
from functools import cached_property, lru_cache
from math import log, log1p
from typing import Final, NamedTuple

from dabir.copydesk.dictionaries import HAZM, LILAK, SHEKAR, VERB
from dabir.copydesk.lexicon import CACHED, Lexicon
from dabir.copydesk.likelihood import Likelihood
from dabir.copydesk.pieces import NO_WORDS
from dabir.copydesk.slips import Slip

FUNCTION_WORDS: Final = frozenset("و به از در با بر که را تا این آن هر هم یا نیز برای پس".split())
OPEN_ENDS: Final = frozenset("اآدذرزژوء")
"""Letters that never join the next one: after them a missing blank is hardly seen."""
LIGHT_VERBS: Final = frozenset(
    "کرد کردن کرده کردند داشت داشتن داشته داشتند داد دادن داده دادند شد شدن شده شدند گرفت گرفتن "
    "گرفته گرفتند یافت یافتن یافته است بود بودن شود کند نمود نموده نمودن ساخت ساختن ساخته".split()
)
"""Verbs that make a verb of a noun: «اظهار داشت». Glued to it they are no compound."""
AND: Final = "و"
"""Who glues it to a name does so each time: that the story has it so again says nothing."""
WITH: Final = "با"
OF_NAMES: Final = frozenset(
    "سید امیر محمد علی میر حسن حسین مهدی ملا شیر پور گل شاه انصار عبد عبدال بنی آل حاجی".split()
)
"""What names begin with that are written as one or as two («امیررضا»): who knows which?"""
PREFIXES: Final = frozenset(
    "غیر باز فرا خود پیش سر ابر نو پر کم هم بی نا ضد فوق پسا پاد تک نیم پارا".split()
)
"""First parts of compounds; behind a letter that never joins they are rightly joined."""
PARTICIPLES: Final = frozenset(
    "شده کرده گرفته داده یافته رفته زده خورده دیده شدن کردن کننده کنندگان".split()
)
"""Last parts of compounds («امضاشده»), though a verb may be meant («امضا شده است»)."""
IS: Final = frozenset(["ست", "هاست"])
"""«است» as it is rightly joined."""
OUTLETS: Final = frozenset("آنلاین پرس نیوز بانک نیا پناه".split())
"""Last parts of names that are one word: «خبرآنلاین»."""
MANY: Final = 5
"""How often a word stands in a story is counted up to this."""
SHORT: Final = 3
"""Letters of a short word: it is one letter away from many."""
FAR: Final = 8.0
"""So far ahead of the next word is as good as alone."""
SLACK: Final = 0.01
"""More than a word's letters and stem add to its share."""
OF_SLIPS: Final = {how: tuple(float(how is each) for each in Slip) for how in Slip}
"""Which slip it is, as evidence: a one among noughts."""


OF_SLIP: Final = slice(3, 3 + len(Slip))
"""Where the evidence for another letter has which slip it is."""
BEFORE_EDGE: Final = -3
AFTER_EDGE: Final = -2
"""Where the evidence has that nothing but an edge stands beside the word."""
OWN_STORY: Final = -1
OTHER_STORY: Final = -15
"""Where it has how often the story has the word, and for another letter the other word."""
BEST_NEIGHBOURS: Final = {-5: 2.0, BEFORE_EDGE: 1.0, AFTER_EDGE: 1.0, OWN_STORY: log1p(MANY - 1)}
BEST_COMPANY: Final = {**BEST_NEIGHBOURS, OTHER_STORY: log1p(MANY), -16: 1.0}
"""Where the evidence depends on what stands elsewhere, and the most that it can be there: new
words beside, edges, how often the story has the word; and for another letter the other word, and
whether the first letter is otherwise."""


class Place(NamedTuple):
    """A piece among its neighbours, in a story whose words are counted in ``story``."""

    before: str
    word: str
    after: str
    later: str
    story: Mapping[str, int]


def times(count: int) -> float:
    """Return how much it says that a story has a word so often."""
    return log1p(min(MANY, count))


class Evidence:
    """Weighs readings by a lexicon and the likelihoods that follow from it."""

    def __init__(self, lexicon: Lexicon, likelihood: Likelihood) -> None:
        self.lexicon = lexicon
        self.likelihood = likelihood
        self._is_new = lru_cache(CACHED)(self._is_new_word)
        self._of_word = lru_cache(CACHED // 4)(self._word_itself)

    def _is_new_word(self, word: str) -> bool:
        return not (word in NO_WORDS or self.lexicon.seen(word) or self.lexicon.known(word))

    def _word_itself(self, word: str) -> tuple[tuple[float, ...], tuple[float, ...], float]:
        """Return what a word says for itself anywhere: its fame, its letters, its likelihood."""
        lexicon = self.lexicon
        sources = lexicon.sources(word)
        fame = (
            log1p(lexicon.seen(word)),
            *(float(sources & each > 0) for each in (HAZM, SHEKAR, LILAK, VERB)),
        )
        letters = (float(len(word)), lexicon.letters(word) / len(word))
        return fame, letters, self.likelihood.alone(word)

    def word(self, here: Place) -> tuple[float, ...]:
        """Return what the written word says for itself."""
        before, word, after, _, story = here
        pair, (fame, letters, alone) = self.lexicon.pair, self._of_word(word)
        return (
            *fame,
            log1p(pair(before, word) + pair(word, after)),
            *letters,
            float(self._is_new(before) + self._is_new(after)),
            alone,
            float(before in NO_WORDS),
            float(after in NO_WORDS),
            times(min(MANY, story.get(word, 1)) - 1),
        )

    def letters(self, here: Place, right: str, how: Slip, margin: float) -> tuple[float, ...]:
        """Return the evidence for ``right`` in the place of a piece."""
        (before, word, after, _, story), likely, pair = here, self.likelihood, self.lexicon.pair
        met, is_met = pair(before, right), pair(right, after)
        return (
            1.0,
            likely.after(before, right) - likely.after(before, word),
            likely.after(right, after) - likely.after(word, after),
            *OF_SLIPS[how],
            margin,
            log1p(met),
            log1p(is_met),
            float(met > 0 and is_met > 0),
            float(not (met or is_met)),
            float(len(word) <= SHORT),
            float(word[0] != right[0]),
            times(story.get(right, 0)),
            likely.alone(right),
            *self.word(here),
        )

    def best_letters(self, here: Place) -> tuple[float, ...]:
        """Return the best evidence that any word could have, but for the kind of its slip.

        That of the likeliest of all words, with no other as near, where there is no archive.
        """
        gain = self._likeliest - self.likelihood.alone(here.word)
        of_slip, is_short = (0.0,) * len(Slip), float(len(here.word) <= SHORT)
        company = (0.0, 0.0, 0.0, 1.0, is_short, 0.0, 0.0)
        return (1.0, gain, 0.0, *of_slip, FAR, *company, self._likeliest, *self.word(here))

    @cached_property
    def _likeliest(self) -> float:
        return log(self.lexicon.most_expected + SLACK)

    def glued(self, here: Place, a: str, b: str) -> tuple[float, ...]:
        """Return the evidence for the words ``a`` and ``b`` in the place of a piece."""
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
            *self._doubts(word, a, b),
            *(self.word(here._replace(story={})) if a == AND else self.word(here)),
        )

    def _doubts(self, word: str, a: str, b: str) -> tuple[float, ...]:
        """Return what speaks for ``word`` being one on purpose, or a name."""
        lexicon = self.lexicon
        return (
            float(a in PREFIXES),
            float(a in OF_NAMES or b in OUTLETS),
            float(b in PARTICIPLES),
            float(b in IS),
            float(a == AND and lexicon.known(word)),
            float(a == WITH and not lexicon.pair(a, b)),
            float(len(a) < 3 and a not in FUNCTION_WORDS),
            float(not lexicon.pair(a, b)),
        )

    def split(self, here: Place, whole: str) -> tuple[float, ...]:
        """Return the evidence for ``whole`` in the place of a piece and the next."""
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
            *self.word(here),
        )
