"""A story passes from the reporter to the desk editor, to the editor in chief, to readers."""

from django.urls import reverse
from wagtail.models import TaskState

from dabir.newsroom.models import Story
from tests.newsroom.conftest import add, edit, story_url


def act(client, story, action, comment=None):
    """Do a workflow action on the story: approve it or send it back."""
    state = story.current_workflow_task_state
    data = {"comment": comment} if comment else {}
    return client.post(story_url("workflow_action", story.pk, action, state.pk), data)


def submitted(client, typed) -> Story:
    add(client, typed(), **{"action-submit": "1"})
    return Story.objects.get()


def test_two_desks_later_readers_see_it(as_sara, as_arash, as_maryam, typed):
    story = submitted(as_sara, typed)
    assert story.current_workflow_task.name == "نگاه دبیر سرویس"
    act(as_arash, story, "approve")
    story = Story.objects.get()
    assert not story.live
    assert story.current_workflow_task.name == "نگاه سردبیر"
    act(as_maryam, story, "approve")
    story = Story.objects.get()
    assert story.live
    assert not story.workflow_in_progress


def test_a_reporter_approves_nothing(as_sara, typed):
    story = submitted(as_sara, typed)
    act(as_sara, story, "approve")
    story.refresh_from_db()
    assert story.current_workflow_task.name == "نگاه دبیر سرویس"
    assert not TaskState.objects.filter(status=TaskState.STATUS_APPROVED).exists()


def test_a_desk_editor_does_not_take_the_second_step(as_sara, as_arash, typed):
    story = submitted(as_sara, typed)
    act(as_arash, story, "approve")
    story = Story.objects.get()
    act(as_arash, story, "approve")
    assert not Story.objects.get().live


def test_a_story_comes_back_with_a_word_and_goes_again(as_sara, as_arash, typed):
    story = submitted(as_sara, typed)
    act(as_arash, story, "reject", comment="منبع را بنویسید.")
    story = Story.objects.get()
    assert story.current_workflow_state.status == "needs_changes"
    page = as_sara.get(story_url("edit", story.pk))
    assert page.status_code == 200
    assert "آرش کیانی این خبر را برای اصلاح برگرداند: «منبع را بنویسید.»" in page.content.decode()
    edit(as_sara, story, typed(lead="به گفته شهرداری…"), **{"action-submit": "1"})
    assert Story.objects.get().current_workflow_task.name == "نگاه دبیر سرویس"


def test_who_sent_it_does_not_write_on_while_others_read(as_sara, typed):
    story = submitted(as_sara, typed)
    edit(as_sara, story, typed(headline="تیتر دیگر"))
    assert Story.objects.get().latest_revision.as_object().headline != "تیتر دیگر"


def test_a_desk_editor_corrects_while_it_is_on_the_desk(as_sara, as_arash, typed):
    story = submitted(as_sara, typed)
    edit(as_arash, story, typed(headline="تیتر بهتر"))
    assert Story.objects.get().headline == "تیتر بهتر"


def test_the_list_tells_whose_turn_it_is(as_sara, typed):
    submitted(as_sara, typed)
    page = as_sara.get(story_url("list")).content.decode()
    assert "در راه: نگاه دبیر سرویس" in page


def test_the_dashboard_shows_what_waits_for_me(as_sara, as_arash, typed):
    submitted(as_sara, typed)
    assert "نیمکت تازه در پارک" in as_arash.get(reverse("wagtailadmin_home")).content.decode()


def test_the_story_s_way_is_told(as_sara, as_arash, typed):
    story = submitted(as_sara, typed)
    act(as_arash, story, "approve")
    page = as_sara.get(story_url("workflow_history", story.pk))
    assert "نگاه دبیر سرویس" in page.content.decode()
