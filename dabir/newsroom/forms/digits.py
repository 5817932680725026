"""What a form refuses is told in Persian digits; Django and Wagtail write their limits in Latin.

«تا 300 نویسه» -> «تا ۳۰۰ نویسه»
"""

import re
from collections.abc import Iterator
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.utils.translation import get_language

from dabir.persian import to_persian_digits

_NUMBER: Final = re.compile(r"(?<![A-Za-z\d])\d+(?![A-Za-z\d])")
"""A number by itself, and not a part of «mp4»."""

_told: Final = ValidationError.__iter__


def _in_persian_digits(error: ValidationError) -> Iterator[Any]:
    is_persian = (get_language() or "").startswith("fa")
    for told in _told(error):
        if is_persian and isinstance(told, str):
            yield _NUMBER.sub(lambda number: to_persian_digits(number[0]), told)
        else:
            yield told


def install() -> None:
    """Let every refusal pass by here on its way to its reader."""
    ValidationError.__iter__ = _in_persian_digits  # type: ignore[method-assign]
