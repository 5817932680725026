"""The desk learns from stories, once each, and can take one back."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from dabir.copydesk.compiling import compile_base, compile_learnt
from dabir.copydesk.counts import Counts, Lesson
from dabir.copydesk.dictionaries import HAZM, SHEKAR, Dictionary
from dabir.copydesk.lexicon import Gaps, Lexicon
from dabir.copydesk.shelf import ShelfError
from dabir.persian.letters import HALF_SPACE

SPRING = Lesson("1", ["بهار آمد و باغ سبز شد.", f"باغ می{HALF_SPACE}خندد"], date(2016, 6, 10))
AUTUMN = Lesson("2", ["پاییز آمد و باغ زرد شد."], date(2017, 10, 2))


@pytest.fixture
def counts(tmp_path: Path) -> Iterator[Counts]:
    with Counts(tmp_path / "counts.sqlite3") as book:
        yield book


def learn(counts: Counts, *lessons: Lesson) -> int:
    return sum(counts.learn(lessons))


def lexicon(counts: Counts, folder: Path, dictionary: Dictionary | None = None) -> Lexicon:
    compile_base(dictionary or Dictionary(), folder / "base")
    compile_learnt(folder / "base", counts, folder / "learnt")
    return Lexicon(folder / "learnt")


def test_it_counts_words_stories_and_pairs(counts: Counts, tmp_path: Path) -> None:
    assert learn(counts, SPRING, AUTUMN) == 15
    known = lexicon(counts, tmp_path)
    assert known.seen("باغ") == 3
    assert known.stories("باغ") == 2
    assert known.pair("و", "باغ") == 2
    assert known.pair("باغ", "و") == 0
    assert known.followers("باغ") == 3


def test_it_counts_what_joins_a_pair(counts: Counts, tmp_path: Path) -> None:
    learn(counts, SPRING)
    known = lexicon(counts, tmp_path)
    assert known.gaps("می", "خندد") == Gaps(half=1)
    assert known.half_spaces("سبز", "شد") == (0, 1, 0)


def test_blanks_say_nothing_in_a_story_without_half_spaces(counts: Counts, tmp_path: Path) -> None:
    learn(counts, Lesson("3", ["کتاب ها را می خرد"]))
    assert lexicon(counts, tmp_path).half_spaces("کتاب", "ها") == (0, 0, 0)


def test_it_counts_a_story_once(counts: Counts) -> None:
    assert learn(counts, SPRING) > 0
    assert learn(counts, SPRING) == 0
    assert counts.stories == 1


def test_it_takes_a_story_back(counts: Counts, tmp_path: Path) -> None:
    learn(counts, SPRING, AUTUMN)
    assert counts.forget(SPRING)
    known = lexicon(counts, tmp_path)
    assert known.seen("سبز") == 0
    assert known.seen("باغ") == 1
    assert counts.stories == 1


def test_it_takes_back_only_the_text_that_it_counted(counts: Counts) -> None:
    learn(counts, SPRING)
    assert not counts.forget(Lesson("1", ["متن دیگر"]))
    assert not counts.forget(AUTUMN)
    assert counts.stories == 1


def test_it_knows_when_a_word_was_first_and_last_written(counts: Counts) -> None:
    learn(counts, AUTUMN, SPRING)
    rows = counts.rows("SELECT first, last FROM word WHERE word = 'باغ'").fetchall()
    assert rows == [("2016-06-10", "2017-10-02")]


def test_it_learns_how_a_word_is_spelt(counts: Counts, tmp_path: Path) -> None:
    learn(counts, Lesson("4", ["رئیس گفت", "رئیس رفت", "رییس آمد"]))
    assert lexicon(counts, tmp_path).spelling("رییس") == "رئیس"


def test_spellings_of_one_word_are_counted_together(counts: Counts, tmp_path: Path) -> None:
    learn(counts, Lesson("5", ["كتابي", "کتابی", "كتابی"]))
    assert lexicon(counts, tmp_path).seen("کتابی") == 3


def test_dictionaries_stand_beside_the_archive(counts: Counts, tmp_path: Path) -> None:
    dictionary = Dictionary()
    dictionary.add("درخت", HAZM, 30)
    dictionary.add("درخت", SHEKAR, 10)
    dictionary.add(f"نشان{HALF_SPACE}دهنده", SHEKAR, 10)
    learn(counts, SPRING)
    known = lexicon(counts, tmp_path, dictionary)
    assert known.known("درخت")
    assert not known.known("باغ")
    assert known.prior("درخت") == pytest.approx((1 * 1 / 3) ** 0.5)
    assert known.compound("نشان", "دهنده")
    assert known.count("نیست") == 0


def test_a_broken_file_is_no_lexicon(tmp_path: Path) -> None:
    (tmp_path / "torn").write_bytes(b"not a lexicon at all")
    with pytest.raises(ShelfError, match="no lexicon"):
        Lexicon(tmp_path / "torn")
    with pytest.raises(ShelfError, match="cannot be opened"):
        Lexicon(tmp_path / "absent")


def test_a_failed_write_leaves_the_old_lexicon(
    counts: Counts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    learn(counts, SPRING)
    lexicon(counts, tmp_path)
    learn(counts, AUTUMN)
    monkeypatch.setattr("os.fsync", lambda _: (_ for _ in ()).throw(OSError("disk full")))
    with pytest.raises(OSError, match="disk full"):
        compile_learnt(tmp_path / "base", counts, tmp_path / "learnt")
    assert Lexicon(tmp_path / "learnt").seen("باغ") == 2
    assert sorted(path.name for path in tmp_path.glob(".learnt*")) == []
