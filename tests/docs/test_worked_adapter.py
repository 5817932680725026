"""The adapter that «Move in» writes works as it stands there."""

import re
from pathlib import Path
from typing import Any

import pytest

from dabir.archive.importers import families
from dabir.archive.importers.markup import read_html
from tests.archive.conftest import BODY, HEADLINE, LEAD

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "move-in.md"


def test_it_reads_a_page_of_that_system(monkeypatch: pytest.MonkeyPatch) -> None:
    (code,) = re.findall(r"^```python\n(.*?)^```", PAGE.read_text(), re.DOTALL | re.MULTILINE)
    told: dict[str, Any] = {}
    exec(compile(code, str(PAGE), "exec"), told)
    monkeypatch.setattr(families, "KNOWN", (*families.KNOWN, told["MORNING"]))
    text = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)

    head = f"""<div class="morning-head"><b class="over">روتیتر این خبر</b><h1>{HEADLINE}</h1>
        <i class="when">۵ شهریور ۱۳۹۸</i><p class="under">{LEAD}</p></div>"""
    foot = """<div class="morning-foot"><u class="number">۷۱۲۰۳۴</u></div>
        <div class="voice"><b class="who">سارا</b><p class="what">دست مریزاد</p></div>"""

    record = read_html(f'{head}<div id="morning-text">{text}</div>{foot}')

    assert record.family == "morning"
    assert (record.kicker, record.headline, record.lead) == ("روتیتر این خبر", HEADLINE, LEAD)
    assert (list(record.body), record.code) == (BODY, 712034)
    assert [reader.text for reader in record.readers] == ["دست مریزاد"]
