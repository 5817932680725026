"""Template tags of the newsroom that write dates and numbers as Persian readers do."""

from datetime import datetime

from django import template

from dabir.newsroom.jalali import short_moment
from dabir.newsroom.models import Paper
from dabir.persian import to_persian_digits

register = template.Library()


@register.filter
def persian(value: object) -> str:
    """Write every digit of ``value`` as the Persian one."""
    return to_persian_digits(value)


@register.filter
def jalali_moment(when: datetime) -> str:
    """Write a moment by the Jalali calendar and Tehran's clock: «۲۱ خرداد، ۱۴:۰۵»."""
    return short_moment(when)


@register.simple_tag(takes_context=True)
def newsroom_name(context: template.Context) -> str:
    """Return what the newsroom is called, by the paper's name."""
    return f"تحریریهٔ {Paper.load(context.get('request')).name}"
