"""A running paper teaches its copy desk what it published, now and then."""

from typing import Any

import pytest

from dabir.commands import running


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    parts: list[str] = []
    monkeypatch.setattr(running.Paper, "_start", lambda self, part: parts.append(part))
    return parts


def paper() -> Any:
    return running.Paper("127.0.0.1", 8000, 1, 1)


def test_the_first_lesson_is_not_at_once(started: list[str]) -> None:
    paper()._learn_when_due()
    assert started == []


def test_a_lesson_is_given_when_it_is_due_and_not_twice(started: list[str]) -> None:
    one = paper()
    one._next_lesson = 0.0
    one._learn_when_due()
    one._learn_when_due()
    assert started == ["lesson"]


def test_a_lesson_gives_way_to_all_other_work() -> None:
    assert paper()._commands()["lesson"][0] == "nice"
