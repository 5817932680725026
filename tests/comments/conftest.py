"""Readers who write under the cast's story."""

import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.db import connections
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from dabir.comments.models import Comment
from dabir.comments.signals import comments_changed
from dabir.comments.start_token import new_token
from dabir.newsroom.models import Story

COUNTERS = ["pending_comments", "published_comments", "rejected_comments"]


def counters(story: Story) -> tuple[int, ...]:
    """The counters of a story in the database: pending, published, rejected."""
    return tuple(Story.objects.values_list(*COUNTERS).get(pk=story.pk))


def begun(seconds: float) -> str:
    """A token of a reader who began so many seconds ago."""
    with time_machine.travel(time.time() - seconds, tick=False):
        return new_token()


@pytest.fixture
def comment(story: Story) -> Comment:
    """A comment that waits for the newsroom."""
    return Comment.objects.create(story=story, name="نرگس", text="پل خوبی شده است.")


@pytest.fixture
def published(story: Story) -> Comment:
    """A comment that readers see."""
    now = timezone.now() - timedelta(hours=1)
    return Comment.objects.create(
        story=story, name="فریدون", text="از کی باز است؟", state="published", sent_at=now
    )


@pytest.fixture
def send(client: Client, story: Story) -> Callable[..., HttpResponse]:
    """Return a function that sends the form as a reader does who wrote for ten seconds."""

    def post(client: Client = client, story: Story = story, **fields: Any) -> HttpResponse:
        address = fields.pop("address", "192.0.2.1")
        form = {"name": "نرگس", "text": "پل خوبی شده است.", "token": begun(10), **fields}
        return client.post(f"/comments/{story.pk}/", form, REMOTE_ADDR=address)

    return post


@pytest.fixture
def told() -> Iterator[list[int]]:
    """The codes of the stories that comments_changed told of."""
    codes: list[int] = []

    def hear(sender: type[Comment], story_code: int, **kwargs: Any) -> None:
        codes.append(story_code)

    comments_changed.connect(hear)
    yield codes
    comments_changed.disconnect(hear)


@pytest.fixture
def file_database(transactional_db: None, tmp_path: Path) -> Iterator[None]:
    """The database as several processes share it; SQLite's in-memory one has other locks."""
    connection = connections["default"]
    if connection.vendor != "sqlite":
        yield
        return
    place = tmp_path / "threads.sqlite3"
    connection.ensure_connection()
    connection.cursor().execute("VACUUM INTO %s", [str(place)])
    kept = connection.settings_dict["NAME"]
    connection.settings_dict["NAME"] = str(place)
    connections["default"] = connections.create_connection("default")
    yield
    connections["default"].close()
    connections["default"] = connection
    connection.settings_dict["NAME"] = kept
