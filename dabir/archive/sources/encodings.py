"""Bytes into text: UTF-8 and UTF-16, old Windows and ISO Persian, and UTF-8 read twice.

What is declared is tried first, and believed where it makes Persian. Pages that a system
once read as Windows text and saved again («ط®ط¨ط±», «Ø®Ø¨Ø±» for «خبر») are turned back.
"""

import codecs
import re
from typing import Final, NamedTuple

from dabir.archive.sources.piece import UnreadableError

PERSIAN_SHARE: Final = 0.5
"""Of the letters in old Windows text, so many are Persian, or it is something else."""
BROKEN_SHARE: Final = 0.02
"""Of the signs of UTF-8 text, so few may be broken."""
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")
_LETTER: Final = re.compile(r"[^\W\d_]")
_PERSIAN: Final = re.compile(r"[\u0620-\u06d3]")
_COMMON: Final = re.compile(
    r"(?<!\w)(?:و|در|به|از|که|این|را|با|است|برای|آن|خود|تا|شد|بر|هم|شده|اين|براي)(?!\w)"
)
_DECLARED: Final = re.compile(
    rb"charset\s*=\s*[\"']?\s*([\w-]{2,30})|encoding=[\"']([\w-]{2,30})", re.I
)
_HEAD: Final = 4096
_OLD: Final = ("cp1256", "iso8859-6")
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_TWICE: Final = re.compile(r"[ØÙÚÛâÂ][\u0080-\u00ff\u0152-\u0192\u02c6-\u02dc\u2013-\u2122]")
_TWICE_1256: Final = re.compile(r"[طظعغ][^\s\u0621-\u0628\u062a-\u0637\u0641-\u064a .,،]")
_RUN: Final = re.compile(r"[^\x00-\x7f]+")
CONFUSED: Final = 20
"""So many signs of a second reading must be seen before a text is turned back."""

NOT_PERSIAN: Final = "The file is neither UTF-8 nor Persian in an old encoding."
EMPTY: Final = "The file is empty."
NO_TEXT: Final = "The file is no text: it has control signs in it."
BROKEN: Final = "{} signs of it are broken and were replaced."
TURNED: Final = "It had been read in a wrong encoding and saved so; it was turned back."


class Decoded(NamedTuple):
    """A text, and a remark on how it was read (empty where nothing is to be said)."""

    text: str
    remark: str = ""


def decode(data: bytes, charset: str = "") -> Decoded:
    """Return bytes as text; ``charset`` is what the server declared. Raises UnreadableError."""
    if not data.strip(b"\x00 \t\r\n"):
        raise UnreadableError(EMPTY)
    found = _decode(data, charset)
    text = turn_back(found.text)
    remark = found.remark if text == found.text else TURNED
    if not text.strip():
        raise UnreadableError(EMPTY)
    if _CONTROL.search(text):
        stripped = _CONTROL.sub("", text)
        if len(text) - len(stripped) > 8 and len(stripped) < 0.999 * len(text):
            raise UnreadableError(NO_TEXT)
        text = stripped
    return Decoded(text, remark)


def _decode(data: bytes, charset: str) -> Decoded:
    if marked := next((name for mark, name in _MARKS if data.startswith(mark)), ""):
        return Decoded(data.decode(marked, "replace"))
    if wide := _wide(data):
        return Decoded(data.decode(wide, "replace"))
    try:
        return Decoded(data.decode())
    except UnicodeDecodeError:
        return _decode_old(data, charset or _declared(data))


def _wide(data: bytes) -> str:
    """Return the name of UTF-16 without its mark, known by the zeros beside its signs."""
    head = data[:_HEAD]
    zeros = head[1::2].count(0), head[0::2].count(0)
    if max(zeros) < len(head) / 20 or min(zeros) > max(zeros) / 4:
        return ""
    return "utf-16-le" if zeros[0] > zeros[1] else "utf-16-be"


def _declared(data: bytes) -> str:
    found = _DECLARED.search(data[:_HEAD])
    return (found[1] or found[2]).decode("ascii") if found else ""


def _decode_old(data: bytes, charset: str) -> Decoded:
    """Return text that is no sound UTF-8: in an old encoding, or UTF-8 with broken signs."""
    mended = data.decode("utf-8", "replace")
    broken = mended.count("\ufffd")
    if broken <= BROKEN_SHARE * len(mended) and looks_persian(mended):
        return Decoded(mended, BROKEN.format(broken))
    names = dict.fromkeys((*_known(charset), *_OLD))
    texts = [data.decode(name, "replace") for name in names]
    best = max(texts, key=_worth)
    if not looks_persian(best):
        raise UnreadableError(NOT_PERSIAN)
    return Decoded(best)


def _known(charset: str) -> list[str]:
    """Return a declared encoding that Python has, if it is of one byte a sign."""
    try:
        name = codecs.lookup(charset).name if charset else ""
    except LookupError:
        return []
    return [name] if name.startswith(("cp125", "iso8859", "mac")) else []


def _worth(text: str) -> float:
    """Return how much a text looks like Persian news: its small words, its letters."""
    letters = len(_LETTER.findall(text)) or 1
    return len(_COMMON.findall(text)) + len(_PERSIAN.findall(text)) / letters - text.count("\ufffd")


def looks_persian(text: str) -> bool:
    """Say whether most letters of a text are Persian; markup is not counted."""
    seen = re.sub(r"<[^<>]{1,2000}>", " ", text) if "<" in text else text
    letters = len(_LETTER.findall(seen))
    return letters > 0 and len(_PERSIAN.findall(seen)) >= PERSIAN_SHARE * letters


# UTF-8 that was read as Windows text and saved again -----------------------------------------
def turn_back(text: str) -> str:
    """Return a text as it was before a system read its UTF-8 as Windows text and saved it."""
    for form, charset in ((_TWICE, "cp1252"), (_TWICE_1256, "cp1256")):
        if len(form.findall(text[:20_000])) > CONFUSED:
            turned = _RUN.sub(lambda run: _turn_run(run[0], charset), text)  # noqa: B023
            if _worth(turned) > 2 * max(_worth(text), 1):
                return turned
    return text


def _turn_run(run: str, charset: str) -> str:
    """Return a run of signs turned back, or as it is where it was never turned."""
    data = bytearray()
    for sign in run:
        try:
            data += sign.encode(charset)
        except UnicodeEncodeError:
            if ord(sign) > 255:
                return run
            data.append(ord(sign))
    try:
        return data.decode()
    except UnicodeDecodeError:
        return run
