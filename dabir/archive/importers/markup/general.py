"""The body of a page whose system nobody knows: readability-lxml finds its box."""

import logging
from collections import Counter
from collections.abc import Iterator
from typing import Final

from lxml import etree, html
from readability import Document

from dabir.archive.importers.furniture import kind_of
from dabir.archive.importers.kinds import Kind
from dabir.archive.importers.lines import make_line
from dabir.archive.importers.markup.dom import Dom, Element
from dabir.archive.importers.markup.texts import line_of, lines_of

ENOUGH: Final = 80
"""A box with fewer signs than this is no body."""
MOST: Final = 0.7
"""A box that holds this much of the paragraphs holds the body; a lead may stand outside."""
LARGEST: Final = 3_000_000
"""On larger pages than this, in bytes, it is not asked: it walks them many times."""
_TEXTS: Final = ("p", "div", "span", "td", "article", "section", "li", "blockquote")

logging.getLogger("readability.readability").setLevel(logging.CRITICAL)


def find_body(dom: Dom) -> Element | None:
    """Return the story's box; None where nothing on the page looks like one.

    That is the innermost one that holds most of the paragraphs which readability keeps: it
    takes head and foot of the page along where they are near.
    """
    weights: Counter[Element] = Counter()
    element = None
    for line in _paragraphs(_read(dom)):
        found = _with_line(dom, line)
        element = element if found is None else found
        if element is not None:
            weights[element] += len(line)
    covered: Counter[Element] = Counter()
    for element, weight in weights.items():
        for box in (element, *element.iterancestors()):
            covered[box] += weight
    enough = MOST * weights.total()
    boxes = [box for box, weight in covered.items() if weight >= enough]
    return max(boxes, key=lambda box: dom.order[box], default=None)


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """Yield the lines that are paragraphs of a story; all, where there is no such line."""
    told = [make_line(line, 0, len(line)) for line in lines]
    prose = [line for line in told if line and line.is_prose and kind_of(line) is Kind.TEXT]
    return (line.text for line in (prose or told) if line)


def _with_line(dom: Dom, line: str) -> Element | None:
    """Return the innermost element that begins with a line."""
    found = None
    for element in dom.find(*_TEXTS):
        own = f"{element.text or ''}{''.join(child.tail or '' for child in element)}"
        if own.strip() and line_of(element).startswith(line):
            found = element
    return found


def _read(dom: Dom) -> list[str]:
    """Return the lines of the story as readability cuts it out of the page."""
    source = etree.tostring(dom.root, encoding="unicode", method="html")
    if len(source) > LARGEST:
        return []
    try:
        summary = Document(source).summary(html_partial=True)
        lines = lines_of(html.fragment_fromstring(summary, create_parent="div"))
    except Exception:
        # It raises what lxml and its own parsers raise; then the page is read line by line.
        return []
    return lines if sum(map(len, lines)) >= ENOUGH else []
