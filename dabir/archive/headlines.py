"""Live stories by their headline, for the related stories that pages name."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from dabir.archive.importers import PageRecord
from dabir.archive.importers.lines import key
from dabir.archive.models import Original
from dabir.newsroom.models import Story


@dataclass(slots=True)
class LiveHeadlines:
    """Finds a live story by its headline, whatever the spelling of yeh, kaf and blanks.

    Stories that moved in are found by an index; those written here are read once.
    """

    _written_here: dict[str, int] | None = field(default=None)
    _ahead: dict[str, list[int]] = field(default_factory=dict)

    def look_ahead(self, records: Iterable[PageRecord]) -> None:
        """Ask for all that these records name at once; until the next time it is remembered."""
        said = {key(row.headline) for record in records for row in record.related}
        self.look_for(said)

    def look_for(self, said: set[str]) -> None:
        """Ask for the stories with these headlines, as keys, at once."""
        self._ahead = {each: [] for each in said}
        moved = Original.objects.filter(headline_key__in=said, story__live=True)
        for headline, code in moved.values_list("headline_key", "story_id") if said else ():
            self._ahead[headline].append(code)

    def find(self, headline: str, but: int | None) -> int | None:
        """Return the code of the live story with this headline, other than ``but``."""
        said = key(headline)
        codes = self._ahead.get(said)
        if codes is None:
            moved = Original.objects.filter(headline_key=said, story__live=True)
            codes = list(moved.values_list("story_id", flat=True))
        return next((code for code in codes if code != but), None) or self._written(said, but)

    def _written(self, said: str, but: int | None) -> int | None:
        if self._written_here is None:
            here = Story.objects.live().filter(original__isnull=True)
            self._written_here = {
                key(headline): code for headline, code in here.values_list("headline", "code")
            }
        code = self._written_here.get(said)
        return None if code == but else code
