"""The facts of Persian script: letters, digits and Jalali dates.

Pure Python, no Django. Everything here is true of the script whatever a paper's house
style is; judgement belongs to ``dabir.copydesk``.

    letters   half-space and its neighbours by name, folding of Arabic letter forms
    tokens    text cut into words, numbers, signs, and what nobody may touch
    digits    Persian, Arabic and ASCII digits, one into the other
    jalali    the Iranian solar calendar: days, months, leap years, dates as a paper writes them
    typing    text as it arrives from a form: control characters out, spaces tidy
"""

from dabir.persian.digits import to_ascii_digits, to_persian_digits
from dabir.persian.jalali import JalaliDay, JalaliMonth, read_day, read_moment
from dabir.persian.letters import (
    HALF_SPACE,
    INVISIBLE,
    fold_letters,
    persian_letters,
    skeleton,
)
from dabir.persian.typing import clean_line, clean_text

__all__ = [
    "HALF_SPACE",
    "INVISIBLE",
    "JalaliDay",
    "JalaliMonth",
    "clean_line",
    "clean_text",
    "fold_letters",
    "persian_letters",
    "read_day",
    "read_moment",
    "skeleton",
    "to_ascii_digits",
    "to_persian_digits",
]
