"""Pages with markup: each family by its names, and what a page of any family may do."""

from datetime import datetime
from typing import Any

import pytest

from dabir.archive.importers import NoStory, PageRecord
from dabir.archive.importers.markup import read_html
from dabir.archive.importers.record import BlockKind, Comments
from dabir.persian import HALF_SPACE
from dabir.persian.jalali import TEHRAN
from tests.archive.conftest import BODY, HEADLINE, LEAD, RELATED
from tests.archive.pages import (
    ANSWER,
    CAPTION,
    CODE,
    CROSS_HEAD,
    FAMILIES,
    KICKER,
    PICTURE,
    READER,
    SECOND,
    TOPICS,
    Page,
    broken_lines,
    document,
    paragraphs,
)

MOMENT = datetime(2019, 8, 27, 15, 55, tzinfo=TEHRAN)
TOLD = [BODY[0], CROSS_HEAD, *BODY[1:]]


@pytest.fixture(params=FAMILIES)
def family(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def page(family: str) -> Page:
    return FAMILIES[family]


@pytest.fixture
def record(page: Page) -> PageRecord:
    return read_html(page())


def test_the_family_is_recognised(record: PageRecord, family: str) -> None:
    assert record.family == family


def test_headline_kicker_and_lead(record: PageRecord) -> None:
    assert (record.headline, record.kicker, record.lead) == (HEADLINE, KICKER, LEAD)


def test_code_and_day(record: PageRecord) -> None:
    assert record.code == CODE
    assert record.published == MOMENT


def test_the_body_without_its_end_mark(record: PageRecord) -> None:
    assert list(record.body) == TOLD
    assert record.end_marks == ("انتهای پیام/۴۱۲۹/",)
    assert record.desk == "۴۱۲۹"


def test_half_spaces_are_kept(record: PageRecord) -> None:
    assert sum(text.count(HALF_SPACE) for text in record.body) == sum(
        text.count(HALF_SPACE) for text in TOLD
    )


def test_the_blocks_have_their_kinds(record: PageRecord) -> None:
    kinds = [block.kind for block in record.blocks]

    assert kinds[:3] == [BlockKind.PARAGRAPH, BlockKind.CROSS_HEAD, BlockKind.PICTURE]
    assert record.blocks[2].picture
    assert record.blocks[2].picture.address == PICTURE
    assert record.blocks[2].picture.caption == CAPTION


def test_section_and_topics(record: PageRecord) -> None:
    assert record.section_path == ("شهر", "کتاب")
    assert record.section == "کتاب"
    assert record.topics == TOPICS


def test_the_source_line(record: PageRecord) -> None:
    assert record.attribution
    assert record.attribution.outlet == "روابط عمومی شهرداری"


def test_related_stories_of_the_page_and_no_others(record: PageRecord) -> None:
    assert [row.headline for row in record.related] == [RELATED]


def test_the_counters(record: PageRecord) -> None:
    assert record.comments == Comments(1, 3, 2)


def test_comments_with_their_answers(record: PageRecord) -> None:
    first, second = record.readers

    assert (first.name, first.text, second.text) == ("سارا", READER, SECOND)
    assert first.sent == MOMENT.replace(hour=16, minute=10)
    assert [answer.text for answer in first.answers] == [ANSWER]
    assert first.answers[0].by_newsroom


def test_the_address_is_known(record: PageRecord) -> None:
    assert record.address.startswith("https://sobh.ir/")


def test_the_page_says_where_each_thing_stands(page: Page, record: PageRecord) -> None:
    raw = page()
    start, end = record.spans["headline"]
    assert raw[start:end] == HEADLINE
    assert {"kicker", "lead", "body.1", "body.4", "related.1"} <= set(record.spans)


# What any of them may leave out or do otherwise ------------------------------------------------
def test_an_empty_kicker_is_none_even_if_a_list_beside_has_one(page: Page) -> None:
    assert read_html(page(kicker="")).kicker == ""


def test_a_page_without_a_lead(page: Page) -> None:
    record = read_html(page(lead=""))

    assert record.lead == ""
    assert list(record.body) == TOLD


def test_text_that_is_set_with_breaks(page: Page) -> None:
    record = read_html(page(body=broken_lines()))

    assert list(record.body) == TOLD
    assert record.end_marks == ("انتهای پیام/۴۱۲۹/",)
    assert record.picture
    assert record.picture.alt == HEADLINE


def test_a_lead_that_the_first_paragraph_repeats(page: Page) -> None:
    record = read_html(page(body=paragraphs([LEAD, *BODY])))

    assert record.lead == LEAD
    assert record.body[0] == LEAD


@pytest.mark.parametrize(
    "link",
    [
        f"<p>بیشتر بخوانید:</p><p><a href='/news/9'>{RELATED}</a></p>",
        f"<p><strong>بیشتر بخوانید: <a href='/news/9'>{RELATED}</a></strong></p>",
        f"<p>بیشتر بخوانید</p><ul><li><a href='/news/9'>{RELATED}</a></li></ul>",
        f"<div class='related'><span>همچنین بخوانید</span><a href='/news/9'>{RELATED}</a></div>",
    ],
)
def test_links_to_read_on_are_taken_out_of_the_text(page: Page, link: str) -> None:
    body = "".join(f"<p>{text}</p>" for text in BODY[:2]) + link
    body += "".join(f"<p>{text}</p>" for text in BODY[2:])

    record = read_html(page(body=body))

    assert list(record.body) == BODY
    assert [row.headline for row in record.related] == [RELATED]


def test_arabic_letters_stay_as_they_were_typed(page: Page) -> None:
    arabic = [text.replace("ی", "ي").replace("ک", "ك") for text in BODY]

    assert list(read_html(page(body=paragraphs(arabic))).body)[2:] == arabic[1:]


def test_boxes_of_the_site_inside_the_text_are_passed_over(page: Page) -> None:
    box = "<div class='adv_box'>تبلیغ فروش باغ</div><div class='share-links'>تلگرام واتساپ</div>"
    hidden = "<p style='display: none'>پنهان</p><script>var a;</script>"

    record = read_html(page(body=box + hidden + paragraphs() + box))

    assert list(record.body) == TOLD


def test_tables_lists_quotes_and_videos(page: Page) -> None:
    body = f"""{paragraphs()}<table><tr><th>سال</th><th>کتاب</th></tr><tr><td>۱۳۹۷</td><td>۸۰۰</td></tr></table>
    <ul><li>یک نکته <b>تازه</b></li><li>دو نکته</li></ul><blockquote><p>کتاب یار مهربان است.</p></blockquote>
    <iframe src="//www.aparat.com/video/1"></iframe><p>پایان سخن را شهردار گفت.</p>"""

    record = read_html(page(body=body))

    table, points, quote, video = record.blocks[-5:-1]
    assert table.rows == (("سال", "کتاب"), ("۱۳۹۷", "۸۰۰"))
    assert points.markup == "<ul><li>یک نکته <b>تازه</b></li><li>دو نکته</li></ul>"
    assert quote.kind == BlockKind.QUOTE
    assert video.address == "https://www.aparat.com/video/1"
    assert record.body[-1] == "پایان سخن را شهردار گفت."


def test_links_are_kept_and_dangerous_ones_are_not(page: Page) -> None:
    body = f"""<p>{BODY[0]} <a href="https://sobh.ir/x?a=1&amp;b=2">این جا</a> و
    <a href="javascript:alert(1)">آن جا</a>.</p>{paragraphs(BODY[1:])}"""

    markup = read_html(page(body=body)).blocks[0].markup

    assert '<a href="https://sobh.ir/x?a=1&amp;b=2">این جا</a>' in markup
    assert "javascript" not in markup


# Pages of no family ----------------------------------------------------------------------------
def unknown_page(body: str = "") -> str:
    return document(f"""<div class="c1"><div class="c2">{PAIR}</div>
    <div class="c3">{LEAD}</div><div class="c4">{body or paragraphs()}</div></div>""")


PAIR = (
    f"<h4>{KICKER}</h4><h1>{HEADLINE}</h1><span>{'۵ شهریور ۱۳۹۸'}</span><span>کد خبر: {CODE}</span>"
)


def test_an_unknown_system_is_read_all_the_same() -> None:
    record = read_html(unknown_page())

    assert record.family == ""
    assert (record.headline, record.code) == (HEADLINE, CODE)
    assert record.published
    assert record.published.date() == MOMENT.date()
    assert [text for text in BODY if text not in record.body] == []
    assert "خبری دیگر که هیچ ربطی به این خبر ندارد" not in record.body


def test_json_ld_is_read_as_a_hint() -> None:
    hint = f"""<script type="application/ld+json">{{"@graph": [{{"@type": "NewsArticle",
    "headline": "{HEADLINE}", "datePublished": "2019-08-27T11:25:00Z", "author":
    {{"@type": "Person", "name": "نگار پارسا"}}, "keywords": ["کتاب", "شهر"]}}]}}</script>"""
    story = f"<h1>{HEADLINE}</h1><div class='matn'>{paragraphs()}</div>"

    record = read_html(document(story, hint))

    assert record.published == MOMENT
    assert (record.byline, record.topics) == ("نگار پارسا", ("کتاب", "شهر"))


@pytest.mark.parametrize("text", ["", "   ", "<", "<html></html>", "<p>هیچ</p>", "\x00", "<!--"])
def test_a_page_that_tells_nothing_says_so(text: str) -> None:
    with pytest.raises(NoStory):
        read_html(text)


def test_markup_nested_without_end_is_read() -> None:
    deep = "<div>" * 1500 + f"<h1>{HEADLINE}</h1>{paragraphs()}"

    record: Any = read_html(document(deep))

    assert record.headline == HEADLINE
