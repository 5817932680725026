"""The story: one piece of journalism, known for life by its code.

A flat record and not a Wagtail Page: lists, edits and renames stay as fast at a million
stories as at a thousand. The row holds what readers see once the story is live; drafts
are revisions until they are published.
"""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.fields import GenericRelation
from django.db import connections, models, transaction
from django.db.models.functions import Now
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.fields import StreamField
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    Orderable,
    PreviewableMixin,
    RevisionMixin,
    WorkflowMixin,
)

from dabir.newsroom import finding, signals
from dabir.newsroom.blocks import BodyBlock
from dabir.newsroom.models.embargo import HasEmbargo
from dabir.newsroom.models.people import Writer
from dabir.newsroom.models.picture import Picture
from dabir.newsroom.models.sections import Desk, Section, Topic
from dabir.persian import HALF_SPACE, fold_letters, to_ascii_digits


class StoryQuerySet(models.QuerySet["Story"]):
    def live(self) -> "StoryQuerySet":
        """Stories that readers see: published, and under no embargo.

        Whatever readers are shown or may ask for is found through here.
        """
        is_free = models.Q(embargo_until=None) | models.Q(embargo_until__lte=timezone.now())
        return self.filter(is_free, live=True)

    def newest(self) -> "StoryQuerySet":
        """Newest first; of two at the same moment, the later code."""
        return self.order_by("-first_published_at", "-code")

    def withdrawn(self) -> "StoryQuerySet":
        """Stories that readers saw once and see no more."""
        return self.filter(live=False, first_published_at__isnull=False)

    def matching(self, typed: str, since: datetime | None = None) -> "StoryQuerySet":
        """Stories that an editor looks for: by code, by the search, or by words of the headline.

        A number is a code, in any digits, and where no story has that code, a word like others.
        The search knows what readers see, over all time; all else, and everything while there
        is no search, is looked for in headlines of stories changed after ``since``.
        """
        number = to_ascii_digits(typed).strip()
        if number.isdecimal() and len(number) < 19:
            by_code = self.filter(pk=int(number))
            if by_code.exists():
                return by_code
        recent = self.filter(changed_at__gte=since) if since else self
        found = finding.find(typed)
        if found is None:
            return recent._with_words(typed)
        unpublished = recent.filter(live=False)._with_words(typed)
        return self.filter(models.Q(pk__in=found) | models.Q(pk__in=unpublished.order_by()))

    def _with_words(self, typed: str) -> "StoryQuerySet":
        """Stories with every word in the headline or the kicker, as it is typed."""
        recent = self
        for word in typed.split():
            recent = recent.filter(
                models.Q(headline__icontains=word)
                | models.Q(headline__icontains=fold_letters(word))
                | models.Q(kicker__icontains=word)
            )
        return recent


class Story(
    HasEmbargo,
    WorkflowMixin,
    PreviewableMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    ClusterableModel,
):
    """One story, from its first draft to its last correction."""

    class Kind(models.TextChoices):
        NEWS = "news", "خبر"
        PHOTO = "photo", "گزارش تصویری"
        VIDEO = "video", "ویدیو"
        INTERVIEW = "interview", f"گفت{HALF_SPACE}وگو"
        NOTE = "note", "یادداشت"
        REPORT = "report", "گزارش"
        ADVERTORIAL = "advertorial", "رپرتاژ آگهی"

    code = models.BigAutoField("کد خبر", primary_key=True)
    kind = models.CharField("گونه", max_length=12, choices=Kind, default=Kind.NEWS)
    kicker = models.CharField("روتیتر", max_length=200, blank=True)
    headline = models.CharField("تیتر", max_length=250)
    short_headline = models.CharField(
        "تیتر کوتاه", max_length=80, blank=True, help_text="برای جاهای تنگ؛ خالی باشد، خود تیتر"
    )
    lead = models.TextField("لید", max_length=1200, blank=True)
    bullets = models.JSONField(f"نکته{HALF_SPACE}ها", default=list, blank=True)
    body = StreamField(BodyBlock(), verbose_name="متن خبر", blank=True)

    section = models.ForeignKey(
        Section, verbose_name="سرویس", on_delete=models.PROTECT, related_name="stories"
    )
    further_sections = ParentalManyToManyField(
        Section, verbose_name=f"سرویس{HALF_SPACE}های دیگر", blank=True, related_name="guest_stories"
    )
    topics = ParentalManyToManyField(
        Topic, verbose_name=f"موضوع{HALF_SPACE}ها", blank=True, related_name="stories"
    )
    desk = models.ForeignKey(
        Desk, verbose_name="میز", on_delete=models.SET_NULL, null=True, blank=True
    )
    dateline = models.CharField("محل خبر", max_length=60, blank=True)

    picture = models.ForeignKey(
        Picture,
        verbose_name="عکس اصلی",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    picture_caption = models.CharField("شرح عکس", max_length=300, blank=True)

    comments_closed = models.BooleanField("نظرها بسته است", default=False)
    pending_comments = models.PositiveIntegerField(default=0, editable=False)
    published_comments = models.PositiveIntegerField(default=0, editable=False)
    rejected_comments = models.PositiveIntegerField(default=0, editable=False)

    old_address = models.CharField("نشانی پیشین", max_length=400, blank=True, editable=False)
    imported_from = models.CharField(max_length=400, blank=True, editable=False)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="نگارنده",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    changed_at = models.DateTimeField(
        "آخرین تغییر", default=timezone.now, db_default=Now(), editable=False, db_index=True
    )

    _revisions = GenericRelation(
        "wagtailcore.Revision",
        content_type_field="content_type",
        object_id_field="object_id",
        related_query_name="story",
        for_concrete_model=False,
    )
    workflow_states_relation = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="content_type",
        object_id_field="object_id",
        related_query_name="story",
        for_concrete_model=False,
    )

    objects = StoryQuerySet.as_manager()

    class Meta:
        verbose_name = "خبر"
        verbose_name_plural = "خبرها"
        ordering = ["-changed_at", "-code"]
        permissions = [
            ("publish_story", "انتشار خبر"),
            ("lock_story", "قفل کردن خبر"),
            ("unlock_story", "باز کردن قفل خبر"),
        ]
        indexes = [
            models.Index(fields=["live", "-first_published_at", "-code"], name="story_newest"),
            models.Index(
                fields=["section", "live", "-first_published_at", "-code"], name="story_in_section"
            ),
            models.Index(fields=["kind", "live", "-first_published_at"], name="story_of_kind"),
            models.Index(
                fields=["first_published_at", "embargo_until"],
                name="story_by_moment",
                condition=models.Q(live=True),
            ),
            # SQLite walks an index in its order only where ``live`` is its condition.
            models.Index(
                fields=["section", "-first_published_at", "-code"],
                name="story_live_in_section",
                condition=models.Q(live=True),
            ),
            models.Index(
                fields=["kind", "-first_published_at", "-code"],
                name="story_live_of_kind",
                condition=models.Q(live=True),
            ),
            models.Index(
                fields=["expire_at"],
                name="story_expires",
                condition=models.Q(live=True, expire_at__isnull=False),
            ),
            models.Index(
                fields=["embargo_until"],
                name="story_embargo",
                condition=models.Q(embargo_until__isnull=False),
            ),
        ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Make a story; a row of the database goes past modelcluster, which would look up all
        that belongs to a story to find out that nothing of it was given: half of the time.
        """
        if kwargs:
            super().__init__(*args, **kwargs)
        else:
            models.Model.__init__(self, *args)

    def __str__(self) -> str:
        return self.headline

    @property
    def id(self) -> int:
        """The code, under the name that libraries ask for."""
        return self.code

    @property
    def revisions(self) -> Any:
        return self._revisions

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, and note the time of the change.

        The paper's next codes follow the largest one in use: a code that was given, as an
        import does, is never given again.
        """
        self.changed_at = timezone.now()
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "changed_at"}
        given = self._state.adding and self.pk is not None
        with transaction.atomic():
            super().save(*args, **kwargs)
            if given:
                self.follow_given_code()

    def follow_given_code(self) -> None:
        """Move PostgreSQL's counter past this code; SQLite's AUTOINCREMENT does so itself."""
        connection = connections[self._state.db or "default"]
        if connection.vendor == "postgresql":
            table = connection.ops.quote_name(self._meta.db_table)
            with connection.cursor() as cursor:
                cursor.execute(
                    f"SELECT setval(pg_get_serial_sequence('{table}', 'code'),"  # noqa: S608
                    f" greatest(%s, (SELECT max(code) FROM {table})))",
                    [self.pk],
                )

    def get_absolute_url(self) -> str:
        return f"/news/{self.pk}/"

    @property
    def is_withdrawn(self) -> bool:
        return not self.live and self.first_published_at is not None

    @property
    def takes_comments(self) -> bool:
        return self.is_public and not self.comments_closed

    # What a Wagtail snippet with a preview must answer ---------------------------------
    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Show this draft as the press would print it."""
        for _, response in signals.story_previewed.send(Story, story=self, request=request):
            if isinstance(response, HttpResponse):
                return response
        raise RuntimeError("No room above the newsroom shows previews; is dabir.press installed?")


class Byline(Orderable):
    """One name over a story: a writer of the paper, or a guest by name alone."""

    story = ParentalKey(Story, on_delete=models.CASCADE, related_name="bylines")
    writer = models.ForeignKey(
        Writer, verbose_name="نویسنده", on_delete=models.PROTECT, null=True, blank=True
    )
    guest = models.CharField("نویسندهٔ میهمان", max_length=100, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = "نویسنده"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(writer__isnull=True, guest__gt="")
                | models.Q(writer__isnull=False, guest=""),
                name="byline_writer_or_guest",
                violation_error_message="یا نویسنده را برگزینید یا نام میهمان را بنویسید.",
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return self.writer.name if self.writer else self.guest


class Source(models.Model):
    """Whom the story is told after: «به گزارش … به نقل از …»."""

    class Kind(models.TextChoices):
        REPORT = "report", "گزارش"
        AGENCY = "agency", "خبرگزاری"
        STATEMENT = "statement", "بیانیه"
        INTERVIEW = "interview", f"گفت{HALF_SPACE}وگو"
        TRANSLATION = "translation", "ترجمه"

    story = ParentalKey(Story, on_delete=models.CASCADE, related_name="sources")
    own_outlet = models.CharField(
        "به گزارش", max_length=120, blank=True, help_text="خالی باشد، نام همین روزنامه"
    )
    outlet = models.CharField("به نقل از", max_length=160, blank=True)
    via = models.CharField("به واسطهٔ", max_length=160, blank=True)
    city = models.CharField("از", max_length=60, blank=True)
    kind = models.CharField("گونه", max_length=12, choices=Kind, default=Kind.REPORT)
    address = models.URLField("نشانی اصل خبر", max_length=500, blank=True)

    class Meta:
        verbose_name = "منبع"
        verbose_name_plural = "منبع"

    def __str__(self) -> str:
        return self.outlet or self.own_outlet


class Correction(Orderable):
    """A note that tells readers what was wrong and is now right."""

    story = ParentalKey(Story, on_delete=models.CASCADE, related_name="corrections")
    text = models.TextField("متن اصلاحیه", max_length=1000)
    made_at = models.DateTimeField("زمان", default=timezone.now)

    class Meta(Orderable.Meta):
        verbose_name = "اصلاحیه"
        verbose_name_plural = f"اصلاحیه{HALF_SPACE}ها"

    def __str__(self) -> str:
        return self.text[:80]


class RelatedStory(Orderable):
    """A story that the editor sets beside this one."""

    story = ParentalKey(Story, on_delete=models.CASCADE, related_name="related_stories")
    related = models.ForeignKey(
        Story,
        verbose_name="خبر مرتبط",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
    )
    kicker = models.CharField("روتیتر", max_length=200, blank=True)
    headline = models.CharField(
        "تیتر", max_length=250, blank=True, help_text="خالی باشد، تیتر خود خبر"
    )

    class Meta(Orderable.Meta):
        verbose_name = "خبر مرتبط"
        verbose_name_plural = "خبرهای مرتبط"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(related__isnull=False) | models.Q(headline__gt=""),
                name="related_story_or_headline",
                violation_error_message="خبر مرتبط را برگزینید یا تیتر آن را بنویسید.",
            )
        ]

    def __str__(self) -> str:
        return self.headline or str(self.related or "")
