"""The rule that «Add a rule» writes works as it stands there."""

import re
import sys
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType

import pytest

from dabir.copydesk import Desk, mend, rules

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "add-a-rule.md"


@pytest.fixture
def rule(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    (code,) = re.findall(r"^```python\n(.*?)^```", PAGE.read_text(), re.DOTALL | re.MULTILINE)
    spec = spec_from_loader("dabir.copydesk.rules.office_words", loader=None)
    assert spec
    module = module_from_spec(spec)
    monkeypatch.setitem(sys.modules, module.__name__, module)
    exec(compile(code, str(PAGE), "exec"), module.__dict__)
    return module


def test_its_examples_come_out_as_they_say(rule: ModuleType) -> None:
    for example in rule.EXAMPLES:
        desk = Desk(example.house, [rule])
        assert desk.mend(example.written) == example.mended


def test_its_marks_bear_its_name(rule: ModuleType) -> None:
    (mark,) = Desk(rules=[rule]).read(rule.EXAMPLES[0].written)
    assert mark.rule == rules.name(rule) == "office-words"
    assert mend(rule.EXAMPLES[0].written, [mark]) == rule.EXAMPLES[0].right
    assert mark.why.endswith(".")


def test_the_whole_desk_lets_its_corrections_stand(rule: ModuleType) -> None:
    desk = Desk(rules=[*rules.RULES, rule])
    for example in rule.EXAMPLES:
        assert desk.read(example.mended) == []
