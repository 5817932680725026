"""Days, months and leap years of the Jalali calendar, and dates as people type them."""

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dabir.persian import HALF_SPACE, JalaliDay, JalaliMonth, read_day, read_moment
from dabir.persian.jalali import clock_time, long_moment, numeric_moment

days = st.dates(date(1921, 3, 21), date(2122, 3, 20)).map(JalaliDay.of)
LEAP_YEARS = {1370, 1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403, 1408}
"""The leap years from 1370 to 1408, as the calendar centre of the University of Tehran's
Institute of Geophysics published them."""


@pytest.mark.parametrize("year", range(1370, 1409))
def test_esfand_has_thirty_days_in_leap_years_only(year: int) -> None:
    assert JalaliMonth(year, 12).length == (30 if year in LEAP_YEARS else 29)


def test_six_months_have_31_days_and_five_have_30() -> None:
    assert [JalaliMonth(1404, month).length for month in range(1, 13)] == [31] * 6 + [30] * 5 + [29]


def test_every_day_follows_the_one_before() -> None:
    day, moment = JalaliDay.of(date(2019, 3, 21)), date(2019, 3, 21)
    for _ in range(366 * 6):
        following = JalaliDay.of(moment + timedelta(days=1))
        assert day.next == following
        assert following.previous == day
        day, moment = following, moment + timedelta(days=1)


@given(days)
def test_a_day_is_read_back_as_it_was_written(day: JalaliDay) -> None:
    assert read_day(day.numeric) == day
    assert read_day(str(day)) == day
    assert JalaliDay.of(day.gregorian) == day


@given(days)
def test_a_day_stands_once_in_its_month_under_its_weekday(day: JalaliDay) -> None:
    weeks = day.in_month.weeks
    assert all(len(week) == 7 for week in weeks)
    places = [week.index(day) for week in weeks if day in week]
    assert places == [day.weekday]
    assert [found for week in weeks for found in week if found] == day.in_month.days


@pytest.mark.parametrize(
    "text",
    [
        "1395/03/21", "۱۳۹۵/۰۳/۲۱", "١٣٩٥/٠٣/٢١", "95-3-21", "۲۱/۳/۱۳۹۵", "۲۱ خرداد ۱۳۹۵",
        "جمعه ۲۱ خردادماه ۹۵", "جمعه، 21 خرداد ماه سال 1395", "تاریخ انتشار: ۲۱ خرداد ۱۳۹۵ - ۱۲:۰۹",
    ],
)  # fmt: skip
def test_it_reads_every_spelling_of_a_day(text: str) -> None:
    assert read_day(text) == JalaliDay(1395, 3, 21)


@pytest.mark.parametrize("month", ["ارديبهشت", "اردی بهشت", f"اردی{HALF_SPACE}بهشت", "اردیبهشت"])
def test_it_reads_every_spelling_of_ordibehesht(month: str) -> None:
    assert read_day(f"۲ {month} ۱۳۹۹") == JalaliDay(1399, 2, 2)


@pytest.mark.parametrize("text", ["", "فردا", "1395/13/01", "1404/12/30", "۳۱ مهر ۱۳۹۹", "12:30"])
def test_it_refuses_what_is_no_day(text: str) -> None:
    with pytest.raises(ValueError, match=r"day|month"):
        read_day(text)


@given(st.text())
def test_any_text_is_a_day_or_refused(text: str) -> None:
    with suppress(ValueError):
        read_day(text)


def test_a_moment_is_of_tehran() -> None:
    moment = read_moment("۲ تیر ۱۳۹۹ - ۱۲:۰۹")
    assert moment.astimezone(UTC) == datetime(2020, 6, 22, 7, 39, tzinfo=UTC)
    assert long_moment(moment) == "دوشنبه ۲ تیر ۱۳۹۹، ۱۲:۰۹"
    assert numeric_moment(moment) == "۱۳۹۹/۰۴/۰۲ ۱۲:۰۹"
    assert clock_time(moment) == "۱۲:۰۹"


def test_the_day_changes_at_midnight_of_tehran() -> None:
    assert JalaliDay.of(datetime(2016, 6, 10, 19, 29, tzinfo=UTC)) == JalaliDay(1395, 3, 21)
    assert JalaliDay.of(datetime(2016, 6, 10, 19, 31, tzinfo=UTC)) == JalaliDay(1395, 3, 22)


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        JalaliDay.of(datetime(2016, 6, 10))


def test_months_follow_each_other_over_the_year() -> None:
    assert JalaliMonth(1399, 12).next == JalaliMonth(1400, 1)
    assert JalaliMonth(1400, 1).previous == JalaliMonth(1399, 12)
    assert str(JalaliMonth(1395, 3)) == "خرداد ۱۳۹۵"


@pytest.mark.parametrize("parts", [(1100, 1), (1399, 0), (1399, 13), (1700, 5)])
def test_an_impossible_month_is_refused(parts: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="no month"):
        JalaliMonth(*parts)
