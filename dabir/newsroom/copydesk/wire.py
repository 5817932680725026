"""What comes to the copy desk and goes from it as JSON, and how much of it.

    {"paragraphs": [{"id": "a", "text": "…"}, …], "names": ["…", …], "elsewhere": {"…": 2, …}}
 -> {"version": "…", "paragraphs": [{"id": "a", "length": 9, "digest": "…", "marks": [
        {"start": 0, "end": 7, "class": "doubled", "severity": "error", "why": "…",
         "fixes": ["…"], "key": "…"}], "words": {"…": 1, …}, "new": ["…", …]}]}

``start``, ``end`` and ``length`` count UTF-16 code units, as JavaScript does; ``digest`` is
the beginning of the SHA-256 of the text in UTF-8, for who keeps no copy of what was sent.
``words`` of the paragraphs that are not sent again, added up, are the ``elsewhere`` of the
next question; ``new`` are those among them that the lexicon does not know, names mostly.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final

from django.http import HttpRequest

from dabir.newsroom.copydesk.reader import KeyedMark, Reader, as_browsers_count
from dabir.persian import HALF_SPACE, to_persian_digits

MOST_LETTERS: Final = 100_000
"""Characters of one request, about 18,000 words."""
MOST_PARAGRAPHS: Final = 1000
MOST_NAMES: Final = 60
MOST_WORDS: Final = 40_000
LONGEST_NAME: Final = 160
_MOST_BYTES: Final = MOST_LETTERS * 6 + MOST_PARAGRAPHS * 200 + 2_000_000
"""Six bytes are one character escaped."""


class RefusedError(Exception):
    """A request that the desk does not read; told to whoever sent it, in Persian."""

    def __init__(self, why: str, status: int = 400) -> None:
        super().__init__(why)
        self.status = status


@dataclass(frozen=True, slots=True)
class Sent:
    """A paragraph as it was sent."""

    id: str
    text: str


def body_of(request: HttpRequest) -> dict[str, Any]:
    """Return the JSON object that was sent; RefusedError where there is none, or far too much."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > _MOST_BYTES:
        raise _too_long()
    try:
        body = json.loads(request.body)
    except (ValueError, RecursionError):
        raise _unreadable() from None
    if not isinstance(body, dict):
        raise _unreadable()
    return body


def paragraphs_of(body: dict[str, Any]) -> list[Sent]:
    """Return the paragraphs that were sent."""
    found = body.get("paragraphs")
    if not isinstance(found, list):
        raise _unreadable()
    if len(found) > MOST_PARAGRAPHS:
        most = to_persian_digits(MOST_PARAGRAPHS)
        raise RefusedError(f"در هر بار بیش از {most} بند خوانده نمی{HALF_SPACE}شود.", 413)
    sent = [Sent(str(_field(each, "id")), _text(_field(each, "text"))) for each in found]
    if sum(len(each.text) for each in sent) > MOST_LETTERS:
        raise _too_long()
    return sent


def names_of(body: dict[str, Any]) -> frozenset[str]:
    """Return the names that the story carries; what is no name is left out."""
    names = body.get("names", [])
    if not isinstance(names, list):
        raise _unreadable()
    tidy = (name.strip() for name in names[:MOST_NAMES] if isinstance(name, str))
    return frozenset(name for name in tidy if 1 < len(name) <= LONGEST_NAME)


def elsewhere_in(body: dict[str, Any]) -> dict[str, int]:
    """Return how often words stand in the rest of the story; what makes no sense is left out."""
    counts = body.get("elsewhere", {})
    if not isinstance(counts, dict) or len(counts) > MOST_WORDS:
        raise _unreadable()
    return {word: count for word, count in counts.items() if type(count) is int and count > 0}


def whole_text_of(body: dict[str, Any]) -> str:
    """Return the one text that another program sent."""
    text = _text(_field(body, "text"))
    if len(text) > MOST_LETTERS:
        raise _too_long()
    return text


def as_record(reader: Reader, sent: Sent, found: Sequence[KeyedMark]) -> dict[str, Any]:
    """Return a paragraph's record with its marks."""
    spans = as_browsers_count(sent.text, [each.mark for each in found])
    marks = [
        {**each.mark.as_record(), "start": start, "end": end, "key": each.key}
        for each, (start, end) in zip(found, spans, strict=True)
    ]
    words, new = reader.words(sent.text)
    return {
        "id": sent.id,
        "length": len(sent.text.encode("utf-16-le", "surrogatepass")) // 2,
        "digest": sha256(sent.text.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        "marks": marks,
        "words": words,
        "new": new,
    }


def _field(record: Any, name: str) -> Any:
    if not isinstance(record, dict) or name not in record:
        raise _unreadable()
    return record[name]


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise _unreadable()
    return value


def _unreadable() -> RefusedError:
    return RefusedError(f"آنچه رسید نوشته{HALF_SPACE}ای نبود که ویراستار بخواند.")


def _too_long() -> RefusedError:
    most = to_persian_digits(MOST_LETTERS)
    return RefusedError(
        f"نوشته در یک بار بلندتر از {most} نویسه است؛ آن را بخش{HALF_SPACE}بخش بفرستید.", 413
    )
