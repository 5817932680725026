"""Values as the press gives them to templates, made up; and a look at what is printed of them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.template import engines

from dabir.comments.shown import ShownComments
from dabir.persian import HALF_SPACE
from dabir.persian.jalali import TEHRAN
from dabir.press.pages import shown

MOMENT = datetime(2016, 6, 10, 14, 5, tzinfo=TEHRAN)
CITY = shown.SectionShown(1, "city", "شهر", "خبرهای شهر", "/section/city/")
SCIENCE = shown.SectionShown(2, "science", "دانش", "", "/section/science/")
PAPER = shown.PaperShown(
    name="چاشتگاه",
    motto=f"روزنامه{HALF_SPACE}ای برای خواندن",
    short_name="چاشتگاه",
    about="بند نخست\nسطر دوم\n\nبند دوم",
    contact="تلفن: 021-8800\nایمیل: desk@example.org",
    sections=(CITY, SCIENCE),
    comments_open=True,
    site="https://paper.example",
)
PICTURE = shown.PictureShown(
    address="/media/images/a.width-640.webp",
    sizes=(("/media/images/a.width-320.webp", 320), ("/media/images/a.width-640.webp", 640)),
    width=640,
    height=400,
    alt="پلی چوبی بر رودخانه",
    credit="نیما پاکدل",
)
CARD = shown.Card(
    code=912090,
    address="/news/912090/",
    kind="news",
    kind_label="خبر",
    kicker="پس از 2 سال",
    headline="پل عابر پیاده باز شد",
    short_headline="پل باز شد",
    lead="پل 120 متری رودخانه از امروز به روی پیادگان باز است.",
    published_at=MOMENT,
    section=CITY,
    picture=PICTURE,
)
STORY = shown.StoryShown(
    card=CARD,
    share_picture="/media/images/a.fill-1200x630.jpg",
    bullets=(),
    body=(),
    further_sections=(),
    topics=(),
    bylines=(),
    source=None,
    dateline="",
    picture_caption="",
    updated_at=None,
    corrections=(),
    related=(),
    short_address="https://paper.example/news/912090/",
    words=400,
)
TOPIC = shown.TopicShown(7, "subject", "موضوع", "دوچرخه", "", "/topic/7/")
LONG_WORD = "بسیاردرازنوشته" * 40

Show = Callable[..., BeautifulSoup]


def card(**changes: Any) -> shown.Card:
    return replace(CARD, **changes)


def story(card: shown.Card = CARD, **changes: Any) -> shown.StoryShown:
    return replace(STORY, card=card, **changes)


def print_page(template: str, path: str = "/", **context: Any) -> str:
    """Return a template filled in as the press fills it."""
    filled = engines["paper"].get_template(template)
    printed: str = filled.render({"paper": PAPER, "path": path, **context})
    return printed


@pytest.fixture
def show() -> Show:
    """Return a function that prints a page and reads it back."""

    def read(template: str, path: str = "/", **context: Any) -> BeautifulSoup:
        return BeautifulSoup(print_page(template, path, **context), "html.parser")

    return read


@pytest.fixture
def show_story(show: Show) -> Show:
    """Return a function that prints a story's page and reads it back."""

    def read(story: shown.StoryShown = STORY, **context: Any) -> BeautifulSoup:
        comments = ShownComments(story.card.code, True, 0, 0, ())
        context = {"comments": comments, "qr": "", "is_preview": False, "paper": PAPER, **context}
        return show("pages/story.html", story.card.address, story=story, **context)

    return read
