"""The desk never touches addresses, numbers, times, codes, Arabic, verse and true doubles."""

from string import ascii_letters, digits

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dabir.copydesk import Desk, Mark
from tools.copydesk_bench.protected import BATTERY, is_hurt

PERSIAN_DIGITS = "۰۱۲۳۴۵۶۷۸۹"
CARRIERS = (
    "وزیر گفت {} را دیده است.",
    "به گزارش {}، هوا سرد شد",
    "این این خبر {} وسوریه",
    "(می شود {})",
    "کتاب ها {} كتاب",
    "{}",
)


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk()


def records(marks: list[Mark]) -> list[dict[str, object]]:
    return [mark.as_record() for mark in marks]


@pytest.mark.parametrize(("text", "span"), BATTERY, ids=range(len(BATTERY)))
def test_it_leaves_a_span_alone(desk: Desk, text: str, span: str) -> None:
    assert not is_hurt(text, span, records(desk.read(text)))


@pytest.mark.parametrize(("text", "span"), BATTERY, ids=range(len(BATTERY)))
def test_it_leaves_a_span_alone_among_slips(desk: Desk, text: str, span: str) -> None:
    spoilt = f"این این خبر وسوریه {text} می شود كتاب ها"
    assert not is_hurt(spoilt, span, records(desk.read(spoilt)))


names = st.text(ascii_letters + digits, min_size=2, max_size=8)
hosts = st.builds("{}.{}".format, names, st.sampled_from("ir com org co.ir news".split()))
paths = st.lists(names | st.sampled_from(["خبر", "اخبار-روز", "a_b", "%D8%A8"]), max_size=3)
numerals = st.sampled_from([digits, PERSIAN_DIGITS])


def number(least: int, most: int) -> st.SearchStrategy[str]:
    return numerals.flatmap(lambda signs: st.text(signs, min_size=least, max_size=most))


def of_two(pattern: str, first: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Two numbers in one system of digits around a sign."""
    return st.tuples(first, st.sampled_from(pattern.split())).flatmap(
        lambda both: st.text(
            PERSIAN_DIGITS if both[0][0] in PERSIAN_DIGITS else digits, min_size=1, max_size=3
        ).map(lambda last: f"{both[0]}{both[1]}{last}")
    )


spans = st.one_of(
    st.builds("{}://{}/{}".format, st.sampled_from(["http", "https"]), hosts, paths.map("/".join)),
    hosts.map("www.{}".format),
    st.builds("{}@{}".format, names, hosts),
    st.builds("@{}".format, names),
    of_two(". ٫ , ٬ : / -", number(1, 4)),
    st.builds(
        "{}-{}".format, st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=1, max_size=3), number(1, 3)
    ),
)


@given(carrier=st.sampled_from(CARRIERS), span=spans)
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_it_leaves_any_such_span_alone(desk: Desk, carrier: str, span: str) -> None:
    text = carrier.format(span)
    assert not is_hurt(text, span, records(desk.read(text)))
