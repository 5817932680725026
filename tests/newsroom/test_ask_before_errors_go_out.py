"""Errors that nobody answered are asked about once before a story goes out, whichever way."""

import json
import re
from dataclasses import replace

import pytest
from django.urls import reverse

from dabir.copydesk import Severity
from dabir.newsroom.copydesk import publishing, state
from dabir.newsroom.copydesk.placed import marks_of
from dabir.newsroom.models import Story, StoryMarks
from tests.newsroom.conftest import add, edit, story_url

PUBLISH = {"action-publish": "1"}
WRONG = "شهر شهر ما"


def hidden(response) -> dict[str, str]:
    """Return what the question's form sends on."""
    page = response.content.decode()
    if "json" in response["Content-Type"]:
        page = json.loads(page)["html"]
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page))


def anyway(client, response, **changes):
    """Press «با همین خطاها منتشر کن»."""
    story = Story.objects.get()
    data = {**hidden(response), **changes}
    return client.post(reverse("newsroom_copydesk_publish", args=[story.pk]), data)


def test_a_clean_story_goes_out_unasked(as_maryam, draft, typed):
    edit(as_maryam, draft, typed(), **PUBLISH)
    assert Story.objects.get().live


def test_it_is_saved_and_asked_about_and_not_yet_out(as_maryam, draft, typed):
    page = edit(as_maryam, draft, typed(headline=WRONG), **PUBLISH)
    assert page.status_code == 200
    told = page.content.decode()
    for words in ("۱ خطا", "<mark>شهر شهر</mark>", "واژهٔ تکراری", "تیتر", "با همین خطاها منتشر کن"):
        assert words in told
    story = Story.objects.get()
    assert not story.live
    assert story.get_latest_revision_as_object().headline == WRONG


def test_it_goes_out_all_the_same(as_maryam, draft, typed):
    page = edit(as_maryam, draft, typed(headline=WRONG), **PUBLISH)
    answer = anyway(as_maryam, page)
    assert answer.url == story_url("list")
    story = Story.objects.get()
    assert story.live
    assert story.headline == WRONG


def test_of_the_same_errors_nobody_is_asked_twice(as_maryam, draft, typed):
    anyway(as_maryam, edit(as_maryam, draft, typed(headline=WRONG), **PUBLISH))
    edit(as_maryam, draft, typed(headline=WRONG, lead="لید دیگر"), **PUBLISH)
    assert Story.objects.get().lead == "لید دیگر"


def test_of_another_error_it_is_asked_again(as_maryam, draft, typed):
    anyway(as_maryam, edit(as_maryam, draft, typed(headline=WRONG), **PUBLISH))
    page = edit(as_maryam, draft, typed(headline=WRONG, lead="خبر خبر ما"), **PUBLISH)
    assert "۲ خطا" in page.content.decode()
    assert Story.objects.get().lead != "خبر خبر ما"


def test_what_was_ignored_is_not_asked_about(as_maryam, draft, typed):
    edit(as_maryam, draft, typed(headline=WRONG))
    (mark,) = marks_of(Story.objects.get().get_latest_revision_as_object())
    answers = json.dumps({mark.key: "ignored"})
    edit(as_maryam, draft, typed(headline=WRONG, marks_answered=answers), **PUBLISH)
    assert Story.objects.get().live


def test_spacing_and_style_are_not_asked_about(as_maryam, draft, typed, monkeypatch):
    def as_style(story):
        return [
            replace(each, mark=replace(each.mark, severity=Severity.STYLE))
            for each in marks_of(story)
        ]

    monkeypatch.setattr(publishing, "marks_of", as_style)
    monkeypatch.setattr(state, "marks_of", as_style)
    edit(as_maryam, draft, typed(headline=WRONG), **PUBLISH)
    assert Story.objects.get().live
    assert StoryMarks.objects.get().styles == 1


def test_a_new_story_is_asked_about_with_its_first_save(as_maryam, typed):
    page = add(as_maryam, typed(headline=WRONG), **PUBLISH)
    assert not Story.objects.get().live
    anyway(as_maryam, page)
    assert Story.objects.get().live


def test_an_hour_of_publication_is_asked_about_when_it_is_set(as_maryam, draft, typed):
    hour = "۱۴۹۰/۰۱/۰۱ ۱۰:۰۰"
    page = edit(as_maryam, draft, typed(headline=WRONG, go_live_at=hour), **PUBLISH)
    anyway(as_maryam, page)
    story = Story.objects.get()
    assert not story.live
    assert story.revisions.filter(approved_go_live_at__isnull=False).exists()


def on_the_last_desk(draft, user) -> Story:
    """Bring a story with an error to the editor in chief."""
    draft.headline = WRONG
    draft.save_revision()
    draft.get_workflow().start(draft, user)
    story = Story.objects.get()
    story.current_workflow_task_state.approve(user=user)
    return Story.objects.get()


def test_the_last_step_asks_in_the_form(as_maryam, draft, typed, sara):
    story = on_the_last_desk(draft, sara)
    data = typed(headline=WRONG) | {
        "action-workflow-action": "true",
        "workflow-action-name": "approve",
        "workflow-action-extra-data": json.dumps({"comment": "خوب است."}),
    }
    page = edit(as_maryam, story, data)
    assert hidden(page)["comment"] == "خوب است."
    assert not Story.objects.get().live
    anyway(as_maryam, page)
    story = Story.objects.get()
    assert story.live
    assert not story.workflow_in_progress


def approve(client, story, **extra):
    state = story.current_workflow_task_state
    return client.post(story_url("workflow_action", story.pk, "approve", state.pk), {}, **extra)


def test_the_last_step_asks_on_the_dashboard(as_maryam, draft, sara):
    page = approve(as_maryam, on_the_last_desk(draft, sara))
    assert not Story.objects.get().live
    anyway(as_maryam, page)
    assert Story.objects.get().live


def test_the_last_step_asks_in_the_window_of_the_dashboard(as_maryam, draft, sara):
    ajax = {"headers": {"X-Requested-With": "XMLHttpRequest"}}
    page = approve(as_maryam, on_the_last_desk(draft, sara), **ajax)
    assert page.json()["step"] == "action"
    assert "<mark>" in page.json()["html"]
    done = as_maryam.post(
        reverse("newsroom_copydesk_publish", args=[draft.pk]), hidden(page), **ajax
    )
    assert done.json()["step"] == "success"
    assert Story.objects.get().live


def test_the_first_step_asks_nothing(as_arash, draft, sara):
    draft.headline = WRONG
    draft.save_revision()
    draft.get_workflow().start(draft, sara)
    approve(as_arash, Story.objects.get())
    assert Story.objects.get().current_workflow_task.name == "نگاه سردبیر"


def test_a_story_that_changed_meanwhile_is_looked_at_again(as_maryam, as_sara, draft, typed):
    page = edit(as_maryam, draft, typed(headline=WRONG), **PUBLISH)
    edit(as_sara, draft, typed(headline="شهر شهر دیگر"))
    answer = anyway(as_maryam, page)
    assert answer.url == story_url("edit", draft.pk)
    assert not Story.objects.get().live


@pytest.mark.parametrize("deed", ["publish", "approve", "", "delete"])
def test_who_may_not_publish_cannot_do_so_here(as_maryam, as_sara, draft, typed, deed):
    page = edit(as_maryam, draft, typed(headline=WRONG), **PUBLISH)
    anyway(as_sara, page, deed=deed)
    assert not Story.objects.get().live


def test_an_older_version_is_asked_about_too(as_maryam, draft, typed):
    edit(as_maryam, draft, typed(headline=WRONG))
    wrong = Story.objects.get().latest_revision
    edit(as_maryam, draft, typed(headline="شهر ما"))
    url = story_url("revisions_revert", draft.pk, wrong.pk)
    page = as_maryam.post(url, {**typed(headline=WRONG), **PUBLISH})
    assert "۱ خطا" in page.content.decode()
    assert not Story.objects.get().live
    anyway(as_maryam, page)
    assert Story.objects.get().headline == WRONG


def test_a_desk_that_cannot_read_stops_no_publication(as_maryam, draft, typed, monkeypatch):
    def broken(*args):
        raise RuntimeError("the desk stumbles")

    monkeypatch.setattr(state, "marks_of", broken)
    edit(as_maryam, draft, typed(headline=WRONG), **PUBLISH)
    assert Story.objects.get().live
