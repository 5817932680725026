"""A phone number is told on a click, to a person."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from dabir.classifieds.models import Advertisement, PhoneLook
from dabir.classifieds.models.act import LOOKS_AN_HOUR
from dabir.persian import HALF_SPACE

pytestmark = pytest.mark.django_db

SCRIPT = {"HTTP_ACCEPT": "application/json"}


@pytest.fixture
def button(printed):
    return f"/classifieds/{printed.pk}/phone/"


def shown(response):
    return response.content.decode().replace("&zwnj;", HALF_SPACE)


def test_it_shows_a_page_with_the_number(client, button, printed):
    response = client.post(button)
    assert response.status_code == 200
    assert "۰۹۰۰۰۰۰۵۰۳۴" in shown(response)
    assert 'href="tel:09000005034"' in shown(response)
    assert printed.get_absolute_url() in shown(response)


def test_it_tells_a_script_in_json(client, button):
    response = client.post(button, **SCRIPT)
    assert response.json() == {"phone": "09000005034", "shown": "۰۹۰۰۰۰۰۵۰۳۴"}


def test_the_button_of_a_printed_page_needs_no_token(button):
    assert Client(enforce_csrf_checks=True).post(button).status_code == 200


def test_it_rejects_get(client, button):
    response = client.get(button)
    assert response.status_code == 405
    assert response["Allow"] == "POST"
    assert "نمایش شماره" in shown(response)
    assert "۰۹۰۰" not in shown(response)


def test_no_cache_and_no_search_engine_keeps_it(client, button):
    for response in (client.post(button), client.get(button), client.post(button, **SCRIPT)):
        assert response["X-Robots-Tag"] == "noindex"
        assert response["Cache-Control"] == "no-store"


@pytest.mark.parametrize("state", ["pending", "rejected", "withdrawn", "expired"])
def test_only_a_printed_advertisement_has_a_number(client, button, state):
    Advertisement.objects.update(state=state)
    response = client.post(button, **SCRIPT)
    assert response.status_code == 404
    assert "دیگر روی صفحه نیست" in response.json()["error"]
    assert client.post(button).status_code == 404


def test_it_is_silent_from_the_moment_the_time_is_over(client, button):
    with time_machine.travel(timezone.now() + timedelta(days=30, seconds=1)):
        assert client.post(button).status_code == 404


@pytest.mark.parametrize("pk", ["0", "999", "9" * 30])
def test_there_is_no_number_of_nothing(client, db, pk):
    assert client.post(f"/classifieds/{pk}/phone/").status_code == 404


@pytest.mark.parametrize(
    "agent",
    [
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "Mozilla/5.0 (compatible; YandexBot/3.0)",
        "curl/8.5.0",
        "python-requests/2.32",
        "Scrapy/2.11",
        "Baiduspider",
    ],
)
def test_crawlers_are_refused(client, button, agent):
    response = client.post(button, HTTP_USER_AGENT=agent)
    assert response.status_code == 403
    assert "۰۹۰۰" not in shown(response)


@pytest.mark.parametrize(
    "agent",
    [
        "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
        "Mozilla/5.0 (Linux; Android 12; CUBOT KINGKONG) AppleWebKit/537.36 Chrome/120 Mobile",
        "",
    ],
)
def test_people_are_not(client, button, agent):
    assert client.post(button, HTTP_USER_AGENT=agent).status_code == 200


def test_sixty_an_hour_are_enough(client, button):
    for _ in range(LOOKS_AN_HOUR):
        assert client.post(button, **SCRIPT).status_code == 200
    response = client.post(button, **SCRIPT)
    assert response.status_code == 429
    assert "دیرتر" in response.json()["error"]
    assert client.post(button).status_code == 429
    assert client.post(button, REMOTE_ADDR="192.0.2.9").status_code == 200


def test_an_hour_later_it_is_told_again_and_old_looks_are_forgotten(client, button):
    for _ in range(LOOKS_AN_HOUR):
        client.post(button)
    with time_machine.travel(timezone.now() + timedelta(minutes=61)):
        assert client.post(button).status_code == 200
    assert PhoneLook.objects.count() == 1
    assert str(PhoneLook.objects.get())
