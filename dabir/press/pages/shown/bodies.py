"""A story's body, block by block."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

import nh3
from django.conf import settings
from markupsafe import Markup
from wagtail.rich_text import expand_db_html

from dabir.press.ledger import Reading
from dabir.press.pages.shown.records import PictureShown, Related, picture, related

_NO_MARKUP: Final = Markup("")
_TEXT_TAGS: Final = {"p", "br", "b", "strong", "i", "em", "a", "sup", "sub", "ul", "ol", "li"}


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


def blocks(body: Iterable[Any], reading: Reading) -> Iterable[Block]:
    """Yield a body's blocks as they are shown; one whose picture or story is gone is left out."""
    for block in body or ():
        shown = _BLOCKS[block.block_type](block.value, reading)
        if shown is not None:
            yield shown


def safe_html(html: str) -> Markup:
    """Return rich text as the paper prints it: a few tags, links that leak no referrer."""
    clean = nh3.clean(
        expand_db_html(html),
        tags=_TEXT_TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel="noopener",
    )
    clean = re.sub(r"<p>(?:\s|<br>|&nbsp;)*</p>", "", clean)
    return Markup(clean)  # noqa: S704  nh3 has cleaned it


def _paragraph(value: Any, reading: Reading) -> Block | None:
    html = safe_html(value.source)
    return Block("paragraph", html=html) if html else None


def _cross_head(value: Any, reading: Reading) -> Block:
    return Block("cross_head", text=value)


def _quote(value: Any, reading: Reading) -> Block:
    return Block("quote", text=value["text"], speaker=value.get("speaker") or "")


def _pictures(values: Iterable[Any], reading: Reading) -> tuple[tuple[PictureShown, str], ...]:
    shown = (
        (picture(v["picture"], reading, v.get("alt") or ""), v.get("caption") or "") for v in values
    )
    return tuple((found, caption) for found, caption in shown if found is not None)


def _picture(value: Any, reading: Reading) -> Block | None:
    found = _pictures([value], reading)
    return Block("picture", pictures=found) if found else None


def _gallery(value: Any, reading: Reading) -> Block | None:
    found = _pictures(value, reading)
    return Block("gallery", pictures=found) if found else None


def _video(value: Any, reading: Reading) -> Block | None:
    document = value.get("file")
    address = document.file.url if document else value.get("address") or ""
    if not address:
        return None
    is_file = address.startswith(settings.MEDIA_URL)
    return Block("video", address=address, is_file=is_file, caption=value.get("caption") or "")


def _table(value: Any, reading: Reading) -> Block:
    table = value["table"]
    return Block(
        "table",
        caption=value.get("caption") or "",
        head=tuple(column["heading"] for column in table.columns),
        rows=tuple(tuple(str(cell.value or "") for cell in row) for row in table.rows),
    )


def _related(value: Any, reading: Reading) -> Block | None:
    found = related(value, reading)
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
