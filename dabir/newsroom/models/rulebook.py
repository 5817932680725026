"""The house's rulebook: what the paper decided about its words, and what each decision touched.

    proposed -> draft -> tried on the archive -> live -> retired

Reporters propose by saying «این درست است» of a mark; the chief copy editor decides.
"""

import uuid
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from dabir.newsroom.models.story import Story
from dabir.persian import HALF_SPACE, clean_line, fold_letters

_TERM = 160
"""The longest word or phrase that the rulebook speaks of, in characters."""


class RulebookQuerySet(models.QuerySet["RulebookEntry"]):
    def live(self) -> "RulebookQuerySet":
        """Entries that the desk works by."""
        return self.filter(state=RulebookEntry.State.LIVE)


class RulebookEntry(models.Model):
    """One decision of the house: a term, a name or an exception, with its reason."""

    class Kind(models.TextChoices):
        TERM = "term", "واژه"
        NAME = "name", "نام"
        EXCEPTION = "exception", "استثنا"

    class State(models.TextChoices):
        PROPOSED = "proposed", "پیشنهاد"
        DRAFT = "draft", f"پیش{HALF_SPACE}نویس"
        LIVE = "live", "فعال"
        RETIRED = "retired", "کنارگذاشته"

    TWICE = f"این نوشته در شیوه{HALF_SPACE}نامه هست."

    kind = models.CharField("گونه", max_length=10, choices=Kind, default=Kind.TERM)
    written = models.CharField(
        "نوشته",
        max_length=_TERM,
        help_text=f"واژهٔ نادرست؛ یا نام، همان{HALF_SPACE}طور که روزنامه می{HALF_SPACE}نویسد؛ "
        "یا آنچه ویراستار نباید نشان کند.",
    )
    right = models.CharField(
        "درست",
        max_length=_TERM,
        blank=True,
        help_text=f"فقط برای واژه؛ اگر خالی بماند، ویراستار فقط هشدار می{HALF_SPACE}دهد.",
    )
    reason = models.CharField(
        "دلیل",
        max_length=300,
        blank=True,
        help_text=f"یک جمله، برای کسی که نشان را می{HALF_SPACE}بیند.",
    )
    state = models.CharField(
        "وضعیت", max_length=10, choices=State, default=State.DRAFT, editable=False, db_index=True
    )
    proposed = models.PositiveIntegerField("بار پیشنهاد", default=0, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="از",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    made_at = models.DateTimeField("زمان", default=timezone.now, editable=False)

    objects = RulebookQuerySet.as_manager()

    class Meta:
        verbose_name = "سطر شیوه" + HALF_SPACE + "نامه"
        verbose_name_plural = f"شیوه{HALF_SPACE}نامه"
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "written"],
                condition=~models.Q(state="retired"),
                name="rulebook_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.written} ← {self.right}" if self.right else self.written

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save with tidy words, in the letters of Persian."""
        self._tidy()
        super().save(*args, **kwargs)

    def _tidy(self) -> None:
        self.written = fold_letters(clean_line(self.written))
        self.right = fold_letters(clean_line(self.right))

    def clean(self) -> None:
        self._tidy()
        if not clean_line(self.reason):
            raise ValidationError({"reason": "دلیل را بنویسید."})
        if self.right and self.kind != self.Kind.TERM:
            raise ValidationError({"right": "«درست» فقط برای واژه است."})
        if self.right and self.right == self.written:
            raise ValidationError({"right": "نوشته و درست یکی است."})
        if self.twins.exists():
            raise ValidationError({"written": self.TWICE})

    @property
    def twins(self) -> models.QuerySet["RulebookEntry"]:
        """Other entries that speak of the same words and are not retired."""
        same = RulebookEntry.objects.filter(kind=self.kind, written=self.written)
        return same.exclude(pk=self.pk).exclude(state=self.State.RETIRED)

    @property
    def last_trial(self) -> "Trial | None":
        """The newest trial of these very words."""
        return self.trials.filter(words=self.words).order_by("-pk").first()

    @property
    def words(self) -> str:
        """What a trial tries; a trial of other words tells nothing of these."""
        return "\n".join((self.kind, self.written, self.right))

    @property
    def may_go_live(self) -> bool:
        """Whether the entry has its reason, and its words were tried to the end."""
        trial = self.last_trial
        waits = self.state in {self.State.DRAFT, self.State.RETIRED}
        return bool(waits and self.reason and trial and trial.ended_at)


class Trial(models.Model):
    """An entry tried on the last published stories, newest first, a few at a time.

    ``reached_at`` and ``reached_code`` are the place in the archive before which the next few
    begin, so that a trial that was broken off goes on where it stood.
    """

    entry = models.ForeignKey(RulebookEntry, on_delete=models.CASCADE, related_name="trials")
    words = models.TextField(editable=False)
    wanted = models.PositiveIntegerField(default=2000)
    read = models.PositiveIntegerField(default=0)
    hits = models.PositiveIntegerField(default=0)
    stories_hit = models.PositiveIntegerField(default=0)
    reached_at = models.DateTimeField(null=True, blank=True)
    reached_code = models.BigIntegerField(null=True, blank=True)
    begun_at = models.DateTimeField(default=timezone.now)
    begun_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "آزمایش"
        verbose_name_plural = f"آزمایش{HALF_SPACE}ها"

    def __str__(self) -> str:
        return f"{self.entry}: {self.read}/{self.wanted}"


class TrialHit(models.Model):
    """One place in a published story where the entry would change what the desk says."""

    trial = models.ForeignKey(Trial, on_delete=models.CASCADE, related_name="shown")
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="+")
    is_new = models.BooleanField()
    """A mark that would come; False, one that would go."""
    before = models.CharField(max_length=80)
    marked = models.CharField(max_length=200)
    after = models.CharField(max_length=80)
    fix = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name = "برخورد"
        verbose_name_plural = "برخوردها"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.marked


def _new_version() -> str:
    return uuid.uuid4().hex


class HouseStyle(models.Model):
    """The paper's choice of a profile, and of single rules. There is one in a database.

    ``version`` changes with every decision of the house, whatever table it stands in: each
    process compares it with the one that it built its desk from.
    """

    profile = models.CharField("شیوه", max_length=40, blank=True)
    switches = models.JSONField(default=dict, blank=True)
    spare_quotes = models.BooleanField(
        f"نقل{HALF_SPACE}قول{HALF_SPACE}ها نشان نشوند",
        default=False,
        help_text=f"نوشته{HALF_SPACE}های میان «» همان می{HALF_SPACE}ماند که گوینده گفته است.",
    )
    version = models.CharField(max_length=32, default=_new_version, editable=False)

    class Meta:
        verbose_name = f"رسم{HALF_SPACE}الخط روزنامه"
        verbose_name_plural = f"رسم{HALF_SPACE}الخط روزنامه"

    def __str__(self) -> str:
        return f"رسم{HALF_SPACE}الخط روزنامه"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.pk, self.version = 1, _new_version()
        super().save(*args, **kwargs)

    @classmethod
    def load(cls) -> "HouseStyle":
        """Return the paper's style, made where it is missing."""
        return cls.objects.get_or_create(pk=1)[0]

    @classmethod
    def turn_page(cls) -> None:
        """Give the house's decisions a new version: something that they are made of changed."""
        if not cls.objects.filter(pk=1).update(version=_new_version()):
            cls.load()
