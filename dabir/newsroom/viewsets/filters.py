"""What the story list can be narrowed by."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import Any, Final

import django_filters
from django import forms
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from wagtail.admin.active_filters import (
    ActiveFilter,
    DateFromToRangeFilterAdapter,
    register_filter_adapter_class,
)
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet

from dabir.newsroom.forms.dates import JalaliDayField, JalaliDayInput
from dabir.newsroom.models import Byline, Desk, Section, Story, Writer
from dabir.newsroom.viewsets.states import State, in_state
from dabir.persian import JalaliDay
from dabir.persian.jalali import TEHRAN

USUAL_DAYS: Final = 7
"""How many days back the list reaches when nobody asks for more."""
SEARCHED_DAYS: Final = 90
"""How many days back words are looked for when nobody asks for more."""
ALL: Final = "all"
_SPANS: Final = {"today": 0, "month": 30, "year": 365}


class DaysInput(DateRangePickerWidget):
    """Two days, «از» and «تا»."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super(DateRangePickerWidget, self).__init__(
            (
                JalaliDayInput({"placeholder": "از روز", "aria-label": "از روز"}),
                JalaliDayInput({"placeholder": "تا روز", "aria-label": "تا روز"}),
            ),
            attrs,
        )


class DaysField(django_filters.fields.RangeField):
    """Two Jalali days as moments: from the first one's beginning to the last one's end."""

    def __init__(self, **options: Any) -> None:
        days = (JalaliDayField(required=False), JalaliDayField(required=False))
        super().__init__(fields=days, **options)

    def compress(self, data_list: list[Any]) -> slice | None:
        if not data_list or not any(data_list):
            return None
        first, last = data_list
        return slice(
            first and datetime.combine(first, time.min, TEHRAN),
            last and datetime.combine(last, time.max, TEHRAN),
        )


class DaysFilter(django_filters.DateFromToRangeFilter):
    field_class = DaysField


class DaysTold(DateFromToRangeFilterAdapter):
    """The days that the list is narrowed to, in words: «از ۳ آذر ۱۴۰۵ تا ۵ آذر ۱۴۰۵»."""

    def get_active_filters(self) -> Iterator[ActiveFilter]:
        ends = (("از", self.value.start), ("تا", self.value.stop))
        told = " ".join(f"{word} {date_format(end)}" for word, end in ends if end)
        for shown in super().get_active_filters():
            yield shown._replace(value=told)


register_filter_adapter_class(DaysFilter, DaysTold)


def day_begins(days_ago: int) -> datetime:
    """Return the first moment of the day so many days ago, by Tehran's calendar."""
    return JalaliDay.of(timezone.now() - timedelta(days=days_ago)).begins


class StoryFilters(WagtailFilterSet):
    """The story list's filters. Without a span or days the list is the last week's."""

    span = django_filters.ChoiceFilter(
        label="بازه",
        method="in_span",
        empty_label="یک هفتهٔ گذشته",
        choices=[
            ("today", "امروز"),
            ("month", "یک ماه گذشته"),
            ("year", "یک سال گذشته"),
            (ALL, "همهٔ خبرها"),
        ],
        widget=forms.RadioSelect,
    )
    days = DaysFilter(field_name="changed_at", label="روز", widget=DaysInput)
    section = django_filters.ModelChoiceFilter(
        label="سرویس", queryset=Section.objects.all(), empty_label="همه", widget=forms.RadioSelect
    )
    state = django_filters.ChoiceFilter(
        label="وضعیت",
        method="at_state",
        choices=State.choices,
        empty_label="همه",
        widget=forms.RadioSelect,
    )
    kind = django_filters.ChoiceFilter(
        label="گونه", choices=Story.Kind.choices, empty_label="همه", widget=forms.RadioSelect
    )
    writer = django_filters.ModelChoiceFilter(
        label="نویسنده", method="by_writer", queryset=Writer.objects.all(), empty_label="همه"
    )
    desk = django_filters.ModelChoiceFilter(
        label="میز", queryset=Desk.objects.all(), empty_label="همه", widget=forms.RadioSelect
    )

    class Meta:
        model = Story
        fields: list[str] = []

    def in_span(
        self, stories: models.QuerySet[Story], name: str, value: str
    ) -> models.QuerySet[Story]:
        if value == ALL or self.form.cleaned_data.get("days"):
            return stories
        return stories.filter(changed_at__gte=day_begins(_SPANS[value]))

    def at_state(
        self, stories: models.QuerySet[Story], name: str, value: str
    ) -> models.QuerySet[Story]:
        return in_state(stories, value)

    def by_writer(
        self, stories: models.QuerySet[Story], name: str, value: Writer
    ) -> models.QuerySet[Story]:
        return stories.filter(pk__in=Byline.objects.filter(writer=value).values("story"))

    @property
    def reaches_back(self) -> bool:
        """Whether somebody asked for a time of their own, so the usual week does not hold."""
        if not self.is_valid():
            return False
        return bool(self.form.cleaned_data["span"] or self.form.cleaned_data["days"])
