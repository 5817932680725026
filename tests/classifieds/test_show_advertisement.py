"""What the press is told of the classifieds, and the pages it prints from that."""

import dataclasses

import pytest
from django.template import engines
from django.test import RequestFactory

from dabir.classifieds import shown
from dabir.classifieds.models import Advertisement, AdvertisementPicture
from dabir.classifieds.pictures import encode

pytestmark = pytest.mark.django_db


@pytest.fixture
def with_pictures(printed, photo):
    for _ in range(2):
        AdvertisementPicture(advertisement=printed).keep(encode(photo("JPEG", (1280, 720))))
    return printed


@pytest.fixture
def page():
    """Return a function that renders a page of the theme."""

    def render(name, **context):
        request = RequestFactory().get("/classifieds/")
        return engines["paper"].get_template(f"pages/{name}").render(context, request)

    return render


def test_it_tells_all_that_a_page_shows_but_the_phone(with_pictures, home):
    told = shown.advertisement(with_pictures)
    assert told.address == f"/classifieds/home/{with_pictures.pk}/"
    assert (told.category, told.category_address) == (home.name, "/classifieds/home/")
    assert (told.title, told.price) == (with_pictures.title, 46_000_000)
    assert told.expires_at > told.approved_at
    first = told.pictures[0]
    assert (first.width, first.height) == (1280, 720)
    assert first.url.startswith("/media/classifieds/")
    assert first.thumbnail != first.url
    assert with_pictures.phone not in repr(dataclasses.asdict(told))


def test_a_price_of_nothing_is_left_to_agreement(printed):
    printed.price = 0
    assert shown.advertisement(printed).price is None


def test_many_cost_no_more_queries_than_one(with_pictures, copy, django_assert_num_queries):
    for _ in range(3):
        Advertisement.submit(copy).advertisement.approve(None)
    with django_assert_num_queries(2):
        assert len([*map(shown.advertisement, Advertisement.objects.approved().with_parts())]) == 4


def test_categories_stand_in_order_with_what_is_printed_of_each(
    printed, copy, home, vehicles, django_assert_num_queries
):
    Advertisement.submit(copy)
    with django_assert_num_queries(1):
        told = shown.categories()
    assert [(one.key, one.count) for one in told] == [("vehicles", 0), ("home", 1)]
    assert told[0].address == "/classifieds/vehicles/"


def test_the_front_of_the_classifieds(page, with_pictures):
    ads = (shown.advertisement(with_pictures),)
    html = page("classifieds.html", categories=shown.categories(), ads=ads)
    assert with_pictures.get_absolute_url() in html
    assert ads[0].pictures[0].thumbnail in html
    assert "۴۶٬۰۰۰٬۰۰۰ تومان" in html
    assert '"/classifieds/new/"' in html
    assert with_pictures.phone not in html


def test_the_front_without_advertisements(page):
    assert "هنوز" in page("classifieds.html", categories=(), ads=())


def test_the_page_of_a_category(page, printed, vehicles):
    categories = shown.categories()
    context = {"category": categories[1], "categories": categories}
    html = page("classifieds_category.html", ads=(shown.advertisement(printed),), **context)
    assert printed.title in html
    assert '/classifieds/new/?category=home"' in html
    assert "هنوز" in page("classifieds_category.html", ads=(), **context)


def test_the_page_of_an_advertisement(page, with_pictures):
    told = shown.advertisement(with_pictures)
    html = page("classified.html", ad=told, categories=shown.categories())
    assert f'method="post" action="/classifieds/{with_pictures.pk}/phone/"' in html
    assert all(picture.url in html for picture in told.pictures)
    assert with_pictures.phone not in html
    assert "۰۹۰۰" not in html


def test_readers_text_is_never_markup(page, printed):
    printed.title, printed.text, printed.city = (
        "<script>1</script>",
        "<b>x</b>\n\n{{ 7777*11111 }}",
        '"><i>',
    )
    html = page("classified.html", ad=shown.advertisement(printed), categories=())
    assert "<script>1" not in html
    assert "<b>x" not in html
    assert '"><i>' not in html
    assert str(7777 * 11111) not in html
    assert "{{ " in html


def test_no_price_is_left_to_agreement(page, printed):
    printed.price = None
    html = page("classified.html", ad=shown.advertisement(printed), categories=())
    assert "توافقی" in html
