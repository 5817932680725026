"""Typography: the last things done to words before a reader sees them.

Stored text keeps what was typed. Here its digits become Persian, but not those of Latin
words («F-16», «Django 5.2») and addresses, and the addresses in plain text become links.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from email.utils import format_datetime
from itertools import groupby
from typing import Final
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from dabir.persian import JalaliDay, to_ascii_digits, to_persian_digits
from dabir.persian.jalali import TEHRAN, clock_time
from dabir.press.pages.shown import Card

READING_SPEED: Final = 180
"""Words that a reader reads in a minute."""

_FOREIGN_DIGIT: Final = re.compile(r"[0-9٠-٩]")
_LATIN: Final = re.compile(r"[A-Za-z]")
_SMALL: Final = r"</?su[bp]>"
_SMALL_TAG: Final = re.compile(_SMALL)
_PIECE: Final = re.compile(
    # words that have no digit and no number after them: a whole run at once, for speed
    r"(?:[^\s<&0-9٠-٩]++(?=\s|\Z)(?![ ][0-9])\s*+)++"
    r'|<(?:[^<>"]|"[^"]*")*>'  # a tag with its attributes
    r"|&#?\w+;"  # an entity
    rf"|(?P<word>[^\s<&]+(?:{_SMALL}[^\s<&]*)*"  # a word: H<sub>2</sub>O is one
    r"(?:[ ][0-9][^\s<&]*)*)"  # and the numbers after it
)
_LINKABLE: Final = re.compile(
    r"(?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<address>https?://[^\s<>«»،؛]*[^\s<>«»،؛.:!؟)\]])"
    r"|(?P<phone>(?<![\w/-])\+?[0-9۰-۹][0-9۰-۹ -]{5,17}[0-9۰-۹](?![\w/-]))"
)


def typeset(text: str) -> Markup:
    """Return ``text`` as markup with Persian digits; tags, entities and Latin words stay.

    Plain text is escaped. A number that follows a Latin word is part of its name.
    """
    html = str(escape(text))
    if not _FOREIGN_DIGIT.search(html):
        return Markup(html)  # noqa: S704  escaped above, or markup from the start
    return Markup(_PIECE.sub(_typeset_piece, html))  # noqa: S704  as above


def _typeset_piece(found: re.Match[str]) -> str:
    word = found["word"]
    if word is None or _LATIN.search(_SMALL_TAG.sub("", word) if "<" in word else word):
        return found[0]
    return to_persian_digits(word)


def paragraphs(text: str) -> list[list[str]]:
    """Return plain text as paragraphs of lines; an empty line parts paragraphs."""
    blocks = re.split(r"\n\s*\n", text.strip())
    return [[line.strip() for line in block.splitlines()] for block in blocks if block.strip()]


def linked(line: str) -> Markup:
    """Return plain text as markup: e-mail and web addresses and phone numbers are links."""
    return Markup("").join(_linked_pieces(line))


def _linked_pieces(line: str) -> Iterator[Markup]:
    end = 0
    for found in _LINKABLE.finditer(line):
        yield typeset(line[end : found.start()])
        yield _link(found)
        end = found.end()
    yield typeset(line[end:])


def _link(found: re.Match[str]) -> Markup:
    """Return one address as a link; left to right, which the words around it are not."""
    shown, target = found[0], found[0]
    if found["email"]:
        target = f"mailto:{shown}"
    elif found["phone"]:
        target = f"tel:{re.sub(r'[ -]', '', to_ascii_digits(shown))}"
        shown = to_persian_digits(shown)
    return Markup('<a href="{}" dir="ltr">{}</a>').format(target, shown)


def day_moment(moment: datetime) -> str:
    """Return ``moment`` as a list of several days shows it: «۲۱ خرداد ۱۳۹۵، ۱۴:۰۵»."""
    day = JalaliDay.of(moment)
    return f"{to_persian_digits(day.day)} {day.in_month}، {clock_time(moment)}"


def machine_moment(moment: datetime) -> str:
    """Return ``moment`` for machines, by Tehran's clock: ``2016-06-10T14:05:00+04:30``."""
    return moment.astimezone(TEHRAN).isoformat(timespec="seconds")


def mail_moment(moment: datetime) -> str:
    """Return ``moment`` as feeds write it (RFC 822)."""
    return format_datetime(moment.astimezone(TEHRAN))


def minutes_to_read(words: int) -> int:
    """Return how many minutes ``words`` take, at least one."""
    return max(1, round(words / READING_SPEED))


def whole(address: str, site: str) -> str:
    """Return an address with its host: the paper's, where the address names none."""
    return f"{site}{address}" if address.startswith("/") else address


def opened_with(html: Markup, place: str) -> Markup:
    """Return a body's first words with the place of the news before them, as papers print it."""
    if not place:
        return html
    opening = Markup('<b class="story__dateline">{}</b>').format(place)
    if html.startswith("<p>"):
        return Markup("<p>") + opening + html[len("<p>") :]
    return Markup("<p>{}</p>").format(opening) + html


def host(address: str) -> str:
    """Return the host of an address, or the address where it names none."""
    return urlsplit(address).hostname or address


def by_day(stories: Iterable[Card]) -> list[tuple[JalaliDay, list[Card]]]:
    """Return stories in their order, in groups of one day."""
    days = groupby(stories, key=lambda story: JalaliDay.of(story.published_at))
    return [(day, list(of_day)) for day, of_day in days]
