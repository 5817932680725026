"""What engines have in common: a story's words as they are put in, and what is given back.

A story's words stand in one field, the headline's several times: the weight of a place is its
number there (the idea of BM25F: Robertson, Zaragoza, Taylor 2004). Compounds stand in a field
of their own, without places; so may pairs of common words that stand side by side.
"""

from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, NamedTuple

from dabir.archive.search.analysis import Analyser
from dabir.archive.search.entries import Entry
from dabir.persian import JalaliDay

GAP: Final = "\u00b6"
"""A term between the parts of a story: no phrase reaches over it."""
HEADLINE_TIMES: Final = 3
LEAD_TIMES: Final = 2
MOST_COUNTED: Final = 30_000
"""Stories up to which matches are counted: to count is to walk through all of them."""


class Found(NamedTuple):
    """Codes, the best first; ``total`` is how many stories match, None where nobody asked."""

    codes: list[int]
    total: int | None = None


@dataclass(frozen=True)
class Counts:
    """How many of the stories found are in which section (by its key), year, and by whom."""

    sections: list[tuple[str, int]] = field(default_factory=list)
    years: list[tuple[str, int]] = field(default_factory=list)
    persons: list[tuple[str, int]] = field(default_factory=list)


def year_of(entry: Entry) -> int:
    """Return the Jalali year in which a story was published, by the paper's clock."""
    return JalaliDay.of(entry.published).year


def text_of(entry: Entry, analyser: Analyser) -> tuple[str, str]:
    """Return the terms of a story as the index takes them, and its compounds."""
    head = analyser.read(entry.headline)
    heads = " ".join((*head.terms, GAP, ""))
    lead = analyser.read(f"{entry.kicker}\n{entry.lead}")
    leads = " ".join((*lead.terms, GAP, "")) if lead.terms else ""
    body = analyser.read(entry.body)
    compounds = head.compounds * HEADLINE_TIMES + lead.compounds * LEAD_TIMES + body.compounds
    text = heads * HEADLINE_TIMES + leads * LEAD_TIMES + " ".join(body.terms)
    return text, " ".join(compounds)


def pair_of(first: str, second: str) -> str:
    """Return the term that two neighbours are noted under."""
    return f"{first}+{second}"


def pairs_of(text: str, common: frozenset[str]) -> str:
    """Return the pairs of ``common`` neighbours among the terms of a story."""
    return " ".join(pair_of(*two) for two in pairwise(text.split()) if common.issuperset(two))
