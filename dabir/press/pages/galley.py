"""What a batch of story pages is set from: read once for all of them.

    Galley([912090, 912091, …]) -> a dozen queries, however many stories
        .records    the stories by code
        .set(code)  the story as its pages show it, with what they read of it

A galley lives as long as its batch: no page is printed from an older state than the batch.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from dabir.comments.shown import ShownComments, published_on_many
from dabir.newsroom.models import Story
from dabir.press.asked import AskedRecords
from dabir.press.ledger import Reading
from dabir.press.pages import shown

PRINTED: Final = (
    *shown.CARD,
    "bullets",
    "body",
    "dateline",
    "picture_caption",
    "comments_closed",
    "pending_comments",
    "published_comments",
)
"""What of a story's row its pages are made from."""
_records: Final = AskedRecords(Story, *PRINTED)


@dataclass(frozen=True, slots=True)
class SetStory:
    """A story set in type, and what was read for it."""

    story: shown.StoryShown
    reading: Reading


class Galley:
    """The stories of a batch of pages, and what stands around them."""

    def __init__(self, codes: Iterable[int]) -> None:
        self.records: dict[int, Story] = _records(set(codes))
        self._set: dict[int, SetStory] = {}

    @classmethod
    def of_pages(cls, pages: Iterable[dict[str, str]]) -> "Galley":
        """Return the galley for pages by what their addresses name."""
        return cls(int(page["code"]) for page in pages)

    @cached_property
    def parts(self) -> dict[int, shown.Parts]:
        return shown.read_parts(self.records.values())

    @cached_property
    def around(self) -> shown.Around:
        live = [story for story in self.records.values() if story.is_public]
        return shown.around([(story, self.parts[story.pk]) for story in live])

    @cached_property
    def comments(self) -> dict[int, ShownComments]:
        return published_on_many(self.records.values())

    def whole_facts(self, code: int) -> str:
        """Return the digest of what a story's own pages show of it."""
        return shown.whole_facts(self.records[code], self.parts[code])

    def set(self, code: int, reading: Reading) -> shown.StoryShown:
        """Return a story as its own pages show it, and tell ``reading``."""
        if code not in self._set:
            own = Reading()
            story = shown.story(self.records[code], self.parts[code], self.around, own)
            self._set[code] = SetStory(story, own)
        found = self._set[code]
        reading.shown.update(found.reading.shown)
        return found.story
