"""Jalali days and moments, typed by hand or picked from a small calendar.

    «۲۱ خرداد ۹۵ ساعت ۱۴:۰۵» -> JalaliMomentInput -> 2016-06-10T14:05:00+04:30 -> stored in UTC
    stored in UTC            -> JalaliMomentInput -> «۱۳۹۵/۰۳/۲۱ ۱۴:۰۵»

The widgets translate on both ways, so any date field of Django may wear them; the fields
here add errors that say what is wrong with a day. What cannot be read stays as typed.
"""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime

from dabir.persian import JalaliDay, read_day, read_moment, to_ascii_digits
from dabir.persian.jalali import FIRST_YEAR, LAST_YEAR, MONTHS, numeric_moment, read_clock

_LOOKS_LIKE_A_DAY: Final = re.compile(
    rf"\d\s*[/.\-]\s*\d+\s*[/.\-]\s*\d|\d\s*(?:{'|'.join(MONTHS)})"
)


def complaint(text: str) -> str | None:
    """Return what is wrong with a day or moment as somebody typed it; None if nothing is."""
    plain = to_ascii_digits(text)
    try:
        read_day(text)
    except ValueError:
        if _LOOKS_LIKE_A_DAY.search(plain):
            return f"«{text}» در تقویم نیست؛ روز، ماه و سال را ببینید."
        return f"«{text}» خوانده نشد؛ تاریخ را مانند ۱۳۹۵/۰۳/۲۱ یا ۲۱ خرداد ۱۳۹۵ بنویسید."
    if ":" in plain and read_clock(text) is None:
        return f"ساعتِ «{text}» خوانده نشد؛ ساعت را مانند ۱۴:۰۵ بنویسید."
    return None


class _JalaliInput(forms.TextInput):
    """A text box with a button that opens the calendar."""

    template_name = "newsroom/widgets/jalali_input.html"
    with_clock = False

    def __init__(self, attrs: Mapping[str, Any] | None = None) -> None:
        super().__init__({"autocomplete": "off", **(attrs or {})})

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["with_clock"] = self.with_clock
        return context


class JalaliDayInput(_JalaliInput):
    """A day: shows «۱۳۹۵/۰۳/۲۱», gives the field an ISO day."""

    def format_value(self, value: Any) -> str | None:
        if isinstance(value, datetime):
            value = value.date()
        day = value if isinstance(value, date) else _parsed(parse_date, value)
        return JalaliDay.of(day).numeric if _is_in_calendar(day) else (value or None)

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> str | None:
        typed: str | None = super().value_from_datadict(data, files, name)
        if not typed or complaint(typed):
            return typed
        return read_day(typed).gregorian.isoformat()


class JalaliMomentInput(_JalaliInput):
    """A moment by Tehran's clock: shows «۱۳۹۵/۰۳/۲۱ ۱۴:۰۵», gives the field an ISO moment."""

    with_clock = True

    def format_value(self, value: Any) -> str | None:
        moment = value if isinstance(value, datetime) else _parsed(parse_datetime, value)
        return numeric_moment(_aware(moment)) if _is_in_calendar(moment) else (value or None)

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> str | None:
        typed: str | None = super().value_from_datadict(data, files, name)
        if not typed or complaint(typed):
            return typed
        return read_moment(typed).isoformat()


def _parsed(parse: Any, value: Any) -> Any:
    """Return what ``parse`` makes of ``value``, or None."""
    try:
        return parse(value) if value else None
    except ValueError:
        return None


def _is_in_calendar(day: date | datetime | None) -> bool:
    """Say whether there is a day, and in the years that the Jalali arithmetic covers."""
    return day is not None and FIRST_YEAR < day.year - 621 < LAST_YEAR


def _aware(moment: datetime) -> datetime:
    """Return ``moment`` with a time zone: the active one where it has none."""
    return timezone.make_aware(moment) if timezone.is_naive(moment) else moment


def _check(value: Any) -> None:
    """Raise a ValidationError that says what is wrong with what was typed."""
    if isinstance(value, str) and value.strip():
        iso = _parsed(parse_datetime, value.strip()) or _parsed(parse_date, value.strip())
        if iso is None:
            wrong = complaint(value.strip())
        else:
            wrong = None if _is_in_calendar(iso) else f"«{value.strip()}» در تقویم نیست."
        if wrong:
            raise ValidationError(wrong, code="invalid")


class JalaliDayField(forms.DateField):
    """A day that is typed in the Jalali calendar."""

    widget = JalaliDayInput

    def __init__(self, **options: Any) -> None:
        super().__init__(**_in_jalali(options, JalaliDayInput))

    def to_python(self, value: Any) -> date | None:
        _check(value)
        return super().to_python(value)


class JalaliMomentField(forms.DateTimeField):
    """A moment that is typed in the Jalali calendar; the value is in UTC."""

    widget = JalaliMomentInput

    def __init__(self, **options: Any) -> None:
        super().__init__(**_in_jalali(options, JalaliMomentInput))

    def to_python(self, value: Any) -> datetime | None:
        _check(value)
        moment = super().to_python(value)
        return moment.astimezone(UTC) if moment else None


def _in_jalali(options: dict[str, Any], widget: type[_JalaliInput]) -> dict[str, Any]:
    """Return a field's options with its widget put into Jalali, the widget's attributes kept.

    Panels of Wagtail bring Gregorian widgets of their own.
    """
    given = options.get("widget")
    if given is not None and not _is_jalali(given):
        attrs = {} if isinstance(given, type) else given.attrs
        options["widget"] = widget(attrs={**attrs, "autocomplete": "off"})
    return options


def _is_jalali(widget: Any) -> bool:
    return isinstance(widget, (_JalaliInput, forms.HiddenInput)) or (
        isinstance(widget, type) and issubclass(widget, (_JalaliInput, forms.HiddenInput))
    )


def install() -> None:
    """Let every date of Wagtail's forms and filters be typed in Jalali."""
    from django.db import models
    from wagtail.admin import filters
    from wagtail.admin.forms.models import register_form_field_override

    day: dict[str, object] = {"form_class": JalaliDayField, "widget": JalaliDayInput}
    moment: dict[str, object] = {"form_class": JalaliMomentField, "widget": JalaliMomentInput}
    register_form_field_override(models.DateField, override=day)
    register_form_field_override(models.DateTimeField, override=moment)
    filters.AdminDateInput = JalaliDayInput
