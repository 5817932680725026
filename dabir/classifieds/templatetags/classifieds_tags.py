"""Template tags of the queue: moments and prices as Persian readers write them."""

from datetime import datetime

from django import template

from dabir.persian.digits import group_thousands
from dabir.persian.jalali import long_moment

register = template.Library()


@register.filter
def jalali_moment(moment: datetime | None) -> str:
    """Write ``moment`` as «جمعه ۲۱ خرداد ۱۳۹۵، ۱۴:۰۵»; nothing for None."""
    return long_moment(moment) if moment else ""


@register.filter
def toman(price: int | None) -> str:
    """Write a price as «۱٬۲۵۰٬۰۰۰ تومان», or «توافقی»."""
    return f"{group_thousands(price)} تومان" if price else "توافقی"
