"""The cast that every other test relies on."""


def test_the_story_is_live_and_has_a_first_publication(story):
    assert story.live
    assert story.first_published_at
    assert [str(byline) for byline in story.bylines.all()] == ["سارا رها"]


def test_the_draft_has_never_been_seen(draft):
    assert not draft.live
    assert draft.first_published_at is None
    assert draft.latest_revision


def test_sara_may_write_and_not_publish(sara):
    assert sara.has_perm("newsroom.add_story")
    assert not sara.has_perm("newsroom.publish_story")
