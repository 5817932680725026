"""``dabir import --again``: the pages that are kept are read with today's importer.

Nothing is read from outside. Stories that somebody edited here stay as they are, and so do
those whose page says just what it said.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Final

from dabir.archive.importers import VERSION, NoStory, PageRecord
from dabir.archive.importing import Wishes
from dabir.archive.making import Maker
from dabir.archive.models import Original
from dabir.archive.moving import Arrival, Deed, Mover, Report
from dabir.archive.sources import Form, UnreadableError, read_form

BATCH: Final = 100


def read_again(wishes: Wishes) -> Iterator[Report]:
    """Yield what became of each page that an older importer had read."""
    mover = Mover(Maker(wishes.day))
    old = Original.objects.filter(importer__lt=VERSION).order_by("pk")
    last = 0
    while batch := list(islice(old.filter(pk__gt=last), BATCH)):
        last = batch[-1].pk
        for original in batch:
            yield _again(original, mover, wishes.dry_run)


def _again(original: Original, mover: Mover, dry_run: bool) -> Report:
    try:
        record = read_form(Form(original.form), original.text, original.address)
    except (NoStory, UnreadableError) as error:
        return Report(Deed.REFUSED, original.path, original.story_id, why=str(error))
    record = _of_story(record, original)
    if dry_run:
        deed = Deed.LEFT if original.was_edited else Deed.UPDATED
        return Report(deed, original.path, original.story_id, record=record)
    arrival = Arrival(
        record,
        original.path,
        original.digest,
        bytes(original.packed),
        original.form,
        original.address,
    )
    return mover.move_in([arrival])[0]


def _of_story(record: PageRecord, original: Original) -> PageRecord:
    """Return the record with the code that the story has: codes are for life."""
    return replace(record, code=original.story_id) if record.code else record
