"""A new building of the index: what the analysis knows is learnt first, from the stories.

begin_building(folder, texts)   vocabulary of the texts -> folder; who writes there
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from typing import Final

from dabir.archive.search import place
from dabir.archive.search.analysis import Analyser
from dabir.archive.search.engines import Writer
from dabir.archive.search.entries import Entry
from dabir.archive.search.taught import learn

SAMPLE: Final = 1_000
"""Stories in which the common words are counted."""
LEAST: Final = 300
"""In fewer stories no word is so common that its phrases would take long."""
COMMON: Final = 0.1
"""The share of stories from which on a word is common."""


def begin_building(folder: Path, texts: Iterable[str]) -> Writer:
    """Learn the vocabulary of ``texts``, keep it in ``folder``, and return who writes there."""
    drawn = Drawn()
    words = place.vocabulary(learn(drawn.watch(texts)))
    words.facts |= {
        "stories": drawn.seen,
        "common": common_terms(drawn.texts, Analyser(place.lexicon(), words)),
    }
    words.save(folder)
    return Writer(folder, Analyser(place.lexicon(), words))


def text_of(entry: Entry) -> str:
    """Return all words of a story, as the vocabulary is learnt from them."""
    return "\n".join((entry.headline, entry.kicker, entry.lead, entry.body))


def common_terms(texts: list[str], analyser: Analyser) -> list[str]:
    """Return the terms that many of ``texts`` have; none where there are too few texts."""
    if len(texts) < LEAST:
        return []
    stories = Counter(term for text in texts for term in {*analyser.read(text).terms})
    return sorted(term for term, count in stories.items() if count >= COMMON * len(texts))


class Drawn:
    """Draws so many texts of a row of any length, each as likely as any other (Vitter's R)."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.seen = 0
        self._random = Random(SAMPLE)  # noqa: S311  no secret

    def watch(self, texts: Iterable[str]) -> Iterator[str]:
        """Yield ``texts``, and keep some of them."""
        for text in texts:
            self.seen += 1
            if len(self.texts) < SAMPLE:
                self.texts.append(text)
            elif (at := self._random.randrange(self.seen)) < SAMPLE:
                self.texts[at] = text
            yield text
