"""nginx and Caddy, with what `deploy-config` writes for them, answer as Dabir's own server does."""

from dataclasses import dataclass, field
from time import sleep

import pytest

from dabir.press.headings import SECURITY
from dabir.press.stores import Folder
from tests.deploy.servers import Answer, Servers

GUARD = tuple(name.lower() for name, _ in SECURITY)
COMPARED = ("content-type", "content-encoding", "cache-control", "location", "allow", *GUARD)
PICTURE = "/media/images/words.webp"


@dataclass(frozen=True)
class Request:
    path: str
    status: int
    method: str = "GET"
    headers: dict[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        told = (f"{name}: {value}" for name, value in self.headers.items())
        return " ".join([self.method, self.path, *told])


def packed(taken: str) -> dict[str, str]:
    return {"Accept-Encoding": taken}


REQUESTS = [
    # Pages, in the copy that the reader takes
    *(
        Request(path, 200, headers=packed(taken))
        for path in ("/", "/news/64/", "/feed.xml", "/static/fonts/OFL.txt")
        for taken in (
            "br", "gzip", "identity", "gzip, deflate, br, zstd", "br;q=0, gzip", "gzip;q=0, br;q=0",
            "br; q=0.5, gzip; q=0.0",
        )
    ),
    *(
        Request(path, 200, headers=packed("gzip, br"))
        for path in (
            "/news/64/print/", "/news/64/any-slug", "/news/64/%D8%B3%D9%84%D8%A7%D9%85/",
            "/section/city/", "/section/city/feed.xml", "/sitemap.xml", "/sitemap/news.xml",
            "/sitemap/pages.xml", "/robots.txt", "/favicon.svg", "/parts/latest.html",
            "/archive/", "/archive/1405/", "/topics/", "/about/", "/classifieds/", "/?utm=1",
            "/classifieds/books/", "/news/64/?a=../x", "/news%2f64/",
        )
    ),
    Request("/", 200, "HEAD", packed("br")),
    Request("/news/64/", 200, "HEAD", packed("gzip")),
    Request("/", 200, headers={"Range": "bytes=0-9", **packed("gzip")}),
    # Files
    Request(PICTURE, 200),
    Request(PICTURE, 200, "HEAD"),
    Request(PICTURE, 206, headers={"Range": "bytes=2-4"}),
    Request(PICTURE, 206, headers={"Range": "bytes=-3"}),
    Request(PICTURE, 206, headers={"Range": "bytes=4-"}),
    Request(PICTURE, 416, headers={"Range": "bytes=99-"}),
    # Other addresses of what there is
    *(
        Request(path, 301)
        for path in (
            "/news/64", "/news/64/print", "/section/city", "/archive/1405", "/news/999999",
            "/fa/news/64/any-slug", "/fa/news/64", "/fa/news/0064/a/b", "/fa/tiny/news-64",
            "/old/address/", "/old/address", "/ancient.asp",
        )
    ),
    # Withdrawn
    *(
        Request(path, 410, headers=packed(taken))
        for path in ("/news/999999/", "/news/999999/any-slug")
        for taken in ("br", "gzip", "identity")
    ),
    Request("/news/999999/", 410, "HEAD"),
    # Nothing, and nothing for readers
    *(
        Request(path, 404, headers=packed("br"))
        for path in (
            "/nothing/", "/nothing", "/news/123456789/", "/news/123456789", "/news/", "/news",
            "/index.html", "/news/64.html", "/news/64.html.gz", "/index.html.br", "/404/",
            "/404", "/print/64/", "/parts/latest/", "/topic/1/print/", "/feed.xml.gz",
            "/news/999999.410.html", "/old/address.301", "/feed.xml/", "/moved/",
            "/archive/1405/../1405/", "/news/64/%2e%2e/secret", "/news/64/..", "/static/../secret",
            "/static/%2e%2e/secret", "/media/images/..%2f..%2fsecret", "/media/images/%2e%2e/x",
            "/.printed/index.html", "/.error/404.html", "/.layout", "/.printing/", "/.git/config",
            "//secret", "/news//64/", "/a%5cb", "/link/", "/secret",
            "/static/", "/static", "/static/theme", "/static/theme/", "/static/nothing.css",
            "/media/", "/media/images/", "/media/images", "/media/images/.hidden.webp",
            "/media/images/nothing.webp", "/media/original_images/secret.png",
            "/media//original_images/secret.png", "/media/images/../original_images/secret.png",
            "/static/fonts/OFL.txt.gz", "/static/fonts/OFL.txt/", "/404.html",
        )
    ),
    Request("/nothing/", 404, headers=packed("gzip")),
    Request("/nothing/", 404, headers=packed("identity")),
    Request("/nothing/", 404, "HEAD"),
    Request("/503.html", 503, headers=packed("br")),
    # What is only to be read
    *(
        Request(path, 405, method)
        for path in ("/", "/news/64/", "/feed.xml", PICTURE, "/static/fonts/OFL.txt", "/404.html")
        for method in ("POST", "DELETE")
    ),
    Request("/nothing/", 405, "PUT"),
    # The newsroom
    Request("/newsroom/login/", 200),
    Request("/newsroom/", 302),
    Request("/comments/64/", 200),
    Request("/comments/token/", 200),
    Request("/classifieds/new/", 200),
    Request("/search/?q=a", 200),
    Request("/-/nothing/", 404),
]  # fmt: skip
VOLATILE = ("/newsroom/", "/comments/", "/classifieds/new/")
"""Pages with a token of their own each time."""


@pytest.mark.parametrize("request_", REQUESTS, ids=str)
@pytest.mark.parametrize("name", ["nginx", "caddy"])
def test_it_answers_as_the_embedded_server(servers: Servers, name: str, request_: Request) -> None:
    own = servers.ask("embedded", request_.path, request_.method, **request_.headers)
    other = servers.ask(name, request_.path, request_.method, **request_.headers)
    assert own.status == request_.status
    assert (other.status, said(other)) == (own.status, said(own))
    if own.status not in {301, 416} and not request_.path.startswith(VOLATILE):
        assert other.body == own.body
    assert not other.repeated or own.status == 416  # nginx makes that answer twice over


@pytest.mark.parametrize("name", ["embedded", "nginx", "caddy"])
@pytest.mark.parametrize(
    "path",
    ["/../secret", "/..%2fsecret", "/%2e%2e/secret", "/news/%2e%2e/%2e%2e/secret", "/%00", "/%ff/"],
)
def test_nobody_climbs_out_of_the_paper(servers: Servers, name: str, path: str) -> None:
    answer = servers.ask(name, path)
    assert answer.status in {400, 404}
    assert b"secret" not in answer.body
    assert answer.headers["x-content-type-options"] == "nosniff"


def said(answer: Answer) -> dict[str, str | None]:
    """Return what of an answer's headers must be the same everywhere."""
    names = COMPARED if answer.status not in {301, 416} else ("location", *GUARD)
    told = {name: answer.headers.get(name) for name in names}
    return {**told, "content-range": answer.headers.get("content-range")}


@pytest.mark.parametrize("name", ["embedded", "nginx", "caddy"])
@pytest.mark.parametrize("taken", ["br", "gzip", "identity"])
@pytest.mark.parametrize("path", ["/news/64/", PICTURE, "/static/fonts/OFL.txt"])
def test_who_has_it_is_not_sent_it_again(
    servers: Servers, name: str, taken: str, path: str
) -> None:
    etag = servers.ask(name, path, **packed(taken)).headers["etag"]
    again = servers.ask(name, path, If_None_Match=etag, **packed(taken))
    assert (again.status, again.body) == (304, b"")
    assert again.headers["cache-control"] == servers.ask(name, path).headers["cache-control"]
    assert again.headers["x-content-type-options"] == "nosniff"
    assert servers.ask(name, path, If_None_Match='"other"', **packed(taken)).status == 200


@pytest.mark.parametrize("name", ["embedded", "nginx", "caddy"])
def test_copies_are_told_apart(servers: Servers, name: str) -> None:
    copies = [servers.ask(name, "/", **packed(taken)) for taken in ("br", "gzip", "identity")]
    assert len({copy.headers["etag"] for copy in copies}) == 3
    assert {copy.headers["vary"] for copy in copies} == {"Accept-Encoding"}
    assert not copies[0].headers["etag"].startswith("W/")


@pytest.mark.parametrize("name", ["embedded", "nginx"])
@pytest.mark.parametrize("path", ["/link/", "/media/images/link.webp"])
def test_links_are_not_followed(servers: Servers, name: str, path: str) -> None:
    answer = servers.ask(name, path, **packed("gzip"))
    assert answer.status == 404
    assert b"secret" not in answer.body


@pytest.mark.parametrize("name", ["nginx", "caddy"])
def test_every_static_file_has_the_same_type(servers: Servers, name: str) -> None:
    static = servers.paper.folder / "static"
    one_of_each = {place.suffix: place for place in static.rglob("*.*") if place.is_file()}
    for suffix, place in one_of_each.items():
        path = f"/static/{place.relative_to(static).as_posix()}"
        if suffix in {".gz", ".br"}:
            continue
        own, other = (servers.ask(each, path, "HEAD") for each in ("embedded", name))
        assert other.headers["content-type"] == own.headers["content-type"], path


@pytest.mark.parametrize("name", ["nginx", "caddy"])
def test_a_page_that_is_printed_anew_is_seen_within_a_second(servers: Servers, name: str) -> None:
    store = Folder(servers.paper.folder / "public")
    for words in (b"first", b"second, longer", b"third"):
        store.put("/tried/", words)
        sleep(1.1)
        for taken in ("br", "gzip", "identity"):
            assert servers.ask(name, "/tried/", **packed(taken)).body == words
    store.put("/tried/", b"gone", status=410)
    sleep(1.1)
    assert servers.ask(name, "/tried/").status == 410
    store.remove("/tried/")


@pytest.mark.parametrize("name", ["nginx", "caddy"])
def test_long_sendings_reach_the_newsroom(servers: Servers, name: str) -> None:
    """A picture may have 20 MB: what is too long, the newsroom itself says."""
    assert servers.send(name, "/newsroom/login/", b"x" * 25_000_000) != 413
