"""Stories that stand otherwise in the ledger's lists than their records say.

Settling keeps the two alike. A change that went past ``save()`` does not: printing everything
afresh looks for such stories first, and so does the check of the paper.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice
from typing import Final

from dabir.newsroom.models import Story
from dabir.press.models import Change, Standing
from dabir.press.pages import facts, shown

_STANDS_BY: Final = (
    "kind",
    "section_id",
    "live",
    "embargo_until",
    "first_published_at",
    "last_published_at",
)
_SOME: Final = 1000
_Standings = dict[str, tuple[int, str]]


def astray() -> Iterator[str]:
    """Yield the sources that stand astray, and that no noted change is about to put right."""
    found: set[str] = set()
    for some in _batches():
        for source in _differing(some) - found:
            if not Change.objects.filter(source=source).exists() and _differing([source]):
                found.add(source)
                yield source


def _batches() -> Iterator[list[str]]:
    """Yield the stories that readers see, and those that the ledger holds to be such."""
    live = Story.objects.live().filter(first_published_at__isnull=False).order_by("pk")
    standing = Standing.objects.filter(list="latest").order_by("position")
    codes = (f"story:{code}" for code in live.values_list("pk", flat=True).iterator())
    for sources in (codes, standing.values_list("source", flat=True).iterator()):
        while some := list(islice(sources, _SOME)):
            yield some


def _differing(sources: list[str]) -> set[str]:
    """Return which of some stories stand otherwise than their records say."""
    told, known = _by_records(sources), _by_ledger(sources)
    return {source for source in sources if told.get(source, {}) != known.get(source, {})}


def _by_records(sources: list[str]) -> dict[str, _Standings]:
    codes = [int(source.partition(":")[2]) for source in sources]
    found = Story.objects.filter(pk__in=codes).only(*_STANDS_BY)
    return {
        f"story:{story.pk}": facts.standings(story, sections, (topic.pk for topic in topics))
        for story, sections, topics in shown.places(found)
    }


def _by_ledger(sources: list[str]) -> dict[str, _Standings]:
    known: dict[str, _Standings] = defaultdict(dict)
    rows = Standing.objects.filter(source__in=sources)
    for source, name, position, seen in rows.values_list("source", "list", "position", "seen"):
        known[source][name] = position, seen
    return known
