"""Facts that markup states: code, days, section, topics, who wrote it, addresses, counters."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final
from urllib.parse import unquote, urlsplit

from dabir.archive.importers import codes, dates, words
from dabir.archive.importers.counters import PENDING, PUBLISHED, REJECTED, read_comments
from dabir.archive.importers.families import Family
from dabir.archive.importers.lines import key, plain
from dabir.archive.importers.markup.boxes import headlines_in
from dabir.archive.importers.markup.dom import SHORT, Dom, Element
from dabir.archive.importers.markup.hints import Hints, read_moment
from dabir.archive.importers.markup.texts import line_of
from dabir.archive.importers.record import NAME_LENGTH, TOPIC_LENGTH, Comments

LINE: Final = SHORT
ADDRESS_LENGTH: Final = 400
MOST_TOPICS: Final = 30
MOST_RELATED: Final = 20
_BYLINE_LABEL: Final = re.compile(
    r"^(?:نویسنده(?:گان)?|به قلم|خبرنگار|گزارشگر|نگارنده|گزارش|یادداشت|مترجم|author|by)"
    r"\s*[:：/-]?\s*",
    re.I,
)
_NOBODY: Final = words.keys("""
    admin، administrator، editor، مدیر، مدیر سایت، تحریریه، ادمین، ناشناس
""")
_RELATED_WORDS: Final = ("مرتبط", "بخوانید", "مشابه", "همین", "ببینید")
_POST_ID: Final = re.compile(r"(?:^|\s)post(?:id)?-(\d{1,18})(?=\s|$)")


# Code ------------------------------------------------------------------------------------
def read_code(dom: Dom, families: tuple[Family, ...], hints: Hints) -> tuple[int | None, bool]:
    """Return the story's code, and whether the page itself says it (else its address does)."""
    for family in families:
        for element in dom.find(*family.code):
            if code := _code_in(line_of(element)):
                return code, True
    if hints.code:
        return hints.code, True
    for line in lines_with(dom, "کد", "كد", "شناسه", "شماره خبر", "News ID"):
        if code := codes.read_code(plain(line)):
            return code, True
    return _code_of_post(dom), True


def _code_in(text: str) -> int | None:
    said = plain(text)
    if len(said) > LINE:
        return None
    bare = re.fullmatch(rf"\D{{0,12}}?(\d{{3,{codes.DIGITS}}})", said)
    return codes.read_code(said) or (int(bare[1]) if bare else None) or None


def _code_of_post(dom: Dom) -> int | None:
    """Return WordPress's number of the post."""
    for element in dom.find("article", "body"):
        found = _POST_ID.search(f"{element.get('class') or ''} {element.get('id') or ''}")
        if found:
            return int(found[1])
    return None


def lines_with(dom: Dom, *said: str) -> Iterator[str]:
    """Yield the short lines on the page that say one of these words."""
    for element in dom.saying(*said):
        yield from _short_lines(element)


def _short_lines(element: Element | None) -> Iterator[str]:
    """Yield an element's line, and its box's where that is short too: label and value apart."""
    for _ in range(2):
        if element is None or len("".join(element.itertext())) > 3 * LINE:
            return
        yield line_of(element)
        element = element.getparent()


# Days ----------------------------------------------------------------------------------------
def read_days(
    dom: Dom, families: tuple[Family, ...], hints: Hints
) -> tuple[datetime | None, datetime | None]:
    """Return when the story was published and when it was changed: what readers see, or hints.

    Where readers see the day alone and machines are told its hour, that is taken.
    """
    seen = _first_moment(dom, families, "published")
    told = hints.published
    published = told if seen is None or _same_day(seen, told) else seen
    updated = _first_moment(dom, families, "updated") or hints.updated
    late = published and updated and updated - published > timedelta(minutes=1)
    return published, updated if late else None


def _same_day(seen: datetime, told: datetime | None) -> bool:
    midnight = (seen.hour, seen.minute) == (0, 0)
    return bool(told and midnight and told.astimezone(seen.tzinfo).date() == seen.date())


def _first_moment(dom: Dom, families: tuple[Family, ...], name: str) -> datetime | None:
    for family in families:
        for element in dom.find(*getattr(family, name)):
            said = element.get("datetime") or element.get("content") or ""
            text = line_of(element)
            if moment := read_moment(said) or (read_line(text) if text else None):
                return moment
    return None


def read_line(text: str) -> datetime | None:
    """Return the day of publication that a line tells, before any day of a change."""
    said = plain(text)
    return dates.read_published(said) if len(said) <= 2 * LINE else None


# Section, topics, byline -----------------------------------------------------------------
def read_section(
    dom: Dom, families: tuple[Family, ...], hints: Hints, said: str
) -> tuple[str, ...]:
    """Return the way to the story's section, from the widest down; ``said`` is its headline."""
    for family in families:
        for selector in family.section:
            names = _names(dom.find(selector), said)
            if names:
                return names
    return tuple(name for name in hints.section if key(name) not in words.HOME)


def _names(elements: Iterator[Element], headline: str) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for element in elements:
        name = line_of(element).strip(" »›>/|«‹:")
        if 0 < len(name) <= 60 and key(name) not in words.HOME and key(name) != key(headline):
            found.setdefault(key(name), name)
    return tuple(found.values())[:6]


def read_topics(dom: Dom, families: tuple[Family, ...], hints: Hints) -> tuple[str, ...]:
    for family in families:
        for selector in family.topics:
            found = _topics(line_of(element) for element in dom.find(selector))
            if found:
                return found
    return _topics(iter(hints.topics))


def _topics(said: Iterator[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for text in said:
        for part in re.split(r"[،,|؛#]", text):
            name = part.strip().replace("_", " ")
            if 0 < len(name) <= TOPIC_LENGTH and key(name) not in {*words.TAGS, ""}:
                found.setdefault(key(name), name)
    return tuple(found.values())[:MOST_TOPICS]


def read_byline(dom: Dom, families: tuple[Family, ...], hints: Hints) -> str:
    """Return who wrote the story; an administrator or the outlet itself is nobody."""
    said = (line_of(element) for family in families for element in dom.find(*family.byline))
    for text in (*said, hints.byline):
        name = _BYLINE_LABEL.sub("", text).strip()
        if 2 < len(name) <= NAME_LENGTH and len(name.split()) <= 6 and _is_person(name, hints):
            return name
    return ""


def _is_person(name: str, hints: Hints) -> bool:
    said = key(name)
    no_sign = not re.search(r"[:|؟!@]|\d", plain(name))
    return bool(no_sign and said not in _NOBODY and not (hints.site and said in key(hints.site)))


# Related stories, counters, addresses ------------------------------------------------------
def read_related(dom: Dom, families: tuple[Family, ...]) -> tuple[str, ...]:
    """Return the headlines in the first box of related stories that has a name."""
    for family in families:
        for selector in family.related:
            lines = [line_of(element) for element in dom.find(selector)]
            found = tuple(dict.fromkeys(line for line in lines if len(line.split()) > 2))
            if found:
                return found[:MOST_RELATED]
    return _related_under_label(dom)


def _related_under_label(dom: Dom) -> tuple[str, ...]:
    """Return the links of the box whose title is «مطالب مرتبط» in one of its forms."""
    for title in dom.saying(*_RELATED_WORDS):
        if key(line_of(title)) not in words.RELATED:
            continue
        box = title.getparent()
        for _ in range(3):
            found = tuple(dict.fromkeys(headlines_in(box))) if box is not None else ()
            if 0 < len(found) <= MOST_RELATED:
                return found
            box = box.getparent() if box is not None else None
    return ()


def read_counters(dom: Dom, families: tuple[Family, ...]) -> Comments | None:
    """Return the comment counters that the page shows."""
    named = [line_of(each) for family in families for each in dom.find(*family.counters)]
    lines = [plain(line) for line in (*named, *lines_with(dom, "انتشار", "انتظار"))]
    told = [line for line in lines if _counts(line)]
    found = read_comments(told) if told else None
    return found or read_comments([plain(line) for line in named if len(line) <= LINE])


def _counts(line: str) -> bool:
    return any(form.search(line) for form in (PENDING, PUBLISHED, REJECTED))


def read_addresses(
    dom: Dom, families: tuple[Family, ...], hints: Hints, address: str
) -> tuple[str, ...]:
    """Return every address of the page: where it was found, the canonical one, short ones."""
    short = (
        element.get("value") or element.get("href") or line_of(element)
        for family in families
        for element in dom.find(*family.short_address)
    )
    found = (each.strip() for each in (address, *hints.addresses, *short))
    return tuple(dict.fromkeys(each for each in found if _is_address(each)))


def _is_address(text: str) -> bool:
    known = codes.ADDRESS.fullmatch(unquote(text)) or text.startswith(("http://", "https://", "/"))
    return bool(known) and len(text) <= ADDRESS_LENGTH and bool(path_of(text).strip("/"))


def path_of(address: str) -> str:
    """Return the path of an address as a server sees it: decoded, without host and query."""
    try:
        parts = urlsplit(address if "://" in address or address.startswith("/") else f"//{address}")
    except ValueError:
        return ""
    return unquote(parts.path)
