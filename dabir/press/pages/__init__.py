"""Everything that the paper prints, one module a family of pages.

registry.py   how a printer is found by its address
shown.py      what pages show of the records
facts.py      what is true of a source now, for the ledger
"""

from dabir.press.pages import (
    classifieds,
    days,
    feeds,
    fixed,
    front,
    sections,
    stories,
    topics,
)
from dabir.press.pages.facts import describer
from dabir.press.pages.registry import Sheet, all_paths, compose

__all__ = [
    "Sheet",
    "all_paths",
    "classifieds",
    "compose",
    "days",
    "describer",
    "feeds",
    "fixed",
    "front",
    "sections",
    "stories",
    "topics",
]
