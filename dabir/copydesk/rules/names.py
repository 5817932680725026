"""Names spelt another way than the house or the story spells them: «جام حم» for «جام جم».

A name of the house's list, or of the outlets that every paper quotes, is known: what stands one
slip away from it and is nothing of its own is marked. Other names are new every day; but one
that a story has several times and once with a letter otherwise is that same name. Endings are
no slip («رنو», «رنوی»).
"""

import itertools
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from dabir.copydesk.examples import Example
from dabir.copydesk.house import House
from dabir.copydesk.lexicon import HARDLY_SEEN
from dabir.copydesk.marks import Mark, Severity
from dabir.copydesk.outlets import OUTLETS
from dabir.copydesk.paragraph import Paragraph
from dabir.copydesk.pieces import NO_WORDS
from dabir.copydesk.slips import slip
from dabir.copydesk.sparing import chains
from dabir.copydesk.story import SHORTEST
from dabir.persian.letters import HALF_SPACE

LABEL: Final = f"نام{HALF_SPACE}ها"
SEVERITY: Final = Severity.ERROR
_HOUSE: Final = House(names=frozenset(["مهرآذین"]))
Chain = tuple[str, ...]
EXAMPLES: Final = [
    Example("به گزارش جام حم آنلاین", "به گزارش جام جم آنلاین"),
    Example("مهرآدین نوشت", "مهرآذین نوشت", _HOUSE),
    Example("جام طلا و جام جم"),
    Example("دریوکاس آمد. دریوکاس گفت و دریوکاش رفت.", "دریوکاس آمد. دریوکاس گفت و دریوکاس رفت."),
]
COMMON: Final = 2_000.0
"""Times in a hundred million words from which a word is no slip of a name, without an archive."""
ENDINGS: Final = frozenset("ی م ت ش ا ن ه ء".split())
"""Letters that a name takes at its end without being another."""


def check(paragraph: Paragraph) -> Iterator[Mark]:
    """Yield a mark over every name that the house, or the story, spells otherwise."""
    yield from _against_house(paragraph)
    yield from _against_story(paragraph)


def _against_house(paragraph: Paragraph) -> Iterator[Mark]:
    words = paragraph.line.words
    seen: set[int] = set()
    for start, name in _candidates(words, paragraph):
        written = tuple(words[start : start + len(name)])
        wrong = _wrong_piece(written, name)
        if wrong is None or start + wrong in seen or not _is_nothing(written, wrong, paragraph):
            continue
        seen.add(start + wrong)
        piece = paragraph.pieces[start + wrong]
        yield _mark(paragraph, piece.start, piece.end, name[wrong], f"نام{HALF_SPACE}نامه")


def _candidates(words: list[str], paragraph: Paragraph) -> Iterator[tuple[int, Chain]]:
    """Yield names and where they might begin: a piece of theirs stands there, or a new word."""
    by_piece, single = _names(paragraph.house.names)
    if not by_piece.keys().isdisjoint(words):
        for at, word in enumerate(words):
            yield from ((at - place, name) for name, place in by_piece.get(word, ()) if at >= place)
    if single:
        for at in _new_words(words, paragraph):
            yield from ((at, name) for name in single)


def _new_words(words: list[str], paragraph: Paragraph) -> Iterator[int]:
    """Yield where new words stand; nearly all are none, and pass at little cost."""
    for at in itertools.compress(itertools.count(), map(paragraph.lexicon.is_new, words)):
        if words[at] not in NO_WORDS:
            yield at


@lru_cache(16)
def _names(written: frozenset[str]) -> tuple[dict[str, list[tuple[Chain, int]]], list[Chain]]:
    """Return names of several pieces by each piece and its place, and those of one piece."""
    by_piece: dict[str, list[tuple[Chain, int]]] = {}
    single: list[Chain] = []
    for chain in itertools.chain.from_iterable(chains(written | OUTLETS).values()):
        if len(chain) == 1:
            single.append(chain)
        for place, piece in enumerate(chain if len(chain) > 1 else ()):
            by_piece.setdefault(piece, []).append((chain, place))
    return by_piece, single


def _wrong_piece(written: tuple[str, ...], name: tuple[str, ...]) -> int | None:
    """Return which piece of ``written`` is one slip away from ``name``, all others being right."""
    if len(written) != len(name) or written == name:
        return None
    wrong = [i for i, (a, b) in enumerate(zip(written, name, strict=True)) if a != b]
    if len(wrong) > 1 or written[wrong[0]] in NO_WORDS:
        return None
    a, b = written[wrong[0]], name[wrong[0]]
    is_slip = slip(a, b) is not None and not _differs_by_ending(a, b)
    return wrong[0] if is_slip else None


def _is_nothing(written: tuple[str, ...], wrong: int, paragraph: Paragraph) -> bool:
    """Say whether what is written is nothing of its own: no word, or no pair, of the archive."""
    lexicon = paragraph.lexicon
    if len(written) == 1:
        return lexicon.is_new(written[0])
    if not lexicon.total:
        return lexicon.count(written[wrong]) < COMMON
    before = written[wrong - 1 : wrong + 1] if wrong else written[:2]
    return lexicon.pair(*before) < HARDLY_SEEN


def _against_story(paragraph: Paragraph) -> Iterator[Mark]:
    story = paragraph.story
    if not story.names:
        return
    for at in _new_words(paragraph.line.words, paragraph):
        piece = paragraph.pieces[at]
        word = piece.word
        if len(word) < SHORTEST or story.get(word, 1) > 1:
            continue
        for other in sorted(story.names):
            if slip(word, other) and not _differs_by_ending(word, other):
                yield _mark(paragraph, piece.start, piece.end, other, "جاهای دیگر همین خبر")
                break


def _differs_by_ending(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    return long[:-1] == short and long[-1] in ENDINGS


def _mark(paragraph: Paragraph, start: int, end: int, right: str, where: str) -> Mark:
    spelt = paragraph.spelt(right)
    why = f"این نام در {where} «{spelt}» نوشته شده است."
    return Mark(start, end, "names", SEVERITY, why, (spelt,))
