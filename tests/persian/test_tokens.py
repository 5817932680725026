"""Text cut into words, numbers, signs, and what nobody may touch."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dabir.persian.letters import FATHATAN, HALF_SPACE, HAMZA_ABOVE, JOINER, SHADDA
from dabir.persian.tokens import Kind, tokens


def kinds(text: str) -> list[tuple[str, Kind]]:
    return [(token.text, token.kind) for token in tokens(text)]


def words(text: str) -> list[str]:
    return [token.text for token in tokens(text) if token.kind is Kind.WORD]


def test_words_and_signs_stand_apart() -> None:
    assert [token.text for token in tokens("«سلام، دنیا!»")] == ["«", "سلام", "،", "دنیا", "!", "»"]


def test_a_token_knows_where_it_stands() -> None:
    text = "در ۱۲نفر، b@c.ir"
    assert all(text[token.start : token.end] == token.text for token in tokens(text))


@pytest.mark.parametrize(
    "word",
    [
        f"صرفا{FATHATAN}",
        "مؤثر",
        "رأی",
        "مسئول",
        f"خانه{HAMZA_ABOVE}",
        "خانهء",
        f"معل{SHADDA}م",
        "م\u064fرد",
        f"می{HALF_SPACE}رود",
        f"کتاب{HALF_SPACE}خانه{HALF_SPACE}ها",
        "كتابي",
        "ﻛﺘﺎﺏ",
        "کتـــاب",
    ],
)
def test_a_word_keeps_its_signs_and_half_spaces(word: str) -> None:
    assert kinds(word) == [(word, Kind.WORD)]


def test_stray_half_spaces_stand_alone() -> None:
    assert words(f"می{HALF_SPACE * 2}رود{HALF_SPACE} {HALF_SPACE}ها") == ["می", "رود", "ها"]
    strays = [text for text, kind in kinds(f"می{HALF_SPACE * 2}رود{HALF_SPACE}") if kind == 3]
    assert strays == [HALF_SPACE * 2, HALF_SPACE]


@pytest.mark.parametrize("number", ["۱۲", "12", "٤٥", "۲۰٪", "20%", "1400"])
def test_plain_digits_are_a_number(number: str) -> None:
    assert kinds(number) == [(number, Kind.NUMBER)]


def test_a_number_glued_to_a_word_is_two_tokens() -> None:
    assert kinds("۱۲نفر") == [("۱۲", Kind.NUMBER), ("نفر", Kind.WORD)]
    assert kinds("کووید۱۹") == [("کووید", Kind.WORD), ("۱۹", Kind.NUMBER)]


def test_the_end_of_a_sentence_is_no_part_of_a_number() -> None:
    assert kinds("سال ۱۴۰۲.")[1:] == [("۱۴۰۲", Kind.NUMBER), (".", Kind.PUNCTUATION)]


def test_a_run_of_one_sign_is_one_token() -> None:
    assert [text for text, _ in kinds("چرا؟؟!!! ...")] == ["چرا", "؟؟", "!!!", "..."]


def test_a_heh_with_a_joiner_is_an_abbreviation() -> None:
    assert kinds(f"سال ۱۳۹۵ ه{JOINER}.ش")[-1] == (f"ه{JOINER}.ش", Kind.PROTECTED)


@given(st.text())
def test_tokens_hold_everything_but_blanks_in_order(text: str) -> None:
    found = tokens(text)
    assert all(text[token.start : token.end] == token.text for token in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
    between = [0, *(edge for token in found for edge in (token.start, token.end)), len(text)]
    gaps = zip(between[::2], between[1::2], strict=True)
    assert all(not text[start:end].strip() for start, end in gaps)
