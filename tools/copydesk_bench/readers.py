"""Who reads the lines: programs that take lines and print a record of marks for each of them."""

import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tools.copydesk_bench.sets import Rows


@dataclass(frozen=True)
class Run:
    """What a program printed, and what it cost."""

    printed: str
    exit_code: int
    processor_seconds: float
    seconds: float
    peak_bytes: int


def records(printed: str) -> Rows:
    """Return the records of JSON lines."""
    return [json.loads(line) for line in printed.split("\n") if line]


@dataclass
class Reader:
    """A program that reads copy from standard input and prints JSON records."""

    name: str
    command: list[str]
    data: Path | None = None
    """The data folder, of our own desk."""
    understand: Callable[[str], Rows] = records
    most: int = 0
    """So many lines of a set this one reads at most; 0: all of them."""
    cache: Path | None = None
    """A folder where what it said is kept from one run to the next."""
    _known: dict[str, Rows] = field(default_factory=dict)

    def marks(self, lines: list[str]) -> Rows:
        """Return the records for ``lines``; the same lines are read once."""
        copy = "".join(f"{line}\n" for line in lines)
        if copy not in self._known:
            self._known[copy] = self.understand(self._printed(copy))
            assert len(self._known[copy]) == len(lines), f"{self.name}: a line was lost"
        return self._known[copy]

    def _printed(self, copy: str) -> str:
        key = hashlib.sha256(f"{self.name}\n{copy}".encode()).hexdigest()
        kept = self.cache / f"{key}.jsonl" if self.cache else None
        if kept and kept.exists():
            return kept.read_text(encoding="utf-8")
        done = self.run(copy)
        if done.exit_code > 1:
            raise SystemExit(f"{self.name} ended with {done.exit_code}")
        if kept:
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_text(done.printed, encoding="utf-8")
        return done.printed

    def run(self, copy: str) -> Run:
        """Read ``copy`` and say what it cost."""
        return run(self.command, copy, self.data)


def desk(name: str, data: Path) -> Reader:
    """Return our desk as everybody calls it, with the paper that ``data`` holds."""
    return Reader(name, [sys.executable, "-m", "dabir.cli", "proof", "--json", "-"], data)


def run(command: list[str], copy: str = "", data: Path | None = None) -> Run:
    """Run a program on ``copy``, on one core."""
    environment = {**os.environ, **({"DABIR_DATA": str(data)} if data else {})}
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as printed:
        given.write(copy.encode())
        given.seek(0)
        started = time.perf_counter()
        process = subprocess.Popen(command, stdin=given, stdout=printed, env=environment)
        _, status, cost = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        printed.seek(0)
        said = printed.read().decode()
    processor = cost.ru_utime + cost.ru_stime
    return Run(said, process.returncode, processor, seconds, cost.ru_maxrss * 1024)
