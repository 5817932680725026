"""Every picture that a page shows is there before the page is."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.core.files.storage import default_storage

from dabir.newsroom.models import Picture, Story
from dabir.press import work
from dabir.press.stores import Folder, Item

_SHOWN = re.compile(r"/media/([^\"'\s,)<]+)")


class Watched(Folder):
    """A folder that asks, for each page that comes, whether its pictures are there already."""

    missing: list[str]
    seen: set[str]

    def put_many(self, items: Iterable[Item]) -> int:
        pages = list(items)
        for path, body, _ in pages:
            for name in map(unquote, _SHOWN.findall(body.decode())):
                self.seen.add(name)
                if not default_storage.exists(name):
                    self.missing.append(f"{name} on {path}")
        return super().put_many(pages)


@pytest.fixture
def watched(settings: Any) -> Watched:
    cache.clear()  # Wagtail remembers renditions of pictures of other tests
    folder = Watched(Path(settings.PUBLIC_DIR))
    object.__setattr__(folder, "missing", [])
    object.__setattr__(folder, "seen", set())
    return folder


def test_renditions_are_made_before_the_page_goes_out(
    watched: Watched, story: Story, picture: Picture, maryam: User
) -> None:
    work.mark_all()
    story.picture = picture
    story.body = [("picture", {"picture": picture, "caption": "پل"})]
    story.save_revision(user=maryam).publish(user=maryam)
    work.work(watched)
    assert {name.rpartition(".")[2] for name in watched.seen} >= {"webp", "jpg"}
    assert watched.missing == []


def test_a_new_picture_is_made_anew_before_its_pages(
    watched: Watched, story: Story, picture: Picture, maryam: User
) -> None:
    story.picture = picture
    story.save_revision(user=maryam).publish(user=maryam)
    work.mark_all()
    work.work(watched)
    before = set(watched.seen)
    picture.focal_point_x, picture.focal_point_y = 10, 10
    picture.focal_point_width = picture.focal_point_height = 20
    picture.save()
    work.work(watched)
    assert watched.seen > before
    assert watched.missing == []
