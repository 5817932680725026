"""An index finds the stories that a wish means."""

from collections.abc import Callable

import pytest

from dabir.archive.search import index as search_index
from dabir.archive.search.analysis import Analyser
from dabir.archive.search.index import Index
from dabir.archive.search.wishes import Choice, Limits, Order, Phrase, Term, Wish
from tests.archive.search.conftest import NOON, entry

BRIDGE = entry(
    1, "پل تازه باز شد", "کارگران پل را ساختند", sections=("city",), people=("سارا رها",)
)
RAIN = entry(2, "باران در شهر", "پل زیر آب رفت", sections=("weather", "city"), topics=("هوا",))
BOOKS = entry(3, "نمایشگاه کتاب", "کتابخانه ها و شهر", sections=("culture",))


def test_it_finds_all_words_the_headline_first(index_of: Callable[..., Index]) -> None:
    index = index_of(BRIDGE, RAIN, BOOKS)
    assert index.find(Wish((Term(("پل",)),)), limit=9).codes == [1, 2]
    assert index.find(Wish((Term(("پل",)), Term(("شهر",)))), limit=9).codes == [2]


def test_it_finds_any_word(index_of: Callable[..., Index]) -> None:
    index = index_of(BRIDGE, RAIN, BOOKS)
    wish = Wish((Term(("باران",)), Term(("کتاب",))), any=True)
    assert set(index.find(wish, limit=9).codes) == {2, 3}
    assert index.find(wish, limit=1, count=True).total == 2


def test_it_leaves_out_what_is_not_wanted(index_of: Callable[..., Index]) -> None:
    index = index_of(BRIDGE, RAIN)
    assert index.find(Wish((Term(("پل",)),), without=(Term(("باران",)),)), limit=9).codes == [1]


def test_it_finds_phrases_and_not_over_the_headlines_end(index_of: Callable[..., Index]) -> None:
    index = index_of(BRIDGE, RAIN)
    assert index.find(Wish((Phrase(("پل", "تازه")),)), limit=9).codes == [1]
    assert index.find(Wish((Phrase(("شهر", "پل")),)), limit=9).codes == []


def test_it_takes_one_of_a_choice(index_of: Callable[..., Index]) -> None:
    index = index_of(BRIDGE, RAIN, BOOKS)
    choice = Choice((Term(("باران",)), Phrase(("نمایشگاه", "کتاب"))))
    assert set(index.find(Wish((choice,)), limit=9).codes) == {2, 3}


def test_it_keeps_limits(index_of: Callable[..., Index]) -> None:
    index = index_of(BRIDGE, RAIN, BOOKS)

    def codes(**limits: object) -> list[int]:
        return sorted(index.find(Wish(limits=Limits(**limits)), limit=9).codes)  # type: ignore[arg-type]

    assert codes(sections=("city",)) == [1, 2]
    assert codes(people=(("سارا",),)) == [1]
    assert codes(topics=(("هوا",),)) == [2]
    assert codes(codes=(3, 1)) == [1, 3]
    assert codes(year=1403) == [1, 2, 3]
    assert codes(year=1402) == []
    noon = int(NOON.timestamp())
    assert codes(since=noon + 7200, before=noon + 3 * 3600) == [2]
    assert codes(since=noon + 7200) == [2, 3]
    assert codes(before=noon + 7200) == [1]


def test_it_sorts_by_age(index_of: Callable[..., Index]) -> None:
    index = index_of(BRIDGE, RAIN, BOOKS)
    wish = Wish((Term(("شهر",)),), order=Order.NEWEST)
    assert index.find(wish, limit=9).codes == [3, 2]
    assert index.find(wish, limit=1, offset=1).codes == [2]


def test_it_knows_what_is_alike(index_of: Callable[..., Index], analyser: Analyser) -> None:
    index = index_of(BRIDGE, RAIN, BOOKS)
    alike = index.like({"پل": 2.0, "کارگر": 1.0}, limit=2)
    assert [code for code, _ in alike] == [1, 2]
    assert alike[0][1] > alike[1][1]
    assert index.frequency("پل") == 2
    assert index.stories == 3


def test_neighbours_come_first_in_a_large_archive_too(
    index_of: Callable[..., Index], monkeypatch: pytest.MonkeyPatch
) -> None:
    apart = "پل در کنار شهر و دور از باغ"
    index = index_of(*(entry(n, "خبر", "پل شهر" if n == 7 else apart) for n in range(1, 30)))
    wish = Wish((Term(("پل",)), Term(("شهر",))))
    in_one_step = index.find(wish, limit=9)
    monkeypatch.setattr(search_index, "_MANY", 0)
    assert index.find(wish, limit=9) == in_one_step
    assert in_one_step.codes[0] == 7
    assert index.find(wish, limit=9, offset=60).codes == []
