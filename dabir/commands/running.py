"""Serves the paper and the newsroom, keeps press, clock and indexer at work, and the desk
learning."""

import http.client
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import click
from django.conf import settings

from dabir.persian.jalali import TEHRAN
from dabir.press.orphans import follow_parent

_GRACE = 10
"""Seconds that a part has to stop by itself."""
_REST = 2
"""Seconds before a part that fell is started again."""
_KEPT_UP = ("press", "clock", *(() if settings.SEARCH_IS_COPY else ("indexer",)))
"""The parts that are started again when they fall."""
_LESSON = 3600
"""Seconds between two lessons of the copy desk: what was published since is learnt."""
_NIGHT = 3
"""The hour of Tehran from which on the archive learns, once a night, what belongs together."""


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
    """Say whether a server answers there, whatever it says."""
    asked = http.client.HTTPConnection(host, port, timeout=1)
    try:
        asked.request("HEAD", "/")
        asked.getresponse()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        asked.close()
    return True


def _night_after(moment: datetime) -> datetime:
    """Return when the archive learns next."""
    night = moment.replace(hour=_NIGHT, minute=0, second=0, microsecond=0)
    return night if night > moment else night + timedelta(days=1)


@dataclass
class Paper:
    """The processes of a running paper: the server with its workers, the press, the clock, the
    indexer of the search, and at times the copy desk and the archive that learn from what was
    published.
    """

    host: str
    port: int
    workers: int
    threads: int
    _parts: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)
    _stopping: bool = False
    _is_told: bool = False
    _next_lesson: float = field(default_factory=lambda: time.monotonic() + _LESSON)
    _next_night: datetime = field(default_factory=lambda: _night_after(datetime.now(TEHRAN)))

    def run(self) -> int:
        """Serve until told to stop, and say where once it answers.

        Return the exit code: 0 when told to stop, 1 when the server fell.
        """
        for each in (signal.SIGTERM, signal.SIGINT):
            signal.signal(each, self._stop)
        for part in _KEPT_UP:
            self._start(part)
        server = self._start("server")
        while not self._stopping and server.poll() is None:
            self._say_where_once()
            self._keep_up()
            self._learn_when_due()
            time.sleep(0.2)
        fell = not self._stopping
        self._end()
        return 1 if fell else 0

    def _say_where_once(self) -> None:
        if not self._is_told and answers(self.host, self.port):
            say_where(self.host, self.port)
            self._is_told = True

    def _keep_up(self) -> None:
        """Start what fell again."""
        for part in _KEPT_UP:
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

    def _commands(self) -> dict[str, list[str]]:
        granian = [
            *("--interface", "wsgi", "--host", self.host, "--port", str(self.port)),
            *("--workers", str(self.workers), "--blocking-threads", str(self.threads)),
            *("--log-level", "error", "--no-ws", "--respawn-failed-workers"),
            *("--workers-kill-timeout", "5", "--backlog", "2048"),
        ]
        return {
            "server": [sys.executable, "-m", "granian", *granian, "dabir.wsgi:application"],
            "press": [sys.executable, "-m", "dabir.cli", "press", "--watch"],
            "clock": [sys.executable, "-m", "dabir.cli", "clock"],
            "indexer": [sys.executable, "-m", "dabir.cli", "search", "--watch"],
            "lesson": ["nice", sys.executable, "-m", "dabir.cli", "copydesk", "learn"],
            "night": ["nice", sys.executable, "-m", "dabir.cli", "related", "--learn"],
        }

    def _start(self, part: str) -> subprocess.Popen[bytes]:
        self._parts[part] = subprocess.Popen(  # noqa: S603  our own commands
            self._commands()[part], start_new_session=True, preexec_fn=follow_parent
        )
        return self._parts[part]

    def _stop(self, *_: object) -> None:
        self._stopping = True

    def _end(self) -> None:
        """Stop all parts, the server first, kindly and then not."""
        for process in (self._parts.pop("server"), *self._parts.values()):
            process.terminate()
            try:
                process.wait(_GRACE)
            except subprocess.TimeoutExpired:
                process.kill()
