"""Who locks a story writes alone."""

from tests.newsroom.conftest import edit, story_url


def test_a_desk_editor_locks_and_others_cannot_write(as_arash, as_sara, draft, typed):
    as_arash.post(story_url("lock", draft.pk))
    draft.refresh_from_db()
    assert draft.locked
    response = edit(as_sara, draft, typed(headline="تیتر دیگر"))
    assert response.status_code == 200
    draft.refresh_from_db()
    assert draft.headline != "تیتر دیگر"


def test_a_locked_story_says_who_locked_it_and_when(as_arash, as_sara, draft):
    as_arash.post(story_url("lock", draft.pk))
    page = as_sara.get(story_url("edit", draft.pk)).content.decode()
    assert "آرش کیانی" in page
    assert "ساعت" in page
    assert "قفل" in as_sara.get(story_url("list")).content.decode()


def test_a_reporter_neither_locks_nor_unlocks(as_arash, as_sara, draft):
    as_sara.post(story_url("lock", draft.pk))
    draft.refresh_from_db()
    assert not draft.locked
    as_arash.post(story_url("lock", draft.pk))
    as_sara.post(story_url("unlock", draft.pk))
    draft.refresh_from_db()
    assert draft.locked


def test_the_editor_in_chief_unlocks(as_arash, as_maryam, draft):
    as_arash.post(story_url("lock", draft.pk))
    as_maryam.post(story_url("unlock", draft.pk))
    draft.refresh_from_db()
    assert not draft.locked
