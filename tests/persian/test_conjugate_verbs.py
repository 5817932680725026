"""Verb forms from stems, as the Academy writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dabir.persian.letters import HALF_SPACE
from dabir.persian.verbs import Verb, read_verbs, without_object

LISTS = """رفت#رو
آمد#آی
گفت#گو
افتاد#افت
ایستاد#ایست
نمود#نما
گشت#گرد
برگشت#برگرد
شد#شو
بود#است
#هست
آلیختن#آلیز
آخت#آهنج یا آهاز
کن,کرد,,
دان,دانست,دون,دونست""".splitlines()


def form_of(past: str, prefix: str = "") -> set[str]:
    found = [verb for verb in read_verbs(LISTS) if (verb.past, verb.prefix) == (past, prefix)]
    return {form.replace(HALF_SPACE, "|") for verb in found for form in verb.forms()}


def test_both_kinds_of_list_are_read() -> None:
    verbs = read_verbs(LISTS)
    assert Verb("رفت", "رو") in verbs
    assert Verb("کرد", "کن") in verbs


def test_a_prefixed_verb_is_read_as_one() -> None:
    verbs = read_verbs(LISTS)
    assert Verb("گشت", "گرد", "بر") in verbs
    assert Verb("برگشت", "برگرد") not in verbs


def test_infinitives_and_pairs_of_presents_are_read() -> None:
    verbs = read_verbs(LISTS)
    assert Verb("آلیخت", "آلیز") in verbs
    assert {Verb("آخت", "آهنج"), Verb("آخت", "آهاز")} <= set(verbs)


def test_what_is_no_verb_is_left_out() -> None:
    assert not [verb for verb in read_verbs(LISTS) if "است" in verb.present or not verb.past]


@pytest.mark.parametrize(
    ("past", "forms"),
    [
        ("رفت", "می|روم نمی|روند می|رفت رفته|ام نرفته|اند برو نرو مرو بروند نرفتیم رفتن نرفتن"),
        ("آمد", "می|آید نمی|آمدند بیاید نیاید نیامد بیا نیامده|ام آمده|اند"),
        ("گفت", "می|گوید بگوید نگوییم بگو"),
        ("نمود", "می|نماید بنمایند بنما"),
        ("افتاد", "می|افتد بیفتد نیفتد نیفتاد نیفتاده|اند"),
        ("ایستاد", "می|ایستد بایستد نایستاد"),
        ("شد", "می|شود بشود نشوم می|شد"),
    ],
)
def test_forms_are_written_as_the_academy_says(past: str, forms: str) -> None:
    assert set(forms.split()) <= form_of(past)


@pytest.mark.parametrize("wrong", ["می|گوم", "می|آم", "می|شویم|", "بآید", "نآمد", "بافتد"])
def test_it_makes_no_form_that_nobody_writes(wrong: str) -> None:
    assert not any(wrong in form_of(verb.past) for verb in read_verbs(LISTS))


def test_prefixed_verbs_take_negation_inside() -> None:
    assert {"برمی|گردد", "برنمی|گردند", "برنگشت", "برگشته|اند", "برگردد", "برنگردد"} <= form_of(
        "گشت", "بر"
    )
    assert {"درمی|آید", "درنیامده|اند", "دربیاید", "درآید"} <= form_of("آمد", "در")
    assert "ببرگردد" not in form_of("گشت", "بر")


def test_a_pronoun_is_taken_off() -> None:
    assert "بینم" in without_object("بینمش")
    assert "گویند" in without_object("گویندشان")


def test_second_parts_of_compounds() -> None:
    parts = set(Verb("پذیرفت", "پذیر").second_parts())
    assert {"پذیر", "پذیری", "ناپذیر", "ناپذیری", "پذیرنده", "پذیرفته"} <= parts
    assert {"گو", "گویی", "گویان", "گوینده"} <= set(Verb("گفت", "گو").second_parts())


@given(st.text(), st.lists(st.text(), max_size=3))
def test_any_line_is_read_without_complaint(line: str, more: list[str]) -> None:
    for verb in read_verbs([line, *more]):
        assert all(verb.forms())
        assert all(verb.continuing())
