"""The classroom: board, globe, windows and pupils."""

from __future__ import annotations

import numpy as np

from dabir.demo.painter.canvas import Canvas, fade
from dabir.demo.painter.interior import (
    room,
    wall_ink,
)
from dabir.demo.painter.palette import Ink, darker, lighter, mix
from dabir.demo.painter.registry import scene
from dabir.demo.painter.shapes import Shape, pts


@scene("classroom", zoom=0.12)
def classroom(c: Canvas) -> None:
    """A bright classroom: green board with drawn shapes, desks, pupils seen from behind."""
    p = c.pal
    wall = lighter(wall_ink(c), 0.25)
    room(c, 72, wall, p.lit(mix("#c79a68", p.earth, 0.3)))
    board_x = 44 + c.between(-6, 10)
    c.fill(Shape().rect(board_x + 1.5, 15.5, 78, 38), darker(p.near, 0.1), 0.3, 1.2)
    c.fill(Shape().rect(board_x - 1.6, 12.4, 81.2, 39.2, 1), p.lit("#9b6b42"))
    c.fill(
        Shape().rect(board_x, 14, 78, 36),
        fade(mix("#2f6b58", p.near, 0.15), mix("#1f4c43", p.near, 0.3), angle=30),
    )
    chalk(c, board_x, 14)
    c.fill(Shape().rect(board_x + 10, 51.2, 56, 1.4), p.lit("#7c5535"))
    for k in range(2):
        wx = 4 + k * 19.0
        frame = Shape().rect(wx, 10, 17, 40, 0.6)
        c.fill(frame, lighter(wall, 0.5))
        glass = Shape().rect(wx + 1.2, 11.5, 14.6, 37)
        c.fill(glass, fade(p.top, p.mid, p.low))
        c.fill(
            Shape().dots(wx + c.many(0, 17, 40), 46 - c.many(0, 12, 40), 1.6),
            p.lit(p.leaf),
            1.0,
            0,
            glass,
        )
        c.fill(Shape().rect(wx + 8, 11, 0.9, 38).rect(wx, 29, 17, 0.9), lighter(wall, 0.5))
    globe(c, 140, 66, 8)
    c.fill(
        Shape().rect(130, 66, 22, 2, 0.4).rect(132, 68, 1.6, 12).rect(148, 68, 1.6, 12),
        p.lit("#8a5d3a"),
    )
    c.fill(Shape().poly(pts("6 72, 40 72, 96 104, 30 104")), lighter(p.sun, 0.3), 0.28, 1.2)
    for row in range(2):
        for k in range(4):
            h = 26 + row * 14
            x = 28 + k * 37 + row * 9 - 14
            y = 84 + row * 19
            pupil(
                c,
                x,
                y,
                h,
                (p.accent, p.second, p.leaf, p.lamp)[(k + row + c.number) % 4],
                (k + row) % 2 == 0,
            )


def chalk(c: Canvas, x: float, y: float) -> None:
    """Chalk drawings on the board: geometry, a sun with planets, or a plant; no words."""
    out, white = Shape(), "#f4efe0"
    kind = c.number % 3
    if kind == 0:
        out.line([(x + 14, y + 29), (x + 36, y + 29), (x + 14, y + 9), (x + 14, y + 29)], 0.45)
        for k in range(3):
            out.line(
                np.array(Shape().ellipse(x + 57, y + 18, 4 + 3.6 * k).strokes[0].points.tolist()),
                0.4,
            )
        out.line([(x + 43, y + 18), (x + 71, y + 18)], 0.3).line(
            [(x + 57, y + 5), (x + 57, y + 32)], 0.3
        )
    elif kind == 1:
        out.ellipse(x + 16, y + 18, 4.5)
        for k in range(4):
            ring = Shape().ellipse(x + 16, y + 18, 11 + 12 * k, 5 + 3.4 * k).strokes[0].points
            out.line(ring, 0.28)
            out.ellipse(
                x + 16 + (11 + 12 * k) * np.cos(k - 0.6),
                y + 18 + (5 + 3.4 * k) * np.sin(k - 0.6),
                1.2 + 0.3 * (k % 2),
            )
    else:
        out.curve([(x + 38, y + 31), (x + 40, y + 20), (x + 38, y + 8)], 0.6)
        for k in range(4):
            for side in (-1, 1):
                a = y + 26 - k * 5
                out.curve(
                    [
                        (x + 39, a),
                        (x + 39 + side * 7, a - 5),
                        (x + 39 + side * 15, a - 3),
                        (x + 39 + side * 8, a),
                        (x + 39, a),
                    ],
                    0.35,
                )
        for k in range(5):
            out.curve([(x + 38, y + 31), (x + 30 + k * 4, y + 34)], 0.3)
    c.fill(out, white, 0.85, 0.1, Shape().rect(x, y, 78, 36))


def globe(c: Canvas, x: float, y: float, r: float) -> None:
    """A school globe on its stand."""
    ball = Shape().ellipse(x, y - r * 1.5, r)
    c.fill(
        Shape()
        .rect(x - r * 0.5, y - r * 0.2, r, r * 0.2, 0.3)
        .rect(x - 0.4, y - r * 0.6, 0.8, r * 0.5),
        "#8a6a3a",
    )
    c.fill(ball, fade(mix("#6fb6cf", c.pal.low, 0.3), mix("#1f5f86", c.pal.near, 0.3), angle=50))
    c.veil(c.pal.lit("#7fae5c"), 1.0, 16, 10, 0, 100, 0.62, ball)


def pupil(c: Canvas, x: float, y: float, h: float, ink: Ink, scarf: bool) -> None:
    """A pupil at a desk, from behind."""
    own = c.pal.lit(ink)
    c.fill(
        Shape().rect(x - h * 0.5, y - h * 0.3, h, h * 0.09, 0.4),
        fade(c.pal.lit("#d9ab74"), c.pal.lit("#a87746")),
    )
    hair = mix("#2b2230", own, 0.15)
    c.fill(
        Shape().blob(
            [
                (x - h * 0.2, y - h * 0.46),
                (x, y - h * 0.54),
                (x + h * 0.2, y - h * 0.46),
                (x + h * 0.25, y + h * 0.2),
                (x - h * 0.25, y + h * 0.2),
            ]
        ),
        fade(lighter(own, 0.2), darker(own, 0.3)),
    )
    if scarf:
        cloth = mix(darker(own, 0.5), c.pal.second, 0.25)
        drape = (
            Shape()
            .ellipse(x, y - h * 0.66, h * 0.125, h * 0.14)
            .blob(
                [
                    (x - h * 0.09, y - h * 0.6),
                    (x + h * 0.09, y - h * 0.6),
                    (x + h * 0.2, y - h * 0.4),
                    (x, y - h * 0.28),
                    (x - h * 0.2, y - h * 0.4),
                ]
            )
        )
        c.fill(drape, fade(lighter(cloth, 0.25), darker(cloth, 0.15)))
    else:
        c.fill(Shape().rect(x - h * 0.05, y - h * 0.58, h * 0.1, h * 0.1), c.pal.lit("#c79270"))
        c.fill(Shape().ellipse(x, y - h * 0.67, h * 0.115, h * 0.135), hair)
    c.fill(
        Shape().rect(x - h * 0.34, y - h * 0.1, h * 0.68, h * 0.3, 1.2),
        fade(c.pal.lit("#b98552"), c.pal.lit("#7f5530")),
        0.98,
    )
