"""A scene under water: the turtle over its reef."""

from __future__ import annotations

import numpy as np

from dabir.demo.painter.canvas import Canvas, Fade, fade
from dabir.demo.painter.nature import (
    ridge,
)
from dabir.demo.painter.palette import Ink, darker, lighter, mix
from dabir.demo.painter.registry import scene
from dabir.demo.painter.shapes import Shape, oval, pts


@scene("turtle", zoom=0.12)
def turtle(c: Canvas) -> None:
    """A sea turtle gliding over a reef, light slanting down, small fish around."""
    p = c.pal
    water = mix("#1489a6", p.mid, 0.22) if not p.dark else mix("#0f4f86", p.top, 0.3)
    c.wash(lighter(mix(water, p.low, 0.35), 0.15), water, darker(water, 0.55), bottom=101)
    x0 = c.between(50, 110)
    c.glow(x0, -6, 80, lighter(p.sun, 0.4), 0.75)
    rays = Shape()
    for k in range(9):
        top, foot = x0 + (k - 4) * 7, x0 + (k - 4) * 27
        rays.poly(
            [
                (top - 1, -4),
                (top + 1.6, -4),
                (foot + c.between(4, 9), 96),
                (foot - c.between(2, 6), 96),
            ]
        )
    c.fill(rays, lighter(p.low, 0.5), 0.17, 1.6)
    for k in range(3):
        reef = ridge(c, 98 + 4 * k, 26 - 6 * k, 0.62, 4)
        c.fill(reef, fade(mix(water, darker(water, 0.7), 0.45 + 0.25 * k), darker(water, 0.75)))
    for k in range(16):
        coral(
            c,
            c.between(-2, 40) if k % 2 else c.between(112, 162),
            c.between(94, 103),
            c.between(9, 20),
            mix((p.accent, p.second, p.lamp, "#c95f8a")[k % 4], water, 0.35),
        )
    c.fill(
        Shape().dots(c.many(0, 160, 60), c.many(5, 95, 60), c.many(0.15, 0.7, 60)), "#ffffff", 0.45
    )
    for k in range(14):
        fish(
            c,
            c.between(4, 156),
            c.between(12, 74),
            c.between(2.4, 4.6),
            mix((p.accent, p.lamp, p.second)[k % 3], water, 0.3),
            c.number % 2 == 0,
        )
    swimming_turtle(c, c.between(70, 92), c.between(44, 54), c.between(34, 42), c.between(-24, 14))


def coral(c: Canvas, x: float, y: float, h: float, ink: Ink) -> None:
    """Branching coral."""
    out = Shape()
    for a in np.linspace(-140, -40, 6):
        rad = np.radians(a + c.between(-8, 8))
        tip = (x + np.cos(rad) * h * 0.75, y + np.sin(rad) * h)
        out.add(
            Shape().curve(
                [(x, y + 3), (x + np.cos(rad) * h * 0.3, y + np.sin(rad) * h * 0.5), tip], h * 0.1
            )
        )
        out.add(
            Shape().curve(
                [
                    (x + np.cos(rad) * h * 0.35, y + np.sin(rad) * h * 0.5),
                    (tip[0] + h * 0.16, tip[1] + h * 0.12),
                ],
                h * 0.07,
            )
        )
    c.fill(out, fade(lighter(ink, 0.25), darker(ink, 0.35)))


def fish(c: Canvas, x: float, y: float, w: float, ink: Ink, flip: bool) -> None:
    """A small fish."""
    out = Shape().ellipse(0, 0, 1, 0.45).poly(pts("-0.7 0, -1.5 -0.5, -1.3 0, -1.5 0.5"))
    c.fill(
        out.placed(x, y, w, c.between(-12, 12), flip), fade(lighter(ink, 0.35), darker(ink, 0.15))
    )


def swimming_turtle(c: Canvas, x: float, y: float, w: float, tilt: float) -> None:
    """The turtle from above and the side, its shell in plates."""
    p = c.pal
    skin, shell = p.lit(mix("#7f9b62", p.leaf, 0.25)), p.lit(mix("#8a5a2f", p.earth, 0.2))
    lift = c.between(-0.15, 0.15)
    limbs = Shape().blob(
        [
            (0.4, -0.3),
            (0.55, -0.62),
            (0.42, -1.05 + lift),
            (0.12, -1.22 + lift),
            (0.22, -0.8),
            (0.16, -0.4),
        ]
    )
    limbs.blob(
        [(0.4, 0.3), (0.55, 0.6), (0.4, 1.0 - lift), (0.08, 1.14 - lift), (0.2, 0.74), (0.14, 0.38)]
    )
    limbs.blob(pts("-0.6 -0.24, -0.8 -0.5, -1.06 -0.62, -0.94 -0.36, -0.72 -0.08")).blob(
        pts("-0.6 0.24, -0.8 0.5, -1.04 0.6, -0.94 0.34, -0.72 0.08")
    )
    head = Shape().blob(
        pts("0.7 -0.16, 0.9 -0.2, 1.12 -0.15, 1.24 0.0, 1.12 0.15, 0.9 0.2, 0.7 0.16")
    )
    body = Shape().blob(
        pts("0.82 0.0, 0.6 -0.42, 0.1 -0.6, -0.5 -0.44, -0.86 0.0, -0.5 0.44, 0.1 0.6, 0.6 0.42")
    )
    spine = pts("-0.52 0.26, -0.12 0.3, 0.28 0.28")
    plates, sides = Shape(), Shape()
    for cx, r in spine:
        plates.poly(
            [
                (cx - r * 0.6, -0.17),
                (cx + r * 0.6, -0.17),
                (cx + r * 0.72 + 0.02, 0),
                (cx + r * 0.6, 0.17),
                (cx - r * 0.6, 0.17),
                (cx - r * 0.72 - 0.02, 0),
            ]
        )
        for s in (-1, 1):
            sides.poly(
                [
                    (cx - r * 0.58, s * 0.21),
                    (cx + r * 0.6, s * 0.21),
                    (cx + r * 0.52, s * 0.45),
                    (cx - r * 0.5, s * 0.42),
                ]
            )
    flecks = Shape().dots(c.many(-1, 1.2, 110), c.many(-1.1, 1.1, 110), c.many(0.015, 0.042, 110))
    half = w * 0.62

    def put(
        shape: Shape,
        paint: Ink | Fade,
        alpha: float = 1.0,
        blur: float = 0.0,
        clip: Shape | None = None,
    ) -> None:
        c.fill(
            shape.placed(x, y, half, tilt),
            paint,
            alpha,
            blur,
            clip.placed(x, y, half, tilt) if clip else None,
        )

    c.fill(Shape().poly(oval(x + 5, y + 17, half * 1.1, half * 0.5, tilt)), "#03162b", 0.35, 4)
    put(limbs, fade(lighter(skin, 0.35), skin, darker(skin, 0.4), angle=60))
    put(head, fade(lighter(skin, 0.3), darker(skin, 0.2)))
    put(flecks, darker(skin, 0.5), 0.55, 0.0, Shape().add(limbs).add(head))
    put(Shape().ellipse(1.05, -0.12, 0.035).ellipse(1.05, 0.12, 0.035), "#11130f")
    put(body, fade(lighter(shell, 0.35), darker(shell, 0.35), angle=70))
    put(sides, fade(lighter(shell, 0.4), darker(shell, 0.15), angle=70))
    put(plates, fade(lighter(shell, 0.55), shell, angle=70))
    rim = Shape().line(np.concatenate([body.strokes[0].points, body.strokes[0].points[:1]]), 0.06)
    put(rim, fade(lighter(skin, 0.3), darker(shell, 0.3)))
    put(Shape().ellipse(0.15, -0.3, 0.4, 0.1, 8), "#ffffff", 0.25, 1.0, body)
