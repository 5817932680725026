"""What a page tells machines: JSON-LD, OpenGraph, ``article:`` and the systems' own tags.

Hints, not truth: titles carry the site's name, keywords are the site's, and a day in
``article:published_time`` may be Jalali.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from dabir.archive.importers import dates
from dabir.archive.importers.codes import DIGITS
from dabir.archive.importers.lines import plain
from dabir.archive.importers.markup.dom import Dom, Element
from dabir.archive.importers.markup.texts import tidy
from dabir.persian.jalali import TEHRAN

_ARTICLES: Final = re.compile(r"Article|BlogPosting|NewsItem|Report", re.IGNORECASE)
_SPLIT: Final = re.compile(r"\s*[،,؛;|]\s*")
_PATH: Final = re.compile(r"\s*(?:>|›|»|/|&gt;)\s*")
_CODES: Final = ("nastooh:nid", "nastooh:code", "news:id", "newsid", "news_id", "article:id")
_LD_LARGEST: Final = 500_000


@dataclass(slots=True)
class Hints:
    """What machines are told; every text tidied, empty where the page tells nothing."""

    headline: str = ""
    description: str = ""
    published: datetime | None = None
    updated: datetime | None = None
    section: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    byline: str = ""
    code: int | None = None
    picture: str = ""
    site: str = ""
    generator: str = ""
    title: str = ""
    addresses: list[str] = field(default_factory=list)


def read_hints(dom: Dom) -> Hints:
    """Return what the page tells machines."""
    metas = _metas(dom)
    article = next(_articles(dom), {})
    first = metas.get
    return Hints(
        headline=_text(article.get("headline")) or first("og:title", ""),
        description=first("og:description", "") or first("description", ""),
        published=read_moment(_text(article.get("datePublished")))
        or read_moment(first("article:published_time", "") or first("datepublished", ""))
        or read_moment(first("nastooh:publishdate", "") or first("dc.date", "")),
        updated=read_moment(_text(article.get("dateModified")))
        or read_moment(first("article:modified_time", "") or first("datemodified", "")),
        section=_path(first("article:section", "") or _text(article.get("articleSection"))),
        topics=_topics(article, metas),
        byline=_author(article) or first("author", ""),
        code=_code(metas),
        picture=first("og:image", "") or _picture(article),
        site=first("og:site_name", ""),
        generator=first("generator", "").casefold(),
        title=_title(dom),
        addresses=list(_addresses(dom, metas, article)),
    )


def _title(dom: Dom) -> str:
    title = dom.first("title")
    return tidy(title.text or "") if title is not None else ""


def _metas(dom: Dom) -> dict[str, str]:
    """Return what each meta tag says, under all its names in small letters; the first one wins."""
    found: dict[str, str] = {}
    for meta in dom.find("meta"):
        said = tidy(meta.get("content") or "")
        for name in (meta.get("property"), meta.get("name"), meta.get("itemprop")):
            if name and said:
                found.setdefault(name.casefold(), said)
    return found


def read_moment(said: str) -> datetime | None:
    """Return a moment as machines are told it: ISO 8601 (Tehran's without a zone), or Jalali."""
    try:
        moment = datetime.fromisoformat(said)
    except ValueError:
        return dates.read_published(plain(said)) if said else None
    if moment.year < 1900:
        return dates.read_published(plain(said))
    return moment if moment.tzinfo else moment.replace(tzinfo=TEHRAN)


# JSON-LD ---------------------------------------------------------------------------------
def _articles(dom: Dom) -> Iterator[dict[str, Any]]:
    """Yield the articles that JSON-LD describes."""
    for script in dom.find("script"):
        if "ld+json" in (script.get("type") or "") and len(script.text or "") < _LD_LARGEST:
            yield from _articles_in(_read_json(script), 0)


def _read_json(script: Element) -> Any:
    try:
        return json.loads(script.text or "null", strict=False)
    except (ValueError, RecursionError):
        return None


def _articles_in(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > 4:
        return
    if isinstance(value, list):
        for item in value[:50]:
            yield from _articles_in(item, depth + 1)
    elif isinstance(value, dict):
        if _ARTICLES.search(_text(value.get("@type"))):
            yield value
        yield from _articles_in(value.get("@graph"), depth + 1)


def _text(value: Any) -> str:
    """Return the words of a JSON-LD value: a text, the first of a list, a thing's name."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("name") or value.get("url") or value.get("@id") or ""
    return tidy(value) if isinstance(value, str) else ""


def _author(article: dict[str, Any]) -> str:
    """Return the person who wrote it; an outlet as author is none."""
    author = article.get("author")
    if isinstance(author, list):
        author = author[0] if author else None
    if isinstance(author, dict) and "Organization" in _text(author.get("@type")):
        return ""
    return _text(author)


def _picture(article: dict[str, Any]) -> str:
    image = article.get("image")
    if isinstance(image, dict):
        image = image.get("url")
    return _text(image)


# Lists -------------------------------------------------------------------------------------
def _path(said: str) -> tuple[str, ...]:
    return tuple(part for part in _PATH.split(said) if part)


def _topics(article: dict[str, Any], metas: dict[str, str]) -> tuple[str, ...]:
    told = article.get("keywords")
    words = told if isinstance(told, list) else [_text(told)]
    words = [word for word in words if isinstance(word, str) and word] or [
        metas.get("article:tag") or metas.get("news_keywords") or metas.get("keywords") or ""
    ]
    parts = (part for word in words for part in _SPLIT.split(tidy(word)))
    return tuple(dict.fromkeys(part for part in parts if part))


def _code(metas: dict[str, str]) -> int | None:
    for name in _CODES:
        said = plain(metas.get(name, ""))
        if said.isdecimal() and len(said) <= DIGITS and int(said):
            return int(said)
    return None


def _addresses(dom: Dom, metas: dict[str, str], article: dict[str, Any]) -> Iterator[str]:
    """Yield the page's own addresses, the canonical one first."""
    for link in dom.find("link[rel=canonical]", "link[rel=shortlink]"):
        yield (link.get("href") or "").strip()
    yield metas.get("og:url", "")
    yield _text(article.get("mainEntityOfPage"))
    yield _text(article.get("url"))
