"""Headline, kicker and lead of a page with markup: by their names, else by their place.

The headline's name is trusted where the page's title says the same. Kicker and lead are
looked for in the smallest box that holds both headline and body, so that a list beside the
story lends it nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from dabir.archive.importers.families import Family
from dabir.archive.importers.furniture import kind_of
from dabir.archive.importers.kinds import Kind
from dabir.archive.importers.lines import key, make_line
from dabir.archive.importers.markup.dom import (
    BLOCKS,
    SILENT,
    Dom,
    Element,
    common_box,
    is_hidden,
)
from dabir.archive.importers.markup.hints import Hints
from dabir.archive.importers.markup.texts import line_of, lines_of
from dabir.archive.importers.record import HEADLINE_LENGTH, KICKER_LENGTH, LEAD_LENGTH

LEAD_SHORTEST: Final = 40
_BETWEEN: Final = 60
"""So many elements between headline and body are looked at, at most."""


@dataclass(slots=True)
class Head:
    """The texts, and the elements that they came from."""

    headline: str = ""
    kicker: str = ""
    lead: str = ""
    bullets: tuple[str, ...] = ()
    at: Element | None = None
    used: set[Element] = field(default_factory=set)
    """Elements that were told: the body does not tell them again."""


def find_headline(dom: Dom, families: tuple[Family, ...], hints: Hints) -> Head:
    """Return the headline that the page's title confirms, or else the first one so named."""
    titles = [key(said) for said in (hints.headline, hints.title) if said]
    first: Head | None = None
    for family in families:
        for element in dom.find(*family.headline):
            text = line_of(element)
            if (
                not 0 < len(text) <= HEADLINE_LENGTH
                or key(text) == key(hints.site)
                or not key(text)
            ):
                continue
            found = Head(headline=text, at=element, used={element})
            if any(key(text) in title for title in titles):
                return found
            first = first or found
    return first or Head(headline=_without_site(hints))


def _without_site(hints: Hints) -> str:
    """Return the title that machines are told, without the site's name behind it."""
    said = hints.headline or hints.title
    for sign in (" | ", " - ", " – ", " — ", " :: "):
        before, _, behind = said.rpartition(sign)
        if before and (key(behind) in key(hints.site) or key(hints.site) in key(behind)):
            return before[:HEADLINE_LENGTH]
    return said if len(said) <= HEADLINE_LENGTH else ""


def read_around(head: Head, dom: Dom, families: tuple[Family, ...], body: Element) -> None:
    """Find kicker, lead and bullets around the headline."""
    if head.at is None:
        return
    scope = common_box(head.at, body)
    inside = _Inside(dom, scope, body)
    _read_kicker(head, dom, families, inside)
    _read_bullets(head, dom, families, inside)
    _read_lead(head, dom, families, inside)


class _Inside:
    """Says whether an element stands in the story's box, and not in its body."""

    def __init__(self, dom: Dom, scope: Element, body: Element) -> None:
        self.dom, self.body = dom, body
        self.first, self.last = span_of(dom, scope)
        self.body_first, self.body_last = span_of(dom, body)

    def __contains__(self, element: Element) -> bool:
        place = self.dom.order[element]
        return self.first <= place <= self.last and place <= self.body_last


def span_of(dom: Dom, element: Element) -> tuple[int, int]:
    """Return the places of an element and of the last one in it."""
    last = element
    while len(last):
        last = last[-1]
    return dom.order[element], dom.order.get(last, dom.order[element])


def _candidates(
    dom: Dom, families: tuple[Family, ...], field_name: str, inside: _Inside, head: Head
) -> Iterator[tuple[Element, str]]:
    """Yield elements of a name, with their words, that are not told yet."""
    for family in families:
        for element in dom.find(*getattr(family, field_name)):
            if element in inside and element not in head.used and not _holds(element, head.at):
                yield element, line_of(element)


def _holds(element: Element, other: Element | None) -> bool:
    return other is not None and any(above is element for above in other.iterancestors())


# Kicker --------------------------------------------------------------------------------------
def _read_kicker(head: Head, dom: Dom, families: tuple[Family, ...], inside: _Inside) -> None:
    named = False
    for element, text in _candidates(dom, families, "kicker", inside, head):
        named = True
        if 0 < len(text) <= KICKER_LENGTH and key(text) not in {"", key(head.headline)}:
            head.kicker = text
            head.used.add(element)
            return
    if not named and head.at is not None:
        _kicker_above(head, head.at)


def _kicker_above(head: Head, at: Element) -> None:
    """Take a short title right above the headline in its own box, whatever its name."""
    near = at if at.getprevious() is not None else at.getparent()
    above = near.getprevious() if near is not None else None
    if above is None or above.tag not in {"h2", "h3", "h4", "h5", "h6", "p", "div", "span"}:
        return
    text = line_of(above)
    if _is_title(text) and key(text) != key(head.headline) and len(lines_of(above)) == 1:
        head.kicker = text
        head.used.add(above)


def _is_title(text: str) -> bool:
    line = make_line(text, 0, len(text))
    fits = line is not None and len(line.words) > 2 and len(text) <= KICKER_LENGTH
    return bool(fits and line and kind_of(line) is Kind.TEXT and not line.ends_a_sentence)


# Lead ------------------------------------------------------------------------------------------
def _read_bullets(head: Head, dom: Dom, families: tuple[Family, ...], inside: _Inside) -> None:
    for family in families:
        found = [each for each in dom.find(*family.bullets) if each in inside]
        lines = [line for each in found if (line := line_of(each))]
        if lines:
            head.bullets = tuple(dict.fromkeys(lines))
            head.used.update(found)
            return


def _read_lead(head: Head, dom: Dom, families: tuple[Family, ...], inside: _Inside) -> None:
    said = {"", key(head.headline), key(head.kicker)}
    named = False
    for element, _ in _candidates(dom, families, "lead", inside, head):
        if element is inside.body or _holds(element, inside.body):
            continue
        named = True
        lines = [line for line in lines_of(element) if key(line) not in said]
        lines = [line for line in lines if line not in head.bullets]
        text = " ".join(lines)
        if 0 < len(text) <= LEAD_LENGTH:
            head.lead = text
            head.used.add(element)
            return
    if not named and head.at is not None:
        _lead_between(head, head.at, inside)


def _lead_between(head: Head, at: Element, inside: _Inside) -> None:
    """Take the one paragraph that stands between headline and body, whatever its name."""
    for element in _between(at, inside):
        text = line_of(element)
        line = make_line(text, 0, len(text))
        if line and LEAD_SHORTEST <= len(text) <= LEAD_LENGTH and line.is_prose:
            if kind_of(line) is Kind.TEXT:
                head.lead = text
                head.used.add(element)
            return


def _between(at: Element, inside: _Inside) -> Iterator[Element]:
    """Yield the innermost boxes of text between headline and body."""
    start = span_of(inside.dom, at)[1]
    looked = 0
    scope = common_box(at, inside.body)
    for element in scope.iterdescendants(*BLOCKS):
        place = inside.dom.order[element]
        if place >= inside.body_first or looked > _BETWEEN:
            return
        if place <= start or is_hidden(element) or element.tag in SILENT:
            continue
        looked += 1
        if next(element.iterdescendants(*BLOCKS), None) is None:
            yield element
