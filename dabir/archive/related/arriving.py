"""A story that moves in and is in the paper already is remarked on, and moves in all the same.

The index knows what was there before the import; two pages of one import are not compared.
"""

import contextlib
from dataclasses import replace

from django.utils import timezone

from dabir.archive.moving import Deed, Report
from dabir.archive.related import suggesting
from dabir.archive.related.finding import Finder
from dabir.archive.search.entries import Entry
from dabir.archive.search.place import NoIndexError
from dabir.copydesk.places import NoLexiconError
from dabir.persian.jalali import TEHRAN


class Arrivals:
    """Looks at the stories of one import; where there is no index, it says nothing."""

    def __init__(self) -> None:
        self._finder: Finder | None = None
        with contextlib.suppress(NoIndexError, NoLexiconError):
            self._finder = suggesting.finder()

    def look(self, report: Report) -> Report:
        """Return a page's report, with a remark where its story was in the paper before."""
        entry = _entry(report) if report.outcome is Deed.MOVED_IN else None
        copy = self._finder.same(entry) if self._finder and entry else None
        if copy is None:
            return report
        remark = f"Story {copy.code} says the same: {copy.share:.0%} of the shorter one."
        return replace(report, unsure=(*report.unsure, remark))


def _entry(report: Report) -> Entry | None:
    record = report.record
    if record is None or report.code is None:
        return None
    published = record.published or timezone.now().astimezone(TEHRAN)
    body = "\n".join(record.told_once)
    return Entry(report.code, published, record.headline, record.kicker, record.lead, body)
