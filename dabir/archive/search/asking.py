"""A typed query, asked of the index in use: all words first, and any where no story has all."""

from dataclasses import dataclass
from typing import Final

from django.conf import settings

from dabir.archive.search.found import MOST_COUNTED, Counts
from dabir.archive.search.place import NoIndexError, Opened, Reader, lexicon
from dabir.archive.search.query import Query, read_query
from dabir.archive.search.suggest import suggestion
from dabir.archive.search.wishes import Order
from dabir.newsroom.models import Section
from dabir.persian import skeleton

MOST_FOR_EDITORS: Final = 400
"""Stories that a list of the newsroom is narrowed to."""

reader: Final = Reader(lambda: settings.SEARCH_DIR)


@dataclass(frozen=True)
class Answer:
    """What a query found.

    codes   a page of codes, the best first
    more    whether there is a page after it
    total   how many stories there are; None where they are too many to be counted
    any     whether no story has all the words, and these have some of them
    counts  of the stories by section, year and person; None where they were not counted
    """

    query: Query
    codes: list[int]
    more: bool = False
    total: int | None = None
    any: bool = False
    counts: Counts | None = None


def section_of(name: str) -> str | None:
    """Return the key of the section that somebody means by ``name``, if there is one."""
    meant = skeleton(name).replace("آ", "ا")
    for key, called in Section.objects.values_list("key", "name"):
        if meant in {key, skeleton(called).replace("آ", "ا")}:
            return key
    return None


def read(typed: str, opened: Opened, order: Order = Order.RELEVANT) -> Query:
    """Return what ``typed`` asks for, as the stories of the index were read."""
    return read_query(typed, opened.analyser, section_of=section_of, order=order)


def ask(
    query: Query, opened: Opened, *, limit: int, offset: int = 0, counted: bool = False
) -> Answer:
    """Return a page of what ``query`` finds; with ``counted`` how many, where they are few."""
    index = opened.index
    found = index.find(query.wish, limit=limit + 1, offset=offset)
    is_any = query.wish.any
    if not found.codes and not is_any and len(query.wish.clauses) > 1:
        has_all = offset > 0 and index.find(query.wish, limit=1).codes
        if not has_all:
            query, is_any = query.any(), True
            found = index.find(query.wish, limit=limit + 1, offset=offset)
    codes, more = found.codes[:limit], len(found.codes) > limit
    total, counts = None, None
    if counted and codes and index.at_most(query.wish) <= MOST_COUNTED:
        total = index.find(query.wish, limit=1, count=True).total
        counts = index.counts(query.wish)
    return Answer(query, codes, more, total, is_any, counts)


def suggested(typed: str, opened: Opened) -> str | None:
    """Return what was probably meant where nothing was found under ``typed``."""
    return suggestion(typed, opened.analyser, lexicon(), opened.index.frequency)


def find_for_editors(typed: str) -> list[int] | None:
    """Return the codes of published stories for the newsroom's lists; None without an index."""
    try:
        opened = reader.opened()
    except NoIndexError:
        return None
    query = read(typed, opened)
    return None if query.is_empty else ask(query, opened, limit=MOST_FOR_EDITORS).codes
