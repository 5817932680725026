"""A running paper says where it is read when it can be read there."""

from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from dabir.commands import running
from tools.paper import free_port


class Busy(BaseHTTPRequestHandler):
    """A server that answers, if only that it has no time."""

    def do_HEAD(self) -> None:
        self.send_error(503)

    def log_message(self, *_: object) -> None:
        pass


def test_it_says_so_once_when_it_answers_and_not_before(
    db: None, capsys: pytest.CaptureFixture[str]
) -> None:
    port = free_port()
    paper = running.Paper("127.0.0.1", port, 1, 1)
    paper._say_where_once()
    assert capsys.readouterr().out == ""
    with HTTPServer(("127.0.0.1", port), Busy) as server:
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        paper._say_where_once()
        assert f"http://127.0.0.1:{port}/newsroom/" in capsys.readouterr().out
        paper._say_where_once()
        assert capsys.readouterr().out == ""
        server.shutdown()
