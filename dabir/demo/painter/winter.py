"""Snow: a hut or bare trees among soft hills."""

from __future__ import annotations

import numpy as np

from dabir.demo.painter.canvas import Canvas, fade
from dabir.demo.painter.nature import (
    conifer,
    hill,
    ridge,
    sky,
)
from dabir.demo.painter.palette import darker, lighter, mix
from dabir.demo.painter.registry import scene
from dabir.demo.painter.shapes import Shape


@scene("snow")
def snow(c: Canvas) -> None:
    """A snowed-in orchard and firs on soft hills, blue shadows, flakes falling."""
    p = c.pal
    white = mix("#ffffff", p.low, 0.16 if not p.dark else 0.3)
    blue = mix(mix("#8fb0d6", p.mid, 0.45), p.top, 0.15)
    sky(c, 66, (c.between(30, 130), c.between(14, 30)), 4)
    c.veil(lighter(p.low, 0.5), 0.6, 3, 6, 0, 66, 0.3)
    far = ridge(c, 62, 26, 0.5, 4)
    c.fill(far, fade(mix(white, p.far, 0.25), mix(p.far, white, 0.5)))
    c.veil(p.plane(0.4), 0.5, 12, 20, 20, 75, 0.5, far)
    for k in range(4):
        t = k / 3
        ground = hill(c, 68 + 9 * k, 9, 2)
        firs = Shape()
        for _ in range(22 - 5 * k):
            firs.add(
                conifer(
                    c.between(-5, 165),
                    64 + 9 * k + c.between(-3, 2),
                    (5 + 9 * t) * c.between(0.7, 1.3),
                )
            )
        wood = mix(mix(p.far, blue, 0.4), darker(mix(p.near, p.leaf, 0.25), 0.05), 0.3 + 0.7 * t)
        if k < 3:
            c.fill(firs, fade(mix(wood, white, 0.6), wood, wood))
        c.fill(ground, fade(white, mix(white, blue, 0.35 + 0.15 * t)))
        c.veil(blue, 0.35, 3, 7, 60 + 8 * k, 100, 0.45, ground)
    if c.number % 2:
        hut(c, c.between(40, 110), 84)
    else:
        for k in range(3):
            bare(c, c.between(14, 46) + 45 * k, 88 + c.between(-3, 5), c.between(26, 36), white)
    prints = Shape()
    for k in range(16):
        prints.ellipse(30 + k * 5.2 + (k % 2) * 1.6, 99 - k * 0.9, 0.9 - k * 0.03, 0.35)
    c.fill(prints, mix(blue, p.near, 0.3), 0.6, 0.1)
    for size, many, alpha in ((0.28, 260, 0.8), (0.6, 60, 0.7)):
        flakes = Shape().dots(
            c.many(0, 160, many), c.many(0, 100, many), c.many(0.5, 1.2, many) * size
        )
        c.fill(flakes, "#ffffff", alpha, 0.12)


def hut(c: Canvas, x: float, y: float) -> None:
    """A stone hut with a lit window and snow on its roof."""
    p = c.pal
    wall = p.lit("#8a6a55")
    c.fill(Shape().ellipse(x + 10, y + 1, 26, 2), mix(p.top, p.near, 0.4), 0.35, 1)
    c.fill(Shape().rect(x - 12, y - 12, 26, 13), fade(wall, darker(wall, 0.35), angle=20))
    c.fill(Shape().rect(x + 7, y - 25, 3.2, 9), darker(wall, 0.25))
    c.fill(
        Shape().blob(
            [
                (x - 15, y - 11),
                (x - 10, y - 18),
                (x + 1, y - 22),
                (x + 12, y - 18),
                (x + 17, y - 11),
                (x + 12, y - 12),
                (x + 1, y - 13),
                (x - 9, y - 12),
            ]
        ),
        fade("#ffffff", mix("#b9cbe4", p.mid, 0.3)),
    )
    c.glow(x - 4, y - 5, 13, p.lamp, 0.7)
    c.fill(Shape().rect(x - 6.5, y - 8, 5, 5, 0.4), fade("#fff0b4", "#f2a541"))
    c.fill(Shape().rect(x + 4, y - 9, 5, 10, 0.5), darker(wall, 0.5))
    for k in range(5):
        c.fill(
            Shape().ellipse(x + 9 + k * 2.2, y - 28 - k * 4, 1.5 + k, 1.2 + k * 0.6),
            "#ffffff",
            0.3 - 0.045 * k,
            0.8,
        )


def bare(c: Canvas, x: float, y: float, h: float, white: tuple[int, int, int]) -> None:
    """A leafless tree, snow along its branches."""
    wood, snowy = Shape(), Shape()

    def grow(px: float, py: float, angle: float, length: float, width: float) -> None:
        qx, qy = px + np.cos(angle) * length, py + np.sin(angle) * length
        wood.limb((px, py), (qx, qy), width, width * 0.65)
        snowy.limb((px, py - width * 0.4), (qx, qy - width * 0.35), width * 0.5, width * 0.35)
        if length > h * 0.06:
            for turn in (-0.5, 0.05, 0.55):
                if abs(turn) > 0.1 or length > h * 0.12:
                    grow(
                        qx,
                        qy,
                        angle + turn * c.between(0.6, 1.2),
                        length * c.between(0.6, 0.78),
                        width * 0.6,
                    )

    grow(x, y, -np.pi / 2 + c.between(-0.1, 0.1), h * 0.3, h * 0.055)
    c.fill(Shape().ellipse(x + 5, y, 14, 1), c.pal.near, 0.2, 0.6)
    c.fill(wood, darker(c.pal.plane(0.9), 0.1))
    c.fill(snowy, white, 0.85)
