"""Serves the paper and the newsroom, keeps press, clock and indexer at work, and the desk
learning."""

import contextlib
import http.client
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

import click
from django.conf import settings

from dabir.persian.jalali import TEHRAN
from dabir.press.orphans import follow_parent

_GRACE = 10
"""Seconds that a part has to stop by itself."""
_REST = 2
"""Seconds before a part that fell is started again."""
_PATIENCE = 60
"""Seconds that the newsroom has to open before the addresses are told anyway."""
_LESSON = 3600
"""Seconds between two lessons of the copy desk: what was published since is learnt."""
_NIGHT = 3
"""The hour of Tehran from which on the archive learns, once a night, what belongs together."""
_DABIR: Final = [sys.executable, "-m", "dabir.cli"]
_OTHERS: Final = {
    "press": ["press", "--watch"],
    "clock": ["clock"],
    **({} if settings.SEARCH_IS_COPY else {"indexer": ["search", "--watch"]}),
}
"""The parts beside those that serve; all are started again when they fall."""
_AT_TIMES: Final = {"lesson": ["copydesk", "learn"], "night": ["related", "--learn"]}
"""What is done beside them, at its hour and nicely."""


def say_where(host: str, port: int) -> None:
    """Print the addresses and, where the demo is loaded, who may log in."""
    from dabir.demo.load import PASSWORD, STAFF, is_demo

    click.secho(f"Paper     http://{host}:{port}/", bold=True)
    click.secho(f"Newsroom  http://{host}:{port}/newsroom/", bold=True)
    if f"http://{host}:{port}" != settings.ADDRESS:
        click.echo(f"Public    {settings.ADDRESS}")
    if is_demo():
        roles = ("reporter", "desk editor", "editor in chief")
        for name, role in zip(STAFF, roles, strict=True):
            click.echo(f"  {name:8} {PASSWORD:12} {role}")
    else:
        click.echo("Add somebody to the newsroom with `dabir user NAME --role engineer`.")


def answers(host: str, port: int) -> bool:
    """Say whether the newsroom answers there, which opens later than the newsstand."""
    asked = http.client.HTTPConnection(host, port, timeout=_PATIENCE)
    with contextlib.closing(asked), contextlib.suppress(OSError, http.client.HTTPException):
        asked.request("HEAD", "/newsroom/login/")
        return asked.getresponse().status < 500
    return False


def _night_after(moment: datetime) -> datetime:
    """Return when the archive learns next."""
    night = moment.replace(hour=_NIGHT, minute=0, second=0, microsecond=0)
    return night if night > moment else night + timedelta(days=1)


@dataclass
class Paper:
    """The processes of a running paper: newsstand and newsroom, press, clock, the indexer of the
    search, and at times the copy desk and the archive that learn from what was published.
    """

    listener: socket.socket
    """Where readers come. It stays open while a part is started again, so they wait a moment."""
    workers: int
    threads: int
    _commands: dict[str, list[str]] = field(default_factory=dict)
    _parts: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)
    _stopping: bool = False
    _next_lesson: float = field(default_factory=lambda: time.monotonic() + _LESSON)
    _next_night: datetime = field(default_factory=lambda: _night_after(datetime.now(TEHRAN)))

    def run(self, when_open: Callable[[], None]) -> None:
        """Serve until told to stop; call ``when_open`` once, when paper and newsroom answer."""
        for each in (signal.SIGTERM, signal.SIGINT):
            signal.signal(each, self._stop)
        with tempfile.TemporaryDirectory(prefix="dabir-") as place:
            self._commands = {**self._servers(Path(place)), **_OTHERS}
            for part in self._commands:
                self._start(part)
            self._wait_until_open()
            when_open()
            while not self._stopping:
                self._keep_up()
                self._learn_when_due()
                time.sleep(0.2)
            self._end()

    def _wait_until_open(self) -> None:
        host, port = self.listener.getsockname()[:2]
        until = time.monotonic() + _PATIENCE
        while not self._stopping and time.monotonic() < until and not answers(host, port):
            time.sleep(0.1)

    def _servers(self, place: Path) -> dict[str, list[str]]:
        """Return the commands of the parts that serve; desks are found in ``place``."""
        fd, threads = str(self.listener.fileno()), str(self.threads)
        names = [f"desk {number + 1}" for number in range(self.workers)]
        if settings.STORE:  # a look at the bucket takes time that a newsstand does not have
            return {name: ["desk", "--listener", fd, "--threads", threads] for name in names}
        desks = {name: str(place / name) for name in names}
        told = [word for desk in desks.values() for word in ("--desk", desk)]
        return {
            "newsstand": ["stand", "--listener", fd, *told],
            **{name: ["desk", "--at", at, "--threads", threads] for name, at in desks.items()},
        }

    def _keep_up(self) -> None:
        """Start what fell again."""
        for part in self._commands:
            if self._parts[part].poll() is not None:
                click.echo(f"The {part} fell; it is started again.", err=True)
                time.sleep(_REST)
                self._start(part)

    def _learn_when_due(self) -> None:
        if time.monotonic() >= self._next_lesson:
            self._next_lesson = time.monotonic() + _LESSON
            self._start("lesson")
        now = datetime.now(TEHRAN)
        if now >= self._next_night and not settings.SEARCH_IS_COPY:
            self._next_night = _night_after(now)
            self._start("night")

    def _start(self, part: str) -> None:
        kept, at_times = self._commands.get(part), _AT_TIMES.get(part, [])
        self._parts[part] = subprocess.Popen(  # noqa: S603  our own commands
            [*_DABIR, *kept] if kept else ["nice", *_DABIR, *at_times],
            start_new_session=True,
            preexec_fn=follow_parent,
            pass_fds=[self.listener.fileno()] if kept else [],
        )

    def _stop(self, *_: object) -> None:
        self._stopping = True

    def _end(self) -> None:
        """Stop all parts, kindly and then not; the first one started is the one readers see."""
        for process in self._parts.values():
            process.terminate()
        until = time.monotonic() + _GRACE
        for process in self._parts.values():
            try:
                process.wait(max(until - time.monotonic(), 0.1))
            except subprocess.TimeoutExpired:
                process.kill()
