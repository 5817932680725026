"""The front page, with much and with nothing to show."""

import itertools
from dataclasses import replace
from datetime import timedelta
from typing import Any

from dabir.classifieds.shown import AdvertisementShown
from dabir.persian import HALF_SPACE, JalaliDay
from dabir.press.pages import shown
from dabir.press.pages.breaking import BarShown
from dabir.press.pages.fronts import Box
from tests.theme.conftest import CITY, LONG_WORD, MOMENT, PAPER, TOPIC, Show, card

PHOTO = card(code=6, address="/news/6/", kind="photo", kind_label="گزارش تصویری")


def block(*stories: shown.Card) -> Box:
    return Box("section-1", "block", CITY.name, CITY.address, stories)


EMPTY: dict[str, Any] = {
    "day": None,
    "lead": None,
    "secondary": (),
    "blocks": (),
    "latest": (),
    "pictures": None,
    "opinion": None,
    "breaking": None,
    "topics": (),
    "ads": (),
}
AD = AdvertisementShown(
    pk=3,
    address="/classifieds/home/3/",
    title="چرخ خیاطی",
    city="کرمان",
    text="سالم",
    price=4_500_000,
    category="لوازم خانه",
    category_address="/classifieds/home/",
    approved_at=MOMENT,
    expires_at=MOMENT,
    pictures=(),
)
FULL = EMPTY | {
    "day": JalaliDay.of(MOMENT),
    "lead": card(),
    "secondary": (card(code=2, address="/news/2/"),),
    "blocks": (block(card(code=3, address="/news/3/"), card(code=4, address="/news/4/")),),
    "latest": (
        card(),
        card(code=5, address="/news/5/", published_at=MOMENT - timedelta(days=1), kind="note"),
    ),
    "pictures": Box("pictures", "pictures", "گزارش تصویری", "", (PHOTO,)),
    "topics": (TOPIC,),
    "ads": (AD,),
}


def test_a_paper_without_stories_says_so(show: Show) -> None:
    page = show("pages/front.html", **EMPTY)
    assert page.select_one(".notice")
    assert page.h1
    assert page.h1.text == PAPER.name


def test_the_page_itself_is_marked_in_the_strip(show: Show) -> None:
    assert [a.text for a in show("pages/front.html", **EMPTY).select("[aria-current=page]")] == [
        "صفحهٔ نخست"
    ]


def test_a_paper_without_sections_has_no_strip(show: Show) -> None:
    page = show("pages/front.html", **{**EMPTY, "paper": replace(PAPER, sections=(), motto="")})
    assert page.select_one("nav.sections") is None
    assert page.select_one(".masthead__motto") is None


def test_the_lead_is_big_and_asked_for_first(show: Show) -> None:
    lead = show("pages/front.html", **FULL).select_one(".front__lead")
    assert lead
    assert lead.h2
    assert lead.h2.text == "پل عابر پیاده باز شد"
    assert lead.img
    assert lead.img["fetchpriority"] == "high"
    assert "loading" not in lead.img.attrs


def test_other_pictures_wait_until_they_are_seen(show: Show) -> None:
    page = show("pages/front.html", **FULL)
    others = page.select(".front__second img, .blocks img, .photos img")
    assert others
    assert all(image["loading"] == "lazy" for image in others)


def test_every_picture_has_its_size_and_words(show: Show) -> None:
    for image in show("pages/front.html", **FULL).select("img"):
        assert {"width", "height", "alt", "srcset", "sizes", "decoding"} <= set(image.attrs)


def test_the_latest_list_tells_each_day_once(show: Show) -> None:
    page = show("pages/front.html", **FULL)
    days = [day.text for day in page.select(".timeline__day")]
    assert days == ["جمعه ۲۱ خرداد ۱۳۹۵", f"پنج{HALF_SPACE}شنبه ۲۰ خرداد ۱۳۹۵"]
    assert page.select_one(".timeline time").text == "۱۴:۰۵"  # type: ignore[union-attr]


def test_a_block_begins_with_a_picture_and_goes_on_with_headlines(show: Show) -> None:
    first, second = show("pages/front.html", **FULL).select(".block article")
    assert first.img
    assert not second.img


def test_headings_step_down_one_at_a_time(show: Show) -> None:
    levels = [int(h.name[1]) for h in show("pages/front.html", **FULL).select("h1, h2, h3, h4")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_opinions_stand_under_the_names_of_their_writers(show: Show) -> None:
    note = card(kind="note", names=(shown.Name("مینا پاکزاد", ""), shown.Name("رضا نوری", "")))
    box = Box("opinion", "opinion", "یادداشت", "", (note,))
    opinion = show("pages/front.html", **{**EMPTY, "opinion": box}).select_one(".opinion")
    assert opinion
    assert opinion.select_one(".card__names").text == "مینا پاکزاد، رضا نوری"  # type: ignore[union-attr]
    assert not opinion.select(".label")


def test_secondary_stories_stand_without_a_lead(show: Show) -> None:
    page = show("pages/front.html", **{**EMPTY, "secondary": (card(),)})
    assert page.select_one(".front__top--leaderless .front__second article")


def test_a_breaking_bar_stands_over_the_page_and_leads_to_its_story(show: Show) -> None:
    bar = BarShown("زمین 2 بار لرزید", "/news/7/")
    page = show("pages/front.html", **{**EMPTY, "breaking": bar})
    link = page.select_one("header + .breaking a[href='/news/7/']")
    assert link
    assert link.text == "زمین ۲ بار لرزید"


def test_a_bar_without_a_story_leads_nowhere(show: Show) -> None:
    page = show("parts/breaking.html", "/parts/breaking.html", breaking=BarShown("زلزله", ""))
    assert page.select_one(".breaking")
    assert not page.a


def test_no_bar_is_an_empty_part(show: Show) -> None:
    assert not show("parts/breaking.html", "/parts/breaking.html", breaking=None).text.strip()


def test_advertisements_tell_city_and_price(show: Show) -> None:
    box = show("pages/front.html", **FULL).select_one(".ads-box")
    assert box
    assert "کرمان، ۴٬۵۰۰٬۰۰۰ تومان" in box.text


def test_kinds_are_told_once(show: Show) -> None:
    said = card(kind="report", kind_label="گزارش", kicker="گزارش از بازار")
    unsaid = card(kind="report", kind_label="گزارش", kicker="بازار")
    page = show("pages/front.html", **{**EMPTY, "lead": said, "secondary": (unsaid,)})
    assert not page.select(".front__lead .label")
    assert page.select_one(".front__second .label").text == "گزارش"  # type: ignore[union-attr]


def test_stories_without_picture_kicker_or_lead_are_shown(show: Show) -> None:
    bare = card(picture=None, kicker="", lead="", headline=LONG_WORD)
    page = show("pages/front.html", **{**EMPTY, "latest": (bare,), "blocks": (block(bare),)})
    assert LONG_WORD in page.text
    assert not page.select("img, .card__kicker, .card__lead")
    assert page.select_one(".front--bare")


def test_the_latest_part_is_a_fragment(show: Show) -> None:
    page = show("parts/latest.html", "/parts/latest.html", stories=(card(),))
    assert page.select_one("html") is None
    assert page.select_one("a[href='/news/912090/']")
