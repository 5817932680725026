"""A record's body as the newsroom's blocks, in the form in which the database keeps them."""

from collections.abc import Iterable, Iterator
from html import escape
from typing import Any, Final
from uuid import uuid4

from dabir.archive.importers import PageRecord
from dabir.archive.importers.lines import key
from dabir.archive.importers.record import Block, BlockKind, PictureTold

CROSS_HEAD_LENGTH: Final = 160
CAPTION_LENGTH: Final = 300
_SCHEMES: Final = ("https://", "http://", "/media/")

Taken = dict[str, int]
"""The pictures that are here already: address on the page -> number of the picture."""


def body_of(record: PageRecord, taken: Taken | None = None) -> list[dict[str, Any]]:
    """Return the story's body, nothing said twice; text that stands together is one block."""
    told = list(_told_once(record))
    if record.dateline:
        told = list(_without_dateline(told, record.dateline))
    raw: list[dict[str, Any]] = []
    text: list[str] = []
    for block in told:
        if block.kind == BlockKind.PARAGRAPH:
            text.append(block.markup or _paragraphs(block.lines))
            continue
        if value := _value(block, taken or {}):
            raw += _text(text)
            raw.append(_block(block.kind, value))
            text = []
    return [*raw, *_text(text)]


def _paragraphs(lines: Iterable[str]) -> str:
    return "".join(f"<p>{escape(line, quote=False)}</p>" for line in lines)


def _text(paragraphs: list[str]) -> list[dict[str, Any]]:
    return [_block(BlockKind.PARAGRAPH, "".join(paragraphs))] if paragraphs else []


def _block(kind: str, value: Any) -> dict[str, Any]:
    return {"type": kind, "value": value, "id": str(uuid4())}


def _told_once(record: PageRecord) -> Iterator[Block]:
    """Yield the blocks without a first paragraph that says lead or headline again."""
    blocks = record.blocks or [
        Block(BlockKind.PARAGRAPH, (paragraph,)) for paragraph in record.body
    ]
    said = {key(record.lead), key(record.headline)} - {""}
    opens = True
    for block in blocks:
        is_text = block.kind in {BlockKind.PARAGRAPH, BlockKind.CROSS_HEAD}
        if opens and is_text and key(" ".join(block.lines)) in said:
            continue
        opens = opens and not is_text
        yield block


def _without_dateline(blocks: Iterable[Block], place: str) -> Iterator[Block]:
    """Yield the blocks, the dateline cut off the first paragraph: the story has it apart."""
    from dabir.archive.importers.datelines import read_dateline

    opens = True
    for block in blocks:
        if opens and block.kind == BlockKind.PARAGRAPH and len(block.lines) == 1:
            found, end = read_dateline(block.lines[0])
            markup = block.markup or _paragraphs(block.lines)
            head = f"<p>{escape(block.lines[0][:end], quote=False)}"
            if found == place and markup.startswith(head):
                rest = block.lines[0][end:]
                block = Block(block.kind, (rest,), f"<p>{markup[len(head) :]}")
            opens = False
        yield block


def _value(block: Block, taken: Taken) -> Any:
    """Return a block's value; nothing for a picture that is not here."""
    text = "\n".join(block.lines)
    match block.kind:
        case BlockKind.CROSS_HEAD:
            return text[:CROSS_HEAD_LENGTH]
        case BlockKind.QUOTE:
            return {"text": text, "speaker": ""}
        case BlockKind.TABLE:
            return _table(block)
        case BlockKind.VIDEO if block.address.startswith(_SCHEMES):
            caption = text[:CAPTION_LENGTH]
            return {"file": None, "address": block.address[:400], "caption": caption}
        case BlockKind.PICTURE if block.picture:
            return _picture(block.picture, taken)
    return None


def _picture(picture: PictureTold, taken: Taken) -> dict[str, Any] | None:
    number = taken.get(picture.address)
    if number is None:
        return None
    words = {"caption": picture.caption[:CAPTION_LENGTH], "alt": picture.alt[:CAPTION_LENGTH]}
    return {"picture": number, **words}


def _table(block: Block) -> dict[str, Any]:
    width = max(map(len, block.rows), default=0)
    rows = [{"values": [*row, *[""] * (width - len(row))]} for row in block.rows]
    columns = [{"type": "text", "heading": ""} for _ in range(width)]
    return {"caption": "", "table": {"columns": columns, "rows": rows, "caption": ""}}
