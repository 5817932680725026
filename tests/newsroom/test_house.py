"""The newsroom's menu, name, letters and scripts; and no other host is asked for anything."""

import re

import pytest
from django.test import RequestFactory
from django.urls import reverse
from wagtail.admin.menu import admin_menu, reports_menu
from wagtail.rich_text import features

from dabir.newsroom import wagtail_hooks
from dabir.newsroom.models import Paper
from tests.newsroom.conftest import story_url


@pytest.fixture
def request_of():
    def make(user):
        request = RequestFactory().get("/newsroom/")
        request.user = user
        return request

    return make


def test_the_menu_begins_with_stories_and_has_no_pages(request_of, admin_user, newsroom):
    items = admin_menu.menu_items_for_request(request_of(admin_user))
    names = [item.name for item in sorted(items, key=lambda item: item.order)]
    assert names[0] == "stories"
    assert not {"explorer", "help"} & set(names)
    assert "names" in names


def test_reports_are_not_of_pages(request_of, admin_user, newsroom):
    names = {item.name for item in reports_menu.menu_items_for_request(request_of(admin_user))}
    assert not {"locked-pages", "aging-pages", "page-types-usage"} & names


def test_the_search_of_the_sidebar_looks_for_stories(as_sara):
    assert story_url("list") in as_sara.get(reverse("wagtailadmin_home")).content.decode()


def test_other_searches_offer_no_pages(admin_client, newsroom):
    page = admin_client.get(reverse("wagtailimages:index"), {"q": "پل"}).content.decode()
    assert "/newsroom/pages/search/" not in page


def test_the_door_carries_the_paper_s_name(client, db):
    Paper.objects.create(pk=1, name="چاشتگاه")
    page = client.get(reverse("wagtailadmin_login")).content.decode()
    assert "تحریریهٔ چاشتگاه" in page
    assert "گذرواژه" in page
    assert "Wagtail" not in re.sub(r"<(script|link)[^>]*>|data-\S+", "", page)


@pytest.mark.parametrize("name", ["list", "add"])
def test_no_other_host_is_asked(as_maryam, name):
    page = as_maryam.get(story_url(name)).content.decode()
    assert not re.findall(r'<[^>]*\bsrc="(?:https?:)?//[^"]+"', page)
    assert not re.findall(r'<link[^>]*\bhref="(?:https?:)?//[^"]+"', page)


def test_every_page_has_the_newsroom_s_looks_and_scripts(as_maryam):
    page = as_maryam.get(reverse("wagtailadmin_home")).content.decode()
    assert "newsroom/newsroom.css" in page
    for script in ("half-space", "calendar", "counter", "topics", "digits"):
        assert f"newsroom/{script}.js" in page


def test_the_letters_are_loaded_where_they_are_built(monkeypatch):
    monkeypatch.setattr(wagtail_hooks.finders, "find", lambda name: name)
    assert "/static/fonts/vazirmatn.woff2" in wagtail_hooks.looks()


def test_the_system_s_letters_do_where_they_are_not(monkeypatch):
    monkeypatch.setattr(wagtail_hooks.finders, "find", lambda name: None)
    assert "@font-face" not in wagtail_hooks.looks()

    def missing(name):
        raise ValueError(name)

    monkeypatch.setattr(wagtail_hooks.finders, "find", lambda name: name)
    monkeypatch.setattr(wagtail_hooks, "static", missing)
    assert wagtail_hooks._font_face() == ""


def test_a_link_asks_for_an_address_and_not_for_a_page(as_maryam):
    as_maryam.get(story_url("add"))
    urls = features.get_editor_plugin("draftail", "link").data["chooserUrls"]
    assert urls["pageChooser"] == reverse("wagtailadmin_choose_page_external_link")
    told = as_maryam.get(reverse("wagtailadmin_choose_page_external_link")).json()["html"]
    assert "متن پیوند" in told
    assert "/news/123/" in told


def test_pictures_may_still_be_deleted_together(admin_client, picture):
    address = f"/newsroom/bulk/newsroom/picture/delete/?id={picture.pk}"
    assert admin_client.get(address).status_code == 200
    admin_client.post(address)
    assert not type(picture).objects.exists()
