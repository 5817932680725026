"""The source line: «به گزارش … از … به نقل از …», «در گفت و گو با …», «… نوشت:».

Read from an aligned copy of the paragraph (Persian letters, plain blanks, same length), so
that every offset is one of the paragraph itself, and names are given as written.
``source_words`` has the words, ``naming`` knows where a name ends and whose it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dabir.archive.importers import source_words as words
from dabir.archive.importers.lines import aligned
from dabir.archive.importers.naming import (
    Named,
    Paragraph,
    is_agency,
    is_own,
    read_name,
    read_outlet,
    tidy,
)
from dabir.archive.importers.record import (
    CITY_LENGTH,
    OUTLET_LENGTH,
    OWN_OUTLET_LENGTH,
    Attribution,
    Kind,
)

AFTER_WORDS: Final = 22
"""A name behind «به نقل از» is believed up to so many words."""
OPENING_WITHIN: Final = 70
"""The source line opens the paragraph, or stands behind a dateline of this length."""
TALK_WITHIN: Final = 260
PARAGRAPHS: Final = 3
"""So many first paragraphs are looked at."""


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution and where it stands: which text, from where to where."""

    attribution: Attribution
    text: int
    start: int
    end: int
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the page shows of whose it is: its hosts, and whether an agency's mark ends it."""

    hosts: frozenset[str] = frozenset()
    signed: bool = False


def opens_with_source(text: str) -> bool:
    """Say whether a paragraph opens with «به گزارش …» or «به نقل از …»."""
    flat = aligned(text)
    return _opening_at(flat) is not None or bool(words.AFTER_OPENING.match(flat))


def _opening_at(flat: str) -> tuple[int, int] | None:
    """Return where «به گزارش» begins and ends, if it opens the paragraph's first sentence."""
    found = words.OPENING.search(flat[:OPENING_WITHIN])
    if found is None or "." in flat[: found.start()].lstrip(" ."):
        return None
    return found.span()


def read_attribution(body: Sequence[str], lead: str, evidence: Evidence) -> Found | None:
    """Return whom the story is told after; ``text`` of what is found counts the lead last."""
    paragraphs = [Paragraph.of(text, number) for number, text in enumerate(body)]
    told = Paragraph.of(lead, len(body))
    for paragraph in (*paragraphs[:PARAGRAPHS], told):
        if found := _read_report(paragraph, evidence) or _read_talk(paragraph, evidence):
            return found
    return _read_weaker(paragraphs, told)


def _read_weaker(paragraphs: list[Paragraph], told: Paragraph) -> Found | None:
    """Return what weaker signs say: «… نوشت:» at the opening, «منبع: …» at the end."""
    for paragraph in (told, *paragraphs[:1]):
        if found := _read_wrote(paragraph):
            return found
    for paragraph in reversed(paragraphs[-2:]):
        if found := _read_credit(paragraph):
            return found
    return None


# «به گزارش …» --------------------------------------------------------------------------
def _read_report(paragraph: Paragraph, evidence: Evidence) -> Found | None:
    if after := words.AFTER_OPENING.match(paragraph.flat):
        chain = _read_chain(paragraph, after.end())
        return _report(paragraph, 0, None, chain) if chain else None
    opening = _opening_at(paragraph.flat)
    first = read_name(paragraph, opening[1]) if opening else None
    if opening is None or first is None:
        return None
    chain = _read_behind(paragraph, first.end)
    own = bool(chain) or is_own(first, evidence.hosts, evidence.signed, paragraph.number == 0)
    if own:
        return _report(paragraph, opening[0], first, chain)
    return _report(paragraph, opening[0], None, [first])


def _read_behind(paragraph: Paragraph, at: int) -> list[Named]:
    """Return the names behind the first: after «به نقل از», or in «از وزارت …»."""
    if after := words.AFTER.match(paragraph.flat, at):
        return _read_chain(paragraph, after.end())
    found = words.FROM.match(paragraph.flat, at)
    return [Named(paragraph.written(found, "name"), found.end())] if found else []


def _read_chain(paragraph: Paragraph, at: int) -> list[Named]:
    """Return the name at ``at``, and the one behind a second «به نقل از»."""
    named = read_name(paragraph, at, AFTER_WORDS)
    after = words.AFTER.match(paragraph.flat, named.end) if named else None
    further = read_name(paragraph, after.end(), AFTER_WORDS) if after else None
    return [name for name in (named, further) if name]


def _report(paragraph: Paragraph, start: int, own: Named | None, chain: list[Named]) -> Found:
    """Return the source line: the outlet's own name, whom it tells after, who stood between."""
    names = [own, *chain] if own else chain
    phrase = paragraph.text[start : names[-1].end].rstrip(words.BLANKS)
    outlet = chain[-1].name[:OUTLET_LENGTH] if chain else ""
    said = Attribution(
        phrase=phrase,
        own_outlet=own.name[:OWN_OUTLET_LENGTH] if own else "",
        outlet=outlet,
        via=chain[0].name[:OUTLET_LENGTH] if len(chain) > 1 else "",
        city=next((name.city for name in names if name.city), "")[:CITY_LENGTH],
        kind=_kind(outlet),
    )
    return Found(said, paragraph.number, start, start + len(phrase), sure=bool(own))


def _kind(outlet: str) -> str:
    return Kind.AGENCY if is_agency(outlet) else Kind.REPORT


# «در گفت و گو با …», «… نوشت:», «منبع: …» ------------------------------------------------
def _read_talk(paragraph: Paragraph, evidence: Evidence) -> Found | None:
    """Return an interview with an outlet; one with «خبرنگاران» names nobody."""
    for opening in words.TALK.finditer(paragraph.flat[:TALK_WITHIN]):
        named = read_outlet(paragraph, opening.end())
        if named is None:
            continue
        phrase = paragraph.text[opening.start() : named.end].rstrip(words.TRAILING)
        start, number = opening.start(), paragraph.number
        return Found(_talk(phrase, named, evidence, number), number, start, start + len(phrase))
    return None


def _talk(phrase: str, named: Named, evidence: Evidence, number: int) -> Attribution:
    city = named.city[:CITY_LENGTH]
    if is_own(named, evidence.hosts, evidence.signed, number == 0):
        own = named.name[:OWN_OUTLET_LENGTH]
        return Attribution(phrase, own_outlet=own, city=city, kind=Kind.INTERVIEW)
    return Attribution(phrase, outlet=named.name[:OUTLET_LENGTH], city=city, kind=Kind.INTERVIEW)


def _read_wrote(paragraph: Paragraph) -> Found | None:
    found = words.WROTE.match(paragraph.flat)
    if found is None:
        return None
    phrase = paragraph.text[: found.end()].rstrip(words.TRAILING)
    own = paragraph.written(found, "own")
    outlet = paragraph.written(found, "outlet") if found["outlet"] else ""
    said = Attribution(phrase, outlet=outlet or own, via=own if outlet else "", kind=_kind(own))
    return Found(said, paragraph.number, 0, len(phrase))


def _read_credit(paragraph: Paragraph) -> Found | None:
    found = words.CREDIT.match(paragraph.flat)
    if found is None:
        return None
    outlet = tidy(paragraph.written(found, "outlet"))
    said = Attribution(paragraph.text, outlet=outlet, kind=_kind(outlet))
    return Found(said, paragraph.number, 0, len(paragraph.text))
