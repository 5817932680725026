"""The copy desk reads the demo's stories, so that their list shows how the marks stand."""

from collections.abc import Callable

import pytest

from dabir.demo.marks import count_marks
from dabir.newsroom.models import Story, StoryMarks

pytestmark = pytest.mark.django_db


def test_every_story_s_marks_are_counted(write: Callable[..., Story]) -> None:
    wrong, right = write(headline="شهر شهر ما خبر دارد"), write(headline="شهر ما خبر دارد")
    count_marks()
    assert StoryMarks.objects.get(pk=wrong.pk).errors == 1
    assert StoryMarks.objects.get(pk=right.pk).errors == 0


def test_it_says_how_far_it_is(story: Story) -> None:
    seen: list[tuple[str, int, int]] = []
    count_marks(lambda *step: seen.append(step))
    assert seen == [("marks", 1, 1)]
