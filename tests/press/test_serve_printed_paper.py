"""The server answers with printed files, and with nothing else."""

import gzip
from collections.abc import Callable
from pathlib import Path
from typing import Any

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

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
    server = Server(folder.root, tmp_path / "static", tmp_path / "media", newsroom)

    def request(path: str, method: str = "GET", **headers: str) -> Answer:
        told: list[Any] = []
        environ = {
            "REQUEST_METHOD": method,
            "PATH_INFO": path.encode("utf-8", "surrogatepass").decode("latin-1"),
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
    for path in ("/", "/nothing/", "/news/7/", "/media/images/p.webp", "/fa/news/912090/x"):
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


@given(path=st.text())
def test_any_path_gets_an_answer(path: str) -> None:
    root = Path("/nonexistent")
    told: list[str] = []
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": ("/" + path).encode("utf-8", "surrogatepass").decode("latin-1"),
    }
    Server(root, root, root, newsroom)(environ, lambda status, headers: told.append(status))
    assert told[0][:3] in {"200", "404", "301"}
