"""The desk itself: reads copy with all its rules and says what it would change.

text -> lines -> rules -> heard (one mark a place) -> spared -> settled -> marks
"""

from collections import Counter, OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final, NamedTuple, TypeVar

from dabir.copydesk.house import House
from dabir.copydesk.lexicon import Lexicon
from dabir.copydesk.marks import Mark, mend
from dabir.copydesk.paragraph import Line, Paragraph
from dabir.copydesk.places import lexicon as open_lexicon
from dabir.copydesk.readings import Reader
from dabir.copydesk.rules import RULES, Rule, name
from dabir.copydesk.settling import changing, composed
from dabir.copydesk.sparing import spared
from dabir.copydesk.story import Story

Thing = TypeVar("Thing")

ROUNDS: Final = 4
"""How often the desk reads its own corrections before it only points at what still moves."""
KEPT: Final = 4_000
"""Paragraphs whose marks are kept: while one types, nearly all of a story stays as it was."""


class _Kept(NamedTuple):
    """What was found in a paragraph, and what of the rest of the story was asked for."""

    marks: list[Mark]
    story: Story


class Desk:
    """A copy desk with one house's decisions. It may be shared by threads."""

    def __init__(
        self,
        house: House | None = None,
        rules: Iterable[Rule] = RULES,
        lexicon: Lexicon | None = None,
    ) -> None:
        self.house = house or House()
        switches = self.house.switches
        self.rules = tuple(
            rule for rule in rules if switches.get(name(rule), getattr(rule, "IS_ON", True))
        )
        self._lexicon = lexicon
        self._kept: OrderedDict[str, _Kept] = OrderedDict()
        self._lines: OrderedDict[str, Line] = OrderedDict()

    @cached_property
    def reader(self) -> Reader:
        """Who reads words by the desk's lexicon; the language's own unless it was given one."""
        return Reader(self._lexicon or open_lexicon())

    def read(self, text: str, elsewhere: Mapping[str, int] | None = None) -> list[Mark]:
        """Return the marks over ``text``, in their order, none over another.

        ``text`` is a story, a paragraph a line. Where only a part of it is read,
        ``elsewhere`` has how often words stand in the rest (see ``words``).
        """
        lines = text.split("\n")
        marks: list[Mark] = []
        at = 0
        for line, found in zip(lines, self.read_lines(lines, elsewhere), strict=True):
            marks += [mark.moved(at) for mark in found] if at else found
            at += len(line) + 1
        return marks

    def read_lines(
        self, lines: Sequence[str], elsewhere: Mapping[str, int] | None = None
    ) -> list[list[Mark]]:
        """Return the marks over each of the ``lines`` of a story."""
        counts = Counter(elsewhere or {})
        for line in lines:
            counts.update(self.words(line))
        marks = self._once(lines, counts)
        mended = list(lines)
        for _ in range(ROUNDS):
            before, mended = mended, [mend(*each) for each in zip(lines, marks, strict=True)]
            counts = self._recounted(counts, before, mended)
            again = [
                changing(*each) for each in zip(mended, self._once(mended, counts), strict=True)
            ]
            if not any(again):
                return marks
            marks = [composed(*each) for each in zip(lines, marks, mended, again, strict=True)]
        return [
            [mark.pointing() for mark in found] if moving else found
            for found, moving in zip(marks, again, strict=True)
        ]

    def mend(self, text: str) -> str:
        """Return ``text`` with the first fix of every mark put in."""
        return mend(text, self.read(text))

    def words(self, line: str) -> Counter[str]:
        """Return how often each word stands in a line, by skeletons."""
        return self._cut(line).counts

    def _cut(self, text: str) -> Line:
        if (line := self._lines.get(text)) is None:
            line = Line(text)
            _keep(self._lines, text, line)
        return line

    def _recounted(
        self, counts: Counter[str], before: Sequence[str], lines: Sequence[str]
    ) -> Counter[str]:
        """Return the counts of words after ``before`` has become ``lines``."""
        for was, line in zip(before, lines, strict=True):
            if was != line:
                counts.subtract(self.words(was))
                counts.update(self.words(line))
        return +counts

    def _once(self, lines: Sequence[str], counts: Counter[str]) -> list[list[Mark]]:
        story = Story.of(counts, self.reader.lexicon)
        return [self._line(line, story) for line in lines]

    def _line(self, line: str, story: Story) -> list[Mark]:
        kept = self._kept.get(line)
        if kept and story.answers(kept.story):
            return kept.marks
        story = story.for_paragraph()
        paragraph = Paragraph(self._cut(line), self.reader, self.house, story)
        found = _heard(mark for rule in self.rules for mark in rule.check(paragraph))
        marks = sorted(spared(found, paragraph))
        _keep(self._kept, line, _Kept(marks, story))
        return marks


def _heard(marks: Iterable[Mark]) -> Iterator[Mark]:
    """Yield the marks whose letters no earlier one has taken."""
    taken: set[int] = set()
    for mark in marks:
        letters = range(mark.start, mark.end)
        if taken.isdisjoint(letters):
            taken.update(letters)
            yield mark


def _keep(things: OrderedDict[str, Thing], line: str, thing: Thing) -> None:
    things[line] = thing
    if len(things) > KEPT:
        things.popitem(last=False)
