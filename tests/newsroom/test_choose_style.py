"""The paper chooses its style: a profile, and single rules against it."""

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from dabir.newsroom.copydesk import house
from dabir.newsroom.copydesk.switches import named_switches, switches_of
from dabir.newsroom.models import HouseStyle


@pytest.fixture
def url() -> str:
    return reverse("newsroom_copydesk_style")


def test_a_rule_is_turned_off_for_the_paper(as_negar, url):
    as_negar.post(url, {"profile": "", "switch:doubled": "off"})
    assert HouseStyle.load().switches == {"doubled": False}
    (found,) = house.reader().read(["شهر شهر ما"])
    assert "doubled" not in [each.mark.rule for each in found]


def test_a_profile_sets_many_switches_and_the_paper_has_the_last_word(as_negar, url):
    as_negar.post(url, {"profile": "quiet", "switch:hamza": "on"})
    switches = switches_of(HouseStyle.load())
    assert switches["tanwin"] is False
    assert switches["hamza"] is True


def test_a_switch_may_go_back_to_the_profile(as_negar, url):
    as_negar.post(url, {"profile": "", "switch:doubled": "off"})
    as_negar.post(url, {"profile": "", "switch:doubled": ""})
    assert HouseStyle.load().switches == {}


def test_a_profile_that_is_no_more_does_no_harm(db):
    assert switches_of(HouseStyle(profile="gone")) == {}


def test_quotations_may_be_spared(as_negar, url):
    as_negar.post(url, {"profile": "", "spare_quotes": "on"})
    (found,) = house.reader().read(["او گفت: «شهر شهر ما»"])
    assert "doubled" not in [each.mark.rule for each in found]


def test_every_switch_stands_on_the_page_with_its_persian_name(as_negar, url):
    page = as_negar.get(url).content.decode()
    for switch in named_switches():
        assert f'name="switch:{switch.name}"' in page
        assert switch.label in page


def test_it_is_logged_who_changed_it(as_negar, negar, url):
    as_negar.post(url, {"profile": "quiet"})
    (logged,) = ModelLogEntry.objects.for_instance(HouseStyle.load())
    assert (logged.user, logged.action) == (negar, "newsroom.style.change")
    assert logged.data["profile"] == "quiet"
    assert "نگار" in as_negar.get(url).content.decode()


def test_a_reporter_chooses_nothing(as_sara, url):
    as_sara.post(url, {"profile": "quiet"})
    assert HouseStyle.load().profile == ""


def test_a_profile_that_nobody_made_is_refused(as_negar, url):
    assert as_negar.post(url, {"profile": "loud"}).status_code == 200
    assert HouseStyle.load().profile == ""
