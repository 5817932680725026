"""Patterns out of lists of phrases, as the modules around write them."""

import re
from typing import Final

_COMMA: Final = re.compile(r"\s*[،\n]\s*")


def any_of(phrases: str) -> str:
    """Return a pattern of any of the phrases, written with «،» or line ends between.

    The phrases are patterns themselves: a blank that may be missing is written `` ?``.
    """
    return f"(?:{'|'.join(phrase for phrase in _COMMA.split(phrases.strip()) if phrase)})"
