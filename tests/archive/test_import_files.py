"""Files and folders on their way in."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from dabir.archive import importing, moving
from dabir.archive.importing import import_paths
from dabir.archive.models import Original
from dabir.archive.moving import Deed, Report
from dabir.archive.sources import find_files
from dabir.newsroom.models import Story
from dabir.persian import JalaliDay
from tests.archive.conftest import HEADLINE, RELATED, agency_page, daily_page

pytestmark = pytest.mark.django_db


def write(place: Path, text: str) -> Path:
    """Write a page's file, with the folders above it."""
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8")
    return place


def run(*paths: Path, **options: Any) -> list[Report]:
    return list(import_paths(paths, **options))


def test_folders_are_walked_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b/2.txt", "a/1.txt", "3.txt", ".hidden/4.txt", "a/.5.txt"):
        write(tmp_path / name, "x")

    found = [str(path.relative_to(tmp_path)) for path in find_files([tmp_path])]

    assert found == ["3.txt", "a/1.txt", "b/2.txt"]


def test_a_bad_file_stops_nothing(tmp_path: Path) -> None:
    write(tmp_path / "1.txt", "")
    write(tmp_path / "2.html", "<p>")
    write(tmp_path / "3.txt", daily_page())
    write(tmp_path / "4.txt", "صفحه نخست")
    write(tmp_path / "5.txt", daily_page())

    reports = run(tmp_path)

    assert [report.outcome for report in reports] == [
        Deed.REFUSED,
        Deed.REFUSED,
        Deed.MOVED_IN,
        Deed.REFUSED,
        Deed.UNCHANGED,
    ]
    assert [bool(report.why) for report in reports] == [True, True, False, True, False]
    assert reports[2].seconds > 0


def test_a_code_that_is_taken_is_refused_and_says_why(tmp_path: Path, story: Story) -> None:
    report = run(write(tmp_path / "1.txt", daily_page(HEADLINE, f"{story.pk:03}")))[0]

    assert report.outcome is Deed.REFUSED
    assert "belongs to another story" in report.why


def test_the_second_page_with_a_code_is_refused_and_stops_nothing(tmp_path: Path) -> None:
    write(tmp_path / "1.txt", daily_page(HEADLINE, "۷۱۲۰۳۴"))
    write(tmp_path / "2.txt", daily_page(RELATED, "۷۱۲۰۳۴"))
    write(tmp_path / "3.txt", daily_page(RELATED, "۷۱۲۰۳۵"))

    first, second, third = run(tmp_path)

    assert [first.outcome, second.outcome, third.outcome] == [
        Deed.MOVED_IN,
        Deed.REFUSED,
        Deed.MOVED_IN,
    ]
    assert f"712034 belongs to another story: «{HEADLINE}»" in second.why


def test_the_given_day_reaches_the_story(tmp_path: Path) -> None:
    run(write(tmp_path / "1.txt", daily_page()), day=JalaliDay(1395, 3, 21))

    assert Story.objects.get().first_published_at == JalaliDay(1395, 3, 21).begins


def test_a_dry_run_says_what_would_come_and_writes_nothing(tmp_path: Path, story: Story) -> None:
    known = write(tmp_path / "1.txt", daily_page())
    run(known)
    taken = write(tmp_path / "2.txt", daily_page(HEADLINE, f"{story.pk:03}"))
    fresh = write(tmp_path / "3.txt", agency_page())

    reports = run(known, taken, fresh, dry_run=True)

    assert [report.outcome for report in reports] == [Deed.UNCHANGED, Deed.REFUSED, Deed.MOVED_IN]
    assert reports[2].record
    assert Original.objects.count() == 1


def test_a_dry_run_needs_no_database_and_makes_none(
    tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = {"default": {**settings.DATABASES["default"], "NAME": str(tmp_path / "none.sqlite3")}}
    monkeypatch.setattr(importing.settings, "DATABASES", nowhere)
    monkeypatch.setattr(importing, "connection", SimpleNamespace(vendor="sqlite", connection=None))

    reports = run(write(tmp_path / "1.txt", daily_page()), dry_run=True)

    assert [report.outcome for report in reports] == [Deed.MOVED_IN]
    assert not (tmp_path / "none.sqlite3").exists()


def test_related_stories_later_in_the_batch_are_linked_too(tmp_path: Path) -> None:
    write(tmp_path / "1.txt", daily_page(HEADLINE, "۷۱۲۰۳۴", RELATED, ""))
    write(tmp_path / "2.txt", daily_page(RELATED, "۷۱۲۰۳۵"))
    write(
        tmp_path / "3.txt",
        daily_page("سومین خبر از باغ های شهر", "۷۱۲۰۳۶", "خبری که نیست در هیچ جا", ""),
    )

    run(tmp_path)

    row = Story.objects.get(pk=712034).related_stories.get()
    assert (row.related_id, row.headline) == (712035, "")
    assert not Original.objects.get(story_id=712034).was_edited
    assert run(tmp_path)[0].outcome is Deed.UNCHANGED
    assert Story.objects.get(pk=712036).related_stories.get().headline == "خبری که نیست در هیچ جا"


def test_the_database_that_refuses_a_page_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise moving.IntegrityError("twice")

    monkeypatch.setattr(moving.Mover, "_write", refuse)

    report = run(write(tmp_path / "1.txt", daily_page()))[0]

    assert (report.outcome, report.why) == (Deed.REFUSED, "The database refused it: twice")
