"""The desk learns: from files, from the paper, and only what is new."""

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from dabir.cli import main
from dabir.commands import learning
from dabir.copydesk import places
from dabir.copydesk.compiling import compile_base
from dabir.copydesk.dictionaries import HAZM, Dictionary
from dabir.newsroom.models import Story

Learn = Callable[..., Result]


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Any) -> Path:
    monkeypatch.setenv("DABIR_DATA", str(tmp_path / "data"))
    settings.DATA = tmp_path / "data"
    return tmp_path / "data"


@pytest.fixture(scope="module")
def small_language(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A lexicon of three words: to pack the whole language takes seconds."""
    dictionary = Dictionary()
    for word in "آمد رفت شمارهٔ".split():
        dictionary.add(word, HAZM, 100)
    place = tmp_path_factory.mktemp("language") / "base.lexicon"
    compile_base(dictionary, place)
    return place


@pytest.fixture
def learn(data: Path, small_language: Path, monkeypatch: pytest.MonkeyPatch) -> Learn:
    monkeypatch.setattr(places, "BASE", small_language)
    return lambda *files: CliRunner().invoke(main, ["copydesk", "learn", *map(str, files)])


def seen(data: Path, word: str) -> int:
    return places.lexicon(data).seen(word)


def test_it_learns_stories_of_paragraphs(learn: Learn, data: Path, tmp_path: Path) -> None:
    stories = tmp_path / "old.jsonl.gz"
    with gzip.open(stories, "wt") as file:
        for number in "یک دو سه".split():
            file.write(json.dumps(["مهرآذین آمد", f"مهرآذین شمارهٔ {number} رفت"]) + "\n")
    done = learn(stories)
    assert done.exit_code == 0, done.output
    assert "of 3 new stories" in done.output
    assert "words a minute" in done.output
    assert seen(data, "مهرآذین") == 6


def test_it_learns_a_text_as_one_story(learn: Learn, data: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("مهرآذین آمد.\nمهرآذین رفت.\n")
    assert "of 1 new stories" in learn(tmp_path / "a.txt").output
    assert seen(data, "مهرآذین") == 2


def test_it_learns_nothing_twice(learn: Learn, data: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("مهرآذین آمد.")
    learn(tmp_path / "a.txt")
    before = (data / places.LEARNT).stat().st_mtime_ns
    done = learn(tmp_path / "a.txt")
    assert done.output.startswith("0 words of 0 new stories")
    assert (data / places.LEARNT).stat().st_mtime_ns == before
    assert seen(data, "مهرآذین") == 1


def test_a_lexicon_of_another_making_is_made_anew(learn: Learn, data: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("مهرآذین آمد.")
    learn(tmp_path / "a.txt")
    for renew in (lambda: learn(tmp_path / "a.txt"), lambda: learning.renew(data)):
        (data / places.LEARNT).write_bytes(b"of another version")
        renew()
        assert seen(data, "مهرآذین") == 1


def test_it_says_which_line_is_no_story(learn: Learn, tmp_path: Path) -> None:
    (tmp_path / "bad.jsonl").write_text('["این خبر است."]\n{"title": "خبر"}\n')
    done = learn(tmp_path / "bad.jsonl")
    assert done.exit_code != 0
    assert "bad.jsonl:2 is no story" in done.output


def test_it_learns_what_the_paper_published(learn: Learn, data: Path, story: Story) -> None:
    story.headline = "مهرآذین آمد"
    story.save()
    assert "of 1 new stories" in learn().output
    assert seen(data, "مهرآذین") > 0
    assert "of 0 new stories" in learn().output


def test_it_forgets_what_was_withdrawn(learn: Learn, data: Path, story: Story) -> None:
    story.headline = "مهرآذین آمد"
    story.save()
    learn()
    story.unpublish()
    learn()
    assert seen(data, "مهرآذین") == 0


def test_it_says_what_it_knows(data: Path) -> None:
    done = CliRunner().invoke(main, ["copydesk", "explain", "کتاب", "برناامه"])
    assert done.exit_code == 0, done.output
    assert "hazm, shekar, Lilak" in done.output
    assert "one slip away  برنامه" in done.output
    assert "کتاب + برناامه: 0 times side by side" in done.output


def test_it_lists_its_rules() -> None:
    done = CliRunner().invoke(main, ["copydesk", "rules"])
    assert "glued                error    Two words without the blank" in done.output
