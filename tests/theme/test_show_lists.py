"""Sections, topics, the archive, and the pages of few words."""

from dataclasses import replace
from typing import Any

import pytest
from bs4 import BeautifulSoup

from dabir.persian import HALF_SPACE, JalaliDay, JalaliMonth
from dabir.press.pages.fronts import Box
from tests.theme.conftest import CITY, PAPER, TOPIC, Show, card

KHORDAD = JalaliMonth(1395, 3)


def show_section(show: Show, **context: Any) -> BeautifulSoup:
    """Return a section's front with what is told of it, and nothing else on it."""
    nothing = {"lead": None, "secondary": (), "blocks": (), "rows": (), "breaking": None}
    return show("pages/section.html", CITY.address, **{"section": CITY, **nothing, **context})


def test_a_section_shows_its_newest_large_and_the_rest_in_rows(show: Show) -> None:
    stories = tuple(card(code=code, address=f"/news/{code}/") for code in range(1, 9))
    lead, second, rows = stories[0], stories[1:5], stories[5:]
    page = show_section(show, lead=lead, secondary=second, rows=rows)
    assert len(page.select(".section-top article")) == 5
    assert len(page.select(".rows article")) == 3
    assert page.select_one("link[rel=alternate][href='/section/city/feed.xml']")


def test_a_section_of_one_story_has_no_second_column(show: Show) -> None:
    page = show_section(show, lead=card())
    assert page.select_one(".section-top__second") is None


def test_an_empty_section_says_so(show: Show) -> None:
    section = replace(CITY, description="")
    assert show_section(show, section=section).select(".notice")


def test_a_section_may_have_blocks_between_its_top_and_the_rest(show: Show) -> None:
    block = Box("block-1", "block", "پروندهٔ پل", "/topic/7/", (card(),))
    page = show_section(show, lead=card(), blocks=(block,), rows=(card(),))
    assert page.select_one(".section-top + .blocks + .rows")


def test_a_topic_tells_its_kind(show: Show) -> None:
    topic = replace(TOPIC, description="بر دو چرخ")
    page = show("pages/topic.html", topic.address, topic=topic, stories=(card(),))
    assert page.select_one(".list-head__kind").text == "موضوع"  # type: ignore[union-attr]
    assert "بر دو چرخ" in page.text


def test_the_index_groups_topics(show: Show) -> None:
    page = show("pages/topics.html", "/topics/", groups=(("موضوع", (TOPIC,)),))
    assert page.select_one(".index a[href='/topic/7/']")
    assert show("pages/topics.html", "/topics/", groups=()).select_one(".notice")


def test_the_archive_lists_years(show: Show) -> None:
    page = show("pages/archive.html", "/archive/", years=(1395, 1394))
    assert [a.text for a in page.select(".years a")] == ["۱۳۹۵", "۱۳۹۴"]
    assert show("pages/archive.html", "/archive/", years=()).select_one(".notice")


def test_a_year_links_the_months_that_have_stories(show: Show) -> None:
    months = ((KHORDAD, 1200), (JalaliMonth(1395, 4), 0))
    page = show(
        "pages/archive_year.html", "/archive/1395/", year=1395, months=months, years=(1395,)
    )
    assert [a["href"] for a in page.select(".months a")] == ["/archive/1395/03/"]
    assert "۱٬۲۰۰ خبر" in page.text
    assert page.select_one(".other-years") is None
    page = show("pages/archive_year.html", "/x/", year=1395, months=months, years=(1395, 1394))
    assert page.select_one("[aria-current=page].years__year").text == "۱۳۹۵"  # type: ignore[union-attr]


def test_a_month_is_a_wall_calendar(show: Show) -> None:
    page = show(
        "pages/archive_month.html",
        "/archive/1395/03/",
        month=KHORDAD,
        counts={21: 3},
        months=((KHORDAD, True), (JalaliMonth(1395, 4), False)),
        previous=None,
        next=JalaliMonth(1395, 4),
    )
    day = page.select_one(".calendar a")
    assert day is not None
    assert day["href"] == "/archive/1395/03/21/"
    assert day.text == "۲۱ ۳ خبر"
    assert [th.span.text for th in page.select("th") if th.span][:2] == [
        "شنبه",
        f"یک{HALF_SPACE}شنبه",
    ]
    assert page.select_one("a[rel=next]")
    assert page.select_one("a[rel=prev]") is None


def test_a_day_lists_its_stories_beside_its_month(show: Show) -> None:
    page = show(
        "pages/archive_day.html",
        "/archive/1395/03/21/",
        day=JalaliDay(1395, 3, 21),
        stories=(card(),),
        days=frozenset({20, 21}),
        month=KHORDAD,
    )
    assert page.h1
    assert page.h1.text == "جمعه ۲۱ خرداد ۱۳۹۵"
    assert len(page.select(".calendar a")) == 2
    assert page.select_one(".calendar [aria-current=page]")["href"] == "/archive/1395/03/21/"  # type: ignore[index]


def test_about_is_paragraphs_and_contact_is_links(show: Show) -> None:
    assert len(show("pages/about.html", "/about/").select(".letter > p")) == 2
    page = show("pages/contact.html", "/contact/")
    assert page.select_one("a[href='mailto:desk@example.org']")
    assert page.select_one("a[href='tel:0218800'][dir=ltr]").text == "۰۲۱-۸۸۰۰"  # type: ignore[union-attr]


@pytest.mark.parametrize("page", ["about", "contact"])
def test_a_paper_that_says_nothing_of_itself_says_that(show: Show, page: str) -> None:
    silent = replace(PAPER, about="", contact="")
    assert "هنوز" in show(f"pages/{page}.html", f"/{page}/", paper=silent).main.text  # type: ignore[union-attr]


@pytest.mark.parametrize("page", ["not_found", "unavailable", "expired", "gone"])
def test_a_page_of_trouble_tells_the_way_on(show: Show, page: str) -> None:
    found = show(f"pages/{page}.html", "/404.html", code=912090)
    assert found.select_one("main a[href='/']")
    assert found.select_one("meta[name=robots][content=noindex]")


def test_a_withdrawn_story_is_told_by_its_code_alone(show: Show) -> None:
    assert "۹۱۲۰۹۰" in show("pages/gone.html", "/news/912090/", code=912090).main.text  # type: ignore[union-attr]
