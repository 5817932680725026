"""Other readings of a chain of pieces: what the writer may have meant.

Three kinds of slips change how letters stand together, and each can be taken for another:
a wrong letter («میلیلارد»), two words glued («وسوریه»), one word split («سر انجام»). So a
piece that gives cause for doubt is read in all three ways, each way weighed against the text
as it stands: how much likelier the chain becomes, and what else speaks for the slip or
against it. The weights are fitted on spoilt text by ``tools/fit_readings.py``.
"""

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from functools import lru_cache
from math import inf, log1p
from operator import mul
from typing import Final, NamedTuple

from dabir.copydesk.candidates import AFFIXES, Candidates
from dabir.copydesk.dictionaries import LILAK
from dabir.copydesk.evidence import (
    AFTER_EDGE,
    AND,
    BEFORE_EDGE,
    BEST_COMPANY,
    BEST_NEIGHBOURS,
    FUNCTION_WORDS,
    LIGHT_VERBS,
    MANY,
    OF_SLIP,
    OTHER_STORY,
    OWN_STORY,
    Evidence,
    Place,
    times,
)
from dabir.copydesk.joints import Joiner
from dabir.copydesk.lexicon import CACHED, Lexicon
from dabir.copydesk.likelihood import Likelihood
from dabir.copydesk.pieces import EDGE, NO_WORDS
from dabir.copydesk.slips import Slip
from dabir.copydesk.story import Parted, Story
from dabir.copydesk.weights import LEAST_ODDS, WEIGHTS

LETTERS: Final = "letters"
GLUED: Final = "glued"
SPLIT: Final = "split"

LEARNT: Final = "learnt"
ALONE: Final = "alone"
ENOUGH: Final = 1_000_000
"""An archive of so many words says more than the dictionaries."""

NO_HALVES: Final = AFFIXES | NO_WORDS
APART: Final = frozenset(["که", "و"])
"""Are written apart from a word before them, though some copy has «درصورتیکه»."""

HEAD: Final = "سر"
OF_HEAD: Final = frozenset("بر از به در".split())
"""«بر سر بلندی دعوا کردند»: the preposition takes its noun away from what follows."""
LONGEST: Final = 40
"""Letters of a piece that is read another way: what is longer is no slip of the hand."""
OUTNUMBERED: Final = 3
"""Two words that the archive has so many times oftener apart than as one may be glued."""
SURE: Final = 20
"""A word that the archive has so often is doubted only where nothing beside it fits."""


NO_STORY: Final[Mapping[str, int]] = {}
MOST: Final = log1p(MANY)
"""The most that a story can add, by a step."""
SOCIABLE: Final = 100
"""A word beside which so many others stand could have any beside it."""
DOUBT_OF_COMMON: Final = 2.0
"""How much likelier another letter must be in a word that the archive has often."""
FOR_VERBS: Final = 1.6
FAR_OFTENER: Final = 3
"""A verb of two words that the archive has so many times oftener apart is likelier glued."""
HOPELESS: Final = -0.01
"""A reading whose odds stay below this in the best company is never told."""


ELSEWHERE: Final = {LEARNT: {GLUED: 1.2, SPLIT: 0.6}, ALONE: {GLUED: 2.0, SPLIT: 1.0}}
"""What it adds that the story has the two words, or the whole one, elsewhere: for each step."""
BESIDE: Final = {LEARNT: 0.0, ALONE: 1.5}
"""What it adds that the story has the other word beside a neighbour elsewhere: for each step."""


class Cause(Enum):
    """Where a word gives cause for doubting its letters."""

    NOWHERE = "nowhere"
    LONELY = "lonely"
    """Where nothing beside it fits."""
    EVERYWHERE = "everywhere"


NOWHERE, LONELY, EVERYWHERE = Cause
FORETOLD: Final = (NOWHERE, NOWHERE, LONELY, EVERYWHERE)
"""Causes as the lexicon foretells them: from 1."""


class Reading(NamedTuple):
    """``words`` in the place of ``pieces`` pieces, and what speaks for it."""

    kind: str
    pieces: int
    words: tuple[str, ...]
    evidence: tuple[float, ...]


class Weighed(NamedTuple):
    """A reading that could be told, with its odds where the story has neither word elsewhere.

    ``own``, ``other`` and ``beside`` are what the story adds for each of the steps in which it
    is counted how often it has the written word, the other, and the other beside a neighbour.
    """

    reading: Reading
    odds: float
    own: float
    other: float
    beside: float

    @property
    def most(self) -> float:
        """The odds in the story that speaks most for the reading."""
        return self.odds + (max(0.0, self.own) + max(0.0, self.other) + self.beside) * MOST


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


def _in_story(weighed: Weighed, here: Place) -> float:
    """Return the odds of a reading in the story that it stands in."""
    reading, odds, own, other, beside = weighed
    if own:
        odds += own * times(min(MANY, here.story.get(here.word, 1)) - 1)
    if other:
        odds += other * times(here.story.get(" ".join(reading.words), 0))
    if beside:
        right, count = reading.words[0], here.story.get
        met = count(f"{here.before} {right}", 0) + count(f"{right} {here.after}", 0)
        odds += beside * times(met)
    return odds


class Reader:
    """Reads pieces another way, by a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.likelihood = Likelihood(lexicon)
        self.evidence = Evidence(lexicon, self.likelihood)
        self.joiner = Joiner(lexicon)
        state = LEARNT if lexicon.total >= ENOUGH else ALONE
        self._weights: Mapping[str, Sequence[float]] = WEIGHTS[state]
        self._elsewhere: Mapping[str, float] = ELSEWHERE[state]
        self._beside = BESIDE[state]
        self._least: Mapping[str, float] = LEAST_ODDS[state]
        self.cause = lru_cache(CACHED)(self._cause)
        self.hope = lru_cache(CACHED)(self._hope)
        self.meeting = lru_cache(CACHED)(self._meeting)
        self._weighed = lru_cache(CACHED // 4)(self._weigh)
        self.candidates = Candidates(lexicon, self.likelihood)

    def along(self, words: Sequence[str], story: Story) -> Iterator[tuple[int, Reading, float]]:
        """Yield the likelier readings along a chain: the place of the first piece, and the odds.

        Few pieces have any, and those that have none are passed over at little cost.
        """
        meetings = list(map(self.meeting, (EDGE, *words), (*words, EDGE)))
        causes = map(self.hope, words)
        for at, (cause, (known, _), (is_known, is_split)) in enumerate(
            zip(causes, meetings, meetings[1:], strict=False)
        ):
            is_lonely = cause is LONELY and not (known or is_known)
            if is_lonely or is_split or cause is EVERYWHERE:
                here = place(words, at, story)
                for weighed in self._weighed(*here[:4]):
                    if (odds := _in_story(weighed, here)) > 0:
                        yield at, weighed.reading, odds
        if parted := story.parted(words):
            yield from self._parted(words, story, parted)

    def _parted(
        self, words: Sequence[str], story: Story, parted: Parted
    ) -> Iterator[tuple[int, Reading, float]]:
        """Yield the readings as two words that the story has apart elsewhere."""
        for at in [at for at, word in enumerate(words) if word in parted]:
            here = place(words, at, story)
            reading = self._as_two(here, parted[here.word])
            if reading and (odds := _in_story(self._with_odds(reading, here.word), here)) > 0:
                yield at, reading, odds

    def _as_two(self, here: Place, parts: tuple[str, str]) -> Reading | None:
        """Return the reading as these two words, if they may stand alone."""
        if self.cause(here.word) is NOWHERE or not self.candidates.may_cut(*parts):
            return None
        return Reading(GLUED, 1, parts, self.evidence.glued(here, *parts))

    def _weigh(self, before: str, word: str, after: str, later: str) -> tuple[Weighed, ...]:
        """Return the readings of a piece that could be told in some story."""
        here = Place(before, word, after, later, NO_STORY)
        weighed = [self._with_odds(reading, word) for reading in self.readings(here)]
        return tuple(each for each in weighed if each.most > 0)

    def _with_odds(self, reading: Reading, word: str) -> Weighed:
        """Return a reading of ``word`` with its odds."""
        weights = self._weights[reading.kind]
        own = weights[OWN_STORY] if (reading.kind, reading.words[0]) != (GLUED, AND) else 0.0
        other = weights[OTHER_STORY] if reading.kind == LETTERS else self._elsewhere[reading.kind]
        beside = self._beside if reading.kind == LETTERS else 0.0
        odds = self.odds(reading) + self._favour(reading, word)
        return Weighed(reading, odds, own, other, beside)

    def _favour(self, reading: Reading, word: str) -> float:
        """Return what is added to the odds of a reading for what no weight says."""
        if reading.kind == LETTERS and self.cause(word) is LONELY:
            return -DOUBT_OF_COMMON
        if reading.kind == GLUED and reading.words[1] in LIGHT_VERBS:
            apart = self.lexicon.pair(*reading.words)
            return FOR_VERBS if apart > FAR_OFTENER * self.lexicon.seen(word) else 0.0
        return 0.0

    def readings(self, here: Place) -> list[Reading]:
        """Return the other readings of a piece that gives cause for any."""
        found = [self.split(here)]
        if self.is_doubtful(here):
            found += [None if self._is_at_home(here) else self.letters(here), self.glued(here)]
        return [reading for reading in found if reading]

    def odds(self, reading: Reading) -> float:
        """Return the logarithm of the odds that a reading is right, above what is asked for."""
        weights = self._weights[reading.kind]
        return float(sum(map(mul, reading.evidence, weights))) - self._least[reading.kind]

    def is_doubtful(self, here: Place) -> bool:
        """Say whether a piece gives cause for doubting its letters."""
        cause, lexicon = self.cause(here.word), self.lexicon
        if cause is LONELY:
            if lexicon.pair(here.before, here.word) or lexicon.pair(here.word, here.after):
                return False
            # Beside a word that has little company itself it says nothing to be alone.
            met = lexicon.followers(here.before), lexicon.leaders(here.after)
            return min(met) >= SOCIABLE
        return cause is EVERYWHERE

    def _is_at_home(self, here: Place) -> bool:
        """Say whether an edited dictionary has a word, and the archive has it in this company."""
        lexicon = self.lexicon
        if not lexicon.sources(here.word) & LILAK:
            return False
        return lexicon.pair(here.before, here.word) > 0 or lexicon.pair(here.word, here.after) > 0

    def _cause(self, word: str) -> Cause:
        """Return where ``word`` is doubtful."""
        if word in NO_WORDS or word in FUNCTION_WORDS or not 2 <= len(word) <= LONGEST:
            return NOWHERE
        is_rare = self.lexicon.seen(word) < SURE
        return EVERYWHERE if is_rare or self._is_outnumbered(word) else LONELY

    def _hope(self, word: str) -> Cause:
        """Return where ``word`` is doubtful and another reading of it could be likely enough.

        Without an archive nothing beside a word makes it likelier, so that most words can be
        judged once for all, by what their best company would say.
        """
        if answer := self.lexicon.foretold(word):
            return FORETOLD[answer & 3]
        cause = self.cause(word)
        if cause is NOWHERE or self.lexicon.total:
            return cause
        here = Place(EDGE, word, EDGE, EDGE, {})
        if self._best_odds(self.glued(here)) > HOPELESS:
            return cause
        most = self.evidence.best_letters(here)
        best = Reading(LETTERS, 1, (word,), most)
        slips = zip(Slip, self._weights[LETTERS][OF_SLIP], strict=True)
        likeliest = max(odds for how, odds in slips if how is not Slip.MADDA or "ا" in word)
        if self._best_odds(best) + likeliest <= HOPELESS:
            return NOWHERE
        return cause if self._best_odds(self.letters(here)) > HOPELESS else NOWHERE

    def _best_odds(self, reading: Reading | None) -> float:
        """Return the odds that a reading between two edges would have in its best company."""
        if reading is None:
            return -inf
        weights = self._weights[reading.kind]
        company = BEST_COMPANY if reading.kind == LETTERS else BEST_NEIGHBOURS
        best = sum(max(0.0, weights[at]) * most for at, most in company.items())
        return self.odds(reading) + best - weights[BEFORE_EDGE] - weights[AFTER_EDGE]

    def _is_outnumbered(self, word: str) -> bool:
        """Say whether the archive has ``word`` far oftener with a blank inside: «در حال»."""
        lexicon = self.lexicon
        if not lexicon.total:
            return False
        least = OUTNUMBERED * max(1, lexicon.seen(word))
        cuts = [(head, word[len(head) :]) for head in lexicon.heads(word)]
        return any(rest in lexicon and lexicon.pair(head, rest) > least for head, rest in cuts)

    def letters(self, here: Place) -> Reading | None:
        """Return the likeliest reading with one letter otherwise."""
        found = self.candidates.best_slip(here.before, here.word, here.after)
        if found is None:
            return None
        right, how, margin = found
        return Reading(LETTERS, 1, (right,), self.evidence.letters(here, right, how, margin))

    def glued(self, here: Place) -> Reading | None:
        """Return the likeliest reading as two words."""
        parts = self.candidates.best_cut(here.before, here.word, here.after)
        return Reading(GLUED, 1, parts, self.evidence.glued(here, *parts)) if parts else None

    def split(self, here: Place) -> Reading | None:
        """Return the reading as one word with the next piece."""
        word, after = here.word, here.after
        if not self.meeting(word, after)[1] or (here.before in OF_HEAD and word == HEAD):
            return None
        whole = word + after
        return Reading(SPLIT, 2, (whole,), self.evidence.split(here, whole))

    def _meeting(self, word: str, after: str) -> tuple[bool, bool]:
        """Say whether the archive has two pieces side by side, and whether they may be one word."""
        met = self.lexicon.pair(word, after)
        return met > 0, met <= 1 and self._is_split(word, after)

    def _is_split(self, word: str, after: str) -> bool:
        """Say whether two pieces that hardly ever meet may be halves of one word."""
        if word in NO_HALVES or after in NO_HALVES or len(word) > LONGEST:
            return False
        if after in APART and self.lexicon.known(word):
            return False
        return self._is_word(word + after)

    def _is_word(self, word: str) -> bool:
        lexicon = self.lexicon
        return word in lexicon and (lexicon.seen(word) >= 3 or lexicon.known(word))
