"""The reference of the rules is what the rules say of themselves."""

from pathlib import Path

from dabir.persian.letters import HALF_SPACE
from tools.write_rules_reference import PLACE, reference, shown


def test_it_is_up_to_date() -> None:
    assert Path(PLACE).read_text(encoding="utf-8") == reference(), "Run: make docs"


def test_what_nobody_sees_is_shown_by_its_name() -> None:
    assert shown(f"می{HALF_SPACE}رود\u200f") == "می&zwnj;رود`U+200F`"
    assert shown("دو  بلانک | ") == "دو&nbsp; بلانک \\|&nbsp;"
