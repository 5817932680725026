"""Whoever watches the machines learns how the paper does, and nothing else."""

import re
from datetime import timedelta
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from django.db import OperationalError
from django.test import Client
from django.utils import timezone

from dabir.newsroom.models import Story
from dabir.press import vitals, work
from dabir.press.models import Clockwork, PrintedPage, Printer

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.django_db


@pytest.fixture
def at_work() -> None:
    """A printer and a clock that gave a sign of life just now."""
    Printer.objects.create(name="here/1/a", beat_at=timezone.now())
    Clockwork.beat("here")


@pytest.mark.usefixtures("at_work")
def test_a_paper_that_is_well_says_so(client: Client) -> None:
    answer = client.get("/-/health")
    assert answer.status_code == 200
    well = {"status": "ok", "database": "ok", "press": "ok", "clock": "ok"}
    assert answer.json() == well
    assert "no-store" in answer.headers["Cache-Control"]


def test_it_says_that_nobody_prints_and_no_clock_goes(client: Client) -> None:
    long_ago = timezone.now() - timedelta(minutes=2)
    Printer.objects.create(name="here/1/a", beat_at=long_ago)
    answer = client.get("/-/health")
    assert answer.status_code == 503
    assert (answer.json()["press"], answer.json()["clock"]) == ("silent", "silent")


@pytest.mark.usefixtures("at_work")
def test_it_says_that_the_press_is_stuck_and_not_why(client: Client) -> None:
    Printer.objects.update(trouble="The disk of /srv/secret is full.")
    answer = client.get("/-/health")
    assert (answer.status_code, answer.json()["press"]) == (503, "stuck")
    assert b"secret" not in answer.content
    Printer.objects.create(name="there/1/b", beat_at=timezone.now())
    assert client.get("/-/health").status_code == 200


def test_it_says_that_the_database_is_away(client: Client) -> None:
    away = mock.patch.object(Printer.objects, "filter", side_effect=OperationalError("password"))
    with away:
        answer = client.get("/-/health")
    assert (answer.status_code, answer.json()["database"]) == (503, "away")
    assert b"password" not in answer.content


def figures(client: Client, **headers: str) -> dict[str, float]:
    answer = client.get("/-/metrics", headers=headers)
    assert answer.status_code == 200
    lines = answer.content.decode().splitlines()
    told = dict(line.rsplit(" ", 1) for line in lines if not line.startswith("#"))
    assert all(re.fullmatch(r"[a-z_]+(\{[a-z]+=\"[^\"]*\"\})?", name) for name in told)
    return {name: float(value) for name, value in told.items()}


@pytest.mark.usefixtures("at_work")
def test_it_tells_figures(client: Client, story: Story) -> None:
    work.mark_all()
    waiting = PrintedPage.objects.count()
    PrintedPage.objects.filter(path=story.get_absolute_url()).update(error="ValueError")
    found = figures(client)
    stale = [value for name, value in found.items() if name.startswith("dabir_pages_stale")]
    assert sum(stale) == waiting
    assert found["dabir_pages_failed"] == 1
    assert found['dabir_printers{state="well"}'] == 1
    assert found['dabir_printer_beat_age_seconds{printer="here/1/a"}'] < 30
    work.work()
    found = figures(client)
    assert found['dabir_pages{status="200"}'] > 5
    assert found["dabir_oldest_stale_seconds"] == 0


def test_it_tells_what_is_overdue(client: Client, draft: Story) -> None:
    hour = timezone.now() - timedelta(minutes=5)
    with mock.patch.object(vitals.overdue, "overdue", return_value=[hour]):
        assert figures(client)["dabir_appointments_overdue"] == 1


def test_every_figure_is_explained(client: Client) -> None:
    told = client.get("/-/metrics").content.decode()
    reference = (ROOT / "docs/reference/addresses.md").read_text(encoding="utf-8")
    for name in vitals.FIGURES:
        assert f"| `{name}` |" in reference
        assert f"# HELP {name} " in told
        assert f"# TYPE {name} " in told


@pytest.mark.parametrize(
    "asked",
    [
        {"REMOTE_ADDR": "192.0.2.7"},
        {"HTTP_X_FORWARDED_FOR": "127.0.0.1"},
        {"HTTP_VIA": "1.1 Caddy"},
        {"HTTP_AUTHORIZATION": "Bearer "},
        {"HTTP_AUTHORIZATION": "Bearer wrong"},
    ],
)
def test_strangers_are_told_no_figures(client: Client, settings: Any, asked: Any) -> None:
    asked = {"REMOTE_ADDR": "192.0.2.7", **asked} if "HTTP_AUTHORIZATION" in asked else asked
    for token in ("", "the-token"):
        settings.METRICS_TOKEN = token
        assert client.get("/-/metrics", **asked).status_code == 403


def test_who_has_the_token_is_told(client: Client, settings: Any) -> None:
    settings.METRICS_TOKEN = "the-token"
    told = figures(client, authorization="Bearer the-token", x_forwarded_for="192.0.2.7")
    assert "dabir_comments_waiting" in told


@pytest.mark.parametrize("path", ["/-/health", "/-/metrics"])
def test_it_only_tells(client: Client, path: str) -> None:
    assert client.post(path).status_code == 405
