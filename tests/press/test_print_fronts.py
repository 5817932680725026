"""What the editor set stands on the printed fronts, and its going and coming is seen at once."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.utils import timezone

from dabir.newsroom.fronts.arrangement import MAIN, Arrangement, By, Item, Rule
from dabir.newsroom.models import BreakingBar, Byline, FrontVersion, Picture, Section, Story
from dabir.newsroom.models.fronts import change_draft
from dabir.press import ledger, work
from dabir.press.clock import Clock
from dabir.press.models import Change, PrintedPage
from dabir.press.pages import describer

Page = Callable[..., str]
Publish = Callable[..., Story]


@pytest.fixture
def publish(write: Callable[..., Story], maryam: User) -> Publish:
    """Return a function that publishes a story, each a minute after the one before."""
    moments = iter(datetime(2016, 6, 10, 9, minute, tzinfo=UTC) for minute in range(60))

    def make(headline: str, **fields: Any) -> Story:
        story = write(headline=headline, first_published_at=next(moments), **fields)
        story.latest_revision.publish(user=maryam)
        story.refresh_from_db()
        return story

    return make


def set_into(key: str, *items: Item, front: int = MAIN, **changes: Any) -> FrontVersion:
    """Set stories into a container of a front's draft."""

    def change(now: Arrangement) -> Arrangement:
        container = now.container(key)
        assert container
        return now.with_container(replace(container, items=items, **changes))

    return change_draft(front, User.objects.get(username="maryam"), change)


def headlines(page: str, place: str) -> list[str]:
    found = BeautifulSoup(page, "html.parser").select(f"{place} .card__headline")
    return [headline.text for headline in found]


def stale() -> set[str]:
    """Return what the changes so far touch."""
    ledger.settle(describer)
    return set(PrintedPage.objects.filter(stale_at__isnull=False).values_list("path", flat=True))


def test_a_paper_that_nobody_set_is_filled_by_rules(
    publish: Publish, page: Page, picture: Picture
) -> None:
    for number in range(4):
        publish(f"خبر {number}", picture=picture)
    front = page("/")
    assert headlines(front, ".front__lead") == ["خبر ۳"]
    assert headlines(front, ".front__second") == ["خبر ۲", "خبر ۱", "خبر ۰"]
    assert headlines(front, ".block") == []


def test_what_the_editor_set_leads_in_the_editors_words(
    publish: Publish, page: Page, maryam: User, picture: Picture
) -> None:
    old = publish("خبر دیروز", kicker="شهر")
    publish("خبر تازه", picture=picture)
    assert headlines(page("/"), ".front__lead") == ["خبر تازه"]
    words = Item(old.pk, "پس از ۲ سال", "تیتر صفحهٔ نخست")
    set_into("lead", words).publish(maryam)
    front = page("/")
    assert headlines(front, ".front__lead") == ["تیتر صفحهٔ نخست"]
    assert headlines(front, ".front__second") == ["خبر تازه"]
    assert "تیتر صفحهٔ نخست" not in page(f"/news/{old.pk}/")


def test_a_draft_prints_nothing(publish: Publish, page: Page, maryam: User) -> None:
    story = publish("خبر")
    page("/")
    set_into("lead", Item(story.pk))
    assert not Change.objects.exists()
    assert not stale()


def test_publishing_prints_that_front_alone(
    publish: Publish, page: Page, maryam: User, section: Section, other_section: Section
) -> None:
    story = publish("خبر")
    page("/")
    set_into("lead", Item(story.pk)).publish(maryam)
    assert Change.objects.count() == 1
    assert stale() == {"/"}
    page("/")
    set_into("lead", Item(story.pk), front=section.pk).publish(maryam)
    assert stale() == {"/section/city/"}


def test_a_section_front_is_set_too(
    publish: Publish, page: Page, maryam: User, section: Section
) -> None:
    first, second = publish("نخست"), publish("دوم")
    assert headlines(page("/section/city/"), ".section-top") == ["دوم", "نخست"]
    set_into("lead", Item(first.pk), front=section.pk).publish(maryam)
    assert headlines(page("/section/city/"), ".section-top") == ["نخست", "دوم"]
    assert second.live


def test_a_withdrawn_story_leaves_its_place_to_the_rule(
    publish: Publish, page: Page, maryam: User, picture: Picture
) -> None:
    publish("پشت سر", picture=picture)
    story = publish("خبر", picture=picture)
    set_into("lead", Item(story.pk, headline="تیتر نو")).publish(maryam)
    assert headlines(page("/"), ".front__lead") == ["تیتر نو"]
    story.unpublish(user=maryam)
    front = page("/")
    assert headlines(front, ".front__lead") == ["پشت سر"]
    assert "تیتر نو" not in front


def test_a_story_set_ahead_appears_when_it_goes_out(
    write: Callable[..., Story], page: Page, maryam: User
) -> None:
    story = write(headline="سپیده")
    set_into("lead", Item(story.pk, headline="تیتر نگفته")).publish(maryam)
    assert "تیتر نگفته" not in page("/")
    story.latest_revision.publish(user=maryam)
    assert headlines(page("/"), ".front__lead") == ["تیتر نگفته"]


def test_an_embargo_keeps_the_editors_words_inside(
    write: Callable[..., Story], page: Page, maryam: User
) -> None:
    story = write(headline="راز", embargo_until=timezone.now() + timedelta(hours=1))
    set_into("lead", Item(story.pk, headline="تیتر راز")).publish(maryam)
    assert "تیتر راز" not in page("/")


def test_a_headline_edit_reprints_where_the_story_was_set(
    publish: Publish, page: Page, maryam: User
) -> None:
    story = publish("خبر")
    set_into("secondary", Item(story.pk)).publish(maryam)
    page("/")
    story.headline = "تیتر درست"
    story.save_revision(user=maryam).publish(user=maryam)
    assert headlines(page("/"), ".front__second") == ["تیتر درست"]


def test_opinions_carry_their_writers_names_and_follow_their_change(
    publish: Publish, page: Page, maryam: User
) -> None:
    story = publish("دربارهٔ پل", kind=Story.Kind.NOTE)
    assert "سارا رها" in page("/")
    story.bylines = [Byline(guest="مینا پاکزاد")]
    story.save_revision(user=maryam).publish(user=maryam)
    front = page("/")
    assert "مینا پاکزاد" in front
    assert "سارا رها" not in front


def test_a_block_of_a_topic_is_called_by_it(
    publish: Publish, page: Page, maryam: User, topic: Any, section: Section
) -> None:
    story = publish("دوچرخه در شهر")
    story.topics = [topic]
    story.save_revision(user=maryam).publish(user=maryam)
    rule = Rule(By.TOPIC, str(topic.pk))
    set_into(f"section-{section.pk}", rule=rule).publish(maryam)
    block = BeautifulSoup(page("/"), "html.parser").select_one(".block h2 a")
    assert block
    assert (block.text, block["href"]) == ("دوچرخه", f"/topic/{topic.pk}/")


# The breaking bar ------------------------------------------------------------------------


@pytest.fixture
def bar(story: Story, maryam: User) -> BreakingBar:
    ends = timezone.now() + timedelta(minutes=30)
    bar = BreakingBar(text="پل فرو ریخت", story=story, set_by=maryam, expires_at=ends)
    bar.raise_up()
    return bar


def shown_bar(page: str) -> str:
    found = BeautifulSoup(page, "html.parser").select_one(".breaking")
    return found.get_text(" ", strip=True) if found else ""


def test_a_bar_stands_on_every_front_and_in_the_part_that_stories_load(
    bar: BreakingBar, page: Page, story: Story
) -> None:
    for path in ("/", "/section/city/", "/parts/breaking.html"):
        printed = page(path)
        assert shown_bar(printed) == "خبر فوری پل فرو ریخت"
        assert f'breaking__link" href="/news/{story.pk}/"' in printed
    assert shown_bar(page(f"/news/{story.pk}/")) == ""


def test_raising_a_bar_prints_fronts_and_no_story(story: Story, page: Page, maryam: User) -> None:
    page("/")
    ends = timezone.now() + timedelta(minutes=30)
    BreakingBar(text="خبر", set_by=maryam, expires_at=ends).raise_up()
    assert stale() == {"/", "/section/city/", "/parts/breaking.html"}


def test_the_clock_takes_a_bar_down_at_its_hour(
    bar: BreakingBar, page: Page, time_machine: Any
) -> None:
    assert shown_bar(page("/"))
    time_machine.move_to(bar.expires_at - timedelta(seconds=1), tick=False)
    Clock().strike()
    assert shown_bar(page("/"))
    time_machine.move_to(bar.expires_at, tick=False)
    Clock().strike()
    assert not shown_bar(page("/"))


def test_a_new_bar_takes_the_place_of_the_old(bar: BreakingBar, page: Page, maryam: User) -> None:
    BreakingBar(text="نو", set_by=maryam, expires_at=bar.expires_at).raise_up()
    bar.refresh_from_db()
    assert bar.ended_at
    assert shown_bar(page("/")) == "خبر فوری نو"


def test_a_bar_goes_with_its_story(
    bar: BreakingBar, page: Page, story: Story, maryam: User
) -> None:
    page("/")
    story.unpublish(user=maryam)
    assert not shown_bar(page("/"))


def test_a_bar_about_a_story_that_is_still_written_leads_nowhere_yet(
    draft: Story, page: Page, maryam: User
) -> None:
    ends = timezone.now() + timedelta(minutes=30)
    BreakingBar(text="در راه", story=draft, set_by=maryam, expires_at=ends).raise_up()
    assert "breaking__text" in page("/")
    draft.latest_revision.publish(user=maryam)
    assert f'breaking__link" href="/news/{draft.pk}/"' in page("/")


def test_a_draft_that_was_deleted_leaves_the_front(draft: Story, page: Page, maryam: User) -> None:
    set_into("lead", Item(draft.pk)).publish(maryam)
    page("/")
    draft.delete()
    page("/")
    assert not work.waiting().exists()
