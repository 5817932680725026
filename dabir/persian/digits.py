"""Digits: Persian (۰-۹), Arabic (٠-٩) and ASCII."""

from typing import Final

ASCII_DIGITS: Final = "0123456789"
PERSIAN_DIGITS: Final = "۰۱۲۳۴۵۶۷۸۹"
ARABIC_DIGITS: Final = "٠١٢٣٤٥٦٧٨٩"

_TO_PERSIAN: Final = str.maketrans(ASCII_DIGITS + ARABIC_DIGITS, PERSIAN_DIGITS * 2)
_TO_ASCII: Final = str.maketrans(PERSIAN_DIGITS + ARABIC_DIGITS, ASCII_DIGITS * 2)


def to_persian_digits(value: object) -> str:
    """Return ``value`` as text with every ASCII or Arabic digit as the Persian one."""
    return str(value).translate(_TO_PERSIAN)


def to_ascii_digits(text: str) -> str:
    """Return ``text`` with every Persian or Arabic digit as the ASCII one."""
    return text.translate(_TO_ASCII)


def group_thousands(number: int) -> str:
    """Return ``number`` in Persian digits, thousands apart: ``1250000`` -> «۱٬۲۵۰٬۰۰۰»."""
    return to_persian_digits(f"{number:,}".replace(",", "٬"))
