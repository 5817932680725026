"""A story's body, block by block."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any, Final

import nh3
from django.conf import settings
from markupsafe import Markup
from wagtail.rich_text import expand_db_html

from dabir.press.ledger import Reading
from dabir.press.pages.shown.case import Around
from dabir.press.pages.shown.pictures import PictureShown
from dabir.press.pages.shown.records import Related, related

_NO_MARKUP: Final = Markup("")
_CLEANER: Final = nh3.Cleaner(
    tags={"p", "br", "b", "strong", "i", "em", "a", "sup", "sub", "ul", "ol", "li"},
    attributes={"a": {"href"}},
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel="noopener",
)
_EMPTY_PARAGRAPH: Final = re.compile(r"<p>(?:\s|<br>|&nbsp;)*</p>")
_TAG: Final = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a body. ``kind`` names it; what it holds is in the other fields.

    paragraph: html; cross_head: text; quote: text, speaker; picture: pictures of one;
    gallery: pictures; video: address, is_file, caption; table: caption, head, rows;
    related: story.
    """

    kind: str
    html: Markup = _NO_MARKUP
    text: str = ""
    speaker: str = ""
    caption: str = ""
    address: str = ""
    is_file: bool = False
    pictures: tuple[tuple[PictureShown, str], ...] = ()
    """(picture, caption) in order."""
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    story: Related | None = None


def blocks(body: Iterable[dict[str, Any]], reading: Reading, around: Around) -> Iterator[Block]:
    """Yield a stored body's blocks as they are shown.

    The body is read as it is stored, without Wagtail's values. A block whose picture or
    story is gone is left out.
    """
    for block in body:
        shown = _BLOCKS[block["type"]](block["value"], reading, around)
        if shown is not None:
            yield shown


def stored(body: Any) -> list[dict[str, Any]]:
    """Return a story's body as it is stored: ``{"type": "quote", "value": …}`` for each block."""
    return [block for block in body.get_prep_value() if block["type"] in _BLOCKS] if body else []


def named_in(body: Iterable[dict[str, Any]]) -> Iterator[tuple[str, Any]]:
    """Yield what a stored body names: ("picture", 7), ("story", 912090), ("document", 3)."""
    for block in body:
        kind, value = block["type"], block["value"]
        if kind == "picture":
            yield "picture", value.get("picture")
        elif kind == "gallery":
            yield from (("picture", item.get("picture")) for item in map(_item, value))
        elif kind == "video":
            yield "document", value.get("file")
        elif kind == "related":
            yield "story", value


def _item(stored: dict[str, Any]) -> dict[str, Any]:
    """Return one value of a stored list; older lists hold the bare values."""
    is_wrapped = stored.get("type") == "item" and "id" in stored and "value" in stored
    value: dict[str, Any] = stored["value"] if is_wrapped else stored
    return value


def safe_html(html: str) -> Markup:
    """Return rich text as the paper prints it: a few tags, links that leak no referrer."""
    if "linktype=" in html or "<embed" in html:
        html = expand_db_html(html)
    return Markup(_EMPTY_PARAGRAPH.sub("", _CLEANER.clean(html)))  # noqa: S704  it is clean


def count_words(html: Markup) -> int:
    """Return how many words readers read in ``html``."""
    text = _TAG.sub("", html)
    return len((unescape(text) if "&" in text else text).split())


def _paragraph(value: Any, reading: Reading, around: Around) -> Block | None:
    html = safe_html(value or "")
    return Block("paragraph", html=html) if html else None


def _cross_head(value: Any, reading: Reading, around: Around) -> Block:
    return Block("cross_head", text=value)


def _quote(value: Any, reading: Reading, around: Around) -> Block:
    return Block("quote", text=value["text"], speaker=value.get("speaker") or "")


def _pictures(
    values: Iterable[Any], reading: Reading, around: Around
) -> tuple[tuple[PictureShown, str], ...]:
    shown = (
        (around.album.show(v.get("picture"), reading, v.get("alt") or ""), v.get("caption") or "")
        for v in values
    )
    return tuple((found, caption) for found, caption in shown if found is not None)


def _picture(value: Any, reading: Reading, around: Around) -> Block | None:
    found = _pictures([value], reading, around)
    return Block("picture", pictures=found) if found else None


def _gallery(value: Any, reading: Reading, around: Around) -> Block | None:
    found = _pictures(map(_item, value), reading, around)
    return Block("gallery", pictures=found) if found else None


def _video(value: Any, reading: Reading, around: Around) -> Block | None:
    address = around.videos.get(value.get("file")) or value.get("address") or ""
    if not address:
        return None
    is_file = address.startswith(settings.MEDIA_URL)
    return Block("video", address=address, is_file=is_file, caption=value.get("caption") or "")


def _table(value: Any, reading: Reading, around: Around) -> Block:
    table = value.get("table") or {}
    columns = table.get("columns") or ()
    return Block(
        "table",
        caption=value.get("caption") or "",
        head=tuple(column.get("heading") for column in columns),
        rows=tuple(
            tuple(str(cell or "") for cell in row["values"][: len(columns)])
            for row in table.get("rows") or ()
        ),
    )


def _related(value: Any, reading: Reading, around: Around) -> Block | None:
    found = related(around.others.get(value), reading)
    return Block("related", story=found) if found else None


_BLOCKS: Final = {
    "paragraph": _paragraph,
    "cross_head": _cross_head,
    "quote": _quote,
    "picture": _picture,
    "gallery": _gallery,
    "video": _video,
    "table": _table,
    "related": _related,
}
