"""The search for readers: a page that works without scripts, and is never an error.

/search/?q=…   sort=new, section, year, person, page
"""

from dataclasses import replace
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from dabir.archive import shown
from dabir.archive.flood import FloodError, turn
from dabir.archive.search.asking import Answer, ask, read, reader, suggested
from dabir.archive.search.place import NoIndexError, Opened
from dabir.archive.search.query import LONGEST, Query
from dabir.archive.search.wishes import Order
from dabir.newsroom.senders import sender_hash
from dabir.persian import to_ascii_digits

A_PAGE: Final = 20
LAST_PAGE: Final = 50
"""Who turns so many pages is better served by another word, a year or a section."""
KEPT: Final = 20
"""Seconds that an answer may be kept by whoever passes it on."""
_TEMPLATE: Final = "pages/search.html"


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show what a reader's query finds, or how to ask."""
    asked = _asked(request)
    if not any(asked[name] for name in ("q", "section", "year", "person")):
        return _page(request, asked, {})
    try:
        with turn(sender_hash(request)):
            return _page(request, asked, _found(asked, reader.opened()))
    except NoIndexError:
        return _page(request, asked, {"is_away": True}, 503, retry=30)
    except FloodError as flood:
        return _page(request, asked, {"is_flooded": True}, 429, retry=flood.retry_after)


@require_safe
def opensearch(request: HttpRequest) -> HttpResponse:
    """Describe the search to browsers."""
    kind = "application/opensearchdescription+xml; charset=utf-8"
    return render(request, "pages/opensearch.xml", content_type=kind, using="paper")


def _asked(request: HttpRequest) -> dict[str, str]:
    """Return what was asked, field by field; a field that cannot be meant is empty."""
    told = {name: request.GET.get(name, "").replace("\x00", "") for name in _FIELDS}
    told["q"] = " ".join(told["q"][: LONGEST + 1].split(" ")).strip()
    year = to_ascii_digits(told["year"])
    told["year"] = year if year.isdecimal() and len(year) == 4 else ""
    told["sort"] = told["sort"] if told["sort"] == "new" else ""
    told["person"] = told["person"][:100]
    told["page"] = str(_number(told["page"]) or "")
    return told


_FIELDS: Final = ("q", "sort", "section", "year", "person", "page")


def _number(told: str) -> int:
    """Return the page that is asked for; 0 for the first and for what is none."""
    number = to_ascii_digits(told)
    page = int(number) if number.isdecimal() and len(number) < 6 else 0
    return page if 1 < page <= LAST_PAGE else 0


def _found(asked: dict[str, str], opened: Opened) -> dict[str, Any]:
    """Return what the page shows of the answer."""
    query = _limited(read(asked["q"], opened, _order(asked)), asked, opened)
    if query.is_empty:
        return {"remarks": query.remarks, "is_absurd": True}
    page = int(asked["page"] or 1)
    answer = ask(query, opened, limit=A_PAGE, offset=(page - 1) * A_PAGE, counted=True)
    found: dict[str, Any] = {"answer": answer, "remarks": query.remarks, "page": page}
    found["hits"] = shown.hits(answer, opened)
    if not answer.codes or answer.any:
        found["suggestion"] = _suggestion(asked, opened)
    return found | _ways(answer, asked, page)


def _order(asked: dict[str, str]) -> Order:
    return Order.NEWEST if asked["sort"] == "new" else Order.RELEVANT


def _limited(query: Query, asked: dict[str, str], opened: Opened) -> Query:
    """Return the query within what was chosen beside it."""
    limits = query.wish.limits
    if asked["section"]:
        limits = replace(limits, sections=(*limits.sections, asked["section"]))
    if asked["year"]:
        limits = replace(limits, year=int(asked["year"]))
    if terms := tuple(opened.analyser.read(asked["person"]).terms):
        limits = replace(limits, people=(*limits.people, terms))
    return replace(query, wish=replace(query.wish, limits=limits))


def _suggestion(asked: dict[str, str], opened: Opened) -> dict[str, str] | None:
    better = suggested(asked["q"], opened)
    return {"text": better, "address": shown.address(asked, q=better, page="")} if better else None


def _ways(answer: Answer, asked: dict[str, str], page: int) -> dict[str, Any]:
    """Return the addresses that lead on from the page."""
    before = shown.address(asked, page=str(page - 1) if page > 2 else "")
    return {
        "previous_page": before if page > 1 else "",
        "next_page": shown.address(asked, page=str(page + 1))
        if answer.more and page < LAST_PAGE
        else "",
        "by_relevance": shown.address(asked, sort="", page=""),
        "by_age": shown.address(asked, sort="new", page=""),
        "facets": [
            (name, facets)
            for name, facets in (
                ("سرویس", shown.section_facets(answer, asked)),
                ("سال", shown.year_facets(answer, asked)),
                ("نویسنده", shown.person_facets(answer, asked)),
            )
            if facets
        ],
    }


def _page(
    request: HttpRequest,
    asked: dict[str, str],
    found: dict[str, Any],
    status: int = 200,
    retry: int = 0,
) -> HttpResponse:
    """Print the page; what a template may ask for is always there."""
    context = dict.fromkeys(_TOLD) | {"asked": asked} | found
    response = render(request, _TEMPLATE, context, status=status, using="paper")
    if status == 200:
        patch_cache_control(response, public=True, max_age=KEPT)
    else:
        patch_cache_control(response, no_store=True)
        response["Retry-After"] = str(retry)
    return response


_TOLD: Final = (
    *("answer", "remarks", "page", "hits", "suggestion", "facets", "previous_page", "next_page"),
    *("by_relevance", "by_age", "is_away", "is_flooded", "is_absurd"),
)
