"""A running paper teaches its copy desk what it published, now and then."""

from datetime import datetime
from typing import Any

import pytest
import time_machine

from dabir.commands import running
from dabir.persian.jalali import TEHRAN


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    parts: list[str] = []
    monkeypatch.setattr(running.Paper, "_start", lambda self, part: parts.append(part))
    return parts


def paper() -> Any:
    return running.Paper(None, 1, 1)  # type: ignore[arg-type]  # nobody listens


def test_the_first_lesson_is_not_at_once(started: list[str]) -> None:
    paper()._learn_when_due()
    assert started == []


def test_a_lesson_is_given_when_it_is_due_and_not_twice(started: list[str]) -> None:
    one = paper()
    one._next_lesson = 0.0
    one._learn_when_due()
    one._learn_when_due()
    assert started == ["lesson"]


def test_a_lesson_gives_way_to_all_other_work(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(running.subprocess, "Popen", lambda words, **_: asked.append(words))
    paper()._start("lesson")
    assert asked[0][0] == "nice"


def test_the_archive_learns_once_a_night(started: list[str]) -> None:
    with time_machine.travel(datetime(2026, 5, 4, 2, 59, 50, tzinfo=TEHRAN), tick=False) as clock:
        one = paper()
        one._learn_when_due()
        assert started == []
        clock.shift(20)
        one._learn_when_due()
        one._learn_when_due()
        assert [each for each in started if each == "night"] == ["night"]
        clock.shift(24 * 3600)
        one._learn_when_due()
        assert [each for each in started if each == "night"] == ["night", "night"]


def test_a_reader_of_a_copied_index_learns_nothing(started: list[str], settings: Any) -> None:
    settings.SEARCH_IS_COPY = True
    with time_machine.travel(datetime(2026, 5, 4, 2, 59, tzinfo=TEHRAN), tick=False) as clock:
        one = paper()
        clock.shift(120)
        one._learn_when_due()
    assert "night" not in started
