"""The server answers with printed files, and with nothing else."""

import gzip
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import brotli
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dabir.persian.jalali import TEHRAN, JalaliDay
from dabir.press.announcing import Announced, announce
from dabir.press.headings import ERROR, FOREVER, HURRIED, LONG, SHORT, USUAL, lifetime
from dabir.press.routes import DYNAMIC
from dabir.press.server import Server
from dabir.press.stores import Folder

PAGE = "<!doctype html><p>خبر</p>".encode() * 20


class Answer:
    def __init__(self, status: str, headers: list[tuple[str, str]], body: bytes) -> None:
        self.status = int(status.split()[0])
        self.headers = {name.lower(): value for name, value in headers}
        self.body = body


Ask = Callable[..., Answer]


def newsroom(environ: dict[str, Any], start_response: Any) -> list[bytes]:
    if environ["PATH_INFO"] == "/newsroom/broken/":
        raise ConnectionError("no database")
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"newsroom"]


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    folder = Folder(tmp_path / "public")
    for path in (
        "/",
        "/news/912090/",
        "/news/912090/print/",
        "/404.html",
        "/503.html",
        "/topic/5/",
    ):
        folder.put(path, PAGE + path.encode())
    folder.put("/feed.xml", b"<rss/>")
    folder.put("/news/7/", b"gone", status=410)
    for name in (
        "static/theme/a.0123456789ab.css",
        "media/images/p.webp",
        "media/original_images/p.png",
    ):
        place = tmp_path / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(b"0123456789")
    (tmp_path / "media/documents").mkdir()
    (tmp_path / "media/documents/film.webm").write_bytes(b"x" * 1_500_000)
    (tmp_path / "secret").write_text("secret")
    (tmp_path / "public/link.html.gz").symlink_to(tmp_path / "secret")
    server = Server(
        folder.root,
        tmp_path / "static",
        tmp_path / "media",
        newsroom,
        announced=tmp_path / "announced",
    )

    def request(path: str | bytes, method: str = "GET", **headers: str) -> Answer:
        told: list[Any] = []
        raw = path if isinstance(path, bytes) else path.encode("utf-8", "surrogatepass")
        environ = {
            "REQUEST_METHOD": method,
            "PATH_INFO": raw.decode("latin-1"),
            **{f"HTTP_{name.upper()}": value for name, value in headers.items()},
        }
        body = b"".join(server(environ, lambda status, headers: told.extend((status, headers))))
        return Answer(told[0], told[1], body)

    return request


def test_it_serves_a_page(ask: Ask) -> None:
    answer = ask("/news/912090/")
    assert answer.status == 200
    assert answer.body == PAGE + b"/news/912090/"
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["content-length"] == str(len(answer.body))


@pytest.mark.parametrize(
    ("accepted", "unpack"), [("gzip", gzip.decompress), ("gzip, br", brotli.decompress)]
)
def test_it_sends_the_packed_copy_that_the_reader_takes(
    ask: Ask, accepted: str, unpack: Any
) -> None:
    answer = ask("/", accept_encoding=accepted)
    assert answer.headers["content-encoding"] in accepted
    assert answer.headers["vary"] == "Accept-Encoding"
    assert unpack(answer.body) == PAGE + b"/"


def test_it_sends_no_packing_that_the_reader_refuses(ask: Ask) -> None:
    assert "content-encoding" not in ask("/", accept_encoding="br;q=0, gzip; q=0").headers


def test_it_answers_304_to_who_has_the_page(ask: Ask) -> None:
    etag = ask("/").headers["etag"]
    answer = ask("/", if_none_match=f'"other", W/{etag}')
    assert (answer.status, answer.body) == (304, b"")
    assert ask("/", if_none_match='"other"').status == 200


def test_packed_and_plain_copies_have_etags_of_their_own(ask: Ask) -> None:
    assert ask("/").headers["etag"] != ask("/", accept_encoding="br").headers["etag"]


def test_it_answers_head_without_a_body(ask: Ask) -> None:
    answer = ask("/", method="HEAD")
    assert (answer.status, answer.body) == (200, b"")
    assert int(answer.headers["content-length"]) > 0


def test_it_sends_a_range_of_a_large_file(ask: Ask) -> None:
    answer = ask("/media/documents/film.webm", range="bytes=10-19")
    assert (answer.status, answer.body) == (206, b"x" * 10)
    assert answer.headers["content-range"] == "bytes 10-19/1500000"
    assert len(ask("/media/documents/film.webm", range="bytes=-5").body) == 5
    assert ask("/media/documents/film.webm", range="bytes=2000000-").status == 416
    assert ask("/media/documents/film.webm", range="lines=1-2").status == 200
    assert len(ask("/media/documents/film.webm").body) == 1_500_000


def test_it_sends_all_when_the_file_changed_since_the_reader_began(ask: Ask) -> None:
    assert ask("/feed.xml", range="bytes=0-1", if_range='"older"').status == 200


@pytest.mark.parametrize("slug", ["any-slug", "هر-نامی", "any-slug/"])
def test_it_accepts_any_slug_after_the_code(ask: Ask, slug: str) -> None:
    assert ask(f"/news/912090/{slug}").body == PAGE + b"/news/912090/"


def test_it_keeps_the_print_view_apart_from_slugs(ask: Ask) -> None:
    assert ask("/news/912090/print/").body == PAGE + b"/news/912090/print/"


@pytest.mark.parametrize(
    "path",
    ["/fa/news/912090/any-slug", "/fa/news/912090/", "/fa/news/912090", "/fa/tiny/news-912090"],
)
def test_old_addresses_lead_to_the_story(ask: Ask, path: str) -> None:
    answer = ask(path)
    assert (answer.status, answer.headers["location"]) == (301, "/news/912090/")


def test_a_path_without_its_slash_leads_to_the_page(ask: Ask) -> None:
    answer = ask("/news/912090")
    assert (answer.status, answer.headers["location"]) == (301, "/news/912090/")
    assert ask("/news/8").status == 404


def test_a_withdrawn_story_is_gone(ask: Ask) -> None:
    answer = ask("/news/7/")
    assert (answer.status, answer.body) == (410, b"gone")
    assert answer.headers["cache-control"] == "public, max-age=5"
    assert ask("/news/7/any-slug").status == 410


def test_an_unknown_path_gets_the_papers_404(ask: Ask) -> None:
    answer = ask("/nothing/here/")
    assert (answer.status, answer.body) == (404, PAGE + b"/404.html")


@pytest.mark.parametrize(
    "path",
    [
        "/../secret", "/..%2fsecret", "/news/../../secret", "/.hidden", "//secret", "/link/",
        "/static/../secret", "/media/../secret", "/media/original_images/p.png", "/media/images/",
        "/index.html", "/feed.xml.br", "/news/", "/news", "/\x00", "/a\\b", "/static/",
    ],
)  # fmt: skip
def test_it_serves_nothing_that_is_not_printed(ask: Ask, path: str) -> None:
    answer = ask(path)
    assert answer.status == 404
    assert b"secret" not in answer.body


def test_every_answer_is_guarded(ask: Ask) -> None:
    for path in (
        "/", "/nothing/", "/news/7/", "/media/images/p.webp", "/fa/news/912090/x", "/news/912090",
        "/newsroom/broken/", "/static/theme/a.0123456789ab.css", "/news/912090/words",
    ):  # fmt: skip
        headers = ask(path).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"


def test_hashed_files_last(ask: Ask) -> None:
    assert "immutable" in ask("/static/theme/a.0123456789ab.css").headers["cache-control"]
    assert "immutable" not in ask("/").headers["cache-control"]


def test_only_reading_is_allowed(ask: Ask) -> None:
    answer = ask("/news/912090/", method="POST")
    assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD")


def test_it_asks_the_newsroom_for_what_is_not_printed(ask: Ask) -> None:
    assert ask("/newsroom/").body == b"newsroom"
    assert ask("/comments/912090/", method="POST").body == b"newsroom"


def test_readers_get_kind_words_when_the_newsroom_is_away(ask: Ask) -> None:
    answer = ask("/newsroom/broken/")
    assert (answer.status, answer.body) == (503, PAGE + b"/503.html")


def test_a_reprinted_page_is_served_at_once(ask: Ask, tmp_path: Path) -> None:
    ask("/", accept_encoding="br")
    Folder(tmp_path / "public").put("/", b"new")
    assert ask("/").body == b"new"
    assert brotli.decompress(ask("/", accept_encoding="br").body) == b"new"


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("gzip, deflate, br", "br"),
        ("br;q=0.5, gzip", "gzip"),
        ("gzip;q=0.8, br;q=0.8", "br"),
        ("br;q=0, *", "gzip"),
        ("*", "br"),
        ("*;q=0", None),
        ("identity, gzip;q=0.5", None),
        ("gzip;q=nonsense", None),
        ("GZIP", "gzip"),
        ("deflate", None),
        ("", None),
        ("identity;q=0", None),
    ],
)
def test_the_reader_weighs_the_codings(ask: Ask, accepted: str, coding: str | None) -> None:
    answer = ask("/", accept_encoding=accepted)
    assert answer.status == 200
    assert answer.headers.get("content-encoding") == coding
    assert answer.headers["vary"] == "Accept-Encoding"


def test_a_page_without_one_of_its_copies_is_served_from_the_other(
    ask: Ask, tmp_path: Path
) -> None:
    (tmp_path / "public/index.html.br").unlink()
    assert gzip.decompress(ask("/", accept_encoding="br, gzip").body) == PAGE + b"/"
    assert ask("/", accept_encoding="br").body == PAGE + b"/"


def test_a_moved_address_leads_on(ask: Ask, tmp_path: Path) -> None:
    folder = Folder(tmp_path / "public")
    folder.put("/news/7/", b"/news/912090/", 301)
    folder.put("/بخش-3/1404-x.html", "/topic/5/هر-نامی/".encode(), 301)
    folder.put("/old", b"https://other.example/a?b=c", 301)
    folder.put("/bad/", b"//evil.example/\r\nSet-Cookie: a=b", 301)
    assert ask("/news/7/").headers["location"] == "/news/912090/"
    assert ask("/news/7/any-slug").headers["location"] == "/news/912090/"
    answer = ask("/بخش-3/1404-x.html")
    assert answer.status == 301
    assert answer.headers["location"].startswith("/topic/5/%D9%87")
    assert ask("/old").headers["location"] == "https://other.example/a?b=c"
    assert ask("/bad/").status == 404


def test_the_print_view_is_found_without_its_slash(ask: Ask) -> None:
    answer = ask("/news/912090/print")
    assert (answer.status, answer.headers["location"]) == (301, "/news/912090/print/")


@pytest.mark.parametrize(
    ("path", "status", "kept"),
    [
        ("/", 200, SHORT),
        ("/feed.xml", 200, SHORT),
        ("/news/912090/", 200, USUAL),
        ("/news/912090/print/", 200, LONG),
        ("/topic/5/", 200, USUAL),
        ("/news/7/", 410, ERROR),
        ("/nothing/", 404, ERROR),
        ("/404.html", 404, ERROR),
        ("/newsroom/broken/", 503, ERROR),
        ("/news/912090", 301, LONG),
        ("/media/images/p.webp", 200, FOREVER),
        ("/media/documents/film.webm", 200, USUAL),
    ],
)
def test_each_kind_of_page_has_its_lifetime(ask: Ask, path: str, status: int, kept: str) -> None:
    answer = ask(path)
    assert (answer.status, answer.headers["cache-control"]) == (status, kept)


def test_days_that_are_over_are_kept_longer() -> None:
    today = JalaliDay.of(datetime.now(TEHRAN))
    assert lifetime(f"archive/{today.path}.html") == SHORT
    assert lifetime(f"archive/{today.previous.path}.html") == LONG
    assert lifetime("archive/1399/12/30.html") == LONG
    assert lifetime("archive/1399/12.html") == USUAL


def test_fronts_are_short_lived_before_an_announced_publication(ask: Ask, tmp_path: Path) -> None:
    announce(tmp_path / "announced", datetime.now(UTC) + timedelta(seconds=40))
    assert ask("/").headers["cache-control"] == HURRIED
    assert ask("/feed.xml", accept_encoding="br").headers["cache-control"] == HURRIED
    assert ask("/news/912090/").headers["cache-control"] == USUAL


def test_an_announcement_holds_until_the_press_had_its_time(tmp_path: Path) -> None:
    place = tmp_path / "announced"
    now = [1000.0]
    announced = Announced(place, lambda: now[0])
    assert not announced.is_near()
    announce(place, datetime.fromtimestamp(1200, UTC))
    near = []
    for now[0] in (1002.0, 1124.0, 1126.0, 1199.0, 1201.0, 1209.0, 1212.0, 1300.0):
        if now[0] == 1201.0:
            announce(place, datetime.fromtimestamp(5000, UTC))
        near.append(announced.is_near())
    assert near == [False, False, True, True, True, True, False, False]
    announce(place, None)
    now[0] = 4990.0
    assert not announced.is_near()
    place.write_text("nonsense")
    now[0] = 4992.0
    assert not announced.is_near()


def test_an_address_on_tls_insists_on_it(tmp_path: Path) -> None:
    server = Server(tmp_path, tmp_path, tmp_path, newsroom, secure=True)
    told: list[Any] = []
    environ = {"REQUEST_METHOD": "GET", "PATH_INFO": "/nothing/"}
    server(environ, lambda *said: told.extend(said))
    assert dict(told[1])["Strict-Transport-Security"].startswith("max-age=31536000")


def test_a_304_says_what_a_200_says_of_keeping(ask: Ask) -> None:
    whole = ask("/", accept_encoding="br")
    short = ask("/", accept_encoding="br", if_none_match=whole.headers["etag"])
    for name in ("etag", "cache-control", "vary", "content-security-policy"):
        assert short.headers[name] == whole.headers[name]
    assert "content-length" not in short.headers
    assert ask("/", if_none_match="*").status == 304
    assert ask("/nothing/", if_none_match="*").status == 404


@pytest.mark.parametrize(
    ("asked", "status", "body"),
    [
        ("bytes=0-0", 206, b"0"),
        ("bytes=8-", 206, b"89"),
        ("bytes=5-100", 206, b"56789"),
        ("bytes=-3", 206, b"789"),
        ("bytes=-100", 206, b"0123456789"),
        ("bytes=0-1,4-5", 200, b"0123456789"),
        ("bytes=5-2", 200, b"0123456789"),
        ("bytes=-", 200, b"0123456789"),
        ("bytes=" + "9" * 5000 + "-", 200, b"0123456789"),
        ("bytes=10-", 416, b""),
        ("bytes=-0", 416, b""),
    ],
)
def test_a_part_is_sent_as_asked(ask: Ask, asked: str, status: int, body: bytes) -> None:
    answer = ask("/media/images/p.webp", range=asked)
    assert (answer.status, answer.body) == (status, body)
    assert answer.headers["content-length"] == str(len(body))
    if status == 416:
        assert answer.headers["content-range"] == "bytes */10"


def test_a_link_on_the_way_to_a_file_is_not_followed(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/1.html.gz").write_bytes(gzip.compress(b"secret"))
    (tmp_path / "public/section").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "media/documents/x").symlink_to(tmp_path)
    assert ask("/section/1/").status == 404
    assert ask("/media/documents/x/secret").status == 404


_PIECES = st.sampled_from(
    [b"/", b"..", b".", b"%2f", b"%00", b"\x00", b"\\", b"news", b"912090", b"print", b"media",
     b"static", b"images", b"secret", b"public", b"index.html", b".gz", b"fa", "خبر".encode(),
     b"\xff", b"a" * 300, b" ", b"?", b"\r\n"]
)  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(path=st.lists(_PIECES).map(b"".join) | st.binary(), method=st.sampled_from(["GET", "HEAD"]))
def test_any_path_gets_an_answer_and_no_file_of_others(ask: Ask, path: bytes, method: str) -> None:
    if DYNAMIC.match("/" + path.decode("latin-1")):
        return
    answer = ask(b"/" + path, method=method)
    assert answer.status in {200, 301, 404, 410}
    assert answer.body != b"secret"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert not any(end in value for value in answer.headers.values() for end in "\r\n")


@pytest.mark.parametrize("path", ["/" + "a" * 100_000, "/a/" * 50_000, "", "*", "http://x/"])
def test_an_absurd_path_is_not_found(ask: Ask, path: str) -> None:
    assert ask(path).status == 404
