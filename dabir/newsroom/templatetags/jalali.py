"""Template tags of the newsroom that write dates and numbers as Persian readers do."""

from django import template

from dabir.persian import to_persian_digits

register = template.Library()


@register.filter
def persian(value: object) -> str:
    """Write every digit of ``value`` as the Persian one."""
    return to_persian_digits(value)
