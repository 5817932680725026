"""The same page again changes nothing; a newer one changes what nobody edited here."""

import pytest
from django.contrib.auth.models import User

from dabir.archive import moving
from dabir.archive.importers import read_page
from dabir.archive.models import Original
from dabir.archive.moving import Deed, RefusedError, Report, move_in
from dabir.newsroom.models import Story
from tests.archive.conftest import HEADLINE, RELATED, agency_page, daily_page

pytestmark = pytest.mark.django_db

NEWER = daily_page("کتابخانه شهر پس از سه سال باز شد")


def move(text: str, path: str = "/old/712034.txt") -> Report:
    return move_in(read_page(text), text, path)


def test_the_same_page_again_changes_nothing() -> None:
    move(daily_page())
    before = Story.objects.get(pk=712034)

    report = move(daily_page())

    after = Story.objects.get(pk=712034)
    assert (report.outcome, report.code, report.unsure) == (Deed.UNCHANGED, 712034, ())
    assert after.changed_at == before.changed_at
    assert Story.objects.count() == 1


def test_a_page_without_a_code_is_known_by_its_place_and_by_its_text() -> None:
    first = move(agency_page())

    assert move(agency_page()).outcome is Deed.UNCHANGED
    assert move(agency_page(), "/elsewhere.txt") == move(agency_page(), "/elsewhere.txt")
    assert move(agency_page(), "/elsewhere.txt").code == first.code
    assert Story.objects.count() == 1


def test_a_newer_page_updates_the_story() -> None:
    move(daily_page(HEADLINE, "۷۱۲۰۳۴", RELATED, ""))
    published = Story.objects.get(pk=712034).first_published_at

    report = move(NEWER)

    story = Story.objects.get(pk=712034)
    assert report.outcome is Deed.UPDATED
    assert story.headline == "کتابخانه شهر پس از سه سال باز شد"
    assert story.first_published_at == published
    assert story.sources.count() == 1
    assert not story.related_stories.exists()
    assert Original.objects.get().text == NEWER
    assert not Original.objects.get().was_edited


def test_a_better_importer_reads_the_page_again(monkeypatch: pytest.MonkeyPatch) -> None:
    move(daily_page())
    monkeypatch.setattr(moving, "VERSION", moving.VERSION + 1)

    assert move(daily_page()).outcome is Deed.UPDATED
    assert move(daily_page()).outcome is Deed.UNCHANGED
    assert Original.objects.get().importer == moving.VERSION


def test_a_story_that_was_edited_here_is_left(maryam: User) -> None:
    move(daily_page())
    story = Story.objects.get(pk=712034)
    story.lead = "لید تازه"
    story.save_revision(user=maryam).publish(user=maryam)

    report = move(NEWER)

    story.refresh_from_db()
    assert (report.outcome, report.code) == (Deed.LEFT, 712034)
    assert (story.headline, story.lead) == (HEADLINE, "لید تازه")


def test_a_draft_that_waits_is_an_edit_too(maryam: User) -> None:
    move(daily_page())
    Story.objects.get(pk=712034).save_revision(user=maryam)

    assert move(NEWER).outcome is Deed.LEFT


def test_a_withdrawn_story_is_not_brought_back(maryam: User) -> None:
    move(daily_page())
    Story.objects.get(pk=712034).unpublish(user=maryam)

    assert move(NEWER).outcome is Deed.LEFT
    assert not Story.objects.get(pk=712034).live


def test_comments_counted_since_are_no_edit() -> None:
    move(daily_page())
    Story.objects.filter(pk=712034).update(published_comments=9)

    assert move(NEWER).outcome is Deed.UPDATED


def test_another_page_with_the_same_code_is_refused() -> None:
    move(daily_page())

    with pytest.raises(RefusedError, match="The code 712034 belongs to another story"):
        move(NEWER, "/old/copy.txt")

    assert Story.objects.get(pk=712034).headline == HEADLINE


def test_a_page_that_changed_its_code_is_refused() -> None:
    move(daily_page())

    with pytest.raises(RefusedError, match="moved in before as story 712034; now it says 99999"):
        move(daily_page(HEADLINE, "۹۹۹۹۹"))


def test_a_page_that_is_gone_from_the_newsroom_moves_in_anew() -> None:
    move(daily_page())
    Story.objects.get(pk=712034).delete()

    assert move(daily_page()).outcome is Deed.MOVED_IN


def test_nothing_is_half_done(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(moving, "_original", fail)
    with pytest.raises(RuntimeError):
        move(daily_page())

    assert not Story.objects.exists()
