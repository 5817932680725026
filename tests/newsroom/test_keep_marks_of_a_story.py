"""How a story's marks stand is told at every save: open, fixed, ignored."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.test.utils.form_data import rich_text, streamfield

from dabir.newsroom.copydesk import state
from dabir.newsroom.copydesk.placed import marks_of
from dabir.newsroom.models import RulebookEntry, Story, StoryMarks
from tests.newsroom.conftest import add, edit, story_url

DOUBLED = "شهر شهر ما خبر خبر دارد"


def open_errors(story: Story) -> int:
    return StoryMarks.objects.get(pk=story.pk).errors


def keys(story: Story) -> list[str]:
    """Return the keys of the marks over the newest version of ``story``."""
    return [each.key for each in marks_of(newest(story))]


def newest(story: Story) -> Story:
    return Story.objects.get(pk=story.pk).get_latest_revision_as_object()


@pytest.fixture
def story(as_sara, typed) -> Story:
    """A draft with two errors in its headline."""
    add(as_sara, typed(headline=DOUBLED))
    return Story.objects.get()


def test_a_new_story_s_marks_are_counted_when_it_is_saved(story):
    assert open_errors(story) == 2


def test_they_are_counted_anew_at_the_next_save(as_sara, story, typed):
    edit(as_sara, story, typed(headline="شهر ما خبر خبر دارد"))
    assert open_errors(story) == 1
    edit(as_sara, story, typed(headline="شهر ما خبر دارد"))
    assert open_errors(story) == 0


def test_marks_stand_in_every_part(as_sara, story, typed):
    body = streamfield([("paragraph", rich_text("<p>باران باران آمد</p>"))])
    fields = {"kicker": "هوا هوا", "lead": "برف برف آمد", "bullets": "باد باد", "body": body}
    edit(as_sara, story, typed(headline="آرام", picture_caption="کوه کوه بلند", **fields))
    placed = marks_of(newest(story))
    found = {each.part.name for each in placed if each.mark.rule == "doubled"}
    assert found == {"kicker", "lead", "bullet", "caption", "body"}


def test_what_is_ignored_is_not_open_and_stays_so(as_sara, story, typed):
    first, _ = keys(story)
    answers = json.dumps({first: "ignored"})
    edit(as_sara, story, typed(headline=DOUBLED, marks_answered=answers))
    edit(as_sara, story, typed(headline=DOUBLED))
    kept = StoryMarks.objects.get()
    assert (kept.errors, kept.ignored, kept.fixed) == (1, 1, 0)


def test_an_answer_may_be_taken_back(as_sara, story, typed):
    first, _ = keys(story)
    for answer in ("ignored", ""):
        answers = json.dumps({first: answer})
        edit(as_sara, story, typed(headline=DOUBLED, marks_answered=answers))
    assert open_errors(story) == 2


def test_a_fix_counts_until_its_slip_comes_back(as_sara, story, typed):
    first, _ = keys(story)
    answers = json.dumps({first: "fixed"})
    edit(as_sara, story, typed(headline="شهر ما خبر خبر دارد", marks_answered=answers))
    assert StoryMarks.objects.get().fixed == 1
    edit(as_sara, story, typed(headline=DOUBLED))
    kept = StoryMarks.objects.get()
    assert (kept.errors, kept.fixed) == (2, 0)


def test_an_ignored_mark_whose_words_changed_is_another_one(as_sara, story, typed):
    first, _ = keys(story)
    answers = json.dumps({first: "ignored"})
    edit(as_sara, story, typed(headline=DOUBLED, marks_answered=answers))
    edit(as_sara, story, typed(headline="شهر شهر شما خبر خبر دارد"))
    assert open_errors(story) == 2


def test_what_is_right_is_proposed_to_the_rulebook_once(as_sara, sara, story, typed):
    first, _ = keys(story)
    answers = json.dumps({first: "right"})
    for _ in range(2):
        edit(as_sara, story, typed(headline=DOUBLED, marks_answered=answers))
    entry = RulebookEntry.objects.get()
    assert (entry.kind, entry.written, entry.state) == ("exception", "شهر شهر", "proposed")
    assert (entry.proposed, entry.made_by) == (1, sara)
    assert StoryMarks.objects.get().ignored == 1


def test_a_second_story_s_proposal_is_counted(as_sara, story, typed):
    add(as_sara, typed(headline=DOUBLED))
    for each in Story.objects.all():
        answers = json.dumps({keys(each)[0]: "right"})
        edit(as_sara, each, typed(headline=DOUBLED, marks_answered=answers))
    assert RulebookEntry.objects.get().proposed == 2


@pytest.mark.parametrize(
    "typed_in",
    ["", "no json", "[]", '{"short": "fixed"}', '{"0123456789abcdef": "burnt"}', "1" * 500_000],
)
def test_answers_that_make_no_sense_are_none(typed_in):
    assert state.answers_in(typed_in) == {}


def test_a_desk_that_cannot_read_stops_no_save(as_sara, story, typed, monkeypatch):
    def broken(*args):
        raise RuntimeError("the desk stumbles")

    monkeypatch.setattr(state, "marks_of", broken)
    edit(as_sara, story, typed(headline="تیتر تازه"))
    assert Story.objects.get().headline == "تیتر تازه"


def test_stories_that_were_moved_in_are_not_read(write):
    write(headline=DOUBLED)
    assert not StoryMarks.objects.exists()


def test_the_list_shows_how_they_stand(as_sara, story, typed, write):
    write(headline="خبر بایگانی")
    page = as_sara.get(story_url("list")).content.decode()
    assert "۲ خطا" in page
    assert "هنوز نخوانده" in page
    first, second = keys(story)
    answers = json.dumps({first: "ignored", second: "fixed"})
    edit(as_sara, story, typed(headline="شهر شهر ما خبر دارد", marks_answered=answers))
    page = as_sara.get(story_url("list")).content.decode()
    for told in ("پاکیزه", "۱ اصلاح شد", "۱ نادیده"):
        assert told in page


def test_the_list_asks_no_more_for_it(as_sara, story, typed, django_assert_max_num_queries):
    with CaptureQueriesContext(connection) as asked:
        as_sara.get(story_url("list"))
    most = len(asked)
    for _ in range(3):
        add(as_sara, typed(headline=DOUBLED))
    with django_assert_max_num_queries(most):
        as_sara.get(story_url("list"))


def test_the_form_brings_answers_and_rules_to_the_browser(as_sara, story, typed):
    first, _ = keys(story)
    answers = json.dumps({first: "ignored"})
    edit(as_sara, story, typed(headline=DOUBLED, marks_answered=answers))
    page = as_sara.get(story_url("edit", story.pk)).content.decode()
    settings = json.loads(
        page.partition('id="copydesk-settings"')[2].partition(">")[2].partition("<")[0]
    )
    assert settings["answers"] == {first: "ignored"}
    assert settings["rules"]["doubled"]["label"] == "واژهٔ تکراری"
    assert settings["url"] == reverse("copydesk_read")
    assert 'name="marks_answered"' in page
