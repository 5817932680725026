"""What was found is marked as it was typed; what nobody wrote leads to what was meant."""

import pytest

from dabir.archive.search import place
from dabir.archive.search.analysis import Analyser
from dabir.archive.search.marks import LONGEST, Stretch, extract, marked
from dabir.archive.search.suggest import suggestion
from dabir.persian import HALF_SPACE


def test_a_mark_takes_the_endings_of_its_word(analyser: Analyser) -> None:
    text = f"از كتاب{HALF_SPACE}هاي شهر"
    assert marked(text, frozenset({"کتاب"}), analyser) == [
        Stretch("از ", False),
        Stretch(f"كتاب{HALF_SPACE}هاي", True),
        Stretch(" شهر", False),
    ]


def test_an_extract_is_where_most_is_found(analyser: Analyser) -> None:
    far = "سخن " * 100
    words = extract([far + "پل تازه روی رودخانه " + far], frozenset({"پل", "رودخانه"}), analyser)
    assert [each.text for each in words if each.is_found] == ["پل", "رودخانه"]
    assert words[0].text == "… "
    assert words[-1].text == " …"
    assert sum(len(each.text) for each in words) <= LONGEST + 80


def test_nothing_found_gives_no_extract(analyser: Analyser) -> None:
    assert extract(["سخن"], frozenset({"پل"}), analyser) == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("رظایت مردم", "رضایت مردم"), ("ذلذله", "زلزله"), ("صیل", "سیل"), ("فوتبل", "فوتبال")],
)
def test_another_spelling_is_suggested(analyser: Analyser, typed: str, meant: str) -> None:
    written = dict.fromkeys(analyser.read("رضایت مردم زلزله سیل فوتبال").terms, 90)
    found = suggestion(typed, analyser, place.lexicon(), lambda term: written.get(term, 0))
    assert found == meant


def test_what_stories_have_is_not_suggested_otherwise(analyser: Analyser) -> None:
    assert suggestion("سیل", analyser, place.lexicon(), lambda term: 5) is None
    assert suggestion("؟ ۱۲", analyser, place.lexicon(), lambda term: 0) is None
