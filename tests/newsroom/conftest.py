"""What the newsroom's tests type into its forms, and who decides on the house's words.

negar    chief copy editor   نگار ساده
"""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from dabir.newsroom import staff
from dabir.newsroom.models import RulebookEntry, Section, Story
from dabir.persian import HALF_SPACE


@pytest.fixture
def negar(hire: Callable[[str, str, str], User]) -> User:
    return hire("negar", "نگار ساده", staff.COPY_CHIEF)


@pytest.fixture
def as_negar(negar: User) -> Client:
    client = Client()
    client.force_login(negar)
    return client


@pytest.fixture
def decide(db: None) -> Callable[..., RulebookEntry]:
    """Return a function that writes into the rulebook: ``decide("وایفای", "وای فای")``."""

    def make(written: str, right: str = "", **fields: Any) -> RulebookEntry:
        given = {"reason": "خانه چنین می" + HALF_SPACE + "نویسد.", "state": "live", **fields}
        return RulebookEntry.objects.create(written=written, right=right, **given)

    return make


@pytest.fixture
def typed(section: Section) -> Callable[..., dict[str, Any]]:
    """Return a function that gives the fields of the story's form: ``typed(headline="…")``."""

    def fields(**changes: Any) -> dict[str, Any]:
        data: dict[str, Any] = {
            "kind": "news",
            "kicker": "",
            "headline": "نیمکت تازه در پارک",
            "short_headline": "",
            "lead": "بیست نیمکت در پارک گذاشته شد.",
            "bullets": "",
            "picture": "",
            "picture_caption": "",
            "body": streamfield([("paragraph", rich_text("<p>نیمکت از چوب گردوست.</p>"))]),
            "section": str(section.pk),
            "desk": "",
            "dateline": "",
            "bylines": inline_formset([]),
            "sources": inline_formset([]),
            "related_stories": inline_formset([]),
            "corrections": inline_formset([]),
            "go_live_at": "",
            "expire_at": "",
        }
        data.update(changes)
        plain = {key: value for key, value in data.items() if not isinstance(value, list)}
        many = {key: value for key, value in data.items() if isinstance(value, list)}
        return {**nested_form_data(plain), **many}

    return fields


def story_url(name: str, *args: Any) -> str:
    """Return the address of one of the story's pages in the newsroom."""
    return reverse(f"wagtailsnippets_newsroom_story:{name}", args=args)


def add(client: Any, data: dict[str, Any], **extra: Any) -> Any:
    """Type a new story and press the button that ``extra`` names."""
    return client.post(story_url("add"), {**data, **extra})


def edit(client: Any, story: Story, data: dict[str, Any], **extra: Any) -> Any:
    """Type over a story and press the button that ``extra`` names."""
    return client.post(story_url("edit", story.pk), {**data, **extra})
