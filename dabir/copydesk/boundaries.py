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

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from math import log
from pathlib import Path
from typing import Final, NamedTuple

from dabir.copydesk.dictionaries import VERB
from dabir.copydesk.lexicon import CACHED, NOT_JOINED, Lexicon
from dabir.persian.forms import stems

Weights = Mapping[str, float]

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
SEEN_BOUND: Final = 4.0
"""Forms speak no louder than this where the archive has the pair."""
LONG: Final = 6
"""Letters of a long piece; longer ones are taken for such."""
PARTED: Final = 2
"""Who stands apart so often where half-spaces are used, and never joined, is two words."""
HALF: Final = 0.3
"""What an unseen way of writing counts."""


class Model(NamedTuple):
    """Fitted weights, and the pieces that open or close compounds often enough to be known."""

    form: Weights
    archive: Weights
    dropped: Weights
    openers: frozenset[str]
    closers: frozenset[str]


def read_model(path: Path) -> Model:
    """Return the weights in the JSON file ``path``."""
    found = json.loads(path.read_text(encoding="utf-8"))
    return model(**found)


def model(form: Weights, archive: Weights | None = None, dropped: Weights | None = None) -> Model:
    """Return a model of these weights; openers and closers are named in them."""
    return Model(
        form,
        archive or {},
        dropped or {},
        frozenset(name[2:] for name in form if name.startswith("a=")),
        frozenset(name[2:] for name in form if name.startswith("b=")),
    )


MODEL: Final = read_model(Path(__file__).with_name("boundaries.json"))


class Boundaries:
    """Weighs whether pieces belong together, by a lexicon."""

    def __init__(self, lexicon: Lexicon, model: Model = MODEL) -> None:
        self.lexicon = lexicon
        self.model = model
        self._pair = lru_cache(CACHED)(self._pair_odds)
        self._closes = lru_cache(CACHED)(self._closes_compounds)
        self._others = lru_cache(CACHED)(self._other_forms)
        self._company = lru_cache(CACHED)(self._company_odds)
        self._often = lru_cache(CACHED)(self._how_often)
        self.is_finite = lru_cache(CACHED)(self._is_finite)

    def odds(self, before: str, first: str, second: str, after: str) -> float:
        """Return the logarithm of the odds that ``first`` and ``second`` are one compound."""
        form, archive, n = self._pair(first, second)
        return archive + self._trusted(form + self._company(second, before, after), n)

    def may_join(self, first: str, second: str) -> bool:
        """Say whether anything at all speaks for one word: most pairs need no weighing."""
        lexicon = self.lexicon
        if lexicon.join(first, second) is not NOT_JOINED:
            return True
        opens = first in self.model.openers or self._closes(second)
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
        weights = self.model.form
        form = sum(weights.get(name, 0.0) for name in self.form(first, second))
        if not self.lexicon.total:
            return form, 0.0, 0.0
        facts = self.archive(first, second)
        weights = self.model.archive
        archive = sum(weights.get(name, 0.0) * value for name, value in facts)
        return form, archive, dict(facts).get("n", 0.0)

    def form(self, first: str, second: str) -> Iterator[str]:
        """Yield what the two pieces themselves have that may speak for or against a compound."""
        yield "any"
        lexicon, known = self.lexicon, stems(second)
        sources = lexicon.join(first, second).sources
        near = 0 if sources else self._near(first, second)
        yield from _sources("joined", sources)
        yield from _sources("near", near)
        said = "yes" if sources else "near" if near else "no"
        if not sources:
            if lexicon.known(first + second):
                yield "one word"
            elif any(lexicon.known(first + stem) for stem in known[1:]):
                yield "one word nearly"
        if first in self.model.openers:
            yield from (f"a={first}", f"opener {said}")
        closer = next((stem for stem in known if stem in self.model.closers), "")
        if closer:
            yield from (f"b={closer}", f"closer {said}")
            if closer != second:
                yield "closer with ending"
        if self.is_finite(second):
            yield "finite" if closer == second else "finite with ending"
        yield from self._looks(first, second)

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

    def _looks(self, first: str, second: str) -> Iterator[str]:
        if second in self.model.openers:
            yield "second opens"
        if second.startswith("ال") and len(second) > 4:
            yield "arabic article"
        if first == second:
            yield "doubled"
        if first.endswith(("ه", "ی")):
            yield f"first ends {first[-1]}"
        yield f"second ends {second[-2:]}"
        yield f"letters {min(len(first), LONG)} {min(len(second), LONG)}"
        yield from self._places(first, second)

    def _places(self, first: str, second: str) -> Iterator[str]:
        """Yield where the dictionaries have the pieces and the whole, and how often."""
        lexicon, often = self.lexicon, self._often
        yield f"first in {lexicon.sources(first)}"
        yield f"second in {lexicon.sources(second)}"
        yield f"first often {often(first)}"
        yield f"second often {often(second)}"
        yield f"whole often {often(first + second)}"
        yield f"whole above second {often(first + second) - often(second)}"

    def _how_often(self, word: str) -> int:
        """Return how often the dictionaries expect ``word``, in steps of e squared."""
        return int(log(self.lexicon.prior(word) * 1e8 + 1) / 2)

    def _company_odds(self, second: str, before: str, after: str) -> float:
        weights = self.model.form
        return sum(weights.get(name, 0.0) for name in self.company(second, before, after))

    def company(self, second: str, before: str, after: str) -> Iterator[str]:
        """Yield what stands before and behind, by what kind of word the second piece is."""
        kind = "participle" if self.is_participle(second) else "noun"
        if kind == "noun" and self.is_finite(second):
            kind = "verb"
        behind = after if after in COMPANY else "verb" if self.is_finite(after) else "other"
        yield f"{kind} < {before if before in COMPANY else 'other'}"
        yield f"{kind} > {behind}"
        if kind == "participle":
            yield f"participle {second if second in PARTICIPLES else 'other'}"

    def _is_finite(self, word: str) -> bool:
        """Say whether می can stand before ``word``."""
        return bool(self.lexicon.join("می", word).sources & VERB)

    def is_participle(self, word: str) -> bool:
        """Say whether ``word`` is a past participle: «شده» of «شده|اند»."""
        return word.endswith("ه") and bool(self.lexicon.join(word, "اند").sources & VERB)

    def archive(self, first: str, second: str) -> list[tuple[str, float]]:
        """Return what the archive counts of the two pieces, as names and values."""
        lexicon = self.lexicon
        half, space, glued = lexicon.half_spaces(first, second)
        facts = [("any", 1.0), *self._written(half, space)]
        if not half + space:
            facts += self._written_nearly(first, second)
        if glued:
            facts.append(("glued", log(glued + 1)))
        met, a, b = lexicon.pair(first, second), lexicon.seen(first), lexicon.seen(second)
        if met:
            surprise = log(met * lexicon.total / ((a + 5) * (b + 5)))
            facts += [("met", 1.0), ("surprise", surprise), ("often met", log(met))]
        facts.append(("first often", log(a) / 10) if a else ("first unseen", 1.0))
        facts.append(("second often", log(b) / 10) if b else ("second unseen", 1.0))
        return facts

    @staticmethod
    def _written(half: int, space: int) -> Iterator[tuple[str, float]]:
        if n := half + space:
            yield from (("seen", 1.0), ("n", log(n + 1)))
            yield "ratio", log((half + HALF) / (space + HALF))
            if not half:
                yield "never half", log(n + 1)
            if not space:
                yield from (("never blank", log(n + 1)), ("never blank at all", 1.0))
                if n > 1:
                    yield "always joined", 1.0

    def _written_nearly(self, first: str, second: str) -> Iterator[tuple[str, float]]:
        half = space = 0
        for other in (*stems(second)[1:], *(second + end for end in ("ی", "ها", "های"))):
            h, s, _ = self.lexicon.half_spaces(first, other)
            half, space = half + h, space + s
        if half + space:
            yield from (("near seen", 1.0), ("near n", log(half + space + 1)))
            yield "near ratio", log((half + HALF) / (space + HALF))


def form_facts(form: float, n: float) -> list[tuple[str, float]]:
    """Return the odds by form, by name and value: who is seen often is judged less by form."""
    if not n:
        return [("form", form)]
    bound = max(-SEEN_BOUND, min(SEEN_BOUND, form))
    return [("form of seen", bound), ("form of often seen", bound * n)]


def _sources(name: str, sources: int) -> Iterable[str]:
    """Return the names of the dictionaries in ``sources``: each, and all together."""
    if not sources:
        return ()
    bits = (bit for bit in (1, 2, 4, 8, 16, 32, 64) if sources & bit)
    return (f"{name} {sources}", *(f"{name} by {bit}" for bit in bits))
