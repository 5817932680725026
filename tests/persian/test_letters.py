"""Letters by name, look-alikes, presentation forms, and the skeleton of a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dabir.persian import letters
from dabir.persian.letters import (
    FATHATAN,
    HALF_SPACE,
    HAMZA_ABOVE,
    LOOK_ALIKES,
    PERSIAN_LETTERS,
    PRESENTATION_FORMS,
    SHADDA,
    SHUT_FORMS,
    TATWEEL,
    persian_letters,
    skeleton,
)

words = st.text(
    [*PERSIAN_LETTERS, *LOOK_ALIKES, *PRESENTATION_FORMS, FATHATAN, SHADDA, TATWEEL, HALF_SPACE]
)


def test_persian_letters_are_their_own_forms() -> None:
    assert persian_letters(PERSIAN_LETTERS) == PERSIAN_LETTERS
    assert len(set(PERSIAN_LETTERS)) == len(PERSIAN_LETTERS)


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("كتابي", "کتابی"),
        ("ﻋﻠﯽ", "علی"),
        ("ﻻله", "لاله"),
        ("ڪتاب", "کتاب"),
        ("مؤثر و رأي", "مؤثر و رأی"),
        (f"خانهٔ صرفا{FATHATAN}", f"خانهٔ صرفا{FATHATAN}"),
        (f"می{HALF_SPACE}رود", f"می{HALF_SPACE}رود"),
    ],
)
def test_look_alikes_become_persian_and_the_rest_stays(typed: str, right: str) -> None:
    assert persian_letters(typed) == right


@pytest.mark.parametrize(
    ("spellings", "key"),
    [
        (("مسئولیت", "مسیولیت", "مسئولیّت"), "مسیولیت"),
        (("مسؤول", "مسوول"), "مسوول"),
        (("رأی", "رای", "راي"), "رای"),
        ((f"خانه{HAMZA_ABOVE}", "خانه", "خانۀ", "خانة"), "خانه"),
        ((f"صرفا{FATHATAN}", "صرفا"), "صرفا"),
        (("کتاب", "كتاب", "ﻛﺘﺎﺏ", f"کت{TATWEEL}اب"), "کتاب"),
        ((f"می{HALF_SPACE}رود",), f"می{HALF_SPACE}رود"),
        (("آب",), "آب"),
        (("جزء",), "جزء"),
    ],
)
def test_all_spellings_of_a_word_have_one_skeleton(spellings: tuple[str, ...], key: str) -> None:
    assert {skeleton(word) for word in spellings} == {key}


@given(words)
def test_a_skeleton_is_its_own(word: str) -> None:
    assert skeleton(skeleton(word)) == skeleton(word)
    assert skeleton(persian_letters(word)) == skeleton(word)


def test_a_form_drawn_as_the_last_of_a_word_shows_a_half_space() -> None:
    assert {"ﻲ", "ﻪ"} <= set(SHUT_FORMS)
    assert not {"ﻛ", "ﺍ", "ﺮ"} & set(SHUT_FORMS)


def test_every_invisible_sign_has_a_name() -> None:
    named = {value for value in vars(letters).values() if isinstance(value, str)}
    assert {HALF_SPACE, letters.JOINER, letters.SOFT_HYPHEN, letters.ZERO_WIDTH_SPACE} <= named
    assert HALF_SPACE not in letters.INVISIBLE
