"""What readers wrote under the story, with the answers."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from dabir.archive.importers import dates
from dabir.archive.importers.families import Family
from dabir.archive.importers.families.family import Comments
from dabir.archive.importers.lines import key, plain
from dabir.archive.importers.markup.dom import Dom, Element, parts_of
from dabir.archive.importers.markup.hints import read_moment
from dabir.archive.importers.markup.texts import line_of, lines_of
from dabir.archive.importers.record import Reader
from dabir.archive.importers.words import keys

NAME_LENGTH: Final = 80
TEXT_LENGTH: Final = 3000
NAMELESS: Final = "ناشناس"
MOST: Final = 2000
_HOUSE: Final = keys("تحریریه، پاسخ تحریریه، مدیر سایت، مدیر، admin")


def read_readers(dom: Dom, families: tuple[Family, ...]) -> tuple[Reader, ...]:
    """Return the comments on the page, in its order."""
    for family in families:
        told = family.comments
        items = list(dict.fromkeys(dom.find(*told.item)))[:MOST]
        items = _outermost(items)
        found = [reader for item in items if (reader := _thread(item, told, dom))]
        if found:
            return tuple(found)
    return ()


def _outermost(elements: list[Element]) -> list[Element]:
    """Return those that stand in no other of them."""
    known = set(elements)
    return [each for each in elements if not _under(each, known)]


def _thread(item: Element, told: Comments, dom: Dom) -> Reader | None:
    """Return a comment with its answers, those inside it and those right below it."""
    inner = list(_inside(item, told.answer))
    inner = _outermost(inner)
    below = list(_answers_below(item, told))
    reader = _reader(item, told, inner)
    if reader is None:
        return None
    answers = tuple(each for answer in (*inner, *below) if (each := _reader(answer, told, [])))
    return Reader(reader.name, reader.text, reader.sent, answers, reader.by_newsroom)


def _answers_below(item: Element, told: Comments) -> Iterator[Element]:
    """Yield the answers that stand after a comment's element and before the next comment's."""
    for element in item.itersiblings():
        if _fits(element, told.item) or not _fits(element, told.answer):
            return
        yield element


def _fits(element: Element, selectors: tuple[str, ...]) -> bool:
    return any(
        parts_of(selector)[-1].fits(element) for selector in selectors if " " not in selector
    )


def _inside(element: Element, selectors: tuple[str, ...]) -> Iterator[Element]:
    seen: set[Element] = set()
    for selector in selectors:
        found = [element]
        for part in parts_of(selector):
            found = [each for outer in found for each in outer.iterdescendants() if part.fits(each)]
        for each in found:
            if each not in seen:
                seen.add(each)
                yield each


def _reader(item: Element, told: Comments, answers: list[Element]) -> Reader | None:
    inside = set(answers)

    def own(selectors: tuple[str, ...]) -> list[Element]:
        found = _inside(item, selectors)
        return [each for each in found if each not in inside and not _under(each, inside)]

    name = next((text for each in own(told.name) if (text := line_of(each))), "")
    days = own(told.day)
    day = next((text for each in days if (text := line_of(each))), "")
    text = next((said for each in own(told.text) if (said := "\n".join(lines_of(each)))), "")
    text = text or _rest(item, {name, day}, inside)
    if not text:
        return None
    sent = next((moment for each in days if (moment := _moment(each))), None)
    name = name[:NAME_LENGTH] or NAMELESS
    return Reader(name, text[:TEXT_LENGTH], sent, (), key(name) in _HOUSE)


def _moment(element: Element) -> datetime | None:
    said = read_moment(element.get("datetime") or "")
    return said or dates.read_published(plain(line_of(element)))


def _under(element: Element, outer: set[Element]) -> bool:
    return any(above in outer for above in element.iterancestors())


def _rest(item: Element, said: set[str], answers: set[Element]) -> str:
    """Return the words of a comment whose text has no name of its own: all but name and day."""
    if answers:
        return ""
    return "\n".join(line for line in lines_of(item) if line not in said and len(line) > 2)
