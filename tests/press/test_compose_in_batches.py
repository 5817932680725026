"""A batch of pages is composed from one reading of the records, and each page as if alone."""

import re
from collections.abc import Callable
from typing import Any

import pytest
import segno
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dabir.newsroom.models import Picture, Source, Story, Topic
from dabir.press.ledger import Reading
from dabir.press.pages import compose, compose_many, shown
from dabir.press.pages.shown.qr import qr_code


@pytest.fixture
def stories(
    write: Callable[..., Story], picture: Picture, topic: Topic, story: Story, maryam: User
) -> list[Story]:
    """Six stories that readers see, no two alike."""
    found = [story]
    for number in range(5):
        each = write(
            headline=f"تیتر {number}",
            picture=picture if number % 2 else None,
            body=[("paragraph", f"<p>متن {number}</p>"), ("related", story)],
        )
        each.topics = [topic] if number else []
        each.sources = [Source(outlet=f"خبرگزاری {number}")]
        each.save_revision(user=maryam).publish(user=maryam)
        found.append(each)
    return found


def paths(stories: list[Story]) -> list[str]:
    return [p for each in stories for p in (f"/news/{each.pk}/", f"/news/{each.pk}/print/")]


def queries(asked: list[str]) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert all(page.sheet for page in compose_many(asked))
    return len(captured)


def test_a_page_of_a_batch_is_the_page_alone(stories: list[Story]) -> None:
    wanted = [*paths(stories), "/", "/news/999999/", "/nowhere/", "/feed.xml"]
    composed = list(compose_many(wanted))
    assert [page.path for page in composed] == wanted
    for page in composed:
        alone = Reading()
        assert page.error is None
        assert page.sheet == compose(page.path, alone)
        assert page.reading == alone


def test_more_stories_ask_no_more_queries(stories: list[Story]) -> None:
    queries(paths(stories))  # renditions are made once
    few = queries(paths(stories[1:4]))
    assert queries(paths(stories)) == few <= 20


def test_a_page_that_fails_spoils_no_other(
    stories: list[Story], monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = stories[2].pk
    real = shown.story

    def fail(record: Story, *rest: Any) -> shown.StoryShown:
        if record.pk == bad:
            raise ZeroDivisionError
        return real(record, *rest)

    monkeypatch.setattr("dabir.press.pages.shown.story", fail)
    composed = {page.path: page for page in compose_many(paths(stories))}
    failed = {path for path, page in composed.items() if page.error}
    assert failed == {f"/news/{bad}/", f"/news/{bad}/print/"}
    assert isinstance(composed[f"/news/{bad}/"].error, ZeroDivisionError)


def test_what_cannot_be_gathered_for_all_is_gathered_for_each(
    stories: list[Story], monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = stories[2].pk
    real = shown.read_parts

    def fail(found: list[Story]) -> dict[int, shown.Parts]:
        if any(each.pk == bad for each in found):
            raise ZeroDivisionError
        return real(found)

    monkeypatch.setattr("dabir.press.pages.shown.read_parts", fail)
    composed = list(compose_many(paths(stories)))
    assert {page.path for page in composed if page.error} == {
        f"/news/{bad}/",
        f"/news/{bad}/print/",
    }


def test_no_batch_remembers_the_one_before(stories: list[Story]) -> None:
    path = f"/news/{stories[1].pk}/"
    (before,) = compose_many([path])
    Story.objects.filter(pk=stories[1].pk).update(headline="تیتری دیگر")
    (after,) = compose_many([path])
    assert before.sheet
    assert after.sheet
    assert "تیتری دیگر" in after.sheet.body.decode()
    assert "تیتری دیگر" not in before.sheet.body.decode()


@pytest.mark.parametrize("code", [7, 42, 90817, 912090, 912091, 1401081610590])
@pytest.mark.parametrize("host", ["http://127.0.0.1:8000", "https://a.ir", f"https://{'x' * 120}"])
def test_a_qr_code_is_the_one_that_segno_draws(host: str, code: int) -> None:
    address = f"{host}/news/{code}/"
    drawn = segno.make(address, error="m", micro=False).svg_inline(
        scale=1, border=2, omitsize=True, svgclass="qr", lineclass="qr__ink"
    )
    assert dark_modules(qr_code(address)) == dark_modules(drawn)
    assert qr_code(address).partition(" d=")[0] == drawn.partition(" d=")[0]


def dark_modules(svg: str) -> set[tuple[int, int]]:
    """Return the places (x, y) that the strokes of a code cover."""
    found: set[tuple[int, int]] = set()
    x, y = 0, 0.0
    for letter, across, down in re.findall(r"([Mmh])(-?\d+)(?: ([\d.]+))?", svg.split('d="')[1]):
        if letter == "h":
            found |= {(each, int(y)) for each in range(x, x + int(across))}
        x = int(across) + (0 if letter == "M" else x)
        y = float(down) if letter == "M" else y + float(down or 0)
    return found
