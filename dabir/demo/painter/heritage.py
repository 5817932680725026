"""Scenes of old building: the pointed arch, the wind tower and the caravanserai."""

from __future__ import annotations

import numpy as np

from dabir.demo.painter.buildings import dome, floor_lines, mud_house, windcatcher
from dabir.demo.painter.canvas import Canvas, fade
from dabir.demo.painter.landscape import camel, snow_cone
from dabir.demo.painter.nature import (
    flock,
    hill,
    palm,
    ridge,
    sky,
    streaks,
)
from dabir.demo.painter.palette import Ink, darker, lighter, mix
from dabir.demo.painter.people import walkers
from dabir.demo.painter.registry import scene
from dabir.demo.painter.shapes import Shape, pointed_arch, pts, star


def tilework(c: Canvas, area: Shape, blue: Ink, size: float) -> None:
    """Fill an area with small star tiles."""
    left, top, right, foot = area.box()
    stars, hearts = Shape(), Shape()
    y, row = top, 0
    while y < foot + size:
        x = left + (row % 2) * size * 0.5
        while x < right + size:
            stars.poly(star(x, y, size * 0.46, 8, 0.72))
            hearts.ellipse(x, y, size * 0.13)
            x += size
        y, row = y + size * 0.5, row + 1
    c.fill(area, fade(lighter(blue, 0.15), darker(blue, 0.25)))
    c.fill(stars, lighter(mix(blue, "#58c3c0", 0.6), 0.1), 0.8, 0, area)
    c.fill(hearts, lighter(c.pal.lamp, 0.2), 0.9, 0, area)


@scene("historic-arch", zoom=0.2)
def historic_arch(c: Canvas) -> None:
    """A great tiled iwan with its half-dome of cells, or a ruined arch at evening."""
    if c.number % 3 == 2:
        ruin(c)
        return
    p, x = c.pal, 80.0
    brick, blue = p.lit(mix("#d3a06a", p.earth, 0.3)), p.lit(mix("#1f6f9c", p.second, 0.15))
    sky(c, 90, (c.between(14, 40), c.between(12, 24)), 4)
    c.fill(
        Shape().add(dome(x + (36 if c.number % 2 else -36), 40, 30, 34)),
        fade(mix("#2fa3ac", p.mid, 0.2), mix("#14607d", p.near, 0.2), angle=10),
    )
    wings = Shape().rect(-2, 36, 164, 56)
    c.fill(wings, fade(lighter(brick, 0.2), brick))
    bays, recess = Shape(), Shape()
    for k in range(3):
        for side in (-1, 1):
            at = x + side * (51 + 18 * k)
            for y, h in ((61, 20), (90, 24)):
                bays.poly(pointed_arch(at, y, 15, h))
                recess.poly(pointed_arch(at, y, 12, h - 2.4))
    c.fill(bays, blue)
    c.fill(
        recess, fade(darker(brick, 0.6), mix(darker(brick, 0.4), p.lamp, 0.55 if p.dark else 0.1))
    )
    c.fill(Shape().rect(-2, 36, 164, 1.6).rect(-2, 63, 164, 1.4), lighter(brick, 0.4))
    for side in (-1, 1):
        tower = x + side * 41
        c.fill(
            Shape().limb((tower, 90), (tower, -6), 7.6, 6),
            fade(lighter(brick, 0.3), brick, darker(brick, 0.4), angle=0),
        )
        tilework(c, Shape().rect(tower - 3.4, 4, 6.8, 10), blue, 2.6)
    portal = Shape().rect(x - 37, 6, 74, 85)
    c.fill(portal.placed(1, 0.6), "#0a0713", 0.35, 1.4)
    c.fill(portal, fade(lighter(brick, 0.28), brick))
    tilework(c, Shape().rect(x - 35, 8, 70, 83).poly(pointed_arch(x, 92, 56, 76), True), blue, 4.2)
    c.fill(
        Shape().poly(pointed_arch(x, 92, 57, 77.5)).poly(pointed_arch(x, 92, 54, 75), True),
        lighter(p.lamp, 0.1),
    )
    opening = Shape().poly(pointed_arch(x, 91, 53.6, 74.6))
    deep = darker(mix(brick, p.near, 0.3), 0.3)
    c.fill(opening, fade(mix(blue, deep, 0.5), deep, mix(deep, p.lamp, 0.3)))
    muqarnas(c, x, opening, blue, brick)
    c.fill(Shape().poly(pointed_arch(x, 91, 24, 34)), lighter(brick, 0.2))
    c.fill(
        Shape().poly(pointed_arch(x, 91, 20, 31)),
        fade(mix(p.lamp, p.accent, 0.2), lighter(p.lamp, 0.3)),
    )
    c.glow(x, 78, 22, p.lamp, 0.6)
    stone = p.lit(mix(p.wall, p.earth, 0.25))
    c.wash(lighter(stone, 0.15), darker(stone, 0.25), top=90, bottom=101)
    c.fill(
        floor_lines(c, (x, 60), 90, 26), darker(stone, 0.4), 0.3, 0, Shape().rect(-2, 90, 164, 14)
    )
    walkers(c, 4, 34, 128, 95, 13, (darker(p.near, 0.1), darker(p.accent, 0.2), p.second), 0.5)
    c.fill(flock(c, c.between(20, 50), 22, 10, 6, 3.4), darker(p.near, 0.1), 0.75)


def muqarnas(c: Canvas, x: float, opening: Shape, blue: Ink, brick: Ink) -> None:
    """Tiers of stalactite cells in the iwan's half-dome."""
    for row in range(6):
        count, y = 9 - row, 56 - row * 6.6
        width = 54 - row * 7.4
        for k in range(count):
            at = x - width / 2 + width * (k + 0.5) / count
            w = width / count
            tone = mix(blue, lighter(brick, 0.3), 0.25 + 0.5 * ((k + row) % 2))
            cell = Shape().poly(pointed_arch(at, y + 6.6, w * 1.06, 9.2))
            c.fill(cell, fade(lighter(tone, 0.32 - 0.03 * row), darker(tone, 0.4)), 1, 0, opening)
            c.fill(
                Shape().poly(
                    [(at, y - 2.6), (at + w * 0.5, y + 2), (at + w * 0.5, y + 7), (at, y + 7)]
                ),
                darker(tone, 0.4),
                0.4,
                0.1,
                opening,
            )


def ruin(c: Canvas) -> None:
    """A great broken arch of antiquity alone on the plain."""
    p, x = c.pal, c.between(70, 90)
    brick = p.lit(mix("#c08a5a", p.earth, 0.35))
    sky(c, 84, (x + c.between(-8, 8), c.between(48, 62)), 9)
    streaks(c, 8, 44, 7, lighter(p.low, 0.3), 0.5)
    for k in range(2):
        c.fill(
            ridge(c, 78 + 3 * k, 16 - 5 * k, 0.46, 3),
            fade(p.plane(0.2 + 0.16 * k), mix(p.far, p.low, 0.5)),
        )
    ground = hill(c, 84, 3, 2)
    c.fill(ground, fade(lighter(p.lit(p.earth), 0.15), darker(p.lit(p.earth), 0.3)))
    top = np.stack(
        [
            np.linspace(x - 54, x + 54, 28),
            18 + np.abs(np.linspace(-1.5, 1.3, 28)) ** 3 * 8 + c.rng.normal(0, 1.6, 28),
        ],
        1,
    )
    wall = (
        Shape()
        .poly(np.concatenate([top, [[x + 58, 88], [x - 58, 88]]]))
        .poly(pointed_arch(x, 90, 46, 64), True)
    )
    for k in range(3):
        for side in (-1, 1):
            wall.poly(pointed_arch(x + side * (34 + 10 * k), 84, 6, 16), True)
            if k < 2:
                wall.poly(pointed_arch(x + side * (34 + 10 * k), 58, 5, 12), True)
    c.fill(
        Shape().poly([(x - 50, 87), (x + 52, 87), (x + 96, 99), (x - 20, 99)]),
        darker(p.near, 0.2),
        0.35,
        1.4,
    )
    inner = Shape().poly(pointed_arch(x, 88, 46, 62)).poly(pointed_arch(x + 4, 89, 42, 58), True)
    c.fill(inner, darker(brick, 0.55))
    c.fill(wall, fade(lighter(brick, 0.3), brick, darker(brick, 0.4), angle=30, grain=0.14))
    courses = Shape()
    for k in range(26):
        courses.rect(x - 60, 16 + k * 2.8, 120, 0.2)
    c.fill(courses, darker(brick, 0.45), 0.45, 0, wall)
    c.veil(darker(brick, 0.5), 0.5, 10, 9, 8, 92, 0.5, wall)
    for _ in range(14):
        at, r = c.between(10, 150), c.between(0.8, 2.6)
        c.fill(
            Shape().poly(
                [(at - r, 90), (at - r * 0.6, 90 - r), (at + r * 0.5, 90 - r * 1.1), (at + r, 90)]
            ),
            fade(lighter(brick, 0.2), darker(brick, 0.35)),
        )
    walkers(c, 3, x - 12, x + 14, 90, 9, (darker(p.near, 0.2), darker(p.accent, 0.2)), 0.7)
    c.fill(flock(c, x + 20, 20, 12, 7, 3), darker(p.near, 0.1), 0.8)


@scene("windtower")
def windtower(c: Canvas) -> None:
    """The roofs of a desert town: wind towers and domes in low light."""
    p = c.pal
    clay = p.lit(mix("#d6a46c", p.earth, 0.3))
    sky(c, 72, (c.between(30, 130), c.between(16, 42)), 7)
    streaks(c, 8, 40, 6, lighter(p.low, 0.3), 0.45)
    c.fill(ridge(c, 64, 20, 0.5, 4), fade(p.plane(0.22), mix(p.far, p.low, 0.5)))
    if c.number % 3 == 0:
        palms = Shape()
        for _ in range(8):
            palms.add(palm(c, c.between(0, 160), 70, c.between(12, 19)))
        c.fill(palms, mix(p.lit(p.leaf), p.far, 0.35))
    for row in range(4):
        t = row / 3
        y, ink = (
            70 + 10 * row,
            mix(mix(clay, p.far, 0.45 * (1 - t)), p.near, 0.25 if p.dark else 0.05 * row),
        )
        if row < 3:
            for k in range(3 - row // 2):
                x = c.between(0, 50) + 54 * k
                windcatcher(c, x, y, 7 + 3.5 * row, (22 + 9 * row) * c.between(0.85, 1.15), ink)
        for k in range(3):
            x, w = c.between(-5, 30) + 55 * k, (9 + 4 * row) * c.between(0.8, 1.2)
            vault = (
                Shape()
                .poly(
                    [
                        (x + w * np.cos(a), y - w * 0.75 * np.sin(a))
                        for a in np.linspace(0, np.pi, 30)
                    ]
                )
                .ellipse(x, y - w * 0.76, w * 0.08, w * 0.1)
            )
            c.fill(vault, fade(lighter(ink, 0.3), ink, darker(ink, 0.4), angle=25))
        x = -6.0
        while x < 162:
            w, h = c.between(11, 19) * (1 + 0.35 * t), c.between(4, 8) * (1 + t)
            mud_house(c, x, y + 8, w, h + 6, ink, p.dark and c.rng.random() < 0.6)
            x += w + c.between(-1, 1)
        c.mist(y + 8, 7, lighter(p.low, 0.1), 0.22 * (1 - t))
    near = 34 if c.number % 2 else 118
    windcatcher(c, near, 106, 30, 74, mix(clay, p.near, 0.22 if p.dark else 0.04))
    c.fill(flock(c, 160 - near, 24, 12, 9, 3.4), darker(p.near, 0.1), 0.75)


@scene("caravanserai", zoom=0.16)
def caravanserai(c: Canvas) -> None:
    """A desert caravanserai: arcaded wall, gate and corner towers; camels resting outside."""
    p, x = c.pal, 80 + c.between(-14, 14)
    brick = p.lit(mix("#cf9a62", p.earth, 0.35))
    sky(c, 76, (c.between(24, 136), c.between(14, 44)), 7)
    if c.number % 2:
        snow_cone(c, c.between(30, 130), 70, 36, 60)
    streaks(c, 8, 40, 5, lighter(p.low, 0.3), 0.45)
    for k in range(2):
        c.fill(
            ridge(c, 68 + 3 * k, 16 - 6 * k, 0.48, 4),
            fade(p.plane(0.22 + 0.16 * k), mix(p.far, p.low, 0.5)),
        )
    sand = p.lit(mix("#dfae70", p.earth, 0.3))
    c.wash(mix(sand, p.low, 0.4), sand, darker(sand, 0.25), top=72, bottom=101)
    for k in range(3):
        c.fill(hill(c, 84 + 7 * k, 5, 2), fade(lighter(sand, 0.15), darker(sand, 0.12 + 0.04 * k)))
    c.fill(
        Shape().poly([(x - 66, 79), (x + 70, 79), (x + 100, 90), (x - 30, 88)]),
        darker(p.near, 0.2),
        0.3,
        1.2,
    )
    wall = Shape().rect(x - 66, 54, 132, 26)
    c.fill(wall, fade(lighter(brick, 0.25), brick, angle=20))
    crest, bays, dark = Shape(), Shape(), Shape()
    for k in range(44):
        crest.rect(x - 66 + k * 3.02, 52.4, 1.7, 2)
    for k in range(6):
        for side in (-1, 1):
            at = x + side * (18.5 + 8.2 * k)
            bays.poly(pointed_arch(at, 80, 7, 20))
            dark.poly(pointed_arch(at, 80, 5.2, 17.4))
    c.fill(crest, lighter(brick, 0.2))
    c.fill(bays, lighter(brick, 0.4))
    c.fill(
        dark, fade(darker(brick, 0.6), mix(darker(brick, 0.45), p.lamp, 0.6 if p.dark else 0.08))
    )
    for side in (-1, 1):
        tx = x + side * 67
        c.fill(
            Shape().poly([(tx - 8, 80), (tx - 6.8, 47), (tx + 6.8, 47), (tx + 8, 80)]),
            fade(lighter(brick, 0.3), brick, darker(brick, 0.45), angle=0),
        )
        teeth = Shape().rect(tx - 7.4, 46, 14.8, 2)
        for k in range(5):
            teeth.rect(tx - 7.2 + k * 3.1, 44, 2, 2.4)
        c.fill(teeth, lighter(brick, 0.25))
    c.fill(Shape().rect(x - 13, 40, 26, 40), fade(lighter(brick, 0.35), brick, angle=20))
    tilework(
        c,
        Shape().rect(x - 11.6, 41.6, 23.2, 38.4).poly(pointed_arch(x, 81, 18, 33), True),
        p.lit(mix("#1f7f9c", p.second, 0.15)),
        3,
    )
    gate = Shape().poly(pointed_arch(x, 80, 16, 31))
    c.fill(
        gate, fade(darker(brick, 0.6), mix(darker(brick, 0.4), p.lamp, 0.65 if p.dark else 0.35))
    )
    c.fill(
        Shape().poly(pointed_arch(x, 80, 7, 14)),
        lighter(p.lamp, 0.2) if p.dark else lighter(p.low, 0.2),
    )
    c.glow(x, 76, 16, p.lamp, 0.45)
    ink = mix(darker(p.near, 0.1), p.earth, 0.15)
    for k in range(4):
        at, y, h = x - 46 + 29 * k + c.between(-5, 5), 89 + c.between(-1, 4), 12 + c.between(-1, 2)
        c.fill(Shape().limb((at, y), (at + h, y + h * 0.14), h * 0.4, h * 0.15), ink, 0.3, 0.4)
        c.fill(camel().placed(at, y, h, 0, k % 2 == c.number % 2), fade(lighter(ink, 0.2), ink))
        c.fill(
            Shape()
            .blob(pts("-0.2 -0.78, 0.0 -1.04, 0.2 -0.8, 0.16 -0.55, -0.18 -0.55"))
            .placed(at, y, h, 0, k % 2 == c.number % 2),
            (p.accent, p.second)[k % 2],
        )
    walkers(c, 3, x - 16, x + 24, 86, 8, (ink, darker(p.accent, 0.2)), 0.6)
    c.fill(flock(c, c.between(30, 130), 26, 12, 7, 3.2), darker(p.near, 0.1), 0.75)
