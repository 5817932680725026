"""The body's markup, walked through and told in blocks.

Running text between two blocks is a paragraph, and a break ends one as a paragraph's tag
does: old systems set whole stories with breaks alone. Pictures, tables, lists and quotes are
blocks of their own; boxes of the site (sharing, advertisements, tags) are passed over.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from dabir.archive.importers.markup import boxes, figures
from dabir.archive.importers.markup.dom import BLOCKS, DEEPEST, SILENT, Element, is_hidden
from dabir.archive.importers.markup.runs import FORMATS, Format, Run, is_safe
from dabir.archive.importers.markup.texts import line_of, lines_of
from dabir.archive.importers.record import Block, BlockKind

CROSS_HEAD_LENGTH: Final = 120
_HEADINGS: Final = frozenset(("h2", "h3", "h4", "h5", "h6"))
_SENTENCE_END: Final = re.compile(r"[.،؛:!؟]$")


@dataclass(slots=True)
class Told:
    """A block with what cleaning needs to know of it."""

    block: Block
    links: list[str] = field(default_factory=list)
    """The words of the links in it."""
    is_link: bool = False
    """Every word of it is a link's."""

    @property
    def text(self) -> str:
        return " ".join(self.block.lines)


class Walk:
    """One walk through a body, ``skip`` passed over.

    ``told`` holds the blocks, ``related`` the headlines of boxes.
    """

    def __init__(self, body: Element, skip: set[Element]) -> None:
        self._skip = skip
        self.told: list[Told] = []
        self.related: list[str] = []
        self._run = Run()
        self._prose = max(1, len(line_of(body)))
        self._inside(body, (), 0)
        self._flush()

    # Running text ---------------------------------------------------------------------
    def _inside(self, element: Element, formats: tuple[Format, ...], depth: int) -> None:
        self._run.add(element.text, formats)
        for child in element:
            self._element(child, formats, depth + 1)
            self._run.add(child.tail, formats)

    def _element(self, element: Element, formats: tuple[Format, ...], depth: int) -> None:
        tag = element.tag
        if tag in SILENT or element in self._skip or is_hidden(element):
            return
        if tag == "br":
            self._flush()
        elif depth > DEEPEST:
            self._run.add(" ".join(element.itertext()), formats)
        elif boxes.is_box(element, self._prose):
            self.related += boxes.related_in(element)
        elif not self._special(element, tag, depth):
            self._plain(element, tag, formats, depth)

    def _plain(self, element: Element, tag: str, formats: tuple[Format, ...], depth: int) -> None:
        """Walk into a paragraph or another box of text, or into marked words."""
        if tag in BLOCKS:
            self._flush()
            self._inside(element, formats, depth)
            self._flush()
        else:
            self._inside(element, (*formats, *_format(element, tag)), depth)

    def _flush(self) -> None:
        """End the paragraph."""
        run, self._run = self._run, Run()
        text = run.text
        if not text:
            return
        kind = BlockKind.CROSS_HEAD if _is_cross_head(run, text) else BlockKind.PARAGRAPH
        markup = "" if kind == BlockKind.CROSS_HEAD else f"<p>{run.markup()}</p>"
        self.told.append(Told(Block(kind, (text,), markup), run.links, run.is_all("a")))

    # Blocks of their own ----------------------------------------------------------------
    def _special(self, element: Element, tag: str, depth: int) -> bool:
        """Tell an element that is a block of its own; say whether it was one."""
        found = [told for told in _special(element, tag) if told]
        if found:
            self._flush()
            self.told += found
        return bool(found)


def _format(element: Element, tag: str) -> Iterator[Format]:
    if tag == "a":
        address = (element.get("href") or "").strip()
        if is_safe(address):
            yield ("a", address)
    elif tag in FORMATS:
        yield (FORMATS[tag], "")


def _is_cross_head(run: Run, text: str) -> bool:
    """Say whether a paragraph stands for a cross head: all bold, short, no sentence, no link."""
    short = len(text) <= CROSS_HEAD_LENGTH and not _SENTENCE_END.search(text)
    return short and run.is_all("b") and not run.links and len(text.split()) > 1


def _special(element: Element, tag: str) -> Iterator[Told | None]:
    if tag in _HEADINGS:
        yield _heading(element)
    elif tag in {"ul", "ol"}:
        yield _list(element, tag)
    elif tag == "blockquote":
        yield _quote(element)
    elif tag == "table":
        yield _table(element)
    else:
        yield from map(Told, figures.read(element, tag))


def _heading(element: Element) -> Told | None:
    text = line_of(element)
    if not text or len(text) > CROSS_HEAD_LENGTH or _holds(element, "img", "table", "p"):
        return None
    links = [words for link in element.iter("a") if (words := line_of(link))]
    is_link = bool(links) and tuple(links) == (text,)
    return Told(Block(BlockKind.CROSS_HEAD, (text,)), links, is_link)


def _holds(element: Element, *tags: str) -> bool:
    return next(element.iterdescendants(*tags), None) is not None


def _list(element: Element, tag: str) -> Told | None:
    """Return a list of words; one that holds pictures or boxes is walked through."""
    if _holds(element, "img", "table", "ul", "ol", "iframe", "video"):
        return None
    items: list[Run] = []
    for item in element.iterchildren("li"):
        run = Run()
        _gather(item, (), run)
        if run.text:
            items.append(run)
    if not items:
        return None
    markup = "".join(f"<li>{run.markup()}</li>" for run in items)
    lines = tuple(run.text for run in items)
    links = [words for run in items for words in run.links]
    is_link = all(run.is_all("a") for run in items)
    block = Block(BlockKind.PARAGRAPH, lines, f"<{tag}>{markup}</{tag}>")
    return Told(block, links, is_link)


def _gather(element: Element, formats: tuple[Format, ...], run: Run) -> None:
    """Gather the words of an element that holds no block."""
    run.add(element.text, formats)
    for child in element:
        if child.tag == "br" or child.tag in BLOCKS:
            run.add(" ", formats)
        if child.tag not in SILENT:
            _gather(child, (*formats, *_format(child, child.tag)), run)
        run.add(child.tail, formats)


def _quote(element: Element) -> Told | None:
    lines = tuple(lines_of(element))
    if not lines or _holds(element, "img", "table", "iframe"):
        return None
    return Told(Block(BlockKind.QUOTE, lines))


def _table(element: Element) -> Told | None:
    """Return a table of words; one that only sets the page's layout is walked through."""
    rows = [tuple(line_of(cell) for cell in row.iterchildren("td", "th")) for row in _rows(element)]
    rows = [row for row in rows if any(row)]
    if len(rows) < 2 or max(map(len, rows), default=0) < 2 or _holds(element, "table", "img"):
        return None
    if any(len(cell) > 300 for row in rows for cell in row):
        return None
    lines = tuple(" ".join(cell for cell in row if cell) for row in rows)
    return Told(Block(BlockKind.TABLE, lines, rows=tuple(rows)))


def _rows(element: Element) -> Iterator[Element]:
    yield from element.iterdescendants("tr")
