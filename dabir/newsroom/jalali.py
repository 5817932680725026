"""Dates and numbers that the newsroom reads, as Persian readers write them.

Django and Wagtail end every date that a person reads in one class, DateFormat; the
newsroom puts its own in that place, and it writes Jalali while Persian is the active
language. Formats that machines read («c», «r», «U», ISO) stay as they are.

    {{ moment|date }}             -> DateFormat -> «۲۱ خرداد ۱۳۹۵، ساعت ۱۴:۰۵»
    {{ moment|timesince_simple }} -> ago()      -> «۳ ساعت پیش»
    {{ count|intcomma }}          -> number()   -> «۱٬۲۵۰»
"""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any, Final

from django.contrib.humanize.templatetags import humanize
from django.utils import dateformat, timezone
from django.utils.dateformat import DateFormat as Gregorian
from django.utils.dateformat import TimeFormat as Clock
from django.utils.formats import number_format
from django.utils.translation import get_language

from dabir.persian import HALF_SPACE, JalaliDay, to_persian_digits
from dabir.persian.jalali import FIRST_YEAR, LAST_YEAR, MONTHS, clock_time

MACHINE_FORMATS: Final = frozenset(
    {"c", "r", "u", "U", "O", "Z", "Y-m-d", "Y-m-d H:i", "Y-m-d H:i:s", r"Y-m-d\TH:i:s"}
)
"""Formats for an attribute, a form or a feed: Gregorian, in ASCII digits."""


def _for_people(format_string: str) -> bool:
    """Say whether what is written in this format is for Persian readers."""
    return (get_language() or "").startswith("fa") and str(format_string) not in MACHINE_FORMATS


class _Jalali(Gregorian):
    """The letters of Django's date formats, told by the Jalali calendar."""

    def __init__(self, moment: date | datetime) -> None:
        super().__init__(moment)
        self.day = JalaliDay.of(date(moment.year, moment.month, moment.day))

    def d(self) -> str:
        return f"{self.day.day:02}"

    def j(self) -> int:
        return self.day.day

    def S(self) -> str:  # noqa: N802
        return f"{HALF_SPACE}ام"

    def D(self) -> str:  # noqa: N802
        """The first letter of the weekday, as wall calendars have it: «ش», «ی», … «ج»."""
        return self.day.weekday_name[0]

    def l(self) -> str:  # noqa: E743
        return self.day.weekday_name

    def w(self) -> int:
        """The weekday as a number: 0 for Saturday to 6 for Friday."""
        return self.day.weekday

    def n(self) -> int:
        return self.day.month

    def m(self) -> str:
        return f"{self.day.month:02}"

    def F(self) -> str:  # noqa: N802
        return MONTHS[self.day.month - 1]

    b = E = M = N = F

    def t(self) -> str:
        return str(self.day.in_month.length)

    def y(self) -> str:
        return f"{self.day.year % 100:02}"

    def Y(self) -> int:  # noqa: N802
        return self.day.year

    o = Y

    def L(self) -> bool:  # noqa: N802
        return JalaliDay(self.day.year, 12, 1).in_month.length == 30

    def z(self) -> int:
        """The day of the year, 1 to 366."""
        return (self.day.gregorian - JalaliDay(self.day.year, 1, 1).gregorian).days + 1

    def W(self) -> int:  # noqa: N802
        """The week of the year; weeks begin on Saturday, and Nowruz is in the first."""
        first = JalaliDay(self.day.year, 1, 1).weekday
        return (first + self.z() - 1) // 7 + 1


class DateFormat(Gregorian):
    """Django's date formatter, in the Jalali calendar where Persian readers read it.

    A year that the calendar's arithmetic does not cover stays Gregorian.
    """

    def format(self, formatstr: str) -> str:
        moment: Any = self.data
        known = FIRST_YEAR < moment.year - 621 < LAST_YEAR
        if not (known and _for_people(formatstr)):
            return str(super().format(formatstr))
        return to_persian_digits(_Jalali(moment).format(formatstr))


class TimeFormat(Clock):
    """Django's time formatter, in Persian digits where Persian readers read it."""

    def format(self, formatstr: str) -> str:
        written = super().format(formatstr)
        return to_persian_digits(written) if _for_people(formatstr) else written


def number(value: Decimal | float | str, *args: Any, **kwargs: Any) -> str:
    """Return ``value`` as ``number_format`` does, in Persian digits and with Persian signs.

    Thousands stand apart, which Django's Persian locale forgets.
    """
    written = number_format(value, *args, **kwargs)
    if not _for_people(""):
        return written
    if kwargs.get("force_grouping") and isinstance(value, int):
        written = f"{value:,}"
    return to_persian_digits(written).replace(",", "٬").replace(".", "٫")


def natural_time(value: Any) -> Any:
    """Return a moment's distance from now: «۳ ساعت پیش», «۳ ساعت دیگر»; all else as it is."""
    if not isinstance(value, date):
        return value
    ahead = _aware(value) - datetime.now(UTC)
    return f"{_span(ahead)} دیگر" if ahead >= MINUTE else ago(value)


MINUTE: Final = timedelta(minutes=1)
_SPANS: Final = (
    (timedelta(days=365), "سال"),
    (timedelta(days=30), "ماه"),
    (timedelta(days=7), "هفته"),
    (timedelta(days=1), "روز"),
    (timedelta(hours=1), "ساعت"),
    (MINUTE, "دقیقه"),
)


def _aware(moment: date | datetime) -> datetime:
    """Return ``moment`` with a time zone; a day is its first moment."""
    if not isinstance(moment, datetime):
        moment = datetime(moment.year, moment.month, moment.day)
    return timezone.make_aware(moment) if timezone.is_naive(moment) else moment


def ago(moment: date | datetime) -> str:
    """Return how long ago ``moment`` was, by its largest span: «۳ ساعت پیش», «همین حالا»."""
    passed = datetime.now(UTC) - _aware(moment)
    return f"{_span(passed)} پیش" if passed >= MINUTE else "همین حالا"


def _span(time: timedelta) -> str:
    """Return a minute or more by its largest span: «۳ ساعت»."""
    span, name = next(each for each in _SPANS if time >= each[0])
    return f"{to_persian_digits(time // span)} {name}"


def last_update(
    last_update: datetime,
    show_time_prefix: bool = False,
    user_display_name: str = "",
    use_shorthand: bool = True,
) -> str:
    """Return when something last changed, and by whom: «ساعت ۱۴:۰۵، سارا رها».

    The clock's time today, and how long ago on another day. The parameters are those of
    Wagtail's tag, whose place this takes.
    """
    moment = _aware(last_update)
    if JalaliDay.of(moment) == JalaliDay.of(timezone.now()):
        told = f"ساعت {clock_time(moment)}"
    else:
        told = ago(moment)
    return f"{told}، {user_display_name}" if user_display_name else told


def short_moment(moment: datetime) -> str:
    """Return ``moment`` for a narrow column: «امروز ۱۴:۰۵», «۲۱ خرداد ۱۳۹۵، ۱۴:۰۵»."""
    day, today = JalaliDay.of(moment), JalaliDay.of(timezone.now())
    if day == today:
        return f"امروز {clock_time(moment)}"
    if day == today.previous:
        return f"دیروز {clock_time(moment)}"
    told = f"{to_persian_digits(day.day)} {day.in_month.name}"
    if day.year != today.year:
        told += f" {to_persian_digits(day.year)}"
    return f"{told}، {clock_time(moment)}"


def _items_count_label(paginator: Any) -> str:
    """Return how many there are of what a list shows, in Persian digits."""
    return f"{to_persian_digits(paginator.count)} {paginator.verbose_name}"


def install() -> None:
    """Put the newsroom's formatters in the places where Django and Wagtail look for theirs."""
    from wagtail.admin.paginator import WagtailPaginator
    from wagtail.admin.templatetags import wagtailadmin_tags

    dateformat.DateFormat = DateFormat  # type: ignore[misc]
    dateformat.TimeFormat = TimeFormat  # type: ignore[misc]
    humanize.number_format = number  # type: ignore[attr-defined]
    humanize.NaturalTimeFormatter.string_for = staticmethod(natural_time)  # type: ignore[method-assign]
    WagtailPaginator.items_count_label = property(_items_count_label)
    wagtailadmin_tags.timesince_simple = ago
    wagtailadmin_tags.timesince_last_update = last_update
    wagtailadmin_tags.register.filter("timesince_simple", ago)
    wagtailadmin_tags.register.simple_tag(last_update, name="timesince_last_update")
