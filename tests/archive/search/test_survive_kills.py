"""The indexer is killed at random moments, and the index is deleted under a running server.

Eight kills by default; ``DABIR_FAULTS=100`` tries as many as a release should stand.
"""

import http.client
import itertools
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest

from tools.paper import DABIR, ROOT, environment, free_port

FAULTS = int(os.environ.get("DABIR_FAULTS", "8"))
SEED = int(os.environ.get("DABIR_SEED", "1"))
SECONDS = 300
"""That a busy machine has to start a paper."""

pytestmark = [pytest.mark.server, pytest.mark.many]


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with tables and no story."""
    folder = tmp_path_factory.mktemp("prepared") / "data"
    told = environment(folder, "http://127.0.0.1:8000")
    subprocess.run([*DABIR, "prepare"], env=told, cwd=ROOT, check=True, capture_output=True)
    return folder


@pytest.fixture
def told(prepared: Path, tmp_path: Path) -> dict[str, str]:
    """The environment of a paper of one's own."""
    shutil.copytree(prepared, tmp_path / "data")
    told = environment(tmp_path / "data", f"http://127.0.0.1:{free_port()}")
    return told | {"DJANGO_SETTINGS_MODULE": "dabir.settings"}


def tell(told: dict[str, str], *words: str) -> str:
    done = subprocess.run(
        [sys.executable, *words], env=told, cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


def test_killed_at_random_moments_the_index_has_every_story_once(told: dict[str, str]) -> None:
    answer = tell(told, "-m", "tests.archive.search.killed", str(SEED), str(FAULTS))
    seen = json.loads(answer.splitlines()[-1])
    assert seen["kills"] == FAULTS
    assert seen["amid"] > FAULTS // 4
    assert seen["live"] > 0
    assert seen["wrong"] == []
    assert seen["indexed"] == seen["live"]
    assert seen["waiting"] == 0
    assert seen["buildings_lost"] == 0
    assert seen["writer"] == 0
    assert seen["seconds_refused"] or FAULTS < 50


PUBLISH = """
import django; django.setup()
from dabir.newsroom.models import Section, Story
section = Section.objects.create(key="city", name="شهر")
story = Story.objects.create(headline="زرافه به شهر آمد", section=section, live=False)
story.save_revision().publish()
"""


def test_an_index_deleted_under_a_running_paper_comes_back(told: dict[str, str]) -> None:
    tell(told, "-c", PUBLISH)
    port = int(told["DABIR_ADDRESS"].rpartition(":")[2])
    paper = subprocess.Popen(
        [*DABIR, "run", "--port", str(port)],
        env=told, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        wait(lambda: finds(port) == (200, True))
        shutil.rmtree(Path(told["DABIR_DATA"]) / "search")
        seen = {finds(port)}
        wait(lambda: seen.add(finds(port)) or answers(port, "/") != 200 or (200, True) in seen)
        assert answers(port, "/") == 200
        assert seen <= {(503, False), (200, True)}
        assert (200, True) in seen
    finally:
        paper.terminate()
        paper.wait(30)


def wait(until: Callable[[], bool]) -> None:
    end = time.monotonic() + SECONDS
    while not until():
        assert time.monotonic() < end
        time.sleep(0.3)


_asked = itertools.count()


def finds(port: int) -> tuple[int, bool]:
    """Return the status of a search, and whether it finds the story; each from another sender."""
    asked = next(_asked)
    sender = f"127.0.{1 + asked // 250}.{1 + asked % 250}"
    status, body = read(port, f"/search/?q={quote('زرافه')}", sender)
    return status, '<mark class="found">زرافه</mark>' in body


def answers(port: int, path: str) -> int:
    return read(port, path, "127.0.0.1")[0]


def read(port: int, path: str, sender: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection(
        "127.0.0.1", port, timeout=30, source_address=(sender, 0)
    )
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read().decode()
    except OSError:
        return 0, ""
    finally:
        connection.close()
