"""What the measures share: a row of the table, a paper of generated stories, its processes."""

import contextlib
import json
import os
import shutil
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from dabir.press.orphans import follow_parent
from tools.paper import DABIR, ROOT, environment, free_port

LARGE: Final = 100_000
"""A paper of many times as many stories is made out of one with this many."""
TICKS: Final = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Row:
    """One line of the table: what was found, what it stands beside, and what it must be."""

    what: str
    found: str
    beside: str = ""
    must: str = ""

    def __str__(self) -> str:
        return f"{self.what:58} {self.found:>14} {self.beside:>26} {self.must:>12}"


@dataclass(frozen=True)
class Paper:
    """A paper of ``size`` generated stories in a data folder of its own."""

    size: int
    folder: Path
    port: int

    @property
    def environment(self) -> dict[str, str]:
        address = f"http://127.0.0.1:{self.port}"
        return environment(self.folder, address) | {"DJANGO_SETTINGS_MODULE": "dabir.settings"}

    @property
    def public(self) -> Path:
        return self.folder / "public"

    def dabir(self, *words: str) -> None:
        subprocess.run([*DABIR, *words], env=self.environment, cwd=ROOT, check=True, **QUIET)

    def tell(self, module: str, *words: object) -> Any:
        """Run a module in the paper's environment; return what it prints as JSON in the end."""
        done = subprocess.run(
            [sys.executable, "-m", f"tools.press_bench.{module}", *map(str, words)],
            env=self.environment, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        return json.loads(done.stdout.splitlines()[-1])

    @contextlib.contextmanager
    def process(self, *command: str) -> Iterator["subprocess.Popen[bytes]"]:
        """Keep a process of the paper at work, with a session of its own."""
        started = subprocess.Popen(
            command, env=self.environment, cwd=ROOT, start_new_session=True,
            preexec_fn=follow_parent, **QUIET,
        )  # fmt: skip
        try:
            yield started
        finally:
            started.terminate()
            try:
                started.wait(30)
            except subprocess.TimeoutExpired:
                os.killpg(started.pid, signal.SIGKILL)
                started.wait()

    def press(self) -> "contextlib.AbstractContextManager[subprocess.Popen[bytes]]":
        return self.process(*DABIR, "press", "--watch")

    def stand(self) -> "contextlib.AbstractContextManager[subprocess.Popen[bytes]]":
        """Serve the printed pages as the newsstand of ``dabir run`` does."""
        return self.process(*DABIR, "stand", "--port", str(self.port))

    def run(self) -> "contextlib.AbstractContextManager[subprocess.Popen[bytes]]":
        """Run the whole paper."""
        return self.process(*DABIR, "run", "--port", str(self.port))


QUIET: Final[dict[str, Any]] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


def at(folder: Path, size: int) -> Paper:
    """Return the paper of a size, made where it is missing."""
    place = folder / str(size)
    stamp = place / "port"
    if not stamp.exists():
        shutil.rmtree(place, ignore_errors=True)
        paper = Paper(size, place, free_port())
        print(f"Making a paper of {size:,} stories …", file=sys.stderr)
        if size > LARGE and size % LARGE == 0:
            shutil.copytree(at(folder, LARGE).folder, place)
            (place / "port").unlink()
            paper.tell("multiplied", size // LARGE)
        else:
            shutil.copytree(prepared(folder), place)
            paper.tell("archive", size)
            paper.tell("printed_already")
        paper.dabir("press", "--path", "/news/1/")
        stamp.write_text(str(paper.port))
    return Paper(size, place, int(stamp.read_text()))


def prepared(folder: Path) -> Path:
    """Return a data folder with tables and static files and no story, made where it is missing."""
    place = folder / "prepared"
    if not (place / "printed-by").exists():
        shutil.rmtree(place, ignore_errors=True)
        Paper(0, place, 8000).dabir("prepare")
        (place / "printed-by").touch()
    return place


def processor_seconds(session: int) -> float:
    """Return the processor time of all processes of a session so far, user and system."""
    spent = 0
    for place in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            fields = place.read_text().rpartition(")")[2].split()
            if int(fields[3]) == session:
                spent += sum(map(int, fields[11:15]))
    return spent / TICKS


def share(values: Sequence[float], part: float) -> float:
    """Return the value that ``part`` of the values do not exceed."""
    return statistics.quantiles(values, n=1000, method="inclusive")[round(part * 1000) - 1]


def wait_until_answered(port: int, path: str, seconds: float = 180) -> None:
    import urllib.error
    import urllib.request

    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=20).close()
            return
        except urllib.error.HTTPError as error:
            if error.code < 500:
                return
        except OSError:
            pass
        time.sleep(0.2)
    raise RuntimeError(f"Nothing answers at port {port}.")
