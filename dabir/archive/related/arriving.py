"""A story that moves in and is in the paper already is remarked on, and moves in all the same.

The index knows what was there before the import; the pages of the import that came before are
remembered, some thousands of them.
"""

import contextlib
from dataclasses import replace

from django.utils import timezone

from dabir.archive.moving import Deed, Report
from dabir.archive.related import suggesting
from dabir.archive.related.finding import Copy, Finder
from dabir.archive.related.lately import Lately
from dabir.archive.search.entries import Entry
from dabir.archive.search.place import NoIndexError
from dabir.copydesk.places import NoLexiconError
from dabir.persian.jalali import TEHRAN


class Arrivals:
    """Looks at the stories of one import; where there is no index, it says nothing."""

    def __init__(self) -> None:
        self._lately = Lately()
        self._finder: Finder | None = None
        with contextlib.suppress(NoIndexError, NoLexiconError):
            self._finder = suggesting.finder()

    def look(self, report: Report) -> Report:
        """Return a page's report, with a remark where its story was in the paper before."""
        entry = _entry(report) if report.outcome is Deed.MOVED_IN else None
        copy = self._same(entry) if entry else None
        if copy is None:
            return report
        remark = f"Story {copy.code} says the same: {copy.share:.0%} of the shorter one."
        return replace(report, unsure=(*report.unsure, remark))

    def _same(self, entry: Entry) -> Copy | None:
        """Return what says the same in this import, or in the paper as it was before."""
        lately = self._lately.look(entry.code, f"{entry.lead}\n{entry.body}")
        return lately or (self._finder.same(entry) if self._finder else None)


def _entry(report: Report) -> Entry | None:
    record = report.record
    if record is None or report.code is None:
        return None
    published = record.published or timezone.now().astimezone(TEHRAN)
    body = "\n".join(record.told_once)
    return Entry(report.code, published, record.headline, record.kicker, record.lead, body)
