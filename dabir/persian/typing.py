"""Text as it arrives from a form or a file: readable, tidy, and with nothing hidden in it."""

import re
import unicodedata
from typing import Final

from dabir.persian.letters import HALF_SPACE, INVISIBLE

_HIDDEN: Final = str.maketrans(dict.fromkeys(INVISIBLE))
_STRAY_HALF_SPACE: Final = re.compile(
    f"{HALF_SPACE}+(?=\\s|$)|(?<=\\s){HALF_SPACE}+|^{HALF_SPACE}+"
)
_REPEATED_HALF_SPACE: Final = re.compile(f"{HALF_SPACE}{{2,}}")
_BLANKS: Final = re.compile(r"[^\S\n]+")
_EMPTY_LINES: Final = re.compile(r"\n{3,}")


def _is_writing(character: str) -> bool:
    """Say whether ``character`` may stand in text: no control, surrogate or private sign."""
    return character in "\n\t" or unicodedata.category(character) not in {"Cc", "Cs", "Co", "Cn"}


def clean_text(text: str) -> str:
    """Return ``text`` without control and direction signs, its blanks and line ends tidy.

    Letters, digits and half-spaces inside words stay as they were typed.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_HIDDEN)
    text = "".join(filter(_is_writing, text))
    text = _BLANKS.sub(" ", text)
    text = _REPEATED_HALF_SPACE.sub(HALF_SPACE, text)
    text = _STRAY_HALF_SPACE.sub("", text)
    text = "\n".join(line.strip() for line in text.split("\n"))
    return _EMPTY_LINES.sub("\n\n", text).strip()


def clean_line(text: str) -> str:
    """Return ``text`` cleaned like ``clean_text`` and on one line."""
    return " ".join(clean_text(text).split())
