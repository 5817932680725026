"""Scenes of growing things: garden, wheat and greenhouse."""

from __future__ import annotations

import numpy as np

from dabir.demo.painter.canvas import Canvas, fade
from dabir.demo.painter.nature import (
    cloud,
    cypress,
    flock,
    grass,
    hill,
    leaves,
    poplar,
    ridge,
    ripples,
    sky,
    streaks,
    tree,
)
from dabir.demo.painter.palette import Ink, darker, lighter, mix
from dabir.demo.painter.people import person, walkers
from dabir.demo.painter.registry import scene
from dabir.demo.painter.shapes import Shape, pointed_arch, pts, smooth


@scene("garden", zoom=0.16)
def garden(c: Canvas) -> None:
    """A Persian garden: a long pool between cypresses, leading to a pillared pavilion."""
    p, x = c.pal, 80.0 + c.between(-12, 12)
    green = p.lit(p.leaf)
    sky(c, 56, (x + c.between(-45, 45), c.between(10, 24)))
    cloud(c, c.between(15, 60), 22, 28, p.low, 0.6)
    c.fill(ridge(c, 52, 20, 0.5, 4), fade(p.plane(0.25), mix(p.far, p.low, 0.5)))
    c.fill(
        leaves(c, 80, 53, 96, 6, 200, 2.8),
        fade(mix(green, p.low, 0.15), mix(green, p.near, 0.4), grain=0.18),
    )
    c.wash(mix(green, p.low, 0.3), green, darker(mix(green, p.near, 0.3), 0.1), top=57, bottom=101)
    pavilion(c, x, 59)
    path = Shape().poly([(x - 9, 59), (x + 9, 59), (x + 62, 104), (x - 62, 104)])
    c.fill(path, fade(lighter(p.low, 0.3), p.lit(lighter(p.earth, 0.35))))
    rim = Shape().poly([(x - 6, 61), (x + 6, 61), (x + 40, 104), (x - 40, 104)])
    pool = Shape().poly([(x - 5, 61.5), (x + 5, 61.5), (x + 35, 104), (x - 35, 104)])
    c.fill(rim, fade(lighter(p.wall, 0.5), lighter(p.wall, 0.1)))
    c.fill(
        pool,
        fade(mix("#7fd0cf", p.low, 0.5), mix("#2d9aa6", p.mid, 0.35), mix("#155e75", p.top, 0.4)),
    )
    c.fill(
        Shape().poly([(x - 7, 61), (x + 7, 61), (x + 11, 80), (x - 11, 80)]),
        fade(lighter(p.wall, 0.4), p.wall),
        0.35,
        1.4,
        pool,
    )
    c.fill(ripples(c, 63, 100, 80), lighter(p.low, 0.6), 0.4, clip=pool)
    for k in range(4):
        y, h = 64 + k * k * 3.1, 2.5 + k * 2.4
        plume = Shape()
        for j in range(-3, 4):
            plume.curve([(x, y), (x + j * h * 0.07, y - h), (x + j * h * 0.2, y)], 0.14 + 0.05 * k)
        c.fill(plume, "#ffffff", 0.6, 0.12)
    for k in range(6):
        t = (k / 5) ** 1.5
        for side in (-1, 1):
            at, y = x + side * (15 + 62 * t), 60 + 30 * t
            ink = mix(mix(green, p.far, 0.3 * (1 - t)), p.near, 0.3 + 0.15 * t)
            c.fill(
                Shape().ellipse(at - side * 6 * t, y + 0.5, 3 + 12 * t, 0.4 + 1.5 * t),
                p.near,
                0.35,
                0.4,
            )
            c.fill(
                cypress(at, y + 1, 17 + 48 * t),
                fade(lighter(ink, 0.22), darker(ink, 0.3), angle=15),
            )
            bed(c, x + side * (24 + 60 * t), y + 3, 5 + 15 * t, t)
    walkers(c, 2, x + 14, x + 26, 72, 8, (p.near, p.accent), 0.5)


def pavilion(c: Canvas, x: float, y: float) -> None:
    """A garden pavilion: a tall pointed iwan between two pillared wings."""
    wall = c.pal.lit(mix(c.pal.wall, "#f2dfbd", 0.5))
    c.fill(Shape().rect(x - 26, y - 14, 52, 14), fade(lighter(wall, 0.2), darker(wall, 0.1)))
    c.fill(Shape().rect(x - 10, y - 22, 20, 22), fade(lighter(wall, 0.35), wall, angle=20))
    inner = darker(mix(wall, c.pal.near, 0.5), 0.1)
    bays, tile = Shape(), Shape()
    for k in (-22.0, -17.0, -12.8, 12.8, 17.0, 22.0):
        bays.poly(pointed_arch(x + k, y, 3.4, 10))
    c.fill(bays, fade(inner, mix(inner, c.pal.lamp, 0.6 if c.pal.dark else 0.15)))
    tile.poly(pointed_arch(x, y, 15, 20)).rect(x - 26, y - 15, 52, 1.4).rect(
        x - 10, y - 23, 20, 1.4
    )
    c.fill(tile, mix("#2f8ea3", c.pal.mid, 0.25))
    c.fill(
        Shape().poly(pointed_arch(x, y, 12, 17.5)),
        fade(darker(inner, 0.2), mix(inner, c.pal.lamp, 0.5)),
    )


def bed(c: Canvas, x: float, y: float, r: float, depth: float) -> None:
    """A round bed of roses."""
    c.fill(
        leaves(c, x, y, r, r * 0.3, 30, r * 0.14),
        darker(mix(c.pal.lit(c.pal.leaf), c.pal.near, 0.3), 0.1),
    )
    for ink in (c.pal.accent, lighter(c.pal.accent, 0.5), c.pal.lamp):
        c.fill(
            leaves(c, x, y - r * 0.08, r * 0.9, r * 0.25, 16, r * 0.06 + 0.1), c.pal.lit(ink), 0.95
        )


@scene("wheat")
def wheat(c: Canvas) -> None:
    """A ripe wheat field, ears close to the eye, a lone tree and far hills."""
    p = c.pal
    gold = p.lit(mix("#e2ae45", p.lamp, 0.2))
    sky(c, 60, (c.between(30, 130), c.between(18, 42)), 6)
    cloud(c, c.between(20, 140), 20, 36, p.low, 0.6)
    streaks(c, 10, 36, 4, lighter(p.low, 0.3), 0.4)
    for k in range(3):
        c.fill(
            ridge(c, 56 + 3 * k, 15 - 4 * k, 0.42, 3),
            fade(p.plane(0.2 + 0.15 * k), mix(p.far, p.low, 0.5)),
        )
    if c.number % 2:
        tree(c, c.between(40, 120), 62, 24, mix(p.lit(p.leaf), p.near, 0.2))
    else:
        for k in range(7):
            c.fill(
                poplar(c.between(20, 60) + k * 4, 61, c.between(10, 15)),
                mix(p.lit(p.leaf), p.near, 0.4),
            )
    for k in range(4):
        field = hill(c, 62 + 6 * k, 4, 2)
        ink = mix(gold, p.low, 0.35 - 0.1 * k)
        c.fill(field, fade(lighter(ink, 0.2), ink, darker(ink, 0.15), grain=0.16))
        rows = grass(c, 62 + 6 * k, 68 + 8 * k, 260 - 40 * k, 3 + 3 * k, 0.5)
        c.fill(rows, fade(lighter(ink, 0.35), darker(mix(ink, p.earth, 0.4), 0.12)), 0.9)
    c.fill(
        Shape().poly(pts("78 61, 81 61, 112 104, 62 104")), p.lit(lighter(p.earth, 0.3)), 0.35, 1
    )
    wind = c.between(-6, 6)
    for k in range(44):
        t = k / 43
        x = c.between(-4, 164)
        ear(
            c,
            x,
            108,
            34 + 26 * t + c.between(-6, 6),
            wind + c.between(-3, 3),
            mix(gold, p.near, 0.3 * (1 - t)),
        )
    c.fill(flock(c, c.between(40, 120), 24, 10, 6, 3.4), darker(p.near, 0.1), 0.7)


def ear(c: Canvas, x: float, y: float, h: float, lean: float, ink: Ink) -> None:
    """One ear of wheat on its stalk, with its beard."""
    line = smooth([(x, y), (x + lean * 0.3, y - h * 0.5), (x + lean * 1.4, y - h)], closed=False)
    stalk = Shape().line(line, 0.4)
    blade = Shape().poly(
        smooth(
            [(x, y - h * 0.3), (x + 5, y - h * 0.48), (x + 11, y - h * 0.42), (x + 5, y - h * 0.44)]
        )
    )
    c.fill(stalk.add(blade), darker(ink, 0.18))
    grains, beard = Shape(), Shape()
    tip = line[-1]
    for k in range(7):
        py = tip[1] + k * 1.7
        px = tip[0] - lean * 0.03 * k
        for side in (-1, 1):
            grains.ellipse(px + side * (0.4 + 0.08 * k), py, 0.45 + 0.04 * k, 1.3, side * 24)
            beard.line([(px + side * 0.9, py - 0.8), (px + side * 3.2, py - 6.5)], 0.1)
    c.fill(beard, lighter(ink, 0.3), 0.75)
    c.fill(grains, fade(lighter(ink, 0.35), darker(ink, 0.2), angle=10, grain=0.12))


@scene("greenhouse", zoom=0.14)
def greenhouse(c: Canvas) -> None:
    """A glasshouse from within: ribs of the vault, rows of seedlings, someone tending them."""
    p = c.pal
    green, v = p.lit(p.leaf), (c.between(68, 92), 50.0)
    c.wash(p.top, mix(p.mid, p.low, 0.3), lighter(p.low, 0.2), bottom=62)
    c.glow(v[0], 46, 52, lighter(p.sun, 0.2), 0.8)
    c.fill(ridge(c, 56, 14, 0.5, 4), mix(p.plane(0.3), p.low, 0.3))
    c.fill(leaves(c, 80, 54, 95, 5, 120, 2.6), mix(green, p.low, 0.55), 0.8)
    c.wash(
        mix(p.earth, p.low, 0.55), p.lit(p.earth), darker(p.lit(p.earth), 0.3), top=58, bottom=101
    )
    for k in range(7):
        t = (k / 6) ** 1.8
        r, ink = 14 + 92 * t, mix(mix(p.low, p.far, 0.7), p.near, 0.15 + 0.6 * t)
        a = np.linspace(np.pi, 2 * np.pi, 60)
        rib = np.stack([v[0] + np.cos(a) * r, v[1] + 8 + 10 * t + np.sin(a) * r * 0.62], 1)
        c.fill(Shape().line(rib, 0.4 + 1.3 * t), ink, 0.9)
    beams = Shape()
    for a in np.linspace(np.pi, 2 * np.pi, 10):
        beams.line(
            [
                (v[0] + np.cos(a) * 14, v[1] + 8 + np.sin(a) * 9),
                (v[0] + np.cos(a) * 150, v[1] + 20 + np.sin(a) * 96),
            ],
            0.5,
        )
    c.fill(beams, mix(p.near, p.low, 0.3), 0.6)
    for row in (-5, 5, -3, 3, -1, 1):
        for k in range(22):
            t = (k / 21) ** 1.7
            x, y = v[0] + row * (2.2 + 16 * t), 60 + 40 * t
            plant(
                c, x, y, 2.6 + 15 * t, mix(mix(green, p.low, 0.45 * (1 - t)), p.lamp, 0.1 * (k % 2))
            )
    figure_x = v[0] + (9 if c.number % 2 else -9)
    person(c, figure_x, 78, 24, darker(p.second, 0.1), c.number % 3 == 1)
    shafts = (
        Shape()
        .poly(pts("20 -2, 38 -2, 96 104, 58 104"))
        .poly(pts("70 -2, 80 -2, 140 104, 116 104"))
    )
    c.fill(shafts, lighter(p.sun, 0.4), 0.15, 2)


def plant(c: Canvas, x: float, y: float, h: float, ink: Ink) -> None:
    """A young leafy plant, perhaps with red fruit."""
    blades = Shape()
    for a in (-150, -125, -90, -55, -30):
        rad = np.radians(a + c.between(-10, 10))
        blades.ellipse(
            x + np.cos(rad) * h * 0.32,
            y + np.sin(rad) * h * 0.36,
            h * 0.3,
            h * 0.1,
            float(np.degrees(rad)),
        )
    c.fill(blades, fade(lighter(ink, 0.25), darker(ink, 0.3)))
    if c.number % 3 == 0 and h > 4:
        c.fill(
            Shape()
            .ellipse(x - h * 0.15, y - h * 0.2, h * 0.09)
            .ellipse(x + h * 0.2, y - h * 0.3, h * 0.08),
            "#d8432f",
        )
