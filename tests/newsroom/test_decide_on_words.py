"""The rulebook: the chief copy editor decides, after a look at what each decision would touch."""

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from dabir.newsroom.models import RulebookEntry
from dabir.persian import HALF_SPACE

State = RulebookEntry.State


def url(view: str, *args: int) -> str:
    return reverse(f"newsroom_rulebook:{view}", args=args)


def typed(**changes: str) -> dict[str, str]:
    return {
        "kind": "term",
        "written": "گازوئیل",
        "right": "گازوییل",
        "reason": "همزه را کوتاه کرده" + HALF_SPACE + "ایم.",
        **changes,
    }


def test_the_chief_copy_editor_writes_a_draft(as_negar, negar):
    response = as_negar.post(url("add"), typed())
    entry = RulebookEntry.objects.get()
    assert (entry.state, entry.made_by) == (State.DRAFT, negar)
    assert response.url == reverse("newsroom_copydesk_trial", args=[entry.pk])


def test_a_reporter_reads_the_rulebook_and_writes_nothing(as_sara, decide):
    entry = decide("گازوئیل", "گازوییل")
    assert entry.reason in as_sara.get(url("list")).content.decode()
    as_sara.post(url("add"), typed(written="بنزین"))
    for deed in ("live", "retire", "trial"):
        as_sara.post(reverse(f"newsroom_copydesk_{deed}", args=[entry.pk]))
    assert RulebookEntry.objects.get().state == State.LIVE


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"reason": " "}, "دلیل"),
        ({"reason": ""}, ""),
        ({"right": "گازوئیل"}, "یکی است"),
        ({"kind": "name"}, "فقط برای واژه"),
        ({"written": ""}, ""),
    ],
)
def test_what_is_not_whole_is_refused(as_negar, wrong, why):
    page = as_negar.post(url("add"), typed(**wrong))
    assert page.status_code == 200
    assert why in page.content.decode()
    assert not RulebookEntry.objects.exists()


def test_the_same_words_are_decided_once(as_negar, decide):
    decide("گازوئیل", "گازوییل")
    page = as_negar.post(url("add"), typed())
    assert "هست" in page.content.decode()
    assert RulebookEntry.objects.count() == 1


def test_words_are_kept_in_persian_letters(as_negar):
    as_negar.post(url("add"), typed(written="  \u0643تاب  خان\u064a ", right="کتابخانه"))
    assert RulebookEntry.objects.get().written == "کتاب خانی"


def test_nothing_goes_live_untried(as_negar, decide):
    entry = decide("گازوئیل", "گازوییل", state="draft")
    as_negar.post(reverse("newsroom_copydesk_live", args=[entry.pk]))
    entry.refresh_from_db()
    assert entry.state == State.DRAFT


def tried(client, entry) -> RulebookEntry:
    client.post(reverse("newsroom_copydesk_trial", args=[entry.pk]), {"stories": "500"})
    client.post(reverse("newsroom_copydesk_live", args=[entry.pk]))
    entry.refresh_from_db()
    return entry


def test_what_was_tried_goes_live_and_may_be_retired(as_negar, decide, story):
    entry = tried(as_negar, decide("گازوئیل", "گازوییل", state="draft"))
    assert entry.state == State.LIVE
    as_negar.post(reverse("newsroom_copydesk_retire", args=[entry.pk]))
    entry.refresh_from_db()
    assert entry.state == State.RETIRED


def test_what_was_retired_does_not_return_beside_another_that_says_the_same(
    as_negar, decide, story
):
    old = tried(as_negar, decide("گازوئیل", "گازوییل", state="draft"))
    as_negar.post(reverse("newsroom_copydesk_retire", args=[old.pk]))
    decide("گازوئیل", "گازویل")
    as_negar.post(reverse("newsroom_copydesk_live", args=[old.pk]))
    old.refresh_from_db()
    assert old.state == State.RETIRED


def test_other_words_are_a_draft_again(as_negar, decide):
    entry = decide("گازوئیل", "گازوییل")
    as_negar.post(url("edit", entry.pk), typed(right="گازویل"))
    entry.refresh_from_db()
    assert (entry.state, entry.right) == (State.DRAFT, "گازویل")


def test_another_reason_changes_nothing_else(as_negar, decide):
    entry = decide("گازوئیل", "گازوییل")
    as_negar.post(url("edit", entry.pk), typed(reason="خوانندگان چنین خواستند."))
    entry.refresh_from_db()
    assert (entry.state, entry.reason) == (State.LIVE, "خوانندگان چنین خواستند.")


def test_a_proposal_that_is_taken_up_is_a_draft(as_negar, decide):
    entry = decide("پلتفرم", kind="exception", state="proposed", reason="")
    as_negar.post(url("edit", entry.pk), typed(kind="exception", written="پلتفرم", right=""))
    entry.refresh_from_db()
    assert entry.state == State.DRAFT


def test_every_act_is_logged_with_who_and_when(as_negar, negar, story):
    as_negar.post(url("add"), typed())
    entry = tried(as_negar, RulebookEntry.objects.get())
    as_negar.post(reverse("newsroom_copydesk_retire", args=[entry.pk]))
    logged = ModelLogEntry.objects.for_instance(entry).order_by("pk")
    assert [each.action for each in logged] == [
        "wagtail.create",
        "newsroom.rulebook.try",
        "newsroom.rulebook.live",
        "newsroom.rulebook.retire",
    ]
    assert {each.user for each in logged} == {negar}
    history = as_negar.get(url("history", entry.pk)).content.decode()
    assert "فعال شد" in history


def test_proposals_are_found_in_the_list(as_negar, decide):
    decide("پلتفرم", kind="exception", state="proposed", reason="", proposed=3)
    decide("گازوئیل", "گازوییل")
    page = as_negar.get(url("list"), {"state": "proposed"})
    assert [entry.written for entry in page.context["object_list"]] == ["پلتفرم"]
    assert "۳ بار" in page.content.decode()
