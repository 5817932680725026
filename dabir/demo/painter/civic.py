"""Scenes about the town: the old bridge, the village and the park."""

from __future__ import annotations

import numpy as np

from dabir.demo.painter.buildings import mud_house, roofline
from dabir.demo.painter.canvas import Canvas, fade
from dabir.demo.painter.nature import (
    flock,
    hill,
    leaves,
    poplar,
    ridge,
    ripples,
    sky,
    streaks,
    tree,
)
from dabir.demo.painter.palette import darker, lighter, mix
from dabir.demo.painter.people import walkers
from dabir.demo.painter.registry import scene
from dabir.demo.painter.shapes import Shape, pointed_arch


@scene("bridge", zoom=0.16)
def bridge(c: Canvas) -> None:
    """An old brick bridge of pointed arches in two storeys over a quiet river."""
    p, line = c.pal, 68.0
    brick = p.lit(mix("#c98d58", p.earth, 0.3))
    sun = (c.between(40, 120), c.between(20, 40))
    sky(c, 66, sun, 5)
    streaks(c, 8, 30, 6, lighter(p.low, 0.3), 0.5)
    c.fill(ridge(c, 58, 16, 0.5, 4), fade(p.plane(0.25), mix(p.far, p.low, 0.5)))
    trees = leaves(c, 80, 62, 96, 6, 260, 2.6).rect(-2, 62, 164, 10)
    c.fill(trees, fade(mix(p.lit(p.leaf), p.far, 0.35), mix(p.lit(p.leaf), p.near, 0.3), grain=0.2))
    count = 7 + c.number % 4
    pitch = 172 / count
    top = 34 + c.between(-2, 4)
    wall = Shape().rect(-4, top, 168, line - top)
    for k in range(count):
        x = -6 + pitch * (k + 0.5)
        wall.poly(pointed_arch(x, line + 1, pitch * 0.62, (line - top) * 0.56), hole=True)
    c.fill(wall, fade(lighter(brick, 0.28), brick, darker(brick, 0.3)))
    niches, glow, soffit = Shape(), Shape(), Shape()
    for k in range(count):
        x = -6 + pitch * (k + 0.5)
        soffit.poly(pointed_arch(x, line + 1, pitch * 0.62, (line - top) * 0.56))
        soffit.poly(
            pointed_arch(x + pitch * 0.09, line + 1, pitch * 0.58, (line - top) * 0.52), True
        )
        for j in (-0.25, 0.25):
            niches.poly(pointed_arch(x + j * pitch, top + 13, pitch * 0.34, 9.5))
            glow.poly(pointed_arch(x + j * pitch, top + 13, pitch * 0.24, 7.5))
    c.fill(soffit, darker(brick, 0.45))
    c.fill(niches, darker(brick, 0.3))
    c.fill(
        glow,
        fade(mix(p.lamp, p.accent, 0.2), p.lamp)
        if p.dark
        else fade(darker(brick, 0.6), darker(brick, 0.4)),
    )
    trim = Shape().rect(-4, top - 1.2, 168, 1.6).rect(-4, top + 14, 168, 0.8)
    c.fill(trim, lighter(brick, 0.4))
    walkers(c, 9, 8, 152, top - 1, 5, (darker(p.near, 0.1), darker(p.accent, 0.2), p.near))
    piers = Shape()
    for k in range(count + 1):
        x = -6 + pitch * k
        piers.poly(
            [
                (x - pitch * 0.21, line + 1),
                (x - pitch * 0.1, line - 9),
                (x + pitch * 0.1, line - 9),
                (x + pitch * 0.21, line + 1),
            ]
        )
    c.fill(piers, fade(lighter(brick, 0.1), darker(brick, 0.3), angle=0))
    c.mirror(line + 1, 1.3, mix(p.top, p.near, 0.35), 0.3, 1.15)
    c.fill(ripples(c, line + 2, 100, 100), lighter(p.low, 0.4), 0.3)
    bank = hill(c, 99, 6, 2)
    grass_ink = darker(mix(p.lit(p.leaf), p.near, 0.4), 0.1)
    c.fill(bank, fade(grass_ink, darker(grass_ink, 0.3)))
    c.fill(flock(c, sun[0], 18, 10, 6, 3), darker(p.near, 0.1), 0.7)


@scene("village", zoom=0.16)
def village(c: Canvas) -> None:
    """A stepped mountain village of mud houses with flat roofs, poplars below."""
    p = c.pal
    clay = p.lit(mix("#d09a62", p.earth, 0.35))
    sky(c, 70, (c.between(20, 140), c.between(10, 22)))
    for k in range(2):
        c.fill(
            ridge(c, 54 + 8 * k, 30 - 8 * k, 0.52, 4),
            fade(p.plane(0.25 + 0.2 * k), mix(p.far, p.low, 0.5)),
        )
    slope = hill(c, 62, 10, 1)
    ground = mix(clay, p.near, 0.3)
    c.fill(slope, fade(mix(ground, p.far, 0.3), darker(ground, 0.2)))
    centre = c.between(60, 100)
    for row in range(5):
        y, size = 48 + row * 10.5, 8.5 + row * 1.8
        half = 26 + row * 15
        x = centre - half + c.between(-4, 4)
        while x < centre + half:
            w, h = size * c.between(0.9, 1.5), size * c.between(0.75, 1.1)
            ink = mix(mix(clay, lighter(p.wall, 0.1), c.between(0, 0.5)), p.far, 0.3 - 0.07 * row)
            lit = c.rng.random() < (0.55 if p.dark else 0.2)
            mud_house(c, x, y, w, h, mix(ink, p.near, 0.25 if p.dark else 0.04), lit)
            x += w + c.between(-0.8, 1.6)
        for _ in range(3):
            at = centre + c.between(-half, half) * 1.15
            green = mix(p.lit(p.leaf), p.near, 0.2 + 0.06 * row)
            c.fill(
                poplar(at, y + 2, c.between(10, 15)),
                fade(lighter(green, 0.2), darker(green, 0.2), angle=20),
            )
    front = leaves(c, 80, 103, 95, 8, 130, 3.2)
    green = mix(p.lit(p.leaf), p.near, 0.35)
    c.fill(front, fade(lighter(green, 0.2), darker(green, 0.35), grain=0.2))
    smoke = Shape()
    for k in range(7):
        smoke.ellipse(centre + 12 + k * 1.5 + np.sin(k) * 2, 40 - k * 4, 1 + k * 0.6, 1.3 + k * 0.4)
    c.fill(smoke, lighter(p.low, 0.5), 0.35, 0.9)
    c.fill(flock(c, centre - 30, 24, 8, 6, 3), darker(p.near, 0.1), 0.7)


@scene("park", zoom=0.14)
def park(c: Canvas) -> None:
    """Plane trees over a long pool in a city park, benches and strollers."""
    p = c.pal
    green = p.lit(p.leaf)
    sky(c, 60, (c.between(40, 120), c.between(10, 26)))
    c.fill(roofline(c, 52, 6, 18, (5, 10)), mix(p.plane(0.2), p.low, 0.4))
    c.fill(
        leaves(c, 80, 54, 96, 7, 170, 3),
        fade(mix(green, p.low, 0.25), mix(green, p.near, 0.35), grain=0.2),
    )
    c.wash(
        mix(green, p.low, 0.35), green, darker(mix(green, p.near, 0.2), 0.15), top=57, bottom=101
    )
    middle = c.between(68, 92)
    path = Shape().poly(
        [(middle - 7, 57), (middle + 7, 57), (middle + 66, 104), (middle - 66, 104)]
    )
    c.fill(path, fade(lighter(p.low, 0.3), p.lit(mix(p.wall, p.earth, 0.25))))
    pool = Shape().poly(
        [(middle - 2.4, 60), (middle + 2.4, 60), (middle + 26, 104), (middle - 26, 104)]
    )
    rim = Shape().poly(
        [(middle - 3.2, 59.5), (middle + 3.2, 59.5), (middle + 30, 104), (middle - 30, 104)]
    )
    c.fill(rim, lighter(p.wall, 0.4))
    c.fill(pool, fade(lighter(p.low, 0.2), mix("#3f9fa8", p.mid, 0.4), mix("#1f6f86", p.top, 0.4)))
    c.fill(ripples(c, 62, 100, 80), lighter(p.low, 0.6), 0.5, clip=pool)
    jets = Shape()
    for k in range(11):
        reach = (k - 5) * 1.7
        jets.curve(
            [
                (middle, 79),
                (middle + reach * 0.5, 66 + abs(reach) * 0.35),
                (middle + reach, 80 + abs(reach) * 0.1),
            ],
            0.22,
        )
    c.fill(jets, "#ffffff", 0.6, 0.15)
    c.glow(middle, 72, 13, "#ffffff", 0.35)
    for k in range(4):
        t = k / 3
        for side in (-1, 1):
            x, y = middle + side * (17 + 54 * t), 61 + 22 * t
            shade = Shape().ellipse(x - side * 9 * t, y + 1, 9 + 18 * t, 1 + 2.4 * t)
            c.fill(shade, darker(mix(green, p.near, 0.6), 0.1), 0.5, 0.6)
            tree(
                c,
                x,
                y,
                20 + 46 * t,
                mix(mix(green, p.far, 0.35 * (1 - t)), p.accent, 0.12 * (k % 2)),
            )
    walkers(c, 3, middle - 50, middle - 16, 82, 13, (p.near, p.accent, p.second), 0.5)
    walkers(c, 3, middle + 18, middle + 48, 80, 12, (p.second, p.near, p.accent), 0.5)
