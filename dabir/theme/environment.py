"""The Jinja environment of readers' pages: the last step of presentation.

Persian digits, Jalali dates and typography are put on here and nowhere below.
"""

from typing import Any

from django.templatetags.static import static
from jinja2 import Environment, StrictUndefined

from dabir.persian import HALF_SPACE, JalaliDay, to_persian_digits
from dabir.persian.digits import group_thousands
from dabir.persian.jalali import clock_time, long_moment, numeric_moment


def environment(**options: Any) -> Environment:
    """Return the environment with the theme's filters and globals."""
    options.update(undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made = Environment(**options)  # noqa: S701  Django's backend turns autoescape on
    made.filters.update(
        persian=to_persian_digits,
        thousands=group_thousands,
        clock=clock_time,
        long_moment=long_moment,
        numeric_moment=numeric_moment,
        jalali=JalaliDay.of,
    )
    made.globals.update(static=static, HALF_SPACE=HALF_SPACE)
    return made
