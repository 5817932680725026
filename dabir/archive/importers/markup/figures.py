"""Pictures and videos on a page: where they lie, and the words under them."""

import re
from collections.abc import Iterator
from typing import Final

from dabir.archive.importers.markup.dom import Element, classes_of
from dabir.archive.importers.markup.texts import line_of, tidy
from dabir.archive.importers.record import Block, BlockKind, PictureTold

CAPTION_LENGTH: Final = 300
SMALLEST: Final = 60
"""Pictures of fewer pixels than this on a side are signs and counters."""
_SOURCES: Final = ("data-original", "data-lazy-src", "data-src", "src")
_CAPTION: Final = re.compile(r"caption|img-?desc|pic-?desc|photo-?desc", re.IGNORECASE)
_CREDIT: Final = re.compile(r"(?:عکس|عکاس|عکس از)\s*[:：]\s*(?P<name>[^:،.|/]{2,60})\s*$")
_SIGN: Final = re.compile(
    r"emoji|icon|logo|avatar|spacer|pixel|blank\.gif|barcode|captcha|loading", re.IGNORECASE
)
_PLAYER: Final = re.compile(r"aparat|youtube|youtu\.be|telewebion|vimeo|namasha|video|embed", re.I)


def read(element: Element, tag: str) -> Iterator[Block]:
    """Yield the picture or video that an element is; nothing of any other."""
    if tag == "img":
        picture = picture_of(element)
        if picture:
            yield Block(BlockKind.PICTURE, picture=picture)
    elif tag == "figure" or (tag == "div" and "wp-caption" in classes_of(element)):
        yield from _figure(element)
    elif tag == "video":
        yield from _video(element)
    elif tag == "iframe":
        address = _address(element)
        if _PLAYER.search(address):
            yield Block(BlockKind.VIDEO, address=address)


def picture_of(image: Element, caption: str = "") -> PictureTold | None:
    """Return a picture as the page names it; None for signs, counters and data in the page."""
    address = next((found for name in _SOURCES if (found := _clean(image.get(name)))), "")
    if not address or address.startswith("data:") or _is_small(image) or _SIGN.search(address):
        return None
    alt = tidy(image.get("alt") or "")[:CAPTION_LENGTH]
    credit = _CREDIT.search(caption)
    return PictureTold(
        address, caption[:CAPTION_LENGTH], alt, tidy(credit["name"]) if credit else ""
    )


def _clean(address: str | None) -> str:
    return (address or "").strip().replace("\\", "/")


def _is_small(image: Element) -> bool:
    sides = (image.get("width") or "", image.get("height") or "")
    return any(side.isdecimal() and int(side) < SMALLEST for side in sides)


def _figure(element: Element) -> Iterator[Block]:
    """Yield the pictures of a figure; its caption goes with the last of them."""
    video = next(element.iter("video"), None)
    if video is not None:
        yield from _video(video, _caption(element))
        return
    found = [picture_of(image) for image in element.iter("img")]
    pictures = [picture for picture in found if picture]
    caption = _caption(element)
    for number, picture in enumerate(pictures, start=1):
        told = picture if number < len(pictures) else _with_caption(picture, caption)
        yield Block(BlockKind.PICTURE, picture=told)


def _with_caption(picture: PictureTold, caption: str) -> PictureTold:
    credit = _CREDIT.search(caption)
    name = tidy(credit["name"]) if credit else ""
    return PictureTold(picture.address, caption[:CAPTION_LENGTH], picture.alt, name)


def _caption(element: Element) -> str:
    for part in element.iterdescendants():
        if part.tag == "figcaption" or _CAPTION.search(part.get("class") or ""):
            return line_of(part)
    return ""


def _video(element: Element, caption: str = "") -> Iterator[Block]:
    address = _address(element) or next(map(_address, element.iter("source")), "")
    if address:
        lines = (caption,) if caption else ()
        yield Block(BlockKind.VIDEO, lines, address=address)


def _address(element: Element) -> str:
    address = _clean(element.get("src") or element.get("data-src"))
    return f"https:{address}" if address.startswith("//") else address
