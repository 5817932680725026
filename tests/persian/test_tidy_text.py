"""Letters, digits, and text as it arrives from a form."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dabir.persian import (
    HALF_SPACE,
    INVISIBLE,
    clean_line,
    clean_text,
    fold_letters,
    to_ascii_digits,
    to_persian_digits,
)
from dabir.persian.digits import group_thousands


def test_digits_turn_both_ways() -> None:
    assert to_persian_digits("912090 ٤٥") == "۹۱۲۰۹۰ ۴۵"
    assert to_ascii_digits("۹۱۲۰۹۰ ٤٥") == "912090 45"
    assert group_thousands(1250000) == "۱٬۲۵۰٬۰۰۰"


@given(st.integers())
def test_a_number_is_read_back(number: int) -> None:
    assert int(to_ascii_digits(to_persian_digits(number))) == number


def test_arabic_letters_turn_persian_and_hamza_stays() -> None:
    assert fold_letters("كتابي مؤثر و رأي صرفاً") == "کتابی مؤثر و رأی صرفاً"


@pytest.mark.parametrize(
    ("typed", "tidy"),
    [
        ("  سلام \t  دنیا ", "سلام دنیا"),
        (f"می{HALF_SPACE}{HALF_SPACE}رود", f"می{HALF_SPACE}رود"),
        (f"کتاب{HALF_SPACE} ها {HALF_SPACE}و", "کتاب ها و"),
        ("یک\r\nدو\r\r\r\nسه", "یک\nدو\n\nسه"),
        ("پنهان\u202e\u200f\x00\x1b شد", "پنهان شد"),
        ("\ud800", ""),
    ],
)
def test_text_is_tidied(typed: str, tidy: str) -> None:
    assert clean_text(typed) == tidy


@given(st.text())
def test_tidy_text_holds_nothing_hidden_and_stays_so(text: str) -> None:
    tidy = clean_text(text)
    assert not set(tidy) & set(INVISIBLE)
    assert all(unicodedata.category(sign) not in {"Cs", "Co"} for sign in tidy)
    assert clean_text(tidy) == tidy
    assert "\n" not in clean_line(text)
