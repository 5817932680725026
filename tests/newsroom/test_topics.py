"""Topics are picked as one types, and made where they are missing."""

from django.urls import reverse

from dabir.newsroom.models import Topic
from tests.newsroom.conftest import edit, story_url


def suggested(client, typed):
    told = client.get(reverse("newsroom_topics_suggest"), {"q": typed}).json()
    return [topic["name"] for topic in told["topics"]]


def test_names_that_begin_so_come_first(as_sara, db):
    for name in ("سرای سفر", "سفر", "سفرنامه", "دریا"):
        Topic.objects.create(name=name)
    assert suggested(as_sara, "سفر") == ["سفر", "سفرنامه", "سرای سفر"]


def test_ten_are_enough(as_sara, db):
    Topic.objects.bulk_create(Topic(name=f"سفر {number}") for number in range(20))
    assert len(suggested(as_sara, "سفر")) == 10


def test_nothing_typed_suggests_nothing(as_sara, topic):
    assert suggested(as_sara, "  ") == []


def test_arabic_letters_find_persian_ones(as_sara, db):
    Topic.objects.create(name="کوهنوردی")
    assert suggested(as_sara, "كوهنوردي") == ["کوهنوردی"]


def test_a_reporter_makes_a_topic(as_sara, db):
    asked = {"name": " بندر  نو ", "kind": "place"}
    response = as_sara.post(reverse("newsroom_topics_add"), asked)
    assert response.status_code == 201
    assert response.json()["topic"]["name"] == "بندر نو"
    assert Topic.objects.get().kind == "place"


def test_one_that_is_there_is_not_made_twice(as_sara, topic):
    response = as_sara.post(
        reverse("newsroom_topics_add"), {"name": topic.name, "kind": topic.kind}
    )
    assert response.json()["topic"]["id"] == topic.pk
    assert Topic.objects.count() == 1


def test_a_bad_topic_is_told_so(as_sara, db):
    for asked in ({"name": ""}, {"name": "ا" * 81}, {"name": "بندر", "kind": "ship"}):
        response = as_sara.post(reverse("newsroom_topics_add"), asked)
        assert response.status_code == 400
        assert response.json()["error"]


def test_it_needs_the_right_to_make_topics(as_sara, sara, db):
    sara.groups.get().permissions.filter(codename="add_topic").delete()
    response = as_sara.post(reverse("newsroom_topics_add"), {"name": "بندر"})
    assert response.status_code == 403


def test_it_needs_somebody_of_the_newsroom_and_the_right_method(client, as_sara, db):
    assert client.get(reverse("newsroom_topics_suggest"), {"q": "س"}).status_code == 302
    assert as_sara.get(reverse("newsroom_topics_add")).status_code == 405
    assert as_sara.post(reverse("newsroom_topics_suggest")).status_code == 405


def test_the_form_draws_the_chosen_ones_alone(as_sara, draft, topic, typed):
    Topic.objects.create(name="دیگری")
    edit(as_sara, draft, typed(topics=[str(topic.pk)]))
    page = as_sara.get(story_url("edit", draft.pk)).content.decode()
    assert f'<input type="hidden" name="topics" value="{topic.pk}">' in page
    assert "دیگری" not in page


def test_a_topic_that_is_none_is_told_so(as_sara, draft, typed):
    for wrong in ("9999", "x"):
        response = edit(as_sara, draft, typed(topics=[wrong]))
        assert "topics" in response.context["form"].errors


def test_topics_are_taken_off(as_sara, draft, topic, typed):
    edit(as_sara, draft, typed(topics=[str(topic.pk)]))
    edit(as_sara, draft, typed())
    draft.refresh_from_db()
    assert not draft.topics.exists()
