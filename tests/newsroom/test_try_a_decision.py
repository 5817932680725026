"""A decision is tried on published stories, a few at a time, and nothing of it is lost."""

import pytest
from django.urls import reverse

from dabir.newsroom.copydesk import trial
from dabir.newsroom.models import Story, Trial

TERM = ("پل چوبی", "پلِ چوبین")


@pytest.fixture
def entry(decide):
    return decide(*TERM, state="draft")


def page(client, entry, **data):
    return client.post(reverse("newsroom_copydesk_trial", args=[entry.pk]), data)


def test_it_shows_what_would_be_marked_in_its_context(as_negar, entry, story):
    page(as_negar, entry, stories="500")
    shown = as_negar.get(reverse("newsroom_copydesk_trial", args=[entry.pk])).content.decode()
    for told in ("۱ مورد", "<mark>پل چوبی</mark>", "پلِ چوبین", story.headline, "به پایان رسید"):
        assert told in shown


def test_drafts_are_not_tried_on(as_negar, entry, draft):
    page(as_negar, entry, stories="500")
    assert Trial.objects.get().read == 0


def test_an_exception_shows_which_marks_would_go(as_negar, decide, write, maryam):
    story = write(headline="شهر شهر ما")
    story.latest_revision.publish(user=maryam)
    entry = decide("شهر شهر", kind="exception", state="draft")
    page(as_negar, entry, stories="500")
    (hit,) = Trial.objects.get().shown.all()
    assert (hit.is_new, hit.marked) == (False, "شهر شهر")


def test_a_name_is_looked_for_in_other_spellings(as_negar, decide, write, maryam):
    story = write(headline="به گزارش دریوکاش از شهر")
    story.latest_revision.publish(user=maryam)
    page(as_negar, decide("دریوکاس", kind="name", state="draft"), stories="500")
    assert [hit.marked for hit in Trial.objects.get().shown.all()] == ["دریوکاش"]


@pytest.fixture
def many(write, maryam):
    for number in range(5):
        story = write(headline=f"پل چوبی شماره {number}")
        story.latest_revision.publish(user=maryam)
    return Story.objects.live().newest()


def test_it_reads_a_few_at_a_time_and_goes_on_where_it_stood(entry, many, negar):
    begun = trial.begin(entry, negar, 500)
    once = trial.step(begun, budget=0)
    assert (once.read, once.hits, once.ended_at) == (1, 1, None)
    for _ in range(5):
        once = trial.step(once, budget=0)
    assert (once.read, once.hits, once.stories_hit) == (5, 5, 5)
    assert once.ended_at
    assert trial.step(once).read == 5


def test_it_reads_the_newest_first_and_no_more_than_was_wanted(entry, many, negar):
    done = trial.step(trial.begin(entry, negar, 2), budget=60)
    assert done.read == 2
    assert done.ended_at
    assert {hit.story for hit in done.shown.all()} == set(many[:2])


def test_of_two_steps_at_once_one_counts(entry, many, negar):
    begun = trial.begin(entry, negar, 500)
    trial.step(begun, budget=0)
    stale = Trial.objects.get()
    trial.step(Trial.objects.get(), budget=0)
    found = trial.step(stale, budget=0)
    assert (found.read, found.hits, found.shown.count()) == (2, 2, 2)


def test_more_hits_than_anybody_looks_at_are_counted(entry, many, negar, monkeypatch):
    monkeypatch.setattr(trial, "SHOWN", 2)
    done = trial.step(trial.begin(entry, negar, 500), budget=60)
    assert (done.hits, done.shown.count()) == (5, 2)


def test_the_page_reads_on_by_itself(as_negar, entry, many, negar):
    trial.begin(entry, negar, 500)
    told = as_negar.post(
        reverse("newsroom_copydesk_trial", args=[entry.pk]),
        headers={"X-Requested-With": "XMLHttpRequest"},
    ).content.decode()
    assert "<html" not in told
    assert "۵ از ۵۰۰ خبر" in told


def test_a_number_of_stories_that_makes_no_sense_is_the_usual_one(as_negar, entry):
    page(as_negar, entry, stories="many")
    assert Trial.objects.get().wanted == 2000
    page(as_negar, entry, stories="999999999")
    assert Trial.objects.order_by("pk").last().wanted == trial.MOST
