"""What the desk finds of common words by themselves, found when the lexicon is made.

Whether a word is doubtful at all, and whether it may be several, depends on nothing beside it,
and nine words of ten in all copy are among the same thirty thousand. So a finished lexicon is
asked about these once, and has the answers in it from then on.

    lexicon -> Reader.hope, Dropped.may_part -> a byte a word, 0 where nobody asked -> lexicon

The answers hold for the code and the weights that gave them (``fingerprint``); others find
anew what they want to know, which only costs time.
"""

from collections.abc import Iterable
from heapq import nlargest
from pathlib import Path
from typing import Final

from dabir.copydesk.fingerprint import fingerprint
from dabir.copydesk.lexicon import Lexicon
from dabir.copydesk.readings import Cause, Reader
from dabir.copydesk.shelf import Shelf, write_shelf

MOST: Final = 30_000
"""So many of the most frequent words are asked about: some five seconds at most."""
CAUSES: Final = list(Cause)


def foretell(path: Path) -> None:
    """Put into the lexicon at ``path`` what the desk finds of its most frequent words."""
    shelf, lexicon = Shelf(path), Lexicon(path)
    answers = bytearray(len(shelf.part("sources")))
    common = nlargest(MOST, lexicon.words(), key=lexicon.count)
    for word, answer in _answers(common, Reader(lexicon)):
        answers[lexicon.number(word)] = answer
    parts = {name: shelf.bytes_of(name) for name in shelf.names if name != "foretold"}
    facts = {**shelf.facts, "foretold_by": fingerprint()}
    write_shelf(path, {**parts, "foretold": bytes(answers)}, facts)


def is_foretold(path: Path) -> bool:
    """Say whether the lexicon at ``path`` has the answers of this code and these weights."""
    return Shelf(path).facts.get("foretold_by") == fingerprint()


def _answers(words: Iterable[str], reader: Reader) -> Iterable[tuple[str, int]]:
    """Yield words with what ``readings.foretold_cause`` and ``dropped`` read in the answer."""
    for word in words:
        cause, may_part = reader.hope(word), reader.joiner.dropped.may_part(word)
        yield word, 1 + CAUSES.index(cause) | (4 if may_part else 0)
