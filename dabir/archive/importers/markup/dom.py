"""A parsed page, with its elements by class, id and tag.

Selectors are a small part of CSS: ``tag.class``, ``#id``, ``[attribute=value]``, and parts
with a blank between for what stands inside. One walk over the page serves all of them; a
general engine walks it once for each selector, which took six milliseconds apiece on a page
of 250 KB.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final, NamedTuple

from lxml import etree

Element = Any
"""An element of lxml's tree, which has no types of its own."""

DEEPEST: Final = 150
"""Elements nested deeper than this are read as plain text."""
SILENT: Final = frozenset(
    ("script", "style", "noscript", "template", "head", "svg", "select", "textarea", "button")
)
_UNREAD: Final = SILENT | {"title", "option"}
SHORT: Final = 120
"""Labels and facts are texts of fewer signs."""
BLOCKS: Final = frozenset(
    """address article aside blockquote body caption center dd details dialog div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section
    summary table tbody td tfoot th thead tr ul""".split()
)
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_PART: Final = re.compile(r"([.#]?)([\w-]+)|\[([\w:-]+)(?:=\"?([^\]\"]*)\"?)?\]")
_INDEXED: Final = ("itemprop", "rel", "property", "name")
"""Attributes that selectors may begin with."""
_UNSEEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


class Part(NamedTuple):
    """One step of a selector."""

    tag: str
    id: str
    classes: tuple[str, ...]
    attributes: tuple[tuple[str, str | None], ...]

    def fits(self, element: Element) -> bool:
        if self.tag and element.tag != self.tag:
            return False
        if self.id and element.get("id") != self.id:
            return False
        if self.classes and not set(self.classes) <= set(classes_of(element)):
            return False
        return all(_has(element, name, value) for name, value in self.attributes)


def _has(element: Element, name: str, value: str | None) -> bool:
    found = element.get(name)
    return found is not None and (value is None or value in found.split())


@lru_cache(maxsize=1024)
def parts_of(selector: str) -> tuple[Part, ...]:
    """Return the steps of a selector."""
    return tuple(_part(step) for step in selector.split())


def _part(step: str) -> Part:
    tag = name = ""
    classes: list[str] = []
    attributes: list[tuple[str, str | None]] = []
    for sign, word, attribute, value in _PART.findall(step):
        if attribute:
            attributes.append((attribute, value or None))
        elif sign == ".":
            classes.append(word)
        elif sign == "#":
            name = word
        else:
            tag = word
    return Part(tag, name, tuple(classes), tuple(attributes))


class Dom:
    """One page; ``root`` is its tree."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self._short: list[tuple[str, Element]] | None = None
        self.order: dict[Element, int] = {}
        self._by: defaultdict[tuple[str, str], list[Element]] = defaultdict(list)
        by, order = self._by, self.order
        for place, element in enumerate(root.iter(etree.Element)):
            order[element] = place
            by["tag", element.tag].append(element)
            read = element.get
            if classes := read("class"):
                for word in set(classes.split()):
                    by["class", word].append(element)
            if name := read("id"):
                by["id", name].append(element)
            for attribute in _INDEXED:
                if read(attribute) is not None:
                    by["has", attribute].append(element)

    def find(self, *selectors: str) -> Iterator[Element]:
        """Yield what fits the selectors: all of the first, then all of the second …"""
        for selector in selectors:
            first, *inner = parts_of(selector)
            found = [element for element in self._known(first) if first.fits(element)]
            for part in inner:
                found = list(_inside(found, part))
            yield from found

    def first(self, *selectors: str) -> Element | None:
        return next(self.find(*selectors), None)

    def saying(self, *words: str) -> Iterator[Element]:
        """Yield the elements that have a short text of their own with one of these words."""
        if self._short is None:
            self._short = list(_short_texts(self.root))
        for text, element in self._short:
            if any(word in text for word in words):
                yield element

    def _known(self, part: Part) -> list[Element]:
        """Return the shortest list at hand that holds all that ``part`` fits."""
        if part.id:
            return self._by.get(("id", part.id), [])
        if part.classes:
            return self._by.get(("class", part.classes[0]), [])
        if part.tag:
            return self._by.get(("tag", part.tag), [])
        return self._by.get(("has", part.attributes[0][0]), []) if part.attributes else []


def _inside(outer: list[Element], part: Part) -> Iterator[Element]:
    """Yield what fits ``part`` inside the elements, each once."""
    seen: set[Element] = set()
    for element in outer:
        for inner in element.iterdescendants(part.tag or etree.Element):
            if inner not in seen and part.fits(inner):
                seen.add(inner)
                yield inner


def _short_texts(root: Element) -> Iterator[tuple[str, Element]]:
    """Yield the short texts that readers may see, with the element around each."""
    for element in root.iter(etree.Element):
        text, tail = element.text, element.tail
        if text and len(text) < SHORT and element.tag not in _UNREAD and not text.isspace():
            yield text, element
        if tail and len(tail) < SHORT and not tail.isspace():
            around = element.getparent()
            if around is not None and around.tag not in _UNREAD:
                yield tail, around


def parse(text: str) -> Dom | None:
    """Return the page that ``text`` is, however broken; None where it has no element at all."""
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True
    )
    data = _UNSEEN.sub(" ", text).encode("utf-8", "replace")
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError):
        return None
    return None if root is None else Dom(root)


def common_box(one: Element, other: Element) -> Element:
    """Return the smallest element that holds both."""
    above = {one, *one.iterancestors()}
    return next((box for box in (other, *other.iterancestors()) if box in above), other)


def classes_of(element: Element) -> list[str]:
    found: list[str] = (element.get("class") or "").split()
    return found


def is_hidden(element: Element) -> bool:
    """Say whether readers do not see an element."""
    style = element.get("style")
    return "hidden" in element.attrib or bool(style and _HIDDEN.search(style))
