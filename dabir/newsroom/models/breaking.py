"""The breaking bar: one line over the paper, until its hour."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone

from dabir.newsroom.models.story import Story


class BreakingBarQuerySet(models.QuerySet["BreakingBar"]):
    def standing(self) -> "BreakingBar | None":
        """The bar that stands now; its hour is not asked: the clock takes it down."""
        return self.filter(ended_at__isnull=True).order_by("-pk").first()

    def due(self, now: datetime) -> "BreakingBarQuerySet":
        """Bars whose hour has come and that still stand."""
        return self.filter(ended_at__isnull=True, expires_at__lte=now)

    def ends(self, now: datetime) -> datetime | None:
        """When the bar that stands is to go, if that is still ahead."""
        ahead = self.filter(ended_at__isnull=True, expires_at__gt=now).order_by("expires_at")
        return ahead.values_list("expires_at", flat=True).first()


class BreakingBar(models.Model):
    """«خبر فوری»: words, a story that they may lead to, and when they go.

    A bar is never changed: new words are a new bar, in the place of the old one.
    """

    text = models.CharField("متن", max_length=160)
    story = models.ForeignKey(
        Story,
        verbose_name="خبر",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    set_at = models.DateTimeField("از", default=timezone.now)
    set_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    expires_at = models.DateTimeField("تا")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    """None where the clock took it down."""

    objects = BreakingBarQuerySet.as_manager()

    class Meta:
        verbose_name = "خبر فوری"
        verbose_name_plural = "خبرهای فوری"
        indexes = [
            models.Index(
                fields=["expires_at"],
                name="breaking_standing",
                condition=models.Q(ended_at__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return self.text

    @transaction.atomic
    def raise_up(self) -> None:
        """Let it stand, in the place of whatever stood."""
        for old in BreakingBar.objects.select_for_update().filter(ended_at__isnull=True):
            old.end(self.set_by)
        self.save()

    def end(self, by: Any = None) -> None:
        """Take it down."""
        self.ended_at, self.ended_by = timezone.now(), by
        self.save(update_fields=["ended_at", "ended_by"])

    @property
    def is_shown(self) -> bool:
        """Whether readers see it: a bar about a story under embargo or withdrawn is no news.

        About a story that is still being written it stands, and leads nowhere yet.
        """
        if self.ended_at is not None:
            return False
        return self.story is None or not (self.story.is_withdrawn or self.story.is_under_embargo)
