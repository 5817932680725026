"""Typing an embargo, so that a form that was open while somebody else set it wipes nothing out.

The box remembers beside itself what it showed when the form was opened. What comes back as it
was shown is no decision of this editor's, and the story's own moment stands.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from django.contrib.auth.models import AnonymousUser, User
from django.core.exceptions import ValidationError
from django.utils import timezone

from dabir.newsroom.forms.dates import JalaliMomentInput
from dabir.newsroom.models import Story
from dabir.persian import HALF_SPACE

SHOWN: Final = "-shown"
NOT_YOURS: Final = (
    "برداشتن یا جلو انداختن این زمان با کسی است که خبر را منتشر می" + HALF_SPACE + "کند."
)


class EmbargoInput(JalaliMomentInput):
    """A moment in Jalali, with what was shown first in a hidden field beside it."""

    template_name = "newsroom/widgets/embargo_input.html"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value, attrs)
        context["shown_name"] = name + SHOWN
        context["shown"] = self.format_value(value) or ""
        return context

    def value_omitted_from_data(
        self, data: Mapping[str, Any], files: Mapping[str, Any], name: str
    ) -> bool:
        return name not in data


def decided(data: Mapping[str, Any], name: str) -> bool:
    """Say whether who typed ``data`` changed the embargo: it is not as it was shown."""
    if name not in data:
        return False
    return bool(data[name].strip() != data.get(name + SHOWN, "").strip())


def check_change(story: Story, until: datetime | None, user: User | AnonymousUser | None) -> None:
    """Raise a ValidationError where ``user`` may not bring the story's embargo forward."""
    stands = story.embargo_until
    if stands is None or stands <= timezone.now() or (until is not None and until >= stands):
        return
    if user is not None and not user.has_perm("newsroom.publish_story"):
        raise ValidationError(NOT_YOURS, code="not_yours")
