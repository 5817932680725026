"""A reader fills the form and is given a private address."""

import hashlib
import re
from datetime import timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from dabir.classifieds import forms, views
from dabir.classifieds.models import Act, Advertisement, RefusedError
from dabir.classifieds.pictures import Encoded

NEW = "/classifieds/new/"

pytestmark = pytest.mark.django_db


def shown(response):
    return response.content.decode()


def test_it_shows_the_form(client, home):
    response = client.get(NEW)
    assert response.status_code == 200
    assert 'enctype="multipart/form-data"' in shown(response)
    assert "csrfmiddlewaretoken" in shown(response)


def test_the_form_opens_at_the_category_of_the_page_before(client, home, vehicles):
    assert '<option value="vehicles" selected>' in shown(client.get(NEW + "?category=vehicles"))
    assert client.get(NEW + "?category=no%00thing").status_code == 200


def test_it_keeps_the_advertisement_waiting(client, typed, home):
    client.post(NEW, typed)
    kept = Advertisement.objects.get()
    assert (kept.state, kept.category, kept.city) == ("pending", home, "کرمان")
    assert (kept.price, kept.phone) == (46_000_000, "09000005034")
    assert kept.text == "پشمی و رنگ گیاهی.\n\nدیدنش در منزل."
    assert len(kept.address_hash) == 64
    assert [act.kind for act in kept.acts.all()] == [Act.Kind.SUBMITTED]


def test_it_sends_the_reader_to_the_private_page(client, typed):
    response = client.post(NEW, typed)
    assert response.status_code == 303
    found = re.fullmatch(r"/classifieds/mine/([\w-]{43})/\?new=1", response.url)
    kept = Advertisement.objects.get()
    assert kept.token_hash == hashlib.sha256(found[1].encode()).hexdigest()
    assert found[1] not in {getattr(kept, field.name) for field in Advertisement._meta.fields}
    assert "آگهی رسید" in shown(client.get(response.url))


def test_nothing_is_printed_yet(client, typed, news, django_capture_on_commit_callbacks):
    client.post(NEW, typed)
    assert news == []


def test_no_price_is_left_to_agreement(client, typed):
    client.post(NEW, {**typed, "price": ""})
    assert Advertisement.objects.get().price is None


def test_hidden_signs_are_taken_out(client, typed):
    client.post(NEW, {**typed, "title": "قالی\u202e\x00\u200b نو", "text": "متن\x07\x00 تازه"})
    kept = Advertisement.objects.get()
    assert (kept.title, kept.text) == ("قالی نو", "متن تازه")


def test_pictures_are_kept_under_random_names(client, typed, photo, settings):
    client.post(NEW, {**typed, "pictures": [photo("JPEG", (2000, 1500)), photo("PNG")]})
    first, second = Advertisement.objects.get().pictures.all()
    assert (first.width, first.height, second.width) == (1280, 960, 64)
    assert re.fullmatch(r"classifieds/[0-9a-f]{32}\.webp", str(first))
    lying = {path.name for path in (settings.MEDIA_ROOT / "classifieds").iterdir()}
    assert len(lying) == 4
    assert not any("photo" in name for name in lying)


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("title", "", "عنوان آگهی را بنویسید"),
        ("title", " \u200b\x00 ", "عنوان آگهی را بنویسید"),
        pytest.param("title", "آ" * 91, "بیش از ۹۰ نویسه است", id="long-title"),
        ("city", "", "نام شهر را بنویسید"),
        ("text", "", "متن آگهی را بنویسید"),
        ("text", "آ" * 2001, "بیش از ۲۰۰۰ نویسه است"),
        ("category", "", "را برگزینید"),
        ("category", "nothing", "یکی از فهرست برگزینید"),
        ("phone", "12", "تلفن درست نیست: شماره یازده رقم دارد"),
        ("price", "گران", "تنها با رقم بنویسید"),
    ],
)
def test_a_wrong_field_is_told_and_the_rest_stays(client, typed, field, value, told):
    response = client.post(NEW, {**typed, field: value})
    assert response.status_code == 422
    assert told in shown(response)
    for name, kept in typed.items():
        if name not in {field, "category", "website"}:
            assert kept.split("\n")[0] in shown(response)
    assert not Advertisement.objects.exists()


def test_a_bad_picture_is_named_by_its_order(client, typed, photo):
    bad = SimpleUploadedFile("two.jpg", b"GIF89a")
    response = client.post(NEW, {**typed, "pictures": [photo(), bad]})
    assert response.status_code == 422
    assert "عکس دوم خوانده نشد" in shown(response)
    assert "عکس اول" not in shown(response)
    assert "را دوباره برگزینید" in shown(response)
    assert typed["title"] in shown(response)
    assert not Advertisement.objects.exists()


def test_an_empty_file_is_a_bad_picture(client, typed):
    empty = SimpleUploadedFile("one.jpg", b"")
    assert "عکس اول خوانده نشد" in shown(client.post(NEW, {**typed, "pictures": [empty]}))


def test_it_takes_five_pictures_and_no_more(client, typed, photo):
    response = client.post(NEW, {**typed, "pictures": [photo() for _ in range(6)]})
    assert "تا ۵ عکس" in shown(response)
    assert client.post(NEW, {**typed, "pictures": [photo() for _ in range(5)]}).status_code == 303


def test_the_record_itself_takes_no_sixth_picture(copy):
    with pytest.raises(RefusedError, match="۵ عکس"):
        Advertisement.submit(copy, [Encoded(b"full", b"small", 1, 1)] * 6)


def test_pictures_are_not_read_while_something_else_is_wrong(client, typed, photo, monkeypatch):
    monkeypatch.setattr(forms, "decoded", lambda files: pytest.fail("read"))
    response = client.post(NEW, {**typed, "title": "", "pictures": [photo()]})
    assert "ها را دوباره برگزینید" in shown(response)


def test_a_machine_that_fills_everything_gets_the_form_again(client, typed):
    response = client.post(NEW, {**typed, "website": "http://spam.example"})
    assert response.status_code == 422
    assert "دوباره بزنید" in shown(response)
    assert typed["title"] in shown(response)
    assert "spam.example" not in shown(response)
    assert not Advertisement.objects.exists()


@pytest.mark.parametrize("seconds", [0, 2.5, 25 * 3600])
def test_who_is_too_quick_or_too_late_gets_the_form_again(client, typed, begun, seconds):
    response = client.post(NEW, {**typed, "started": begun(seconds)})
    assert response.status_code == 422
    assert typed["title"] in shown(response)


def test_a_made_up_time_gets_a_good_one(client, typed):
    with time_machine.travel(timezone.now(), tick=False) as clock:
        response = client.post(NEW, {**typed, "started": "made:up"})
        assert response.status_code == 422
        given = re.search(r'name="started" value="([^"]+)"', shown(response))[1]
        clock.shift(timedelta(seconds=4))
        assert client.post(NEW, {**typed, "started": given}).status_code == 303


def test_the_time_does_not_begin_anew_when_the_form_comes_back(client, typed):
    response = client.post(NEW, {**typed, "title": ""})
    assert typed["started"] in shown(response)


def test_five_a_day_from_one_address_are_enough(client, typed):
    for _ in range(5):
        assert client.post(NEW, typed).status_code == 303
    response = client.post(NEW, typed)
    assert response.status_code == 429
    assert "فردا دوباره بفرستید" in shown(response)
    assert typed["title"] in shown(response)
    assert client.post(NEW, typed, REMOTE_ADDR="192.0.2.9").status_code == 303


def test_tomorrow_is_another_day(client, typed, begun):
    for _ in range(5):
        client.post(NEW, typed)
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        assert client.post(NEW, {**typed, "started": begun(10)}).status_code == 303


def test_it_refuses_a_form_of_another_site(typed):
    stranger = Client(enforce_csrf_checks=True)
    assert stranger.post(NEW, typed).status_code == 403
    assert not Advertisement.objects.exists()


def test_it_answers_a_sending_too_heavy_without_reading_it(client, typed, monkeypatch):
    monkeypatch.setattr(views, "HEAVIEST_FORM", 100)
    response = client.post(NEW, typed)
    assert response.status_code == 413
    assert "سنگین" in shown(response)


def test_it_rejects_other_methods(client):
    assert client.put(NEW).status_code == 405


def test_no_cache_and_no_search_engine_keeps_it(client, home):
    response = client.get(NEW)
    assert response["Cache-Control"] == "no-store"
    assert response["X-Robots-Tag"] == "noindex"
    assert response["Referrer-Policy"] == "same-origin"
