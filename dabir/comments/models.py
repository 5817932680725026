"""The comment, its log, and the counters of its story.

Whoever changes the comments of a story holds the story's row first (``hold_story``), so
that changes to one story come one after the other and the counters stay true. SQLite needs
no such lock: a transaction that writes is alone there.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Final

from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Count, F, OuterRef, Q, Subquery, Value
from django.db.models.expressions import CombinedExpression
from django.db.models.functions import Coalesce, Greatest, Replace
from django.utils import timezone

from dabir.comments.addresses import DAYS_KEPT
from dabir.comments.refusals import AlreadyDecided, Refused, SentBefore, TooManySent
from dabir.comments.signals import comments_changed
from dabir.newsroom.models import Story
from dabir.persian import HALF_SPACE, clean_line, clean_text
from dabir.persian.letters import (
    ARABIC_ALEF_MAKSURA,
    ARABIC_KAF,
    ARABIC_YEH,
    PERSIAN_KAF,
    PERSIAN_YEH,
)

LIMITS: Final = ((timedelta(minutes=2), 3), (timedelta(days=1), 20))
"""How many comments one address may send in how long."""

LONGEST_TEXT: Final = 3000
LONGEST_REASON: Final = 300
NEWSROOM: Final = "تحریریه"

STANDARD_REASONS: Final = (
    "توهین یا ناسزا",
    "تهمت یا اطلاعات شخصی دیگران",
    "تبلیغ یا پیوند نامربوط",
    "نامربوط به خبر",
    "تکراری",
    f"ناخوانا یا بی{HALF_SPACE}معنا",
)


_FOLDS: Final = (
    (ARABIC_YEH, PERSIAN_YEH),
    (ARABIC_ALEF_MAKSURA, PERSIAN_YEH),
    (ARABIC_KAF, PERSIAN_KAF),
    (HALF_SPACE, ""),
    (" ", ""),
)


def tidy_reason(reason: str) -> str:
    """Return the reason of a rejection as it is kept; Refused where it is none or too long."""
    reason = clean_line(reason)
    if not reason:
        raise Refused("دلیل رد را برگزینید یا بنویسید.")
    if len(reason) > LONGEST_REASON:
        raise Refused(f"دلیل رد بیش از ۳۰۰ نویسه است؛ کوتاه{HALF_SPACE}ترش کنید.")
    return reason


class CommentQuerySet(models.QuerySet["Comment"]):
    def pending(self) -> "CommentQuerySet":
        """Comments that wait for the newsroom."""
        return self.filter(state=Comment.State.PENDING)

    def published(self) -> "CommentQuerySet":
        """Comments that readers see."""
        return self.filter(state=Comment.State.PUBLISHED)

    def newest(self) -> "CommentQuerySet":
        return self.order_by("-sent_at", "-pk")

    def oldest(self) -> "CommentQuerySet":
        return self.order_by("sent_at", "pk")

    def containing(self, words: str) -> "CommentQuerySet":
        """Comments with ``words`` in their text, in whichever letters and spaces.

        Arabic and Persian letters are alike, and a word is one whether its parts are joined
        by a half-space, a space or nothing.
        """
        folded: Any = F("text")
        for letter, other in _FOLDS:
            folded = Replace(folded, Value(letter), Value(other), output_field=models.TextField())
            words = words.replace(letter, other)
        return self.alias(folded=folded).filter(folded__icontains=words) if words else self

    @transaction.atomic
    def submit(self, story: Story, hashes: Sequence[str], text: str, **fields: Any) -> "Comment":
        """Take a reader's comment in and return it, pending.

        ``hashes`` are the sender's address hashes of the last days, today's first. SentBefore
        when this text has come from there already, TooManySent above the limits.
        """
        hold_story(story.pk)
        sent = self.filter(address_hash__in=hashes)
        if sent.filter(story=story, text=text).exists():
            raise SentBefore
        sent.check_limits()
        return self.create(story=story, text=text, address_hash=hashes[0], **fields)

    def check_limits(self) -> None:
        """Refuse one comment more where these are already as many as one address may send."""
        now = timezone.now()
        for window, most in LIMITS:
            if self.filter(sent_at__gt=now - window).count() >= most:
                raise TooManySent(window)

    def forget_addresses(self) -> int:
        """Blank the hashes of addresses that are older than a week; return how many."""
        week_ago = timezone.now() - timedelta(days=DAYS_KEPT)
        return self.filter(sent_at__lt=week_ago, address_hash__gt="").update(address_hash="")


class Comment(models.Model):
    """What one reader wrote under a story, or what the newsroom answered."""

    class State(models.TextChoices):
        PENDING = "pending", "در انتظار بررسی"
        PUBLISHED = "published", "انتشار یافته"
        REJECTED = "rejected", "غیر قابل انتشار"

    story = models.ForeignKey(
        Story, verbose_name="خبر", on_delete=models.CASCADE, related_name="comments"
    )
    parent = models.ForeignKey(
        "self",
        verbose_name="در پاسخ به",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="answers",
    )
    name = models.CharField("نام", max_length=80)
    email = models.EmailField("ایمیل", blank=True)
    text = models.TextField("متن")
    state = models.CharField("وضعیت", max_length=9, choices=State, default=State.PENDING)
    reason = models.CharField("دلیل رد", max_length=LONGEST_REASON, blank=True)
    by_newsroom = models.BooleanField("پاسخ تحریریه", default=False)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=f"پاسخ{HALF_SPACE}دهنده",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    sent_at = models.DateTimeField("زمان ارسال", default=timezone.now)
    decided_at = models.DateTimeField("زمان بررسی", null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=f"بررسی{HALF_SPACE}کننده",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    address_hash = models.CharField(max_length=64, blank=True, editable=False)
    version = models.PositiveIntegerField(default=0, editable=False)
    came_along = models.BooleanField(default=False, editable=False)
    """It came with its story from another system."""

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = "نظر"
        verbose_name_plural = "نظرها"
        indexes = [
            models.Index(fields=["story", "state", "sent_at"], name="comment_of_story"),
            models.Index(fields=["state", "-sent_at", "-id"], name="comment_queue"),
            models.Index(
                fields=["address_hash", "sent_at"],
                name="comment_address",
                condition=Q(address_hash__gt=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.text[:60]}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; a new comment is counted in its story and told to the rooms above."""
        if not self._state.adding:
            super().save(*args, **kwargs)
            return
        self.clean()
        with transaction.atomic():
            hold_story(self.story_id)
            super().save(*args, **kwargs)
            _count(self.story_id, self.state, 1)
            self._tell()

    @transaction.atomic
    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Delete the comment with its answers, and count its story anew."""
        hold_story(self.story_id)
        deleted = super().delete(*args, **kwargs)
        _count_anew(self.story_id)
        return deleted

    def clean(self) -> None:
        """Refuse a place where no answer can stand."""
        if self.parent and self.parent.parent_id:
            raise ValidationError({"parent": f"به پاسخ نمی{HALF_SPACE}توان پاسخ داد."})
        if self.parent and self.parent.story_id != self.story_id:
            raise ValidationError({"parent": "پاسخ باید زیر همان خبر باشد."})

    # The deeds -------------------------------------------------------------------------
    @transaction.atomic
    def publish(self, by: User) -> None:
        """Let readers see the comment. An answer needs its parent published first."""
        self._hold(by)
        if self.parent and self.parent.state != self.State.PUBLISHED:
            raise Refused("این پاسخ زیر نظری است که انتشار نیافته؛ نخست آن نظر را منتشر کنید.")
        self._move(Act.Kind.PUBLISH, self.State.PUBLISHED, by)
        self._tell()

    @transaction.atomic
    def reject(self, by: User, reason: str) -> None:
        """Keep the comment from readers, for ``reason``. Its published answers go with it."""
        reason = tidy_reason(reason)
        self._hold(by)
        self._move(Act.Kind.REJECT, self.State.REJECTED, by, reason)
        for answer in self.answers.published():
            answer._move(Act.Kind.REJECT, self.State.REJECTED, by, reason)
        self._tell()

    @transaction.atomic
    def reopen(self, by: User) -> None:
        """Put the comment back into the queue, and its published answers with it."""
        self._hold(by)
        self._move(Act.Kind.REOPEN, self.State.PENDING, by)
        for answer in self.answers.published():
            answer._move(Act.Kind.REOPEN, self.State.PENDING, by)
        self._tell()

    @transaction.atomic
    def answer(self, by: User, text: str) -> "Comment":
        """Return the newsroom's answer, published under this comment; publish this if it waits."""
        text = clean_text(text)
        if not text:
            raise Refused("متن پاسخ را بنویسید.")
        if len(text) > LONGEST_TEXT:
            raise Refused(f"پاسخ بیش از ۳۰۰۰ نویسه است؛ کوتاه{HALF_SPACE}ترش کنید.")
        self._hold(by)
        self._check_answerable()
        if self.state == self.State.PENDING:
            self._move(Act.Kind.PUBLISH, self.State.PUBLISHED, by)
        self._log(Act.Kind.ANSWER, self.state, by)
        return self._create_answer(by, text)

    # What the deeds are made of ----------------------------------------------------------
    def _hold(self, by: User) -> None:
        """Be alone with the story's comments; refuse when this one changed since it was read."""
        hold_story(self.story_id)
        seen = self.version
        self.refresh_from_db()
        if self.version != seen:
            raise self._decided_before(by)

    def _decided_before(self, by: User) -> AlreadyDecided:
        """Return the refusal that tells who was quicker, and with what."""
        act = self.acts.select_related("by").last()
        if act is None:
            return AlreadyDecided("این نظر پیش از این بررسی شده است.")
        stem = Act.PERFECT[act.act]
        if act.by == by:
            return AlreadyDecided(f"این نظر را خودتان پیش از این {stem}{HALF_SPACE}اید.")
        return AlreadyDecided(f"این نظر را {act.who} پیش از شما {stem} است.")

    def _move(self, act: "Act.Kind", state: "Comment.State", by: User, reason: str = "") -> None:
        """Bring the comment into ``state``, its counters with it, and log it."""
        if self.state == state:
            raise self._decided_before(by)
        _count(self.story_id, self.state, -1)
        _count(self.story_id, state, 1)
        was, self.state = self.state, state
        self.reason = reason
        decided = state != self.State.PENDING
        self.decided_at = timezone.now() if decided else None
        self.decided_by = by if decided else None
        self._log(act, was, by, reason)

    def _log(self, act: "Act.Kind", was: str, by: User, reason: str = "") -> None:
        """Write an act into the log, and save the comment as its next version."""
        self.version += 1
        self.save(update_fields=["state", "reason", "decided_at", "decided_by", "version"])
        self.acts.create(act=act, from_state=was, to_state=self.state, by=by, reason=reason)

    def _check_answerable(self) -> None:
        """Refuse an answer that would stand nowhere."""
        if self.parent_id:
            raise Refused(f"به پاسخ نمی{HALF_SPACE}توان پاسخ داد؛ زیر نظر اصلی پاسخ دهید.")
        if self.state == self.State.REJECTED:
            raise Refused("این نظر رد شده است؛ برای پاسخ، نخست آن را به صف بازگردانید.")

    def _create_answer(self, by: User, text: str) -> "Comment":
        now = timezone.now()
        answer = Comment.objects.create(
            story_id=self.story_id,
            parent=self,
            name=NEWSROOM,
            text=text,
            state=self.State.PUBLISHED,
            by_newsroom=True,
            answered_by=by,
            sent_at=now,
            decided_at=now,
            decided_by=by,
        )
        answer.acts.create(act=Act.Kind.ANSWER, to_state=answer.state, by=by)
        return answer

    def _tell(self) -> None:
        comments_changed.send(Comment, story_code=self.story_id)


class Act(models.Model):
    """One line of the log: what somebody of the newsroom did to a comment."""

    class Kind(models.TextChoices):
        PUBLISH = "publish", "انتشار"
        REJECT = "reject", "رد"
        REOPEN = "reopen", "بازگرداندن به صف"
        ANSWER = "answer", "پاسخ"

    PERFECT: Final = {
        "publish": "منتشر کرده",
        "reject": "رد کرده",
        "reopen": "به صف بازگردانده",
        "answer": "پاسخ داده",
    }

    comment = models.ForeignKey(
        Comment, verbose_name="نظر", on_delete=models.CASCADE, related_name="acts"
    )
    act = models.CharField("کار", max_length=7, choices=Kind)
    from_state = models.CharField("از", max_length=9, choices=Comment.State, blank=True)
    to_state = models.CharField("به", max_length=9, choices=Comment.State)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="کننده",
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
    )
    at = models.DateTimeField("زمان", default=timezone.now)
    reason = models.CharField("دلیل", max_length=LONGEST_REASON, blank=True)

    class Meta:
        verbose_name = "کار بررسی"
        verbose_name_plural = "کارهای بررسی"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.get_act_display()}، {self.who}"

    @property
    def who(self) -> str:
        """The name of whoever did it; of one who has left, a word."""
        if self.by is None:
            return "همکاری"
        return self.by.get_full_name() or self.by.get_username()


class CountedBefore(models.Model):
    """How many comments of a story another system counted, beyond those that came along."""

    story = models.OneToOneField(
        Story, on_delete=models.CASCADE, primary_key=True, related_name="counted_before"
    )
    pending = models.PositiveIntegerField(default=0)
    published = models.PositiveIntegerField(default=0)
    rejected = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.story_id}: {self.published}"


# The counters of the story -----------------------------------------------------------------
COUNTERS: Final = {
    Comment.State.PENDING.value: "pending_comments",
    Comment.State.PUBLISHED.value: "published_comments",
    Comment.State.REJECTED.value: "rejected_comments",
}


def hold_story(code: int) -> None:
    """Keep everybody else from the comments of the story until the transaction ends."""
    Story.objects.select_for_update().filter(pk=code).values_list("pk").first()


def _count(code: int, state: str, change: int) -> None:
    """Move one counter of a story by ``change``; a counter that was wrong stops at zero."""
    counter = COUNTERS[state]
    Story.objects.filter(pk=code).update(**{counter: Greatest(F(counter) + change, 0)})


def _true_count(state: str) -> CombinedExpression:
    """Return the expression of how many comments of a story are in ``state``, those that
    another system counted with them.
    """
    comments = Comment.objects.filter(story=OuterRef("pk"), state=state).order_by()
    here = Coalesce(Subquery(comments.values("story").annotate(n=Count("pk")).values("n")), 0)
    before = CountedBefore.objects.filter(story=OuterRef("pk")).values(state)[:1]
    return here + Coalesce(Subquery(before), 0)


@transaction.atomic
def _count_anew(code: int) -> None:
    """Set the counters of one story to what its comments say, and tell the rooms above."""
    hold_story(code)
    true = {counter: _true_count(state) for state, counter in COUNTERS.items()}
    Story.objects.filter(pk=code).update(**true)
    comments_changed.send(Comment, story_code=code)


def recount(story: Story | None = None) -> int:
    """Set right the counters of ``story``, or of all stories; return how many were wrong.

    The paper does so every night, and after comments were imported in bulk.
    """
    return recount_all(Story.objects.filter(pk=story.pk) if story else Story.objects.all())


def recount_all(stories: models.QuerySet[Story]) -> int:
    """Set right the counters of these stories; return how many were wrong."""
    true = {f"true_{counter}": _true_count(state) for state, counter in COUNTERS.items()}
    right = {counter: F(f"true_{counter}") for counter in COUNTERS.values()}
    wrong = list(stories.alias(**true).exclude(**right).values_list("pk", flat=True))
    for code in wrong:
        _count_anew(code)
    return len(wrong)


def keep_counters(instance: Story, created: bool, raw: bool, **kwargs: Any) -> None:
    """After a story is saved: an older copy of it brought its older counters along."""
    changed = kwargs.get("update_fields")
    if created or raw or (changed is not None and not changed & set(COUNTERS.values())):
        return
    recount(instance)
