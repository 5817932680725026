"""How long the newsroom's editor waits for the marks of a paragraph, over real HTTP."""

import http.client
import http.cookiejar
import json
import shutil
import sys
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from typing import Any, Final

from dabir.copydesk import places
from tools.copydesk_bench import sets
from tools.copydesk_bench.readers import Reader
from tools.paper import RunningPaper, running

WORDS: Final = 100
REQUESTS: Final = 200
WARM: Final = 20
"""So many paragraphs are read before the clock is looked at: a newsroom's desk is awake."""


def p95(reader: Reader, _: int) -> list[str]:
    """Return the 95th percentile of the answers to new paragraphs of a hundred words."""
    if not reader.data:
        return ["-"]
    try:
        with running() as paper:
            _teach(paper, reader)
            taken = _seconds(paper)
    except RuntimeError as error:  # a machine too busy to start a paper can still do the rest
        print(error, file=sys.stderr)
        return ["no answer"]
    return [f"{1000 * sorted(taken)[int(0.95 * len(taken))]:.1f} ms"]


def _seconds(paper: RunningPaper) -> list[float]:
    """Return how long each answer took, once the desk is awake."""
    browser = Browser(paper.address)
    browser.log_in("sara", "dabir-demo")
    return [browser.seconds_for(each) for each in paragraphs(WARM + REQUESTS)][WARM:]


def _teach(paper: RunningPaper, reader: Reader) -> None:
    """Give the paper the words that the reader has learnt."""
    assert reader.data
    learnt = reader.data / places.LEARNT
    if learnt.exists():
        (paper.folder / places.LEARNT).parent.mkdir(exist_ok=True)
        shutil.copy(learnt, paper.folder / places.LEARNT)


def paragraphs(count: int) -> Iterator[str]:
    """Yield paragraphs of a hundred words, with slips, none like another."""
    words = [word for written, _ in sets.pairs("news-letters") for word in written.split()]
    for number in range(count):
        yield " ".join(words[number * WORDS : (number + 1) * WORDS])


class Browser:
    """Somebody of the newsroom, over one connection that stays open."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._connection = http.client.HTTPConnection(address.removeprefix("http://"))
        self._cookies = http.cookiejar.CookieJar()

    def log_in(self, user: str, password: str) -> None:
        """Log in to the newsroom."""
        self._send("GET", "/newsroom/login/")
        form = {"username": user, "password": password, "csrfmiddlewaretoken": self._token}
        body = urllib.parse.urlencode(form).encode()
        answer = self._send("POST", "/newsroom/login/", body, "application/x-www-form-urlencoded")
        assert answer.status == 302, f"login: {answer.status}"

    def seconds_for(self, paragraph: str) -> float:
        """Return how long the marks of a paragraph take."""
        asked = {"paragraphs": [{"id": "a", "text": paragraph}]}
        body = json.dumps(asked).encode()
        started = time.perf_counter()
        answer = self._send("POST", "/newsroom/copydesk/read/", body, "application/json")
        taken = time.perf_counter() - started
        assert answer.status == 200, f"read: {answer.status}"
        return taken

    @property
    def _token(self) -> str:
        return next(str(each.value) for each in self._cookies if each.name == "csrftoken")

    def _send(
        self, method: str, path: str, body: bytes = b"", kind: str = ""
    ) -> http.client.HTTPResponse:
        request = urllib.request.Request(self._address + path)
        self._cookies.add_cookie_header(request)
        headers: dict[str, Any] = dict(request.unredirected_hdrs)
        if body:
            headers |= {"Content-Type": kind, "X-CSRFToken": self._token}
        self._connection.request(method, path, body, headers)
        answer = self._connection.getresponse()
        answer.read()
        self._cookies.extract_cookies(answer, request)
        return answer
