"""The story's form."""

from datetime import datetime
from typing import Any

from django import forms
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.widgets import AdminAutoHeightTextInput

from dabir.newsroom.forms import embargo
from dabir.newsroom.forms.topics import TopicsField
from dabir.persian import HALF_SPACE, clean_line

_MOST_BULLETS = 12
_LONGEST_BULLET = 300


class LinesField(forms.CharField):
    """A list of short texts, typed one a line."""

    widget = AdminAutoHeightTextInput
    empty_value = ""

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(map(str, value)) if isinstance(value, list) else value

    def to_python(self, value: Any) -> list[str]:  # type: ignore[override]
        if isinstance(value, list):
            return value
        return [line for line in map(clean_line, str(value or "").splitlines()) if line]

    def validate(self, value: Any) -> None:
        if self.required and not value:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        if len(value) > _MOST_BULLETS:
            raise forms.ValidationError(f"نکته{HALF_SPACE}ها بیش از دوازده سطر است.")
        for line in value:
            if len(line) > _LONGEST_BULLET:
                raise forms.ValidationError(f"این نکته از سیصد نویسه بلندتر است: «{line[:40]}…»")

    def run_validators(self, value: Any) -> None:
        """No validator of plain text applies to a list."""


class StoryForm(WagtailAdminModelForm):
    """A story as its writer types it."""

    bullets = LinesField(
        label=f"نکته{HALF_SPACE}ها",
        required=False,
        help_text=f"هر نکته در یک سطر؛ بالای متن خبر می{HALF_SPACE}آید.",
    )
    topics = TopicsField()
    marks_answered = forms.CharField(required=False, widget=forms.HiddenInput)
    """What the writer answered to the copy desk: see ``dabir.newsroom.copydesk.state``."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("section", "desk"):
            field = self.fields.get(name)
            if isinstance(field, forms.ModelChoiceField):
                field.empty_label = "برگزینید…"

    def clean_embargo_until(self) -> datetime | None:
        """Return the embargo: what was decided here, or what the story has."""
        if not embargo.decided(self.data, self.add_prefix("embargo_until")):
            stands: datetime | None = self.instance.embargo_until
            return stands
        until: datetime | None = self.cleaned_data["embargo_until"]
        embargo.check_change(self.instance, until, self.for_user)
        return until

    def clean(self) -> dict[str, Any] | None:
        cleaned: dict[str, Any] | None = super().clean()
        if cleaned and cleaned.get("section") in (cleaned.get("further_sections") or []):
            others = cleaned["further_sections"].exclude(pk=cleaned["section"].pk)
            cleaned["further_sections"] = others
        return cleaned
