"""Dictionaries as the lexicon takes them in: words, how frequent, joined how.

Sources, taken for their data alone (versions and sums: ``requirements/lexicon.txt`` and
``package-lock.json``; licences: ``docs/reference/licences.md``):

    hazm           words.dat: words with counts of a web corpus and parts of speech; verbs.dat
    shekar         vocab.csv: words with counts; compound_words.csv; verbs.csv
    dictionary-fa  index.dic: the words of the Lilak spelling dictionary

A count of a web corpus is no count of a newspaper («دوستان» is as frequent there as «به»):
the frequency of a word is the geometric mean of what the two corpora say.
"""

import csv
import io
import itertools
import math
import re
import tarfile
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Final

from dabir.persian import verbs
from dabir.persian.letters import HALF_SPACE, skeleton

HAZM: Final = 1
SHEKAR: Final = 2
LILAK: Final = 4
VERB: Final = 8
"""A form that was generated from the stems of a verb."""
UNCOUNTED: Final = 16
"""A compound of hazm's list that no corpus counts, though its grammar is named."""
BARE: Final = 32
"""A compound of hazm's list without count and grammar: few, and nearly all right."""
LISTED: Final = 64
"""A compound of shekar's list of compounds, where many a phrase is among them."""

RARE: Final = 0.3
"""What the frequency of a word is multiplied with that only one of the corpora counts."""

COMPARED: Final = {"st", "su"}
"""What index.dic calls the endings تر and ترین, joined and apart."""

_PERSIAN: Final = re.compile("^[\u0621-\u06d3\u200c \u064b-\u0655]+$")


@dataclass
class Dictionary:
    """What the dictionaries say together, by the skeletons of the pieces of words."""

    sources: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    counts: dict[int, Counter[str]] = field(
        default_factory=lambda: {HAZM: Counter(), SHEKAR: Counter()}
    )
    compounds: dict[tuple[str, str], int] = field(default_factory=lambda: defaultdict(int))
    spellings: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def add(self, word: str, source: int, count: float = 0, joined: int = 0) -> None:
        """Take in a word of one or several pieces; ``joined`` says who joins them, if others."""
        self.join(word, joined or source)
        if not _PERSIAN.match(word):
            return
        for written in word.replace(" ", HALF_SPACE).split(HALF_SPACE):
            if part := skeleton(written):
                self.sources[part] |= source
                self.spellings[part][written] += int(count) + 1
                if source in self.counts:
                    self.counts[source][part] += int(count)

    def join(self, word: str, source: int) -> None:
        """Take in that the pieces of a word are joined with half-spaces."""
        if HALF_SPACE in word and _PERSIAN.match(word):
            for pair in itertools.pairwise(filter(None, map(skeleton, word.split(HALF_SPACE)))):
                self.compounds[pair] |= source

    def frequency(self, word: str) -> float:
        """Return how often ``word`` is expected in a word of text: 0 when no corpus counts it."""
        shares = [
            counter[word] / total
            for counter, total in ((c, self._totals[s]) for s, c in self.counts.items())
            if counter[word]
        ]
        if len(shares) == 2:
            return math.sqrt(shares[0] * shares[1])
        return RARE * shares[0] if shares else 0.0

    @cached_property
    def _totals(self) -> dict[int, int]:
        return {source: max(1, counter.total()) for source, counter in self.counts.items()}


def read_dictionaries(hazm: Path, shekar: Path, lilak: Path) -> Dictionary:
    """Return what the packages say; ``hazm`` and ``shekar`` are wheels, ``lilak`` a tarball."""
    dictionary = Dictionary()
    with zipfile.ZipFile(hazm) as wheel:
        for word, count, part_of_speech in _rows(wheel, "hazm/data/words.dat", "\t"):
            # The list has 150,000 words that no corpus counts and no grammar names.
            if count != "0" or part_of_speech != "0":
                dictionary.add(word, HAZM, float(count), HAZM if count != "0" else UNCOUNTED)
            else:
                dictionary.join(word, BARE)
    with zipfile.ZipFile(shekar) as wheel:
        for word, count in _rows(wheel, "shekar/data/files/vocab.csv", ","):
            dictionary.add(word, SHEKAR, float(count))
        for (word,) in _rows(wheel, "shekar/data/files/compound_words.csv", ","):
            dictionary.add(word, SHEKAR, joined=LISTED)
    with tarfile.open(lilak) as package:
        for word, endings in _lilak(package):
            dictionary.add(word, LILAK)
            if COMPARED & endings:
                dictionary.join(f"{word}{HALF_SPACE}تر", LILAK)
                dictionary.join(f"{word}{HALF_SPACE}ترین", LILAK)
    for form in verbs.all_forms(verbs.read_verbs(verb_lines(hazm, shekar))):
        dictionary.add(form, VERB)
    return dictionary


def verb_lines(hazm: Path, shekar: Path) -> list[str]:
    """Return the verbs that the packages list, as ``verbs.read_verbs`` takes them."""
    with zipfile.ZipFile(hazm) as wheel:
        lines = _text(wheel, "hazm/data/verbs.dat").splitlines()
    with zipfile.ZipFile(shekar) as wheel:
        return lines + _text(wheel, "shekar/data/files/verbs.csv").splitlines()


def _text(wheel: zipfile.ZipFile, name: str) -> str:
    return wheel.read(name).decode("utf-8")


def _rows(wheel: zipfile.ZipFile, name: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(_text(wheel, name)), delimiter=delimiter, quoting=csv.QUOTE_NONE)


def _lilak(package: tarfile.TarFile) -> Iterator[tuple[str, set[str]]]:
    """Yield the words and the names of the endings that each can take."""
    file = package.extractfile("package/index.dic")
    if file is None:  # pragma: no cover
        raise ValueError("dictionary-fa holds no index.dic.")
    for line in file.read().decode("utf-8").splitlines()[1:]:
        word, _, endings = line.partition("/")
        yield word.strip(), set(map("".join, zip(endings[::2], endings[1::2], strict=False)))
