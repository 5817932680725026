"""Times as a moderator reads them."""

from datetime import datetime

from django import template

from dabir.persian.jalali import long_moment

register = template.Library()


@register.filter
def moment(when: datetime) -> str:
    """Write ``when`` by the Jalali calendar: «جمعه ۲۱ خرداد ۱۳۹۵، ۱۴:۰۵»."""
    return long_moment(when)
