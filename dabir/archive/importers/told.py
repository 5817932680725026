"""A record as JSON has it, there and back: what ``dabir import --dry-run --json`` prints, and
what a line of JSON Lines may say.
"""

from collections.abc import Callable, Iterable
from dataclasses import asdict
from datetime import datetime
from typing import Any, Final, TypeVar

from dabir.archive.importers.facts import NO_CODE, NO_DAY
from dabir.archive.importers.markup.hints import read_moment
from dabir.archive.importers.markup.texts import tidy
from dabir.archive.importers.record import (
    HEADLINE_LENGTH,
    KICKER_LENGTH,
    LEAD_LENGTH,
    NAME_LENGTH,
    OUTLET_LENGTH,
    OWN_OUTLET_LENGTH,
    TOPIC_LENGTH,
    Attribution,
    Block,
    BlockKind,
    Comments,
    Headlines,
    NoStory,
    PageRecord,
    PictureTold,
    Reader,
)

NO_HEADLINE: Final = "It has no headline."
NO_BODY: Final = "It has a headline, but no body and no lead."
LONG: Final = "Its {} is longer than {} signs."
_KINDS: Final = {value for name, value in vars(BlockKind).items() if name.isupper()}
Made = TypeVar("Made")


# Out ---------------------------------------------------------------------------------------
def as_told(record: PageRecord) -> dict[str, Any]:
    """Return a record as JSON has it; null where the page says nothing."""
    said = record.attribution
    return {
        "kicker": record.kicker or None,
        "headline": record.headline,
        "lead": record.lead or None,
        "bullets": list(record.bullets),
        "code": str(record.code) if record.code else "",
        "published": _iso(record.published),
        "updated": _iso(record.updated),
        "body": list(record.body),
        "blocks": [_block(block) for block in record.blocks],
        "attribution": _attribution(said) if said else None,
        "end_marks": list(record.end_marks),
        "related": [headline for _, headline in record.related],
        "comments": record.comments._asdict() if record.comments else None,
        "readers": [_reader(reader) for reader in record.readers],
        "byline": record.byline or None,
        "desk": record.desk or None,
        "dateline": record.dateline or None,
        "section": record.section or None,
        "section_path": list(record.section_path),
        "topics": list(record.topics),
        "picture": _full(asdict(record.picture)) if record.picture else None,
        "address": record.address or None,
        "addresses": list(record.addresses),
        "family": record.family or None,
    }


def _attribution(said: Attribution) -> dict[str, str | None]:
    """Return a source line; ``via`` is whom it is told after, as a reader of the line says it."""
    return {
        "phrase": said.phrase,
        "own": said.own_outlet or None,
        "via": said.outlet or None,
        "between": said.via or None,
        "city": said.city or None,
        "kind": said.kind,
    }


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _full(parts: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in parts.items() if value}


def _block(block: Block) -> dict[str, Any]:
    picture = _full(asdict(block.picture)) if block.picture else None
    parts = {"lines": list(block.lines), "markup": block.markup, "address": block.address}
    rows = [list(row) for row in block.rows]
    return {"kind": block.kind, **_full({**parts, "rows": rows, "picture": picture})}


def _reader(reader: Reader) -> dict[str, Any]:
    flags = {"by_newsroom": reader.by_newsroom, "pending": reader.pending}
    answers = [_reader(answer) for answer in reader.answers]
    told = {"name": reader.name, "text": reader.text, "sent": _iso(reader.sent)}
    return {**told, **_full({**flags, "answers": answers})}


# In ----------------------------------------------------------------------------------------
def read_record(told: dict[str, Any]) -> PageRecord:
    """Return the record that a JSON object tells. Raises NoStory where it tells no story.

    What is of another type than it should be is taken for not told.
    """
    headline = _text(told, "headline", HEADLINE_LENGTH)
    body = tuple(line for each in _list(told, "body") if (line := _tidied(each)))
    blocks = tuple(_each(told, "blocks", _read_block))
    lead = _text(told, "lead", LEAD_LENGTH)
    if not headline:
        raise NoStory(NO_HEADLINE)
    if not body and not lead and not blocks:
        raise NoStory(NO_BODY)
    published, code = _moment(told, "published"), _read_code(told.get("code"))
    return PageRecord(
        headline=headline,
        kicker=_text(told, "kicker", KICKER_LENGTH),
        lead=lead,
        bullets=_texts(told, "bullets", 300),
        code=code,
        published=published,
        updated=_moment(told, "updated"),
        body=body or tuple(line for block in blocks for line in block.lines),
        blocks=blocks,
        attribution=_read_attribution(told.get("attribution")),
        end_marks=_texts(told, "end_marks", 100),
        related=tuple(_each(told, "related", _read_related)),
        comments=_read_comments(told.get("comments")),
        readers=tuple(_each(told, "readers", _read_reader)),
        byline=_text(told, "byline", NAME_LENGTH),
        desk=_text(told, "desk", 60),
        dateline=_text(told, "dateline", 60),
        section=_text(told, "section", 60),
        section_path=_texts(told, "section_path", 60),
        topics=_texts(told, "topics", TOPIC_LENGTH),
        picture=_read_picture(told.get("picture")),
        address=_text(told, "address", 400),
        addresses=_texts(told, "addresses", 400),
        family=_text(told, "family", 20),
        unsure=(*([] if published else [NO_DAY]), *([] if code else [NO_CODE])),
    )


def _tidied(value: Any) -> str:
    return tidy(value) if isinstance(value, str) else ""


def _text(told: dict[str, Any], name: str, most: int) -> str:
    text = _tidied(told.get(name))
    if len(text) > most and name in {"headline", "kicker", "lead"}:
        raise NoStory(LONG.format(name, most))
    return text[:most]


def _list(told: dict[str, Any], name: str) -> list[Any]:
    found = told.get(name)
    return found if isinstance(found, list) else [found] if isinstance(found, str) else []


def _texts(told: dict[str, Any], name: str, most: int) -> tuple[str, ...]:
    texts = (_tidied(each) for each in _list(told, name))
    return tuple(dict.fromkeys(text for text in texts if 0 < len(text) <= most))


def _each(told: dict[str, Any], name: str, read: Callable[[Any], Made | None]) -> Iterable[Made]:
    return (made for each in _list(told, name) if (made := read(each)) is not None)


def _moment(told: dict[str, Any], name: str) -> datetime | None:
    said = told.get(name)
    try:
        return read_moment(said) if isinstance(said, str) else None
    except (ValueError, OverflowError):
        return None


def _read_code(said: Any) -> int | None:
    text = str(said) if isinstance(said, int | str) and not isinstance(said, bool) else ""
    digits = text.strip()
    return int(digits) if digits.isdecimal() and len(digits) <= 18 and int(digits) else None


def _read_attribution(said: Any) -> Attribution | None:
    if not isinstance(said, dict):
        return None
    phrase = _text(said, "phrase", 600)
    names = (_text(said, "own", OWN_OUTLET_LENGTH), _text(said, "via", OUTLET_LENGTH))
    if not phrase and not any(names):
        return None
    between, kind = _text(said, "between", OUTLET_LENGTH), _text(said, "kind", 12)
    return Attribution(phrase, *names, between, _text(said, "city", 60), kind or "report")


def _read_related(said: Any) -> Headlines | None:
    if isinstance(said, dict):
        kicker, headline = _tidied(said.get("kicker")), _tidied(said.get("headline"))
    else:
        kicker, headline = "", _tidied(said)
    return Headlines(kicker[:KICKER_LENGTH], headline[:HEADLINE_LENGTH]) if headline else None


def _read_comments(said: Any) -> Comments | None:
    if not isinstance(said, dict):
        return None
    counts = [said.get(name) for name in ("pending", "published", "rejected")]
    pending, published, rejected = (
        count if isinstance(count, int) and 0 <= count < 10**7 else None for count in counts
    )
    if pending is None and published is None:
        return None
    return Comments(pending or 0, published or 0, rejected)


def _read_reader(said: Any) -> Reader | None:
    if not isinstance(said, dict) or not (text := str(said.get("text") or "").strip()):
        return None
    answers = tuple(_each(said, "answers", _read_reader))
    name = _text(said, "name", 80) or "ناشناس"
    flags = bool(said.get("by_newsroom")), bool(said.get("pending"))
    return Reader(name, text[:3000], _moment(said, "sent"), answers, *flags)


def _read_picture(said: Any) -> PictureTold | None:
    if isinstance(said, str):
        said = {"address": said}
    if not isinstance(said, dict) or not (address := _text(said, "address", 2000)):
        return None
    return PictureTold(
        address,
        caption=_text(said, "caption", 300),
        alt=_text(said, "alt", 300),
        credit=_text(said, "credit", 120),
        file=_text(said, "file", 400),
    )


def _read_block(said: Any) -> Block | None:
    if not isinstance(said, dict) or said.get("kind") not in _KINDS:
        return None
    lines = tuple(line for each in _list(said, "lines") if (line := _tidied(each)))
    rows = tuple(
        tuple(_tidied(cell) for cell in row) for row in _list(said, "rows") if isinstance(row, list)
    )
    markup = str(said.get("markup") or "")
    picture = _read_picture(said.get("picture"))
    return Block(said["kind"], lines, markup, rows, picture, _text(said, "address", 400))
