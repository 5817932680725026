"""What a reader sees of an element: its words in a line, or line by line."""

import re
from typing import Final

from dabir.archive.importers.lines import EDGES
from dabir.archive.importers.markup.dom import BLOCKS, SILENT, Element, is_hidden

_MARKED: Final = frozenset(("span", "a", "b", "i", "time", "label", "strong", "em"))
_BOXES: Final = frozenset(("div", "section", "header", "footer", "td", "li", "article", "main"))
_BLANKS: Final = re.compile(r"\s+")


def tidy(text: str) -> str:
    """Return a text without blanks at its ends, single blanks inside; half-spaces stay."""
    return _BLANKS.sub(" ", text).strip(EDGES)


def line_of(element: Element | None) -> str:
    """Return the words of an element in one line; empty where there is none."""
    return "" if element is None else tidy(" ".join(lines_of(element)))


def lines_of(element: Element, apart: bool = False) -> list[str]:
    """Return what stands in an element, a line for each block or break in it.

    ``apart`` sets words side by side in boxes of their own on lines of their own: a style
    sheet parts them before a reader's eyes.
    """
    pieces = "".join(_pieces(element, apart)).split("\n")
    return [line for piece in pieces if (line := tidy(piece))]


def _pieces(element: Element, apart: bool) -> list[str]:
    """Return the text of an element in pieces, a line end where a block begins or ends.

    Without recursion: pages nest as deep as they like.
    """
    out: list[str] = []
    if not _enter(element, out):
        return out
    stack = [(element, iter(element))]
    while stack:
        around, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            out.append("\n" if around.tag in BLOCKS or (apart and _stands_apart(around)) else "")
            left = around if stack else None
        elif _enter(child, out):
            stack.append((child, iter(child)))
            continue
        else:
            left = child
        if left is not None and left.tail:
            out.append(_BLANKS.sub(" ", left.tail))
    return out


def _stands_apart(element: Element) -> bool:
    """Say whether marked words have other marked words right behind them, in no paragraph."""
    around, behind = element.getparent(), element.getnext()
    if behind is None or around is None or (element.tail and element.tail.strip()):
        return False
    return element.tag in _MARKED and behind.tag in _MARKED and around.tag in _BOXES


def _enter(element: Element, out: list[str]) -> bool:
    """Take what stands before an element's children; say whether they are to be read."""
    tag = element.tag
    if tag == "br":
        out.append("\n")
        return False
    if tag in SILENT or is_hidden(element):
        return False
    out.append("\n" if tag in BLOCKS else "")
    if element.text:
        out.append(_BLANKS.sub(" ", element.text))
    return True
