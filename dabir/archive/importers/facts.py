"""Facts that a page states about its story: code, days, section, its own address."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, time
from typing import Final

from dabir.archive.importers import codes, dates, words
from dabir.archive.importers.head import Head
from dabir.archive.importers.kinds import Kind
from dabir.archive.importers.lines import key
from dabir.archive.importers.page import Page
from dabir.archive.importers.record import NAME_LENGTH, Span
from dabir.archive.importers.stated import LABELLED_SECTION, PUBLISHED, UPDATED, WRITTEN_BY
from dabir.persian.jalali import TEHRAN

MASTHEAD: Final = 6
"""A bare day with more lines of menu or text than this between it and the story is today's."""
_LISTS: Final = (Kind.READERS, Kind.LATEST, Kind.RIGHTS)
_PARTS: Final = re.compile(r"\s*[|»›>]\s*|\s+/\s+")

NO_DAY: Final = "The page tells no day of publication."
DAY_FROM_CODE: Final = "The day is read from the code."
NO_CODE: Final = "The page tells no code."
CODE_FROM_ADDRESS: Final = "The code {} is read from the page's address."
TWO_CODES: Final = "The page tells more than one code; {} stands nearest to the headline."


@dataclass(slots=True)
class Facts:
    code: int | None = None
    published: datetime | None = None
    updated: datetime | None = None
    byline: str = ""
    section: str = ""
    address: str = ""
    unsure: list[str] = field(default_factory=list)
    spans: dict[str, Span] = field(default_factory=dict)


def hosts(page: Page) -> frozenset[str]:
    """Return the hosts of all addresses that stand alone on the page."""
    found = (codes.ADDRESS.search(page.lines[at].plain) for at in page.of(Kind.ADDRESS, Kind.META))
    return frozenset(codes.host_of(match[0]) for match in found if match)


def read_facts(page: Page, head: Head, ends: int) -> Facts:
    """Return what the page states about the story whose last line is ``ends``."""
    facts = Facts()
    near = _nearest_first(page, head, ends)
    _read_address(page, near, facts)
    _read_code(page, near, facts)
    _read_days(page, head, near, facts)
    _read_section(page, near, facts)
    _read_byline(page, facts)
    return facts


def _nearest_first(page: Page, head: Head, ends: int) -> list[int]:
    """Return the lines that may state facts, the nearest to headline or body's end first."""
    closed = next((at for at in page.of(*_LISTS) if at > ends), len(page))
    stated = (at for at in page.of(Kind.META, Kind.CRUMB, Kind.ADDRESS) if at < closed)
    return sorted(stated, key=lambda at: (_distance(at, head, ends), at))


def _distance(at: int, head: Head, ends: int) -> int:
    """Return how far a line is from the head of the story, or from the body's end."""
    around = (head.headline, head.repeated, *(body for body in head.body[:1]))
    return min(*(abs(at - near) for near in around), abs(at - ends) + 1)


def _note(page: Page, facts: Facts, name: str, at: int) -> None:
    facts.spans[name] = Span(page.lines[at].start, page.lines[at].end)


# Code and address ------------------------------------------------------------------------
def _read_address(page: Page, near: list[int], facts: Facts) -> None:
    """Take the address that holds a code, or else the first one."""
    found = [
        (at, codes.ADDRESS.search(page.lines[at].text))
        for at in near
        if page.kinds[at] is Kind.ADDRESS
    ]
    known = [(at, match[0]) for at, match in found if match]
    with_code = [(at, address) for at, address in known if codes.read_code_in_address(address)]
    if chosen := (with_code or known):
        at, facts.address = chosen[0]
        _note(page, facts, "address", at)


def _read_code(page: Page, near: list[int], facts: Facts) -> None:
    told = [(at, code) for at in near if (code := codes.read_code(page.lines[at].plain))]
    if told:
        at, facts.code = told[0]
        _note(page, facts, "code", at)
        if len({code for _, code in told}) > 1:
            facts.unsure.append(TWO_CODES.format(facts.code))
        return
    facts.code = codes.read_code_in_address(facts.address) if facts.address else None
    facts.unsure.append(CODE_FROM_ADDRESS.format(facts.code) if facts.code else NO_CODE)
    if facts.code:
        facts.spans["code"] = facts.spans["address"]


# Days --------------------------------------------------------------------------------------
def _read_days(page: Page, head: Head, near: list[int], facts: Facts) -> None:
    """Take the labelled day of publication, or else the nearest bare one."""
    dated = [at for at in near if dates.DATE.search(page.lines[at].plain)]
    updated = [at for at in dated if UPDATED.match(page.lines[at].plain)]
    labelled = [at for at in dated if PUBLISHED.search(page.lines[at].plain) and at not in updated]
    bare = [at for at in dated if at not in updated and not _is_masthead(page, head, at)]
    _take_day(page, facts, "published", [*labelled, *bare])
    _take_day(page, facts, "updated", updated)
    if facts.published is None:
        facts.published = day_in_code(facts.code)
        facts.unsure.append(DAY_FROM_CODE if facts.published else NO_DAY)


def day_in_code(code: int | None) -> datetime | None:
    """Return the beginning of the day that a code holds, in Tehran; None where it holds none."""
    day = codes.read_day_in_code(code) if code else None
    return datetime.combine(day, time.min, TEHRAN) if day else None


def _take_day(page: Page, facts: Facts, name: str, places: list[int]) -> None:
    for at in places:
        if moment := dates.read_published(page.lines[at].plain):
            setattr(facts, name, moment)
            _note(page, facts, name, at)
            return


def _is_masthead(page: Page, head: Head, at: int) -> bool:
    """Say whether a bare day stands over the site's menu: that is the day of the visit."""
    between = range(at + 1, head.headline)
    other = [line for line in between if page.kinds[line] not in {Kind.META, Kind.TOOL, Kind.CRUMB}]
    return len(other) >= MASTHEAD


# Section -----------------------------------------------------------------------------------
def _read_section(page: Page, near: list[int], facts: Facts) -> None:
    """Take the labelled section, or else the last part of the crumb."""
    for at, name in _sections(page, near):
        parts = [part.strip() for part in _PARTS.split(name) if part.strip()]
        named = [part for part in parts if key(part) not in words.HOME]
        if named:
            facts.section = named[-1]
            _note(page, facts, "section", at)
            return


def _sections(page: Page, near: list[int]) -> Iterator[tuple[int, str]]:
    for at in near:
        labelled = LABELLED_SECTION.match(page.lines[at].plain)
        if labelled and page.kinds[at] is Kind.META:
            yield at, labelled["name"]
    for at in near:
        if page.kinds[at] is Kind.CRUMB:
            yield at, re.sub(r"^\d{1,2}[.)] ?", "", page.lines[at].plain)


def _read_byline(page: Page, facts: Facts) -> None:
    for at in page.of(Kind.BYLINE):
        if WRITTEN_BY.match(page.lines[at].plain):
            facts.byline = page.lines[at].text.partition(":")[2].strip()[:NAME_LENGTH]
            _note(page, facts, "byline", at)
            return
