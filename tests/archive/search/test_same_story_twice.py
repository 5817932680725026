"""A story that is published again is known, however it is spelt, cut or shuffled."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest

from dabir.archive.related import twice
from dabir.archive.related.finding import Finder
from dabir.archive.search.analysis import Analyser
from dabir.archive.search.entries import Entry
from dabir.archive.search.index import Index
from dabir.persian import HALF_SPACE
from tests.archive.search.conftest import entry

LINES = [
    f"باغبانان شهر از امروز سه هزار نهال گردو در کناره رودخانه می{HALF_SPACE}کارند.",
    "شهردار گفت آبیاری نهال ها با پساب تصفیه شده است و چاه تازه ای کنده نمی شود.",
    "دانش آموزان دبستان های نزدیک هر کدام یک درخت را به نام خود نگه می دارند.",
    "کاشت تا پایان اسفند ادامه دارد و نقشه درخت ها در فرهنگسرا آویخته شده است.",
]
OTHER_LINES = [
    "در کناره رودخانه امروز مسابقه قایقرانی نوجوانان استان برگزار شد.",
    "داوران گفتند باد تند دو بار آغاز مسابقه را عقب انداخت و قایقی واژگون نشد.",
    "برنده مسابقه دانش آموز دبیرستان است و تابستان به مسابقه کشور می رود.",
    "شهردار جام برندگان را داد و از داوطلبان ایستگاه نجات سپاسگزاری کرد.",
]
OUT = entry(1, "سه هزار نهال کنار رودخانه", "\n".join(LINES))
RACE = entry(2, "قایقرانان نوجوان در کناره رودخانه", "\n".join(OTHER_LINES))


@pytest.fixture
def finder(index_of: Callable[..., Index], analyser: Analyser) -> Finder:
    stories = {each.code: each for each in (OUT, RACE)}
    index = index_of(*stories.values())
    return Finder(index, analyser, None, lambda codes: [stories[code] for code in codes])


def again(**changes: str) -> Entry:
    return replace(OUT, code=0, **changes)


def code_of_copy(finder: Finder, story: Entry) -> int | None:
    copy = finder.same(story)
    return copy.code if copy else None


def test_the_same_words_are_the_same_story(finder: Finder) -> None:
    assert code_of_copy(finder, again()) == 1


def test_old_letters_and_lost_half_spaces_hide_nothing(finder: Finder) -> None:
    old = OUT.body.replace("ی", "ي").replace("ک", "ك").replace(HALF_SPACE, " ")
    assert code_of_copy(finder, again(body=old)) == 1


def test_another_headline_hides_nothing(finder: Finder) -> None:
    assert code_of_copy(finder, again(headline="بهار زودتر رسید")) == 1


def test_half_of_it_is_the_same_story(finder: Finder) -> None:
    assert code_of_copy(finder, again(body="\n".join(LINES[:2]))) == 1


def test_shuffled_paragraphs_are_the_same_story(finder: Finder) -> None:
    lines = [*LINES]
    Random(3).shuffle(lines)
    assert code_of_copy(finder, again(body="\n".join(lines))) == 1


def test_small_corrections_hide_nothing(finder: Finder) -> None:
    edited = OUT.body.replace("سه هزار", "چهار هزار").replace("فرهنگسرا", "کتابخانه")
    assert code_of_copy(finder, again(body=edited)) == 1


def test_another_story_of_the_same_place_is_another_story(finder: Finder) -> None:
    assert code_of_copy(finder, replace(RACE, code=0, body="\n".join(OTHER_LINES[:2]))) == 2
    assert code_of_copy(finder, RACE) is None


def test_a_story_is_no_copy_of_itself(finder: Finder) -> None:
    assert code_of_copy(finder, OUT) is None


def test_a_line_or_two_prove_nothing(finder: Finder) -> None:
    assert code_of_copy(finder, again(body="باغبانان شهر از امروز نهال می کارند.")) is None


def test_shares_are_of_the_shorter_text() -> None:
    words = [f"واژه{n}" for n in range(40)]
    whole, half = twice.shingles(words), twice.shingles(words[:20])
    assert twice.shared(whole, half) == twice.shared(half, whole) == 1
    assert twice.shared(whole, twice.shingles(words[20:] + ["پایان"] * 3)) < 1
    assert twice.shared(whole, frozenset()) == 0
