"""The newsstand answers readers itself and hands the others, connection and all, to a desk."""

import contextlib
import gzip
import http.client
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dabir.press.newsstand import asking, stand
from dabir.press.newsstand.asking import read_asked
from dabir.press.newsstand.handing import Desk, Hands
from dabir.press.server import Server
from dabir.press.stores import Folder

PAGE = "<!doctype html><p>خبر</p>".encode() * 20
VIDEO = bytes(range(256)) * 6_000
ASK = b"GET /news/912090/ HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip\r\n\r\n"


def newsroom(environ: dict[str, Any], start: Any) -> list[bytes]:
    """Tell what arrived."""
    body = environ["wsgi.input"].read()
    said = [
        environ["REQUEST_METHOD"],
        environ["PATH_INFO"],
        environ["REMOTE_ADDR"],
        environ.get("HTTP_X_FORWARDED_FOR", "-"),
        str(len(body)),
    ]
    start("200 OK", [("Content-Type", "text/plain")])
    return [" ".join(said).encode()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    store = Folder(tmp_path / "public")
    for path in ("/", "/news/912090/", "/404.html", "/503.html"):
        store.put(path, PAGE + path.encode())
    (tmp_path / "media/images").mkdir(parents=True)
    (tmp_path / "media/images/film.webm").write_bytes(VIDEO)
    (tmp_path / "static").mkdir()
    return tmp_path


@contextlib.contextmanager
def opened(folder: Path, desks: list[Path]) -> Iterator[int]:
    """Keep a newsstand over a folder; give its port."""

    def away(*_: object) -> list[bytes]:
        raise AssertionError("The newsstand asks no newsroom.")

    listener = socket.create_server(("127.0.0.1", 0))
    server = Server(folder / "public", folder / "static", folder / "media", away)
    kept = stand.Stand(listener, server, Hands(desks))
    thread = threading.Thread(target=kept.serve)
    thread.start()
    try:
        yield int(listener.getsockname()[1])
    finally:
        kept.stop()
        thread.join(10)
        assert not thread.is_alive()


@pytest.fixture
def desk(folder: Path) -> Iterator[Path]:
    place = folder / "desk"
    kept = Desk(newsroom, place, 2)
    running = [True]

    def run() -> None:
        while running[0]:
            kept.asyncore.loop(timeout=0.05, map=kept._map, count=1)

    thread = threading.Thread(target=run)
    thread.start()
    yield place
    running[0] = False
    thread.join(10)
    kept.task_dispatcher.shutdown()
    kept.asyncore.close_all(kept._map)


@pytest.fixture
def port(folder: Path, desk: Path) -> Iterator[int]:
    with opened(folder, [desk]) as found:
        yield found


@pytest.fixture
def lonely(folder: Path) -> Iterator[int]:
    """A newsstand whose newsroom is closed."""
    with opened(folder, [folder / "nobody"]) as found:
        yield found


def ask(port: int, method: str, path: str, **headers: str) -> http.client.HTTPResponse:
    asking = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    asking.request(method, path, headers={k.replace("_", "-"): v for k, v in headers.items()})
    return asking.getresponse()


@contextlib.contextmanager
def connected(port: int) -> Iterator[socket.socket]:
    with socket.create_connection(("127.0.0.1", port), timeout=10) as found:
        yield found


def take(connection: socket.socket, enough: int) -> bytes:
    """Return what comes until there is enough of it, or nothing more."""
    got = b""
    while len(got) < enough and (some := connection.recv(65536)):
        got += some
    return got


def take_until(connection: socket.socket, words: bytes) -> bytes:
    """Return what comes until it holds the words, or nothing more."""
    got = b""
    while words not in got and (some := connection.recv(65536)):
        got += some
    return got


def test_a_printed_page_is_answered_as_the_server_says(port: int) -> None:
    answer = ask(port, "GET", "/news/912090/any-slug", Accept_Encoding="gzip")
    assert answer.status == 200
    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.headers["Date"].endswith("GMT")
    assert gzip.decompress(answer.read()) == PAGE + b"/news/912090/"
    again = ask(port, "GET", "/news/912090/", If_None_Match=answer.headers["ETag"])
    plain = ask(port, "GET", "/news/912090/")
    assert (again.status, again.read()) == (200, plain.read())  # another copy, another tag
    known = ask(port, "GET", "/news/912090/", If_None_Match=plain.headers["ETag"])
    assert (known.status, known.read()) == (304, b"")


def test_the_head_alone_is_answered(port: int) -> None:
    answer = ask(port, "HEAD", "/")
    assert int(answer.headers["Content-Length"]) == len(PAGE) + 1
    assert answer.read() == b""


def test_requests_that_come_together_are_answered_in_their_order(port: int) -> None:
    with connected(port) as reader:
        reader.sendall(ASK + ASK.replace(b"/news/912090/", b"/nowhere/") + ASK[:30])
        time.sleep(0.1)
        reader.sendall(ASK[30:].replace(b"Accept", b"Connection: close\r\nAccept"))
        got = take(reader, 1 << 20)
    assert [part[:3] for part in got.split(b"HTTP/1.1 ")[1:]] == [b"200", b"404", b"200"]
    assert got.count(b"Connection: close") == 1


def test_a_large_file_goes_out_whole_and_in_parts_to_a_slow_reader(port: int) -> None:
    with connected(port) as reader:
        reader.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 65536)
        reader.sendall(b"GET /media/images/film.webm HTTP/1.1\r\nHost: a\r\n\r\n" + ASK)
        time.sleep(0.3)
        got = take(reader, len(VIDEO))
        while b"912090" not in got[len(VIDEO) :] and b"HTTP/1.1 200" not in got[len(VIDEO) :]:
            got += reader.recv(65536)
    assert VIDEO in got
    part = ask(port, "GET", "/media/images/film.webm", Range="bytes=1000-1999")
    assert (part.status, part.read()) == (206, VIDEO[1000:2000])


def test_who_wants_the_newsroom_is_handed_over_with_all_that_was_sent(port: int) -> None:
    with connected(port) as reader:
        reader.sendall(ASK)
        assert take(reader, 100).startswith(b"HTTP/1.1 200 OK")
        reader.sendall(
            b"POST /comments/912090/ HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 192.0.2.7\r\n"
            b"Content-Length: 100000\r\n\r\n" + b"a" * 1000
        )
        time.sleep(0.1)
        reader.sendall(b"a" * 99_000)
        told = take_until(reader, b"100000")
        assert told.endswith(b"POST /comments/912090/ 127.0.0.1 192.0.2.7 100000")


@pytest.mark.parametrize(
    "request_",
    [
        b"GET /newsroom/ HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET /search/?q=%DA%A9 HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET / HTTP/1.0\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    ],
)
def test_what_is_no_plain_request_for_a_page_goes_to_the_newsroom(
    port: int, request_: bytes
) -> None:
    with connected(port) as reader:
        reader.sendall(request_)
        assert b"127.0.0.1" in take_until(reader, b"127.0.0.1")


def test_what_is_no_request_at_all_is_refused(port: int) -> None:
    with connected(port) as reader:
        reader.sendall(b"nonsense\r\n\r\n")
        assert take(reader, 1 << 20).startswith(b"HTTP/1.0 400")


def test_without_a_newsroom_pages_are_served_and_the_rest_is_said_kindly(lonely: int) -> None:
    assert ask(lonely, "GET", "/").status == 200
    answer = ask(lonely, "GET", "/search/?q=a")
    assert (answer.status, answer.read()) == (503, PAGE + b"/503.html")


def test_who_sends_much_to_a_closed_newsroom_still_gets_the_answer(lonely: int) -> None:
    asking = http.client.HTTPConnection("127.0.0.1", lonely, timeout=10)
    asking.request("POST", "/comments/912090/", body=b"a" * 3_000_000)
    answer = asking.getresponse()
    assert (answer.status, answer.headers["Connection"]) == (503, "close")


def test_a_newsroom_that_comes_back_is_found(folder: Path) -> None:
    place = folder / "desk"
    with opened(folder, [folder / "nobody", place]) as port:
        assert ask(port, "GET", "/newsroom/").status == 503
        kept = Desk(newsroom, place, 1)
        thread = threading.Thread(target=kept.asyncore.loop, args=(0.05, True, kept._map, 40))
        thread.start()
        assert [ask(port, "GET", "/newsroom/").status for _ in range(3)] == [200] * 3
        thread.join()
        kept.task_dispatcher.shutdown()
        kept.asyncore.close_all(kept._map)


def test_connections_wait_while_a_desk_is_busy_and_not_for_ever(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stand, "BUSY", 0.5)
    taking = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    taking.bind(str(folder / "desk"))  # nobody takes anything here
    with contextlib.ExitStack() as stack, opened(folder, [folder / "desk"]) as port:
        readers = [stack.enter_context(connected(port)) for _ in range(40)]
        for reader in readers:
            reader.sendall(b"GET /newsroom/ HTTP/1.1\r\nHost: a\r\n\r\n")
        refused = readers[-1].recv(100)
        assert refused.startswith(b"HTTP/1.1 503")
        assert ask(port, "GET", "/").status == 200
    taking.close()


def test_who_is_slow_to_ask_or_asks_nothing_is_let_go(
    port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stand, "HEAD", 0.2)
    monkeypatch.setattr(stand, "IDLE", 0.4)
    with connected(port) as slow, connected(port) as idle:
        slow.sendall(b"GET / HTTP/1.1\r\nHo")
        assert slow.recv(100) == b""
        assert idle.recv(100) == b""


def test_a_head_that_comes_in_drops_is_not_waited_for(
    port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stand, "HEAD", 0.5)
    monkeypatch.setattr(stand, "_LOOK", 0.1)
    sent = 0
    with connected(port) as slow, contextlib.suppress(ConnectionError):
        while sent < 100:
            slow.sendall(b"G")
            sent += 1
            time.sleep(0.05)
    assert sent < 100


def test_a_head_without_end_is_refused(port: int) -> None:
    with connected(port) as reader:
        reader.sendall(b"GET / HTTP/1.1\r\nHost: a\r\nA: ")
        with contextlib.suppress(OSError):
            for _ in range(20):
                reader.sendall(b"a" * 10_000)
        with contextlib.suppress(ConnectionError):
            assert reader.recv(100).startswith(b"HTTP/1.1 431")


@pytest.mark.parametrize(
    "line",
    [
        b" folded: a",
        b"Host: b",
        b"Content-Length : 3",
        b"Content-Length: 3",
        b"no colon",
        b"A: a\x00b",
        b"Expect: 100-continue",
        b"Upgrade: websocket",
    ],
)
def test_only_plain_heads_are_read(line: bytes) -> None:
    assert read_asked(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n") is not None
    assert read_asked(b"GET / HTTP/1.1\r\nHost: a\r\n" + line + b"\r\n\r\n") is None


def test_an_address_is_read_as_wsgi_has_it() -> None:
    asked = read_asked(b"GET /topic/5/%D8%A2?a=b HTTP/1.1\r\nHost: a\r\nrange: bytes=0-1\r\n\r\n")
    assert asked is not None
    assert asked.environ["PATH_INFO"].encode("latin-1").decode() == "/topic/5/آ"
    assert asked.environ["HTTP_RANGE"] == "bytes=0-1"


@given(st.binary(max_size=200) | st.from_regex(rb"GET /[^\n]* HTTP/1.1\r\n(.*\r\n)*\r\n"))
def test_any_bytes_are_a_request_or_none(head: bytes) -> None:
    asked = read_asked(head)
    assert asked is None or asked.environ["PATH_INFO"].startswith("/")


def test_any_bytes_leave_the_newsstand_standing(lonely: int) -> None:
    for nonsense in (b"\x16\x03\x01\x02", b"\r\n\r\n", b"GET", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"):
        with connected(lonely) as reader:
            reader.sendall(nonsense)
    assert ask(lonely, "GET", "/").status == 200
    assert asking.LONGEST < 200_000
