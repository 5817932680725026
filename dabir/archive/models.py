"""What is kept beside stories: pages that moved in, old addresses, what waits for the search."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any, Final

import brotli
from django.db import models
from django.utils import timezone

from dabir.archive.sources.reading import pack
from dabir.newsroom.models import Story
from dabir.persian import HALF_SPACE

PATH_LENGTH: Final = 400
TOLD_FIELDS: Final = (
    *("kind", "kicker", "headline", "short_headline", "lead", "bullets", "dateline"),
    *("section_id", "desk_id", "picture_id", "picture_caption", "comments_closed"),
    *("live", "has_unpublished_changes", "first_published_at"),
)
CHILDREN: Final = {
    "sources": ("own_outlet", "outlet", "via", "city", "kind", "address"),
    "bylines": ("writer_id", "guest"),
    "corrections": ("text",),
    "related": ("related_id", "kicker", "headline"),
}


def short_path(path: str) -> str:
    """Return the end of a path, as much as the records have room for."""
    return path[-PATH_LENGTH:]


def digest_of_text(text: str) -> str:
    """Return the fingerprint of a page's text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def digest_of_story(story: Story) -> str:
    """Return the fingerprint of all that editors can change in a story.

    Counters of comments are not in it: readers change them.
    """
    children = {
        "sources": story.sources.all(),
        "bylines": story.bylines.all(),
        "corrections": story.corrections.all(),
        "related": story.related_stories.all(),
    }
    topics = (topic.pk for topic in story.topics.all())
    further = (section.pk for section in story.further_sections.all())
    return digest_of_parts(story, list(story.body.raw_data), children, topics, further)


def digest_of_parts(
    story: Story,
    body: list[Any],
    children: Mapping[str, Iterable[Any]],
    topics: Iterable[int],
    further: Iterable[int] = (),
) -> str:
    """Return the same fingerprint of a story whose parts are at hand, saved or not."""
    told = {
        **{name: getattr(story, name) for name in TOLD_FIELDS},
        "body": body,
        "topics": sorted(topics),
        "further_sections": sorted(further),
        **{name: _rows(children.get(name, ()), names) for name, names in CHILDREN.items()},
    }
    return digest_of_text(json.dumps(told, ensure_ascii=False, sort_keys=True, default=_plain))


def _rows(rows: Iterable[Any], names: tuple[str, ...]) -> list[tuple[Any, ...]]:
    return [tuple(getattr(row, name) for name in names) for row in rows]


def _plain(value: Any) -> str:
    return str(value.astimezone(UTC) if isinstance(value, datetime) else value)


class Suggestion(models.Model):
    """The stories that are set beside a story whose editor chose none.

    Made once, after the story went out, and from then on as fixed as what is chosen by hand:
    printed pages are made from records, never from a search. ``codes`` is none while they are
    still to be found; ``silent`` says that the newsroom wants none printed.
    """

    story = models.OneToOneField(
        Story,
        verbose_name="خبر",
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="suggestion",
    )
    codes = models.JSONField(null=True)
    silent = models.BooleanField(default=False)
    made_at = models.DateTimeField("زمان", null=True)

    class Meta:
        verbose_name = "پیشنهاد خبر مرتبط"
        verbose_name_plural = "پیشنهادهای خبر مرتبط"
        indexes = [
            models.Index(
                fields=["-story"],
                name="suggestion_to_make",
                condition=models.Q(codes__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return str(self.story_id)


class OriginalQuerySet(models.QuerySet["Original"]):
    def of_page(self, path: str, digest: str) -> "Original | None":
        """Return the original of a page: the one from this place, or else with this very text."""
        known = self.select_related("story")
        return known.filter(path=path).first() or known.filter(digest=digest).first()


class Original(models.Model):
    """The page that a story came from, and where in it each thing was read.

    ``story_digest`` is the story as it was right after the import: while it still is,
    nobody has edited it here, and a newer page or a better importer may change it.
    ``digest`` is that of the page's bytes as they came. ``pictures`` are those that the page
    names, with the number of the picture here, or null where no file lay beside the page.
    """

    story = models.OneToOneField(
        Story, verbose_name="خبر", on_delete=models.CASCADE, related_name="original"
    )
    path = models.CharField("فایل", max_length=PATH_LENGTH, db_index=True)
    form = models.CharField(max_length=10, default="text")
    address = models.CharField(max_length=PATH_LENGTH, blank=True)
    packed = models.BinaryField("متن صفحه", default=b"")
    spans = models.JSONField(default=dict)
    pictures = models.JSONField(default=list, blank=True)
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
    def text(self) -> str:
        """The page as it came."""
        data: bytes = brotli.decompress(bytes(self.packed))
        return data.decode("utf-8", "surrogatepass")

    @text.setter
    def text(self, text: str) -> None:
        self.packed = pack(text)

    @property
    def was_edited(self) -> bool:
        """Say whether somebody changed the story here since it moved in."""
        return digest_of_story(self.story) != self.story_digest

    def seal(self) -> None:
        """Note the story as it is now for what the import made."""
        self.story_digest = digest_of_story(self.story)
        self.save(update_fields=["story_digest"])


class OldAddress(models.Model):
    """A path at which readers knew a story before, and which no rule leads on."""

    path = models.CharField("نشانی پیشین", max_length=PATH_LENGTH, unique=True)
    story = models.ForeignKey(
        Story, verbose_name="خبر", on_delete=models.CASCADE, related_name="old_addresses"
    )

    class Meta:
        verbose_name = "نشانی پیشین"
        verbose_name_plural = f"نشانی{HALF_SPACE}های پیشین"

    def __str__(self) -> str:
        return self.path


class ToIndex(models.Model):
    """A story whose row changed since the search's index has seen it.

    Written in the transaction of the change; taken away when the index has the story on the
    disk. So whatever stops the indexer, nothing is lost: it reads the story once more.
    """

    code = models.BigIntegerField()
    noted_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = f"در راه جست{HALF_SPACE}وجو"
        verbose_name_plural = verbose_name

    def __str__(self) -> str:
        return str(self.code)
