"""The breaking bar: over the fronts, where it is printed, and over stories, which load it."""

from dataclasses import dataclass

from dabir.newsroom.models import BreakingBar
from dabir.press.ledger import Facts, Reading, digest
from dabir.press.pages import shown
from dabir.press.pages.registry import FRONT, Sheet, prints, sheet


@dataclass(frozen=True, slots=True)
class BarShown:
    text: str
    address: str
    """The story that it leads to; "" where it leads nowhere (yet)."""


def _standing() -> BreakingBar | None:
    return BreakingBar.objects.standing()


def _shown(bar: BreakingBar | None) -> BarShown | None:
    if bar is None or not bar.is_shown:
        return None
    address = bar.story.get_absolute_url() if bar.story and bar.story.is_public else ""
    return BarShown(bar.text, address)


def facts(key: str) -> Facts:
    """Return what is true of the bar now."""
    return Facts({"whole": digest(_shown(_standing()))})


def bar(reading: Reading) -> BarShown | None:
    """Return the bar that readers see now, and tell ``reading``."""
    standing = _standing()
    found = _shown(standing)
    reading.show("breaking", "whole", digest(found))
    if standing and standing.story:
        story = standing.story
        reading.show(f"story:{story.pk}", "card", shown.card_facts(story))
    return found


@prints(r"/parts/breaking\.html", rank=FRONT)
def breaking_part(path: str, reading: Reading) -> Sheet:
    """The bar alone, empty where none stands, for story pages to load."""
    return sheet("parts/breaking.html", path, reading, breaking=bar(reading))
