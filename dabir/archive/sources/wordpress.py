"""Exports of WordPress (WXR): posts with categories, tags, comments and pictures.

The file is read element by element, however large, with no entity expanded and nothing
fetched. Pictures stand in posts of their own, so the file is walked twice.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from lxml import etree

from dabir.archive.sources.packed import opened
from dabir.archive.sources.piece import LARGEST, Form, Piece, UnreadableError

BREAKS_OFF: Final = "The export breaks off after {} posts: {}"
NO_POST: Final = "The export has no post in it."
TOO_LARGE: Final = "The post is larger than {} MB."
_POSTS: Final = {"post", "page", "news"}
_LIVE: Final = {"publish", ""}
_KEPT_META: Final = ("_thumbnail_id",)


def open_export(path: Path) -> Iterator[Piece]:
    """Yield the posts of an export that were published."""
    place = str(path.resolve())
    pictures = {number: address for number, address in _pictures(path) if number}
    count = 0
    for item in _items(path):
        if isinstance(item, str):
            yield Piece(place, trouble=BREAKS_OFF.format(count, item))
            return
        post, at = item
        if post["type"] not in _POSTS or post["status"] not in _LIVE:
            continue
        count += 1
        yield _piece(place, post, pictures, at)
    if not count:
        raise UnreadableError(NO_POST)


def _piece(place: str, post: dict[str, Any], pictures: dict[str, str], at: int) -> Piece:
    post["picture"] = pictures.get(post["meta"].get("_thumbnail_id", ""), "")
    data = json.dumps(post, ensure_ascii=False).encode("utf-8", "replace")
    name = f"{place}#{post['id']}" if post["id"] else post["link"] or f"{place}#{at}"
    if len(data) > LARGEST:
        return Piece(name, trouble=TOO_LARGE.format(LARGEST // 1024**2), read=at)
    return Piece(name, Form.WORDPRESS, data, post["link"], folder=str(Path(place).parent), read=at)


def _pictures(path: Path) -> Iterator[tuple[str, str]]:
    for item in _items(path):
        if not isinstance(item, str) and item[0]["type"] == "attachment":
            yield item[0]["id"], item[0]["attachment"]


def _items(path: Path) -> Iterator[tuple[dict[str, Any], int] | str]:
    """Yield each item with how far the file was read; at a break, a text that says why."""
    with path.open("rb") as raw:
        walk = etree.iterparse(
            opened(path, raw),
            events=("end",),
            tag="item",
            huge_tree=True,
            recover=True,
            resolve_entities=False,
            load_dtd=False,
            no_network=True,
            remove_comments=True,
        )
        try:
            for _, element in walk:
                yield _post(element), raw.tell()
                _forget(element)
        except (etree.LxmlError, OSError, EOFError, ValueError) as error:
            yield str(error)


def _forget(element: Any) -> None:
    """Free an item and all before it."""
    element.clear()
    while element.getprevious() is not None:
        del element.getparent()[0]


def _post(item: Any) -> dict[str, Any]:
    """Return an item's parts by their names without prefixes."""
    post: dict[str, Any] = {
        "id": _text(item, "post_id"),
        "type": _text(item, "post_type"),
        "status": _text(item, "status"),
        "title": _text(item, "title"),
        "link": _text(item, "link"),
        "guid": _text(item, "guid"),
        "slug": _text(item, "post_name"),
        "author": _text(item, "creator"),
        "date": _text(item, "post_date"),
        "date_gmt": _text(item, "post_date_gmt"),
        "modified_gmt": _text(item, "post_modified_gmt"),
        "content": _encoded(item, "content"),
        "excerpt": _encoded(item, "excerpt"),
        "attachment": _text(item, "attachment_url"),
    }
    post["categories"], post["tags"] = _terms(item)
    post["meta"] = dict(_metas(item))
    post["comments"] = [_comment(each) for each in item.iterchildren("{*}comment")]
    return post


def _text(item: Any, name: str) -> str:
    return (item.findtext(f"{{*}}{name}") or "").strip()


def _encoded(item: Any, prefix: str) -> str:
    """Return ``content:encoded`` or ``excerpt:encoded``, told apart by their namespaces."""
    for each in item.iterchildren("{*}encoded"):
        if prefix in etree.QName(each).namespace:
            return each.text or ""
    return ""


def _terms(item: Any) -> tuple[list[str], list[str]]:
    categories: list[str] = []
    tags: list[str] = []
    for term in item.iterchildren("category"):
        named = tags if term.get("domain") == "post_tag" else categories
        if term.text and term.get("domain") in {"category", "post_tag", None}:
            named.append(term.text.strip())
    return categories, tags


def _metas(item: Any) -> Iterator[tuple[str, str]]:
    for meta in item.iterchildren("{*}postmeta"):
        name = _text(meta, "meta_key")
        if name in _KEPT_META or not name.startswith("_"):
            yield name, _text(meta, "meta_value")


def _comment(each: Any) -> dict[str, str]:
    names = ("id", "author", "date", "date_gmt", "content", "approved", "type", "parent")
    return {name: _text(each, f"comment_{name}") for name in names}
