"""The newsroom reads the queue, approves and rejects."""

from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.utils import timezone

from dabir.classifieds.models import Act, Advertisement, AdvertisementPicture, RefusedError
from dabir.classifieds.pictures import encode
from dabir.persian import HALF_SPACE

pytestmark = pytest.mark.django_db

QUEUE = "/newsroom/classifieds/"
APPROVE, REJECT = QUEUE + "approve/", QUEUE + "reject/"


def shown(response):
    return response.content.decode().replace("&zwnj;", HALF_SPACE)


def told(response):
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


def mark(advertisement):
    return f"{advertisement.pk}:{advertisement.version}"


@pytest.fixture
def several(copy):
    return [Advertisement.submit(copy).advertisement for _ in range(3)]


# The queue ------------------------------------------------------------------------------
def test_it_shows_what_waits_with_its_phone_and_pictures(as_arash, carpet, photo):
    AdvertisementPicture(advertisement=carpet).keep(encode(photo()))
    page = shown(as_arash.get(QUEUE))
    assert carpet.title in page
    assert "۰۹۰۰۰۰۰۵۰۳۴" in page
    assert "۴۶٬۰۰۰٬۰۰۰ تومان" in page
    assert carpet.pictures.get().thumbnail.url in page


@pytest.mark.parametrize("state", Advertisement.State.values)
def test_it_shows_each_state(as_maryam, carpet, maryam, state):
    carpet.approve(maryam)
    Advertisement.objects.update(state=state, reason="نارسا", price=None)
    page = shown(as_maryam.get(QUEUE, {"state": state}))
    assert carpet.title in page
    assert "توافقی" in page
    assert "به دست مریم دادگر" in page


def test_until_when_it_is_printed_is_told_in_jalali(as_maryam, carpet, maryam):
    carpet.approve(maryam)
    Advertisement.objects.update(expires_at=timezone.datetime.fromisoformat("2026-12-23T08:30Z"))
    assert "چهارشنبه ۲ دی ۱۴۰۵، ۱۲:۰۰" in shown(as_maryam.get(QUEUE, {"state": "approved"}))


@pytest.mark.parametrize("asked", [{}, {"state": "nothing"}, {"p": "x"}, {"p": "99"}, {"p": "-1"}])
def test_whatever_is_asked_it_shows_what_waits(as_maryam, carpet, asked):
    assert carpet.title in shown(as_maryam.get(QUEUE, asked))


def test_an_empty_queue_says_so(as_maryam):
    assert "در انتظار بررسی نیست" in shown(as_maryam.get(QUEUE))
    assert "در این وضعیت نیست" in shown(as_maryam.get(QUEUE, {"state": "expired"}))


def test_a_long_queue_has_pages_and_begins_with_who_waited_longest(as_maryam, copy):
    ads = [Advertisement.submit(copy).advertisement for _ in range(21)]
    Advertisement.objects.filter(pk=ads[-1].pk).update(
        title="دیرین", changed_at=timezone.now() - timedelta(days=1)
    )
    page = shown(as_maryam.get(QUEUE))
    assert "دیرین" in page
    assert "صفحهٔ ۱ از ۲" in page
    assert "دیرین" not in shown(as_maryam.get(QUEUE, {"p": 2}))


def test_twenty_cost_no_more_queries_than_two(
    as_maryam, copy, photo, maryam, django_assert_max_num_queries
):
    for _ in range(20):
        ad = Advertisement.submit(copy, [encode(photo())]).advertisement
        ad.approve(maryam)
    as_maryam.get(QUEUE)  # kinds of things are asked for once in a process
    with django_assert_max_num_queries(20):
        as_maryam.get(QUEUE, {"state": "approved"})


def test_readers_text_is_never_markup(as_maryam, carpet):
    Advertisement.objects.update(title="<img src=x onerror=1>", text="<script>1</script>")
    page = shown(as_maryam.get(QUEUE))
    assert "<img src=x" not in page
    assert "<script>1" not in page


def test_the_menu_tells_how_many_wait(as_arash, several):
    assert f"نیازمندی{HALF_SPACE}ها (۳)" in unescaped(as_arash.get("/newsroom/"))


def test_the_menu_tells_no_number_when_nothing_waits(as_arash):
    page = unescaped(as_arash.get("/newsroom/"))
    assert f"نیازمندی{HALF_SPACE}ها" in page
    assert f"نیازمندی{HALF_SPACE}ها (" not in page


def unescaped(response):
    """The page with the letters of its JSON as letters."""
    return response.content.decode().encode().decode("unicode_escape", "ignore")


def test_a_reporter_sees_no_queue(as_sara, carpet):
    response = as_sara.get(QUEUE)
    assert response.status_code == 302
    assert "classifieds" not in as_sara.get("/newsroom/").content.decode()
    as_sara.post(APPROVE, {"chosen": [mark(carpet)]})
    carpet.refresh_from_db()
    assert carpet.state == "pending"


@pytest.mark.parametrize("address", [QUEUE, APPROVE, REJECT])
def test_nobody_else_sees_it(client, carpet, address):
    assert "/newsroom/login/" in client.get(address).url
    assert "/newsroom/login/" in client.post(address, {"chosen": [mark(carpet)]}).url


def test_decisions_reject_get(as_maryam):
    assert as_maryam.get(APPROVE).status_code == 405
    assert as_maryam.get(REJECT).status_code == 405
    assert as_maryam.post(QUEUE).status_code == 405


def test_decisions_refuse_a_form_of_another_site(maryam, carpet):
    stranger = Client(enforce_csrf_checks=True)
    stranger.force_login(maryam)
    assert stranger.post(APPROVE, {"chosen": [mark(carpet)]}).status_code == 403


# Approving ------------------------------------------------------------------------------
def test_it_is_printed_for_thirty_days(as_arash, arash, carpet, home, news):
    response = as_arash.post(APPROVE, {"chosen": [mark(carpet)], "state": "pending", "p": "2"})
    assert response.url == QUEUE + "?state=pending&p=2"
    assert "۱ آگهی تأیید شد" in told(response)
    carpet.refresh_from_db()
    assert (carpet.state, carpet.approved_by) == ("approved", arash)
    assert carpet.expires_at - carpet.approved_at == timedelta(days=30)
    assert carpet.is_printed
    assert news == [(carpet.pk, frozenset({home.pk}))]
    act = carpet.acts.first()
    assert (act.kind, act.by, str(act)) == (Act.Kind.APPROVED, arash, "تأیید شد")


def test_many_are_approved_at_once(as_maryam, several):
    response = as_maryam.post(APPROVE, {"chosen": [mark(ad) for ad in several]})
    assert "۳ آگهی تأیید شد" in told(response)
    assert Advertisement.objects.approved().count() == 3


def test_a_rejection_may_be_taken_back(as_maryam, carpet, maryam):
    carpet.reject(maryam, "نارسا")
    as_maryam.post(APPROVE, {"chosen": [mark(carpet)]})
    carpet.refresh_from_db()
    assert (carpet.state, carpet.reason) == ("approved", "")


def test_a_text_that_changed_under_the_eye_is_not_approved(as_maryam, carpet, several):
    seen = mark(carpet)
    carpet.edit(several[0].copy.__class__(carpet.category, "دیگر", "یزد", "متن", None, "09"))
    response = as_maryam.post(APPROVE, {"chosen": [seen, mark(several[0])]})
    assert "ویرایش شده است" in told(response)
    assert "۱ آگهی تأیید شد" in told(response)
    carpet.refresh_from_db()
    assert carpet.state == "pending"


@pytest.mark.parametrize("state", ["approved", "withdrawn", "expired"])
def test_what_is_not_waiting_is_not_approved(as_maryam, carpet, state):
    Advertisement.objects.update(state=state)
    response = as_maryam.post(APPROVE, {"chosen": [mark(carpet)]})
    assert f"تأیید نمی{HALF_SPACE}شود" in told(response)
    carpet.refresh_from_db()
    assert carpet.state == state


def test_nothing_chosen_is_told(as_maryam):
    assert "برگزیده نشده" in told(as_maryam.post(APPROVE))


@pytest.mark.parametrize("chosen", ["", "x", "1", "1:x", "x:1", "²:²", "-1:1", "1:1\x00"])
def test_what_is_no_choice_is_told(as_maryam, carpet, chosen):
    assert "شناخته نشد" in told(as_maryam.post(APPROVE, {"chosen": [chosen]}))


@pytest.mark.parametrize("pk", ["0", "9" * 30])
def test_what_is_gone_is_told(as_maryam, carpet, pk):
    assert "دیگر نیست" in told(as_maryam.post(APPROVE, {"chosen": [f"{pk}:1"]}))


# Rejecting ------------------------------------------------------------------------------
def test_it_is_rejected_with_a_reason(as_arash, arash, carpet, news):
    as_arash.post(REJECT, {"chosen": [mark(carpet)], "reason": " نارسا\u202e است "})
    carpet.refresh_from_db()
    assert (carpet.state, carpet.reason) == ("rejected", "نارسا است")
    act = carpet.acts.first()
    assert (act.kind, act.by, act.note) == (Act.Kind.REJECTED, arash, "نارسا است")
    assert news == []


def test_many_are_rejected_with_one_reason(as_maryam, several):
    as_maryam.post(REJECT, {"chosen": [mark(ad) for ad in several], "reason": "تکراری"})
    assert Advertisement.objects.filter(state="rejected", reason="تکراری").count() == 3


def test_a_printed_one_is_taken_off_its_page(as_maryam, printed, home, news):
    as_maryam.post(REJECT, {"chosen": [mark(printed)], "reason": "گزارش خوانندگان"})
    assert news == [(printed.pk, frozenset({home.pk}))]


def test_it_wants_a_reason(as_maryam, carpet):
    response = as_maryam.post(REJECT, {"chosen": [mark(carpet)], "reason": " "})
    assert "دلیل رد را بنویسید" in told(response)
    carpet.refresh_from_db()
    assert carpet.state == "pending"


def test_a_reason_too_long_is_cut(as_maryam, carpet):
    as_maryam.post(REJECT, {"chosen": [mark(carpet)], "reason": "آ" * 999})
    carpet.refresh_from_db()
    assert len(carpet.reason) == 300


def test_what_was_withdrawn_is_not_rejected(carpet, maryam):
    carpet.withdraw()
    with pytest.raises(RefusedError, match="رد نمی"):
        carpet.reject(maryam, "نارسا")
