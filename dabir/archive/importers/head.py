"""The head of a page: related pair, kicker, headline, lead, in this order from the top.

headline.find_headline()   the line that is worth most as one
kicker.read_above()        what stands right above it
lead.split()               the paragraph between it and the body
"""

from dataclasses import dataclass, field

from dabir.archive.importers import codes
from dabir.archive.importers.headline import find_headline, zone_above
from dabir.archive.importers.kicker import may_be_kicker, read_above
from dabir.archive.importers.kinds import Kind
from dabir.archive.importers.lead import split
from dabir.archive.importers.page import Page
from dabir.archive.importers.record import LEAD_LENGTH
from dabir.archive.importers.runs import Run
from dabir.archive.importers.shapes import content_words


@dataclass(slots=True)
class Head:
    """What the head says, by the places of its lines."""

    headline: int
    repeated: int
    """The last line of the head that says the headline again; ``headline`` itself if none."""
    kicker: int | None = None
    lead: int | None = None
    related: list[tuple[int | None, int]] = field(default_factory=list)
    body: list[int] = field(default_factory=list)


def read_head(page: Page, run: Run) -> Head | None:
    """Return the head above the body that ``run`` holds; None without any headline."""
    first = next((at for at in range(*run) if page.is_prose(at)), run.start + 1)
    zone = zone_above(page, first)
    about = content_words(page.lines[at] for at in range(first, run.end))
    headline = find_headline(page, zone, about)
    if headline is None:
        return None
    places = [at for at in zone if page.lines[at].key == page.lines[headline].key]
    head = Head(places[0], places[-1])
    _read_above(page, head, about | content_words([page.lines[headline]]))
    _read_below(page, head, run)
    return head


def _read_above(page: Page, head: Head, about: set[str]) -> None:
    """Find kicker and related pairs: above the headline, or between its two places."""
    between = _text(page, head.headline + 1, head.repeated)
    if between and may_be_kicker(page.lines[between[-1]]):
        head.kicker = between[-1]
    else:
        head.kicker, head.related = read_above(page, head.headline, about)


def _read_below(page: Page, head: Head, run: Run) -> None:
    """Find the lead, and the lines that are left to the body."""
    said = page.lines[head.headline].key
    between = [at for at in _text(page, head.headline + 1, head.repeated) if at != head.kicker]
    below = [at for at in _text(page, head.repeated + 1, run.end) if page.lines[at].key != said]
    if between and len(page.lines[between[0]].text) <= LEAD_LENGTH:
        head.lead, head.body = between[0], between[1:] + below
    elif _says_no_lead(page, head):
        head.body = below
    else:
        head.lead, head.body = split(page, below)


def _text(page: Page, start: int, end: int) -> list[int]:
    return [at for at in range(start, end) if page.is_text(at)]


def _says_no_lead(page: Page, head: Head) -> bool:
    """Say whether code and picture follow the headline at once: the lead's place is empty."""
    between = range(head.headline + 1, head.repeated)
    facts = [page.lines[at].plain for at in between if page.kinds[at] is Kind.META]
    return len(facts) == len(between) == 1 and bool(codes.LABELLED.search(facts[0]))
