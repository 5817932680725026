"""What breaks beside the press: readers notice nothing, the newsroom is told, it heals by itself.

A reader hammers the server all the time, from a thread that knows no database. The long form,
``DABIR_FAULTS=300``, lets each fault come and go many times, in the middle of printing too.
"""

import contextlib
import gzip
import itertools
import os
import random
import subprocess
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import brotli
import pytest
import time_machine
from django.contrib.auth.models import User
from django.db import OperationalError, connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils import timezone

from dabir.newsroom.models import Story
from dabir.press import checking, clock, work
from dabir.press.lamp import words
from dabir.press.lamp.alarms import alarms
from dabir.press.models import Clockwork, PrintedPage
from dabir.press.printer import Printer
from dabir.press.server import Server
from dabir.press.stores import Folder, PressError
from dabir.press.stores.store import Item

TIMES = max(1, int(os.environ.get("DABIR_FAULTS", "8")) // 8)
"""How often each fault comes and goes."""
UNPACK = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}
PATHS = ("/", "/feed.xml", "/section/city/", "/news/{code}/", "/archive/", "/nothing/")

pytestmark = pytest.mark.django_db(transaction=True)


@dataclass
class Reader:
    """Asks for pages without a pause, and notes whatever is not as it should be."""

    folder: Path
    code: int
    pages: int = 0
    wrong: list[str] = field(default_factory=list)
    _known: dict[tuple[str, str, str], str] = field(default_factory=dict)
    _over: threading.Event = field(default_factory=threading.Event)

    def read_on(self) -> None:
        nowhere = self.folder / "nowhere"
        server = Server(self.folder, nowhere, nowhere, lambda environ, start: [b"newsroom"])
        for path, coding in itertools.cycle(itertools.product(PATHS, UNPACK)):
            if self._over.is_set():
                return
            try:
                self.read(server, path.format(code=self.code), coding)
            except Exception as error:
                self.wrong.append(f"{path}: {error!r}")

    def read(self, server: Server, path: str, coding: str) -> None:
        told: list[Any] = []
        environ = {"REQUEST_METHOD": "GET", "PATH_INFO": path, "HTTP_ACCEPT_ENCODING": coding}
        body = b"".join(server(environ, lambda *answer: told.extend(answer)))
        headers = dict(told[1])
        if not told[0].startswith("404" if path == "/nothing/" else "200"):
            self.wrong.append(f"{path}: {told[0]}")
            return
        whole = UNPACK[headers.get("Content-Encoding", "")](body).rstrip()
        seen = sha256(body).hexdigest()
        if self._known.setdefault((headers["ETag"], path, coding), seen) != seen:
            self.wrong.append(f"{path}: two bodies with one ETag")
        if not whole.endswith((b"</html>", b"</rss>")):
            self.wrong.append(f"{path}: torn")
        self.pages += 1

    @contextlib.contextmanager
    def hammering(self) -> Iterator[None]:
        thread = threading.Thread(target=self.read_on, daemon=True)
        thread.start()
        try:
            yield
        finally:
            self._over.set()
            thread.join(20)
        assert not self.wrong, self.wrong[:5]
        assert self.pages


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own for the paper, small and soon full; skips where none may be mounted."""
    place = tmp_path / "disk"
    place.mkdir()
    mounting = ["mount", "-t", "tmpfs", "-o", "size=1m", "none", str(place)]
    try:
        subprocess.run(mounting, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no disk may be mounted here")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


@pytest.fixture(autouse=True)
def no_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """A press that stumbled tries again at once; the clock gives a sign of life."""
    monkeypatch.setattr(work, "REST", 0.01)
    monkeypatch.setattr(work, "PAUSE", 0.01)
    Clockwork.beat("here")


@dataclass
class Stand:
    """A paper in print, with a story that changes again and again."""

    store: Folder
    story: Story
    editor: User
    count: int = 0

    def edit(self) -> str:
        """Publish another headline; return it."""
        self.count += 1
        self.story.headline = f"پل چوبی، روایت {'یک دو سه چهار'.split()[self.count % 4]}"
        self.story.save_revision(user=self.editor).publish(user=self.editor)
        return self.story.headline

    def press(self, turns: int = 6) -> None:
        """Let a press work for some turns, as ``dabir run`` does."""
        left = iter(range(turns))
        work.run_forever(Printer(self.store, "here/1/a"), lambda: next(left, None) is None)

    def front(self) -> str:
        return (self.store.read("/") or b"").decode()

    def is_exact(self) -> bool:
        self.press(8)
        assert not PrintedPage.objects.exclude(error="").exists()
        return not list(checking.problems(self.store))


@pytest.fixture
def stand(disk: Path, story: Story, maryam: User) -> Stand:
    return in_print(Folder(disk / "public"), story, maryam)


def in_print(store: Folder, story: Story, editor: User) -> Stand:
    store.prepare()
    stand = Stand(store, story, editor)
    work.mark_all()
    stand.press()
    assert story.headline in stand.front()
    return stand


@contextlib.contextmanager
def full(disk: Path) -> Iterator[None]:
    """Fill the disk to its last byte."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(b"x" * 4096)
    try:
        yield
    finally:
        filler.unlink()


@contextlib.contextmanager
def read_only(disk: Path) -> Iterator[None]:
    """Let nobody write to the disk any more."""
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    try:
        yield
    finally:
        subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)


@pytest.mark.parametrize(
    ("fault", "sign"), [(full, "No space left"), (read_only, "Read-only file system")]
)
def test_a_disk_that_takes_nothing(
    stand: Stand, disk: Path, fault: Callable[[Path], Any], sign: str
) -> None:
    reader = Reader(stand.store.root, stand.story.pk)
    with reader.hammering():
        for _ in range(TIMES):
            before = stand.front()
            with fault(disk):
                headline = stand.edit()
                stand.press()
                assert stand.front() == before
                assert words.in_plain_words(sign) in {alarm.more for alarm in alarms()}
            assert stand.is_exact()
            assert headline in stand.front()
            assert not alarms()


class Away(Folder):
    """A store that is away at times, as a bucket is."""

    fails = False

    def check(self) -> None:
        self.put_many([])

    def put_many(self, items: Any) -> int:
        if Away.fails:
            raise PressError("The bucket «paper» does not answer: EndpointConnectionError.")
        found: list[Item] = list(items)
        return super().put_many(found)


def test_a_store_that_is_away(
    tmp_path: Path, story: Story, maryam: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand = in_print(Away(tmp_path / "public"), story, maryam)
    with Reader(stand.store.root, story.pk).hammering():
        for _ in range(TIMES):
            before = stand.front()
            with monkeypatch.context() as patch:
                patch.setattr(Away, "fails", True)
                headline = stand.edit()
                stand.press()
                assert stand.front() == before
                assert words.in_plain_words("bucket") in {alarm.more for alarm in alarms()}
            assert stand.is_exact()
            assert headline in stand.front()
            assert not alarms()


def no_database(*_: Any) -> None:
    raise OperationalError("the database is away")


def test_a_database_that_is_away(
    tmp_path: Path, story: Story, maryam: User, client: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand = in_print(Folder(tmp_path / "public"), story, maryam)
    with Reader(stand.store.root, story.pk).hammering():
        for _ in range(TIMES):
            before, headline = stand.front(), stand.edit()
            with monkeypatch.context() as patch:
                patch.setattr(BaseDatabaseWrapper, "cursor", no_database)
                stand.press(3)
                clock_that_stumbles()
                assert client.get("/-/health").json()["database"] == "away"
                answer = client.get(f"/comments/{story.pk}/")
                assert answer.status_code == 503
                assert "تحریریه" in answer.content.decode()
                assert stand.front() == before
            assert stand.is_exact()
            assert headline in stand.front()
            assert client.get("/-/health").json()["database"] == "ok"


def clock_that_stumbles() -> None:
    """Let the clock of the press strike into the void; it must go on."""
    stop = threading.Event()
    timer = threading.Timer(0.2, stop.set)
    timer.start()
    clock.Clock().run(stop)
    timer.join()


def test_a_wall_clock_that_jumps(tmp_path: Path, story: Story, maryam: User) -> None:
    stand = in_print(Folder(tmp_path / "public"), story, maryam)
    chance, now = random.Random(1), timezone.now()
    jumps = [timedelta(hours=1), timedelta(0), timedelta(hours=-1), timedelta(0)]
    with Reader(stand.store.root, story.pk).hammering():
        for jump in jumps + [timedelta(minutes=chance.randrange(-60, 60)) for _ in range(TIMES)]:
            with time_machine.travel(now + jump, tick=True):
                Clockwork.beat("here")
                headline = stand.edit()
                claimed_elsewhere(stand)
                assert stand.is_exact()
                assert headline in stand.front()
                assert not alarms()


def claimed_elsewhere(stand: Stand) -> None:
    """Let a page be claimed, and another be retried, at hours that a wrong clock wrote."""
    far = timezone.now() + timedelta(hours=2)
    pages = PrintedPage.objects.filter(path__in=["/", "/archive/"])
    pages.update(stale_at=timezone.now(), claimed_by="gone/1/b", claimed_until=far, retry_at=far)


def test_a_database_that_comes_back_in_the_middle_of_a_batch(
    tmp_path: Path, story: Story, maryam: User
) -> None:
    """Each statement of a turn is the one that fails, one turn after the other."""
    stand = in_print(Folder(tmp_path / "public"), story, maryam)
    with Reader(stand.store.root, story.pk).hammering():
        for number in range(0, 60, 1 if TIMES > 1 else 12):
            stand.edit()
            count = itertools.count()

            def fail(execute: Any, *told: Any, at: int = number, count: Any = count) -> Any:
                if next(count) == at:
                    raise OperationalError("the database is away")
                return execute(*told)

            with connection.execute_wrapper(fail):
                stand.press(2)
        assert stand.is_exact()
