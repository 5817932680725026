"""Measures speed and sizes beside a limit or a peer, as ratios: `make bench`.

page sizes      a median story page, the first load of one, against their limits
serving         printed story pages a second, beside Django answering the same bytes
printing        story pages composed a second; milliseconds from save to printed front
"""

import gzip
import http.client
import re
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from tools.paper import RunningPaper, environment, running

HTML_LIMIT: Final = 30_000
FIRST_LOAD_LIMIT: Final = 120_000
SECONDS: Final = 3.0
CONNECTIONS: Final = 4


def line(what: str, found: str, beside: str, ratio: float) -> None:
    print(f"{what:44} {found:>16} {beside:>30} {ratio:>7.2f}")


def sizes(paper: RunningPaper) -> None:
    """Weigh the story pages, and what a reader's first load of one brings without pictures."""
    pages = sorted(
        (len(gzip.decompress(place.read_bytes())), place)
        for place in paper.folder.glob("public/news/*.html.gz")
        if place.name.removesuffix(".html.gz").isdigit()
    )
    size, median = pages[len(pages) // 2]
    line("HTML of the median story, bytes", f"{size:,}", f"limit {HTML_LIMIT:,}", size / HTML_LIMIT)
    html = gzip.decompress(median.read_bytes()).decode()
    parts = re.findall(r'(?:src|href)="(/static/[^"]+\.(?:css|js|woff2))"', html)
    load = median.with_suffix(".br").stat().st_size
    for part in dict.fromkeys(parts):
        place = paper.folder / part.lstrip("/")
        packed = place.with_name(place.name + ".br")
        load += (packed if packed.exists() else place).stat().st_size
    line(
        "First load without pictures, bytes",
        f"{load:,}",
        f"limit {FIRST_LOAD_LIMIT:,}",
        load / FIRST_LOAD_LIMIT,
    )
    packed = median.stat().st_size
    line("The same page in gzip, bytes", f"{packed:,}", f"plain {size:,}", packed / size)


def requests_a_second(paper: RunningPaper, path: str) -> float:
    """Return how many answers a second a few keep-alive connections get."""
    host = paper.address.removeprefix("http://")
    counts = [0] * CONNECTIONS
    until = time.perf_counter() + SECONDS

    def ask(number: int) -> None:
        connection = http.client.HTTPConnection(host)
        while time.perf_counter() < until:
            connection.request("GET", path, headers={"Accept-Encoding": "br"})
            connection.getresponse().read()
            counts[number] += 1

    threads = [threading.Thread(target=ask, args=(n,)) for n in range(CONNECTIONS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / SECONDS


def serving(paper: RunningPaper) -> None:
    """Ask for a printed page and for one that Django makes, in the same run."""
    printed = requests_a_second(paper, "/news/30/")
    made = requests_a_second(paper, "/classifieds/new/")
    line(
        "Printed page, answers a second",
        f"{printed:,.0f}",
        f"page made by Django {made:,.0f}",
        printed / made,
    )


PRINTING: Final = """
import statistics, time, django
django.setup()
from django.utils import timezone
from dabir.newsroom.models import Story
from dabir.press import work
from dabir.press.ledger import Reading
from dabir.press.models import PrintedPage
from dabir.press.pages import compose
codes = list(Story.objects.live().values_list("code", flat=True))
compose(f"/news/{codes[0]}/", Reading())
started = time.process_time()
for code in codes:
    compose(f"/news/{code}/", Reading())
print(len(codes) / (time.process_time() - started))
"""


def printing(paper: RunningPaper) -> None:
    """Compose every story's page, and time a publication until the front shows it."""
    done = subprocess.run(
        [sys.executable, "-c", PRINTING],
        env={
            **environment(paper.folder, paper.address),
            "DJANGO_SETTINGS_MODULE": "dabir.settings",
        },
        capture_output=True,
        text=True,
        check=True,
    )
    rate = float(done.stdout)
    line("Story pages composed a CPU second", f"{rate:,.0f}", "prototype 200", rate / 200)
    delays = [publication(paper, number) for number in range(10)]
    p50, p95 = statistics.median(delays), max(delays)
    line("Headline saved to front printed, ms, p50", f"{p50 * 1000:,.0f}", "limit 1,000", p50)
    line("The same, worst of ten", f"{p95 * 1000:,.0f}", "limit 1,000", p95)


PUBLISH: Final = """
import django, time
django.setup()
from dabir.newsroom.models import Story
story = Story.objects.live().newest().first()
story.headline = {headline!r}
story.save_revision().publish()
print(time.time())
"""


def publication(paper: RunningPaper, number: int) -> float:
    """Return the seconds from a committed headline to the front that shows it."""
    headline = f"تیتر آزمون شماره {number} در {time.time():.0f}"
    shown_at: list[float] = []
    front = paper.folder / "public" / "index.html.gz"
    watch = threading.Thread(target=lambda: shown_at.append(wait_until(front, headline)))
    watch.start()
    done = subprocess.run(
        [sys.executable, "-c", PUBLISH.format(headline=headline)],
        env={
            **environment(paper.folder, paper.address),
            "DJANGO_SETTINGS_MODULE": "dabir.settings",
        },
        capture_output=True,
        text=True,
        check=True,
    )
    watch.join()
    return shown_at[0] - float(done.stdout)


def wait_until(place: Path, words: str, seconds: float = 60) -> float:
    wanted = re.sub(r"\d", lambda digit: "۰۱۲۳۴۵۶۷۸۹"[int(digit[0])], words)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        text = gzip.decompress(place.read_bytes()).decode()
        if words in text or wanted in text:
            return time.time()
        time.sleep(0.005)
    raise TimeoutError(f"{place} never showed «{words}»")


def main() -> None:
    measures: tuple[Callable[[RunningPaper], None], ...] = (sizes, serving, printing)
    with running() as paper:
        print(f"{'':44} {'Dabir':>16} {'beside':>30} {'ratio':>7}")
        for measure in measures:
            measure(paper)


if __name__ == "__main__":
    main()
