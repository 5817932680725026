"""Every rule is judged by its own examples; the desk is silent on its own corrections."""

import pytest

from dabir.copydesk import Desk
from dabir.copydesk.examples import Example
from dabir.copydesk.marks import Severity
from dabir.copydesk.rules import RULES, Rule, name
from dabir.persian.letters import INVISIBLE

CASES = [(rule, example) for rule in RULES for example in rule.EXAMPLES]
NAMES = [f"{name(rule)}-{number}" for number, (rule, _) in enumerate(CASES)]
each_example = pytest.mark.parametrize(("rule", "example"), CASES, ids=NAMES)
each_rule = pytest.mark.parametrize("rule", RULES, ids=name)


@each_example
def test_a_rule_mends_its_example(rule: Rule, example: Example) -> None:
    assert Desk(example.house, [rule]).mend(example.written) == example.mended


@each_example
def test_a_rule_is_silent_on_its_own_corrections(rule: Rule, example: Example) -> None:
    marks = Desk(example.house, [rule]).read(example.mended)
    assert [mark for mark in marks if mark.fixes] == []


@each_example
def test_the_desk_is_silent_on_its_own_corrections(rule: Rule, example: Example) -> None:
    desk = Desk(example.house)
    mended = desk.mend(example.written)
    assert [mark for mark in desk.read(mended) if mark.fixes] == []


@each_rule
def test_a_rule_shows_what_it_mends_and_what_it_spares(rule: Rule) -> None:
    needs_archive = "archive" in (rule.__doc__ or "")
    assert needs_archive or any(example.right is not None for example in rule.EXAMPLES)
    assert any(example.right is None for example in rule.EXAMPLES)


@each_rule
def test_a_rule_says_what_it_is(rule: Rule) -> None:
    assert rule.__doc__
    assert rule.LABEL
    assert isinstance(rule.SEVERITY, Severity)


@each_example
def test_a_mark_speaks_to_the_writer(rule: Rule, example: Example) -> None:
    for mark in Desk(example.house, [rule]).read(example.written):
        assert mark.rule == name(rule)
        assert mark.why.endswith((".", "؟", "!"))
        assert not set(mark.why) & set(INVISIBLE)
