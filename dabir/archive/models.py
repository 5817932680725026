"""What is kept beside a story that moved in: its page as it came."""

import hashlib
import json
from typing import Any, Final

from django.db import models
from django.utils import timezone

from dabir.newsroom.models import Story
from dabir.persian import HALF_SPACE

TOLD_FIELDS: Final = (
    *("kind", "kicker", "headline", "short_headline", "lead", "bullets", "dateline"),
    *("section_id", "desk_id", "picture_id", "picture_caption", "comments_closed"),
    *("live", "has_unpublished_changes", "first_published_at"),
)


def digest_of_text(text: str) -> str:
    """Return the fingerprint of a page's text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def digest_of_story(story: Story) -> str:
    """Return the fingerprint of all that editors can change in a story.

    Counters of comments are not in it: readers change them.
    """
    told = json.dumps(_told(story), ensure_ascii=False, sort_keys=True, default=str)
    return digest_of_text(told)


def _told(story: Story) -> dict[str, Any]:
    return {
        **{name: getattr(story, name) for name in TOLD_FIELDS},
        "body": list(story.body.raw_data),
        "topics": sorted(topic.pk for topic in story.topics.all()),
        "further_sections": sorted(section.pk for section in story.further_sections.all()),
        "sources": _rows(story.sources, "own_outlet", "outlet", "via", "city", "kind", "address"),
        "bylines": _rows(story.bylines, "writer_id", "guest"),
        "corrections": _rows(story.corrections, "text"),
        "related": _rows(story.related_stories, "related_id", "kicker", "headline"),
    }


def _rows(manager: Any, *names: str) -> list[tuple[Any, ...]]:
    return [tuple(getattr(row, name) for name in names) for row in manager.all()]


class OriginalQuerySet(models.QuerySet["Original"]):
    def of_page(self, path: str, digest: str) -> "Original | None":
        """Return the original of a page: the one from this place, or else with this very text."""
        known = self.select_related("story")
        return known.filter(path=path).first() or known.filter(digest=digest).first()


class Original(models.Model):
    """The page that a story came from, and where in it each thing was read.

    ``story_digest`` is the story as it was right after the import: while it still is,
    nobody has edited it here, and a newer page or a better importer may change it.
    """

    story = models.OneToOneField(
        Story, verbose_name="خبر", on_delete=models.CASCADE, related_name="original"
    )
    path = models.CharField("پرونده", max_length=400, db_index=True)
    text = models.TextField("متن صفحه")
    spans = models.JSONField(default=dict)
    digest = models.CharField(max_length=64, db_index=True)
    importer = models.PositiveSmallIntegerField()
    imported_at = models.DateTimeField("زمان ورود", default=timezone.now)
    story_digest = models.CharField(max_length=64)
    headline_key = models.CharField(max_length=250, db_index=True)

    objects = OriginalQuerySet.as_manager()

    class Meta:
        verbose_name = "صفحهٔ اصلی"
        verbose_name_plural = f"صفحه{HALF_SPACE}های اصلی"

    def __str__(self) -> str:
        return self.path

    @property
    def was_edited(self) -> bool:
        """Say whether somebody changed the story here since it moved in."""
        return digest_of_story(self.story) != self.story_digest

    def seal(self) -> None:
        """Note the story as it is now for what the import made."""
        self.story_digest = digest_of_story(self.story)
        self.save(update_fields=["story_digest"])
