"""The headline: the line that the page repeats, that the body speaks of, that stands nearest."""

import re
from typing import Final

from dabir.archive.importers.attribution import opens_with_source
from dabir.archive.importers.kinds import Kind
from dabir.archive.importers.lines import Line, key
from dabir.archive.importers.page import Page
from dabir.archive.importers.record import HEADLINE_LENGTH
from dabir.archive.importers.shapes import MENU_WORDS, ends_as_kicker, is_lead_under, share

ZONE: Final = 12
"""So many lines of text above the body are looked at."""
GROUP: Final = 5
"""More lines than these, together above the first paragraph, are not all kicker and headline."""
PASSED: Final = {
    *(Kind.META, Kind.TOOL, Kind.COUNTER, Kind.ADDRESS),
    *(Kind.DESK_CODE, Kind.READERS, Kind.BYLINE),
}
_AROUND: Final = re.compile(r"\s[|–—«»:\-]+\s|::|[|»›]")


def zone_above(page: Page, first: int) -> list[int]:
    """Return the lines of text above the first paragraph, top first, that may be the head."""
    zone: list[int] = []
    for at in range(first - 1, -1, -1):
        kind = page.kinds[at]
        if kind is Kind.TEXT or (kind is Kind.LATEST_ITEM and _lacks_headline(page, zone)):
            zone.insert(0, at)
        elif kind not in PASSED and zone:
            break
        if len(zone) == ZONE:
            break
    return zone


def _lacks_headline(page: Page, zone: list[int]) -> bool:
    """Say whether only paragraphs were found so far: then a list's last line is the headline."""
    return all(page.lines[at].is_prose for at in zone)


def find_headline(page: Page, zone: list[int], about: set[str]) -> int | None:
    """Return the line of the zone that is worth most as a headline."""
    worth = [(_worth(page, zone, at, about), at) for at in zone if _may_be_headline(page.lines[at])]
    return max(worth)[1] if worth else None


def _may_be_headline(line: Line) -> bool:
    fits = len(line.words) >= 2 and len(line.text) <= HEADLINE_LENGTH
    return fits and not opens_with_source(line.plain)


def _worth(page: Page, zone: list[int], at: int, about: set[str]) -> float:
    line = page.lines[at]
    worth = 2 * share(line, about)
    worth += _worth_of_repeats(page, zone, at) + _worth_of_place(page, zone, at)
    worth -= 3 * ends_as_kicker(line) + 1.5 * (len(line.words) < 3)
    return worth - 3 * (line.is_prose and line.ends_a_sentence) - 2 * line.is_prose


def _worth_of_place(page: Page, zone: list[int], at: int) -> float:
    """Return what a line is worth for standing right above the body, or right above the lead.

    Above a body that begins with many short lines, the first line is worth the most.
    """
    group = _nearest_group(page, zone)
    if len(group) > GROUP:
        return 2.0 if at == group[0] else 0.0
    place = zone.index(at)
    if place < len(zone) - 1:
        return 1.5 * is_lead_under(page.lines[zone[place + 1]], page.lines[at])
    return 0.0 if _is_lead(page, zone, at) else 2.0


def _is_lead(page: Page, zone: list[int], at: int) -> bool:
    """Say whether a line of the zone reads like the lead of the line above it."""
    place = zone.index(at)
    return place > 0 and is_lead_under(page.lines[at], page.lines[zone[place - 1]])


def _nearest_group(page: Page, zone: list[int]) -> list[int]:
    """Return the lines of the zone that stand together nearest to the body, without a menu."""
    start = len(zone) - 1
    while start > 0 and zone[start - 1] == zone[start] - 1:
        start -= 1
    group = zone[start:]
    while len(group) > 1 and len(page.lines[group[0]].words) <= MENU_WORDS:
        group = group[1:]
    return group


def _worth_of_repeats(page: Page, zone: list[int], at: int) -> float:
    line = page.lines[at]
    if any(page.lines[other].key == line.key for other in zone if other != at):
        return 1.0 if _is_lead(page, zone, at) else 4.0
    return 3.0 if any(says(other, line) for other in page.lines if other is not line) else 0.0


def says(line: Line, headline: Line) -> bool:
    """Say whether a line is the headline, alone or as one part of a title or a crumb."""
    if line.key == headline.key:
        return True
    if headline.key not in line.key or not _AROUND.search(line.plain):
        return False
    return any(headline.key == part for part in map(key, _AROUND.split(line.plain)))
