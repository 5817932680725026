"""A house chooses a profile, turns switches, and lets words pass."""

import pytest

from dabir.copydesk import Desk, House, Term
from dabir.copydesk.profiles import PROFILES, SWITCHES
from dabir.copydesk.rules import RULES, name
from dabir.persian.letters import HALF_SPACE

COPY = "بدنبال گفتگو، بعد از ظهر به عنوان مهمان صرفا 12 نفر موثر"


def marked(text: str, house: House) -> list[str]:
    return [text[mark.start : mark.end] for mark in Desk(house).read(text)]


@pytest.mark.parametrize("profile", PROFILES)
def test_a_profile_turns_known_switches_only(profile: str) -> None:
    known = {switch.name for switch in SWITCHES} | {name(rule) for rule in RULES}
    assert set(PROFILES[profile].switches) <= known
    assert PROFILES[profile].label


def test_switches_have_one_name_and_a_label_each() -> None:
    names = [switch.name for switch in SWITCHES]
    assert len(set(names)) == len(names)
    assert not set(names) & {name(rule) for rule in RULES}
    assert all(switch.label for switch in SWITCHES)


def test_a_newspaper_writes_afternoon_as_one_word() -> None:
    house = House(switches=PROFILES["newspaper"].switches)
    assert Desk(house).mend("بعد از ظهر به عنوان مهمان") == f"بعدازظهر به{HALF_SPACE}عنوان مهمان"
    assert Desk().mend("بعد از ظهر به عنوان مهمان") == "بعد از ظهر به عنوان مهمان"


def test_a_quiet_desk_leaves_style_alone() -> None:
    assert marked(COPY, House(switches=PROFILES["quiet"].switches)) == ["بدنبال"]


def test_a_rule_can_be_turned_off() -> None:
    assert "موثر" in marked(COPY, House())
    assert "موثر" not in marked(COPY, House(switches={"hamza": False}))


def test_what_the_house_lets_stand_is_spared_by_every_rule() -> None:
    words = COPY.replace("،", "").replace("12", "").split()
    assert marked(COPY, House(exceptions=frozenset(words))) == ["12"]


def test_a_term_of_the_house_comes_before_the_rules() -> None:
    house = House(terms=(Term("گفتگو", "مصاحبه", "در این روزنامه چنین است."),))
    assert "مصاحبه" in Desk(house).mend(COPY)


def test_a_quotation_can_be_left_alone() -> None:
    text = "گفت: «موثر و صرفا» و موثر"
    assert marked(text, House(spare_quotes=True)) == ["موثر"]
