"""The embedded server beside nginx; and while two clients load the editor's heaviest view."""

import contextlib
import shutil
import subprocess
import sys
from collections.abc import Iterator
from typing import Final

from tools.paper import free_port
from tools.press_bench.bench import QUIET, Paper, Row, processor_seconds, wait_until_answered

SECONDS: Final = 4
CONNECTIONS: Final = 8
ROUNDS: Final = 3
VIEWS: Final = ("/newsroom/", "/newsroom/stories/")
"""Views of the newsroom among which the heaviest is chosen, beside a story's form."""


def alone(papers: list[Paper]) -> Iterator[Row]:
    """Compare the processor time of a request, turn by turn, so that noise strikes both."""
    paper = papers[0]
    own, other = [], []
    with paper.stand() as server, nginx(paper) as (proxy, port):
        wait_until_answered(paper.port, "/")
        wait_until_answered(port, "/")
        for _ in range(ROUNDS):
            own.append(cost(paper, server, paper.port, "/news/1/"))
            other.append(cost(paper, proxy, port, "/news/1.html"))
    dabir, peer = min(own), min(other)
    found = f"{peer / dabir:.2f}"
    beside = f"{dabir * 1e6:.0f} and {peer * 1e6:.0f} µs"
    yield Row("embedded server, CPU a request against nginx gzip_static", found, beside, "0.7")


def cost(paper: Paper, server: "subprocess.Popen[bytes]", port: int, path: str) -> float:
    """Return the processor seconds that the server spends on one request."""
    paper.tell("reader", port, path, 1, CONNECTIONS)
    before = processor_seconds(server.pid)
    told = paper.tell("reader", port, path, SECONDS, CONNECTIONS)
    return (processor_seconds(server.pid) - before) / float(told["count"])


@contextlib.contextmanager
def nginx(paper: Paper) -> Iterator[tuple["subprocess.Popen[bytes]", int]]:
    """Serve the same folder with nginx: packed copies, one worker, no cache of open files."""
    place, port = paper.folder / "nginx", free_port()
    place.mkdir(exist_ok=True)
    configuration = place / "nginx.conf"
    temporary = "".join(
        f"{each}_temp_path {place}/{each};"
        for each in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    configuration.write_text(
        f"user root; worker_processes 1; pid {place}/pid; error_log {place}/error.log; events {{}}"
        f"http {{ access_log off; {temporary} keepalive_requests 1000000;"
        f"types {{ text/html html; }} server {{ listen 127.0.0.1:{port}; root {paper.public};"
        "index index.html; charset utf-8; gzip_static on; gzip_vary on; sendfile on; } }"
    )
    command = [shutil.which("nginx") or "/usr/sbin/nginx", "-c", str(configuration)]
    server = subprocess.Popen([*command, "-g", "daemon off;"], start_new_session=True, **QUIET)
    try:
        yield server, port
    finally:
        server.terminate()
        server.wait(10)


def beside_an_editor(papers: list[Paper]) -> Iterator[Row]:
    """Compare answers a second while two clients load the newsroom's heaviest view and quiet."""
    paper = papers[0]
    with paper.run():
        wait_until_answered(paper.port, "/newsroom/login/")
        cookie = paper.tell("newsroom", "log_in")
        views = [*VIEWS, f"/newsroom/stories/edit/{paper.size}/"]
        took = {view: paper.tell("reader", paper.port, view, 2, 1, cookie)["p50"] for view in views}
        heaviest = max(took, key=lambda view: float(took[view]))
        quiet = read(paper)
        with editor(paper, heaviest, cookie), editor(paper, heaviest, cookie):
            busy = read(paper)
    name = heaviest.removeprefix("/newsroom/") or "dashboard"
    found = f"{busy['a_second'] / quiet['a_second']:.2f}"
    beside = f"{busy['a_second']:,.0f} and {quiet['a_second']:,.0f} a s"
    yield Row(f"the same beside two clients at {name}", found, beside, "0.5")
    late = f"{busy['p99'] * 1000:.0f} and {quiet['p99'] * 1000:.0f} ms"
    yield Row("   p99 of a reader then, and when it is quiet", late)


def read(paper: Paper) -> dict[str, float]:
    told: dict[str, float] = paper.tell("reader", paper.port, "/news/1/", SECONDS, CONNECTIONS)
    return told


@contextlib.contextmanager
def editor(paper: Paper, view: str, cookie: str) -> Iterator[None]:
    """Let a client load a view all the time."""
    module = [sys.executable, "-m", "tools.press_bench.reader"]
    words = [str(paper.port), view, str(3 * SECONDS), "1", cookie]
    with paper.process(*module, *words):
        yield
