"""The clock takes advertisements off their pages, and forgets them long after."""

from datetime import timedelta

import pytest
from django.utils import timezone

from dabir.classifieds.models import Act, Advertisement, AdvertisementPicture, RefusedError
from dabir.classifieds.models.advertisement import KEPT_AFTER, LIFE
from dabir.classifieds.pictures import encode

pytestmark = pytest.mark.django_db


@pytest.fixture
def later(printed):
    return printed.expires_at


def test_it_stays_until_its_time_is_over(printed, later):
    assert not Advertisement.objects.due(later - timedelta(seconds=1))
    assert Advertisement.objects.expire_due(later - timedelta(seconds=1)) == 0
    assert Advertisement.objects.due(later).get() == printed


def test_it_leaves_its_page(printed, later, home, news):
    assert Advertisement.objects.expire_due(later) == 1
    printed.refresh_from_db()
    assert printed.state == "expired"
    assert printed.acts.first().kind == Act.Kind.EXPIRED
    assert printed.acts.first().by is None
    assert news == [(printed.pk, frozenset({home.pk}))]
    assert Advertisement.objects.expire_due(later) == 0


def test_what_was_withdrawn_does_not_expire(printed, later):
    printed.withdraw()
    assert Advertisement.objects.expire_due(later) == 0


def test_only_a_printed_one_expires(carpet):
    with pytest.raises(RefusedError):
        carpet.expire()


def test_one_that_fails_stops_no_other(printed, copy, maryam, monkeypatch, caplog):
    other = Advertisement.submit(copy).advertisement
    other.approve(maryam)
    whole = Advertisement.expire

    def expire(advertisement):
        if advertisement == printed:
            raise RuntimeError("broken")
        whole(advertisement)

    monkeypatch.setattr(Advertisement, "expire", expire)
    assert Advertisement.objects.expire_due(timezone.now() + LIFE) == 1
    assert Advertisement.objects.get(state="expired") == other
    assert "broken" in caplog.text


def test_one_that_another_clock_took_is_not_counted(printed, later, monkeypatch):
    found = Advertisement.objects.due(later)
    monkeypatch.setattr(type(found), "values_list", lambda *args, **kwargs: [printed.pk, 0])
    assert Advertisement.objects.expire_due(later) == 1


@pytest.mark.parametrize("state", ["rejected", "withdrawn", "expired"])
def test_it_is_forgotten_long_after_with_its_pictures(
    carpet, photo, settings, state, django_capture_on_commit_callbacks
):
    AdvertisementPicture(advertisement=carpet).keep(encode(photo()))
    Advertisement.objects.update(state=state, changed_at=timezone.now())
    assert Advertisement.objects.forget_old(timezone.now() + KEPT_AFTER - timedelta(1)) == 0
    with django_capture_on_commit_callbacks(execute=True):
        assert Advertisement.objects.forget_old(timezone.now() + KEPT_AFTER + timedelta(1)) == 1
    assert not Act.objects.exists()
    assert not list((settings.MEDIA_ROOT / "classifieds").iterdir())


@pytest.mark.parametrize("state", ["pending", "approved"])
def test_what_waits_or_is_printed_is_not_forgotten(carpet, state):
    Advertisement.objects.update(state=state)
    assert Advertisement.objects.forget_old(timezone.now() + KEPT_AFTER * 3) == 0
