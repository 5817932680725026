"""What somebody looks for, as any engine takes it: terms and limits, no text any more."""

from dataclasses import dataclass, field
from enum import StrEnum


class Order(StrEnum):
    """How what is found is sorted."""

    RELEVANT = "relevant"
    NEWEST = "newest"


@dataclass(frozen=True)
class Term:
    """One word: its ``terms`` in their order; ``compound`` where they are one word together."""

    terms: tuple[str, ...]
    compound: str = ""


@dataclass(frozen=True)
class Phrase:
    """Words that stand side by side."""

    terms: tuple[str, ...]


@dataclass(frozen=True)
class Choice:
    """Words or phrases of which one is enough."""

    of: tuple["Term | Phrase", ...]


Clause = Term | Phrase | Choice


@dataclass(frozen=True)
class Limits:
    """What stories may be found at all; empty fields limit nothing.

    ``since`` and ``before`` are seconds since 1970 (UTC), the second is excluded; ``year`` is
    Jalali. Each of ``people`` and ``topics`` is the terms of one name.
    """

    sections: tuple[str, ...] = ()
    people: tuple[tuple[str, ...], ...] = ()
    topics: tuple[tuple[str, ...], ...] = ()
    codes: tuple[int, ...] = ()
    year: int | None = None
    since: int | None = None
    before: int | None = None

    def __bool__(self) -> bool:
        return self != Limits()


@dataclass(frozen=True)
class Wish:
    """What is looked for: ``clauses``, none of ``without``, within ``limits``.

    ``any`` asks for stories with any of the clauses; otherwise with all.
    """

    clauses: tuple[Clause, ...] = ()
    without: tuple[Clause, ...] = ()
    limits: Limits = field(default_factory=Limits)
    order: Order = Order.RELEVANT
    any: bool = False

    def __bool__(self) -> bool:
        return bool(self.clauses or self.limits)
