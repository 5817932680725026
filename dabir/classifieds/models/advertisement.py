"""The advertisement: what its sender typed, and its fate."""

import hashlib
import logging
import secrets
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Self

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models, transaction
from django.utils import timezone

from dabir.classifieds import signals
from dabir.classifieds.models.act import Act
from dabir.classifieds.models.category import Category
from dabir.classifieds.models.picture import AdvertisementPicture
from dabir.classifieds.pictures import MOST_PICTURES, TOO_MANY, Encoded
from dabir.persian import HALF_SPACE

log = logging.getLogger(__name__)

LIFE: Final = timedelta(days=30)
"""How long an advertisement is printed after it was approved."""
KEPT_AFTER: Final = timedelta(days=180)
"""How long an advertisement that is printed no more is kept, its phone number with it."""
A_DAY: Final = 5
"""How many advertisements one network address may send in a day."""
EDITS_A_DAY: Final = 20
"""How often one advertisement may be edited in a day."""


class RefusedError(Exception):
    """A deed that the state of the advertisement does not allow; says why in Persian."""


@dataclass(frozen=True, slots=True)
class Copy:
    """What the sender says: everything of an advertisement but its pictures and its fate."""

    category: Category
    title: str
    city: str
    text: str
    price: int | None
    phone: str


def hash_of(token: str) -> str:
    """Return what is stored of the secret of a private address."""
    return hashlib.sha256(token.encode()).hexdigest()


class AdvertisementQuerySet(models.QuerySet["Advertisement"]):
    def approved(self) -> Self:
        """Those that are printed, the last approved first."""
        return self.filter(state=Advertisement.State.APPROVED).order_by("-approved_at", "-pk")

    def waiting(self) -> Self:
        """Those that the newsroom has to read."""
        return self.filter(state=Advertisement.State.PENDING)

    def with_parts(self) -> Self:
        """With what a page shows of each, in two queries."""
        return self.select_related("category").prefetch_related("pictures")

    def with_token(self, token: str) -> Self:
        """The one whose private address holds ``token``."""
        return self.filter(token_hash=hash_of(token))

    def sent_today_by(self, address_hash: str) -> Self:
        """Those that came from a network address today; its hash is another one tomorrow."""
        return self.filter(address_hash=address_hash)

    def due(self, now: datetime) -> Self:
        """Those whose time on the page is over."""
        return self.filter(state=Advertisement.State.APPROVED, expires_at__lte=now)

    def expire_due(self, now: datetime) -> int:
        """Take every due one off its page; return how many went.

        One that fails is logged and stops none of the others.
        """
        return sum(_expire_one(pk, now) for pk in self.due(now).values_list("pk", flat=True))

    def forget_old(self, now: datetime) -> int:
        """Delete those that left their page, or never came there, long ago; return how many."""
        over = (
            Advertisement.State.REJECTED,
            Advertisement.State.WITHDRAWN,
            Advertisement.State.EXPIRED,
        )
        old = self.filter(state__in=over, changed_at__lt=now - KEPT_AFTER)
        _, by_model = old.delete()
        return by_model.get("classifieds.Advertisement", 0)


def _expire_one(pk: int, now: datetime) -> bool:
    """Expire one due advertisement in a transaction of its own; say whether it went."""
    try:
        with transaction.atomic():
            found = Advertisement.objects.select_for_update().due(now).filter(pk=pk).first()
            if found:
                found.expire()
            return found is not None
    except Exception:
        log.exception("Advertisement %s could not be taken off its page.", pk)
        return False


class Advertisement(models.Model):
    """One advertisement of a reader."""

    class State(models.TextChoices):
        PENDING = "pending", "در انتظار بررسی"
        APPROVED = "approved", "تأییدشده"
        REJECTED = "rejected", "ردشده"
        WITHDRAWN = "withdrawn", f"پس{HALF_SPACE}گرفته"
        EXPIRED = "expired", f"پایان{HALF_SPACE}یافته"

    category = models.ForeignKey(
        Category, verbose_name="دسته", on_delete=models.PROTECT, related_name="advertisements"
    )
    title = models.CharField("عنوان", max_length=90)
    city = models.CharField("شهر", max_length=60)
    text = models.TextField("متن", max_length=2000)
    price = models.PositiveBigIntegerField("قیمت (تومان)", null=True, blank=True)
    phone = models.CharField("تلفن", max_length=11)

    state = models.CharField("وضعیت", max_length=9, choices=State, default=State.PENDING)
    reason = models.CharField("دلیل رد", max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)
    """Goes up with every edit, so that nobody approves a text that changed under the eye."""
    created_at = models.DateTimeField("زمان فرستادن", default=timezone.now)
    changed_at = models.DateTimeField("آخرین تغییر", default=timezone.now)
    approved_at = models.DateTimeField("زمان تأیید", null=True, blank=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="تأییدکننده",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    expires_at = models.DateTimeField("پایان نمایش", null=True, blank=True)
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    address_hash = models.CharField(max_length=64, blank=True, editable=False, db_index=True)

    objects = AdvertisementQuerySet.as_manager()

    class Meta:
        verbose_name = "آگهی"
        verbose_name_plural = f"آگهی{HALF_SPACE}ها"
        ordering = ["-created_at", "-pk"]
        indexes = [
            models.Index(fields=["state", "-changed_at", "-id"], name="advertisement_queue"),
            models.Index(fields=["state", "-approved_at", "-id"], name="advertisement_newest"),
            models.Index(
                fields=["category", "state", "-approved_at", "-id"],
                name="advertisement_in_category",
            ),
            models.Index(fields=["state", "expires_at"], name="advertisement_due"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return f"{self.category.get_absolute_url()}{self.pk}/"

    @property
    def is_printed(self) -> bool:
        return self.state == self.State.APPROVED

    @property
    def is_withdrawn(self) -> bool:
        return self.state == self.State.WITHDRAWN

    @property
    def copy(self) -> Copy:
        return Copy(self.category, self.title, self.city, self.text, self.price, self.phone)

    # Deeds of the sender ----------------------------------------------------------------
    @classmethod
    @transaction.atomic
    def submit(cls, copy: Copy, pictures: Iterable[Encoded] = (), address_hash: str = "") -> "Sent":
        """Keep a new advertisement for the newsroom to read; its secret is told here only."""
        token = secrets.token_urlsafe(32)
        sent = cls(**_fields(copy), token_hash=hash_of(token), address_hash=address_hash)
        sent.save()
        sent._add(pictures)
        sent._note(Act.Kind.SUBMITTED)
        return Sent(sent, token)

    @transaction.atomic
    def edit(
        self,
        copy: Copy,
        new_pictures: Collection[Encoded] = (),
        removed: Collection[AdvertisementPicture] = (),
    ) -> bool:
        """Take the sender's changes, and wait for the newsroom again.

        An approved advertisement leaves its page until then. False, and nothing done, if
        nothing changed of one that is printed or waiting already.
        """
        self._refuse_if(self.is_withdrawn, f"این آگهی را پس گرفته{HALF_SPACE}اید.")
        changed = copy != self.copy or bool(new_pictures) or bool(removed)
        if not changed and self.state in {self.State.PENDING, self.State.APPROVED}:
            return False
        categories = {self.category_id, copy.category.pk}
        for name, value in _fields(copy).items():
            setattr(self, name, value)
        self.version += 1
        for picture in removed:
            picture.delete()
        self._add(new_pictures)
        self._become(self.State.PENDING, Act.Kind.EDITED, categories=categories)
        return True

    @transaction.atomic
    def withdraw(self) -> None:
        """Take it off its page for good, as its sender asks."""
        self._refuse_if(self.is_withdrawn, f"این آگهی را پیش از این پس گرفته{HALF_SPACE}اید.")
        self._become(self.State.WITHDRAWN, Act.Kind.WITHDRAWN)

    # Deeds of the newsroom and its clock ------------------------------------------------
    @transaction.atomic
    def approve(self, by: User | None) -> None:
        """Put it onto its page for ``LIFE``."""
        allowed = self.state in {self.State.PENDING, self.State.REJECTED}
        self._refuse_if(not allowed, self._why_not("تأیید"))
        now = timezone.now()
        self.approved_at, self.approved_by, self.expires_at = now, by, now + LIFE
        self._become(self.State.APPROVED, Act.Kind.APPROVED, by=by)

    @transaction.atomic
    def reject(self, by: User | None, reason: str) -> None:
        """Keep it off the page, or take it off, and tell its sender why."""
        allowed = self.state in {self.State.PENDING, self.State.APPROVED}
        self._refuse_if(not allowed, self._why_not("رد"))
        self._refuse_if(
            not reason, f"دلیل رد را بنویسید تا آگهی{HALF_SPACE}دهنده بداند چه را درست کند."
        )
        self._become(self.State.REJECTED, Act.Kind.REJECTED, by=by, reason=reason)

    @transaction.atomic
    def expire(self) -> None:
        """Take it off its page; its time is over."""
        self._refuse_if(not self.is_printed, self._why_not("پایان یافته"))
        self._become(self.State.EXPIRED, Act.Kind.EXPIRED)

    def refuse_unseen(self, version: int) -> None:
        """Refuse a judgement that was passed on another version than the present one."""
        self._refuse_if(
            self.version != version,
            f"«{self.title}» پس از باز شدن این صفحه ویرایش شده است؛ دوباره بخوانیدش.",
        )

    # How ----------------------------------------------------------------------------------
    def edits_since(self, moment: datetime) -> int:
        """Return how often its sender edited it since ``moment``."""
        return self.acts.filter(kind=Act.Kind.EDITED, done_at__gte=moment).count()

    def _become(
        self,
        state: str,
        act: Act.Kind,
        *,
        by: User | None = None,
        reason: str = "",
        categories: Collection[int] = (),
    ) -> None:
        """Enter ``state``, note the act, and tell the press if what is printed changes."""
        was_printed = self.is_printed
        self.state, self.reason, self.changed_at = state, reason, timezone.now()
        self.save()
        self._note(act, by, reason)
        if was_printed or self.is_printed:
            keys = frozenset(categories or {self.category_id})
            signals.advertisements_changed.send(Advertisement, pk=self.pk, categories=keys)

    def _note(self, kind: Act.Kind, by: User | None = None, note: str = "") -> None:
        self.acts.create(kind=kind, by=by, note=note)

    def _add(self, pictures: Iterable[Encoded]) -> None:
        for encoded in pictures:
            AdvertisementPicture(advertisement=self).keep(encoded)
        self._refuse_if(self.pictures.count() > MOST_PICTURES, TOO_MANY)

    def _refuse_if(self, refused: bool, why: str) -> None:
        if refused:
            raise RefusedError(why)

    def _why_not(self, deed: str) -> str:
        return f"«{self.title}» {self.get_state_display()} است و {deed} نمی{HALF_SPACE}شود."


@dataclass(frozen=True, slots=True)
class Sent:
    """A new advertisement, and the secret of its private address."""

    advertisement: Advertisement
    token: str


def _fields(copy: Copy) -> dict[str, object]:
    return {field: getattr(copy, field) for field in Copy.__slots__}
