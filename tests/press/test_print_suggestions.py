"""Where the editor chose no related story, the suggested ones are printed."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from dabir.archive.models import Suggestion
from dabir.newsroom.models import RelatedStory, Story
from dabir.press.ledger import has_notes, settle
from dabir.press.models import PrintedPage
from dabir.press.pages import describer

Page = Callable[..., str]
Publish = Callable[[str], Story]


@pytest.fixture
def publish(write: Callable[..., Story], maryam: User) -> Publish:
    def make(headline: str) -> Story:
        draft = write(headline=headline)
        draft.latest_revision.publish(user=maryam)
        return Story.objects.get(pk=draft.pk)

    return make


@pytest.fixture
def others(publish: Publish) -> list[Story]:
    return [publish(f"خبر دیگر {letter}") for letter in "ابپتثجچ"]


@pytest.fixture
def suggestion(story: Story, others: list[Story]) -> Suggestion:
    return Suggestion.objects.create(story=story, codes=[other.pk for other in others])


def headlines(body: str) -> list[str]:
    """Return the related headlines of a printed page, in their order."""
    part = body.partition('class="related"')[2].partition("</section>")[0]
    return [letter for letter in "ابپتثجچ" if f"خبر دیگر {letter}<" in part]


def address(story: Story) -> str:
    return story.get_absolute_url()


def test_the_first_five_are_printed(page: Page, story: Story, suggestion: Suggestion) -> None:
    assert headlines(page(address(story))) == list("ابپتث")


def test_what_the_editor_chose_is_printed_instead(
    page: Page, story: Story, suggestion: Suggestion, others: list[Story], maryam: User
) -> None:
    page(address(story))
    story.related_stories = [RelatedStory(related=others[6])]
    story.save_revision(user=maryam).publish(user=maryam)
    assert headlines(page(address(story))) == ["چ"]


def test_nothing_is_printed_where_the_newsroom_wants_none(
    page: Page, story: Story, suggestion: Suggestion
) -> None:
    page(address(story))
    suggestion.silent = True
    suggestion.save()
    assert headlines(page(address(story))) == []


def test_the_next_one_takes_the_place_of_a_withdrawn_one(
    page: Page, story: Story, suggestion: Suggestion, others: list[Story], maryam: User
) -> None:
    page(address(story))
    others[1].unpublish(user=maryam)
    assert headlines(page(address(story))) == list("اپتثج")


def test_a_story_under_embargo_is_not_printed(
    page: Page, story: Story, suggestion: Suggestion, others: list[Story]
) -> None:
    Story.objects.filter(pk=others[0].pk).update(embargo_until=timezone.now() + timedelta(hours=1))
    assert headlines(page(address(story))) == list("بپتثج")


def test_a_deleted_story_leaves_the_page(
    page: Page, story: Story, suggestion: Suggestion, others: list[Story]
) -> None:
    page(address(story))
    others[2].delete()
    assert headlines(page(address(story))) == list("ابتثج")


def test_new_suggestions_print_one_story_again_and_no_other(
    page: Page, story: Story, others: list[Story]
) -> None:
    page(address(story))
    Suggestion.objects.create(story=story, codes=[others[0].pk])
    while has_notes():
        settle(describer)
    stale = PrintedPage.objects.filter(stale_at__isnull=False).values_list("path", flat=True)
    assert set(stale) == {address(story), f"{address(story)}print/"}


def test_a_preview_shows_them(story: Story, suggestion: Suggestion) -> None:
    assert headlines(story.make_preview_request().content.decode()) == list("ابپتث")
