"""What the pages of a batch show in common, read once for all of them.

    with opened():                  a batch begins
        case().masthead             the paper, with its digest
        case().newest(name, limit)  what stands first in a list
        case().stories(codes)       stories, as much of each as a card is made of
        case().album                pictures with their renditions

A batch ends before the next one begins, so no page is printed from an older state than its
batch; whoever asks whether something changed since must have begun to watch before. Outside of
a batch every question is asked afresh.
"""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from dabir.newsroom.models import Story
from dabir.press import lists
from dabir.press.ledger import Reading, digest
from dabir.press.pages.shown.pictures import Album
from dabir.press.pages.shown.records import (
    KINDS,
    Card,
    PaperShown,
    SectionShown,
    all_sections,
    card_facts,
    card_records,
    paper_facts,
    published_at,
)


class Case:
    """The type case of a batch."""

    def __init__(self) -> None:
        self.album = Album()
        self.cards: dict[int, tuple[str, Card]] = {}
        """Cards that were made, with what the ledger is told of them, by the story's code."""
        self._stories: dict[int, Story] = {}
        self._lists: dict[str, tuple[int | None, list[tuple[int, str]]]] = {}
        """List -> how deep it was read (None: all of it), and what stands there."""

    @cached_property
    def masthead(self) -> tuple[PaperShown, str]:
        """The masthead with its digest."""
        found = paper_facts()
        return found, digest(found)

    @cached_property
    def sections(self) -> dict[int, SectionShown]:
        return all_sections()

    def stories(self, codes: list[int]) -> list[Story]:
        """Return those of some stories that readers see, in this order.

        One that was withdrawn since its code was read is left out: its list is read again.
        """
        missing = [code for code in codes if code not in self._stories]
        if missing:
            self._stories |= card_records(missing)
        found = (self._stories.get(code) for code in codes)
        return [story for story in found if story is not None and story.is_public]

    def newest(self, name: str, limit: int | None, floor: int | None = None) -> list[Story]:
        """Return the stories that stand first in a list, newest first, down to ``floor``.

        There may be more than ``limit`` where several share the last position, and fewer where
        one was withdrawn and that is not settled yet: then the page is printed again.
        """
        rows = self._top(name, limit)
        codes = [
            int(source.partition(":")[2]) for at, source in rows if floor is None or at >= floor
        ]
        return sorted(self.stories(codes), key=_by_moment, reverse=True)

    def _top(self, name: str, limit: int | None) -> list[tuple[int, str]]:
        """Return a list's top, read once as deep as any page of the batch has asked."""
        if name in self._lists:
            depth, rows = self._lists[name]
            if depth is None or (limit is not None and limit <= depth):
                return _first(rows, limit)
        self._lists[name] = limit, lists.top(name, limit)
        return self._lists[name][1]


def _first(rows: list[tuple[int, str]], limit: int | None) -> list[tuple[int, str]]:
    """Return the first rows, with those that share the last one's position."""
    if limit is None or len(rows) <= limit:
        return rows
    last = rows[limit - 1][0]
    return [row for row in rows if row[0] >= last]


def _by_moment(story: Story) -> tuple[datetime, int]:
    return published_at(story), story.pk


_CASE: ContextVar[Case | None] = ContextVar("case", default=None)


def case() -> Case:
    """Return the case of the batch; outside of one, a new one."""
    return _CASE.get() or Case()


@contextmanager
def opened() -> Iterator[None]:
    """Let what is composed within share one case."""
    before = _CASE.set(Case())
    try:
        yield
    finally:
        _CASE.reset(before)


def paper(reading: Reading) -> PaperShown:
    """Return the masthead, and tell ``reading``."""
    found, seen = case().masthead
    reading.show("paper", "whole", seen)
    return found


@dataclass(frozen=True, slots=True)
class Around:
    """What stories show that is not their own, read at once for many of them."""

    sections: Mapping[int, SectionShown]
    album: Album
    videos: Mapping[int, str]
    """Document -> its address."""
    others: Mapping[int, Story]
    """Stories set beside them, by code."""
    cards: dict[int, tuple[str, Card]] = field(default_factory=dict)

    @classmethod
    def of_cards(cls, stories: Collection[Story]) -> "Around":
        """Return what the cards of ``stories`` show."""
        shared = case()
        shared.album.add(story.picture_id for story in stories)
        return cls(shared.sections, shared.album, {}, {}, shared.cards)


def card(story: Story, reading: Reading, around: Around) -> Card:
    """Return a story as other pages show it.

    Its section's name needs no record of its own: every page shows the masthead, and
    with it all sections.
    """
    code = story.pk or 0
    if code not in around.cards:
        around.cards[code] = card_facts(story), _made(story, around)
    seen, found = around.cards[code]
    reading.show(f"story:{code}", "card", seen)
    around.album.show(story.picture_id, reading)
    return found


def _made(story: Story, around: Around) -> Card:
    return Card(
        code=story.pk or 0,
        address=story.get_absolute_url(),
        kind=story.kind,
        kind_label=KINDS[story.kind],
        kicker=story.kicker,
        headline=story.headline,
        short_headline=story.short_headline or story.headline,
        lead=story.lead,
        published_at=published_at(story),
        section=around.sections[story.section_id],
        picture=around.album.show(story.picture_id, Reading()),
    )
