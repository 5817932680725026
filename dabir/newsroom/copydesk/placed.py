"""The desk's marks over a saved story, each in its place."""

from dataclasses import dataclass

from dabir.copydesk import Mark
from dabir.newsroom.copydesk import house
from dabir.newsroom.copydesk.parts import Part, names, parts
from dabir.newsroom.models import Story


@dataclass(frozen=True, slots=True)
class PlacedMark:
    """A mark in a paragraph of a story."""

    part: Part
    mark: Mark
    key: str

    @property
    def words(self) -> str:
        """What is marked."""
        return self.part.text[self.mark.start : self.mark.end]


def marks_of(story: Story) -> list[PlacedMark]:
    """Return every mark over the words of ``story``, answered or not."""
    found = list(parts(story))
    read = house.reader().read([part.text for part in found], names(story))
    return [
        PlacedMark(part, each.mark, each.key)
        for part, marks in zip(found, read, strict=True)
        for each in marks
    ]
