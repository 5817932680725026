"""What stands right above the headline: its kicker, and at the top of a page a related pair."""

from typing import Final, NamedTuple

from dabir.archive.importers.kinds import Kind
from dabir.archive.importers.lines import Line
from dabir.archive.importers.page import Page
from dabir.archive.importers.record import KICKER_LENGTH
from dabir.archive.importers.shapes import (
    LEAD_LIKE,
    MENU_WORDS,
    ends_as_kicker,
    is_kicker_shaped,
    share,
    tells_a_deed,
)

PAIR_LINES: Final = 4
"""At most so many lines above the headline are related pairs and a kicker; more are a list."""
_LISTS: Final = {Kind.MENU, Kind.LATEST_ITEM, Kind.TAG}


class Above(NamedTuple):
    """What stands above a headline, by the places of the lines; pairs are (kicker, headline)."""

    kicker: int | None
    related: list[tuple[int | None, int]]


def read_above(page: Page, headline: int, about: set[str]) -> Above:
    """Return the kicker and the related pairs above the line ``headline``."""
    above = _lines_above(page, headline)
    if not above:
        return Above(None, [])
    if len(above) > PAIR_LINES:
        above = above[-1:] if is_kicker_shaped(page.lines[above[-1]]) else []
        return Above(above[0] if above else None, [])
    at_top = above[0] == 0
    kicker = above.pop() if _is_kicker(page, above, about, at_top) else None
    return Above(kicker, _pairs(page, above) if at_top else [])


def _lines_above(page: Page, headline: int) -> list[int]:
    """Return the short lines of text that stand right above the headline, top first."""
    above: list[int] = []
    for at in range(headline - 1, -1, -1):
        if not page.is_text(at) or page.is_prose(at) or len(page.lines[at].text) > KICKER_LENGTH:
            break
        above.insert(0, at)
    return above


def may_be_kicker(line: Line) -> bool:
    """Say whether a line between two headlines is short enough for a kicker."""
    return len(line.plain) < LEAD_LIKE and not line.is_prose


def _is_kicker(page: Page, above: list[int], about: set[str], at_top: bool) -> bool:
    """Say whether the last of the lines above the headline is its kicker.

    A kicker speaks of what the story speaks of. At the top of a page a related story may
    stand there instead, and of two lines the pair is likelier.
    """
    line, shared = page.lines[above[-1]], share(page.lines[above[-1]], about)
    if ends_as_kicker(line):
        return True
    if not at_top:
        under_list = page.kinds[above[0] - 1] in _LISTS
        return shared >= 0.5 and len(line.words) > MENU_WORDS if under_list else shared >= 0.2
    if len(above) == 2:
        shaped = is_kicker_shaped(line) and not is_kicker_shaped(page.lines[above[0]])
        return shaped and shared >= 0.5
    return shared >= 0.6


def _pairs(page: Page, above: list[int]) -> list[tuple[int | None, int]]:
    """Return related stories as (kicker, headline): a kicker goes with the line below it."""
    pairs: list[tuple[int | None, int]] = []
    kicker: int | None = None
    above = [at for at in above if len(page.lines[at].words) > MENU_WORDS]
    for number, at in enumerate(above):
        left = len(above) - number
        if kicker is None and left > 1 and (left == 2 or _leads_on(page.lines[at])):
            kicker = at
        else:
            pairs.append((kicker, at))
            kicker = None
    return pairs


def _leads_on(line: Line) -> bool:
    return is_kicker_shaped(line) or tells_a_deed(line)
