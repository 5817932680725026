"""Lets the ledger say that every story of a generated paper is printed, without printing it.

    DABIR_DATA=/tmp/paper python -m tools.press_bench.printed_already

Two pages a story, what each shows, and the lists that the story stands in: as many rows as
printing leaves. The pages around them (fronts, days, months, topics, feeds) are printed.
"""

import json
import time
from collections.abc import Iterator
from itertools import islice
from typing import Any, Final

import django

AT_ONCE: Final = 2000
SEEN: Final = "0" * 24
"""A digest: nothing of these stories changes while it is measured."""


def main() -> None:
    django.setup()
    from dabir.newsroom.models import Story
    from dabir.press import ledger
    from dabir.press.pages import describer

    started = time.perf_counter()
    while ledger.settle(describer):  # what was noted while the paper was founded touches no page
        pass
    codes = Story.objects.order_by("pk").values_list("pk", flat=True).iterator()
    count = 0
    while some := list(islice(codes, AT_ONCE)):
        enter(some)
        count += len(some)
    print_the_rest()
    print(json.dumps({"stories": count, "seconds": time.perf_counter() - started}))


def enter(codes: list[int]) -> None:
    """Enter the pages of some stories."""
    from django.db import transaction
    from django.utils import timezone

    from dabir.newsroom.models import Story
    from dabir.press.models import PrintedPage, Shown, Standing
    from dabir.press.pages.facts import story_paths
    from dabir.press.pages.galley import Galley

    galley = Galley(codes)
    now = timezone.now()
    with transaction.atomic():
        pages = PrintedPage.objects.bulk_create(
            PrintedPage(path=path, rank=2 * n, status=200, digest=SEEN, size=15000, printed_at=now)
            for code in codes
            for n, path in enumerate(story_paths(code))
        )
        shown = (row for page in pages for row in shown_by(page, galley))
        Shown.objects.bulk_create(shown, batch_size=5000)
        stories = Story.objects.in_bulk(codes).values()
        standings = (row for story in stories for row in standings_of(story, galley))
        Standing.objects.bulk_create(standings, batch_size=5000)


def shown_by(page: Any, galley: Any) -> Iterator[Any]:
    from dabir.press.models import Shown

    code = int(page.path.split("/")[2])
    parts = galley.parts[code]
    names = [(f"story:{code}", "whole"), (f"story:{code}", "card"), ("paper", "whole")]
    names += [(f"topic:{topic.pk}", "whole") for topic in parts.topics]
    names += [(f"writer:{each.writer}", "whole") for each in parts.bylines]
    if page.rank == 0:
        names.append((f"comments:{code}", "whole"))
    if picture := galley.records[code].picture_id:
        names.append((f"picture:{picture}", "whole"))
    return (Shown(page=page, source=source, facet=facet, seen=SEEN) for source, facet in names)


def standings_of(story: Any, galley: Any) -> Iterator[Any]:
    from dabir.press.models import Standing
    from dabir.press.pages.facts import standings

    parts = galley.parts[story.pk]
    topics = [topic.pk for topic in parts.topics]
    for name, (position, seen) in standings(story, parts.further_sections, topics).items():
        yield Standing(source=f"story:{story.pk}", list=name, position=position, seen=seen)


def print_the_rest() -> None:
    """Print every page that is no story's."""
    from dabir.press import ledger, work
    from dabir.press.pages import all_paths, describer

    ledger.add_pages((path for path in all_paths() if not path.startswith("/news/")), describer)
    work.public_folder().prepare()
    work.work()


if __name__ == "__main__":
    main()
