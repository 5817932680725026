"""What the copy desk says of a stretch of text."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any


class Severity(StrEnum):
    """How bad a slip is."""

    ERROR = "error"
    """Wrong to everyone."""
    SPACING = "spacing"
    """A half-space of an affix or a compound."""
    STYLE = "style"
    """Against the house style."""


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A remark of one rule over ``text[start:end]``; offsets count characters.

    ``rule`` is the name of the rule's file, ``why`` one Persian sentence for the writer.
    The first of ``fixes`` is what one click puts in; a mark without fixes only points.
    """

    start: int
    end: int
    rule: str
    severity: Severity
    why: str
    fixes: tuple[str, ...] = ()

    def moved(self, by: int) -> "Mark":
        """Return the mark as it stands ``by`` characters later."""
        return replace(self, start=self.start + by, end=self.end + by)

    def pointing(self) -> "Mark":
        """Return the mark without its fixes."""
        return replace(self, fixes=())

    def as_record(self) -> dict[str, Any]:
        """Return the mark as programs outside read it."""
        return {
            "start": self.start,
            "end": self.end,
            "class": self.rule,
            "severity": self.severity.value,
            "why": self.why,
            "fixes": list(self.fixes),
        }


def mend(text: str, marks: Iterable[Mark]) -> str:
    """Return ``text`` with the first fix of every mark put in; of two that overlap, the first."""
    out, at = [], 0
    for mark in sorted(marks, key=lambda mark: (mark.start, mark.end)):
        if mark.start >= at and mark.fixes:
            out += [text[at : mark.start], mark.fixes[0]]
            at = mark.end
    return "".join(out) + text[at:]
