"""Families of Persian newspapers' systems, known by their markup; one small adapter each.

A new family is a module with one ``Family`` in it and its name in ``KNOWN``: its signs, and
selectors for what it names otherwise than others do. What it leaves out is looked for under
the usual names (``USUAL``), then in what the page tells machines, then line by line.
"""

from collections.abc import Iterator
from typing import Final

from dabir.archive.importers.families.aasaam import AASAAM
from dabir.archive.importers.families.family import Family
from dabir.archive.importers.families.iransamaneh import IRANSAMANEH
from dabir.archive.importers.families.nastooh import NASTOOH
from dabir.archive.importers.families.news_studio import NEWS_STUDIO
from dabir.archive.importers.families.usual import USUAL
from dabir.archive.importers.families.wordpress import WORDPRESS
from dabir.archive.importers.markup.dom import Dom

KNOWN: Final = (NASTOOH, AASAAM, NEWS_STUDIO, IRANSAMANEH, WORDPRESS)

__all__ = ["KNOWN", "USUAL", "Family", "recognise"]


def recognise(dom: Dom, generator: str) -> Family | None:
    """Return the family that a page shows most signs of; None where it shows too few."""
    worth = {family: _worth(family, dom, generator) for family in KNOWN}
    best = max(worth, key=lambda family: worth[family])
    return best if worth[best] >= best.needs else None


def _worth(family: Family, dom: Dom, generator: str) -> int:
    named = any(word in generator for word in family.generators)
    return 3 * named + sum(1 for _ in _seen(family, dom))


def _seen(family: Family, dom: Dom) -> Iterator[str]:
    return (sign for sign in family.signs if dom.first(sign) is not None)
