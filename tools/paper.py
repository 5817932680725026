"""A demo paper of one's own, for tests in a browser, measurements and pictures.

    with running() as paper:
        paper.address, paper.folder

The demo is loaded once into ``DABIR_DEMO`` (default: ``build/demo``) and copied for each
run, so that what one run writes no other one sees.
"""

import contextlib
import fcntl
import hashlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
DABIR: Final = [sys.executable, "-m", "dabir.cli"]
START: Final = 240
"""Seconds that a paper has to answer: it ends the wait for one that never will."""
CHROMIUM: Final = shutil.which("chromium") or "/usr/bin/chromium"
CHROMIUM_FLAGS: Final = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass(frozen=True)
class RunningPaper:
    address: str
    folder: Path
    server: "subprocess.Popen[bytes]"


def environment(folder: Path, address: str) -> dict[str, str]:
    return {**os.environ, "DABIR_DATA": str(folder), "DABIR_ADDRESS": address}


def demo_folder() -> Path:
    """Return the folder of the loaded demo, loaded where it is missing, by one process alone."""
    folder = Path(os.environ.get("DABIR_DEMO", ROOT / "build" / "demo"))
    folder.parent.mkdir(parents=True, exist_ok=True)
    with folder.with_name(f"{folder.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        version = demo_version()
        stamp = folder / "loaded-from"
        if not stamp.exists() or stamp.read_text() != version:
            _load_demo(folder)
            stamp.write_text(version)
    return folder


def _load_demo(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    port = free_port()
    print("Loading the demo paper …", file=sys.stderr)
    for words in (["demo"], ["search", "--rebuild"]):
        subprocess.run(
            [*DABIR, *words],
            env=environment(folder, f"http://127.0.0.1:{port}"),
            check=True,
            stdout=subprocess.DEVNULL,
        )
    (folder / "port").write_text(str(port))


def demo_version() -> str:
    """Return a digest of what the demo is loaded from: its files, and the tables' history."""
    seen = hashlib.blake2b(digest_size=12)
    package = ROOT / "dabir"
    for place in sorted([*package.glob("demo/**/*.*"), *package.glob("*/migrations/*.py")]):
        if place.suffix != ".pyc":
            seen.update(place.name.encode() + place.read_bytes())
    return seen.hexdigest()


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextlib.contextmanager
def running(port: int | None = None) -> Iterator[RunningPaper]:
    """Serve a copy of the demo; stop it in the end.

    At another port than the demo was printed for, the press prints it afresh meanwhile.
    """
    demo = demo_folder()
    port = port or int((demo / "port").read_text())
    address = f"http://127.0.0.1:{port}"
    with tempfile.TemporaryDirectory(prefix="dabir-paper-", ignore_cleanup_errors=True) as place:
        folder = Path(place) / "data"
        shutil.copytree(demo, folder)
        with (Path(place) / "log").open("wb") as log:
            server = subprocess.Popen(
                [*DABIR, "run", "--port", str(port)],
                env=environment(folder, address),
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        try:
            wait_for(address, server, Path(place) / "log")
            yield RunningPaper(address, folder, server)
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(30)


def wait_for(address: str, server: "subprocess.Popen[bytes]", log: Path) -> None:
    """Wait until both the paper and the newsroom answer."""
    until = time.monotonic() + START
    for path in ("/", "/newsroom/login/"):
        while True:
            try:
                urllib.request.urlopen(address + path, timeout=30).close()
                break
            except urllib.error.HTTPError as error:
                if error.code < 500:
                    break
            except OSError:
                pass
            if server.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"The paper does not answer:\n{log.read_text()[-3000:]}")
            time.sleep(0.2)
