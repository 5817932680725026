"""Starts nginx and Caddy on what `deploy-config` writes, and asks servers on loopback."""

import contextlib
import gzip
import http.client
import shutil
import socket
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import brotli

from dabir.commands import deploying
from dabir.press.stores import Folder
from tools.paper import RunningPaper

CADDY = str(Path(deploying.Site.program).with_name("caddy"))


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes
    """Unpacked."""
    packed: bytes
    repeated: list[str]
    """Headers that were said more than once."""


def ask(port: int, path: str, method: str = "GET", **headers: str) -> Answer:
    """Send a request as it is written: no path is put in order, nothing is added."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    with contextlib.closing(connection):
        connection.putrequest(method, path, skip_accept_encoding=True)
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        answer = connection.getresponse()
        names = [name.lower() for name, _ in answer.getheaders()]
        said = {name.lower(): value for name, value in answer.getheaders()}
        packed = answer.read()
        body = unpacked(packed, said.get("content-encoding", ""))
        repeated = [name for name in set(names) if names.count(name) > 1]
        return Answer(answer.status, said, body, packed, repeated)


def unpacked(body: bytes, coding: str) -> bytes:
    if not body:
        return body
    return {"br": brotli.decompress, "gzip": gzip.decompress}.get(coding, bytes)(body)


@dataclass(frozen=True)
class Servers:
    """Ports by the servers' names, and the paper that they carry."""

    paper: RunningPaper
    ports: dict[str, int]

    def ask(self, name: str, path: str, method: str = "GET", **headers: str) -> Answer:
        return ask(self.ports[name], path, method, **headers)

    def send(self, name: str, path: str, body: bytes) -> int:
        """Send something long; return the status, which may come before all of it was heard."""
        connection = http.client.HTTPConnection("127.0.0.1", self.ports[name], timeout=30)
        with contextlib.closing(connection):
            connection.putrequest("POST", path)
            connection.putheader("Content-Length", str(len(body)))
            connection.endheaders()
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                connection.send(body)
            return connection.getresponse().status

    def stop_embedded(self) -> None:
        self.paper.server.terminate()
        self.paper.server.wait(30)


def spoil(data: Path) -> None:
    """Put into the paper what only time would bring."""
    store = Folder(data / "public")
    store.put("/news/999999/", b"<!doctype html>withdrawn", status=410)
    store.put("/old/address/", b"/about/", status=301)
    store.put("/ancient.asp", b"/contact/", status=301)
    (data / "secret").write_text("secret")
    (data / "public" / "link.html.gz").symlink_to(data / "secret")
    (data / "media" / "images" / "link.webp").symlink_to(data / "secret")
    (data / "media" / "images" / "words.webp").write_bytes(b"0123456789")
    (data / "media" / "images" / ".hidden.webp").write_text("secret")
    (data / "media" / "original_images").mkdir(exist_ok=True)
    (data / "media" / "original_images" / "secret.png").write_text("secret")


@contextlib.contextmanager
def nginx(site: deploying.Site, place: Path) -> Iterator[None]:
    """Run nginx on what is written for a site."""
    configuration = nginx_around(site, place)
    with process([nginx_program(), "-c", str(configuration), "-g", "daemon off;"]):
        yield


def nginx_around(site: deploying.Site, place: Path) -> Path:
    """Write a whole nginx.conf around the file of a site, as Debian's holds it; return it."""
    [written] = deploying.write(["nginx"], site, place)
    for each in ("body", "proxy", "fastcgi", "uwsgi", "scgi"):
        (place / each).mkdir(exist_ok=True)
    paths = "".join(f"{each}_temp_path {place}/{each};" for each in ("fastcgi", "uwsgi", "scgi"))
    whole = place / "nginx.conf"
    whole.write_text(
        "include /etc/nginx/modules-enabled/*.conf;\n"
        f"user root; worker_processes 1; pid {place}/pid; error_log {place}/error.log;\n"
        "events {}\n"
        f"http {{ access_log off; client_body_temp_path {place}/body; "
        f"proxy_temp_path {place}/proxy; {paths} include {written}; }}\n"
    )
    return whole


def nginx_program() -> str:
    return shutil.which("nginx") or "/usr/sbin/nginx"


@contextlib.contextmanager
def caddy(site: deploying.Site, place: Path) -> Iterator[None]:
    """Run Caddy on what is written for a site."""
    [written] = deploying.write(["caddy"], site, place)
    written.write_text("{\n\tadmin off\n}\n" + written.read_text())
    with process([CADDY, "run", "--config", str(written), "--adapter", "caddyfile"]):
        yield


@contextlib.contextmanager
def process(command: list[str]) -> Iterator[None]:
    started = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        started.terminate()
        started.wait(30)


def wait_until_printed(folder: Path, seconds: float = 120) -> None:
    """Wait until no page of a paper is stale."""
    until = time.monotonic() + seconds
    asked = "SELECT count(*) FROM press_printedpage WHERE stale_at IS NOT NULL"
    with contextlib.closing(sqlite3.connect(folder / "dabir.sqlite3")) as database:
        while database.execute(asked).fetchone()[0]:
            if time.monotonic() > until:
                raise RuntimeError("The press does not come to an end.")
            time.sleep(0.2)


def wait_for(port: int) -> None:
    until = time.monotonic() + 30
    while time.monotonic() < until:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.1)
    raise RuntimeError(f"Nothing listens on port {port}.")
