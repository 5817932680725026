"""The first page tells a journalist what waits, what is in hand and what went out today."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from dabir.newsroom.models import Paper, Story


def home(client):
    return client.get(reverse("wagtailadmin_home")).content.decode()


def test_it_shows_what_i_am_writing(as_sara, as_maryam, draft):
    assert draft.headline in home(as_sara)
    assert draft.headline not in home(as_maryam)


def test_a_published_story_leaves_my_hands_until_i_change_it(as_sara, sara, story):
    page = home(as_sara)
    mine = page[page.index("در دست من") : page.index("منتشرشده در امروز")]
    assert story.headline not in mine
    story.lead = "لید تازه"
    story.save_revision(user=sara)
    page = home(as_sara)
    assert story.headline in page[page.index("در دست من") : page.index("منتشرشده در امروز")]


def test_it_shows_what_went_out_today(as_maryam, story):
    assert story.headline in home(as_maryam)
    yesterday = timezone.now() - timedelta(days=1)
    Story.objects.update(first_published_at=yesterday)
    page = home(as_maryam)
    assert story.headline not in page
    assert "امروز هنوز خبری منتشر نشده است" in page


def test_it_says_when_nothing_is_in_hand(as_maryam):
    assert "خبری در دست ندارید" in home(as_maryam)


def test_it_carries_the_paper_s_name(as_maryam):
    Paper.objects.create(pk=1, name="چاشتگاه")
    assert "تحریریهٔ چاشتگاه" in home(as_maryam)


def test_it_has_nothing_of_wagtail_s_pages(admin_client):
    page = home(admin_client)
    assert 'href="/newsroom/pages/' not in page
    assert 'action="/newsroom/pages/' not in page


def test_who_has_no_part_in_stories_sees_none(django_user_model, client, story, newsroom):
    from django.contrib.auth.models import Permission

    user = django_user_model.objects.create_user("nima", password="x")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    page = home(client)
    assert story.headline not in page
    assert "در دست من" not in page
