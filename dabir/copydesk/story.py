"""The whole that a paragraph is a part of: what its story says elsewhere."""

from collections.abc import Iterator, Mapping
from typing import Final

from dabir.copydesk.lexicon import Lexicon

SHORTEST: Final = 5
"""Letters of a name that is compared within a story: shorter ones are too much alike."""
SEVERAL: Final = 2
"""A name that a story has so often is spelt on purpose."""


class Story(Mapping[str, int]):
    """How often words stand in a story, by skeletons, and which new names it has several times."""

    def __init__(self, counts: Mapping[str, int], names: frozenset[str] = frozenset()) -> None:
        self._counts = counts
        self._names = names
        self.asked: dict[str, int] = {}
        self.asked_names: frozenset[str] | None = None

    @classmethod
    def of(cls, counts: Mapping[str, int], lexicon: Lexicon) -> "Story":
        """Return the story with these counts of words."""
        return cls(
            counts,
            frozenset(
                word
                for word, count in counts.items()
                if count >= SEVERAL and len(word) >= SHORTEST and lexicon.is_new(word)
            ),
        )

    def for_paragraph(self) -> "Story":
        """Return the same story, which remembers what it is asked from now on."""
        return Story(self._counts, self._names)

    def answers(self, asked: Mapping[str, int], names: frozenset[str] | None) -> bool:
        """Say whether this story would answer all that was asked as another one did."""
        return names in (None, self._names) and all(
            self._counts.get(word, 0) == count for word, count in asked.items()
        )

    @property
    def names(self) -> frozenset[str]:
        """Words of the story that are new, long enough, and stand there more than once."""
        self.asked_names = self._names
        return self._names

    def __getitem__(self, word: str) -> int:
        self.asked[word] = count = self._counts.get(word, 0)
        if not count:
            raise KeyError(word)
        return count

    def __iter__(self) -> Iterator[str]:
        return iter(self._counts)

    def __len__(self) -> int:
        return len(self._counts)
