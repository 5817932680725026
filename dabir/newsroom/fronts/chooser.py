"""The stories that an editor chooses from to set a front."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from django.utils import timezone

from dabir.newsroom.models import Story
from dabir.newsroom.models.story import StoryQuerySet
from dabir.persian import clean_line

SHOWN: Final = 30
RECENT: Final = timedelta(days=90)
"""Words are looked for in stories changed within this; a code is found whenever it was."""


def choose(asked: Mapping[str, str]) -> list[Story]:
    """Return the stories that fit what is asked for: ``q``, ``section``, ``kind``, ``state``.

    Those that readers see, newest first; with ``state`` «ahead», those that are still to come.
    """
    found = _in_state(asked.get("state", ""))
    if typed := clean_line(asked.get("q", ""))[:100]:
        found = found.matching(typed, timezone.now() - RECENT)
    section = asked.get("section", "")
    if section.isascii() and section.isdecimal():
        found = found.filter(section=int(section))
    if asked.get("kind") in Story.Kind.values:
        found = found.filter(kind=asked["kind"])
    return list(found.select_related("section").defer("body", "lead", "bullets")[:SHOWN])


def _in_state(state: str) -> StoryQuerySet:
    if state == "ahead":
        waits = Story.objects.filter(live=False, first_published_at=None)
        return waits.order_by("-changed_at")
    return Story.objects.live().newest()
