"""The editor in chief keeps the categories; each has an address of its own."""

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError

from dabir.classifieds.models import Category

pytestmark = pytest.mark.django_db

SNIPPETS = "/newsroom/snippets/classifieds/category/"
BULK = "/newsroom/bulk/classifieds/category/delete/"


@pytest.mark.parametrize("key", ["new", "mine", "خانه", "Home", "1home", "home page", "", "home\n"])
def test_it_refuses_a_key_that_is_no_address(key):
    with pytest.raises(ValidationError):
        Category(key=key, name="خانه").full_clean()


def test_two_categories_have_two_addresses(home):
    with pytest.raises(ValidationError, match="همین نشانی"):
        Category(key="home", name="دیگر").full_clean()


def test_a_category_that_holds_advertisements_stays(carpet, home):
    with pytest.raises(ProtectedError):
        home.delete()


def test_the_editor_in_chief_adds_one(as_maryam):
    response = as_maryam.post(SNIPPETS + "add/", {"key": "jobs", "name": "کار", "order": "3"})
    assert response.status_code == 302
    assert str(Category.objects.get(key="jobs")) == "کار"
    assert "jobs" in as_maryam.get(SNIPPETS).content.decode()


def test_a_reporter_does_not(as_sara):
    assert as_sara.get(SNIPPETS + "add/").status_code == 302


def test_the_queue_shows_the_way_to_whoever_may(as_maryam, as_arash):
    assert SNIPPETS in as_maryam.get("/newsroom/classifieds/").content.decode()
    assert SNIPPETS not in as_arash.get("/newsroom/classifieds/").content.decode()


@pytest.mark.parametrize("bulk", [False, True])
def test_nobody_deletes_one_that_holds_advertisements(client, admin_user, carpet, home, bulk):
    client.force_login(admin_user)
    single, many = f"{SNIPPETS}delete/{home.pk}/", f"{BULK}?id={home.pk}"
    response = client.post(many if bulk else single, follow=True)
    assert "آگهی دارد" in response.content.decode()
    assert Category.objects.filter(pk=home.pk).exists()


@pytest.mark.parametrize("bulk", [False, True])
def test_an_empty_one_can_be_deleted(client, admin_user, carpet, vehicles, bulk):
    client.force_login(admin_user)
    client.post(f"{BULK}?id={vehicles.pk}" if bulk else f"{SNIPPETS}delete/{vehicles.pk}/")
    assert not Category.objects.filter(pk=vehicles.pk).exists()
