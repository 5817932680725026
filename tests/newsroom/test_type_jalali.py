"""Dates are typed in the Jalali calendar, in every spelling that people use."""

from datetime import UTC, date, datetime

import pytest
from django import forms
from django.db import models
from wagtail.admin.forms.models import formfield_for_dbfield
from wagtail.admin.widgets import AdminDateTimeInput

from dabir.newsroom.forms.dates import (
    JalaliDayField,
    JalaliDayInput,
    JalaliMomentField,
    JalaliMomentInput,
)
from dabir.newsroom.models import Correction
from dabir.persian.digits import to_persian_digits


class DayForm(forms.Form):
    day = JalaliDayField()


class MomentForm(forms.Form):
    moment = JalaliMomentField(required=False)


@pytest.mark.parametrize(
    "typed",
    [
        "۱۳۹۵/۰۳/۲۱ ۱۴:۰۵",
        "1395/3/21 14:05",
        "۲۱ خرداد ۹۵ ساعت ۱۴:۰۵",
        "جمعه ۲۱ خردادماه ۱۳۹۵، 14:05",
        "٢١/٣/١٣٩٥ ١٤:٠٥",
    ],
)
def test_it_reads_the_spellings_of_people(typed):
    form = MomentForm({"moment": typed})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["moment"] == datetime(2016, 6, 10, 9, 35, tzinfo=UTC)


def test_a_moment_is_kept_in_utc():
    form = MomentForm({"moment": "۱۴۰۰/۰۱/۰۱ ۰۰:۳۰"})
    assert form.is_valid()
    assert form.cleaned_data["moment"].tzinfo == UTC


def test_a_day_is_the_gregorian_day():
    form = DayForm({"day": "۳۰ اسفند ۱۳۹۹"})
    assert form.is_valid()
    assert form.cleaned_data["day"] == date(2021, 3, 20)


@pytest.mark.parametrize("typed", ["۳۱ مهر ۱۴۰۰", "۱۴۰۰/۱۲/۳۰", "1400/13/01"])
def test_an_impossible_day_is_told_so(typed):
    form = DayForm({"day": typed})
    assert not form.is_valid()
    assert "در تقویم نیست" in form.errors["day"][0]
    assert to_persian_digits(typed) in form.errors["day"][0]


def test_what_is_no_date_is_told_how_to_write_one():
    form = MomentForm({"moment": "فردا صبح"})
    assert not form.is_valid()
    assert "۱۳۹۵/۰۳/۲۱" in form.errors["moment"][0]


def test_an_impossible_hour_is_not_taken_for_midnight():
    form = MomentForm({"moment": "۱۳۹۵/۰۳/۲۱ ۲۵:۷۰"})
    assert not form.is_valid()
    assert "ساعت" in form.errors["moment"][0]


def test_what_was_typed_stays_in_the_box():
    assert "۳۱ مهر ۱۴۰۰" in DayForm({"day": "۳۱ مهر ۱۴۰۰"}).as_p()


def test_what_was_read_is_shown_in_one_spelling():
    assert 'value="۱۳۹۵/۰۳/۲۱ ۱۴:۰۵"' in MomentForm({"moment": "۲۱ خرداد ۹۵ 14:05"}).as_p()
    assert 'value="۱۳۹۵/۰۳/۲۱"' in DayForm({"day": "۲۱ خرداد ۹۵"}).as_p()


def test_iso_is_read_too():
    assert DayForm({"day": "2016-06-10"}).is_valid()
    form = MomentForm({"moment": "2016-06-10T09:35:00+00:00"})
    assert form.is_valid()


@pytest.mark.parametrize("typed", ["0001-01-01", "9999-12-31"])
def test_a_day_outside_the_calendar_is_refused_and_shown_as_typed(typed):
    form = DayForm({"day": typed})
    assert not form.is_valid()
    assert typed in form.as_p()
    assert not MomentForm({"moment": f"{typed}T00:00:00"}).is_valid()


def test_an_empty_box_is_no_date():
    form = MomentForm({"moment": ""})
    assert form.is_valid()
    assert form.cleaned_data["moment"] is None


def test_a_stored_moment_is_shown_by_tehran_s_clock():
    stored = datetime(2016, 6, 10, 9, 35, tzinfo=UTC)
    assert "۱۳۹۵/۰۳/۲۱ ۱۴:۰۵" in str(MomentForm(initial={"moment": stored})["moment"])
    assert JalaliDayInput().format_value(stored) == "۱۳۹۵/۰۳/۲۱"


def test_the_calendar_knows_whether_a_clock_is_asked():
    assert "data-with-clock" in JalaliMomentInput().render("moment", None)
    assert "data-with-clock" not in JalaliDayInput().render("day", None)


def test_every_date_of_wagtail_s_forms_is_jalali():
    field = formfield_for_dbfield(Correction._meta.get_field("made_at"))
    assert isinstance(field, JalaliMomentField)
    assert isinstance(formfield_for_dbfield(models.DateField()), JalaliDayField)


def test_a_gregorian_widget_gives_way_and_leaves_its_attributes():
    field = JalaliMomentField(widget=AdminDateTimeInput(attrs={"data-controller": "w-action"}))
    assert isinstance(field.widget, JalaliMomentInput)
    assert field.widget.attrs["data-controller"] == "w-action"
    assert isinstance(JalaliMomentField(widget=AdminDateTimeInput).widget, JalaliMomentInput)
    assert isinstance(JalaliDayField(widget=forms.HiddenInput()).widget, forms.HiddenInput)
