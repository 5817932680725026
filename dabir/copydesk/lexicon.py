"""What the desk knows of words: from dictionaries, and from the paper's own archive.

Being in a dictionary says little (half of all slips are words there too); how often a word
is written, and beside which, says nearly all. So a lexicon answers in counts and shares.
Words are asked for by their skeleton (``dabir.persian.letters.skeleton``).
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property, lru_cache, partial
from operator import add
from pathlib import Path
from typing import Any, Final, NamedTuple
from zlib import crc32

import marisa_trie

from dabir.copydesk.fingerprint import fingerprint
from dabir.copydesk.shelf import Shelf
from dabir.persian.forms import stems

BILLION: Final = 1e9
EXPECTED: Final = 0.001
"""What a share in a billion counts beside a word that was seen."""
NOBODY: Final = -1
CACHED: Final = 200_000
"""Words and pairs whose answer is kept."""
HARDLY_SEEN: Final = 3
"""A word that the archive has so often is a word of its own."""


ALPHABET: Final = "ءآابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
LETTER_NUMBERS: Final = {letter: number for number, letter in enumerate(ALPHABET, start=1)}
OTHER_LETTER: Final = len(ALPHABET) + 1
LETTER_KINDS: Final = len(ALPHABET) + 2
"""Numbers of letters in the table of their likelihoods: 0 is the edge of a word."""
TRIGRAMS: Final = LETTER_KINDS**3


class Gaps(NamedTuple):
    """How a pair is written.

    half        times with a half-space
    space       times with a blank, in stories that use half-spaces
    dictionary  a dictionary joins it with a half-space
    sources     which dictionaries do: bits of ``dictionaries``
    """

    half: int = 0
    space: int = 0
    dictionary: bool = False
    sources: int = 0


class Join(NamedTuple):
    """Who joins a pair with a half-space: the archive so often, and which dictionaries.

    ``space`` is how often the archive has a blank there; 0 too where nobody joins them.
    """

    half: int = 0
    space: int = 0
    sources: int = 0


NOT_JOINED: Final = Join()


class Lexicon:
    """A lexicon in a mapped file; see ``compiling`` for how it is made."""

    def __init__(self, path: Path) -> None:
        shelf = Shelf(path)
        self.facts = shelf.facts
        self._numbers = marisa_trie.Trie()
        self._numbers.frombytes(bytes(shelf.part("words")))
        self._spellings = marisa_trie.BytesTrie()
        self._spellings.frombytes(bytes(shelf.part("spellings")))
        self._prior, self._sources = shelf.part("prior", "f"), shelf.part("sources")
        self._seen, self._stories = shelf.part("seen", "I"), shelf.part("stories", "I")
        self._followers, self._leaders = shelf.part("followers", "I"), shelf.part("leaders", "I")
        self._pairs, self._pair_counts = shelf.part("pairs", "Q"), shelf.part("pair_counts", "I")
        self._pair_spaces = shelf.part("pair_spaces", "H")
        self._joins = shelf.part("joins", "Q")
        self._join_half = shelf.part("join_half", "I")
        self._join_space = shelf.part("join_space", "I")
        self._join_dictionary = shelf.part("join_dictionary")
        self._begins, self._ends = shelf.part("begins", "I"), shelf.part("ends", "I")
        self._trigrams: list[float] = shelf.part("trigrams", "f").tolist()
        self._slips, self._slip_words = shelf.part("slips", "I"), shelf.part("slip_words", "I")
        is_foretold = shelf.facts.get("foretold_by") == fingerprint()
        self._foretold = shelf.part("foretold") if is_foretold else b""
        self.total: int = shelf.facts["seen"]
        self.number = lru_cache(CACHED)(self._number)
        self._pairs_of = lru_cache(CACHED // 4)(partial(self._row, self._pairs, self._followers))
        self._joins_of = lru_cache(CACHED // 4)(partial(self._row, self._joins, self._begins))
        self.gaps = lru_cache(CACHED)(self._gaps)
        self.letters = lru_cache(CACHED // 4)(self._letters)
        self.is_new = lru_cache(CACHED)(self._is_new)

    def __contains__(self, word: str) -> bool:
        return word in self._numbers

    def words(self) -> Iterator[str]:
        """Yield every word."""
        return iter(self._numbers.iterkeys())

    def written_otherwise(self) -> Iterator[tuple[str, str]]:
        """Yield the words whose spelling is more than their skeleton, with the spelling."""
        for word, written in self._spellings.iteritems():
            yield word, written.decode()

    def joined(self) -> Iterator[tuple[str, str, int]]:
        """Yield the pairs that dictionaries join with a half-space, and which do."""
        low, restore = (1 << 32) - 1, self._numbers.restore_key
        for key, sources in zip(self._joins, self._join_dictionary, strict=True):
            if sources:
                yield restore(key >> 32), restore(key & low), sources

    def heads(self, word: str) -> list[str]:
        """Return the words that ``word`` begins with, the shortest first."""
        heads: list[str] = self._numbers.prefixes(word)
        return heads

    def _number(self, word: str) -> int:
        number: int = self._numbers.get(word, NOBODY)
        return number

    def seen(self, word: str) -> int:
        """Return how often the archive has ``word``."""
        number = self.number(word)
        return 0 if number == NOBODY else self._seen[number]

    def stories(self, word: str) -> int:
        """Return in how many stories the archive has ``word``."""
        number = self.number(word)
        return 0 if number == NOBODY else self._stories[number]

    def sources(self, word: str) -> int:
        """Return which dictionaries have ``word``: bits of ``dictionaries``, 0 for none."""
        number = self.number(word)
        return 0 if number == NOBODY else self._sources[number]

    def known(self, word: str) -> bool:
        """Say whether a dictionary has ``word``."""
        return self.sources(word) > 0

    def _is_new(self, word: str) -> bool:
        """Say whether ``word`` is neither in a dictionary nor often in the archive: a new name?

        A word with an ending («ابزارهای», «سخنانش») is as old as what is left without it.
        """
        if self.known(word) or self.seen(word) >= HARDLY_SEEN:
            return False
        return not any(map(self.known, stems(word)[1:]))

    def foretold(self, word: str) -> int:
        """Return what the desk finds of ``word`` by itself: see ``foretelling``; 0 if not asked."""
        number = self.number(word)
        return 0 if number == NOBODY or not self._foretold else self._foretold[number]

    def prior(self, word: str) -> float:
        """Return the share of ``word`` among words as the dictionaries expect it."""
        number = self.number(word)
        return 0.0 if number == NOBODY else float(self._prior[number]) / BILLION

    def counted(self, word: str) -> tuple[int, float, int]:
        """Return how often ``word`` is seen, its share as expected, and its dictionaries."""
        number = self.number(word)
        if number == NOBODY:
            return 0, 0.0, 0
        return self._seen[number], self._prior[number] / BILLION, self._sources[number]

    @cached_property
    def most_expected(self) -> float:
        """The share of the word that the dictionaries expect most often."""
        return float(max(self._prior, default=0.0)) / BILLION

    def count(self, word: str) -> float:
        """Return how often ``word`` is seen or expected in a hundred million words."""
        number = self.number(word)
        if number == NOBODY:
            return 0.0
        share = self._seen[number] / self.total if self.total else 0.0
        return float(1e8 * max(share, self._prior[number] / BILLION))

    def followers(self, word: str) -> int:
        """Return how many different words the archive has after ``word``."""
        number = self.number(word)
        return 0 if number == NOBODY else self._followers[number]

    def leaders(self, word: str) -> int:
        """Return how many different words the archive has before ``word``."""
        number = self.number(word)
        return 0 if number == NOBODY else self._leaders[number]

    def begins(self, word: str) -> int:
        """Return how many compounds with a half-space begin with ``word``."""
        number = self.number(word)
        return 0 if number == NOBODY else self._begins[number]

    def ends(self, word: str) -> int:
        """Return how many compounds with a half-space end with ``word``."""
        number = self.number(word)
        return 0 if number == NOBODY else self._ends[number]

    def pair(self, first: str, second: str) -> int:
        """Return how often the archive has the two side by side, whatever is between them."""
        at = self._pair_at(first, second)
        return 0 if at == NOBODY else self._pair_counts[at]

    def _pair_at(self, first: str, second: str) -> int:
        begin, end, key = self._pairs_of(first)
        if begin == end or (b := self.number(second)) == NOBODY:
            return NOBODY
        at = bisect_left(self._pairs, key | b, begin, end)
        return at if at < end and self._pairs[at] == key | b else NOBODY

    def _row(self, keys: Any, sizes: Any, first: str) -> tuple[int, int, int]:
        """Return where the keys that begin with a word stand, and what they have of it."""
        a = self.number(first)
        if a == NOBODY or not sizes[a]:
            return 0, 0, 0
        begin = bisect_left(keys, a << 32)
        return begin, min(begin + sizes[a], len(keys)), a << 32

    def _gaps(self, first: str, second: str) -> Gaps:
        """Return how the two are written together."""
        join = self.join(first, second)
        if join is NOT_JOINED:
            return Gaps(0, self.pair(first, second))
        return Gaps(join.half, join.space, join.sources > 0, join.sources)

    def join(self, first: str, second: str) -> Join:
        """Return who joins the two with a half-space; for nearly all pairs nobody does."""
        begin, end, key = self._joins_of(first)
        if begin == end or (b := self.number(second)) == NOBODY or not self._ends[b]:
            return NOT_JOINED
        at = bisect_left(self._joins, key | b, begin, end)
        if at == end or self._joins[at] != key | b:
            return NOT_JOINED
        return Join(self._join_half[at], self._join_space[at], self._join_dictionary[at])

    def _letters(self, word: str) -> float:
        """Return the logarithm of how likely the letters of ``word`` follow one another."""
        trigrams, total, at = self._trigrams, 0.0, 0
        for c in [LETTER_NUMBERS.get(letter, OTHER_LETTER) for letter in word] + [0]:
            at = (at * LETTER_KINDS + c) % TRIGRAMS  # the last three letters
            total += trigrams[at]
        return total

    def near(self, word: str, most: int) -> list[str]:
        """Return words worth suggesting that are about one letter away from ``word``.

        Found by what is left when one letter is dropped on either side (W. Garbe's
        symmetric deletion), so that changed and swapped letters are among them; the ``most``
        frequent ones, the most frequent first.
        """
        found: set[int] = set()
        index, words = self._slips, self._slip_words
        for rest in {word, *[word[:i] + word[i + 1 :] for i in range(len(word))]}:
            key = crc32(rest.encode())
            at = bisect_left(index, key)
            found.update(words[at : bisect_right(index, key, at)])
        ranked = sorted(found, key=self._ranks.__getitem__, reverse=True)
        return list(map(self._numbers.restore_key, ranked[:most]))

    @cached_property
    def _ranks(self) -> "array[float]":
        """How often each word is seen or expected, to compare them by."""
        return array("d", map(add, self._seen, map(EXPECTED.__mul__, self._prior)))

    def half_spaces(self, first: str, second: str) -> tuple[int, int, int]:
        """Return how often the two are written with half-space, with a blank, and as one.

        Blanks count where the story uses half-spaces elsewhere.
        """
        return *self.written(first, second), self.seen(first + second)

    def written(self, first: str, second: str) -> tuple[int, int]:
        """Return how often the two are written with half-space, and with a blank."""
        join = self.join(first, second)
        return join.half, self._spaces(first, second) if join is NOT_JOINED else join.space

    def _spaces(self, first: str, second: str) -> int:
        at = self._pair_at(first, second)
        return 0 if at == NOBODY else self._pair_spaces[at]

    def compound(self, first: str, second: str) -> bool:
        """Say whether a dictionary joins the two with a half-space."""
        return self.join(first, second).sources > 0

    def spelling(self, word: str) -> str:
        """Return how ``word``, a skeleton, is written: «مسیول» -> «مسئول»."""
        found = self._spellings.get(word)
        return found[0].decode() if found else word
