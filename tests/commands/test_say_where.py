"""A running paper says where it is when the newsroom can be entered there."""

from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from dabir.commands.running import answers
from tools.paper import free_port


@pytest.mark.parametrize(("status", "is_open"), [(200, True), (302, True), (503, False)])
def test_a_newsroom_is_open_when_it_answers_something_else_than_that_it_is_away(
    status: int, is_open: bool
) -> None:
    class Newsroom(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            self.send_response(status if self.path == "/newsroom/login/" else 200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Newsroom) as server:
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        assert answers("127.0.0.1", server.server_port) is is_open
        server.shutdown()


def test_nobody_answers_where_nobody_listens() -> None:
    assert not answers("127.0.0.1", free_port())
