"""The desk itself: reads copy with all its rules and says what it would change."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from dabir.copydesk.house import House
from dabir.copydesk.lexicon import Lexicon
from dabir.copydesk.marks import Mark, mend
from dabir.copydesk.paragraph import Paragraph
from dabir.copydesk.places import lexicon as open_lexicon
from dabir.copydesk.readings import Reader
from dabir.copydesk.rules import RULES, Rule


class Desk:
    """A copy desk with one house's decisions."""

    def __init__(
        self,
        house: House | None = None,
        rules: Iterable[Rule] = RULES,
        lexicon: Lexicon | None = None,
    ) -> None:
        self.house = house or House()
        self.rules = tuple(rules)
        self._lexicon = lexicon

    @cached_property
    def reader(self) -> Reader:
        """Who reads words by the desk's lexicon; the language's own unless it was given one."""
        return Reader(self._lexicon or open_lexicon())

    def read(self, text: str) -> list[Mark]:
        """Return the marks over ``text``, in their order, none over another."""
        marks: list[Mark] = []
        at = 0
        for line in text.split("\n"):
            marks += [shifted(mark, at) for mark in self._read_paragraph(line)]
            at += len(line) + 1
        return marks

    def mend(self, text: str) -> str:
        """Return ``text`` with the first fix of every mark put in."""
        return mend(text, self.read(text))

    def _read_paragraph(self, text: str) -> list[Mark]:
        paragraph = Paragraph(text, self.reader, self.house)
        return sorted(_heard(mark for rule in self.rules for mark in rule.check(paragraph)))


def _heard(marks: Iterable[Mark]) -> Iterator[Mark]:
    """Yield the marks whose letters no earlier one has taken."""
    taken: set[int] = set()
    for mark in marks:
        letters = range(mark.start, mark.end)
        if taken.isdisjoint(letters):
            taken.update(letters)
            yield mark


def shifted(mark: Mark, by: int) -> Mark:
    """Return ``mark`` as it stands ``by`` characters later."""
    return Mark(mark.start + by, mark.end + by, mark.rule, mark.severity, mark.why, mark.fixes)
