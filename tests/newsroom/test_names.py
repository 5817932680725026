"""Sections, desks, writers and topics are kept by those who lead."""

import pytest
from django.urls import reverse

from dabir.newsroom.models import Desk, Section, Topic, Writer


def url(name, view, *args):
    return reverse(f"wagtailsnippets_newsroom_{name}:{view}", args=args)


@pytest.mark.parametrize("name", ["section", "desk", "writer", "topic"])
def test_they_are_listed_and_searched(as_maryam, section, desk, topic, sara, name):
    page = as_maryam.get(url(name, "list"))
    assert page.status_code == 200
    assert len(page.context["object_list"]) == 1
    assert not as_maryam.get(url(name, "list"), {"q": "هیچ"}).context["object_list"]


def test_a_section_s_place_is_told_in_persian_digits(as_maryam, section):
    Section.objects.filter(pk=section.pk).update(order=47)
    assert "۴۷" in as_maryam.get(url("section", "list")).content.decode()


def test_the_editor_in_chief_opens_a_section(as_maryam):
    as_maryam.post(url("section", "add"), {"name": "سفر", "key": "travel", "order": "3"})
    assert Section.objects.get().key == "travel"


def test_a_section_s_key_is_latin(as_maryam):
    response = as_maryam.post(url("section", "add"), {"name": "سفر", "key": "سفر", "order": "3"})
    assert "حروف کوچک لاتین" in response.content.decode()


def test_a_reporter_opens_no_section(as_sara):
    as_sara.post(url("section", "add"), {"name": "سفر", "key": "travel", "order": "3"})
    assert not Section.objects.exists()


def test_a_desk_gets_its_members(as_maryam, arash):
    as_maryam.post(url("desk", "add"), {"name": "میز سفر", "members": [str(arash.pk)]})
    assert list(Desk.objects.get().members.all()) == [arash]


def test_a_desk_editor_adds_a_writer(as_arash):
    as_arash.post(url("writer", "add"), {"name": "لاله بادگیر", "title": "عکاس"})
    assert Writer.objects.get().title == "عکاس"


def test_a_topic_is_deleted_from_its_stories(as_maryam, topic, draft):
    as_maryam.post(url("topic", "delete", topic.pk))
    assert not Topic.objects.exists()


def test_a_writer_with_stories_is_not_deleted(as_maryam, draft, sara):
    response = as_maryam.post(url("writer", "delete", sara.writer.pk), follow=True)
    assert Writer.objects.exists()
    assert response.status_code == 200


def test_a_section_with_stories_is_not_deleted_and_the_page_says_why(admin_client, draft, section):
    from wagtail.models import ReferenceIndex

    ReferenceIndex.objects.all().delete()
    response = admin_client.post(url("section", "delete", section.pk), follow=True)
    assert Section.objects.exists()
    assert "به کار رفته است" in response.content.decode()
