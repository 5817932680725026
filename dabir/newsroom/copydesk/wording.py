"""The words on either side of a mark, cut between words, for who reads a list of marks."""

from typing import Final

_LENGTH: Final = 48
"""Characters of either side."""


def last_words(text: str) -> str:
    """Return the end of ``text``, with «…» where something was cut off before it."""
    if len(text) <= _LENGTH:
        return text
    return "…" + (text[-_LENGTH:].partition(" ")[2] or text[-_LENGTH:])


def first_words(text: str) -> str:
    """Return the beginning of ``text``, with «…» where something was cut off behind it."""
    return last_words(text[::-1])[::-1]
