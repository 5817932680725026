"""``dabir import``: what it prints and how it ends."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dabir.archive.command import import_command
from dabir.newsroom.models import Story
from dabir.persian import JalaliDay
from tests.archive.conftest import BODY, HEADLINE, LEAD, agency_page, daily_page

pytestmark = pytest.mark.django_db


def run(*arguments: object) -> Result:
    return CliRunner().invoke(import_command, [str(argument) for argument in arguments])


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder with one page."""
    (tmp_path / "1.txt").write_text(daily_page(), encoding="utf-8")
    return tmp_path


def test_all_well(pages: Path) -> None:
    result = run(pages)

    assert result.exit_code == 0
    assert f"{pages / '1.txt'}: moved in 712034" in result.stdout
    assert "    It is published as of now; give --day to say its day." in result.stdout
    assert "1 page: 1 moved in." in result.stderr


def test_the_same_again(pages: Path) -> None:
    run(pages)

    assert run(pages).stdout == f"{pages / '1.txt'}: unchanged 712034\n"


def test_some_refused(pages: Path) -> None:
    (pages / "2.txt").write_text("هیچ", encoding="utf-8")

    result = run(pages)

    assert result.exit_code == 1
    assert f"{pages / '2.txt'}: refused. No paragraph was found" in result.stderr
    assert "2 pages: 1 moved in, 1 refused." in result.stderr


@pytest.mark.parametrize("name", ["", "none.txt"])
def test_nothing_could_be_read(tmp_path: Path, name: str) -> None:
    assert run(tmp_path / name).exit_code == 2


def test_the_day(pages: Path) -> None:
    run(pages, "--day", "۱۳۹۵/۳/۲۱")

    assert Story.objects.get().first_published_at == JalaliDay(1395, 3, 21).begins


def test_a_day_that_is_none(pages: Path) -> None:
    result = run(pages, "--day", "1395/13/1")

    assert result.exit_code == 2
    assert "write it like 1395/03/21" in result.stderr


def test_a_dry_run_prints_what_the_page_says(pages: Path) -> None:
    result = run("--dry-run", "--json", pages)

    said = json.loads(result.stdout)
    assert said["path"] == str(pages / "1.txt")
    assert (said["headline"], said["lead"], said["kicker"]) == (HEADLINE, LEAD, None)
    assert said["code"] == "712034"
    assert said["published"] is None
    assert said["body"] == BODY
    assert said["attribution"]["via"] == "روابط عمومی شهرداری"
    assert said["comments"] == {"pending": 2, "published": 5, "rejected": None}
    assert said["seconds"] > 0
    assert "Dry run, nothing was written: 1 page: 1 moved in." in result.stderr
    assert not Story.objects.exists()


def test_json_of_a_page_with_less_on_it(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text(agency_page(body=BODY[1:]), encoding="utf-8")
    (tmp_path / "2.txt").write_text("هیچ", encoding="utf-8")

    first, second = map(json.loads, run("--json", tmp_path).stdout.splitlines())

    assert first["published"].startswith("2019-08-27")
    assert (first["attribution"], first["comments"], first["code"]) == (None, None, "")
    assert second["outcome"] == "refused"
    assert second["why"].startswith("No paragraph")
    assert "headline" not in second


def test_many_files_have_a_bar_and_no_line_each(tmp_path: Path) -> None:
    for number in range(21):
        text = daily_page(HEADLINE, str(712000 + number))
        (tmp_path / f"{number:02}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "99.txt").write_text("هیچ", encoding="utf-8")

    result = run(tmp_path)

    assert result.stdout == ""
    assert "22 pages: 21 moved in, 1 refused." in result.stderr
    assert f"{tmp_path / '99.txt'}: refused." in result.stderr
    assert result.exit_code == 1


def test_it_needs_a_source() -> None:
    assert run().exit_code == 2
