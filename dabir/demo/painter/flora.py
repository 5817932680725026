"""Scenes of plants close at hand: the great tree, tulips and roses."""

from __future__ import annotations

import numpy as np

from dabir.demo.painter.canvas import Canvas, fade, halo
from dabir.demo.painter.interior import daylight, tabletop, vessel, wall_ink
from dabir.demo.painter.landscape import snow_cone
from dabir.demo.painter.nature import (
    grass,
    leaves,
    ridge,
    sky,
    streaks,
)
from dabir.demo.painter.palette import Ink, darker, lighter, mix
from dabir.demo.painter.registry import scene
from dabir.demo.painter.shapes import Point, Shape, pts, smooth


@scene("tree", zoom=0.12)
def great_tree(c: Canvas) -> None:
    """One great old plane tree on a rise, someone sitting in its shade."""
    p, x = c.pal, c.between(62, 98)
    season = (p.leaf, p.accent, mix(p.leaf, p.lamp, 0.5), mix(p.accent, "#f2c1cf", 0.7))[
        c.number % 4
    ]
    ink = p.lit(mix(season, p.leaf, 0.15))
    sky(c, 78, (x + c.between(28, 52) * (1 if c.number % 2 else -1), c.between(20, 50)), 7)
    streaks(c, 10, 40, 4, lighter(p.low, 0.3), 0.4)
    for k in range(2):
        c.fill(
            ridge(c, 74, 18 - 7 * k, 0.46, 3), fade(p.plane(0.2 + 0.16 * k), mix(p.far, p.low, 0.6))
        )
    ground = Shape().poly(
        np.concatenate(
            [
                smooth([(-20, 88), (30, 82), (x, 78), (130, 83), (180, 90)], False),
                [[180, 104], [-20, 104]],
            ]
        )
    )
    meadow = mix(p.lit(p.leaf), p.near, 0.15)
    c.fill(ground, fade(lighter(meadow, 0.25), darker(meadow, 0.3)))
    c.fill(Shape().ellipse(x + 12, 83, 46, 4), darker(p.near, 0.2), 0.4, 1.4, ground)
    bark = mix(p.lit("#6b4c3a"), p.near, 0.3)
    trunk = Shape().poly(
        smooth(
            [
                (x - 10, 85),
                (x - 5, 78),
                (x - 4, 62),
                (x - 6, 50),
                (x + 6, 50),
                (x + 4, 62),
                (x + 6, 78),
                (x + 12, 85),
            ]
        )
    )
    boughs: list[tuple[Point, Point]] = [
        ((x - 3, 58), (x - 30, 38)),
        ((x + 3, 58), (x + 32, 36)),
        ((x, 54), (x - 10, 22)),
        ((x, 54), (x + 14, 20)),
        ((x - 14, 50), (x - 38, 46)),
        ((x + 14, 49), (x + 40, 47)),
    ]
    for a, b in boughs:
        trunk.limb(a, b, 4.2, 0.9)
    for k, (dy, rx, ry, n) in enumerate(
        ((38, 44, 25, 260), (35, 40, 22, 220), (32, 33, 18, 180), (28, 24, 12, 90))
    ):
        if k == 1:
            c.fill(trunk, fade(lighter(bark, 0.2), bark, darker(bark, 0.35), angle=10))
        tone = mix(darker(ink, 0.42), lighter(ink, 0.28), k / 3)
        crown = leaves(c, x - k * 2.4, dy, rx, ry, n, 3.4 - 0.7 * k)
        c.fill(crown, fade(lighter(tone, 0.14), darker(tone, 0.16), angle=60, grain=0.14), 0.96)
    c.fill(leaves(c, x - 6, 32, 38, 20, 260, 0.55), lighter(mix(ink, p.lamp, 0.4), 0.15), 0.7)
    c.fill(leaves(c, x, 84, 50, 6, 90, 0.45), ink, 0.9)
    from_x = x + 22
    c.fill(
        Shape()
        .ellipse(from_x, 75.6, 1.1, 1.3)
        .blob(
            [
                (from_x - 1.4, 77),
                (from_x + 1.2, 77),
                (from_x + 1.8, 82),
                (from_x + 5, 82.5),
                (from_x + 5, 84),
                (from_x - 2.4, 84),
            ]
        ),
        darker(p.near, 0.2),
    )
    c.fill(grass(c, 94, 105, 170, 9, 0.5), fade(meadow, darker(mix(meadow, p.near, 0.5), 0.2)))


@scene("flowers")
def flowers(c: Canvas) -> None:
    """Tulips on a field, or poppies, or a bowl of roses by a window."""
    if c.number % 3 == 2:
        bouquet(c)
        return
    p = c.pal
    green = p.lit(p.leaf)
    sky(c, 60, (c.between(30, 130), c.between(14, 36)), 6)
    snow_cone(c, c.between(40, 120), 60, 34, 66)
    c.fill(ridge(c, 60, 14, 0.46, 4), fade(p.plane(0.35), mix(p.far, p.low, 0.4)))
    c.wash(mix(green, p.low, 0.3), green, darker(mix(green, p.near, 0.4), 0.1), top=60, bottom=101)
    red = p.lit(mix("#d8352f", p.accent, 0.35 if c.number % 3 else 0.7))
    n = 700
    d = np.sort(c.rng.random(n))
    c.fill(
        Shape().dots(c.many(-2, 162, n), 61 + 22 * d**1.4, 0.15 + 0.75 * d),
        mix(red, p.low, 0.25),
        0.9,
    )
    c.fill(
        grass(c, 70, 100, 380, 9, 0.4),
        fade(mix(green, p.lamp, 0.15), darker(mix(green, p.near, 0.5), 0.1)),
        0.85,
    )
    for t in np.sort(c.rng.random(34)):
        x, y, r = c.between(0, 160), 74 + 32 * t, 2 + 6.5 * t**1.4
        tulip(
            c,
            x,
            y,
            r,
            mix(lighter(red, 0.1) if c.rng.random() < 0.75 else p.lamp, p.low, 0.3 * (1 - t)),
            green,
        )


def tulip(c: Canvas, x: float, y: float, r: float, ink: Ink, green: Ink) -> None:
    """A wild tulip: three petals in front, two behind, on its stalk."""
    lean = c.between(-0.6, 0.6) * r
    foot = (x - lean, y + r * 4)
    stalk = Shape().curve([foot, (x - lean * 0.4, y + r * 2), (x, y)], r * 0.16)
    leaf = Shape().blob(
        [foot, (x - r * 1.2, y + r * 2), (x - r * 0.9, y + r * 0.9), (x - r * 0.3, y + r * 2.6)]
    )
    c.fill(stalk.add(leaf), fade(lighter(green, 0.15), darker(green, 0.35)))
    back = Shape().blob(pts("-0.5 -1.2, -0.1 -0.4, -0.5 0")).blob(pts("0.5 -1.2, 0.6 -0.2, 0 -0.2"))
    side = (
        Shape()
        .blob(pts("-0.75 -1.15, -0.05 -0.4, 0 0.15, -0.55 -0.1"))
        .blob(pts("0.75 -1.15, 0.55 -0.1, 0 0.15, 0.05 -0.4"))
    )
    front = Shape().blob(pts("0 -1.25, 0.4 -0.5, 0.2 0.1, -0.2 0.1, -0.4 -0.5"))
    c.fill(back.placed(x, y, r), darker(ink, 0.35))
    c.fill(side.placed(x, y, r), fade(lighter(ink, 0.15), darker(ink, 0.2), angle=20))
    c.fill(front.placed(x, y, r), fade(lighter(ink, 0.35), ink, darker(ink, 0.15)))


def bouquet(c: Canvas) -> None:
    """Roses and sprigs in a turquoise jar on a table, window light on the wall."""
    p, x = c.pal, c.between(66, 94)
    wall = wall_ink(c)
    c.wash(mix(wall, p.top, 0.3), lighter(wall, 0.15), wall)
    daylight(c, c.between(6, 30), 6, 62, 52, 22)
    tabletop(c, 78, p.lit(mix("#a8714a", p.earth, 0.3)))
    green = p.lit(p.leaf)
    sprigs = Shape()
    for a in np.linspace(-165, -15, 19):
        rad = np.radians(a + c.between(-5, 5))
        r = c.between(30, 44)
        tip = (x + np.cos(rad) * r, 52 + np.sin(rad) * r * 0.92)
        sprigs.curve([(x, 58), (x + np.cos(rad) * r * 0.4, 44 + np.sin(rad) * r * 0.4), tip], 0.4)
        for k in range(5):
            t = 0.45 + 0.13 * k
            at = (x + (tip[0] - x) * t, 56 + (tip[1] - 56) * t)
            sprigs.ellipse(
                at[0] + c.between(-1.5, 1.5), at[1], 2.6, 0.95, a + (40 if k % 2 else -40)
            )
    c.fill(sprigs, fade(lighter(green, 0.2), darker(green, 0.35)))
    profile = pts("0.15 -1.0, 0.13 -0.9, 0.2 -0.78, 0.34 -0.5, 0.28 -0.18, 0.16 0.0")
    body = vessel(c, x, 90, 36, profile, mix("#2592a0", p.mid, 0.2))
    for k in range(3):
        c.fill(Shape().rect(x - 20, 66 + k * 7, 40, 0.7), lighter(p.wall, 0.3), 0.6, 0.1, body)
    for _ in range(15):
        a, d = c.between(0, 6.3), c.between(0, 1) ** 0.5
        rose(
            c,
            x + np.cos(a) * d * 24,
            38 + np.sin(a) * d * 17,
            c.between(4.2, 6.4),
            p.lit((p.accent, lighter(p.accent, 0.45), "#f6d9c4", p.lamp)[int(c.rng.integers(4))]),
        )
    for _ in range(6):
        c.fill(
            Shape().ellipse(
                x + c.between(-30, 30), 90 + c.between(-2, 6), 1.6, 0.6, c.between(0, 90)
            ),
            p.lit(p.accent),
        )


def rose(c: Canvas, x: float, y: float, r: float, ink: Ink) -> None:
    """A full rose as turning rings of petals."""
    c.fill(Shape().ellipse(x + r * 0.1, y + r * 0.2, r), darker(c.pal.near, 0.1), 0.3, r * 0.15)
    for k in range(5):
        s = r * (1 - 0.19 * k)
        for j in range(5):
            a = np.radians(j * 72 + k * 41)
            petal = Shape().ellipse(x + np.cos(a) * s * 0.42, y + np.sin(a) * s * 0.42, s * 0.6)
            c.fill(
                petal, halo(darker(ink, 0.32 - 0.03 * k), lighter(ink, 0.12 + 0.06 * k), reach=0.62)
            )
