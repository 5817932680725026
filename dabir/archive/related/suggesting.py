"""What is printed beside a story whose editor chose nothing, made once and kept as a record.

    want(codes)    stories that went out and have no related stories: theirs are to be found
    make()         the newest of these get theirs, some at a time, when the indexer is idle
    suggest(code)  one story gets its own, anew

Never while a page is printed and never in the transaction of a publication: nobody waits
for a search, and a page is made from records alone. Saving a record notes it to the ledger.
"""

import logging
from collections.abc import Iterable, Sequence
from typing import Final

from django.utils import timezone

from dabir.archive.models import Suggestion
from dabir.archive.related.finding import Copy, Finder
from dabir.archive.related.learning import facts_of, points_reader
from dabir.archive.search import stories
from dabir.archive.search.asking import reader
from dabir.archive.search.entries import Entry
from dabir.newsroom.models import Story

log = logging.getLogger("dabir.archive")

KEPT: Final = 8
"""Suggestions that are kept; the press prints the first five that readers may see."""
AT_ONCE: Final = 20


def finder() -> Finder:
    """Return who finds, in the newest state of the index; NoIndexError where there is none."""
    opened = reader.opened()
    points = points_reader.opened(facts_of(opened))
    return Finder(opened.index, opened.analyser, points, stories.entries)


def want(codes: Iterable[int]) -> None:
    """Note that these stories are to get suggestions, where readers see them and need some.

    Stories that moved in get theirs when somebody asks for it: there may be a million.
    """
    bare = Story.objects.live().filter(
        pk__in=list(codes), related_stories__isnull=True, suggestion__isnull=True
    )
    written_here = bare.filter(original__isnull=True).order_by().values_list("pk", flat=True)
    note_wanted(written_here)


def note_wanted(codes: Iterable[int]) -> None:
    """Note that suggestions are to be found for these stories."""
    rows = (Suggestion(story_id=code) for code in codes)
    Suggestion.objects.bulk_create(rows, ignore_conflicts=True, batch_size=1_000)


def make(most: int = AT_ONCE) -> int:
    """Find what is wanted for the newest ``most`` stories; return for how many."""
    waiting = Suggestion.objects.filter(codes__isnull=True).order_by("-story")
    codes = list(waiting.values_list("pk", flat=True)[:most])
    if not codes:
        return 0
    who = finder()
    entries = {entry.code: entry for entry in stories.entries(codes)}
    for code in codes:
        try:
            _keep(who, code, entries.get(code))
        except Exception:
            log.exception("No suggestions were found for story %s", code)
            Suggestion.objects.filter(pk=code).update(codes=[])
    return len(codes)


def suggest(code: int) -> Sequence[int]:
    """Find the suggestions of one story anew, and keep them; none for one nobody sees."""
    entry = next(iter(stories.entries([code])), None)
    return _keep(finder(), code, entry)


def _keep(who: Finder, code: int, entry: Entry | None) -> Sequence[int]:
    """Keep what is found for a story; one that readers see no more wants nothing."""
    if entry is None:
        wanted = Suggestion.objects.filter(pk=code, codes__isnull=True)
        wanted.filter(silent=False).delete()
        wanted.update(codes=[])
        return []
    found = public(who.related(entry, KEPT))
    defaults = {"codes": found, "made_at": timezone.now()}
    Suggestion.objects.update_or_create(pk=code, defaults=defaults)
    return found


def silence(code: int, *, silent: bool) -> None:
    """Let none be printed beside a story; or print them again, found anew."""
    Suggestion.objects.update_or_create(pk=code, defaults={"silent": silent})
    if not silent:
        suggest(code)


def public(codes: Sequence[int]) -> list[int]:
    """Return those of ``codes`` whose stories readers see now: the index may be a second late."""
    seen = set(Story.objects.live().filter(pk__in=codes).order_by().values_list("pk", flat=True))
    return [code for code in codes if code in seen]


def related_to(story: Story, limit: int) -> list[int]:
    """Return codes of public stories related to a story, which may be a draft."""
    return public(finder().related(stories.entry_of(story), limit))


def same_as(story: Story) -> Copy | None:
    """Return the public story that says the same as a story, which may be a draft."""
    copy = finder().same(stories.entry_of(story))
    return copy if copy and public([copy.code]) else None
