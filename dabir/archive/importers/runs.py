"""Where the body stands: the run of paragraphs that weighs most.

Furniture parts a page into runs. A menu is long and has no sentence; a list of headlines
has no sentence either; readers' comments have, but stand behind the comment form.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from dabir.archive.importers import codes
from dabir.archive.importers.furniture import behind_label
from dabir.archive.importers.kinds import Kind
from dabir.archive.importers.page import Page

SOFT: Final = {Kind.TEXT, Kind.TOOL, Kind.BYLINE}
ITEMS_INSIDE: Final = 4
"""So many related headlines may stand inside a body; a longer list closes it."""
READERS_WEIGHT: Final = 0.1


class Run(NamedTuple):
    """Lines from ``start`` to before ``end``."""

    start: int
    end: int


def find_runs(page: Page) -> list[Run]:
    """Return the stretches of lines that no furniture parts."""
    inside = set(_related_inside(page))
    runs: list[Run] = []
    start = 0
    for at, kind in enumerate(page.kinds):
        if kind not in SOFT and at not in inside:
            runs.append(Run(start, at))
            start = at + 1
    return [run for run in [*runs, Run(start, len(page))] if run.start < run.end]


def _related_inside(page: Page) -> Iterator[int]:
    """Yield the lines of «بیشتر بخوانید» and its headlines where the body goes on below."""
    for label in page.of(Kind.RELATED):
        end = label + 1
        while end < len(page) and page.kinds[end] is Kind.RELATED_ITEM:
            end += 1
        short = end - label - 1 <= ITEMS_INSIDE
        goes_on = end < len(page) and page.is_text(end)
        if short and goes_on and (page.is_prose(end) or behind_label(page.lines[label].plain)):
            yield from range(label, end)


def weigh(page: Page, run: Run, readers_at: int) -> float:
    """Return how much prose a run holds; what readers wrote counts little."""
    prose = sum(len(page.lines[at].plain) for at in range(*run) if page.is_prose(at))
    return prose * (READERS_WEIGHT if run.start > readers_at else 1)


def find_body(page: Page) -> Run | None:
    """Return the run that holds the body; None where the page has no paragraph.

    A story may be told in short lines alone, as results are; then its page has a code.
    """
    readers_at = next(page.of(Kind.READERS), len(page))
    runs = find_runs(page)
    best = max(runs, key=lambda run: (weigh(page, run, readers_at), -run.start), default=None)
    if best is None or weigh(page, best, readers_at):
        return best
    return _below_code(page, runs)


def _below_code(page: Page, runs: list[Run]) -> Run | None:
    code = next((at for at in page.of(Kind.META) if codes.read_code(page.lines[at].plain)), None)
    below = [run for run in runs if code is not None and run.start > code]
    return below[0] if below and below[0].end - below[0].start > 1 else None
