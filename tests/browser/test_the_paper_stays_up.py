"""What is printed is served while everything else is down."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from looking import until

from tools.paper import DABIR, demo_folder, environment, free_port, running


def ask(address: str, data: bytes | None = None) -> tuple[int, str]:
    """Return the status and the text of an answer; 0 where nobody answers."""
    try:
        with urllib.request.urlopen(address, data, timeout=30) as answer:
            return answer.status, answer.read().decode("utf-8", "replace")
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode("utf-8", "replace")
    except OSError:
        return 0, ""


@pytest.fixture
def lone_server(tmp_path: Path) -> Iterator[str]:
    """The server alone, over a printed paper: no press, and a database that nobody answers for."""
    folder = tmp_path / "data"
    shutil.copytree(demo_folder(), folder)
    for place in folder.glob("dabir.sqlite3*"):
        place.unlink()
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    server = subprocess.Popen(
        [*DABIR, "stand", "--port", str(port)],
        env={
            **environment(folder, address),
            "DABIR_DATABASE": "postgresql://nobody@127.0.0.1:1/none",
        },
    )
    until(lambda: ask(f"{address}/")[0] == 200, seconds=60)
    yield address
    server.terminate()
    server.wait(20)


def test_every_printed_page_is_served_without_newsroom_and_database(
    lone_server: str,
) -> None:
    maps = re.findall(r"/sitemap/[^<]+", ask(f"{lone_server}/sitemap.xml")[1])
    listed = r"<loc>[^<]*?//[^/]+(/(?:news|section|archive|topics|classifieds|about)/[^<]*)</loc>"
    pages = {path for each in maps for path in re.findall(listed, ask(lone_server + each)[1])}
    assert len(pages) > 70
    for path in sorted(pages):
        assert ask(lone_server + path)[0] == 200, path
    front = ask(f"{lone_server}/")[1]
    for path in set(re.findall(r'(?:src|href)="(/(?:static|media)/[^"]+)"', front)):
        assert ask(lone_server + path)[0] == 200, path


def test_comments_say_kindly_that_they_will_be_back(lone_server: str) -> None:
    status, words = ask(f"{lone_server}/comments/30/", b"name=a&text=b")
    assert status == 503
    assert 'lang="fa"' in words


def test_no_process_outlives_a_killed_paper() -> None:
    with running(free_port()) as paper:
        assert ask(f"{paper.address}/")[0] == 200
        paper.server.kill()
        started = time.monotonic()
        until(lambda: ask(f"{paper.address}/")[0] == 0)
        assert time.monotonic() - started < 15


def test_a_press_that_fell_is_started_again() -> None:
    with running(free_port()) as paper:
        children = subprocess.run(
            ["pgrep", "-P", str(paper.server.pid), "-f", "press"],
            capture_output=True, text=True, check=True,
        ).stdout.split()  # fmt: skip
        os.kill(int(children[0]), signal.SIGKILL)
        place = paper.folder / "public" / "about.html.br"
        place.unlink()
        subprocess.run(
            [sys.executable, "-c", MARK], env=environment(paper.folder, paper.address), check=True
        )  # fmt: skip
        until(place.exists)


MARK = """
import os
import django
os.environ["DJANGO_SETTINGS_MODULE"] = "dabir.settings"
django.setup()
from dabir.newsroom.models import Paper
paper = Paper.load()
paper.about += " - "
paper.save()
"""
