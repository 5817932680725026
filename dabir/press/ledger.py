"""The ledger: what each printed page was made from, and which pages are stale.

Knows no story. A *source* is anything a page shows, by name («story:912090»); its
*facets* are digests of what pages may show of it («card», «whole»); a *list* is anything
that pages show a window of («section:3»), and a source has a *position* in it.

    note(source)          in the transaction of the change: something of it changed
    settle(describer)     after it: mark the pages that showed something else

What pages read is entered after printing: ``dabir.press.entering``.
"""

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from typing import Final

from django.db.models import Q
from django.utils import timezone

from dabir.press import locks
from dabir.press.models import Change, PrintedPage, Settlement, Shown, Standing, Window

MIXED: Final = "mixed"
"""The digest of what changed while it was read."""
PATIENCE: Final = 0.1
"""Seconds that one settling takes at most: meanwhile nothing is entered, and on SQLite
nobody saves."""


def digest(*shown: object) -> str:
    """Return a short digest of values that a page shows; equal values, equal digest."""
    return hashlib.blake2b(repr(shown).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


@dataclass(slots=True)
class Reading:
    """What one page read while it was printed."""

    shown: dict[tuple[str, str], str] = field(default_factory=dict)
    windows: dict[str, int | None] = field(default_factory=dict)

    def show(self, source: str, facet: str, seen: str) -> None:
        """Note that the page shows ``facet`` of ``source``.

        What was read twice, and changed in between, is noted as what it never is.
        """
        self.shown[source, facet] = seen if self.shown.get((source, facet), seen) == seen else MIXED

    def list(self, name: str, floor: int | None) -> None:
        """Note that the page shows list ``name`` down to position ``floor`` (None: all of it)."""
        if name in self.windows:
            known = self.windows[name]
            floor = None if known is None or floor is None else min(known, floor)
        self.windows[name] = floor


@dataclass(slots=True)
class Facts:
    """What is true of a source now. A source that is gone has none of it."""

    facets: dict[str, str] = field(default_factory=dict)
    standings: dict[str, tuple[int, str]] = field(default_factory=dict)
    """List -> position in it, and a digest of what lists show beside the position."""
    paths: frozenset[str] = frozenset()
    """The pages that are the source's own."""


@dataclass(frozen=True, slots=True)
class Describer:
    """How the rooms that know the sources answer the ledger."""

    facts: Callable[[str], Facts]
    """source -> what is true of it now."""
    of_list: Callable[[str], tuple[frozenset[str], frozenset[str]]]
    """list -> the pages that are the list's own, and the sources that sum it up. Asked while the
    list stands as it did before."""
    rank: Callable[[str], int | None]
    """path -> how soon it is printed (0 first), None for an address that no printer knows."""


def note(*sources: str) -> None:
    """Note that something of ``sources`` changed. Call in the transaction of the change."""
    Change.objects.bulk_create(Change(source=source) for source in sources)


def has_notes() -> bool:
    """Say whether changes wait to be settled."""
    return Change.objects.exists()


def mark_every() -> int:
    """Mark every known page stale: what shapes all of them changed. Return how many they are."""
    return PrintedPage.objects.update(stale_at=timezone.now(), retry_at=None)


def settle(describer: Describer, limit: int = 200) -> int:
    """Mark stale what the oldest noted changes touch; return how many changes were settled.

    All or nothing: what was settled by half when the press was killed is settled again.
    Nothing is settled while another printer does it.
    """
    if not has_notes():
        return 0
    with locks.alone() as is_ours:
        return _settle(describer, limit) if is_ours else 0


def _settle(describer: Describer, limit: int) -> int:
    noted: dict[str, list[Change]] = {}
    for change in Change.objects.all()[:limit]:
        noted.setdefault(change.source, []).append(change)
    until = time.monotonic() + PATIENCE
    done: list[int] = []
    summaries: dict[str, datetime] = {}
    for source, changes in noted.items():
        since = changes[0].noted_at
        for summary in _settle_source(source, since, describer):
            summaries.setdefault(summary, since)
        done += [change.pk for change in changes]
        if time.monotonic() > until:
            break
    for summary, since in sorted(summaries.items()):
        with _settlement(summary, since) as settled:
            facts = describer.facts(summary)
            _mark_shown_otherwise(summary, facts, settled)
            add_pages(facts.paths, describer, settled)
    Change.objects.filter(pk__in=done).delete()
    return len(done)


@contextmanager
def _settlement(name: str, noted_at: datetime) -> Iterator[Settlement]:
    """Write down that ``name`` is settled, and how many pages that marked."""
    settled = Settlement.objects.create(name=name, noted_at=noted_at)
    yield settled
    if settled.pages:
        settled.save(update_fields=["pages"])


def _settle_source(source: str, noted_at: datetime, describer: Describer) -> set[str]:
    """Mark the pages that showed ``source`` otherwise, or a list that it entered or left.

    Return the sources that sum up the lists that it entered or left.
    """
    with _settlement(source, noted_at) as settled:
        facts = describer.facts(source)
        moved = _moved(source, facts)
        Settlement.objects.bulk_create(
            Settlement(name=list_name(name), noted_at=noted_at) for name in moved
        )
        _mark_shown_otherwise(source, facts, settled)
        _mark_windows(moved, settled)
        told = [describer.of_list(name) for name in moved]
        add_pages(facts.paths.union(*(own for own, _ in told)), describer, settled)
        if moved:
            _stand(source, facts)
    return {summary for _, sums in told for summary in sums}


def list_name(name: str) -> str:
    """Return the name under which movements in a list are settled."""
    return f"list {name}"


def _mark_shown_otherwise(source: str, facts: Facts, settled: Settlement) -> None:
    """Mark the pages that showed of ``source`` something that is no longer so."""
    is_still_so = Q()
    for facet, seen in facts.facets.items():
        is_still_so |= Q(facet=facet, seen=seen)
    shown = Shown.objects.filter(source=source)
    if facts.facets:
        shown = shown.exclude(is_still_so)
    _mark(Q(pk__in=shown.values("page")), settled)


def _mark_windows(moved: Mapping[str, int], settled: Settlement) -> None:
    """Mark the pages whose windows on lists reach the positions where something moved."""
    touched = Q()
    for name, position in moved.items():
        touched |= Q(list=name) & (Q(floor__isnull=True) | Q(floor__lte=position))
    if moved:
        _mark(Q(pk__in=Window.objects.filter(touched).values("page")), settled)


def _mark(which: Q, settled: Settlement) -> None:
    """Mark pages stale; one that failed may succeed now, and is tried at once."""
    others = PrintedPage.objects.filter(which).exclude(
        settlement=settled.pk, stale_at__isnull=False
    )
    settled.pages += others.update(stale_at=timezone.now(), retry_at=None, settlement=settled.pk)


def _moved(source: str, facts: Facts) -> dict[str, int]:
    """Return the lists in which ``source`` stands otherwise than before: list -> the higher of
    its positions then and now.
    """
    stood = {
        name: (position, seen)
        for name, position, seen in Standing.objects.filter(source=source).values_list(
            "list", "position", "seen"
        )
    }
    moved: dict[str, int] = {}
    for name in stood.keys() | facts.standings.keys():
        before, now = stood.get(name), facts.standings.get(name)
        if before != now:
            moved[name] = max(place[0] for place in (before, now) if place)
    return moved


def _stand(source: str, facts: Facts) -> None:
    """Write down where ``source`` stands now."""
    Standing.objects.filter(source=source).exclude(list__in=facts.standings).delete()
    Standing.objects.bulk_create(
        (
            Standing(source=source, list=name, position=position, seen=seen)
            for name, (position, seen) in facts.standings.items()
        ),
        update_conflicts=True,
        unique_fields=["source", "list"],
        update_fields=["position", "seen"],
    )


def add_pages(
    paths: Iterable[str], describer: Describer, settled: Settlement | None = None
) -> None:
    """Let the press print ``paths`` that it does not know yet."""
    now = timezone.now()
    left = iter(paths)
    while some := list(islice(left, 500)):
        known = set(PrintedPage.objects.filter(path__in=some).values_list("path", flat=True))
        new = [
            PrintedPage(
                path=path, rank=rank, stale_at=now, settlement=settled.pk if settled else None
            )
            for path in some
            if path not in known and (rank := describer.rank(path)) is not None
        ]
        PrintedPage.objects.bulk_create(new, ignore_conflicts=True)
        if settled:
            settled.pages += len(new)
