"""Readers keep their paper while Dabir itself is stopped."""

import re

import pytest

from tests.deploy.servers import Servers

COPIES = ["br", "gzip"]


@pytest.fixture(scope="module", autouse=True)
def _stopped(servers: Servers) -> None:
    servers.stop_embedded()


def pages(servers: Servers) -> list[str]:
    """Return the addresses of what is printed, as the maps and the front name them."""
    told = [servers.ask("nginx", "/sitemap.xml", Accept_Encoding="gzip").body.decode()]
    for each in re.findall(r"/sitemap/[^<]+xml", told[0]):
        told.append(servers.ask("nginx", each, Accept_Encoding="gzip").body.decode())
    found = re.findall(r"<loc>https?://[^/]+(/[^<]*)</loc>", "".join(told))
    return ["/", "/feed.xml", "/robots.txt", "/sitemap.xml", *found]


@pytest.mark.parametrize("name", ["nginx", "caddy"])
@pytest.mark.parametrize("taken", COPIES)
def test_every_page_is_served(servers: Servers, name: str, taken: str) -> None:
    found = pages(servers)
    assert len(found) > 80
    for path in found:
        answer = servers.ask(name, path, Accept_Encoding=taken)
        assert (answer.status, answer.headers["content-encoding"]) == (200, taken), path


def test_nginx_serves_who_takes_no_packed_copy(servers: Servers) -> None:
    assert servers.ask("nginx", "/news/64/").body.startswith(b"<!doctype html>")


@pytest.mark.parametrize("name", ["nginx", "caddy"])
def test_every_picture_of_the_front_is_served(servers: Servers, name: str) -> None:
    front = servers.ask(name, "/", Accept_Encoding="br").body.decode()
    found = set(re.findall(r"/(?:media|static)/[^\"\s,?]+", front))
    assert len(found) > 5
    for path in found:
        assert servers.ask(name, path).status == 200, path


@pytest.mark.parametrize("name", ["nginx", "caddy"])
@pytest.mark.parametrize("taken", COPIES)
def test_withdrawn_stories_stay_gone(servers: Servers, name: str, taken: str) -> None:
    answer = servers.ask(name, "/news/999999/", Accept_Encoding=taken)
    assert (answer.status, answer.body) == (410, b"<!doctype html>withdrawn")


@pytest.mark.parametrize("name", ["nginx", "caddy"])
@pytest.mark.parametrize("path", ["/news/64", "/fa/news/64/any-slug"])
def test_other_forms_of_an_address_lead_on(servers: Servers, name: str, path: str) -> None:
    answer = servers.ask(name, path)
    assert (answer.status, answer.headers["location"]) == (301, "/news/64/")


@pytest.mark.parametrize("name", ["nginx", "caddy"])
@pytest.mark.parametrize("path", ["/nothing/", "/static/nothing.css", "/media/images/", "/a.php"])
def test_what_is_not_there_gets_the_papers_page(servers: Servers, name: str, path: str) -> None:
    answer = servers.ask(name, path, Accept_Encoding="br")
    printed = (servers.paper.folder / "public" / "404.html.br").read_bytes()
    assert (answer.status, answer.packed) == (404, printed)
    assert answer.headers["cache-control"] == "public, max-age=5"
    assert "default-src 'none'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("name", ["nginx", "caddy"])
@pytest.mark.parametrize(
    "path", ["/comments/64/", "/search/?q=a", "/newsroom/", "/classifieds/new/", "/-/health"]
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_readers_are_told_that_the_newsroom_will_be_back(
    servers: Servers, name: str, path: str, method: str
) -> None:
    answer = servers.ask(name, path, method, Accept_Encoding="gzip")
    printed = (servers.paper.folder / "public" / "503.html.gz").read_bytes()
    assert (answer.status, answer.packed) == (503, printed)
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert not answer.repeated


@pytest.mark.parametrize("name", ["nginx", "caddy"])
def test_who_has_a_page_is_not_sent_it_again(servers: Servers, name: str) -> None:
    etag = servers.ask(name, "/", Accept_Encoding="br").headers["etag"]
    assert servers.ask(name, "/", Accept_Encoding="br", If_None_Match=etag).status == 304
