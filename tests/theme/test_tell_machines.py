"""What machines are told: JSON-LD, Open Graph, feeds and maps."""

import json
import xml.etree.ElementTree as ET
from email.utils import parsedate_to_datetime

import pytest

from dabir.press.pages.shown import CorrectionShown, Name
from dabir.theme.linked_data import front_page, news_article
from tests.theme.conftest import (
    MOMENT,
    PAPER,
    SCIENCE,
    STORY,
    TOPIC,
    Show,
    card,
    print_page,
    story,
)

MAPS = {"m": "http://www.sitemaps.org/schemas/sitemap/0.9"}
EVIL = "</script><b>&\u2028"


def test_a_story_is_a_news_article() -> None:
    told = json.loads(
        news_article(
            story(
                bylines=(Name("سارا رها", "خبرنگار"), Name("میهمان", "")),
                further_sections=(SCIENCE,),
                topics=(TOPIC,),
                updated_at=MOMENT.replace(hour=18),
                corrections=(CorrectionShown("درست شد", MOMENT),),
            ),
            PAPER,
        )
    )
    assert told["@type"] == "NewsArticle"
    assert told["headline"] == "پل عابر پیاده باز شد"
    assert told["datePublished"] == "2016-06-10T14:05:00+04:30"
    assert told["dateModified"] == "2016-06-10T18:05:00+04:30"
    assert told["mainEntityOfPage"] == "https://paper.example/news/912090/"
    assert told["author"][0] == {"@type": "Person", "name": "سارا رها", "jobTitle": "خبرنگار"}
    assert told["author"][1] == {"@type": "Person", "name": "میهمان"}
    assert told["articleSection"] == ["شهر", "دانش"]
    assert told["keywords"] == ["دوچرخه"]
    assert told["image"][0] == "https://paper.example/media/images/a.fill-1200x630.jpg"
    assert told["correction"] == [{"@type": "CorrectionComment", "text": "درست شد"}]


def test_a_bare_story_is_signed_by_the_paper() -> None:
    told = json.loads(news_article(story(card(picture=None, kicker=""), share_picture=""), PAPER))
    assert told["author"][0]["@type"] == "NewsMediaOrganization"
    assert told["dateModified"] == told["datePublished"]
    assert not {"image", "alternativeHeadline", "keywords"} & set(told)


def test_an_advertorial_is_no_news() -> None:
    told = json.loads(news_article(story(card(kind="advertorial")), PAPER))
    assert told["@type"] == "AdvertiserContentArticle"


def test_nothing_in_it_ends_the_script() -> None:
    made = news_article(story(card(headline=EVIL)), PAPER)
    assert not set("<>&\u2028") & set(made)
    assert json.loads(made)["headline"] == EVIL


def test_it_is_read_back_from_the_page(show_story: Show) -> None:
    block = show_story(story(card(headline=EVIL))).select_one("script[type='application/ld+json']")
    assert block is not None
    assert json.loads(block.string or "")["headline"] == EVIL


def test_the_front_is_a_web_site() -> None:
    assert json.loads(front_page(PAPER))["url"] == "https://paper.example/"


def test_those_who_share_a_story_get_title_and_picture(show_story: Show) -> None:
    page = show_story(story(topics=(TOPIC,), updated_at=MOMENT))
    told = {meta["property"]: meta["content"] for meta in page.select("meta[property]")}
    assert told["og:title"] == "پل عابر پیاده باز شد"
    assert told["og:image"] == "https://paper.example/media/images/a.fill-1200x630.jpg"
    assert told["article:published_time"] == "2016-06-10T14:05:00+04:30"
    assert told["article:tag"] == "دوچرخه"


def test_the_feed_is_rss() -> None:
    stories = (card(headline="<b> & ]]>"), card(code=2))
    feed = ET.fromstring(
        print_page("pages/feed.xml", "/feed.xml", title="چاشتگاه", home="/", stories=stories)
    )
    items = feed.findall("channel/item")
    assert items[0].findtext("title") == "<b> & ]]>"
    assert items[0].findtext("guid") == "https://paper.example/news/912090/"
    assert items[0].findtext("category") == "شهر"
    assert parsedate_to_datetime(items[0].findtext("pubDate") or "") == MOMENT
    link = feed.find("channel/{http://www.w3.org/2005/Atom}link")
    assert link is not None
    assert link.get("href") == "https://paper.example/feed.xml"


def test_the_feed_of_an_empty_paper_is_sound() -> None:
    assert (
        ET.fromstring(
            print_page("pages/feed.xml", "/feed.xml", title="چاشتگاه", home="/", stories=())
        ).findall("channel/item")
        == []
    )


def test_maps_tell_whole_addresses_and_moments() -> None:
    entries = (("/", None), (STORY.card.address, MOMENT))
    found = ET.fromstring(print_page("pages/sitemap.xml", entries=entries))
    assert [loc.text for loc in found.findall("m:url/m:loc", MAPS)] == [
        "https://paper.example/",
        "https://paper.example/news/912090/",
    ]
    assert [when.text for when in found.findall("m:url/m:lastmod", MAPS)] == [
        "2016-06-10T14:05:00+04:30"
    ]


def test_the_index_lists_the_maps() -> None:
    found = ET.fromstring(print_page("pages/sitemap_index.xml", maps=("/sitemap/pages.xml",)))
    assert found.findtext("m:sitemap/m:loc", namespaces=MAPS) == (
        "https://paper.example/sitemap/pages.xml"
    )


def test_news_search_gets_titles() -> None:
    entries = ((card().address, card().published_at, card().headline),)
    found = ET.fromstring(print_page("pages/news_sitemap.xml", entries=entries))
    news = "{http://www.google.com/schemas/sitemap-news/0.9}"
    assert found.findtext(f"m:url/{news}news/{news}title", namespaces=MAPS) == card().headline


@pytest.mark.parametrize(
    "path", ["/newsroom/", "/comments/", "/classifieds/new/", "/classifieds/mine/"]
)
def test_robots_keep_out_of_what_is_not_printed(path: str) -> None:
    told = print_page("pages/robots.txt", "/robots.txt")
    assert f"Disallow: {path}\n" in told
    assert "Sitemap: https://paper.example/sitemap.xml" in told
