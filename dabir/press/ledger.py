"""The ledger: what each printed page was made from, and which pages are stale.

Knows no story. A *source* is anything a page shows, by name («story:912090»); its
*facets* are digests of what pages may show of it («card», «whole»); a *list* is anything
that pages show a window of («section:3»), and a source has a *position* in it.

    note(source)          in the transaction of the change: something of it changed
    settle(describe)      after it: mark the pages that showed something else
    enter(page, reading)  after printing: what this page read, in place of what it read before
"""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from dabir.press.models import Change, PrintedPage, Shown, Standing, Window


def digest(*shown: object) -> str:
    """Return a short digest of values that a page shows; equal values, equal digest."""
    return hashlib.blake2b(repr(shown).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


@dataclass(slots=True)
class Reading:
    """What one page read while it was printed."""

    shown: dict[tuple[str, str], str] = field(default_factory=dict)
    windows: dict[str, int | None] = field(default_factory=dict)

    def show(self, source: str, facet: str, seen: str) -> None:
        """Note that the page shows ``facet`` of ``source``."""
        self.shown[source, facet] = seen

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
    """list -> the pages that are the list's own, and the sources that sum it up."""
    rank: Callable[[str], int | None]
    """path -> how soon it is printed (0 first), None for an address that no printer knows."""


def note(*sources: str) -> None:
    """Note that something of ``sources`` changed. Call in the transaction of the change."""
    Change.objects.bulk_create(Change(source=source) for source in sources)


def has_notes() -> bool:
    """Say whether changes wait to be settled."""
    return Change.objects.exists()


@transaction.atomic
def settle(describer: Describer, limit: int = 50) -> int:
    """Mark stale what the oldest noted changes touch; return how many changes were settled.

    All or nothing: what was settled by half when the press was killed is settled again.
    """
    noted = list(Change.objects.values_list("pk", "source")[:limit])
    if not noted:
        return 0
    summaries: set[str] = set()
    for source in dict.fromkeys(source for _, source in noted):
        summaries |= _settle_source(source, describer)
    for summary in sorted(summaries):
        facts = describer.facts(summary)
        _mark_shown_otherwise(summary, facts)
        add_pages(facts.paths, describer)
    Change.objects.filter(pk__in=[pk for pk, _ in noted]).delete()
    return len(noted)


def _settle_source(source: str, describer: Describer) -> set[str]:
    """Mark the pages that showed ``source`` otherwise, or a list that it entered or left.

    Return the sources that sum up the lists that it entered or left.
    """
    facts = describer.facts(source)
    summaries: set[str] = set()
    _mark_shown_otherwise(source, facts)
    add_pages(facts.paths, describer)
    for name, positions in _moved(source, facts).items():
        own, sums = describer.of_list(name)
        _mark_window(name, max(positions))
        add_pages(own, describer)
        summaries |= sums
    _stand(source, facts)
    return summaries


def _mark_shown_otherwise(source: str, facts: Facts) -> None:
    """Mark the pages that showed of ``source`` something that is no longer so."""
    is_still_so = Q()
    for facet, seen in facts.facets.items():
        is_still_so |= Q(facet=facet, seen=seen)
    shown = Shown.objects.filter(source=source)
    if facts.facets:
        shown = shown.exclude(is_still_so)
    PrintedPage.objects.filter(pk__in=shown.values("page")).update(stale_at=timezone.now())


def _mark_window(name: str, position: int) -> None:
    """Mark the pages whose window on list ``name`` reaches ``position``."""
    windows = Window.objects.filter(Q(floor__isnull=True) | Q(floor__lte=position), list=name)
    PrintedPage.objects.filter(pk__in=windows.values("page")).update(stale_at=timezone.now())


def _moved(source: str, facts: Facts) -> dict[str, list[int]]:
    """Return the lists in which ``source`` stands otherwise than before: list -> positions."""
    stood = {
        name: (position, seen)
        for name, position, seen in Standing.objects.filter(source=source).values_list(
            "list", "position", "seen"
        )
    }
    moved: dict[str, list[int]] = {}
    for name in stood.keys() | facts.standings.keys():
        before, now = stood.get(name), facts.standings.get(name)
        if before != now:
            moved[name] = [place[0] for place in (before, now) if place]
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


def add_pages(paths: Iterable[str], describer: Describer) -> None:
    """Let the press print ``paths`` that it does not know yet."""
    now = timezone.now()
    ranked = ((path, describer.rank(path)) for path in paths)
    PrintedPage.objects.bulk_create(
        (
            PrintedPage(path=path, rank=rank, stale_at=now)
            for path, rank in ranked
            if rank is not None
        ),
        ignore_conflicts=True,
        batch_size=500,
    )


def enter(page: PrintedPage, reading: Reading) -> None:
    """Write down what ``page`` read, in place of what it read before."""
    was = set(page.shown.values_list("source", "facet", "seen"))
    now = {(source, facet, seen) for (source, facet), seen in reading.shown.items()}
    if was != now:
        page.shown.all().delete()
        Shown.objects.bulk_create(
            (Shown(page=page, source=s, facet=f, seen=d) for s, f, d in sorted(now)), batch_size=500
        )
    stood = dict(page.windows.values_list("list", "floor"))
    if stood != reading.windows:
        page.windows.all().delete()
        Window.objects.bulk_create(
            Window(page=page, list=name, floor=floor) for name, floor in reading.windows.items()
        )
