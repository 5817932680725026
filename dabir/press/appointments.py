"""The clock's records: what it did and when, what failed and why, and its signs of life.

What is due is never read from here: stories and advertisements carry their own hours.
"""

from datetime import datetime, timedelta
from typing import Final, Self

from django.db import models
from django.utils import timezone

from dabir.persian import HALF_SPACE

FIRST_RETRY: Final = timedelta(seconds=1)
LAST_RETRY: Final = timedelta(minutes=5)
"""What fails is tried again after 1, 2, 4 … seconds, at most every five minutes."""


class Deed(models.TextChoices):
    """What the clock does."""

    PUBLISH = "publish", "انتشار"
    EXPIRE = "expire", "برداشتن"
    RELEASE = "release", "پایان امبارگو"
    AD = "ad", "پایان آگهی"
    BAR = "bar", "پایان خبر فوری"
    ADDRESSES = "addresses", f"فراموشی نشانی{HALF_SPACE}ها"
    OLD_ADS = "old-ads", f"دور ریختن آگهی{HALF_SPACE}های کهنه"
    RECOUNT = "recount", "شمارش نظرها"
    RECORDS = "records", "کوتاه کردن دفتر ساعت"


class AppointmentQuerySet(models.QuerySet["Appointment"]):
    def failing(self) -> Self:
        """What was tried in vain and is tried again."""
        return self.filter(done_at=None, attempts__gt=0)

    def resting(self, now: datetime) -> Self:
        """What failed just now and is left alone for a while.

        A moment farther off than any rest is from before the wall clock was set back.
        """
        return self.failing().filter(retry_at__gt=now, retry_at__lte=now + LAST_RETRY)


class Appointment(models.Model):
    """One deed of the clock: when it was due and when it was done, or why it was not."""

    deed = models.CharField("کار", max_length=12, choices=Deed)
    key = models.CharField(max_length=40)
    """The code of the story, the number of the advertisement, the day of the night work."""
    due_at = models.DateTimeField("زمان")
    done_at = models.DateTimeField("انجام شد", null=True)
    delay = models.FloatField("تأخیر", default=0)
    """Seconds from ``due_at`` to ``done_at``."""
    attempts = models.PositiveIntegerField("بار", default=0)
    retry_at = models.DateTimeField(null=True)
    error = models.TextField("خطا", blank=True)

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        verbose_name = "قرار ساعت"
        verbose_name_plural = "قرارهای ساعت"
        constraints = [
            models.UniqueConstraint(fields=["deed", "key", "due_at"], name="appointment_once")
        ]
        indexes = [
            models.Index(fields=["-done_at"], name="appointment_done"),
            models.Index(
                fields=["due_at"],
                name="appointment_failing",
                condition=models.Q(done_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.deed} {self.key}"

    def fail(self, why: str, now: datetime) -> None:
        """Write down why it could not be done, and when it is tried again."""
        rest = min(FIRST_RETRY * 2 ** min(self.attempts, 12), LAST_RETRY)
        self.attempts += 1
        self.error, self.retry_at = why[:2000], now + rest
        self.save()


class Clockwork(models.Model):
    """A process that strikes the clock, as it last gave a sign of life."""

    name = models.CharField(max_length=80, unique=True)
    started_at = models.DateTimeField(auto_now_add=True)
    beat_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name

    @classmethod
    def beat(cls, name: str) -> None:
        """Note that the clock ``name`` goes; forget those that fell silent a day ago."""
        now = timezone.now()
        if not cls.objects.filter(name=name).update(beat_at=now):
            cls.objects.filter(beat_at__lt=now - timedelta(days=1)).delete()
            cls.objects.create(name=name, beat_at=now)
