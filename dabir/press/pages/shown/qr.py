"""The QR code of an address, drawn some fifty times faster than from nothing.

A QR code is linear: two addresses of one length differ in their codes by the sum (XOR) of
what each differing bit changes. So segno draws the first address of its kind (the same but
for its digits), and what each bit of a digit changes when it is first asked for; all others
are sums of these. The code is the one that segno draws, its mask chosen by the same penalties.
"""

import re
from functools import lru_cache
from typing import Final

import segno
from markupsafe import Markup

_LIGHT: Final = 4
"""Light modules that part two rows of a matrix held as one number: what a row ends with
cannot be taken for what the next begins with."""
_LARGEST: Final = 41
"""Modules a side up to version 6; larger codes hold their version too, and segno draws them."""
_BORDER: Final = 2
_DIGIT: Final = re.compile(r"[0-9]")
_RUN: Final = re.compile(r"0*1+")


@lru_cache(maxsize=256)
def qr_code(address: str) -> Markup:
    """Return the QR code of an address as inline SVG (error correction M)."""
    size, matrix = _plate(_DIGIT.sub("0", address)).press(address)
    return _draw(size, matrix)


class _Plate:
    """What the codes of addresses have in common that are the same but for their digits."""

    def __init__(self, blank: str) -> None:
        """``blank`` is the address with 0 for every digit."""
        self._blank = blank
        self.size = len(_matrix(blank, 0))
        self._masked = [_number(_matrix(blank, mask)) for mask in range(8)]
        self._changes: dict[tuple[int, int], int] = {}

    def press(self, address: str) -> tuple[int, int]:
        """Return the modules a side, and the matrix as one number."""
        if self.size > _LARGEST:
            made = [list(row) for row in segno.make(address, error="m", micro=False).matrix]
            return len(made), _number(made)
        change = 0
        for place, sign in enumerate(address):
            if sign != self._blank[place]:
                for bit in range(4):
                    if int(sign) >> bit & 1:
                        change ^= self._change(place, bit)
        codes = [masked ^ change for masked in self._masked]
        return self.size, min(codes, key=lambda code: _penalty(code, self.size))

    def _change(self, place: int, bit: int) -> int:
        """Return the modules that turn when one bit of the digit at ``place`` does."""
        if (place, bit) not in self._changes:
            other = f"{self._blank[:place]}{1 << bit}{self._blank[place + 1 :]}"
            self._changes[place, bit] = self._masked[0] ^ _number(_matrix(other, 0))
        return self._changes[place, bit]


_plate = lru_cache(maxsize=32)(_Plate)


def _matrix(address: str, mask: int) -> list[list[int]]:
    made = segno.make(address, error="m", micro=False, mask=mask)
    return [list(row) for row in made.matrix]


def _number(matrix: list[list[int]]) -> int:
    """Return a matrix as one number: its modules from the lowest bit on, rows parted by light."""
    rows = ("".join(map(str, row)) + "0" * _LIGHT for row in matrix)
    return int("".join(rows)[::-1], 2)


@lru_cache(maxsize=8)
def _areas(size: int) -> tuple[int, int, int]:
    """Return as numbers the whole matrix, and it without its last column, and its format."""
    square = range(size)
    whole = _number([[1 for _ in square] for _ in square])
    inner = _number([[int(x < size - 1) for x in square] for _ in square])
    near, far = range(9), range(size - 8, size)
    told = {(8, x) for x in (*near, *far)} | {(y, 8) for y in (*near, *far)}
    told -= {(6, 8), (8, 6)}  # the timing pattern crosses it
    return whole, inner, _number([[int((y, x) in told) for x in square] for y in square])


def _penalty(code: int, size: int) -> int:
    """Return how hard a code is to read (ISO/IEC 18004, 7.8.3), as segno counts it.

    The mask is chosen before the format is written, so its place counts as light.
    """
    whole, inner, told = _areas(size)
    code &= ~told
    down = size + _LIGHT
    alike = ~(code ^ code >> 1) & inner
    below = ~(code ^ code >> down) & (whole >> down & whole)
    runs = _runs(alike, 1) + _runs(below, down)
    blocks = (alike & alike >> down & below).bit_count()
    finders = _finders(code, whole, 1) + _finders(code, whole, down)
    share = code.bit_count() / size**2
    return runs + 3 * blocks + 40 * finders + 10 * int(abs(share * 100 - 50) / 5)


def _runs(alike: int, step: int) -> int:
    """Return the penalty for five and more modules alike in a row: 3, and 1 for each further."""
    fives = alike & alike >> step & alike >> 2 * step & alike >> 3 * step
    return fives.bit_count() + 2 * (fives & ~(fives << step)).bit_count()


def _finders(code: int, whole: int, step: int) -> int:
    """Return how often 1011101 stands beside four light modules: it looks like a corner."""
    light = whole & ~code
    found = code & light >> step & code >> 2 * step & code >> 3 * step
    found &= code >> 4 * step & light >> 5 * step & code >> 6 * step
    before = ~(code << step | code << 2 * step | code << 3 * step | code << 4 * step)
    after = ~(code >> 7 * step | code >> 8 * step | code >> 9 * step | code >> 10 * step)
    beside = found & (before | after)
    beside &= ~(beside << 4 * step | beside << 6 * step)  # two that overlap count once
    return beside.bit_count()


class _Strokes(dict[str, str]):
    """Light modules and the dark ones after them («0011») -> the stroke that draws them."""

    def __missing__(self, run: str) -> str:
        light, dark = run.count("0"), run.count("1")
        self[run] = stroke = f"m{light} 0h{dark}" if light else f"h{dark}"
        return stroke


_STROKES: Final = _Strokes()


def _draw(size: int, matrix: int) -> Markup:
    """Return a matrix as SVG: a line for every run of dark modules, row by row."""
    signs = f"{matrix:b}"[::-1]
    rows = (signs[start : start + size] for start in range(0, len(signs), size + _LIGHT))
    path = "".join(
        f"M{_BORDER} {y}.5" + "".join(map(_STROKES.__getitem__, _RUN.findall(row)))
        for y, row in enumerate(rows, _BORDER)
    )
    side = size + 2 * _BORDER
    return Markup(  # noqa: S704  numbers only
        f'<svg viewBox="0 0 {side} {side}" class="qr">'
        f'<path class="qr__ink" stroke="#000" d="{path}"/></svg>'
    )
