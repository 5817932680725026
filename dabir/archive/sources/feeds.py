"""Feeds (RSS, Atom) that carry whole stories, read from bytes alone."""

import io
import json
from collections.abc import Iterator
from pathlib import Path
from time import struct_time
from typing import Any, Final

import feedparser

from dabir.archive.sources.packed import opened, read_within
from dabir.archive.sources.piece import Form, Piece, UnreadableError

LARGEST: Final = 64 * 1024 * 1024
NO_ENTRY: Final = "It is no feed that can be read, or one without an entry."


def open_feed(path: Path) -> Iterator[Piece]:
    """Yield the entries of a feed."""
    place = str(path.resolve())
    with path.open("rb") as raw, opened(path, raw) as file:
        data = read_within(file, LARGEST)
    found = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    if not found.entries:
        raise UnreadableError(NO_ENTRY)
    for number, entry in enumerate(found.entries, start=1):
        told = _entry(entry)
        name = told["link"] or told["id"] or f"{place}#{number}"
        text = json.dumps(told, ensure_ascii=False).encode("utf-8", "replace")
        yield Piece(
            name, Form.FEED, text, told["link"], read=len(data) * number // len(found.entries)
        )


def _entry(entry: Any) -> dict[str, Any]:
    contents = [each.get("value", "") for each in entry.get("content", [])]
    summary = entry.get("summary", "")
    return {
        "id": entry.get("id", ""),
        "title": entry.get("title", ""),
        "link": entry.get("link", ""),
        "author": entry.get("author", ""),
        "summary": summary,
        "content": max([*contents, ""], key=len),
        "published": _moment(entry.get("published_parsed")),
        "updated": _moment(entry.get("updated_parsed")),
        "published_told": entry.get("published", ""),
        "tags": [tag.get("term") or "" for tag in entry.get("tags", [])],
        "pictures": [each.get("href", "") for each in entry.get("enclosures", [])],
    }


def _moment(parsed: struct_time | None) -> str:
    """Return a moment that feedparser read, in UTC."""
    if parsed is None:
        return ""
    year, month, day, hour, minute, second = parsed[:6]
    return f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{min(second, 59):02}+00:00"
