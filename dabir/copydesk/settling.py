"""Marks that stay right once they are followed.

A fix can call for another («تاثیر گذار» is joined first and gets its hamza then), and two rules
could undo each other's work for ever. So the desk reads its own corrections: what it would
change there again is taken into the first fix, and what does not come to rest is only pointed
at. Following all first fixes once is then as good as following them twice.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from dabir.copydesk.marks import Mark, Severity
from dabir.persian.letters import HALF_SPACE

_GAP: Final = re.compile(f"(?<=[^ {HALF_SPACE}])[ {HALF_SPACE}]*(?=[^ {HALF_SPACE}])")
_ORDER: Final = (Severity.ERROR, Severity.SPACING, Severity.STYLE)


class _Change(NamedTuple):
    """A mark and the stretch of the text that it is about."""

    start: int
    end: int
    mark: Mark
    is_second: bool

    @property
    def growth(self) -> int:
        """How much longer the text becomes by a first fix."""
        return 0 if self.is_second else len(self.mark.fixes[0]) - (self.end - self.start)


def changing(text: str, marks: Iterable[Mark]) -> list[Mark]:
    """Return the marks whose first fix changes ``text``."""
    return [mark for mark in marks if mark.fixes and mark.fixes[0] != text[mark.start : mark.end]]


def composed(text: str, first: Sequence[Mark], mended: str, second: Sequence[Mark]) -> list[Mark]:
    """Return marks over ``text`` that do at once what ``first`` and then ``second`` do.

    ``second`` stand over ``mended``, which is ``text`` with ``first`` followed. Neither list
    has marks over one another. Marks without fixes stay where nothing else stands.
    """
    changes = [_Change(mark.start, mark.end, mark, False) for mark in sorted(first) if mark.fixes]
    origins = _Origins(tuple(changes))
    changes += (
        _Change(origins.start(mark.start), origins.end(mark.end), mark, True)
        for whole in second
        for mark in _gaps(mended, whole)
    )
    made: list[Mark] = []
    shift = 0
    for group in _groups(changes):
        start, end = group[0].start, max(change.end for change in group)
        growth = sum(change.growth for change in group)
        fix = _followed(mended, start + shift, end + shift + growth, group)
        shift += growth
        if fix != text[start:end]:
            made.append(_together(start, end, fix, group))
    pointing = (mark for mark in first if not mark.fixes and not _meets(mark, made))
    return sorted([*made, *pointing])


def _gaps(text: str, mark: Mark) -> Iterator[Mark]:
    """Yield a spacing mark gap by gap, so that a word with another slip keeps its own mark."""
    written, fix = text[mark.start : mark.end], mark.fixes[0]
    if mark.severity is not Severity.SPACING or _letters(written) != _letters(fix):
        yield mark
        return
    gaps = zip(_GAP.finditer(written), _GAP.finditer(fix), strict=True)
    for now, right in gaps:
        if now.group() != right.group():
            start, end = mark.start + now.start(), mark.start + now.end()
            yield replace(mark, start=start, end=end, fixes=(right.group(),))


def _letters(text: str) -> str:
    return _GAP.sub("", text)


class _Origins:
    """Where offsets of the mended text stood before it was mended."""

    def __init__(self, changes: Sequence[_Change]) -> None:
        self._changes = changes
        self._begins: list[int] = []
        self._ends: list[int] = []
        self._shifts = [0]
        for change in changes:
            begin = change.start + self._shifts[-1]
            self._begins.append(begin)
            self._ends.append(begin + len(change.mark.fixes[0]))
            self._shifts.append(self._shifts[-1] + change.growth)

    def start(self, at: int) -> int:
        """Return the origin of an offset where a mark begins; inside a fix, its begin."""
        place = bisect_left(self._begins, at)
        if place and at < self._ends[place - 1]:
            return self._changes[place - 1].start
        return at - self._shifts[place]

    def end(self, at: int) -> int:
        """Return the origin of an offset where a mark ends; inside a fix, its end."""
        place = bisect_right(self._begins, at)
        if place and self._begins[place - 1] <= at < self._ends[place - 1]:
            if at == self._begins[place - 1]:
                return at - self._shifts[place - 1]
            return self._changes[place - 1].end
        return at - self._shifts[place]


def _groups(changes: Iterable[_Change]) -> Iterator[list[_Change]]:
    """Yield the changes in groups that stand over one another."""
    group: list[_Change] = []
    end = -1
    for change in sorted(changes, key=lambda change: (change.start, change.end)):
        if group and (change.start < end or (change.start == end and _touches(group, change))):
            group.append(change)
        else:
            if group:
                yield group
            group, end = [change], change.end
        end = max(end, change.end)
    if group:
        yield group


def _touches(group: list[_Change], change: _Change) -> bool:
    """Say whether a change of nothing stands at the meeting point: an insertion there."""
    return change.start == change.end or group[-1].start == group[-1].end


def _followed(mended: str, start: int, end: int, group: Iterable[_Change]) -> str:
    out, at = [], start
    for change in group:
        if change.is_second and change.mark.start >= at:
            out += [mended[at : change.mark.start], change.mark.fixes[0]]
            at = change.mark.end
    return "".join(out) + mended[at:end]


def _together(start: int, end: int, fix: str, group: Sequence[_Change]) -> Mark:
    """Return one mark for a group; the gravest slip says what it is."""
    if len(group) == 1 and not group[0].is_second:
        return group[0].mark
    gravest = min((change.mark for change in group), key=lambda mark: _ORDER.index(mark.severity))
    return Mark(start, end, gravest.rule, gravest.severity, gravest.why, (fix,))


def _meets(mark: Mark, others: Iterable[Mark]) -> bool:
    return any(mark.start < other.end and mark.end > other.start for other in others)
