"""Names in a source line: where one ends, and whose it is."""

import re
from dataclasses import dataclass
from typing import Final

from dabir.archive.importers import source_words as words
from dabir.archive.importers.lines import aligned
from dabir.archive.importers.outlets import host_of_outlet, is_abroad

NAME_WORDS: Final = 9
"""A name without a known outlet in it is believed up to so many words before a comma."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the page and its aligned copy; ``number`` is its place."""

    text: str
    flat: str
    number: int

    @classmethod
    def of(cls, text: str, number: int) -> "Paragraph":
        return cls(text, words.COMMA_INSIDE.sub(" ", aligned(text)), number)

    def written(self, found: re.Match[str], group: str) -> str:
        """Return as written what a match over the aligned copy has found."""
        return tidy(self.text[slice(*found.span(group))])


@dataclass(frozen=True, slots=True)
class Named:
    """A name in the source line and where it ends."""

    name: str
    end: int
    post: str = ""
    city: str = ""


def read_name(paragraph: Paragraph, at: int, most: int = NAME_WORDS) -> Named | None:
    """Return the name that begins at ``at``: a known one, a quoted one, or up to the comma."""
    known = read_outlet(paragraph, at)
    if known:
        return known
    flat = paragraph.flat
    stop = words.STOP.search(flat, at)
    if stop is None:
        return None
    before = words.AFTER_INSIDE.search(flat, at, stop.start())
    end = before.start() if before else stop.start()
    if not 0 < len(flat[at:end].split()) <= most or words.VERB.search(flat, at, end):
        return None
    return _up_to(paragraph, at, end)


def read_outlet(paragraph: Paragraph, at: int) -> Named | None:
    """Return the known, quoted or own outlet whose name begins at ``at``, with its city."""
    forms = (words.KNOWN, words.QUOTED, words.OURS)
    known = next((found for form in forms if (found := form.match(paragraph.flat, at))), None)
    if known is None:
        return None
    name, post = paragraph.written(known, "name"), known["post"] or ""
    city = words.CITY.match(paragraph.flat, known.end())
    city = city or words.UNLISTED_CITY.match(paragraph.flat, known.end())
    if city:
        return Named(name, city.end(), post, paragraph.written(city, "city"))
    return Named(name, known.end(), post, paragraph.written(known, "place"))


def _up_to(paragraph: Paragraph, at: int, end: int) -> Named:
    """Return the name text[at:end], its last words taken for a city where they are one."""
    flat = paragraph.flat[at:end]
    city = words.CITY_AT_END.search(flat)
    name = paragraph.text[at : at + city.start()] if city else paragraph.text[at:end]
    post = re.match(rf"{words.POST}\s", flat)
    return Named(tidy(name), end, post[0] if post else "", city["city"] if city else "")


def is_own(named: Named, hosts: frozenset[str], signed: bool, opens_body: bool) -> bool:
    """Say whether «به گزارش …» names the outlet that tells, not one that it tells after.

    A correspondent's or a desk's outlet is its own. An institution or an agency abroad never
    is. For an outlet at home the page's hosts decide; where it shows none, an end mark, or
    the source line's place: an outlet's own line opens the body.
    """
    if named.post and not named.post.startswith("روز "):
        return True
    if is_abroad(named.name) or words.INSTITUTION.match(aligned(named.name)):
        return _is_at(named.name, hosts)
    if not host_of_outlet(named.name) or _is_at(named.name, hosts):
        return True
    return not hosts and (signed or opens_body)


def _is_at(name: str, hosts: frozenset[str]) -> bool:
    home = host_of_outlet(name)
    return bool(home) and any(host == home or host.endswith(f".{home}") for host in hosts)


def is_agency(name: str) -> bool:
    """Say whether a name is an agency's or another outlet's, not an institution's."""
    return is_abroad(name) or "خبرگزاری" in name or bool(host_of_outlet(name))


def tidy(name: str) -> str:
    """Return a name without blanks, the quotes around it and brackets behind it."""
    name = re.sub(r"\s?\([^()]*\)$", "", name.strip(words.TRAILING))
    quoted = len(name) > 2 and name[0] in words.QUOTE and name[-1] in words.QUOTE
    return (name[1:-1] if quoted else name).strip(words.TRAILING)
