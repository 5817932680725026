"""The embargo: until its moment nobody outside sees a story, whatever happens.

    publish, approve or schedule before it -> held: it goes out at the embargo's end
    save as live before it                 -> refused
    set on a story that readers see        -> refused: withdraw it first

It is the story's own and not a version's: no older version brings readers in early, and a
form or a record that was read before somebody else set it does not wipe it out. What readers
are shown goes through ``StoryQuerySet.live`` and ``Story.is_public``, which ask it again.
"""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from wagtail.models import DraftStateMixin

from dabir.persian import HALF_SPACE
from dabir.persian.jalali import long_moment

LIVE_ALREADY = (
    "خوانندگان این خبر را می" + HALF_SPACE + "بینند و دیگر نمی" + HALF_SPACE + "توان انتشارش را"
    " تا زمانی ممنوع کرد؛ نخست خبر را از روزنامه بردارید."
)
EXPIRES_BEFORE = "خبر پیش از آن که انتشارش آزاد شود از روزنامه برداشته می" + HALF_SPACE + "شود."


class UnderEmbargoError(Exception):
    """Somebody tried to show readers a story before its embargo ends."""


class HasEmbargo(DraftStateMixin):
    """A story's embargo. Stands before Wagtail's mixins, whose publication it holds."""

    embargo_until = models.DateTimeField(
        "انتشار ممنوع تا",
        null=True,
        blank=True,
        help_text=f"امبارگو: تا این زمان هیچ خواننده{HALF_SPACE}ای خبر را نمی{HALF_SPACE}بیند،"
        f" هرچه پیش آید. خبری که زودتر منتشر یا زمان{HALF_SPACE}بندی شود، نگه داشته"
        f" می{HALF_SPACE}شود و در همین زمان خودبه{HALF_SPACE}خود بیرون می{HALF_SPACE}رود.",
    )

    _embargo_read: datetime | None = None
    """The embargo as it was when this record was read."""
    is_held = False
    """Whether it was read under a lock that still holds, so that nobody else can have set it."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; UnderEmbargoError for a story that is live before its embargo ends."""
        with transaction.atomic():
            before = self._settle_embargo(kwargs)
            if self.embargo_until and self.live and self.is_under_embargo:
                until = long_moment(self.embargo_until)
                raise UnderEmbargoError(f"«{self}» تا {until} منتشر نمی{HALF_SPACE}شود.")
            super().save(*args, **kwargs)
            self._move_schedule(before)
        self._embargo_read = self.embargo_until

    @classmethod
    def from_db(cls, db: Any, field_names: Any, values: Any) -> Any:
        story = super().from_db(db, field_names, values)
        story._embargo_read = story.__dict__.get("embargo_until")
        return story

    @property
    def is_under_embargo(self) -> bool:
        """Whether nobody outside may see it now."""
        return self.embargo_until is not None and self.embargo_until > timezone.now()

    @property
    def is_public(self) -> bool:
        """Whether readers see it now."""
        return bool(self.live) and not self.is_under_embargo

    def clean(self) -> None:
        """Refuse an embargo on what readers see, and one that outlasts the story."""
        super().clean()
        if not self.is_under_embargo:
            return
        if self.live and self._embargo_changed:
            raise ValidationError({"embargo_until": LIVE_ALREADY})
        expire_at: datetime | None = getattr(self, "expire_at", None)
        if expire_at and self.embargo_until and expire_at <= self.embargo_until:
            raise ValidationError({"embargo_until": EXPIRES_BEFORE})

    @property
    def _embargo_changed(self) -> bool:
        return self.embargo_until != self._embargo_read

    def _settle_embargo(self, options: dict[str, Any]) -> datetime | None:
        """Let what somebody else has set since this record was read stand; return what stood.

        What was set here is saved whichever fields are saved.
        """
        if self.pk is None or self.is_held:
            return self._embargo_read
        row = type(self)._default_manager.select_for_update().filter(pk=self.pk)
        before: datetime | None = row.values_list("embargo_until", flat=True).first()
        if not self._embargo_changed:
            self.embargo_until = before
        elif options.get("update_fields") is not None:
            options["update_fields"] = {*options["update_fields"], "embargo_until"}
        return before

    def _move_schedule(self, before: datetime | None) -> None:
        """Let a version that waits for the embargo's end, or for less, wait for its new end."""
        until = self.embargo_until
        if until is None or until == before:
            return
        waits_for_less = models.Q(approved_go_live_at__lt=until)
        if before:
            waits_for_less |= models.Q(approved_go_live_at=before)
        revisions: Any = self.revisions
        for revision in revisions.filter(waits_for_less, approved_go_live_at__isnull=False):
            _hold(revision, until)
            revision.approved_go_live_at = until
            revision.save(update_fields=["content", "approved_go_live_at"])

    # Versions ------------------------------------------------------------------------
    def with_content_json(self, content: Any) -> Any:
        """Return a version of the story, under the story's embargo."""
        version = super().with_content_json(content)
        version.embargo_until = version._embargo_read = self.embargo_until
        version._state.adding = False
        return version

    def publish(self, revision: Any, *args: Any, **kwargs: Any) -> Any:
        """Publish a version; under an embargo, let it wait for the embargo's end."""
        with transaction.atomic():
            row = type(self)._default_manager.select_for_update().get(pk=self.pk)
            return row.publish_locked(revision, *args, **kwargs)

    def publish_locked(self, revision: Any, *args: Any, **kwargs: Any) -> Any:
        """Publish a version of this record, which was read under a lock that still holds."""
        revision.content_object = self
        if self.embargo_until and self.is_under_embargo:
            _hold(revision, self.embargo_until)
            revision.save(update_fields=["content"])
        return super().publish(revision, *args, **kwargs)


def _hold(revision: Any, until: datetime) -> None:
    """Let a version's own hour be no earlier than ``until``."""
    told = revision.content.get("go_live_at")
    hour = datetime.fromisoformat(told) if isinstance(told, str) else told
    if hour is None or hour < until:
        revision.content["go_live_at"] = until.isoformat()
