"""Several machines serve one paper from a bucket, also while the bucket is away."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unittest import mock

import brotli
import pytest

from dabir.press import borrowing
from dabir.press.borrowing import borrow, make_room
from dabir.press.server import Server
from dabir.press.stores.bucket import Bucket

from .conftest import S3

Ask = Callable[..., tuple[int, dict[str, str], bytes]]


class Clock:
    now = 1000.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Iterator[Clock]:
    """The time that borrowing goes by; tests move it."""
    with mock.patch.object(borrowing, "time", Clock()) as clock:
        yield clock


def server_of(bucket: Bucket, s3: S3, folder: Path) -> Ask:
    """Return a function that asks the server of one machine."""
    place = bucket.place
    address = f"s3://{place.bucket}/{place.prefix}?endpoint={s3.endpoint}"
    public, media = borrow(address, folder)
    server = Server(public, folder / "static", media, lambda environ, start: [b"newsroom"])

    def ask(path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
        told: list[Any] = []
        environ = {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": path,
            **{f"HTTP_{name.upper()}": value for name, value in headers.items()},
        }
        body = b"".join(server(environ, lambda status, headers: told.extend((status, headers))))
        return int(told[0][:3]), {k.lower(): v for k, v in told[1]}, body

    return ask


@pytest.fixture
def ask(bucket: Bucket, s3: S3, tmp_path: Path) -> Ask:
    return server_of(bucket, s3, tmp_path / "cache")


def test_every_kind_of_page_is_served(bucket: Bucket, ask: Ask) -> None:
    bucket.put("/news/1/", b"story")
    bucket.put("/news/2/", b"gone", 410)
    bucket.put("/news/3/", b"/news/1/", 301)
    status, headers, body = ask("/news/1/", accept_encoding="br")
    assert (status, brotli.decompress(body)) == (200, b"story")
    assert headers["content-encoding"] == "br"
    assert ask("/news/1/", accept_encoding="br", if_none_match=headers["etag"])[0] == 304
    assert ask("/news/1/")[2] == b"story"
    assert ask("/news/2/")[0] == 410
    assert ask("/news/3/")[1]["location"] == "/news/1/"
    assert ask("/news/1")[1]["location"] == "/news/1/"
    assert ask("/news/4/")[0] == 404
    assert ask(f"/news/1/{'x' * 3000}")[0] == 200
    assert ask(f"/media/images/{'x' * 3000}")[0] == 404


def test_two_machines_have_the_same_tags(bucket: Bucket, s3: S3, tmp_path: Path) -> None:
    bucket.put("/", b"page")
    tags = {server_of(bucket, s3, tmp_path / name)("/")[1]["etag"] for name in ("one", "two")}
    assert len(tags) == 1


def test_a_reprinted_page_is_served_within_seconds(bucket: Bucket, ask: Ask, clock: Clock) -> None:
    bucket.put("/", b"old")
    assert ask("/")[2] == b"old"
    bucket.put("/", b"new")
    assert ask("/")[2] == b"old"
    clock.now += borrowing.SHOWN + 1
    assert ask("/")[2] == b"new"
    bucket.remove("/")
    clock.now += borrowing.SHOWN + 1
    assert ask("/")[0] == 404


def test_a_page_that_is_asked_for_often_is_renewed_behind_the_reader(
    bucket: Bucket, ask: Ask, clock: Clock
) -> None:
    bucket.put("/", b"old")
    ask("/")
    bucket.put("/", b"new")
    clock.now += borrowing.FRESH + 1
    with mock.patch.object(borrowing.ThreadPoolExecutor, "submit", at_once):
        assert ask("/")[2] == b"old"
    assert ask("/")[2] == b"new"


def at_once(_: Any, deed: Callable[..., Any], *arguments: Any) -> None:
    deed(*arguments)


def test_readers_keep_the_last_copies_while_the_bucket_is_away(
    bucket: Bucket, s3: S3, tmp_path: Path, clock: Clock
) -> None:
    bucket.put("/", b"page")
    bucket.put("/404.html", b"lost")
    ask = server_of(bucket, s3, tmp_path / "cache")
    assert ask("/")[2] == b"page"
    assert ask("/nothing/")[2] == b"lost"
    s3.stop()
    try:
        clock.now += 3600
        assert ask("/")[2] == b"page"
        assert ask("/nothing/")[::2] == (404, b"lost")
        started_anew = server_of(bucket, s3, tmp_path / "cache")
        assert started_anew("/")[2] == b"page"
        assert started_anew("/about/")[0] == 404
    finally:
        s3.start()
    bucket.put("/", b"new")
    clock.now += 3600
    assert ask("/")[2] == b"new"


def test_media_are_served_whole_and_in_parts(bucket: Bucket, ask: Ask) -> None:
    film = bytes(range(256)) * 5000
    client = bucket.place.client()
    for name, body in (("documents/film.webm", film), ("images/a.webp", b"0123456789"),
                       ("original_images/a.png", b"secret")):  # fmt: skip
        client.put_object(Bucket=bucket.place.bucket, Key=f"front/media/{name}", Body=body)
    assert ask("/media/documents/film.webm")[2] == film
    status, headers, body = ask("/media/documents/film.webm", range="bytes=700000-700009")
    assert (status, body) == (206, film[700_000:700_010])
    assert headers["content-range"] == f"bytes 700000-700009/{len(film)}"
    assert ask("/media/images/a.webp", range="bytes=2-3")[2] == b"23"
    assert ask("/media/original_images/a.png")[0] == 404
    assert re.search("immutable", ask("/media/images/a.webp")[1]["cache-control"])


def test_the_folder_of_copies_keeps_its_size(tmp_path: Path) -> None:
    for number in range(10):
        (tmp_path / f"{number}.copy").write_bytes(b"x" * 100)
    make_room(tmp_path, 1000)
    assert len(list(tmp_path.iterdir())) == 10
    make_room(tmp_path, 500)
    assert len(list(tmp_path.iterdir())) == 4
