"""Names spelt another way than the house or the story spells them: «جام حم» for «جام جم».

A name of the house's list is known: what stands one slip away from it and is nothing of its
own is marked. Other names are new every day; but one that a story has several times and once
with a letter otherwise is that same name. Endings are no slip («رنو», «رنوی»).
"""

from collections.abc import Iterator
from typing import Final

from dabir.copydesk.examples import Example
from dabir.copydesk.house import House
from dabir.copydesk.marks import Mark, Severity
from dabir.copydesk.paragraph import Paragraph
from dabir.copydesk.pieces import NO_WORDS
from dabir.copydesk.slips import slip
from dabir.copydesk.sparing import house_names
from dabir.copydesk.story import HARDLY_SEEN, SHORTEST, is_new
from dabir.persian.letters import HALF_SPACE

LABEL: Final = f"نام{HALF_SPACE}ها"
SEVERITY: Final = Severity.ERROR
_HOUSE: Final = House(names=frozenset(["جام جم", "مهرآذین"]))
EXAMPLES: Final = [
    Example("به گزارش جام حم آنلاین", "به گزارش جام جم آنلاین", _HOUSE),
    Example("مهرآدین نوشت", "مهرآذین نوشت", _HOUSE),
    Example("جام طلا و جام جم", None, _HOUSE),
    Example("دریوکاس آمد. دریوکاس گفت و دریوکاش رفت.", "دریوکاس آمد. دریوکاس گفت و دریوکاس رفت."),
]
ENDINGS: Final = frozenset("ی م ت ش ا ن ه ء".split())
"""Letters that a name takes at its end without being another."""


def check(paragraph: Paragraph) -> Iterator[Mark]:
    """Yield a mark over every name that the house, or the story, spells otherwise."""
    yield from _against_house(paragraph)
    yield from _against_story(paragraph)


def _against_house(paragraph: Paragraph) -> Iterator[Mark]:
    names = [chain for chains in house_names(paragraph.house).values() for chain in chains]
    if not names:
        return
    words = [piece.word for piece in paragraph.pieces]
    for at in range(len(words)):
        for name in names:
            written = tuple(words[at : at + len(name)])
            wrong = _wrong_piece(written, name)
            if wrong is not None and _is_nothing(written, wrong, paragraph):
                piece = paragraph.pieces[at + wrong]
                yield _mark(
                    paragraph, piece.start, piece.end, name[wrong], f"نام{HALF_SPACE}نامهٔ روزنامه"
                )


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
        return is_new(written[0], lexicon)
    before = written[wrong - 1 : wrong + 1] if wrong else written[:2]
    return lexicon.pair(*before) < HARDLY_SEEN


def _against_story(paragraph: Paragraph) -> Iterator[Mark]:
    story = paragraph.story
    if not story.names:
        return
    for piece in paragraph.pieces:
        word = piece.word
        if word in NO_WORDS or len(word) < SHORTEST or not is_new(word, paragraph.lexicon):
            continue
        if story.get(word, 1) > 1:
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
