"""The whole that a paragraph is a part of: what its story says elsewhere."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from dabir.copydesk.lexicon import Lexicon

SHORTEST: Final = 5
"""Letters of a name that is compared within a story: shorter ones are too much alike."""
SEVERAL: Final = 2
"""A name that a story has so often is spelt on purpose."""
Parted = dict[str, tuple[str, str]]


class Story(Mapping[str, int]):
    """How often words stand in a story, by skeletons, and which new names it has several times.

    ``parted`` are the words that the story has in two as well: «دبیرشورای» and «دبیر شورای».
    Two words with a blank between are counted as one string with a blank.
    """

    def __init__(
        self,
        counts: Mapping[str, int],
        names: frozenset[str] = frozenset(),
        parted: Parted | None = None,
    ) -> None:
        self._counts = counts
        self._names = names
        self._parted = parted or {}
        self.asked: dict[str, int] = {}
        self.asked_names: frozenset[str] | None = None
        self.asked_parted: tuple[frozenset[str], Parted] = frozenset(), {}

    @classmethod
    def of(cls, counts: Mapping[str, int], lexicon: Lexicon) -> "Story":
        """Return the story with these counts of words."""
        names = frozenset(
            word
            for word, count in counts.items()
            if count >= SEVERAL and is_new_name(word, lexicon)
        )
        return cls(counts, names, _parted(counts))

    def for_paragraph(self) -> "Story":
        """Return the same story, which remembers what it is asked from now on."""
        return Story(self._counts, self._names, self._parted)

    def answers(self, other: "Story") -> bool:
        """Say whether this story would answer all that ``other`` was asked as that one did."""
        words, parted = other.asked_parted
        return (
            other.asked_names in (None, self._names)
            and all(self._counts.get(word, 0) == count for word, count in other.asked.items())
            and self._parted_of(words) == parted
        )

    @property
    def names(self) -> frozenset[str]:
        """Words of the story that are new, long enough, and stand there more than once."""
        self.asked_names = self._names
        return self._names

    def parted(self, words: Iterable[str]) -> Parted:
        """Return which of the words stand elsewhere in the story as two, and as which."""
        asked = frozenset(words)
        self.asked_parted = asked, self._parted_of(asked)
        return self.asked_parted[1]

    def _parted_of(self, words: frozenset[str]) -> Parted:
        return {word: self._parted[word] for word in self._parted.keys() & words}

    def __getitem__(self, word: str) -> int:
        self.asked[word] = count = self._counts.get(word, 0)
        if not count:
            raise KeyError(word)
        return count

    def __iter__(self) -> Iterator[str]:
        return iter(self._counts)

    def __len__(self) -> int:
        return len(self._counts)


def is_new_name(word: str, lexicon: Lexicon) -> bool:
    """Say whether a word is long enough to be compared, and nobody knows it."""
    return len(word) >= SHORTEST and " " not in word and lexicon.is_new(word)


def _parted(counts: Mapping[str, int]) -> Parted:
    """Return the words that the counts have in two too; of several ways the most frequent."""
    pairs = [pair for pair in counts if " " in pair and pair.replace(" ", "") in counts]
    found: Parted = {}
    for pair in sorted(pairs, key=counts.__getitem__):
        first, _, second = pair.partition(" ")
        found[first + second] = first, second
    return found
