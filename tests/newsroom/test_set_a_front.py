"""An editor sets a front: the deeds on its draft, who may, and two editors at once."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from dabir.newsroom.models import BreakingBar, FrontVersion, Section, Story, Topic
from dabir.newsroom.models.fronts import arrangement_of, live_arrangement, token_of
from dabir.persian.jalali import numeric_moment
from dabir.press import ledger
from dabir.press.pages import describer

pytestmark = pytest.mark.django_db
PAGE = "/newsroom/fronts/0/"
SCRIPT = {"X-Requested-With": "XMLHttpRequest"}


def do(client: Client, deed: str, front: int = 0, **fields: Any) -> Any:
    """Do a deed as the page's script does."""
    fields.setdefault("base", token_of(FrontVersion.objects.head(front)))
    data = {"deed": deed, **fields}
    return client.post(f"/newsroom/fronts/{front}/do/", data, headers=SCRIPT)


def codes(key: str, front: int = 0) -> list[int]:
    """Return what is set into a container of the draft."""
    container = arrangement_of(FrontVersion.objects.head(front), front).container(key)
    assert container
    return list(container.codes)


def publish(client: Client, base: str | None = None) -> Any:
    head = FrontVersion.objects.head(0)
    told = {"base": token_of(head) if base is None else base}
    return client.post("/newsroom/fronts/0/publish/", told, headers=SCRIPT)


def told(answer: HttpResponse) -> str:
    found = BeautifulSoup(answer.content, "html.parser").select_one("[data-told]")
    return found.text if found else ""


@pytest.fixture
def three(write: Callable[..., Story], maryam: User) -> list[Story]:
    """Three stories that readers see."""
    stories = []
    for headline in ("نخست", "دوم", "سوم"):
        story = write(headline=headline)
        story.latest_revision.publish(user=maryam)
        story.refresh_from_db()
        stories.append(story)
    return stories


# Who may ---------------------------------------------------------------------------------


def test_a_reporter_sets_no_front(as_sara: Client) -> None:
    assert as_sara.get(PAGE).status_code in (302, 403)
    assert do(as_sara, "place", to="lead", code=1).status_code in (302, 403)
    assert not FrontVersion.objects.exists()


def test_a_desk_editor_prepares_and_does_not_publish(as_arash: Client, story: Story) -> None:
    assert do(as_arash, "place", to="lead", code=story.pk).status_code == 200
    assert publish(as_arash).status_code in (302, 403)
    assert FrontVersion.objects.live(0) is None
    assert "انتشار صفحه" not in as_arash.get(PAGE).content.decode()


def test_the_editor_in_chief_publishes_what_was_prepared(
    as_arash: Client, as_maryam: Client, story: Story
) -> None:
    do(as_arash, "place", to="lead", code=story.pk)
    assert publish(as_maryam).status_code == 200
    container = live_arrangement(0).container("lead")
    assert container
    assert container.codes == (story.pk,)


# Stories ---------------------------------------------------------------------------------


def test_the_page_shows_what_the_rules_fill_in(as_arash: Client, three: list[Story]) -> None:
    page = BeautifulSoup(as_arash.get(PAGE).content, "html.parser")
    block = page.select_one(f"[data-container='section-{three[0].section_id}']")
    assert block
    filled = [entry["data-code"] for entry in block.select(".fronts-entry--filled")]
    assert filled == [str(story.pk) for story in reversed(three)]


def test_a_story_is_placed_moved_and_dropped(as_arash: Client, three: list[Story]) -> None:
    a, b, c = (story.pk for story in three)
    for code in (a, b, c):
        do(as_arash, "place", to="secondary", code=code)
    assert codes("secondary") == [a, b, c]
    do(as_arash, "up", container="secondary", code=c)
    assert codes("secondary") == [a, c, b]
    do(as_arash, "down", container="secondary", code=a)
    assert codes("secondary") == [c, a, b]
    do(as_arash, "place", **{"from": "secondary"}, to="lead", at="0", code=b)
    assert (codes("lead"), codes("secondary")) == ([b], [c, a])
    do(as_arash, "drop", container="secondary", code=c)
    assert codes("secondary") == [a]


def test_up_from_the_top_leads_into_the_container_above(
    as_arash: Client, three: list[Story]
) -> None:
    a, b, _ = (story.pk for story in three)
    do(as_arash, "place", to="lead", code=a)
    do(as_arash, "place", to="secondary", code=b)
    do(as_arash, "up", container="secondary", code=b)
    assert codes("lead") == [a, b]
    do(as_arash, "down", container="lead", code=b)
    assert (codes("lead"), codes("secondary")) == ([a], [b])
    assert do(as_arash, "up", container="lead", code=a).status_code == 422


def test_one_too_many_waits_for_a_place(as_arash: Client, three: list[Story]) -> None:
    a, b, _ = (story.pk for story in three)
    do(as_arash, "place", to="lead", code=a)
    answer = do(as_arash, "place", to="lead", at="0", code=b)
    assert codes("lead") == [b, a]
    assert "در نوبت" in answer.content.decode()


def test_words_for_the_front_leave_the_story_alone(as_arash: Client, story: Story) -> None:
    do(as_arash, "place", to="lead", code=story.pk)
    words = {"kicker": "امروز", "headline": "  پل   باز است  "}
    answer = do(as_arash, "write", container="lead", code=story.pk, **words)
    assert "پل باز است" in answer.content.decode()
    story.refresh_from_db()
    assert story.headline == "پل عابر پیاده باز شد"


def test_words_move_with_their_story(as_arash: Client, story: Story) -> None:
    do(as_arash, "place", to="lead", code=story.pk)
    do(as_arash, "write", container="lead", code=story.pk, headline="پل باز است")
    answer = do(as_arash, "place", **{"from": "lead"}, to="secondary", code=story.pk)
    assert "پل باز است" in answer.content.decode()


def test_the_last_deed_is_taken_back_and_done_again(as_arash: Client, story: Story) -> None:
    do(as_arash, "place", to="lead", code=story.pk)
    do(as_arash, "undo")
    assert codes("lead") == []
    do(as_arash, "undo")
    assert codes("lead") == [story.pk]


@pytest.mark.parametrize(
    ("deed", "fields", "words"),
    [
        ("place", {"to": "lead", "code": "999999"}, "نیست"),
        ("place", {"to": "nowhere", "code": "{code}"}, "دیگر در صفحه نیست"),
        ("place", {"to": "lead", "code": "کد"}, "نتوانستیم بخوانیم"),
        ("drop", {"container": "lead", "code": "{code}"}, "دیگر در"),
        ("configure", {"container": "lead", "places": "9", "rule": "latest"}, "جا ندارد"),
        ("configure", {"container": "lead", "places": "1", "rule": "luck"}, "قاعده"),
        ("configure", {"container": "lead", "places": "1", "rule": "section:999"}, "برگزینید"),
        ("configure", {"container": "lead", "places": "1", "rule": "kind:luck"}, "برگزینید"),
        ("add-block", {"title": " ", "rule": "latest"}, "عنوان"),
        ("add-block", {"title": "د" * 61, "rule": "latest"}, "بلند"),
        ("remove-block", {"container": "lead"}, "برداشتنی نیست"),
        ("block-up", {"container": "lead"}, "تکان"),
        ("dance", {}, "شناخته نشد"),
    ],
)
def test_what_cannot_be_is_refused_in_words(
    as_arash: Client, story: Story, deed: str, fields: dict[str, str], words: str
) -> None:
    filled = {name: value.format(code=story.pk) for name, value in fields.items()}
    answer = do(as_arash, deed, **filled)
    assert answer.status_code == 422
    assert words in told(answer)
    assert not FrontVersion.objects.exists()


# Containers ------------------------------------------------------------------------------


def test_a_block_of_a_topic_is_added_moved_and_removed(
    as_arash: Client, section: Section, topic: Topic
) -> None:
    do(as_arash, "add-block", title="پروندهٔ دوچرخه", rule=f"topic:{topic.pk}")
    order = [c.key for c in arrangement_of(FrontVersion.objects.head(0), 0).containers]
    assert order[-2:] == ["block-1", f"section-{section.pk}"]
    do(as_arash, "block-down", container="block-1")
    order = [c.key for c in arrangement_of(FrontVersion.objects.head(0), 0).containers]
    assert order[-2:] == [f"section-{section.pk}", "block-1"]
    do(as_arash, "remove-block", container="block-1")
    assert arrangement_of(FrontVersion.objects.head(0), 0).container("block-1") is None


def test_places_and_rule_are_set(as_arash: Client, section: Section) -> None:
    answer = do(
        as_arash, "configure", container="secondary", places="۶", rule=f"section:{section.pk}"
    )
    assert answer.status_code == 200
    container = arrangement_of(FrontVersion.objects.head(0), 0).container("secondary")
    assert container
    assert (container.places, container.rule.as_text) == (6, f"section:{section.pk}")


def test_a_new_section_has_its_block_on_a_front_that_was_set_before(
    as_arash: Client, story: Story
) -> None:
    do(as_arash, "place", to="lead", code=story.pk)
    new = Section.objects.create(key="new", name="تازه", order=9)
    assert codes(f"section-{new.pk}") == []
    new.delete()
    assert arrangement_of(FrontVersion.objects.head(0), 0).container(f"section-{new.pk}") is None


def test_a_section_front_is_set_by_itself(as_arash: Client, story: Story, section: Section) -> None:
    do(as_arash, "place", front=section.pk, to="lead", code=story.pk)
    assert codes("lead", section.pk) == [story.pk]
    assert FrontVersion.objects.head(0) is None
    assert as_arash.get(f"/newsroom/fronts/{section.pk}/").status_code == 200
    assert as_arash.get("/newsroom/fronts/999/").status_code == 404


# Two editors, and what was before ----------------------------------------------------------


def test_two_editors_deeds_are_both_done_and_the_later_is_told_of_the_other(
    as_arash: Client, as_maryam: Client, three: list[Story]
) -> None:
    a, b, _ = (story.pk for story in three)
    do(as_arash, "place", to="lead", code=a, base="")
    answer = do(as_maryam, "place", to="secondary", code=b, base="")
    assert (codes("lead"), codes("secondary")) == ([a], [b])
    assert "آرش کیانی" in told(answer)
    assert FrontVersion.objects.count() == 2


def test_nobody_publishes_what_they_have_not_seen(
    as_arash: Client, as_maryam: Client, three: list[Story]
) -> None:
    do(as_maryam, "place", to="lead", code=three[0].pk)
    seen = token_of(FrontVersion.objects.head(0))
    do(as_arash, "place", to="lead", at="0", code=three[1].pk)
    answer = publish(as_maryam, seen)
    assert answer.status_code == 409
    assert "آرش کیانی" in told(answer)
    assert FrontVersion.objects.live(0) is None


def test_an_earlier_version_comes_back_as_the_draft(as_maryam: Client, three: list[Story]) -> None:
    do(as_maryam, "place", to="lead", code=three[0].pk)
    publish(as_maryam)
    first = FrontVersion.objects.live(0)
    assert first
    do(as_maryam, "place", to="lead", at="0", code=three[1].pk)
    publish(as_maryam)
    as_maryam.post(f"/newsroom/fronts/0/restore/{first.pk}/")
    assert codes("lead") == [three[0].pk]
    assert live_arrangement(0).codes == {three[0].pk, three[1].pk}


def test_a_published_version_never_changes(as_maryam: Client, three: list[Story]) -> None:
    do(as_maryam, "place", to="lead", code=three[0].pk)
    publish(as_maryam)
    do(as_maryam, "drop", container="lead", code=three[0].pk)
    assert live_arrangement(0).codes == {three[0].pk}


def test_without_a_script_each_form_brings_the_page(as_arash: Client, story: Story) -> None:
    address = f"{PAGE}do/"
    answer = as_arash.post(address, {"deed": "place", "to": "lead", "code": story.pk}, follow=True)
    assert answer.redirect_chain == [(PAGE, 302)]
    answer = as_arash.post(address, {"deed": "dance"}, follow=True)
    assert "شناخته نشد" in answer.content.decode()


# Choosing and looking ----------------------------------------------------------------------


def test_stories_are_found_by_words_code_section_and_state(
    as_arash: Client, three: list[Story], draft: Story, section: Section
) -> None:
    def found(**asked: Any) -> list[str]:
        page = as_arash.get("/newsroom/fronts/0/stories/", asked).content
        rows = BeautifulSoup(page, "html.parser").select("[data-code]")
        return [str(row["data-headline"]) for row in rows]

    assert found() == ["سوم", "دوم", "نخست"]
    assert found(q="دوم") == ["دوم"]
    assert found(q=str(three[0].pk)) == ["نخست"]
    assert found(section=section.pk, kind="note") == []
    assert found(state="ahead") == [draft.headline]


def test_the_preview_is_the_draft_as_the_press_prints_it(as_arash: Client, story: Story) -> None:
    do(as_arash, "place", to="lead", code=story.pk)
    do(as_arash, "write", container="lead", code=story.pk, headline="پل باز است")
    lead = ".front__lead .card__headline"
    draft = BeautifulSoup(as_arash.get(f"{PAGE}preview/").content, "html.parser")
    assert draft.select_one(lead).text == "پل باز است"  # type: ignore[union-attr]
    live = BeautifulSoup(as_arash.get(f"{PAGE}preview/?of=live").content, "html.parser")
    assert live.select_one(lead) is None
    assert as_arash.get(f"{PAGE}compare/").status_code == 200


def test_a_section_front_has_its_preview(as_arash: Client, story: Story, section: Section) -> None:
    while ledger.settle(describer):  # what stands in a list is known once the press has settled it
        pass
    page = as_arash.get(f"/newsroom/fronts/{section.pk}/preview/").content.decode()
    assert "پل عابر پیاده باز شد" in page


# The breaking bar --------------------------------------------------------------------------


def raise_bar(client: Client, **fields: str) -> Any:
    return client.post("/newsroom/fronts/breaking/", {"text": "زمین لرزید", **fields})


def test_a_bar_is_raised_for_some_minutes(as_maryam: Client, story: Story) -> None:
    raise_bar(as_maryam, code=str(story.pk), minutes="15")
    bar = BreakingBar.objects.standing()
    assert bar
    assert bar.story == story
    assert abs(bar.expires_at - timezone.now() - timedelta(minutes=15)) < timedelta(seconds=30)
    assert "زمین لرزید" in as_maryam.get(PAGE).content.decode()
    as_maryam.post(f"/newsroom/fronts/breaking/{bar.pk}/end/")
    assert BreakingBar.objects.standing() is None


def test_a_bar_stands_until_a_jalali_moment(as_maryam: Client) -> None:
    until = (timezone.now() + timedelta(hours=3)).replace(second=0, microsecond=0)
    raise_bar(as_maryam, until=numeric_moment(until))
    bar = BreakingBar.objects.standing()
    assert bar
    assert bar.expires_at == until


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"text": " "}, "بنویسید"),
        ({"text": "د" * 161}, "۱۶۰"),
        ({"code": "999"}, "نیست"),
        ({"until": "۱۳۹۰/۰۱/۰۱ ۱۰:۰۰"}, "گذشته"),
    ],
)
def test_a_bar_that_cannot_be_is_refused_and_kept_as_typed(
    as_maryam: Client, fields: dict[str, str], words: str
) -> None:
    answer = raise_bar(as_maryam, **fields)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert BreakingBar.objects.standing() is None


def test_a_bar_about_a_withdrawn_story_is_refused(
    as_maryam: Client, story: Story, maryam: User
) -> None:
    story.unpublish(user=maryam)
    assert raise_bar(as_maryam, code=str(story.pk)).status_code == 422


def test_a_desk_editor_raises_no_bar(as_arash: Client) -> None:
    assert raise_bar(as_arash).status_code in (302, 403)
    assert BreakingBar.objects.standing() is None
