"""The product's front door: what `dabir` says and does, and how it ends."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from django.contrib.auth.models import User
from django.db import OperationalError, connection

from dabir.cli import main
from dabir.commands import preparing, pressing
from dabir.comments.models import Comment
from dabir.demo import load
from dabir.newsroom import staff
from dabir.newsroom.models import Story, Writer
from dabir.press import work
from dabir.press.models import PrintedPage
from dabir.press.stores import Folder

Run = Callable[..., Result]


@pytest.fixture
def run(db: None, settings: Any, tmp_path: Path) -> Run:
    settings.DATA = tmp_path
    settings.STATIC_ROOT = tmp_path / "static"
    return lambda *words, **more: CliRunner().invoke(main, words, **more)


@pytest.fixture
def small_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load, "PICTURE_SIZE", (96, 60))
    monkeypatch.setattr(load, "ProcessPoolExecutor", ThreadPoolExecutor)


def test_help_names_every_command(run: Run) -> None:
    words = run("--help").output
    for command in ("run", "prepare", "demo", "import", "press", "user"):
        assert command in words
    assert "..." not in words.split("Commands:")[1]


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_of_moving_in_asks_no_database(run: Run, option: str, monkeypatch: Any) -> None:
    monkeypatch.setattr(preparing, "print_stale", lambda: pytest.fail("it printed"))
    done = run("import", option)
    assert done.exit_code == 0
    assert "Usage: dabir import" in done.output


def test_the_demo_is_loaded_and_printed(run: Run, newsroom: None, small_pictures: None) -> None:
    done = run("demo")
    assert done.exit_code == 0, done.output
    assert Story.objects.live().count() >= 60
    assert {c.state for c in Comment.objects.all()} == {"published", "pending", "rejected"}
    assert User.objects.count() == 3
    assert load.is_demo()
    assert not PrintedPage.objects.exclude(error="")
    assert run("press", "--status").exit_code == 0
    checked = run("press", "--check")
    assert checked.exit_code == 0, checked.output
    assert " 0 not as they should be" in checked.output
    again = run("demo")
    assert again.exit_code == 2
    assert "not empty" in again.output


def test_stale_pages_are_printed(run: Run, story: Story, settings: Any) -> None:
    work.mark_all()
    assert run("press").exit_code == 0
    assert (settings.PUBLIC_DIR / f"news/{story.pk}.html.gz").exists()


def test_the_check_names_what_is_wrong(run: Run, story: Story, settings: Any) -> None:
    work.mark_all()
    run("press")
    assert run("press", "--check").exit_code == 0
    public = settings.PUBLIC_DIR
    (public / "index.html.br").write_text("torn")
    (public / "stray.html").write_text("stray")
    (public / "feed.xml.gz").unlink()
    Folder(public).put("/about/", b"stale")
    checked = run("press", "--check")
    assert checked.exit_code == 1
    for words in ("torn     /", "stray    stray.html", "missing  /feed.xml", "stale    /about/"):
        assert words in checked.output
    (public / "stray.html").unlink()
    assert run("press", "--all").exit_code == 0
    assert run("press", "--check").exit_code == 0
    assert run("press", "--check", "--sample", "3").exit_code == 0


def test_a_withdrawn_story_has_no_view_for_the_printer(run: Run, story: Story) -> None:
    assert run("press", "--all").exit_code == 0
    story.live = False
    story.save()
    assert run("press").exit_code == 0
    assert run("press", "--check").exit_code == 0


def test_one_page_is_printed_afresh(run: Run, story: Story, settings: Any) -> None:
    assert run("press", "--path", f"/news/{story.pk}/").exit_code == 0
    assert (settings.PUBLIC_DIR / f"news/{story.pk}.html.gz").exists()
    assert run("press", "--path", "/no/such/page/").exit_code == 2


def test_a_failed_page_is_told(run: Run, story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    work.mark_all()
    monkeypatch.setattr("dabir.press.pages.front.topic_strip", lambda *told: 1 / 0)
    done = run("press")
    assert done.exit_code == 1
    assert "/ could not be printed: ZeroDivisionError" in done.output
    assert run("press", "--status").exit_code == 1


def test_a_second_printer_helps(run: Run, story: Story) -> None:
    with work.printer() as first:
        work.mark_all()
        assert first.turn(1) == 1
        assert run("press").exit_code == 0
        assert not work.waiting().exists()


def test_a_lost_database_is_told_in_plain_words(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def lose(*_: object) -> None:
        raise OperationalError("unable to open database file")

    monkeypatch.setattr(pressing, "say_status", lose)
    done = run("press", "--status")
    assert done.exit_code == 2
    assert "The database does not answer" in done.output
    assert "Traceback" not in done.output


def test_a_folder_that_cannot_be_made_is_told(run: Run, settings: Any, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    settings.DATA = tmp_path / "file" / "data"
    done = run("prepare")
    assert done.exit_code == 2
    assert "cannot be made" in done.output


def test_a_new_paper_begins_with_the_empty_database(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty, place = tmp_path / "empty.sqlite3", tmp_path / "dabir.sqlite3"
    empty.write_bytes(b"empty")
    monkeypatch.setattr(preparing, "EMPTY", empty)
    monkeypatch.setitem(connection.settings_dict, "NAME", str(place))
    preparing._begin_with_empty_database()
    assert place.read_bytes() == b"empty"
    place.write_bytes(b"full")
    preparing._begin_with_empty_database()
    assert place.read_bytes() == b"full"


def test_static_files_are_collected_and_packed_once(run: Run, settings: Any) -> None:
    assert run("prepare").exit_code == 0
    packed = list(settings.STATIC_ROOT.rglob("*.css.br"))
    assert packed
    before = packed[0].stat().st_mtime_ns
    assert run("prepare").exit_code == 0
    assert packed[0].stat().st_mtime_ns == before


def test_a_new_version_prints_everything(run: Run, story: Story) -> None:
    assert preparing.mark_all_if_new()
    assert not preparing.mark_all_if_new()
    assert not preparing.is_printed()
    work.work()
    assert preparing.is_printed()


@pytest.mark.parametrize(
    ("role", "group"), [("reporter", staff.REPORTER), ("editor-in-chief", staff.EDITOR_IN_CHIEF)]
)
def test_somebody_joins_the_newsroom(run: Run, newsroom: None, role: str, group: str) -> None:
    done = run(
        "user", "parvin", "--role", role, "--name", "پروین رها", "--password", "a-long-one-71"
    )
    assert done.exit_code == 0, done.output
    made = User.objects.get(username="parvin")
    assert made.groups.get().name == group
    assert Writer.objects.get().user == made
    assert made.check_password("a-long-one-71")


def test_an_engineer_may_do_everything(run: Run, newsroom: None) -> None:
    run("user", "parvin", "--role", "engineer", "--password", "a-long-one-71")
    assert User.objects.get().is_superuser


@pytest.mark.parametrize(
    "words", [("parvin", "12345"), ("sara", "a-long-one-71"), ("a b", "a-long-1")]
)
def test_a_wrong_user_is_refused(run: Run, sara: User, words: tuple[str, str]) -> None:
    done = run("user", words[0], "--password", words[1])
    assert done.exit_code == 2
    assert User.objects.count() == 1


def test_the_press_goes_on_after_a_stumble(
    story: Story, settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.DATA = tmp_path
    monkeypatch.setattr(work.time, "sleep", lambda seconds: None)
    work.mark_all()
    looks: list[str] = []

    def settle(describer: object) -> int:
        looks.append("settle")
        if len(looks) == 1:
            raise OperationalError("the database is away")
        return 0

    monkeypatch.setattr("dabir.press.ledger.settle", settle)
    with work.printer() as printer:
        work.run_forever(printer, lambda: len(looks) > 3)
    assert Folder(settings.PUBLIC_DIR).read(story.get_absolute_url())
