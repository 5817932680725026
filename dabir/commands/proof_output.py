"""What ``dabir proof`` prints of a line and its marks: for people, and for programs."""

import json
import re
from collections.abc import Iterator
from typing import Final

import click

from dabir.copydesk.lines import ReadLine
from dabir.copydesk.marks import Mark, Severity
from dabir.persian.letters import HALF_SPACE

COLOURS: Final = {Severity.ERROR: "red", Severity.SPACING: "yellow", Severity.STYLE: "cyan"}
CONTEXT: Final = 3
"""So many unchanged lines stand around a changed one in a diff."""

AROUND: Final = 40
"""So many characters of the line are shown on either side of a mark."""

# What readers that cut text into lines take for the end of one, beside the newline.
_LINE_ENDS: Final = re.compile("[\\x7f-\\x9f\\u2028\\u2029]")


def as_json(line: ReadLine, file: str = "") -> str:
    """Return one object in one line, as ``score.py`` and other programs read it.

    Where there are several files, with the name of this one and the number of the line.
    """
    place = {"file": file, "line": line.number + 1} if file else {}
    marks = [mark.as_record() for mark in line.marks]
    written = json.dumps({**place, "text": line.text, "marks": marks}, ensure_ascii=False)
    return _LINE_ENDS.sub(lambda sign: f"\\u{ord(sign[0]):04x}", written)


def for_people(name: str, line: ReadLine) -> Iterator[str]:
    """Yield what a terminal shows of a line's marks; lines and columns count from one."""
    for mark in line.marks:
        colour = COLOURS[mark.severity]
        place = click.style(f"{name}:{line.number + 1}:{mark.start + 1}:", bold=True)
        yield f"{place} {click.style(mark.severity.value, fg=colour)} {mark.rule}"
        yield f"    {_shown(line.text, mark, colour)}"
        yield f"    {mark.why}"
        if mark.fixes:
            yield "    -> " + " | ".join(visible(fix) or "(nothing)" for fix in mark.fixes)


def _shown(text: str, mark: Mark, colour: str) -> str:
    """Return the marked words among their neighbours."""
    before = _last_words(text[: mark.start])
    after = _last_words(text[mark.end :][::-1])[::-1]
    marked = click.style(f"[{visible(text[mark.start : mark.end])}]", fg=colour, bold=True)
    return f"{visible(before)}{marked}{visible(after)}"


def _last_words(text: str) -> str:
    if len(text) <= AROUND:
        return text
    return "…" + text[-AROUND:].partition(" ")[2]


def as_diff(name: str, before: list[str], after: list[str]) -> Iterator[str]:
    """Yield a unified diff of two texts that have as many lines; nothing, if they are alike."""
    changed = [n for n, (a, b) in enumerate(zip(before, after, strict=True)) if a != b]
    if changed:
        yield from (f"--- {name}", f"+++ {name} (proofed)")
    for first, last in _hunks(changed, len(before)):
        size = last - first
        yield f"@@ -{first + 1},{size} +{first + 1},{size} @@"
        for a, b in zip(before[first:last], after[first:last], strict=True):
            yield from [f" {a}"] if a == b else [f"-{a}", f"+{b}"]


def _hunks(changed: list[int], length: int) -> Iterator[tuple[int, int]]:
    """Yield from where to where the lines go that are shown together."""
    first = last = -1
    for number in changed:
        if first >= 0 and number - CONTEXT > last:
            yield first, last
            first = -1
        first = max(0, number - CONTEXT) if first < 0 else first
        last = min(length, number + CONTEXT + 1)
    if first >= 0:
        yield first, last


def visible(text: str) -> str:
    """Return ``text`` with a broken bar for the half-space, which terminals do not show.

    >>> visible(f"می{HALF_SPACE}رود")
    'می¦رود'
    """
    return "".join(sign if sign.isprintable() else _name(sign) for sign in text)


def _name(sign: str) -> str:
    return "¦" if sign == HALF_SPACE else f"<U+{ord(sign):04X}>"
