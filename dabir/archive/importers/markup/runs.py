"""Running text on its way into a paragraph: its words, and which of them are bold or linked."""

import re
from dataclasses import dataclass, field
from html import escape
from itertools import groupby
from typing import Final

from dabir.archive.importers.markup.texts import tidy

Format = tuple[str, str]
"""A tag and, for a link, its address."""

BOLD: Final[Format] = ("b", "")
FORMATS: Final = {
    "b": "b",
    "strong": "b",
    "i": "i",
    "em": "i",
    "sup": "sup",
    "sub": "sub",
}
_BLANKS: Final = re.compile(r"\s+")
_SAFE: Final = re.compile(r"^(?:https?://|mailto:|tel:|/(?!/))", re.IGNORECASE)


def is_safe(address: str) -> bool:
    """Say whether a link may lead there: the web, the paper itself, mail and telephone."""
    return bool(_SAFE.match(address)) and "\\" not in address


@dataclass(slots=True)
class Run:
    """Pieces of text with the formats over each."""

    pieces: list[tuple[str, tuple[Format, ...]]] = field(default_factory=list)

    def add(self, text: str | None, formats: tuple[Format, ...]) -> None:
        if text:
            self.pieces.append((_BLANKS.sub(" ", text), formats))

    @property
    def text(self) -> str:
        return tidy("".join(text for text, _ in self.pieces))

    def is_all(self, tag: str) -> bool:
        """Say whether every word is bold (``b``), or a link's (``a``)."""
        said = [formats for text, formats in self.pieces if text.strip()]
        return bool(said) and all(any(name == tag for name, _ in formats) for formats in said)

    @property
    def links(self) -> list[str]:
        """The words of each link, in order."""
        parts = groupby(self.pieces, key=lambda piece: _link(piece[1]))
        return [
            words
            for address, pieces in parts
            if address and (words := tidy("".join(text for text, _ in pieces)))
        ]

    def markup(self) -> str:
        """Return the text as rich text, blanks as ``text`` has them."""
        told = self.text
        out: list[str] = []
        at = 0
        for text, formats in self.pieces:
            kept, at = _taken(text, told, at)
            out.append(_wrap(kept, formats))
        return "".join(out)


def _link(formats: tuple[Format, ...]) -> str:
    return next((address for tag, address in formats if tag == "a"), "")


def _taken(piece: str, told: str, at: int) -> tuple[str, int]:
    """Return as much of ``told`` from ``at`` on as ``piece`` holds, and where it ends."""
    kept: list[str] = []
    for sign in piece:
        if at < len(told) and told[at] == sign:
            kept.append(sign)
            at += 1
    return "".join(kept), at


def _wrap(text: str, formats: tuple[Format, ...]) -> str:
    markup = escape(text, quote=False)
    if not text.strip():
        return markup
    for tag, address in reversed(formats):
        opening = f'<a href="{escape(address)}">' if tag == "a" else f"<{tag}>"
        markup = f"{opening}{markup}</{tag}>"
    return markup
