"""Template tags of the newsroom that write dates and numbers as Persian readers do."""

from django import template

from dabir.newsroom.models import Paper
from dabir.persian import to_persian_digits

register = template.Library()


@register.filter
def persian(value: object) -> str:
    """Write every digit of ``value`` as the Persian one."""
    return to_persian_digits(value)


@register.simple_tag(takes_context=True)
def newsroom_name(context: template.Context) -> str:
    """Return what the newsroom is called, by the paper's name."""
    return f"تحریریهٔ {Paper.load(context.get('request')).name}"
