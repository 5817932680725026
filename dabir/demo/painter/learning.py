"""Scenes of learning: library and books."""

from __future__ import annotations

import numpy as np

from dabir.demo.painter.buildings import floor_lines
from dabir.demo.painter.canvas import Canvas, fade
from dabir.demo.painter.interior import (
    book_inks,
    daylight,
    shadow,
    spine_row,
    tabletop,
    wall_ink,
)
from dabir.demo.painter.nature import ridge
from dabir.demo.painter.palette import Ink, darker, lighter, mix
from dabir.demo.painter.registry import scene
from dabir.demo.painter.shapes import Shape, pointed_arch, smooth


@scene("library", zoom=0.2)
def library(c: Canvas) -> None:
    """A reading room: tall shelves either side of an arched window, lamps, a lone reader."""
    p, x = c.pal, c.between(64, 96)
    wood = p.lit(mix("#7a4d31", p.earth, 0.25))
    c.wash(darker(wood, 0.3), darker(wood, 0.45), bottom=84)
    inks = book_inks(c)
    for k in range(5):
        y = 16 + 16.2 * k
        c.fill(Shape().rect(-2, y - 14.5, 164, 14.5), darker(wood, 0.65))
        spine_row(c, -1, 161, y, 12.6, inks)
        c.fill(Shape().rect(-2, y, 164, 1.7), fade(lighter(wood, 0.25), darker(wood, 0.2)))
    posts = Shape()
    for k in range(9):
        posts.rect(k * 20 - 1.2, -2, 2.2, 88)
    c.fill(posts, fade(lighter(wood, 0.2), darker(wood, 0.3), angle=0))
    c.fill(Shape().poly(pointed_arch(x, 86, 50, 84)), fade(lighter(wood, 0.25), darker(wood, 0.15)))
    opening = Shape().poly(pointed_arch(x, 84, 43, 78))
    c.fill(opening, fade(p.top, p.mid, lighter(p.low, 0.3)))
    c.fill(ridge(c, 62, 18, 0.5, 5), fade(p.plane(0.3), mix(p.far, p.low, 0.5)), 1.0, 0, opening)
    c.fill(Shape().ellipse(x + 9, 30, 5), lighter(p.sun, 0.3), 1.0, 0, opening)
    bars = Shape()
    for k in range(-2, 3):
        bars.rect(x + k * 9 - 0.4, 0, 0.8, 90)
    for k in range(6):
        bars.rect(x - 24, 18 + k * 12, 48, 0.7)
    c.fill(bars, darker(wood, 0.2), 1.0, 0, opening)
    c.wash(lighter(wood, 0.1), darker(wood, 0.35), top=85, bottom=101)
    c.fill(
        floor_lines(c, (x, 40), 85, 22), darker(wood, 0.5), 0.3, 0, Shape().rect(-2, 85, 164, 20)
    )
    spill = Shape().poly([(x - 22, 85), (x + 22, 85), (x + 52, 104), (x - 34, 104)])
    c.fill(spill, lighter(p.low, 0.3), 0.4, 1.2)
    c.fill(
        Shape().poly([(x - 22, 20), (x + 20, 20), (x + 50, 102), (x - 40, 102)]),
        lighter(p.low, 0.4),
        0.12,
        3,
    )
    reader(c, x + (26 if c.number % 2 else -30), 97, 34)


def reader(c: Canvas, x: float, y: float, h: float) -> None:
    """Someone bent over a book at a small lamplit desk."""
    p = c.pal
    wood, ink = p.lit("#5d3823"), darker(p.near, 0.1)
    c.fill(Shape().ellipse(x + 4, y + 0.5, h * 0.7, h * 0.06), "#0b0d1c", 0.4, 1)
    body = (
        Shape()
        .ellipse(x - h * 0.13, y - h * 0.8, h * 0.075, h * 0.09)
        .blob(
            [
                (x - h * 0.2, y - h * 0.7),
                (x - h * 0.06, y - h * 0.68),
                (x + h * 0.1, y - h * 0.5),
                (x + h * 0.2, y - h * 0.45),
                (x + h * 0.04, y - h * 0.36),
                (x - h * 0.02, y - h * 0.2),
                (x - h * 0.3, y - h * 0.2),
                (x - h * 0.28, y - h * 0.5),
            ]
        )
    )
    c.fill(
        Shape()
        .rect(x - h * 0.36, y - h * 0.22, h * 0.34, h * 0.05)
        .rect(x - h * 0.36, y - h * 0.62, h * 0.04, h * 0.62)
        .rect(x - h * 0.06, y - h * 0.22, h * 0.04, h * 0.22),
        darker(wood, 0.4),
    )
    c.fill(body, fade(lighter(p.second, 0.05), darker(p.second, 0.35)))
    c.fill(Shape().ellipse(x - h * 0.13, y - h * 0.8, h * 0.078, h * 0.095), ink)
    top = y - h * 0.38
    c.fill(
        Shape()
        .rect(x - h * 0.02, top, h * 0.8, h * 0.05, 0.4)
        .rect(x + h * 0.04, top, h * 0.04, h * 0.38)
        .rect(x + h * 0.7, top, h * 0.04, h * 0.38),
        fade(lighter(wood, 0.25), darker(wood, 0.2)),
    )
    c.fill(
        Shape().poly([(x + h * 0.1, top), (x + h * 0.24, top - h * 0.05), (x + h * 0.38, top)]),
        "#fff6e2",
    )
    lamp = (x + h * 0.58, top - h * 0.26)
    c.fill(
        Shape()
        .line([(lamp[0], top), lamp], 0.5)
        .rect(lamp[0] - h * 0.06, top - h * 0.02, h * 0.12, h * 0.02),
        "#b98b3e",
    )
    c.fill(
        Shape().blob(
            [
                (lamp[0] - h * 0.13, lamp[1]),
                (lamp[0] - h * 0.08, lamp[1] - h * 0.09),
                (lamp[0] + h * 0.08, lamp[1] - h * 0.09),
                (lamp[0] + h * 0.13, lamp[1]),
            ]
        ),
        fade(lighter(p.leaf, 0.2), darker(p.leaf, 0.2)),
    )
    c.glow(lamp[0], lamp[1] + h * 0.08, h * 0.7, p.lamp, 0.75)


@scene("books", zoom=0.14)
def books(c: Canvas) -> None:
    """A pile of books, one open on top, beside a lamp and a glass, in window light."""
    p, x = c.pal, c.between(62, 92)
    wall = wall_ink(c)
    c.wash(mix(wall, p.top, 0.35), lighter(wall, 0.12), wall)
    daylight(c, c.between(4, 40), 4, 70, 56, 24, 0.38)
    tabletop(c, 78, p.lit(mix("#a06a45", p.earth, 0.3)))
    inks = book_inks(c)
    y, count = 90.0, 4 + c.number % 4
    shadow(c, x, 91, 62, 0.25)
    for k in range(count):
        w, h = c.between(44, 58) - 2 * k, c.between(5.5, 8.5)
        y -= h
        closed_book(c, x - w / 2 + c.between(-4, 4), y, w, h, inks[int(c.rng.integers(len(inks)))])
    open_book(c, x, y + 0.5, 46)
    for k in range(3):
        lean = k * 7.0
        ink = inks[(k * 3 + c.number) % len(inks)]
        upright = Shape().poly(
            [
                (x + 42 + lean, 90),
                (x + 48 + lean, 90),
                (x + 48 + lean - 3 * (k == 0), 90 - 34 - k * 3),
                (x + 42 + lean - 3 * (k == 0), 90 - 34 - k * 3),
            ]
        )
        if k == 0:
            shadow(c, x + 52, 90.5, 24, 0.2)
        c.fill(upright, fade(lighter(ink, 0.3), ink, darker(ink, 0.35), angle=0))
        c.fill(
            Shape().rect(x + 30, 64 - k * 2, 60, 0.8).rect(x + 30, 82, 60, 0.8),
            lighter(p.lamp, 0.2),
            0.7,
            0,
            upright,
        )


def closed_book(c: Canvas, x: float, y: float, w: float, h: float, ink: Ink) -> None:
    """A closed book lying flat, its page edges toward the right."""
    c.fill(Shape().rect(x + 1, y + h * 0.18, w - 1.6, h * 0.64), fade("#fffaf0", "#d9c9aa"))
    lines = Shape()
    for k in range(5):
        lines.rect(x + 3, y + h * (0.24 + 0.13 * k), w - 4.8, 0.12)
    c.fill(lines, "#b19a75", 0.7)
    cover = (
        Shape()
        .rect(x, y, w, h * 0.22, 0.4)
        .rect(x, y + h * 0.78, w, h * 0.22, 0.4)
        .rect(x - 1.2, y, w * 0.14, h, h * 0.3)
    )
    c.fill(cover, fade(lighter(ink, 0.3), darker(ink, 0.25)))
    c.fill(
        Shape().rect(x + w * 0.03, y + h * 0.3, w * 0.035, h * 0.4), lighter(c.pal.lamp, 0.2), 0.85
    )


def open_book(c: Canvas, x: float, y: float, w: float) -> None:
    """An open book seen from its foot, leaves lifting, grey lines for print."""
    ink = c.pal.accent
    c.fill(
        Shape().poly(
            [(x - w * 0.52, y), (x + w * 0.52, y), (x + w * 0.5, y - 1.4), (x - w * 0.5, y - 1.4)]
        ),
        darker(ink, 0.2),
    )
    for k in range(5):
        lift = 2 + k * 2.0
        for side in (-1, 1):
            page = Shape().poly(
                np.concatenate(
                    [
                        smooth(
                            [
                                (x, y - 1.5),
                                (x + side * w * 0.14, y - 4 - lift),
                                (x + side * w * 0.34, y - 3 - lift * 1.2),
                                (x + side * w * (0.5 - 0.02 * k), y - 2 - lift * 0.9),
                            ],
                            False,
                        ),
                        smooth(
                            [
                                (x + side * w * (0.5 - 0.02 * k), y - 1.2 - lift * 0.5),
                                (x + side * w * 0.3, y - 2),
                                (x, y - 1),
                            ],
                            False,
                        ),
                    ]
                )
            )
            c.fill(
                page,
                fade(
                    "#fffdf6",
                    mix("#e3d3b4", c.pal.far, 0.15 + 0.1 * (side > 0)),
                    angle=90 - side * 50,
                ),
            )
    c.fill(Shape().curve([(x, y - 1.5), (x + 1.2, y - 15), (x + 8, y - 19)], 0.25), "#d6c6a6")
    leaf = Shape().poly(
        smooth([(x, y - 1.5), (x + 1, y - 13), (x + 11, y - 21), (x + 16, y - 17), (x + 7, y - 10)])
    )
    c.fill(leaf, fade("#ffffff", "#e2d2b2", angle=40))
