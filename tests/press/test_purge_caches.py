"""Caches forget what was printed anew, after it lies in its place and before others are told."""

from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from dabir.press import purge
from dabir.press.models import Purge
from dabir.press.signals import pages_printed
from dabir.settings import front_end_cache


class Cache:
    """A cache that writes down what it is told to forget."""

    def __init__(self) -> None:
        self.forgot: list[tuple[str, str]] = []
        self.answer = 200
        cache = self

        class Handler(BaseHTTPRequestHandler):
            def do_PURGE(self) -> None:
                cache.forgot.append((self.headers["Host"], self.path))
                self.send_response(cache.answer)
                self.end_headers()

            def log_message(self, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"


@pytest.fixture
def cache(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Cache]:
    found = Cache()
    Thread(target=found.server.serve_forever, daemon=True).start()
    settings.WAGTAILFRONTENDCACHE = front_end_cache(found.address)
    settings.ADDRESS = "https://paper.example"
    monkeypatch.setattr(purge._PURGER, "begin", lambda: None)
    yield found
    found.server.shutdown()


@pytest.fixture
def told() -> Iterator[list[list[str]]]:
    heard: list[list[str]] = []

    def hear(paths: list[str], **kwargs: object) -> None:
        heard.append(paths)

    pages_printed.connect(hear)
    yield heard
    pages_printed.disconnect(hear)


def test_without_a_cache_others_are_told_at_once_and_nothing_is_asked(
    db: None, told: list[list[str]]
) -> None:
    with CaptureQueriesContext(connection) as asked:
        purge.after_printing(["/", "/news/30/"])
    assert told == [["/", "/news/30/"]]
    assert len(asked) == 0


def test_the_cache_forgets_first_and_then_others_are_told(
    db: None, cache: Cache, told: list[list[str]]
) -> None:
    purge.after_printing(["/", "/news/30/"])
    purge.after_printing(["/"])
    assert told == []
    assert purge.purge_noted() == 2
    assert cache.forgot == [("paper.example", "/"), ("paper.example", "/news/30/")]
    assert told == [["/", "/news/30/"]]
    assert purge.purge_noted() == 0


def test_what_failed_stays_and_is_tried_again(
    db: None, cache: Cache, told: list[list[str]]
) -> None:
    cache.answer = 503
    purge.after_printing(["/"])
    with pytest.raises(purge.PurgeError, match="503"):
        purge.purge_noted()
    assert (Purge.objects.get().attempts, told) == (1, [])
    assert purge.purge_noted() == 0
    cache.answer = 200
    with time_machine.travel(timezone.now() + timedelta(seconds=5)):
        assert purge.purge_noted() == 1
    assert told == [["/"]]


def test_a_listener_that_fails_disturbs_nobody(db: None, told: list[list[str]]) -> None:
    def fail(**kwargs: object) -> None:
        raise ValueError("broken")

    pages_printed.connect(fail)
    try:
        purge.after_printing(["/"])
    finally:
        pages_printed.disconnect(fail)
    assert told == [["/"]]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("", {}),
        ("cloudflare:abc", {"ZONEID": "abc", "BEARER_TOKEN": "secret"}),
        ("http://127.0.0.1:6081", {"LOCATION": "http://127.0.0.1:6081"}),
        ('{"cdn": {"DISTRIBUTION_ID": "E1"}}', {"DISTRIBUTION_ID": "E1"}),
    ],
)
def test_it_is_set_by_one_word(said: str, meant: dict[str, str]) -> None:
    cdn = front_end_cache(said, "secret").get("cdn", {})
    assert {key: value for key, value in cdn.items() if key != "BACKEND"} == meant
