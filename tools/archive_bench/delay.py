"""From the click on «انتشار» to the moment at which a reader's search finds the story.

The demo paper runs as ``dabir run`` runs it; stories of one word that no other has are
published one by one, and /search/ is asked for it until it finds it.
"""

import http.client
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import quote, urlsplit

from tools.archive_bench.table import Row, share
from tools.paper import ROOT, environment, running

TIMES: Final = 15
MUST: Final = 1.0
PATIENCE: Final = 20.0
PAUSE: Final = 0.02
_LETTERS: Final = "بپجچخدزسفکگل"


def rows() -> Iterator[Row]:
    """Publish in a running paper; yield how late the search found it."""
    with running() as paper:
        done = subprocess.run(
            [sys.executable, "-m", "tools.archive_bench.delay", paper.address],
            env=environment(paper.folder, paper.address)
            | {"DJANGO_SETTINGS_MODULE": "dabir.settings"},
            cwd=ROOT, check=True, stdout=subprocess.PIPE,
        )  # fmt: skip
    late = json.loads(done.stdout.splitlines()[-1])
    most = share(late, 0.95)
    yield Row(
        "published to found at /search/, p50 / p95 of the clock, ms",
        f"{share(late, 0.5) * 1000:,.0f} / {most * 1000:,.0f}",
        must=f"≤ {MUST * 1000:,.0f}",
        aim="50",
        holds=most <= MUST,
    )


def measure(address: str) -> list[float]:
    """Return the seconds between a publication and its being found, some times."""
    once = [published(word(number), address) for number in range(TIMES + 1)]
    return once[1:]


def word(number: int) -> str:
    """Return a word that no story has."""
    digits = f"{time.time_ns() % 10**10:010}{number:03}"
    return "ژغ" + "".join(_LETTERS[int(digit)] for digit in digits)


def published(name: str, address: str) -> float:
    """Publish a story that is called ``name``; return the seconds until a reader finds it."""
    story = draft(name)
    began = time.perf_counter()
    story.save_revision().publish()
    while time.perf_counter() - began < PATIENCE:
        if found(name, story.get_absolute_url(), address):
            return time.perf_counter() - began
        time.sleep(PAUSE)
    raise RuntimeError(f"Story {story.pk} is not found.")


def draft(name: str) -> Any:
    from dabir.newsroom.models import Section, Story

    return Story.objects.create(
        headline=f"خبر {name}", section=Section.objects.all()[0], live=False
    )


_asked = 0


def found(name: str, path: str, address: str) -> bool:
    """Say whether the search's page leads to ``path``; each question from another sender, for
    one who asks so often is turned away."""
    global _asked
    _asked += 1
    sender = f"127.{1 + _asked // 62_500 % 200}.{_asked // 250 % 250}.{1 + _asked % 250}"
    place = urlsplit(address)
    connection = http.client.HTTPConnection(
        str(place.hostname), place.port, timeout=PATIENCE, source_address=(sender, 0)
    )
    try:
        connection.request("GET", f"/search/?q={quote(name)}")
        return f'href="{path}' in connection.getresponse().read().decode()
    finally:
        connection.close()


if __name__ == "__main__":
    import django

    django.setup()
    print(json.dumps(measure(sys.argv[1])))
