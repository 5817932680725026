"""A thousand stories that are due in the same minute: how late does each go out?

python -m tools.press_bench.schedule COUNT SECONDS_FROM_NOW SECONDS    (within a paper)
"""

import json
import random
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from typing import Any, Final

from tools.paper import DABIR
from tools.press_bench.bench import Paper, Row, share

DUE: Final = 1000
AHEAD: Final = 20
MINUTE: Final = 60


def rows(papers: list[Paper]) -> Iterator[Row]:
    """Schedule them over a minute, and once more all for one second."""
    paper = papers[0]
    for what, within in (("over one minute", MINUTE), ("in one second", 1)):
        delays = delays_of(paper, within)
        found = f"{share(delays, 0.5):.2f} / {share(delays, 0.99):.2f}"
        must = "p99 2" if within == MINUTE else ""
        yield Row(f"delay of {DUE:,} stories due {what}, s, p50 / p99", found, "", must)


def delays_of(paper: Paper, within: int) -> list[float]:
    with paper.process(*DABIR, "clock"), paper.press():
        delays: list[float] = paper.tell("schedule", DUE, AHEAD, within)
    return delays


def main(count: int, ahead: int, within: int) -> None:
    """Write stories whose approved versions fall due; wait for them; tell their delays."""
    import django

    django.setup()
    from django.utils import timezone

    from dabir.press.models import Appointment

    began = time.monotonic()
    stories = [scheduled(number) for number in range(count)]
    hour = timezone.now() + timedelta(seconds=ahead)
    approve(stories, hour, within)
    begun = timezone.now()
    until = time.monotonic() + ahead + within + 120
    done = Appointment.objects.filter(deed="publish", done_at__gte=begun)
    while done.count() < count and time.monotonic() < until:
        time.sleep(1)
    print(f"written in {time.monotonic() - began:.0f} s", file=sys.stderr)
    print(json.dumps(list(done.values_list("delay", flat=True))))


def scheduled(number: int) -> Any:
    from tools.press_bench.newsroom import draft

    return draft(number).save_revision()


def approve(revisions: list[Any], hour: Any, within: int) -> None:
    """Let versions fall due at random moments of some seconds, as Wagtail's scheduling does."""
    from wagtail.models import Revision

    chance = random.Random(1404)
    for revision in revisions:
        revision.approved_go_live_at = hour + timedelta(seconds=chance.random() * within)
        revision.content["go_live_at"] = revision.approved_go_live_at.isoformat()
    Revision.objects.bulk_update(revisions, ["approved_go_live_at", "content"], batch_size=100)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
