"""What an archive teaches of its words: which it writes with half-spaces.

learn(texts)   how often two pieces stand with a half-space between them, and how often apart
build(learnt)  the vocabulary of the language, and of what was learnt
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Final

from dabir.archive.search.language import add_pairs, is_pair, known, number, sides_of
from dabir.archive.search.letters import pieces
from dabir.archive.search.vocabulary import EI, VERSION, Vocabulary, trie_of
from dabir.copydesk.lexicon import Lexicon
from dabir.persian.letters import HALF_SPACE, skeleton

Learnt = Mapping[tuple[str, str], tuple[int, int]]
_LEAST_HALVES: Final = 2
_LEAST_SHARE: Final = 0.1
_SHARE_OF_ONE: Final = 0.5
_SAMPLE: Final = 5_000
"""How often a pair must be written with a half-space, and of all its places, to be learnt."""


def build(
    lexicon: Lexicon, verbs: Iterable[str], learnt: Learnt, folder: Path | None = None
) -> Vocabulary:
    """Return the vocabulary of a language's lexicon and of an archive.

    ``verbs`` are lines ``past#present``; ``learnt`` says of two pieces, by their skeletons,
    how often the archive has a half-space between them, and how often a blank. In ``folder``
    the language's part is kept for the next time.
    """
    lines = tuple(verbs)
    language, words = known(lexicon, lines, folder)
    entries: dict[str, str] = {}
    add_pairs(entries, _learnt(learnt), words, lexicon)
    entries |= sides_of(entries)
    entries |= _ei(learnt)
    facts = {"version": VERSION, "language": number(lexicon, lines), "learnt": len(learnt)}
    return Vocabulary(language, trie_of(entries), facts)


def _learnt(
    learnt: Learnt,
) -> Iterator[tuple[str, str]]:
    for pair, (halves, blanks) in learnt.items():
        share = _LEAST_SHARE if halves >= _LEAST_HALVES else _SHARE_OF_ONE
        if halves >= share * (halves + blanks) and is_pair(*pair):
            yield pair


def _ei(learnt: Learnt) -> dict[str, str]:
    """Return of words in ه whether «حرفهای» is «حرفه» with «ای», where the archive tells."""
    entries = {}
    for (first, second), (halves, _) in learnt.items():
        if second == "ای" and first.endswith("ه"):
            plural = learnt.get((first[:-1], "های"), (0, 0))[0]
            entries[f"{EI}{first}"] = "1" if halves >= plural else "0"
        elif second == "های" and (f"{first}ه", "ای") not in learnt:
            entries[f"{EI}{first}ه"] = "0"
    return entries


def learn(texts: Iterable[str]) -> dict[tuple[str, str], tuple[int, int]]:
    """Return of the pairs that ``texts`` write with half-spaces how often, and how often apart.

    Half-spaces are counted in all texts, blanks in the first ones alone.
    """
    halves: Counter[tuple[str, str]] = Counter()
    blanks: Counter[tuple[str, str]] = Counter()
    for seen, text in enumerate(texts):
        if HALF_SPACE in text:
            for run in text.split():
                if HALF_SPACE in run:
                    halves.update(pairwise(piece.text for piece in pieces(run)))
        if seen < _SAMPLE:
            blanks.update(pairwise(text.split()))
    return {
        (skeleton(first), skeleton(second)): (n, blanks[first, second])
        for (first, second), n in halves.items()
    }
