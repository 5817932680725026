"""Who holds the private address sees the advertisement, edits it and withdraws it."""

from datetime import timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from dabir.classifieds.models import Act, Advertisement, AdvertisementPicture, RefusedError
from dabir.classifieds.models.advertisement import EDITS_A_DAY
from dabir.classifieds.pictures import encode
from dabir.persian import HALF_SPACE

pytestmark = pytest.mark.django_db


def shown(response):
    return response.content.decode().replace("&zwnj;", HALF_SPACE)


@pytest.fixture
def changes(typed):
    """The form of the carpet, unchanged."""
    return {**typed, "text": "پشمی و رنگ گیاهی."}


@pytest.fixture
def with_pictures(carpet, photo):
    for _ in range(2):
        AdvertisementPicture(advertisement=carpet).keep(encode(photo()))
    return carpet


# The private page -----------------------------------------------------------------------
def test_it_shows_what_was_sent_and_where_to_come_back(client, private, settings):
    response = client.get(private)
    assert response.status_code == 200
    assert f'value="{settings.ADDRESS}{private}"' in shown(response)
    assert "۰۹۰۰۰۰۰۵۰۳۴" in shown(response)
    assert "در انتظار بررسی" in shown(response)


def test_it_shows_until_when_it_is_printed(client, private, printed):
    with time_machine.travel("2026-11-23T12:00Z"):
        Advertisement.objects.update(expires_at=timezone.now())
        assert "دوشنبه ۲ آذر ۱۴۰۵" in shown(client.get(private))


def test_it_shows_why_it_was_rejected(client, private, carpet, maryam):
    carpet.reject(maryam, "آگهی تکراری است.")
    assert "آگهی تکراری است." in shown(client.get(private))


def test_it_offers_to_print_it_again_when_its_time_is_over(client, private, printed):
    printed.expire()
    assert "چاپ دوباره" in shown(client.get(private))


def test_readers_text_is_never_markup(client, private, carpet):
    Advertisement.objects.update(title="<script>alert(1)</script>", text="<b>x</b>\n{{ 7*7 }}")
    page = shown(client.get(private))
    assert "<script>alert" not in page
    assert "<b>x" not in page
    assert "49" not in page


@pytest.mark.parametrize("deed", ["", "edit/"])
@pytest.mark.parametrize("token", ["x", "a" * 43, "آشنا", "%00", "'--", "a" * 3000])
def test_an_unknown_secret_is_not_found(client, sent, token, deed):
    response = client.get(f"/classifieds/mine/{token}/{deed}")
    assert response.status_code == 404
    assert "نشانی نیست" in shown(response)
    assert response["Cache-Control"] == "no-store"


def test_the_hash_of_the_secret_opens_nothing(client, carpet):
    assert client.get(f"/classifieds/mine/{carpet.token_hash}/").status_code == 404


@pytest.mark.parametrize("deed", ["", "edit/"])
def test_no_cache_no_search_engine_and_no_other_site_learns_it(client, private, deed):
    response = client.get(private + deed)
    assert response["Cache-Control"] == "no-store"
    assert response["X-Robots-Tag"] == "noindex"
    assert response["Referrer-Policy"] == "same-origin"
    assert '<meta name="robots" content="noindex">' in shown(response)


def test_the_private_page_rejects_post(client, private):
    assert client.post(private).status_code == 405


# Editing --------------------------------------------------------------------------------
def test_the_form_is_as_it_was_sent(client, private):
    page = shown(client.get(private + "edit/"))
    assert 'value="۴۶٬۰۰۰٬۰۰۰"' in page
    assert 'value="۰۹۰۰۰۰۰۵۰۳۴"' in page
    assert '<option value="home" selected>' in page
    assert "website" not in page


def test_an_edit_waits_for_the_newsroom(client, private, carpet, changes, vehicles):
    response = client.post(private + "edit/", {**changes, "title": "قالی", "category": "vehicles"})
    assert (response.status_code, response.url) == (303, private + "?edited=1")
    carpet.refresh_from_db()
    assert (carpet.title, carpet.category, carpet.state) == ("قالی", vehicles, "pending")
    assert carpet.version == 2
    assert carpet.acts.first().kind == Act.Kind.EDITED
    assert "ویرایش رسید" in shown(client.get(response.url))


def test_the_sender_is_told_first_that_it_will_leave_its_page(client, private, printed):
    assert "از صفحه برداشته" in shown(client.get(private + "edit/"))


def test_an_edited_advertisement_leaves_its_page(
    client, private, printed, changes, home, vehicles, news
):
    client.post(private + "edit/", {**changes, "price": "1000", "category": "vehicles"})
    printed.refresh_from_db()
    assert printed.state == "pending"
    assert news == [(printed.pk, frozenset({home.pk, vehicles.pk}))]


def test_an_edit_of_what_nobody_reads_yet_is_no_news(client, private, changes, news):
    client.post(private + "edit/", {**changes, "city": "یزد"})
    assert news == []


def test_what_did_not_change_stays_on_its_page(client, private, printed, changes, news):
    response = client.post(private + "edit/", changes)
    assert response.url == private + "?same=1"
    printed.refresh_from_db()
    assert (printed.state, printed.version) == ("approved", 1)
    assert news == []
    assert "چیزی تغییر نکرده بود" in shown(client.get(response.url))


def test_what_was_rejected_can_be_sent_again(client, private, carpet, maryam, changes):
    carpet.reject(maryam, "نارسا")
    client.post(private + "edit/", changes)
    carpet.refresh_from_db()
    assert (carpet.state, carpet.reason) == ("pending", "")


def test_an_expired_one_is_sent_again_unchanged(client, private, printed, changes):
    printed.expire()
    client.post(private + "edit/", changes)
    printed.refresh_from_db()
    assert printed.state == "pending"


def test_a_wrong_edit_changes_nothing(client, private, printed, changes):
    response = client.post(private + "edit/", {**changes, "title": "", "city": "یزد"})
    assert response.status_code == 422
    assert "یزد" in shown(response)
    printed.refresh_from_db()
    assert (printed.title, printed.state) == (printed.copy.title, "approved")


def test_pictures_are_added_and_removed(
    client, private, with_pictures, changes, photo, settings, django_capture_on_commit_callbacks
):
    first, second = with_pictures.pictures.all()
    asked = {**changes, "removed": [first.pk], "pictures": [photo(), photo()]}
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(private + "edit/", asked).status_code == 303
    kept = set(with_pictures.pictures.values_list("pk", flat=True))
    assert len(kept) == 3
    assert second.pk in kept
    assert first.pk not in kept
    assert len(list((settings.MEDIA_ROOT / "classifieds").iterdir())) == 6


def test_no_more_than_five_pictures_are_left(client, private, with_pictures, changes, photo):
    asked = {**changes, "pictures": [photo() for _ in range(4)]}
    assert "تا ۵ عکس" in shown(client.post(private + "edit/", asked))
    asked = {**changes, "pictures": [photo() for _ in range(5)]}
    asked["removed"] = [picture.pk for picture in with_pictures.pictures.all()]
    assert client.post(private + "edit/", asked).status_code == 303


@pytest.mark.parametrize("pk", ["0", "x", "9" * 30, "\x00", "-1"])
def test_only_its_own_pictures_can_be_removed(client, private, with_pictures, changes, pk):
    response = client.post(private + "edit/", {**changes, "removed": [pk]})
    assert response.status_code == 422
    assert "این عکس دیگر نیست" in shown(response)


def test_a_mark_on_a_picture_stays_when_the_form_comes_back(
    client, private, with_pictures, changes
):
    pk = with_pictures.pictures.first().pk
    response = client.post(private + "edit/", {**changes, "title": "", "removed": [pk]})
    assert f'value="{pk}" checked' in shown(response)


def test_a_bad_picture_is_told(client, private, changes):
    bad = SimpleUploadedFile("one.png", b"no picture")
    response = client.post(private + "edit/", {**changes, "pictures": [bad]})
    assert "عکس اول خوانده نشد" in shown(response)


def test_twenty_edits_a_day_are_enough(client, private, carpet, changes):
    for _ in range(EDITS_A_DAY):
        carpet.acts.create(kind=Act.Kind.EDITED)
    response = client.post(private + "edit/", {**changes, "title": "قالی"})
    assert response.status_code == 429
    assert "فردا" in shown(response)
    carpet.acts.update(done_at=timezone.now() - timedelta(days=2))
    assert client.post(private + "edit/", {**changes, "title": "قالی"}).status_code == 303


def test_what_was_withdrawn_is_not_edited(client, private, carpet, changes):
    carpet.withdraw()
    assert client.get(private + "edit/").url == private
    assert client.post(private + "edit/", {**changes, "title": "قالی"}).status_code == 303
    carpet.refresh_from_db()
    assert carpet.state == "withdrawn"
    with pytest.raises(RefusedError, match="پس گرفته"):
        carpet.edit(carpet.copy)


def test_an_edit_that_comes_too_late_is_told(client, private, changes, monkeypatch):
    def edit(*args):
        raise RefusedError("دیر شد.")

    monkeypatch.setattr(Advertisement, "edit", edit)
    response = client.post(private + "edit/", {**changes, "title": "قالی"})
    assert response.status_code == 422
    assert "دیر شد." in shown(response)


# Withdrawing ----------------------------------------------------------------------------
def test_it_is_withdrawn_for_good(client, private, printed, home, news):
    response = client.post(private + "withdraw/")
    assert (response.status_code, response.url) == (303, private)
    printed.refresh_from_db()
    assert printed.state == "withdrawn"
    assert news == [(printed.pk, frozenset({home.pk}))]
    assert printed.acts.first().kind == Act.Kind.WITHDRAWN
    assert "پس گرفته" in shown(client.get(private))


def test_withdrawing_what_waits_is_no_news(client, private, news):
    client.post(private + "withdraw/")
    assert news == []


def test_it_is_withdrawn_once(client, private):
    client.post(private + "withdraw/")
    response = client.post(private + "withdraw/")
    assert response.status_code == 409
    assert "پیش از این" in shown(response)


def test_withdrawing_rejects_get(client, private):
    assert client.get(private + "withdraw/").status_code == 405


def test_withdrawing_wants_the_secret(client, carpet):
    assert client.post("/classifieds/mine/nothing/withdraw/").status_code == 404


@pytest.mark.parametrize("deed", ["edit/", "withdraw/"])
def test_it_refuses_a_form_of_another_site(private, changes, deed):
    stranger = Client(enforce_csrf_checks=True)
    assert stranger.post(private + deed, changes).status_code == 403
