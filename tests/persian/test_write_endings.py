"""Endings of nouns and adjectives: where they stand apart, and how words come apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dabir.persian.forms import endings, joined, stems, takes_apart
from dabir.persian.letters import HALF_SPACE


@pytest.mark.parametrize(
    ("parts", "written"),
    [
        ("کتاب ها", "کتاب|ها"),
        ("کشور ها", "کشورها"),
        ("بزرگ ترین", "بزرگ|ترین"),
        ("بد تر", "بدتر"),
        ("خانه ای", "خانه|ای"),
        ("رفته اند", "رفته|اند"),
        ("هم تیمی هایشان", "هم|تیمی|هایشان"),
        ("بر می گردد", "برمی|گردد"),
        ("محدود سازی", "محدودسازی"),
    ],
)
def test_parts_are_joined_as_they_are_written(parts: str, written: str) -> None:
    assert joined(*parts.split()).replace(HALF_SPACE, "|") == written


@pytest.mark.parametrize(
    ("word", "stem", "ending"),
    [
        ("سیاستها", "سیاست", "ها"),
        ("کتابهایشان", "کتاب", "هایشان"),
        ("بزرگترین", "بزرگ", "ترین"),
        ("خانهای", "خانه", "ای"),
        ("شدهاند", "شده", "اند"),
        ("زندگیاش", "زندگی", "اش"),
        ("علاقهمان", "علاقه", "مان"),
    ],
)
def test_a_word_comes_apart(word: str, stem: str, ending: str) -> None:
    assert (stem, ending) in endings(word)


@pytest.mark.parametrize("word", ["کشورها", "بدتر", "بهترین", "آنها", "کتابم", "ها"])
def test_what_is_right_does_not_come_apart(word: str) -> None:
    assert not list(endings(word))


def test_pronouns_stand_apart_after_heh_and_yeh() -> None:
    assert takes_apart("خانه", "مان")
    assert takes_apart("زندگی", "اش")
    assert not takes_apart("کتاب", "اش")
    assert takes_apart("زندگی", "مان")
    assert not list(endings("زندگیمان"))


def test_stems_are_found() -> None:
    assert stems("سازیهای")[:2] == ("سازیهای", "سازی")
    assert "کننده" in stems("کنندگان")
    assert "پذیر" in stems("پذیری")


@given(st.text())
def test_any_text_comes_apart_into_itself(text: str) -> None:
    assert all(stem + ending == text for stem, ending in endings(text))
    assert stems(text)[0] == text


@given(st.lists(st.text(min_size=1), max_size=4))
def test_joining_loses_no_letter(parts: list[str]) -> None:
    assert joined(*parts).replace(HALF_SPACE, "") == "".join(parts).replace(HALF_SPACE, "")
