"""What a reader fills in under a story, and what a moderator fills in in the queue."""

from collections.abc import Callable
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.utils.functional import cached_property

from dabir.comments.models import (
    LONGEST_TEXT,
    STANDARD_REASONS,
    Comment,
    CommentQuerySet,
    tidy_reason,
)
from dabir.comments.start_token import Start, judge, kept_or_new
from dabir.newsroom.models import Story
from dabir.persian import HALF_SPACE, clean_line, clean_text, to_persian_digits

SHORTEST_TEXT: Final = 3


class TidyField(forms.CharField):
    """Text without hidden signs; what is shown again after an error is as tidy as what is kept."""

    def __init__(self, tidy: Callable[[str], str], **kwargs: Any) -> None:
        self.tidy = tidy
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> str:
        return self.tidy(super().to_python(value) or "")

    def bound_data(self, data: Any, initial: Any) -> str:
        return self.to_python(data)


class ReaderForm(forms.Form):
    """The form of a reader's comment on ``story``."""

    name = TidyField(
        clean_line,
        max_length=80,
        error_messages={
            "required": f"نامتان را بنویسید؛ می{HALF_SPACE}تواند نام مستعار باشد.",
            "max_length": f"نام بیش از ۸۰ نویسه است؛ کوتاه{HALF_SPACE}ترش کنید.",
        },
    )
    email = TidyField(
        clean_line,
        required=False,
        max_length=254,
        validators=[EmailValidator("این ایمیل درست نیست؛ آن را درست کنید یا خالی بگذارید.")],
        error_messages={"max_length": "این ایمیل بیش از اندازه بلند است."},
    )
    text = TidyField(clean_text, error_messages={"required": "متن نظرتان را بنویسید."})
    parent = forms.ModelChoiceField(
        Comment.objects.none(),
        required=False,
        error_messages={
            "invalid_choice": f"نظری که به آن پاسخ می{HALF_SPACE}دادید دیگر در صفحه نیست. "
            f"اگر بخواهید، نوشته{HALF_SPACE}تان را نظری جدا بفرستید."
        },
    )
    website = TidyField(clean_line, required=False)
    token = TidyField(clean_line, required=False)

    def __init__(self, story: Story, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.parents = story.comments.published().filter(parent=None)
        self.fields["parent"].queryset = self.parents  # type: ignore[attr-defined]

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        if len(text) < SHORTEST_TEXT:
            raise ValidationError(f"نظرتان خیلی کوتاه است؛ چند واژه{HALF_SPACE}ای بنویسید.")
        if len(text) > LONGEST_TEXT:
            count = to_persian_digits(len(text))
            raise ValidationError(
                f"نظرتان {count} نویسه است و جا برای ۳۰۰۰ نویسه هست؛ کوتاه{HALF_SPACE}ترش کنید."
            )
        return text

    @cached_property
    def answered(self) -> Comment | None:
        """The comment that is being answered, where it still stands on the page."""
        try:
            found: Comment | None = self.fields["parent"].clean(self["parent"].value())
        except ValidationError:
            return None
        return found

    @property
    def may_be_a_robot(self) -> bool:
        """Say whether the text should be looked over once more before it is taken."""
        return bool(self["website"].value()) or judge(self._token) is not Start.GOOD

    @property
    def next_token(self) -> str:
        """The token to send with this form the next time."""
        return kept_or_new(self._token)

    @property
    def _token(self) -> str:
        return self["token"].value() or ""


class ReasonForm(forms.Form):
    """Why a comment is rejected: a standard reason, words of one's own, or both."""

    standard = forms.ChoiceField(
        choices=[("", "دلیل رد…"), *((reason, reason) for reason in STANDARD_REASONS)],
        required=False,
    )
    own = TidyField(clean_line, required=False)

    def reason(self) -> str:
        """Return the reason in one line; Refused where it is missing or too long."""
        self.is_valid()
        parts = (self.cleaned_data.get("standard", ""), self.cleaned_data["own"])
        return tidy_reason(": ".join(filter(None, parts)))


class AnswerForm(forms.Form):
    """The newsroom's answer; the comment itself says what it takes."""

    text = TidyField(clean_text, required=False)


class FilterForm(forms.Form):
    """Which comments the queue shows. Nonsense is as good as nothing."""

    state = forms.ChoiceField(choices=Comment.State.choices, required=False)
    story = forms.IntegerField(min_value=1, max_value=2**63 - 1, required=False)
    q = TidyField(clean_line, required=False)
    p = forms.IntegerField(min_value=1, required=False)

    def value(self, name: str, default: Any) -> Any:
        """Return what was asked for, or ``default``."""
        self.is_valid()
        return self.cleaned_data.get(name) or default

    @property
    def shown_state(self) -> str:
        """The state whose comments are shown."""
        return str(self.value("state", Comment.State.PENDING.value))

    def rows(self) -> CommentQuerySet:
        """Return the comments that were asked for, newest first."""
        rows = Comment.objects.filter(state=self.shown_state).containing(self.value("q", ""))
        code = self.value("story", None)
        return (rows.filter(story=code) if code else rows).newest()
