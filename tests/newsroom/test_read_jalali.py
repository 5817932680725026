"""Dates and numbers that the newsroom reads are Persian; those that machines read are not."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.contrib.humanize.templatetags.humanize import intcomma, naturaltime
from django.template import Context, Template
from django.utils import dateformat, formats, timezone, translation
from wagtail.admin.templatetags.wagtailadmin_tags import (
    register,
    timesince_last_update,
    timesince_simple,
)
from wagtail.utils.timestamps import render_timestamp

from dabir.newsroom import jalali
from dabir.persian import HALF_SPACE

MOMENT = datetime(2016, 6, 10, 9, 35, tzinfo=UTC)  # 21 Khordad 1395, 14:05 in Tehran


@pytest.mark.parametrize(
    ("letter", "written"),
    [
        ("d", "۲۱"),
        ("j", "۲۱"),
        ("jS", f"۲۱{HALF_SPACE}ام"),
        ("D", "ج"),
        ("l", "جمعه"),
        ("w", "۶"),
        ("n", "۳"),
        ("m", "۰۳"),
        ("F", "خرداد"),
        ("M", "خرداد"),
        ("N", "خرداد"),
        ("b", "خرداد"),
        ("E", "خرداد"),
        ("t", "۳۱"),
        ("y", "۹۵"),
        ("Y", "۱۳۹۵"),
        ("o", "۱۳۹۵"),
        ("L", "True"),
        ("z", "۸۳"),
        ("W", "۱۲"),
        ("H:i", "۰۹:۳۵"),
        ("G", "۹"),
    ],
)
def test_it_writes_each_letter_of_a_format_in_jalali(letter, written):
    assert dateformat.format(MOMENT, letter) == written


@pytest.mark.parametrize(
    ("machine", "written"),
    [
        ("c", "2016-06-10T09:35:00+00:00"),
        ("r", "Fri, 10 Jun 2016 09:35:00 +0000"),
        ("U", "1465551300"),
        ("Y-m-d", "2016-06-10"),
        (r"Y-m-d\TH:i:s", "2016-06-10T09:35:00"),
    ],
)
def test_it_leaves_what_machines_read(machine, written):
    assert dateformat.format(MOMENT, machine) == written


def test_it_leaves_other_languages():
    with translation.override("en"):
        assert dateformat.format(MOMENT, "j F Y") == "10 June 2016"
        assert dateformat.time_format(time(14, 5), "H:i") == "14:05"
        assert intcomma(1250) == "1,250"


def test_a_day_outside_the_calendar_stays_gregorian():
    assert dateformat.format(date(800, 1, 2), "Y") == "0800"


def test_it_writes_a_clock_in_persian_digits():
    assert dateformat.time_format(time(14, 5), "H:i") == "۱۴:۰۵"


def test_a_template_shows_tehran_s_day_and_clock():
    shown = Template("{{ moment|date:'DATETIME_FORMAT' }}").render(Context({"moment": MOMENT}))
    assert shown == "۲۱ خرداد ۱۳۹۵، ساعت ۱۴:۰۵"


def test_wagtail_s_timestamps_are_jalali():
    assert render_timestamp(MOMENT) == "۲۱ خرداد ۱۳۹۵، ساعت ۱۴:۰۵"
    assert formats.date_format(date(2021, 3, 21)) == "۱ فروردین ۱۴۰۰"


def test_numbers_have_persian_digits_and_signs():
    assert intcomma(1250000) == "۱٬۲۵۰٬۰۰۰"
    assert intcomma(12.5) == "۱۲٫۵"


@pytest.mark.parametrize(
    ("passed", "told"),
    [
        (timedelta(seconds=10), "همین حالا"),
        (timedelta(minutes=5), "۵ دقیقه پیش"),
        (timedelta(hours=3), "۳ ساعت پیش"),
        (timedelta(days=2), "۲ روز پیش"),
        (timedelta(days=15), "۲ هفته پیش"),
        (timedelta(days=70), "۲ ماه پیش"),
        (timedelta(days=800), "۲ سال پیش"),
    ],
)
def test_it_tells_how_long_ago(passed, told):
    assert jalali.ago(timezone.now() - passed) == told


def test_a_day_without_a_clock_is_its_first_moment():
    assert jalali.ago(date(2016, 6, 10)).endswith("سال پیش")


def test_wagtail_s_tags_are_ours():
    assert register.filters["timesince_simple"] is jalali.ago
    assert timesince_simple is not None
    assert timesince_last_update is not None


def test_last_update_today_tells_the_clock(time_machine):
    time_machine.move_to(MOMENT + timedelta(hours=1))
    assert jalali.last_update(MOMENT) == "ساعت ۱۴:۰۵"
    assert jalali.last_update(MOMENT, user_display_name="سارا رها") == "ساعت ۱۴:۰۵، سارا رها"


def test_last_update_of_another_day_tells_how_long_ago(time_machine):
    time_machine.move_to(MOMENT + timedelta(days=3))
    assert jalali.last_update(MOMENT) == "۳ روز پیش"


def test_natural_time_is_persian():
    assert naturaltime(timezone.now()) == "همین حالا"
    assert naturaltime(timezone.now() - timedelta(hours=3)) == "۳ ساعت پیش"
    assert naturaltime(timezone.now() + timedelta(hours=3, minutes=1)) == "۳ ساعت دیگر"
    assert naturaltime("هیچ") == "هیچ"


def test_a_narrow_column_tells_today_yesterday_and_the_year_where_it_differs(time_machine):
    time_machine.move_to(MOMENT + timedelta(hours=1))
    assert jalali.short_moment(MOMENT) == "امروز ۱۴:۰۵"
    assert jalali.short_moment(MOMENT - timedelta(days=1)) == "دیروز ۱۴:۰۵"
    assert jalali.short_moment(MOMENT - timedelta(days=5)) == "۱۶ خرداد، ۱۴:۰۵"
    assert jalali.short_moment(MOMENT - timedelta(days=365)) == "۲۱ خرداد ۱۳۹۴، ۱۴:۰۵"
