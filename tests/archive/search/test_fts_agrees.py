"""SQLite's FTS5 finds the same stories from the same terms: the oracle of the index."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dabir.archive.search import fts, index, place
from dabir.archive.search.analysis import Analyser
from dabir.archive.search.query import read_query
from dabir.archive.search.wishes import Order
from tests.archive.search.conftest import entry

WORDS = "پل شهر رودخانه کتاب کتابخانه تونل سارا بهره برداری باران دوچرخه ورزش".split()


Both = tuple[index.Index, fts.Index]


@pytest.fixture(scope="module", params=["small", "large"])
def both(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Both]:
    """The same stories in both; ours once as in a large archive, where words are common."""
    common = WORDS[:4] if request.param == "large" else []
    words = place.vocabulary({})
    words.facts["common"] = common
    analyser = Analyser(place.lexicon(), words)
    with pytest.MonkeyPatch.context() as patch:
        if common:
            patch.setattr(index, "_MANY", 0)
        yield _made(tmp_path_factory, analyser)


def _made(tmp_path_factory: pytest.TempPathFactory, analyser: Analyser) -> Both:
    stories = [
        entry(
            n,
            " ".join(WORDS[n % len(WORDS) :][:3]),
            " ".join(WORDS[(n * k) % len(WORDS)] for k in range(1, 9)),
            lead=WORDS[(n * 7) % len(WORDS)],
            sections=("city",) if n % 3 else ("sport", "city"),
            people=("سارا رها",) if n % 2 else (),
            topics=("هوای شهر",) if n % 5 == 0 else (),
        )
        for n in range(1, 60)
    ]
    made = []
    for room in (index, fts):
        folder: Path = tmp_path_factory.mktemp("engine")
        writer = room.Writer(folder, analyser)  # type: ignore[attr-defined]
        writer.put(stories, fresh=True)
        writer.put(stories[:20])
        writer.drop([58, 59])
        writer.commit()
        writer.close()
        made.append(room.Index(folder))  # type: ignore[attr-defined]
    return made[0], made[1]


PIECES = st.sampled_from(
    [
        *(*WORDS, "«شهر کتاب»", "«پل شهر»", "«پل شهر رودخانه»", "«شهر رودخانه کتاب»", "-پل", "OR"),
        *("بخش:sport", "نویسنده:رها", "موضوع:هوا", "سال:۱۴۰۳", "کد:۷"),
    ]
)


@settings(max_examples=60, deadline=None)
@given(pieces=st.lists(PIECES, min_size=1, max_size=5), any_word=st.booleans())
def test_both_find_the_same_stories(
    both: Both,
    analyser: Analyser,
    pieces: list[str],
    any_word: bool,
) -> None:
    query = read_query(" ".join(pieces), analyser, section_of={"sport": "sport"}.get)
    wish = (query.any() if any_word else query).wish
    ours, theirs = (each.find(wish, limit=99, count=True) for each in both)
    assert sorted(ours.codes) == sorted(theirs.codes)
    assert ours.total == theirs.total
    assert sorted(both[0].find(wish, limit=60).codes) == sorted(theirs.codes)
    assert both[0].at_most(wish) >= (ours.total or 0)
    mine, other = (each.counts(wish) for each in both)
    assert dict(mine.sections) == dict(other.sections)
    assert dict(mine.years) == dict(other.years)
    assert dict(mine.persons) == dict(other.persons)


def test_both_sort_by_age(both: Both, analyser: Analyser) -> None:
    wish = read_query("شهر", analyser, order=Order.NEWEST).wish
    assert both[0].find(wish, limit=9, offset=3) == both[1].find(wish, limit=9, offset=3)


def test_both_know_what_is_alike(both: Both) -> None:
    assert both[0].stories == both[1].stories == 57
    assert both[0].frequency("پل") >= both[1].frequency("پل")
    assert {code for code, _ in both[0].like({"پل": 1.0}, limit=99)} == {
        code for code, _ in both[1].like({"پل": 1.0}, limit=99)
    }
