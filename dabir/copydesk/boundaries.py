"""How likely two pieces side by side are parts of one compound: «نشان» and «دهنده».

No list of compounds is whole, and no list is all right: a dictionary joins «به|طور» and
«آب|خنک» (| for a half-space) as readily as «نشان|دهنده». So all that speaks for one word or
for two is weighed, and the sum is the logarithm of the odds that a half-space belongs there:

    form      which dictionaries join the two, or the two with another ending; whether the
              first piece often opens compounds («بی», «نیم») or the second often closes them
              («سازی», «پذیر»); whether the second is a finite verb, and so no part of a noun
    company   what stands before and behind, for participles above all: «آمار ارائه|شده از»
              is a noun, «ارائه شده است» a verb
    archive   how often the paper writes the two with a half-space and with a blank, the two
              with another ending, and how often they meet at all for words so frequent

Weights: ``boundaries.json``, fitted by ``tools/fit_boundaries.py`` on the treebank PerDT, whose
half-spaces are set with more care than any paper's. Without an archive the first two decide.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from math import log
from typing import Final

from dabir.copydesk.boundary_archive import Fact, archive_facts, form_facts
from dabir.copydesk.boundary_weights import MODEL, Model
from dabir.copydesk.dictionaries import VERB
from dabir.copydesk.lexicon import CACHED, NOT_JOINED, Lexicon
from dabir.persian.forms import stems

OTHER_ENDINGS: Final = ("ی", "ان", "انه", "ها", "های")
"""If «رشته|ای» with another ending is joined, «رشته» is likely joined too."""
COMPANY: Final = frozenset(
    "<s> <p> <n> است بود بودند باشد باشند نیست شود شوند شد شدند می نمی و در از به با برای که را "
    "تا این آن یک هم ها های ای تر ترین اند ام کرد کردن شدن کند کنند داد دارد دارند داشت بر یا هر "
    "خود".split()
)
"""Neighbours that say something of what stands beside them."""
PARTICIPLES: Final = frozenset("شده یافته گرفته کرده داده نشده".split())
"""Participles that are judged one by one."""
LONG: Final = 6
"""Letters of a long piece; longer ones are taken for such."""
PARTED: Final = 2
"""Who stands apart so often where half-spaces are used, and never joined, is two words."""


class Boundaries:
    """Weighs whether pieces belong together, by a lexicon."""

    def __init__(self, lexicon: Lexicon, model: Model = MODEL) -> None:
        self.lexicon = lexicon
        self.model = model
        self.odds = lru_cache(CACHED)(self._odds)
        self._pair = lru_cache(CACHED)(self._pair_odds)
        self._opens = lru_cache(CACHED // 4)(self._first_odds)
        self.closes = lru_cache(CACHED)(self._closes_compounds)
        self._ends = lru_cache(CACHED // 4)(self._second_odds)
        self._others = lru_cache(CACHED // 4)(self._other_forms)
        self._kind = lru_cache(CACHED // 4)(self._kind_of)
        self._participle = lru_cache(CACHED // 4)(self._participle_odds)
        self._beside = lru_cache(CACHED // 4)(self._beside_odds)
        self._often = lru_cache(CACHED)(self._how_often)
        self.is_finite = lru_cache(CACHED)(self._is_finite)

    def _odds(self, before: str, first: str, second: str, after: str) -> float:
        """Return the logarithm of the odds that ``first`` and ``second`` are one compound."""
        form, archive, n = self._pair(first, second)
        kind = self._kind(second)
        company = self._beside(kind, "<", before) + self._beside(kind, ">", after)
        return archive + self._trusted(form + company + self._participle(second), n)

    def may_join(self, first: str, second: str) -> bool:
        """Say whether anything at all speaks for one word: most pairs need no weighing."""
        lexicon = self.lexicon
        if lexicon.join(first, second) is not NOT_JOINED:
            return True
        opens = first in self.model.openers or self.closes(second)
        if not opens and not (lexicon.begins(first) and self._near(first, second)):
            return False
        return lexicon.half_spaces(first, second)[1] < PARTED

    def _closes_compounds(self, word: str) -> bool:
        """Say whether ``word``, or what it is an ending of, often closes compounds."""
        return not self.model.closers.isdisjoint(stems(word))

    def alone(self, first: str, second: str) -> float:
        """Return the logarithm of the odds without regard to what stands around them."""
        form, archive, n = self._pair(first, second)
        return archive + self._trusted(form, n)

    def _trusted(self, form: float, n: float) -> float:
        """Return the odds by form and company as they count beside the archive's."""
        if not self.lexicon.total:
            return form
        weights = self.model.archive
        return sum(weights.get(name, 0.0) * value for name, value in form_facts(form, n))

    def _pair_odds(self, first: str, second: str) -> tuple[float, float, float]:
        """Return what the forms say, what the archive says, and how much it has seen."""
        form = self._opens(first) + self._ends(second) + self._sum(self.of_both(first, second))
        if not self.lexicon.total:
            return form, 0.0, 0.0
        facts, weights = self.archive(first, second), self.model.archive
        archive = sum([weights.get(name, 0.0) * value for name, value in facts])
        return form, archive, dict(facts).get("n", 0.0)

    def _first_odds(self, first: str) -> float:
        return self._sum(self.of_first(first))

    def _second_odds(self, second: str) -> float:
        return self._sum(self.of_second(second))

    def _sum(self, names: Iterable[str]) -> float:
        """Return what the weights of a form's facts come to."""
        weights = self.model.form
        return sum([weights.get(name, 0.0) for name in names])

    def form(self, first: str, second: str) -> Iterator[str]:
        """Yield what the two pieces themselves have that may speak for or against a compound."""
        yield from self.of_first(first)
        yield from self.of_second(second)
        yield from self.of_both(first, second)

    def of_first(self, first: str) -> Iterator[str]:
        """Yield what the first piece has, beside whichever second."""
        yield f"first in {self.lexicon.sources(first)}"
        yield f"first often {self._often(first)}"
        if first in self.model.openers:
            yield f"a={first}"
        if first.endswith(("ه", "ی")):
            yield f"first ends {first[-1]}"

    def of_second(self, second: str) -> Iterator[str]:
        """Yield what the second piece has, behind whichever first."""
        yield f"second in {self.lexicon.sources(second)}"
        yield f"second often {self._often(second)}"
        yield f"second ends {second[-2:]}"
        closer = self._closer(second)
        if closer:
            yield f"b={closer}"
            if closer != second:
                yield "closer with ending"
        if self.is_finite(second):
            yield "finite" if closer == second else "finite with ending"
        if second in self.model.openers:
            yield "second opens"
        if second.startswith("ال") and len(second) > 4:
            yield "arabic article"

    def of_both(self, first: str, second: str) -> Iterator[str]:
        """Yield what the two have together, and what the dictionaries say of the whole."""
        yield "any"
        sources = self.lexicon.join(first, second).sources
        near = 0 if sources else self._near(first, second)
        yield from _sources("joined", sources)
        yield from _sources("near", near)
        said = "yes" if sources else "near" if near else "no"
        if not sources:
            yield from self._as_one(first, second)
        if first in self.model.openers:
            yield f"opener {said}"
        if self.closes(second):
            yield f"closer {said}"
        if first == second:
            yield "doubled"
        yield f"letters {min(len(first), LONG)} {min(len(second), LONG)}"
        often = self._often(first + second)
        yield f"whole often {often}"
        yield f"whole above second {often - self._often(second)}"

    def _as_one(self, first: str, second: str) -> Iterator[str]:
        """Yield whether a dictionary has the two written as one."""
        known = self.lexicon.known
        if known(first + second):
            yield "one word"
        elif any(known(first + stem) for stem in stems(second)[1:]):
            yield "one word nearly"

    def _closer(self, second: str) -> str:
        """Return the piece that often closes compounds which ``second`` is, or is a form of."""
        return next((stem for stem in stems(second) if stem in self.model.closers), "")

    def _near(self, first: str, second: str) -> int:
        """Return which dictionaries join ``first`` to the second with another ending."""
        sources = 0
        for other in self._others(second):
            sources |= self.lexicon.join(first, other).sources
        return sources

    def _other_forms(self, word: str) -> tuple[str, ...]:
        """Return the word with other endings, as far as compounds end so."""
        forms = (*stems(word)[1:], *(word + ending for ending in OTHER_ENDINGS))
        return tuple(form for form in forms if self.lexicon.ends(form))

    def _how_often(self, word: str) -> int:
        """Return how often the dictionaries expect ``word``, in steps of e squared."""
        return int(log(self.lexicon.prior(word) * 1e8 + 1) / 2)

    def company(self, second: str, before: str, after: str) -> Iterator[str]:
        """Yield what stands before and behind, by what kind of word the second piece is."""
        kind = self._kind(second)
        yield from (self._neighbour(kind, "<", before), self._neighbour(kind, ">", after))
        yield from self.of_participle(second)

    def _neighbour(self, kind: str, side: str, word: str) -> str:
        if word in COMPANY:
            return f"{kind} {side} {word}"
        return f"{kind} {side} {'verb' if side == '>' and self.is_finite(word) else 'other'}"

    def _beside_odds(self, kind: str, side: str, word: str) -> float:
        return self.model.form.get(self._neighbour(kind, side, word), 0.0)

    def of_participle(self, second: str) -> Iterator[str]:
        """Yield which participle the second piece is, if it is one."""
        if self.is_participle(second):
            yield f"participle {second if second in PARTICIPLES else 'other'}"

    def _participle_odds(self, second: str) -> float:
        return self._sum(self.of_participle(second))

    def _kind_of(self, second: str) -> str:
        if self.is_participle(second):
            return "participle"
        return "verb" if self.is_finite(second) else "noun"

    def _is_finite(self, word: str) -> bool:
        """Say whether می can stand before ``word``."""
        return bool(self.lexicon.join("می", word).sources & VERB)

    def is_participle(self, word: str) -> bool:
        """Say whether ``word`` is a past participle: «شده» of «شده|اند»."""
        return word.endswith("ه") and bool(self.lexicon.join(word, "اند").sources & VERB)

    def archive(self, first: str, second: str) -> list[Fact]:
        """Return what the archive counts of the two pieces, as names and values."""
        return archive_facts(self.lexicon, first, second)


def _sources(name: str, sources: int) -> Iterable[str]:
    """Return the names of the dictionaries in ``sources``: each, and all together."""
    if not sources:
        return ()
    bits = (bit for bit in (1, 2, 4, 8, 16, 32, 64) if sources & bit)
    return (f"{name} {sources}", *(f"{name} by {bit}" for bit in bits))
