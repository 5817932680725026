"""Live stories by their headline, for the related stories that pages name."""

from dataclasses import dataclass, field

from dabir.archive.importers.lines import key
from dabir.archive.models import Original
from dabir.newsroom.models import Story


@dataclass(slots=True)
class LiveHeadlines:
    """Finds a live story by its headline, whatever the spelling of yeh, kaf and blanks.

    Stories that moved in are found by an index; those written here are read once.
    """

    _written_here: dict[str, int] | None = field(default=None)

    def find(self, headline: str, but: int | None) -> int | None:
        """Return the code of the live story with this headline, other than ``but``."""
        said = key(headline)
        moved = Original.objects.filter(headline_key=said, story__live=True)
        codes = moved.values_list("story_id", flat=True)
        return next((code for code in codes if code != but), None) or self._written(said, but)

    def _written(self, said: str, but: int | None) -> int | None:
        if self._written_here is None:
            here = Story.objects.live().filter(original__isnull=True)
            self._written_here = {
                key(headline): code for headline, code in here.values_list("headline", "code")
            }
        code = self._written_here.get(said)
        return None if code == but else code
