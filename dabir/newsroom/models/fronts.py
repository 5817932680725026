"""The fronts' versions: drafts beside what is live, and everything that ever was."""

from collections.abc import Callable
from typing import Any, Final

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone

from dabir.newsroom.fronts.arrangement import MAIN, Arrangement, from_json, standard, to_json
from dabir.newsroom.models.paper import Paper
from dabir.newsroom.models.sections import Section
from dabir.persian import HALF_SPACE

KEPT: Final = 200
"""How many versions of a front are kept."""


class DraftMovedError(Exception):
    """The draft is not the one that an editor saw any more; ``version`` is the newest."""

    def __init__(self, version: "FrontVersion | None") -> None:
        super().__init__()
        self.version = version


class FrontVersionQuerySet(models.QuerySet["FrontVersion"]):
    def of(self, front: int) -> "FrontVersionQuerySet":
        """The versions of one front (MAIN or a section's number), newest first."""
        section = {"section": front} if front != MAIN else {"section__isnull": True}
        return self.filter(**section).order_by("-pk")

    def live(self, front: int) -> "FrontVersion | None":
        """What the press prints; None for a front that follows its rules alone."""
        published = self.of(front).filter(published_at__isnull=False)
        return published.order_by("-published_at", "-pk").first()

    def head(self, front: int) -> "FrontVersion | None":
        """What was worked on last, published or not."""
        return self.of(front).first()


class FrontVersion(models.Model):
    """How a front was set at a time, by one editor.

    Whoever goes on from somebody else's version, or from a published one, begins a new one.
    A published version never changes.
    """

    section = models.ForeignKey(
        Section,
        verbose_name="سرویس",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
    )
    """None for the paper's own front."""
    stored = models.JSONField()
    before = models.JSONField(null=True)
    """As it was before the last deed, to take that back."""
    saves = models.PositiveIntegerField(default=1)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    changed_at = models.DateTimeField(default=timezone.now)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    published_at = models.DateTimeField(null=True)

    objects = FrontVersionQuerySet.as_manager()

    class Meta:
        verbose_name = "چیدمان صفحه"
        verbose_name_plural = f"چیدمان صفحه{HALF_SPACE}ها"
        permissions = [("publish_front", "انتشار چیدمان صفحه و خبر فوری")]
        indexes = [
            models.Index(fields=["section", "-id"], name="front_version"),
            models.Index(
                fields=["section", "-published_at"],
                name="front_live",
                condition=models.Q(published_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.section or 'صفحهٔ نخست'}، {self.pk}"

    @property
    def front(self) -> int:
        return self.section_id or MAIN

    @property
    def arrangement(self) -> Arrangement:
        return from_json(self.front, self.stored)

    @property
    def is_draft(self) -> bool:
        return self.published_at is None

    @property
    def may_be_undone(self) -> bool:
        return self.is_draft and self.before is not None

    def publish(self, user: Any) -> None:
        """Let the press print this version: it becomes the newest one that is published."""
        version = self
        if not self.is_draft:
            version = FrontVersion(section=self.section, stored=self.stored, made_by=user)
        version.published_at = version.changed_at = timezone.now()
        version.published_by = user
        version.save()
        _forget_oldest(self.front)


Change = Callable[[Arrangement], Arrangement]


def live_arrangement(front: int) -> Arrangement:
    """Return how a front is set for readers now."""
    found = FrontVersion.objects.live(front)
    return found.arrangement if found else standard(front)


def arrangement_of(version: FrontVersion | None, front: int) -> Arrangement:
    """Return a version's arrangement, for the sections that the paper has now."""
    found = version.arrangement if version else standard(front)
    return found.for_sections(Section.objects.values_list("pk", flat=True))


def token_of(version: FrontVersion | None) -> str:
    """Return what an editor's page names the draft by that it shows."""
    return f"{version.pk}.{version.saves}" if version else ""


@transaction.atomic
def change_draft(front: int, user: Any, change: Change) -> FrontVersion:
    """Change the front's draft: what ``change`` makes of the newest, whoever made that."""
    head = _held_head(front)
    now = arrangement_of(head, front)
    stored, before = to_json(change(now)), to_json(now)
    if head is None or not head.is_draft or head.made_by_id != user.pk:
        return FrontVersion.objects.create(
            section_id=front or None, stored=stored, before=before, made_by=user
        )
    head.stored, head.before, head.changed_at = stored, before, timezone.now()
    head.saves += 1
    head.save()
    return head


def undo(front: int, user: Any) -> FrontVersion | None:
    """Take back the last deed; done twice, it is done again. None where there is none."""
    head = FrontVersion.objects.head(front)
    if head is None or head.before is None or not head.is_draft:
        return None
    before = from_json(front, head.before)
    return change_draft(front, user, lambda now: before)


@transaction.atomic
def publish_draft(front: int, user: Any, base: str) -> None:
    """Publish the front's draft; DraftMovedError where it is not what the editor saw (``base``)."""
    head = _held_head(front)
    if head is None or token_of(head) != base:
        raise DraftMovedError(head)
    head.publish(user)


def _held_head(front: int) -> FrontVersion | None:
    """Return the newest version; until the transaction ends nobody else makes one."""
    Paper.objects.select_for_update().first()
    return FrontVersion.objects.head(front)


def _forget_oldest(front: int) -> None:
    """Keep the newest versions; the one just published is among them."""
    kept = list(FrontVersion.objects.of(front).values_list("pk", flat=True)[:KEPT])
    FrontVersion.objects.of(front).exclude(pk__in=kept).delete()
