"""What was done, by whom and when; and who asked for a phone number lately."""

from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone

from dabir.persian import HALF_SPACE

LOOKS_AN_HOUR: Final = 60
"""How many phone numbers one address may ask for in an hour."""


class Act(models.Model):
    """One deed done to an advertisement; without a user, by its sender or the clock."""

    class Kind(models.TextChoices):
        SUBMITTED = "submitted", "فرستاده شد"
        EDITED = "edited", "ویرایش شد"
        WITHDRAWN = "withdrawn", "پس گرفته شد"
        APPROVED = "approved", "تأیید شد"
        REJECTED = "rejected", "رد شد"
        EXPIRED = "expired", "زمانش پایان یافت"

    advertisement = models.ForeignKey(
        "classifieds.Advertisement",
        verbose_name="آگهی",
        on_delete=models.CASCADE,
        related_name="acts",
    )
    kind = models.CharField("کار", max_length=10, choices=Kind)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="کاربر",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    note = models.CharField("توضیح", max_length=300, blank=True)
    done_at = models.DateTimeField("زمان", default=timezone.now)

    class Meta:
        verbose_name = "کار"
        verbose_name_plural = "کارها"
        ordering = ["-done_at", "-pk"]

    def __str__(self) -> str:
        return self.get_kind_display()


class PhoneLook(models.Model):
    """Somebody asked for a phone number; kept for an hour, without saying whose."""

    address_hash = models.CharField(f"اثر نشانی{HALF_SPACE}ی شبکه", max_length=64)
    looked_at = models.DateTimeField("زمان", db_index=True)

    class Meta:
        verbose_name = "پرسش شماره"
        indexes = [models.Index(fields=["address_hash", "looked_at"], name="phone_look_by")]

    def __str__(self) -> str:
        return f"{self.address_hash[:8]} {self.looked_at:%H:%M}"

    @classmethod
    @transaction.atomic
    def allow(cls, address_hash: str, now: datetime) -> bool:
        """Say whether this address may see one number more, and count it if so."""
        cls.objects.filter(looked_at__lt=now - timedelta(hours=1)).delete()
        if cls.objects.filter(address_hash=address_hash).count() >= LOOKS_AN_HOUR:
            return False
        cls.objects.create(address_hash=address_hash, looked_at=now)
        return True
