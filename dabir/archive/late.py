"""Related stories whose own page moved in after the pages that name them."""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from django.db import transaction

from dabir.archive.headlines import LiveHeadlines
from dabir.archive.importers.lines import key
from dabir.archive.models import Original
from dabir.newsroom.models import RelatedStory

BATCH: Final = 500


def link_late(headlines: LiveHeadlines) -> int:
    """Link related stories that are here by now, in stories that nobody edited; return how many."""
    linked = 0
    for rows in _waiting():
        headlines.look_for({key(row.headline) for row in rows})
        found = [(row, headlines.find(row.headline, row.story_id)) for row in rows]
        linked += _link([(row, code) for row, code in found if code])
    return linked


def _waiting() -> Iterator[list[RelatedStory]]:
    """Yield the rows that name a story in words alone, in batches."""
    rows = RelatedStory.objects.filter(related=None, story__original__isnull=False)
    last = 0
    while batch := list(islice(rows.filter(pk__gt=last).order_by("pk"), BATCH)):
        last = batch[-1].pk
        yield batch


@transaction.atomic
def _link(found: list[tuple[RelatedStory, int]]) -> int:
    originals = Original.objects.select_related("story").defer("packed", "spans")
    by_story = originals.in_bulk({row.story_id for row, _ in found}, field_name="story_id")
    edited = {code for code, original in by_story.items() if original.was_edited}
    linked = 0
    for row, code in found:
        if row.story_id in edited:
            continue
        row.related_id, row.kicker, row.headline = code, "", ""
        row.save()
        linked += 1
    for code, original in by_story.items():
        if code not in edited:
            Original.objects.select_related("story").get(pk=original.pk).seal()
    return linked
