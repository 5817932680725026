"""What the newsroom's tests type into its forms."""

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from dabir.newsroom.models import Section, Story


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
