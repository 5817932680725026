"""Everything that the paper prints, one module a family of pages.

registry.py   how a printer is found by its address, for one page or a batch
galley.py     what a batch of story pages is set from
shown/        what pages show of the records
fronts.py     what stands on a front, as an arrangement sets it
facts.py      what is true of a source now, for the ledger
astray.py     stories that the ledger has in other lists than they are in
"""

from dabir.press.pages import (
    breaking,
    classifieds,
    days,
    feeds,
    fixed,
    front,
    moved,
    sections,
    stories,
    topics,
)
from dabir.press.pages.astray import astray
from dabir.press.pages.facts import describer
from dabir.press.pages.registry import Composed, Sheet, all_paths, compose, compose_many

__all__ = [
    "Composed",
    "Sheet",
    "all_paths",
    "astray",
    "breaking",
    "classifieds",
    "compose",
    "compose_many",
    "days",
    "describer",
    "feeds",
    "fixed",
    "front",
    "moved",
    "sections",
    "stories",
    "topics",
]
