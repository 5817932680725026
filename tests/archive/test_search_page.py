"""Readers ask at /search/: a page that is never an error."""

import shutil
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.test import Client

from dabir.archive import flood
from dabir.archive.search.indexer import Indexer
from dabir.newsroom.models import Section, Story

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nobody_asked() -> Iterator[None]:
    flood.forget()
    yield
    flood.forget()


@pytest.fixture
def index(story: Story) -> Indexer:
    indexer = Indexer(settings.SEARCH_DIR)
    while indexer.turn():
        pass
    return indexer


def page(client: Client, **asked: str) -> str:
    response = client.get("/search/", asked)
    assert response.status_code == 200
    return response.content.decode()


def test_it_shows_how_to_ask(client: Client) -> None:
    shown = page(client)
    assert "چگونه بهتر بیابید" in shown
    assert 'name="robots" content="noindex' in shown
    assert shown.count('name="q"') == 1


def test_it_shows_what_is_found_with_marks(client: Client, index: Indexer, story: Story) -> None:
    shown = page(client, q="پلهای رودخانه")
    assert story.get_absolute_url() in shown
    assert '<mark class="found">پل</mark>' in shown
    assert "۱ خبر" in shown


def test_any_word_is_told_so(client: Client, index: Indexer, story: Story) -> None:
    shown = page(client, q="پل فضاپیما")
    assert story.get_absolute_url() in shown
    assert "برخی را دارند" in shown


def test_it_narrows_by_section_year_and_person(
    client: Client, index: Indexer, story: Story, section: Section
) -> None:
    shown = page(client, q="پل", section=section.key)
    assert 'aria-current="true"' in shown
    assert "سارا رها" in shown
    assert story.get_absolute_url() not in page(client, q="پل", section="nowhere")
    assert story.get_absolute_url() not in page(client, q="پل", year="1300")
    assert story.get_absolute_url() in page(client, person="سارا رها")


@pytest.mark.parametrize(
    "asked",
    [
        {"q": "؟؟؟"},
        {"q": "«"},
        {"q": "-پل"},
        {"q": "\x00پل"},
        {"q": "پل" * 5_000},
        {"q": "پل", "page": "-3"},
        {"q": "پل", "page": "۹۹۹۹۹۹"},
        {"q": "پل", "page": "۷"},
        {"q": "پل", "year": "abc", "sort": "x", "section": "'", "person": "-"},
        {"q": "از:۱۴۰۲/۹۹"},
        {"section": "city"},
    ],
)
def test_nothing_that_is_asked_is_an_error(
    client: Client, index: Indexer, asked: dict[str, str]
) -> None:
    page(client, **asked)


def test_a_withdrawn_story_is_not_shown_though_the_index_has_it(
    client: Client, index: Indexer, story: Story
) -> None:
    story.unpublish()
    assert story.get_absolute_url() not in page(client, q="پل")


def test_it_says_kindly_that_the_index_is_away(client: Client, index: Indexer) -> None:
    shutil.rmtree(settings.SEARCH_DIR)
    response = client.get("/search/", {"q": "پل"})
    assert response.status_code == 503
    assert "از نو ساخته" in response.content.decode()
    assert response["Retry-After"]


def test_a_flood_is_turned_away(client: Client, index: Indexer) -> None:
    answers = [client.get("/search/", {"q": "پل"}).status_code for _ in range(25)]
    assert answers[0] == 200
    assert answers[-1] == 429


def test_browsers_learn_of_it(client: Client) -> None:
    response = client.get("/search/opensearch.xml")
    assert response["Content-Type"].startswith("application/opensearchdescription+xml")
    assert b"{searchTerms}" in response.content


def test_it_only_answers_get(client: Client) -> None:
    assert client.post("/search/", {"q": "پل"}).status_code == 405
