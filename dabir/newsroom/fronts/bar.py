"""The form of the breaking bar."""

from datetime import timedelta
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from dabir.newsroom.forms.dates import JalaliMomentField
from dabir.newsroom.models import BreakingBar, Story
from dabir.persian import HALF_SPACE, clean_line, to_ascii_digits

SPANS: Final = (
    ("15", "۱۵ دقیقه"),
    ("30", "۳۰ دقیقه"),
    ("60", "یک ساعت"),
    ("120", "دو ساعت"),
    ("360", "شش ساعت"),
)
"""Minutes for which a bar may stand, as an editor chooses them."""


class BarForm(forms.Form):
    """Words, a story's code, and until when: for some minutes, or until a moment."""

    text = forms.CharField(
        label="متن",
        max_length=160,
        error_messages={
            "required": "متن خبر فوری را بنویسید.",
            "max_length": "متن خبر فوری تا ۱۶۰ نویسه جا دارد.",
        },
    )
    code = forms.CharField(label="کد خبر", required=False)
    minutes = forms.ChoiceField(label="تا", choices=SPANS, initial="30", required=False)
    until = JalaliMomentField(label="یا تا زمانِ", required=False)

    def clean_text(self) -> str:
        return clean_line(self.cleaned_data["text"])

    def clean_code(self) -> Story | None:
        typed = to_ascii_digits(self.cleaned_data["code"]).strip()
        if not typed:
            return None
        story = None
        if typed.isdecimal() and len(typed) < 19:
            story = Story.objects.filter(pk=int(typed)).first()
        if story is None:
            raise ValidationError(f"خبری با کد «{typed}» نیست.")
        if story.is_withdrawn or story.is_under_embargo:
            raise ValidationError(
                f"این خبر را خوانندگان نمی{HALF_SPACE}بینند؛ نوار آن هم دیده نمی{HALF_SPACE}شود."
            )
        return story

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or self.cleaned_data
        now = timezone.now()
        until = told.get("until") or now + timedelta(minutes=int(told.get("minutes") or 30))
        if until <= now:
            self.add_error("until", "این زمان گذشته است.")
        told["until"] = until
        return told

    def raise_bar(self, user: Any) -> BreakingBar:
        """Let the bar stand."""
        told = self.cleaned_data
        bar = BreakingBar(
            text=told["text"], story=told["code"], set_by=user, expires_at=told["until"]
        )
        bar.raise_up()
        return bar
