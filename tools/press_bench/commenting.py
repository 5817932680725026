"""Readers while fifty comments a second arrive and five stories a second are published."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Final

from tools.paper import ROOT
from tools.press_bench.bench import Paper, Row, wait_until_answered

COMMENTS: Final = 50
STORIES: Final = 5
SECONDS: Final = 10
READERS: Final = 4


def rows(papers: list[Paper]) -> Iterator[Row]:
    """Compare the p99 of a reader with the idle paper's, in one run."""
    paper = papers[0]
    with paper.run():
        wait_until_answered(paper.port, "/newsroom/login/")
        paper.tell("reader", paper.port, "/", 2, READERS)
        idle = paper.tell("reader", paper.port, "/", SECONDS, READERS)
        newsroom = begin(paper)
        time.sleep(1)
        busy = paper.tell("reader", paper.port, "/", SECONDS - 2, READERS)
        reached = json.loads(newsroom.communicate()[0])
    found = f"{busy['p99'] / idle['p99']:.2f}"
    beside = f"{busy['p99'] * 1000:.1f} and {idle['p99'] * 1000:.1f} ms"
    what = f"readers' p99 under {COMMENTS} comments, {STORIES} stories a s, against idle"
    yield Row(what, found, beside, "2")
    pace = f"{reached['comments']:.0f} and {reached['stories']:.1f} a s"
    yield Row("   comments and stories that were reached", pace)


def begin(paper: Paper) -> "subprocess.Popen[str]":
    """Let a newsroom begin, once it has its drafts."""
    words = ["work", str(SECONDS), str(COMMENTS), str(STORIES)]
    return subprocess.Popen(
        [sys.executable, "-m", "tools.press_bench.newsroom", *words],
        env=paper.environment, cwd=ROOT, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
