"""The Persian carpet: medallion, corners, vines and borders."""

from __future__ import annotations

import numpy as np

from dabir.demo.painter.canvas import Canvas, fade
from dabir.demo.painter.palette import RGB, Ink, darker, lighter, mix
from dabir.demo.painter.registry import scene
from dabir.demo.painter.shapes import Shape, pts


@scene("carpet")
def carpet(c: Canvas) -> None:
    """A Persian carpet: lobed medallion, corner pieces, borders of flowers, a fringe."""
    p = c.pal
    sets: tuple[tuple[Ink, Ink, Ink, Ink], ...] = (
        ("#9e2b2f", "#1c2f57", "#e7c58a", "#3f7f7a"),
        ("#1f3f6b", "#a5332f", "#ecd3a0", "#c98a3a"),
        ("#b0552f", "#17414a", "#f0dab0", "#7c2f3a"),
        ("#1d5a55", "#8f2a33", "#e9cf97", "#26406b"),
        ("#e3cfa6", "#8f2a2f", "#274a6b", "#b9803a"),
    )
    field, border, cream, fourth = (p.lit(i) for i in sets[c.number % 5])
    close = c.number % 2
    floor = p.lit(mix("#7c5138", p.near, 0.3))
    c.wash(lighter(floor, 0.1), darker(floor, 0.2), bottom=101)
    if not close:
        c.fill(Shape().rect(8, 10, 146, 86), "#05060f", 0.5, 2)
    x0, y0, w, h = (5, 7, 150, 86) if not close else (-26, -24, 212, 148)
    fringe = Shape()
    for k in range(90):
        at = y0 + h * k / 90
        for side in (x0 - 3.2, x0 + w):
            fringe.line(
                [(side, at + c.between(-0.4, 0.4)), (side + 3.2, at + c.between(-0.4, 0.4))], 0.3
            )
    c.fill(fringe, lighter(cream, 0.2))
    bands: tuple[tuple[float, RGB], ...] = (
        (0, border),
        (2, cream),
        (3, field),
        (4.5, border),
        (14, cream),
        (15, fourth),
        (17.5, cream),
        (18.3, field),
    )
    for inset, ink in bands[7 * close :]:
        c.fill(
            Shape().rect(x0 + inset, y0 + inset, w - 2 * inset, h - 2 * inset),
            fade(lighter(ink, 0.06), darker(ink, 0.1), angle=35) if inset in (0, 18.3) else ink,
        )
    if not close:
        border_flowers(c, (x0, y0, w, h), (field, cream, fourth))
    inner = Shape().rect(x0 + 18.3, y0 + 18.3, w - 36.6, h - 36.6)
    vines(c, inner, (cream, fourth, border))
    mx, my, r = 80.0, 50.0, (h - 37) * 0.36
    for cx in (x0 + 18.3, x0 + w - 18.3):
        for cy in (y0 + 18.3, y0 + h - 18.3):
            medallion(c, cx, cy, r * 0.92, (border, fourth, cream, field), 12, inner)
    for side in (-1, 1):
        tip = Shape().blob(
            [
                (mx + side * r * 1.25, my),
                (mx + side * r * 1.5, my - r * 0.16),
                (mx + side * r * 1.86, my),
                (mx + side * r * 1.5, my + r * 0.16),
            ]
        )
        c.fill(tip, cream)
        c.fill(Shape().ellipse(mx + side * r * 1.5, my, r * 0.2, r * 0.1), border)
    medallion(c, mx, my, r * 1.3, (border, fourth, cream, field), 16, None)
    weave = Shape()
    for k in range(110):
        weave.rect(x0, y0 + k * h / 110, w, h / 330)
    c.fill(weave, "#0b0d1c", 0.07)
    c.fill(Shape().poly(pts("60 -2, 140 -2, 80 102, 0 102")), lighter(p.sun, 0.2), 0.13, 8)


def lobed(x: float, y: float, r: float, lobes: int, depth: float, squash: float) -> Shape:
    """A many-lobed roundel."""
    t = np.linspace(0, 2 * np.pi, 360, endpoint=False)
    reach = r * (1 - depth + depth * np.abs(np.cos(t * lobes / 2)) ** 0.7)
    return Shape().poly(np.stack([x + reach * np.cos(t) * squash, y + reach * np.sin(t)], 1))


def medallion(
    c: Canvas,
    x: float,
    y: float,
    r: float,
    inks: tuple[Ink, Ink, Ink, Ink],
    lobes: int,
    clip: Shape | None,
) -> None:
    """Rings of lobes, petals and buds around a centre."""
    first, second, cream, last = inks
    for scale, ink in (
        (1.0, cream),
        (0.96, first),
        (0.72, cream),
        (0.69, second),
        (0.46, cream),
        (0.43, last),
        (0.2, cream),
        (0.17, first),
    ):
        c.fill(lobed(x, y, r * scale, lobes if scale > 0.5 else 8, 0.14, 1.12), ink, 1, 0, clip)
    for ring, count, size, ink in (
        (0.83, lobes, 0.055, cream),
        (0.83, lobes * 2, 0.026, last),
        (0.57, 12, 0.06, cream),
        (0.57, 24, 0.024, first),
        (0.31, 8, 0.06, cream),
        (0.1, 6, 0.035, last),
    ):
        buds = Shape()
        for k in range(count):
            a = 2 * np.pi * k / count
            buds.ellipse(
                x + np.cos(a) * r * ring * 1.12,
                y + np.sin(a) * r * ring,
                r * size * 1.5,
                r * size * 0.8,
                float(np.degrees(a)),
            )
        c.fill(buds, ink, 1, 0, clip)


def blossom(x: float, y: float, r: float, turn: float) -> tuple[Shape, Shape]:
    """A small palmette: petals and heart."""
    petals = Shape()
    for k in range(6):
        a = np.radians(turn + 60 * k)
        petals.ellipse(
            x + np.cos(a) * r * 0.58, y + np.sin(a) * r * 0.58, r * 0.46, r * 0.3, turn + 60 * k
        )
    return petals, Shape().ellipse(x, y, r * 0.34)


def border_flowers(
    c: Canvas, frame: tuple[float, float, float, float], inks: tuple[Ink, Ink, Ink]
) -> None:
    """Blossoms on a running vine around the main border."""
    x0, y0, w, h = frame
    m = 9.3
    places = [(x0 + m + (w - 2 * m) * k / 16, y) for k in range(17) for y in (y0 + m, y0 + h - m)]
    places += [(x, y0 + m + (h - 2 * m) * k / 9) for k in range(1, 9) for x in (x0 + m, x0 + w - m)]
    t = np.linspace(0, 1, 200)
    vine = Shape()
    for y in (y0 + m, y0 + h - m):
        vine.line(np.stack([x0 + m + (w - 2 * m) * t, y + np.sin(t * 16 * np.pi) * 2.2], 1), 0.45)
    for x in (x0 + m, x0 + w - m):
        vine.line(np.stack([x + np.sin(t * 9 * np.pi) * 2.2, y0 + m + (h - 2 * m) * t], 1), 0.45)
    c.fill(vine, inks[2])
    outer, hearts, small = Shape(), Shape(), Shape()
    for k, (x, y) in enumerate(places):
        petals, heart = blossom(x, y, 2.9 if k % 4 < 2 else 2.1, 30 * k)
        outer.add(petals)
        hearts.add(heart)
        small.ellipse(x + 3.6, y + 1.8, 0.6).ellipse(x - 3.6, y - 1.8, 0.6)
    c.fill(outer, inks[1])
    c.fill(hearts.add(small), inks[0])


def vines(c: Canvas, inner: Shape, inks: tuple[Ink, Ink, Ink]) -> None:
    """Spiral vines with blossoms over the field, the same in all four quarters."""
    left, top, right, foot = inner.box()
    stems, petals, hearts = Shape(), Shape(), Shape()
    for _ in range(12):
        x, y, r = c.between(0, (right - left) / 2), c.between(0, (foot - top) / 2), c.between(5, 9)
        a = np.linspace(0, c.between(4, 7), 60)
        spiral = np.stack([x + r * (1 - a / 9) * np.cos(a), y + r * (1 - a / 9) * np.sin(a)], 1)
        for sx, sy in ((1, 1), (-1, 1), (1, -1), (-1, -1)):
            base = np.array([80.0, 50.0])
            stems.line(base + spiral * [sx, sy], 0.32)
            for k in (0, 25, 59):
                bx, by = (base + spiral[k] * [sx, sy]).tolist()
                flower, heart = blossom(bx, by, 1.7 if k == 25 else 1.2, 20.0 * k)
                petals.add(flower)
                hearts.add(heart)
    c.fill(stems, inks[1], 0.9, 0, inner)
    c.fill(petals, inks[0], 1, 0, inner)
    c.fill(hearts, inks[2], 1, 0, inner)
