"""Phone numbers and prices as people type them: digits of any kind, any usual separator."""

import re
from typing import Final

from dabir.persian import HALF_SPACE, to_ascii_digits

PHONE_HELP: Final = (
    "شمارهٔ همراه را مانند ۰۹۱۲۱۲۳۴۵۶۷ یا شمارهٔ ثابت را با کد شهر مانند ۰۲۱۸۸۷۷۶۶۵۵ بنویسید."
)
NO_PHONE: Final = (
    f"این شمارهٔ تلفن درست نیست: شماره یازده رقم دارد و با ۰۹ یا کد شهر آغاز می{HALF_SPACE}شود."
)
PRICE_HELP: Final = (
    "قیمت را به تومان و تنها با رقم بنویسید، مانند ۱٬۲۵۰٬۰۰۰؛ یا خالی بگذارید تا «توافقی» شود."
)
NO_PRICE: Final = "این قیمت خوانده نشد؛ قیمت را به تومان و تنها با رقم بنویسید."
HIGHEST_PRICE: Final = 999_999_999_999_999

MOBILE: Final = re.compile(r"09[0-9]{9}")
LANDLINE: Final = re.compile(
    r"0(?:1[137]|2[1345678]|3[1458]|4[145]|5[1468]|6[16]|7[1467]|8[13467])[0-9]{8}"
)
"""The area code of one of Iran's 31 provinces, and a number of its own."""

_COUNTRY: Final = re.compile(r"^(?:\+|00)980?|^98(?=[0-9]{10}$)|^(?=9[0-9]{9}$)")
_PHONE_SEPARATORS: Final = re.compile(rf"[\s{HALF_SPACE}()\-\u2010-\u2015._/]+")
_SEPARATOR: Final = rf"[\s{HALF_SPACE},.،٬٫'’_/]"
_PRICE: Final = re.compile(rf"[0-9]+|[0-9]{{1,3}}(?:{_SEPARATOR}[0-9]{{3}})+")
_TOMAN: Final = re.compile(r"\s*تومان\s*$")


def read_phone(text: str) -> str:
    """Return the Iranian phone number typed as ``text``: ASCII digits that begin with 0.

    ValueError, with what to do in Persian, for anything else.
    """
    digits = _PHONE_SEPARATORS.sub("", to_ascii_digits(text))
    digits = _COUNTRY.sub("0", digits)
    if not (MOBILE.fullmatch(digits) or LANDLINE.fullmatch(digits)):
        raise ValueError(NO_PHONE)
    return digits


def read_price(text: str) -> int | None:
    """Return the price in toman typed as ``text``; None, for «توافقی», where it is empty or zero.

    ValueError, with what to do in Persian, for anything else. A point or a comma may only
    stand between thousands, so that «۱۲۵۰٫۵» is not read as another price.
    """
    plain = _TOMAN.sub("", to_ascii_digits(text)).strip()
    if plain in {"", "توافقی"}:
        return None
    if not _PRICE.fullmatch(plain):
        raise ValueError(NO_PRICE)
    digits = re.sub(_SEPARATOR, "", plain)
    if len(digits.lstrip("0")) > len(str(HIGHEST_PRICE)):
        raise ValueError("این قیمت بیش از اندازه بزرگ است؛ قیمت را به تومان بنویسید.")
    return int(digits) or None
