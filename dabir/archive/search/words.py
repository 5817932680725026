"""One written word: its stem, its parts, and what it does to its neighbours.

    «کتابهایشان» -> «کتاب»       endings go where what is left is a word
    «بهرهبرداری» -> two parts    what is glued is cut where the vocabulary or the lexicon can
    «ها», «تر», «ای» alone       belong to the word before
    «می», «نمی», «برمی»          say that a verb follows

Every form is analysed once and kept: a story's words are looked up, not computed.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from dabir.archive.search.letters import fold
from dabir.copydesk.dictionaries import HAZM, LILAK, SHEKAR
from dabir.copydesk.lexicon import Lexicon
from dabir.persian.forms import COMPARATIVES, PLURALS
from dabir.persian.letters import NON_JOINING, skeleton
from dabir.persian.verbs import CONTINUOUS, PREFIXED

if TYPE_CHECKING:
    from dabir.archive.search.vocabulary import Vocabulary

PLAIN, ENDING, MI, AND = range(4)
"""What a word is: itself, an ending that stands alone, می and its like, «و»."""

ENDINGS: Final = frozenset(
    (*PLURALS, *COMPARATIVES, *"ام ات اش ای ایم اید اند مان تان شان ی یی هاشان هامان هاتان".split())
)
"""What belongs to the word before it when it stands alone."""
STANDALONE: Final = frozenset("ترند تریم".split())
BEINGS: Final = ("ایم", "اید", "اند", "ام", "ات", "اش", "ای")
"""Written joined to a word in ه only by a lost half-space: «رفتهاند», «خانهای»."""
_TAKES_APART: Final = {"ا": "هی", "ی": "ه"}
"""The last letters before an ending in ا or ی that stands apart."""
_PLURAL_ENDINGS: Final = tuple(sorted(PLURALS, key=len, reverse=True))
_COMPARED: Final = tuple(sorted({*COMPARATIVES} - STANDALONE, key=len, reverse=True))
_OWNERS: Final = ("شان", "مان", "تان", "ش", "م", "ت")
_LONG_OWNERS: Final = _OWNERS[:3]
_SHORT_OWNERS: Final = (*_OWNERS[3:], "یش", "یم", "یت", "یی", "ی")
_RARE: Final = 20
_MIS: Final = tuple(sorted(CONTINUOUS, key=len, reverse=True))
KNOWN: Final = HAZM | SHEKAR | LILAK
ONE_WORD: Final = frozenset("بهتر بهترین کمتر کمترین بیشتر بیشترین برتر برترین مهتر کهتر".split())
"""Written joined by everybody: here تر is no ending."""
_SHORT_FIRSTS: Final = frozenset(
    "به بر بی هم در نا ده یک پر کم سه دو هر چه این آن هیچ پیش غیر".split()
)
_NAMES_END: Final = frozenset("پور فر نیا زاده نژاد کیا لو فرد راد منش دوست وند".split())
_SURER: Final = 10
"""How much more often than a doubtful glued word its parts must be expected."""
_LEAST_COUNT: Final = 120
"""How often, in a hundred million words, a part of a cut word must be expected."""
_KEPT: Final = 400_000


class Word:
    """A written word as the analysis sees it.

    role      PLAIN, ENDING, MI or AND
    raw       its skeleton
    terms     the terms that it gives by itself
    compound  the term of the whole, where it was glued of two parts
    first     its stem, as the second of a pair; of «برمی» the prefix
    last      its skeleton, as the first of a pair
    begins    whether any pair begins with ``last``
    ends      whether any pair ends with the word
    mi        its infinitive where می stands before it
    """

    __slots__ = ("begins", "compound", "ends", "first", "last", "mi", "raw", "role", "terms")

    def __init__(self, raw: str, *terms: str, role: int = PLAIN, first: str = "") -> None:
        self.raw, self.terms, self.role = raw, terms, role
        self.first, self.last = first or raw, raw
        self.compound = self.mi = ""
        self.begins = self.ends = False

    def shut(self) -> "Word":
        """Return the word with an ending behind it: it begins no pair any more."""
        if not self.begins:
            return self
        word = Word(self.raw, *self.terms, role=self.role, first=self.first)
        word.compound, word.mi = self.compound, self.mi
        return word


class Words:
    """Written words, analysed by a lexicon and a vocabulary."""

    def __init__(self, lexicon: Lexicon, vocabulary: "Vocabulary") -> None:
        self._lexicon, self._vocabulary = lexicon, vocabulary
        self.read = lru_cache(_KEPT)(self._read)
        self.stem = lru_cache(_KEPT)(self._stem)
        self.pair = lru_cache(_KEPT)(self._find_pair)
        self._known = lru_cache(_KEPT)(self._is_known)

    def _find_pair(self, first: str, second: str, stem: str) -> str | None:
        """Return what ``first``, a skeleton, makes with the word after it."""
        found = self._vocabulary.pair(first, second)
        return found or (self._vocabulary.pair(first, stem) if stem != second else None)

    def prefix_of(self, word: Word | None) -> str:
        """Return the word if verbs have it for a prefix: «بر», «در»."""
        return word.raw if word and word.raw in PREFIXED else ""

    def _read(self, written: str) -> Word:
        """Return what ``written``, a piece of text, is."""
        raw = skeleton(written)
        if raw in CONTINUOUS:
            prefix = raw.removesuffix("می").removesuffix("ن")
            word = Word(raw, fold(raw), role=MI)
            word.first = prefix
        elif raw == "و":
            word = Word(raw, raw, role=AND)
        elif written in ENDINGS:
            word = Word(raw, fold(raw), role=ENDING)
        else:
            word = self._plain(raw)
        word.mi = self.behind("", raw) or ""
        ends = self._vocabulary.ends_pair
        word.ends = ends(raw) or (word.first != raw and ends(word.first))
        return word

    def _plain(self, raw: str) -> Word:
        if verb := self._glued_mi(raw):
            return Word(raw, verb)
        stem = self.stem(raw)
        if parts := self._parts(raw, stem):
            first, second, compound = parts
            word = Word(raw, *self.read(first).terms, *self.read(second).terms)
            word.first, word.compound, word.last = "", compound, ""
            return word
        word = Word(raw, fold(stem), first=stem)
        word.last = self._vocabulary.double(raw) or raw
        word.begins = self._vocabulary.begins_pair(word.last)
        return word

    def _glued_mi(self, word: str) -> str | None:
        """Return the infinitive of «میرود», «نمیرفتند», «برمیگردد»."""
        for mi in _MIS:
            if word.startswith(mi) and len(word) > len(mi) + 1:
                prefix = mi.removesuffix("می").removesuffix("ن")
                if verb := self.behind(prefix, word[len(mi) :]):
                    return None if self._lexicon.sources(word) & HAZM else verb
        return None

    def behind(self, prefix: str, form: str) -> str | None:
        """Return the infinitive of what stands behind ``prefix`` and می."""
        for rest in (form, *(form.removesuffix(owner) for owner in _OWNERS)):
            if len(rest) > 1 and (verb := self._vocabulary.behind_mi(prefix + rest)):
                return verb
        for being in BEINGS:  # «می رفتهاند»
            rest = form.removesuffix(being)
            if rest != form and rest.endswith("ه"):
                return self._vocabulary.behind_mi(prefix + rest)
        return None

    # Stems -----------------------------------------------------------------------------
    def _stem(self, word: str) -> str:
        """Return the stem of a skeleton: the word itself, without its endings, or a verb's."""
        if other := self._vocabulary.double(word):
            return other
        if "آ" in word[1:] and self._lexicon.sources(plain := word[0] + fold(word[1:])) & HAZM:
            return word if self._lexicon.sources(word) & HAZM else plain
        if verb := self._vocabulary.infinitive(word):
            return verb
        for rest in self._without_ending(word):
            return self.stem(rest)
        return word

    def _without_ending(self, word: str) -> Iterator[str]:
        """Yield what is left of a word without its last ending, the best first."""
        sources = self._lexicon.sources(word)
        if sources & HAZM:
            if word.endswith("گان") and self._lexicon.sources(word[:-3] + "ه") & HAZM:
                yield word[:-3] + "ه"
            return
        yield from self._without_being(word)
        yield from self._without_plural(word, sources)
        for ending in _COMPARED:
            if word.endswith(ending) and self._known(word[: -len(ending)]):
                yield word[: -len(ending)]
        if not sources:
            yield from self._without_owner(word, _LONG_OWNERS)
        yield from self._without_an(word)
        if not sources:
            yield from self._without_owner(word, _SHORT_OWNERS)

    def _without_being(self, word: str) -> Iterator[str]:
        """Yield «رفته» of «رفتهاند», «خانه» of «خانهای» and «خانهی», «زندگی» of «زندگیاش»."""
        for ending in (*BEINGS, "ی"):
            rest = word.removesuffix(ending)
            if rest == word or rest[-1:] not in _TAKES_APART[ending[0]] or not self._known(rest):
                continue
            if ending != "ای" or self._means_ei(rest):
                yield rest

    def _means_ei(self, rest: str) -> bool:
        """Say whether «حرفهای» is «حرفه» with «ای» rather than «حرف» with «های»."""
        noun = rest[:-1]
        if not self._known(noun):
            return True
        if (told := self._vocabulary.means_ei(rest)) is not None:
            return told
        if self._lexicon.join(rest, "ای").sources.bit_count() > 1:
            return True
        return self._lexicon.count(rest) > self._lexicon.count(noun)

    def _without_plural(self, word: str, sources: int) -> Iterator[str]:
        if word[-2:] in ("ای", "وی") and self._lexicon.sources(word[:-1]) & HAZM:
            yield word[:-1]  # «انتهای» is «انتها»
        for ending in _PLURAL_ENDINGS:
            if word.endswith(ending):
                rest = word[: -len(ending)]
                if len(rest) > 1 and (self._known(rest) or (not sources and len(rest) > 2)):
                    yield rest

    def _without_an(self, word: str) -> Iterator[str]:
        """Yield «کارگر» of «کارگران», «دانشجو» of «دانشجویان», «برگزیده» of «برگزیدگان»."""
        if word.endswith("گان") and self._known(word[:-3] + "ه"):
            yield word[:-3] + "ه"
        for ending in ("یان", "ان"):
            rest = word.removesuffix(ending)
            is_word = rest != word and len(rest) > 2 and self._lexicon.sources(rest) & HAZM
            if is_word and (ending == "ان" or rest[-1] in "او"):
                yield rest

    def _without_owner(self, word: str, endings: tuple[str, ...]) -> Iterator[str]:
        """Yield «کتاب» of «کتابش», «صدا» of «صدای», «کتاب» of «کتابی»."""
        for ending in endings:
            rest = word.removesuffix(ending)
            if rest != word and self._known(rest) and not self._is_rare(rest):
                yield rest

    def _is_rare(self, word: str) -> bool:
        listed = self._lexicon.sources(word) & LILAK or self._vocabulary.double(word)
        return not listed and self._lexicon.count(word) <= _RARE

    def _is_known(self, word: str) -> bool:
        return len(word) > 1 and (
            bool(self._lexicon.sources(word) & KNOWN) or self._vocabulary.double(word) is not None
        )

    # Glued words -----------------------------------------------------------------------
    def _parts(self, word: str, stem: str) -> tuple[str, str, str] | None:
        """Return the two parts of a glued word and the compound's term ("" where not known)."""
        known = self._lexicon.sources(word) | self._lexicon.sources(stem)
        if known & (HAZM | LILAK) or self._vocabulary.double(stem):
            return None
        if word.endswith("هاست") and self._known(word[:-3]):
            return word[:-3], "است", ""
        for form in dict.fromkeys((word, *self._shorter(word), stem)):
            for at in range(2, len(form) - 1):
                first, second = form[:at], form[at:]
                pair = self.pair(first, second, self.stem(second))
                if pair and pair[0] != "=":
                    return first, second, pair
        return self._guessed(word)

    def _shorter(self, word: str) -> Iterator[str]:
        while rest := next(self._without_ending(word), None):
            yield rest
            word = rest

    def _guessed(self, word: str) -> tuple[str, str, str] | None:
        """Return the two known words that an unknown one is glued of, the most frequent two."""
        best: tuple[float, str, str] | None = None
        least = max(_LEAST_COUNT, self._lexicon.count(word) * _SURER)
        for at in range(2, len(word) - 1):
            first, second = word[:at], word[at:]
            if (at < 3 and first not in _SHORT_FIRSTS) or (first[-1] in NON_JOINING and at < 4):
                continue
            if second in _NAMES_END and self._known(self.stem(first)):
                return first, second, ""
            count = min(self._expected(first), self._expected(second))
            if count > least and len(second) > 2 and (best is None or count > best[0]):
                best = count, first, second
        return (best[1], best[2], "") if best else None

    def _expected(self, part: str) -> float:
        stem = self.stem(part)
        return self._lexicon.count(stem) if self._lexicon.sources(stem) & HAZM else 0.0
