"""Printers and server are killed at random while a newsroom works and readers read.

Nothing is lost, no reader ever gets a torn page, and in the end the paper is exact. Eight
faults by default; ``DABIR_FAULTS=300`` tries as many as a release should stand.
"""

import gzip
import hashlib
import http.client
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import brotli
import pytest

from tools.paper import DABIR, ROOT, environment, free_port

FAULTS = int(os.environ.get("DABIR_FAULTS", "8"))
SEED = int(os.environ.get("DABIR_SEED", "1"))
DEEDS_FOR_EACH = 12
ENDS = (b"</html>", b"</rss>", b"</feed>", b"</sitemapindex>", b"</urlset>")
UNPACK = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}


@dataclass
class Paper:
    """The processes of a paper, each started again as soon as it is killed."""

    folder: Path
    port: int
    processes: dict[str, "subprocess.Popen[bytes]"] = field(default_factory=dict)

    @property
    def environment(self) -> dict[str, str]:
        return environment(self.folder, f"http://127.0.0.1:{self.port}") | {
            "DJANGO_SETTINGS_MODULE": "dabir.settings"
        }

    def dabir(self, *words: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [*DABIR, *words], env=self.environment, cwd=ROOT, capture_output=True, text=True
        )

    def codes(self) -> list[int]:
        """Return the codes of all stories, as the database has them."""
        told = subprocess.run(
            [sys.executable, "-m", "tests.press.at_work", "0", "0"],
            env=self.environment,
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        return [int(code) for code in told.stdout.split()]

    def start(self, name: str) -> None:
        command = {
            "server": [*DABIR[1:], "stand", "--port", str(self.port)],
            "first": [*DABIR[1:], "press", "--watch"],
            "second": [*DABIR[1:], "press", "--watch"],
        }[name]
        with (self.folder.parent / f"{name}.log").open("ab") as log:
            self.processes[name] = subprocess.Popen(
                [sys.executable, *command],
                env=self.environment,
                cwd=ROOT,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def kill(self, name: str) -> None:
        process = self.processes[name]
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        self.start(name)

    def stop(self) -> None:
        for process in self.processes.values():
            process.terminate()
        for process in self.processes.values():
            process.wait(20)


@dataclass(eq=False)
class Reader(threading.Thread):
    """Reads all the time and looks at every page that it gets."""

    port: int
    codes: list[int] = field(default_factory=list)
    pages: int = 0
    wrong: list[str] = field(default_factory=list)
    _known: dict[str, str] = field(default_factory=dict)
    _is_over: bool = False

    def __post_init__(self) -> None:
        super().__init__(daemon=True)

    def run(self) -> None:
        chance = random.Random(SEED)
        while not self._is_over:
            codes = [f"/news/{code}/" for code in self.codes] or ["/"]
            path = chance.choice([*codes, "/", "/feed.xml", "/section/city/", "/sitemap.xml"])
            try:
                self.read(path, chance.choice(list(UNPACK)))
            except (OSError, http.client.HTTPException):
                time.sleep(0.05)  # the server was killed just now

    def read(self, path: str, encoding: str | None) -> None:
        reader = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        headers = {"Accept-Encoding": encoding} if encoding else {}
        reader.request("GET", path, headers=headers)
        answer = reader.getresponse()
        body = answer.read()
        reader.close()
        if answer.status not in {200, 404, 410, 503}:
            self.wrong.append(f"{path}: {answer.status}")
        if answer.status not in {200, 410}:
            return
        self.pages += 1
        seen = hashlib.sha256(body).hexdigest()
        tag = f"{answer.headers['ETag']} {path} {encoding}"
        if self._known.setdefault(tag, seen) != seen:
            self.wrong.append(f"{path}: two bodies with one ETag")
        whole = UNPACK[answer.headers["Content-Encoding"]](body).rstrip()
        if not whole.endswith(
            (b"</html>", b"</rss>", b"</feed>", b"</sitemapindex>", b"</urlset>")
        ):
            self.wrong.append(f"{path}: torn")

    def end(self) -> None:
        self._is_over = True
        self.join(20)


@pytest.fixture
def paper(tmp_path: Path) -> Iterator[Paper]:
    paper = Paper(tmp_path / "data", free_port())
    prepared = paper.dabir("prepare")
    assert prepared.returncode == 0, prepared.stderr
    assert paper.dabir("press", "--all").returncode == 0
    for name in ("server", "first", "second"):
        paper.start(name)
    yield paper
    paper.stop()


@pytest.mark.server
@pytest.mark.many
def test_killed_at_random_moments_the_paper_stays_exact(paper: Paper) -> None:
    chance = random.Random(SEED)
    reader = Reader(paper.port)
    reader.start()
    deeds = subprocess.Popen(
        [sys.executable, "-m", "tests.press.at_work", str(SEED), str(FAULTS * DEEDS_FOR_EACH)],
        env=paper.environment,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert deeds.stdout
    killed = 0
    codes: list[int] = []
    for line in deeds.stdout:
        reader.codes = codes = [int(code) for code in line.split()]
        if killed < FAULTS and chance.random() < 1.2 / DEEDS_FOR_EACH:
            killed += 1
            paper.kill(chance.choice(["first", "second", "first", "second", "server"]))
    assert deeds.wait() == 0
    printed = paper.dabir("press")
    assert printed.returncode == 0, printed.stderr
    reader.end()
    checked = paper.dabir("press", "--check")
    assert checked.returncode == 0, checked.stdout
    assert not reader.wrong
    assert reader.pages > killed
    assert killed, "no fault happened"
    assert codes == paper.codes()
