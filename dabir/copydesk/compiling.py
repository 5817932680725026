"""The making of a lexicon: dictionaries and counts, packed for quick reading.

    dictionaries ┐
                 ├─> Words, pairs, joins ─> shelf (one mapped file) ─> lexicon.Lexicon
    counts ──────┘

Words are numbered by a trie; every fact of a word stands in an array at its number. Pairs
are sorted keys (number of the first << 32 | number of the second) beside their counts.
"""

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final
from zlib import crc32

import marisa_trie
import numpy as np

from dabir.copydesk.counts import Counts
from dabir.copydesk.dictionaries import Dictionary
from dabir.copydesk.lexicon import LETTER_KINDS, LETTER_NUMBERS, OTHER_LETTER
from dabir.copydesk.pieces import NO_WORDS
from dabir.copydesk.shelf import Shelf, write_shelf

MOST_PAIRS: Final = 8_000_000
"""More pairs than this are not kept: the rarest go, so that the file stays under 150 MB."""
MOST_SPACES: Final = 65_535
BILLION: Final = 1e9
LEAST_SEEN: Final = 3
"""A word in no dictionary is suggested when the archive has it so often."""


@dataclass
class Stock:
    """What goes into a lexicon, before it is packed."""

    prior: dict[str, float] = field(default_factory=dict)
    sources: dict[str, int] = field(default_factory=dict)
    spellings: dict[str, str] = field(default_factory=dict)
    compounds: dict[tuple[str, str], int] = field(default_factory=dict)


def stock(dictionary: Dictionary) -> Stock:
    """Return what the dictionaries give to a lexicon."""
    return Stock(
        prior={word: dictionary.frequency(word) for word in dictionary.sources},
        sources=dict(dictionary.sources),
        spellings={
            word: max(written, key=lambda form: (written[form], form))
            for word, written in dictionary.spellings.items()
        },
        compounds=dict(dictionary.compounds),
    )


def compile_base(dictionary: Dictionary, path: Path) -> None:
    """Write the lexicon of a paper without an archive."""
    _Compiler(stock(dictionary)).write(path)


def compile_learnt(base: Path, counts: Counts, path: Path) -> None:
    """Write the lexicon ``base`` together with what an archive has taught."""
    compiler = _Compiler(_stock_of(Shelf(base)))
    compiler.take(counts)
    compiler.write(path)


class _Compiler:
    def __init__(self, base: Stock) -> None:
        self.base = base
        self.words: dict[int, tuple[str, int, int]] = {}
        self.pairs = np.zeros((0, 5), dtype=np.int64)
        self.facts: dict[str, Any] = {"stories": 0}

    def take(self, counts: Counts) -> None:
        self.words = {
            row[0]: row[1:]
            for row in counts.rows("SELECT id, word, n, stories FROM word WHERE n > 0")
        }
        least = 1 if counts.pairs <= 4 * MOST_PAIRS else 2
        rows = counts.rows(f"SELECT a, b, n, half, space FROM pair WHERE n >= {least:d}")  # noqa: S608
        flat = array("q")
        for row in rows:
            flat.extend(row)
        self.pairs = np.frombuffer(flat, dtype=np.int64).reshape(-1, 5)
        self.facts["stories"] = counts.stories
        self._take_spellings(counts)

    def _take_spellings(self, counts: Counts) -> None:
        """Let the archive say how a word is written, where it writes it with special letters."""
        best: dict[int, tuple[int, str]] = {}
        marked: dict[int, int] = {}
        for word, written, n in counts.rows("SELECT word, written, n FROM spelling WHERE n > 0"):
            best[word] = max(best.get(word, (0, "")), (n, written))
            marked[word] = marked.get(word, 0) + n
        for number, (n, written) in best.items():
            if number in self.words:
                word, total, _ = self.words[number]
                plain = total - marked[number]
                if n >= plain:
                    self.base.spellings[word] = written
                elif word not in self.base.sources:
                    self.base.spellings.pop(word, None)

    def write(self, path: Path) -> None:
        trie = marisa_trie.Trie(
            {*self.base.sources, *NO_WORDS, *(word for word, _, _ in self.words.values())}
        )
        size = len(trie)
        prior, sources = np.zeros(size, "<f4"), np.zeros(size, "<u1")
        seen, stories = np.zeros(size, "<u4"), np.zeros(size, "<u4")
        for word, share in self.base.prior.items():
            prior[trie[word]] = share * BILLION
        for word, flags in self.base.sources.items():
            sources[trie[word]] = flags
        numbers = np.zeros(max(self.words, default=0) + 1, dtype=np.int64)
        for number, (word, n, in_stories) in self.words.items():
            numbers[number] = at = trie[word]
            seen[at], stories[at] = n, in_stories
        parts = {
            "words": trie.tobytes(),
            "prior": prior.tobytes(),
            "sources": sources.tobytes(),
            "seen": seen.tobytes(),
            "stories": stories.tobytes(),
            "spellings": _spellings(self.base.spellings),
        }
        parts |= self._pair_parts(trie, numbers, size)
        good = [
            word for word in trie if self._is_worth(word, seen[trie[word]], sources[trie[word]])
        ]
        parts |= {"trigrams": _trigrams(good), **_slips(good, trie)}
        self.facts |= {"words": size, "seen": int(seen.sum())}
        write_shelf(path, parts, self.facts)

    @staticmethod
    def _is_worth(word: str, seen: int, sources: int) -> bool:
        """Say whether ``word`` may be suggested: a dictionary has it, or the archive, often."""
        return len(word) > 1 and word not in NO_WORDS and (sources > 0 or seen >= LEAST_SEEN)

    def _pair_parts(
        self, trie: marisa_trie.Trie, numbers: "np.ndarray[Any, Any]", size: int
    ) -> dict[str, bytes]:
        a, b = numbers[self.pairs[:, 0]], numbers[self.pairs[:, 1]]
        n = self.pairs[:, 2]
        followers = np.bincount(a, minlength=size).astype("<u4")
        leaders = np.bincount(b, minlength=size).astype("<u4")
        keys = (a.astype("<u8") << np.uint64(32)) | b.astype("<u8")
        kept = n >= _least(n)
        order = np.argsort(keys[kept])
        self.facts["pairs"] = int(kept.sum())
        joins = _joins(self.base.compounds, trie, keys, self.pairs[:, 3], self.pairs[:, 4])
        return {
            "followers": followers.tobytes(),
            "leaders": leaders.tobytes(),
            "pairs": keys[kept][order].tobytes(),
            "pair_counts": n[kept][order].astype("<u4").tobytes(),
            "pair_spaces": self.pairs[:, 4][kept][order]
            .clip(0, MOST_SPACES)
            .astype("<u2")
            .tobytes(),
            **joins,
        }


def _least(n: "np.ndarray[Any, Any]") -> int:
    """Return the smallest count that keeps the pairs within bounds."""
    least = 1
    while int((n >= least).sum()) > MOST_PAIRS:
        least += 1
    return least


def _joins(
    compounds: Mapping[tuple[str, str], int],
    trie: marisa_trie.Trie,
    keys: "np.ndarray[Any, Any]",
    half: "np.ndarray[Any, Any]",
    space: "np.ndarray[Any, Any]",
) -> dict[str, bytes]:
    """Return the pairs that somebody writes with a half-space, and how often who does."""
    joined = half > 0
    rows = {
        int(key): [int(h), int(s), 0]
        for key, h, s in zip(keys[joined], half[joined], space[joined], strict=True)
    }
    of_keys = {int(key): int(s) for key, s in zip(keys[~joined], space[~joined], strict=True) if s}
    for (a, b), sources in compounds.items():
        if a in trie and b in trie:
            key = trie[a] << 32 | trie[b]
            rows.setdefault(key, [0, of_keys.get(key, 0), 0])[2] = sources
    order = sorted(rows)
    size = len(trie)
    packed = np.array(order, dtype="<u8")
    return {
        "begins": np.bincount((packed >> np.uint64(32)).astype(int), minlength=size)
        .astype("<u4")
        .tobytes(),
        "ends": np.bincount((packed & np.uint64(0xFFFFFFFF)).astype(int), minlength=size)
        .astype("<u4")
        .tobytes(),
        "joins": array("Q", order).tobytes(),
        "join_half": array("I", (int(rows[key][0]) for key in order)).tobytes(),
        "join_space": array("I", (int(rows[key][1]) for key in order)).tobytes(),
        "join_dictionary": bytes(rows[key][2] for key in order),
    }


def _trigrams(words: Iterable[str]) -> bytes:
    """Return logarithms of how likely a letter follows two others in the words of the lexicon.

    Every word counts once, however frequent; unseen sequences get a share as if each letter
    had been seen 0.3 times there.
    """
    counts = np.full((LETTER_KINDS, LETTER_KINDS, LETTER_KINDS), 0.3)
    for word in words:
        a = b = 0
        for c in [LETTER_NUMBERS.get(letter, OTHER_LETTER) for letter in word] + [0]:
            counts[a, b, c] += 1
            a, b = b, c
    return bytes(np.log(counts / counts.sum(axis=2, keepdims=True)).astype("<f4").tobytes())


def _slips(words: Iterable[str], trie: marisa_trie.Trie) -> dict[str, bytes]:
    """Return every word under the sums of what is left of it without one of its letters."""
    rows = {
        (crc32(rest.encode()), trie[word])
        for word in words
        for rest in (word, *(word[:i] + word[i + 1 :] for i in range(len(word))))
    }
    table = np.array(sorted(rows), dtype="<u4").reshape(-1, 2)
    return {"slips": table[:, 0].tobytes(), "slip_words": table[:, 1].tobytes()}


def _spellings(spellings: Mapping[str, str]) -> bytes:
    special = [(word, form.encode()) for word, form in spellings.items() if form != word]
    return bytes(marisa_trie.BytesTrie(special).tobytes())


def _stock_of(base: Shelf) -> Stock:
    trie, special = marisa_trie.Trie(), marisa_trie.BytesTrie()
    trie.frombytes(bytes(base.part("words")))
    special.frombytes(bytes(base.part("spellings")))
    prior, sources = base.part("prior", "f"), base.part("sources")
    words = [(word, trie[word]) for word in trie if word not in NO_WORDS]
    return Stock(
        prior={word: prior[at] / BILLION for word, at in words},
        sources={word: sources[at] for word, at in words},
        spellings={word: form.decode() for word, form in special.items()},
        compounds=dict(_compounds(base, trie)),
    )


def _compounds(base: Shelf, trie: marisa_trie.Trie) -> Iterable[tuple[tuple[str, str], int]]:
    keys, dictionary = base.part("joins", "Q"), base.part("join_dictionary")
    for key, sources in zip(keys, dictionary, strict=True):
        yield (trie.restore_key(key >> 32), trie.restore_key(key & 0xFFFFFFFF)), sources
