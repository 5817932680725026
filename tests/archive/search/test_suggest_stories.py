"""Beside a story whose editor chose none stand those that the archive suggests."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from dabir.archive.importing import import_paths
from dabir.archive.models import Original, Suggestion, ToIndex
from dabir.archive.related import learning, suggesting
from dabir.archive.search import place, stories, vocabulary
from dabir.archive.search.analysis import Analyser
from dabir.archive.search.index import Writer
from dabir.archive.search.indexer import Indexer
from dabir.cli import main
from dabir.newsroom.models import RelatedStory, Story
from dabir.persian import to_persian_digits
from dabir.press.models import Change

Publish = Callable[..., Story]
ORCHARD = "<p>باغداران گردو را از شاخه چیدند و انبار روستا پر از گردو و بادام شد.</p>"
HARBOUR = "<p>ماهیگیران بندر با تور تازه به دریا رفتند و قایق ها پر از ماهی برگشت.</p>"


@pytest.fixture
def publish(write: Callable[..., Story], maryam: User) -> Publish:
    def make(headline: str, body: str, **fields: Any) -> Story:
        draft = write(headline=headline, body=[("paragraph", body)], **fields)
        draft.latest_revision.publish(user=maryam)
        return Story.objects.get(pk=draft.pk)

    return make


@pytest.fixture
def paper(publish: Publish) -> list[Story]:
    """Three stories of an orchard and three of a harbour."""
    return [
        publish(f"{headline} {word}", body.replace("پر", word))
        for headline, body in (("گردو و بادام در روستا", ORCHARD), ("ماهیگیران بندر", HARBOUR))
        for word in ("سرشار", "لبریز", "انباشته")
    ]


@pytest.fixture
def index(language: vocabulary.Vocabulary) -> Callable[[], None]:
    """Return a function that indexes what readers see, without learning the language anew."""

    def build() -> None:
        folder = place.begin(settings.SEARCH_DIR)
        language.save(folder)
        writer = Writer(folder, Analyser(place.lexicon(), language))
        writer.put(stories.all_entries(), fresh=True)
        writer.commit()
        writer.close()
        place.switch(settings.SEARCH_DIR, folder)

    return build


@pytest.fixture
def indexed(paper: list[Story], index: Callable[[], None]) -> list[Story]:
    index()
    ToIndex.objects.all().delete()
    return paper


def codes_beside(story: Story) -> list[int] | None:
    found = Suggestion.objects.filter(pk=story.pk).first()
    return found.codes if found else None


def test_a_published_story_gets_its_suggestions_from_the_idle_indexer(
    indexed: list[Story], publish: Publish, index: Callable[[], None]
) -> None:
    new = publish("گردو در انبار", ORCHARD)
    index()
    indexer = Indexer(settings.SEARCH_DIR)
    while indexer.turn():
        pass
    indexer._let_go()
    assert codes_beside(new) is None
    assert Suggestion.objects.get(pk=new.pk)
    Change.objects.all().delete()
    assert suggesting.make() == 1
    assert set(codes_beside(new) or []) == {story.pk for story in indexed[:3]}
    assert Change.objects.filter(source=f"story:{new.pk}").exists()
    assert suggesting.make() == 0


def test_what_wants_none_is_not_asked_for(indexed: list[Story], draft: Story) -> None:
    chosen, moved_in, has_some, withdrawn, *_ = indexed
    RelatedStory.objects.create(story=chosen, related=moved_in)
    Original.objects.create(story=moved_in, importer=1, **ORIGINAL)
    Suggestion.objects.create(story=has_some, codes=[])
    withdrawn.unpublish()
    suggesting.want([draft.pk, *(story.pk for story in indexed[:4])])
    assert not Suggestion.objects.filter(codes__isnull=True).exists()


ORIGINAL = {"path": "page.html", "digest": "-", "story_digest": "-", "headline_key": "-"}


def test_a_story_that_readers_see_no_more_is_forgotten(indexed: list[Story]) -> None:
    suggesting.want([indexed[0].pk])
    indexed[0].unpublish()
    suggesting.make()
    assert not Suggestion.objects.filter(pk=indexed[0].pk).exists()


def test_what_readers_may_not_see_is_not_suggested(indexed: list[Story]) -> None:
    indexed[1].unpublish()
    later = timezone.now() + timedelta(days=1)
    Story.objects.filter(pk=indexed[3].pk).update(embargo_until=later)
    assert suggesting.suggest(indexed[0].pk) == [indexed[2].pk]
    assert suggesting.suggest(indexed[4].pk) == [indexed[5].pk]


def test_one_story_that_cannot_be_read_holds_up_no_other(
    indexed: list[Story], monkeypatch: pytest.MonkeyPatch
) -> None:
    suggesting.want(story.pk for story in indexed)
    keep = suggesting._keep

    def stumble(who: Any, code: int, entry: Any) -> Any:
        if code == indexed[0].pk:
            raise ValueError(code)
        return keep(who, code, entry)

    monkeypatch.setattr(suggesting, "_keep", stumble)
    suggesting.make()
    assert codes_beside(indexed[0]) == []
    assert {indexed[0].pk, indexed[2].pk} <= set(codes_beside(indexed[1]) or [])


# Learning -------------------------------------------------------------------------------


def test_what_came_since_is_folded_in_and_the_model_stays(
    indexed: list[Story], publish: Publish, index: Callable[[], None]
) -> None:
    assert learning.learn() == 6
    opened = suggesting.finder()
    assert opened.points is not None
    before = opened.points.model.facts
    new = publish("گردو در انبار", ORCHARD)
    index()
    assert learning.learn() == 7
    points = suggesting.finder().points
    assert points is not None
    assert new.pk in points.codes
    assert points.model.facts == before
    assert suggesting.related_to(new, 2) == suggesting.related_to(new, 5)[:2]


def test_where_the_archive_has_doubled_it_learns_anew(
    indexed: list[Story], publish: Publish, index: Callable[[], None]
) -> None:
    learning.learn()
    for number in range(6):
        publish(f"گردو در انبار {number}", ORCHARD)
    index()
    learning.learn()
    points = suggesting.finder().points
    assert points is not None
    assert points.model.facts["stories"] == 12


# In the newsroom ------------------------------------------------------------------------


def beside(client: Client, story: Story) -> dict[str, Any]:
    answer: dict[str, Any] = client.get(f"/newsroom/archive/beside/{story.pk}/").json()
    return answer


def test_the_form_is_told_what_is_near_and_what_is_the_same(
    indexed: list[Story], write: Callable[..., Story], as_sara: Client
) -> None:
    text = ORCHARD.replace("گردو", "گردوي")
    again = write(headline="سالی پربار", body=[("paragraph", text)])
    told = beside(as_sara, again)
    near = {story["id"] for story in told["suggestions"]}
    assert near == {story.pk for story in indexed[:3]}
    assert told["same"]["code"] in {to_persian_digits(story.pk) for story in indexed[:3]}
    assert told["same"]["edit_url"].startswith("/newsroom/")


def test_without_an_index_the_form_is_told_to_wait(draft: Story, as_sara: Client) -> None:
    told = beside(as_sara, draft)
    assert told["suggestions"] == []
    assert "هنوز آماده نیست" in told["note"]


def test_an_editor_in_chief_may_have_none_printed(
    indexed: list[Story], as_maryam: Client, as_sara: Client
) -> None:
    address = f"/newsroom/archive/beside/{indexed[0].pk}/silence/"
    assert as_sara.post(address, {"silent": "true"}).status_code in {302, 403}
    assert as_maryam.post(address, {"silent": "true"}).json()["silent"]
    assert beside(as_maryam, indexed[0])["silent"] is True
    assert beside(as_sara, indexed[0])["silent"] is None
    as_maryam.post(address, {"silent": "false"})
    kept = Suggestion.objects.get(pk=indexed[0].pk)
    assert not kept.silent
    assert kept.codes


def test_a_draft_may_be_silenced_before_it_goes_out(indexed: list[Story], draft: Story) -> None:
    suggesting.silence(draft.pk, silent=True)
    suggesting.make()
    assert Suggestion.objects.get(pk=draft.pk).silent


def test_nobody_else_may_ask(draft: Story, client: Client) -> None:
    assert client.get(f"/newsroom/archive/beside/{draft.pk}/").status_code == 302


def test_the_form_has_a_place_for_suggestions(draft: Story, as_sara: Client) -> None:
    page = as_sara.get(f"/newsroom/stories/edit/{draft.pk}/").content.decode()
    assert f'data-beside="/newsroom/archive/beside/{draft.pk}/"' in page
    assert "archive/related.js" in page
    for known in ("related_stories-ADD", "related_stories-__prefix__-related-chooser"):
        assert f'id="id_{known}"' in page, "related.js sets a suggestion in there"
    assert "data-edit-form" in page


# The command ----------------------------------------------------------------------------


def test_the_command_learns_fills_and_tells(indexed: list[Story]) -> None:
    run = CliRunner().invoke
    assert "6 stories have their place" in run(main, ["related", "--learn"]).output
    assert "6 stories have suggestions" in run(main, ["related", "--fill"]).output
    assert set(codes_beside(indexed[3]) or []) == {story.pk for story in indexed[4:]}
    told = run(main, ["related", str(indexed[0].pk)])
    assert told.exit_code == 0
    assert indexed[1].headline in told.output


def test_the_command_says_what_is_wrong(indexed: list[Story]) -> None:
    run = CliRunner().invoke
    assert "There is no story 987" in run(main, ["related", "987"]).output
    assert run(main, ["related"]).exit_code == 2


# Moving in ------------------------------------------------------------------------------


def test_a_story_that_is_there_already_is_remarked_on_and_moves_in(
    indexed: list[Story], tmp_path: Path
) -> None:
    bodies = (ORCHARD.replace("ی", "ي")[3:-4], "خبری که هیچ پیوندی با دیگران ندارد " * 5)
    rows = [
        {"code": 900 + n, "published": "2020-01-01", "headline": f"تیتر {n}", "body": [body]}
        for n, body in enumerate(bodies)
    ]
    file = tmp_path / "old.jsonl"
    file.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows))
    again, new = import_paths([file])
    assert again.outcome == new.outcome == "moved in"
    assert "says the same" in again.unsure[-1]
    assert not any("says the same" in remark for remark in new.unsure)
