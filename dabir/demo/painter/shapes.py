"""Shapes in picture units (160 wide, 100 high, y down), and the curves they are made of."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

Floats = NDArray[np.float64]
Point = tuple[float, float]
Points = Sequence[Point] | Floats
Box = tuple[float, float, float, float]
_TURN = np.linspace(0, 2 * np.pi, 56, endpoint=False)
_ROUND: tuple[Floats, Floats] = (np.cos(_TURN), np.sin(_TURN))


@cache
def pts(text: str) -> Floats:
    """Points written as "x y, x y, ..."."""
    out = np.array([[float(v) for v in pair.split()] for pair in text.split(",")])
    out.setflags(write=False)
    return out


def smooth(points: Points, closed: bool = True, steps: int = 10) -> Floats:
    """A Catmull-Rom curve through the points."""
    base = np.asarray(points, dtype=np.float64)
    if closed:
        ring = np.concatenate([base[-1:], base, base[:2]])
    else:
        ring = np.concatenate([base[:1], base, base[-1:]])
    t = np.linspace(0, 1, steps, endpoint=False)[None, :, None]
    a, b, c, d = (ring[i : len(ring) - 3 + i, None, :] for i in range(4))
    curve = 0.5 * (
        2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3
    )
    out = curve.reshape(-1, 2)
    return out if closed else np.concatenate([out, base[-1:]])


def oval(x: float, y: float, rx: float, ry: float, angle: float = 0.0) -> Floats:
    """The outline of an ellipse, turned by `angle` degrees."""
    px, py = rx * _ROUND[0], ry * _ROUND[1]
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    return np.stack([x + px * cos - py * sin, y + px * sin + py * cos], axis=1)


def arc(x: float, y: float, r: float, start: float, stop: float, ry: float = 0.0) -> Floats:
    """Points along a circle's (or ellipse's) arc, in degrees, clockwise from the right."""
    t = np.radians(np.linspace(start, stop, 40))
    return np.stack([x + r * np.cos(t), y + (ry or r) * np.sin(t)], axis=1)


def star(x: float, y: float, r: float, tips: int, inner: float, turn: float = 0.0) -> Floats:
    """A star's outline; `inner` is the share of the radius at the notches."""
    t = np.radians(turn) + np.arange(tips * 2) * np.pi / tips
    reach = np.where(np.arange(tips * 2) % 2 == 0, r, r * inner)
    return np.stack([x + reach * np.cos(t), y + reach * np.sin(t)], axis=1)


def pointed_arch(x: float, y: float, width: float, height: float) -> Floats:
    """A Persian four-centred arch standing on (x, y) as its foot's middle."""
    half, spring = width / 2, y - height + width * 0.58
    rise = spring - (y - height)
    side = [
        (-half, spring - rise * 0.12),
        (-half * 0.97, spring - rise * 0.34),
        (-half * 0.84, spring - rise * 0.6),
        (-half * 0.55, spring - rise * 0.8),
    ]
    left = [(x - half, y), (x - half, spring)] + [(x + px, py) for px, py in side]
    right = [(2 * x - px, py) for px, py in reversed(left)]
    return np.array([*left, (x, y - height), *right])


@dataclass(frozen=True)
class Stroke:
    """One mark: a filled polygon, a line with a width, or a cloud of dots (x, y, radius)."""

    kind: str
    points: Floats
    width: float = 0.0
    hole: bool = False


class Shape:
    """A drawable outline made of strokes; every method returns a shape, so calls chain."""

    def __init__(self, strokes: Sequence[Stroke] = ()) -> None:
        self.strokes: list[Stroke] = list(strokes)

    def poly(self, points: Points, hole: bool = False) -> Shape:
        """Add a filled polygon (or cut one out)."""
        self.strokes.append(Stroke("poly", np.asarray(points, dtype=np.float64), 0.0, hole))
        return self

    def blob(self, points: Points, hole: bool = False) -> Shape:
        """Add a filled smooth closed curve through the points."""
        return self.poly(smooth(points), hole)

    def line(self, points: Points, width: float, hole: bool = False) -> Shape:
        """Add a line with round ends."""
        self.strokes.append(Stroke("line", np.asarray(points, dtype=np.float64), width, hole))
        return self

    def curve(self, points: Points, width: float) -> Shape:
        """Add a smooth line through the points."""
        return self.line(smooth(points, closed=False), width)

    def rect(self, x: float, y: float, w: float, h: float, r: float = 0.0) -> Shape:
        """Add a rectangle, its corners rounded by `r`."""
        if r <= 0:
            return self.poly([(x, y), (x + w, y), (x + w, y + h), (x, y + h)])
        r = min(r, w / 2, h / 2)
        corners = [(x + w - r, y + h - r, 0), (x + r, y + h - r, 90), (x + r, y + r, 180)]
        corners.append((x + w - r, y + r, 270))
        return self.poly(np.concatenate([arc(cx, cy, r, a, a + 90) for cx, cy, a in corners]))

    def ellipse(
        self, x: float, y: float, rx: float, ry: float = 0.0, angle: float = 0.0, hole: bool = False
    ) -> Shape:
        """Add an ellipse (a circle when `ry` is left out)."""
        return self.poly(oval(x, y, rx, ry or rx, angle), hole)

    def limb(self, p: Point, q: Point, a: float, b: float) -> Shape:
        """Add a tapered capsule from p (width a) to q (width b)."""
        angle = math.degrees(math.atan2(q[1] - p[1], q[0] - p[0]))
        ends = [arc(*p, a / 2, angle + 90, angle + 270), arc(*q, b / 2, angle - 90, angle + 90)]
        return self.poly(np.concatenate(ends))

    def dots(self, x: Floats, y: Floats, r: Floats | float) -> Shape:
        """Add many small discs at once."""
        cloud = np.stack([x, y, np.broadcast_to(r, x.shape)], axis=1)
        self.strokes.append(Stroke("dots", cloud.astype(np.float64)))
        return self

    def add(self, other: Shape) -> Shape:
        """Add another shape's strokes."""
        self.strokes.extend(other.strokes)
        return self

    def _mapped(self, change: Callable[[Floats], Floats], scale: float) -> Shape:
        out = []
        for s in self.strokes:
            points = change(s.points[:, :2])
            if s.kind == "dots":
                points = np.concatenate([points, s.points[:, 2:] * scale], axis=1)
            out.append(Stroke(s.kind, points, s.width * scale, s.hole))
        return Shape(out)

    def placed(
        self, x: float, y: float, scale: float = 1.0, angle: float = 0.0, flip: bool = False
    ) -> Shape:
        """A copy: flipped, scaled and turned about its origin, then moved to (x, y)."""
        cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        matrix = np.array([[cos, sin], [-sin, cos]]) * scale
        sign = np.array([-1.0 if flip else 1.0, 1.0])
        return self._mapped(lambda p: (p * sign) @ matrix + np.array([x, y]), scale)

    def stretched(self, sx: float, sy: float) -> Shape:
        """A copy scaled differently across and down."""
        return self._mapped(lambda p: p * np.array([sx, sy]), (sx + sy) / 2)

    def box(self) -> Box:
        """The bounding box: left, top, right, bottom."""
        if not self.strokes:
            return 0.0, 0.0, 0.0, 0.0
        lows, highs = [], []
        for s in self.strokes:
            pad = s.points[:, 2:3] if s.kind == "dots" else s.width / 2
            lows.append((s.points[:, :2] - pad).min(axis=0))
            highs.append((s.points[:, :2] + pad).max(axis=0))
        low, high = np.min(lows, axis=0), np.max(highs, axis=0)
        return float(low[0]), float(low[1]), float(high[0]), float(high[1])

    def mask(self, unit: float, left: float, top: float, size: tuple[int, int]) -> Image.Image:
        """The coverage image at `unit` pixels a picture unit, from pixel (left, top)."""
        image = Image.new("L", size, 0)
        pen = ImageDraw.Draw(image)
        shift = np.array([left, top])
        for s in self.strokes:
            _stamp(pen, s, s.points[:, :2] * unit - shift, unit)
        return image


def _stamp(pen: ImageDraw.ImageDraw, s: Stroke, at: Floats, unit: float) -> None:
    """Put one stroke on the coverage image."""
    ink = 0 if s.hole else 255
    if s.kind == "dots":
        radii = s.points[:, 2] * unit
        boxes = np.stack(
            [at[:, 0] - radii, at[:, 1] - radii, at[:, 0] + radii, at[:, 1] + radii], axis=1
        )
        for box in boxes.tolist():
            pen.ellipse(box, fill=ink)
        return
    flat = at.ravel().tolist()
    if s.kind == "poly":
        pen.polygon(flat, fill=ink)
        return
    wide = max(1, round(s.width * unit))
    pen.line(flat, fill=ink, width=wide, joint="curve")
    if wide > 2:
        r = wide / 2 - 0.5
        for x, y in (at[0], at[-1]):
            pen.ellipse((x - r, y - r, x + r, y + r), fill=ink)
