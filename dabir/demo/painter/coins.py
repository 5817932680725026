"""Coins in stacks, and what grows on them."""

from __future__ import annotations

import numpy as np

from dabir.demo.painter.canvas import Canvas, fade
from dabir.demo.painter.interior import daylight, shadow, tabletop, wall_ink
from dabir.demo.painter.nature import leaves
from dabir.demo.painter.palette import Ink, darker, lighter, mix
from dabir.demo.painter.registry import scene
from dabir.demo.painter.shapes import Shape, arc, oval


@scene("coins", zoom=0.14)
def coins(c: Canvas) -> None:
    """Stacks of gold coins with young plants growing on them, on a table in window light."""
    p = c.pal
    wall = wall_ink(c)
    c.wash(mix(wall, p.top, 0.35), lighter(wall, 0.1), wall)
    daylight(c, c.between(10, 60), 4, 66, 54, 24, 0.35)
    tabletop(c, 74, p.lit(mix("#8a5a3c", p.earth, 0.3)))
    gold = p.lit("#e2b13c")
    n = 5 + c.number % 3
    order = np.arange(n) if c.number % 2 else np.abs(np.arange(n) - n // 2)
    for k in range(n):
        x = 80 + (k - (n - 1) / 2) * 23
        y = 86 + (k % 2) * 6.0
        count = 3 + int(order[k]) * 2 + int(c.rng.integers(0, 2))
        top = stack(c, x, y, 9, count, gold)
        if k % 2 == c.number % 2:
            sprout(c, x, top, 12 + count)
    for _ in range(5):
        x, y = c.between(15, 145), c.between(93, 98)
        coin(c, x, y, 7.5, gold)


def coin(c: Canvas, x: float, y: float, r: float, gold: Ink) -> None:
    """A coin lying flat."""
    ry = r * 0.34
    edge = (
        Shape()
        .poly(np.concatenate([arc(x, y, r, 180, 0, ry), arc(x, y + 1.5, r, 0, 180, ry)]))
        .ellipse(x, y + 1.5, r, ry)
    )
    c.fill(Shape().ellipse(x + 2, y + 2.6, r, ry), darker(c.pal.near, 0.4), 0.45, 0.5)
    c.fill(edge, fade(darker(gold, 0.25), lighter(gold, 0.25), darker(gold, 0.5), angle=0))
    c.fill(Shape().ellipse(x, y, r, ry), fade(lighter(gold, 0.5), gold, angle=30))
    ring = Shape().poly(oval(x, y, r * 0.82, ry * 0.82)).poly(oval(x, y, r * 0.75, ry * 0.75), True)
    c.fill(ring, darker(gold, 0.3), 0.7)
    c.fill(
        Shape().poly([(x + (px - x), y + (py - y) * 0.36) for px, py in _rosette(x, y, r * 0.45)]),
        darker(gold, 0.18),
    )


def _rosette(x: float, y: float, r: float) -> list[tuple[float, float]]:
    t = np.linspace(0, 2 * np.pi, 96, endpoint=False)
    reach = r * (0.75 + 0.25 * np.cos(t * 8))
    return [
        (float(a), float(b))
        for a, b in zip(x + reach * np.cos(t), y + reach * np.sin(t), strict=True)
    ]


def stack(c: Canvas, x: float, y: float, r: float, count: int, gold: Ink) -> float:
    """A stack of coins; returns the height of its top face."""
    shadow(c, x, y + 1.5, r * 2.1, 0.35)
    for k in range(count):
        coin(
            c,
            x + c.between(-0.5, 0.5),
            y - k * 2.5,
            r,
            mix(gold, darker(gold, 0.2), c.rng.random() * 0.5),
        )
    return y - (count - 1) * 2.5


def sprout(c: Canvas, x: float, y: float, h: float) -> None:
    """A young plant with paired leaves."""
    green = c.pal.lit(mix(c.pal.leaf, "#6aa84f", 0.4))
    c.fill(leaves(c, x, y - 0.4, 4, 1.2, 26, 0.9), c.pal.lit("#4d3323"))
    c.fill(Shape().curve([(x, y), (x + 0.8, y - h * 0.5), (x, y - h)], 0.7), darker(green, 0.2))
    for k in range(3):
        at, w = y - h * (0.42 + 0.26 * k), h * (0.36 - 0.07 * k)
        for side in (-1, 1):
            leaf = Shape().blob(
                [
                    (x, at),
                    (x + side * w * 0.5, at - w * 0.42),
                    (x + side * w, at - w * 0.35),
                    (x + side * w * 0.6, at - w * 0.02),
                ]
            )
            c.fill(leaf, fade(lighter(green, 0.3), darker(green, 0.2), angle=90 + side * 40))
