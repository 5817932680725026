"""What somebody types becomes a wish, and nothing that is typed is an error."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dabir.archive.search.analysis import Analyser
from dabir.archive.search.query import LONGEST, Query, read_query, read_span
from dabir.archive.search.wishes import Choice, Limits, Phrase, Term
from dabir.persian import HALF_SPACE, JalaliDay


@pytest.fixture
def read(analyser: Analyser) -> Any:
    def read(typed: str) -> Query:
        return read_query(typed, analyser, section_of={"ورزش": "sport"}.get)

    return read


def test_words_are_looked_for_without_those_that_tell_nothing(read: Any) -> None:
    assert read("پل و رودخانه در شهر").wish.clauses == (
        Term(("پل",)),
        Term(("رودخانه",)),
        Term(("شهر",)),
    )


def test_words_that_tell_nothing_stay_where_there_are_no_others(read: Any) -> None:
    assert read("از این").wish.clauses == (Term(("از",)), Term(("این",)))


def test_a_compound_is_one_word(read: Any) -> None:
    half, glued = read(f"بهره{HALF_SPACE}برداری"), read("بهرهبرداری")
    assert half.wish == glued.wish == read("بهره برداری").wish
    assert half.wish.clauses == (Term(("بهره", "برداری"), "بهرهبرداری"),)


@pytest.mark.parametrize("typed", ["«پل چوبی»", '"پل چوبی"', "“پل چوبی”", "«پل چوبی"])
def test_quotes_make_a_phrase(read: Any, typed: str) -> None:
    assert read(typed).wish.clauses == (Phrase(("پل", "چوبی")),)


def test_stop_words_stay_in_a_phrase(read: Any) -> None:
    assert read("«پل در شهر»").wish.clauses == (Phrase(("پل", "در", "شهر")),)


@pytest.mark.parametrize("dash", ["-", "\u2212", "\u2013"])
def test_a_dash_leaves_out(read: Any, dash: str) -> None:
    wish = read(f"پل {dash}چوبی {dash}«شهر ما»").wish
    assert wish.clauses == (Term(("پل",)),)
    assert wish.without == (Term(("چوبی",)), Phrase(("شهر", "ما")))


def test_or_gives_a_choice_and_ya_is_a_word(read: Any) -> None:
    assert read("پل OR تونل شهر").wish.clauses == (
        Choice((Term(("پل",)), Term(("تونل",)))),
        Term(("شهر",)),
    )
    assert Term(("یا",)) in read("پل یا تونل").wish.clauses
    assert read("OR پل OR").wish.clauses == (Term(("پل",)),)


def test_limits_are_read_in_any_digits(read: Any) -> None:
    query = read("نویسنده:«سارا رها» بخش: ورزش موضوع:دوچرخه کد:۱۲ سال:۱۴۰۲")
    assert query.wish.limits == Limits(
        sections=("sport",),
        people=(("سارا", "رها"),),
        topics=(("دوچرخه",),),
        codes=(12,),
        year=1402,
    )
    assert query.wish.clauses == ()
    assert not query.remarks


def test_days_months_and_years_are_spans(read: Any) -> None:
    limits = read("پل از:۱۴۰۲/۳/۲۱ تا:1402/6").wish.limits
    assert limits.since == int(JalaliDay(1402, 3, 21).begins.timestamp())
    assert limits.before == int(JalaliDay(1402, 6, 31).ends.timestamp())
    assert read_span("۱۴۰۲") == (
        int(JalaliDay(1402, 1, 1).begins.timestamp()),
        int(JalaliDay(1403, 1, 1).begins.timestamp()),
    )
    assert read_span("1402/13") is None


@pytest.mark.parametrize("typed", ["بخش:هواشناسی", "از:دیروز", "سال:x", "کد:پل", "تا:1402/40/1"])
def test_what_cannot_be_read_is_remarked_on(read: Any, typed: str) -> None:
    query = read(f"پل {typed}")
    assert query.remarks
    assert query.wish.limits == Limits()


@pytest.mark.parametrize("typed", ["", " ", "؟!", "-", "«»", '"', "OR", "::::", "\u200c"])
def test_nothing_is_nothing(read: Any, typed: str) -> None:
    assert read(typed).is_empty


def test_what_is_too_long_is_cut_and_remarked_on(read: Any) -> None:
    query = read("پل " * LONGEST)
    assert query.remarks
    assert len(query.wish.clauses) <= 24


@settings(max_examples=80, deadline=None)
@given(typed=st.text(alphabet="پلشهر :«»\"-ORکدسالاز۱۲/٣ \u200c()*?~^\\'آ", max_size=80))
def test_nothing_that_is_typed_is_an_error(analyser: Analyser, typed: str) -> None:
    read_query(typed, analyser)
