"""Whatever a file holds, the reader answers with a record or says that there is no story."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dabir.archive.importers import NoStory, PageRecord, read_page
from dabir.archive.importers.record import (
    HEADLINE_LENGTH,
    KICKER_LENGTH,
    LEAD_LENGTH,
    OUTLET_LENGTH,
    OWN_OUTLET_LENGTH,
)
from dabir.persian import HALF_SPACE
from tests.archive.conftest import BODY, HEADLINE, LEAD, RELATED, agency_page, daily_page

pytestmark = pytest.mark.many

LINES = [
    *BODY,
    HEADLINE,
    LEAD,
    RELATED,
    "",
    "کد خبر: ۷۱۲۰۳۴",
    "کد خبر:",
    "۷۱۲۰۳۴",
    "تاریخ انتشار: ۱۳۹۸/۰۶/۰۵ - ۱۵:۵۵",
    "۳۲ مهر ۱۳۹۸",
    "صفحه نخست » جامعه",
    "بیشتر بخوانید:",
    "بیشتر بخوانید: خبری دیگر از شهر",
    "برچسب ها: الف، ب",
    "برچسب ها",
    "نظر شما",
    "در انتظار بررسی: ۱",
    "انتهای پیام/۴۱۲۹/",
    "منبع: روزنامه ایران",
    "https://sobh.ir/news/712034",
    "نویسنده: نگار پارسا",
    "آخرین اخبار",
    "چاپ",
    f"نیازمندی{HALF_SPACE}ها",
]
ANY_LINE = st.one_of(
    st.sampled_from(LINES), st.text(max_size=80), st.text("اب ./*«»:؛۱2 ", max_size=60)
)


def check(text: str) -> None:
    """Read the text; what is read must be where its span says, and fit the story's columns."""
    try:
        record = read_page(text)
    except NoStory:
        return
    assert record.headline
    for name, (start, end) in record.spans.items():
        assert 0 <= start < end <= len(text), name
    for name, said in pieces(record).items():
        start, end = record.spans[name]
        assert text[start:end] == said
    assert len(record.headline) <= HEADLINE_LENGTH
    assert len(record.kicker) <= KICKER_LENGTH
    assert len(record.lead) <= LEAD_LENGTH
    assert all(len(kicker) <= KICKER_LENGTH for kicker, _ in record.related)
    assert all(0 < len(headline) <= HEADLINE_LENGTH for _, headline in record.related)
    if record.attribution:
        assert len(record.attribution.own_outlet) <= OWN_OUTLET_LENGTH
        assert len(record.attribution.outlet) <= OUTLET_LENGTH


def pieces(record: PageRecord) -> dict[str, str]:
    """The texts of a record by the names of their spans."""
    said = {"headline": record.headline, "kicker": record.kicker, "lead": record.lead}
    said |= {f"body.{number}": text for number, text in enumerate(record.body, start=1)}
    said |= {
        f"related.{number}": row.headline for number, row in enumerate(record.related, start=1)
    }
    if record.attribution:
        said["attribution"] = record.attribution.phrase
    return {name: text for name, text in said.items() if text}


@given(st.text())
@example("")
@example("\r\n\x0b\x85\u2028")
def test_any_text(text: str) -> None:
    check(text)


@settings(max_examples=400)
@given(st.lists(ANY_LINE, max_size=30), st.sampled_from(["\n", "\n\n", "\r\n"]))
def test_any_order_of_a_pages_lines(lines: list[str], between: str) -> None:
    check(between.join(lines))


@given(st.data())
def test_a_page_that_lost_a_piece(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from([agency_page(below="انتهای پیام"), daily_page()]))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    check(text[:start] + text[end:])


@pytest.mark.parametrize(
    "sign", ["ا/", "چاپ ", "a ", "- ", "1/", "«", ". ", "به گزارش ", "کد خبر: ", "# "]
)
def test_long_lines_of_one_thing_are_read_in_time(sign: str) -> None:
    check(f"{HEADLINE}\n\n{sign * 2000}!\n\n{LEAD}\n\n{BODY[0]}")


@pytest.mark.parametrize(
    "text", ["", "   ", "سلام", "صفحه نخست\nسیاسی\nورزشی", LEAD, "\n".join(BODY), "nothing here"]
)
def test_no_story(text: str) -> None:
    with pytest.raises(NoStory):
        read_page(text)
