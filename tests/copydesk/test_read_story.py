"""The desk reads a story as a whole, and says one thing of every place."""

import pytest

from dabir import copydesk
from dabir.copydesk import Desk, House, Severity
from dabir.copydesk.rules import RULES, name
from dabir.persian.letters import HALF_SPACE
from tests.copydesk.conftest import Learnt


def classes(desk: Desk, text: str) -> list[str]:
    return [mark.rule for mark in desk.read(text)]


def test_it_marks_what_is_amiss_and_says_why() -> None:
    (mark,) = copydesk.read("این این خبر")
    assert (mark.start, mark.end, mark.rule, mark.severity) == (0, 7, "doubled", Severity.ERROR)
    assert mark.fixes == ("این",)
    assert "این" in mark.why


def test_offsets_run_through_the_whole_story() -> None:
    text = "سلام بر شما\n\nاین این خبر"
    (mark,) = copydesk.read(text)
    assert text[mark.start : mark.end] == "این این"


def test_glued_words_are_parted_by_the_archive(learnt: Learnt) -> None:
    desk = learnt("وزیر به شهر گلابدره سفر کرد و گلابدره را دید", times=30)
    assert desk.mend("وزیر به شهر گلابدره سفرکرد.") == "وزیر به شهر گلابدره سفر کرد."


def test_a_name_of_the_story_is_kept_by_the_story() -> None:
    text = "ورخامیانس آمد.\nورخامیانس رفت و ورخامیانش ماند."
    marks = [mark for mark in Desk().read(text) if mark.rule == "names"]
    assert [mark.fixes for mark in marks] == [("ورخامیانس",)]
    assert "names" not in classes(Desk(), "ورخامیانش ماند.")


def test_the_rest_of_the_story_may_stand_elsewhere() -> None:
    desk = Desk()
    elsewhere = desk.words("ورخامیانس آمد و ورخامیانس رفت")
    marks = desk.read("ورخامیانش ماند.", elsewhere)
    assert [mark.rule for mark in marks] == ["names"]
    assert desk.read("ورخامیانش ماند.") == []


def test_two_words_that_the_story_has_apart_elsewhere_are_glued() -> None:
    text = "کورزان وحیدی آمد.\nکورزانوحیدی رفت.\nکورزان وحیدی ماند."
    apart = "دبیر شورای شهر آمد و دبیر شورای شهر رفت."
    assert Desk().mend(f"{apart}\nدبیرشورای شهر ماند.") == f"{apart}\nدبیر شورای شهر ماند."
    assert "glued" not in classes(Desk(), text)  # who knows a new name?


def test_a_word_of_two_that_is_a_word_is_no_two() -> None:
    text = "ما در خانه بودیم.\nمادر در خانه بود.\nما در شهر بودیم."
    assert classes(Desk(), text) == []


def test_a_slip_and_a_half_space_beside_it_are_two_marks() -> None:
    assert Desk().mend("پالاسشگاه ها را دیدیم.") == f"پالایشگاه{HALF_SPACE}ها را دیدیم."
    assert classes(Desk(), "پالاسشگاه ها را دیدیم.") == ["spelling", "affixes"]


def test_exceptions_of_the_house_are_let_stand() -> None:
    house = House(exceptions=frozenset(["این این"]))
    assert Desk(house).read("این این خبر و آن آن خبر")[0].start > 10


def test_quotations_are_spared_if_the_house_wants_it() -> None:
    text = "گفت: «این این خبر»"
    assert classes(Desk(), text) == ["doubled"]
    assert classes(Desk(House(spare_quotes=True)), text) == []


def test_a_rule_can_be_switched_off() -> None:
    assert classes(Desk(House(switches={"doubled": False})), "این این خبر") == []


@pytest.mark.parametrize("rule", RULES, ids=name)
def test_every_rule_says_what_it_is(rule: object) -> None:
    assert rule.__doc__
    assert getattr(rule, "LABEL", "")
    assert getattr(rule, "EXAMPLES", ())
