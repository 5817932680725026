"""Scenes of trade: bazaar, shop and chart."""

from __future__ import annotations

import numpy as np

from dabir.demo.painter.buildings import floor_lines
from dabir.demo.painter.canvas import Canvas, Fade, fade, halo
from dabir.demo.painter.nature import ridge
from dabir.demo.painter.palette import Ink, darker, lighter, mix
from dabir.demo.painter.people import walkers
from dabir.demo.painter.registry import scene
from dabir.demo.painter.shapes import Shape, pointed_arch, smooth


@scene("bazaar", zoom=0.14)
def bazaar(c: Canvas) -> None:
    """A vaulted bazaar: arch behind arch, light falling from the roof, heaps of spice."""
    p, x = c.pal, c.between(70, 90)
    brick = p.lit(mix("#c78a55", p.earth, 0.35))
    c.wash(darker(brick, 0.55), darker(brick, 0.4))
    c.glow(x, 58, 46, lighter(p.lamp, 0.3), 0.95)
    for k in range(6):
        t = (k / 5) ** 1.6
        w, h, y = 20 + 116 * t, 30 + 92 * t, 70 + 34 * t
        frame = Shape().rect(-4, -4, 168, 110).poly(pointed_arch(x, y, w, h), hole=True)
        ink = mix(lighter(brick, 0.25), darker(brick, 0.55), t**0.8)
        c.fill(frame, fade(darker(ink, 0.25), ink, lighter(ink, 0.12)))
        edge = (
            Shape()
            .poly(pointed_arch(x, y, w + 1 + 3 * t, h + 0.6 + 2 * t))
            .poly(pointed_arch(x, y, w, h), True)
        )
        c.fill(edge, lighter(mix(ink, p.lamp, 0.35), 0.1), 0.75)
        if k < 5:
            stalls(c, x, y, w, t)
    ground = Shape().poly([(x - 9, 70), (x + 9, 70), (x + 74, 104), (x - 74, 104)])
    c.fill(ground, fade(lighter(p.lamp, 0.1), mix(brick, p.lamp, 0.2), darker(brick, 0.4)))
    c.fill(floor_lines(c, (x, 58), 70, 26), darker(brick, 0.5), 0.25, clip=ground)
    shafts = Shape()
    for k in range(3):
        top, land = x - 20 + k * 19, x - 26 + k * 26
        shafts.poly([(top, -3), (top + 4, -3), (land + 15, 92), (land, 92)])
    c.fill(shafts, lighter(p.lamp, 0.5), 0.3, 1.3)
    walkers(c, 4, x - 9, x + 9, 73, 9, (darker(p.near, 0.2), darker(brick, 0.6)))
    walkers(
        c,
        4,
        x - 34,
        x + 34,
        90,
        27,
        (darker(p.near, 0.15), darker(p.accent, 0.3), darker(p.second, 0.3)),
        0.4,
    )
    for k in range(4):
        side = -1 if k % 2 else 1
        spice(
            c,
            x + side * (52 + 20 * (k // 2)),
            101 - 4 * (k // 2),
            15,
            (p.accent, "#e3a52c", "#9b3c22", p.leaf)[(k + c.number) % 4],
        )


def stalls(c: Canvas, x: float, y: float, w: float, t: float) -> None:
    """Goods hanging on both sides of the passage."""
    inks: tuple[Ink, ...] = (c.pal.accent, c.pal.second, c.pal.lamp, c.pal.leaf, "#7c2f35")
    for side in (-1, 1):
        for k in range(4):
            a = x + side * (w * 0.5 + (k - 1) * w * 0.07)
            h = w * c.between(0.16, 0.3)
            cloth = Shape().rect(a - w * 0.03, y - w * 0.48, w * 0.06, h, w * 0.012)
            ink = mix(c.pal.lit(inks[int(c.rng.integers(5))]), c.pal.lamp, 0.25 * (1 - t))
            c.fill(cloth, fade(lighter(ink, 0.2), darker(ink, 0.3), angle=20))
        lamp = (x + side * w * 0.36, y - w * 0.5)
        c.glow(*lamp, 3 + 12 * t, c.pal.lamp, 0.8)
        c.fill(Shape().ellipse(*lamp, 0.4 + 1.4 * t), lighter(c.pal.lamp, 0.6))


def spice(c: Canvas, x: float, y: float, w: float, ink: Ink) -> None:
    """A sack with a cone of spice."""
    own = c.pal.lit(ink)
    c.fill(
        Shape().poly(
            smooth(
                [
                    (x - w * 0.5, y - w * 0.2),
                    (x - w * 0.1, y - w * 0.68),
                    (x, y - w * 0.74),
                    (x + w * 0.12, y - w * 0.66),
                    (x + w * 0.5, y - w * 0.2),
                    (x, y),
                ]
            )
        ),
        fade(lighter(own, 0.4), own, darker(own, 0.3), angle=35, grain=0.2),
    )
    sack = Shape().blob(
        [
            (x - w * 0.55, y - w * 0.26),
            (x, y - w * 0.12),
            (x + w * 0.55, y - w * 0.26),
            (x + w * 0.5, y + w * 0.4),
            (x - w * 0.5, y + w * 0.4),
        ]
    )
    c.fill(sack, fade(c.pal.lit("#d8b98a"), c.pal.lit("#8a6a48"), angle=30))


@scene("shop")
def shop(c: Canvas) -> None:
    """A corner grocer's at evening: striped awning, lit window, crates of fruit."""
    p = c.pal
    wall = mix(p.lit(mix(p.wall, p.second, 0.35)), p.near, 0.25)
    c.wash(lighter(wall, 0.12), wall, darker(wall, 0.25), bottom=84)
    c.veil(lighter(wall, 0.25), 0.3, 3, 4, 0, 60)
    courses = Shape()
    for k in range(9):
        courses.rect(-2, 3 + k * 3.4, 164, 0.2)
    c.fill(courses, darker(wall, 0.3), 0.4)
    for k in range(4):
        sill = 10 + 38 * k
        c.fill(Shape().rect(sill, -4, 22, 20, 1), lighter(wall, 0.3))
        c.fill(
            Shape().rect(sill + 1.5, -4, 19, 18.5),
            fade(mix(p.top, p.near, 0.4), mix(p.lamp, p.low, 0.4)),
        )
    door = 14 if c.number % 2 else 112
    window = 46 if c.number % 2 else 8
    c.fill(Shape().rect(4, 26, 152, 60), darker(mix(p.second, p.near, 0.5), 0.1))
    glass = Shape().rect(window, 36, 102, 36).rect(door, 36, 24, 48)
    c.fill(
        glass,
        Fade((lighter(p.lamp, 0.4), p.lamp, mix(p.lamp, p.accent, 0.5)), 0, 0.06, (0.5, 0.3), 0.7),
    )
    for row in range(3):
        y = 47 + row * 9
        c.fill(Shape().rect(window + 3, y, 96, 0.9), darker(p.earth, 0.4))
        jars: dict[int, Shape] = {}
        x = window + 5.0
        while x < window + 94:
            w, h = c.between(2.6, 5), c.between(3.5, 7)
            jars.setdefault(int(c.rng.integers(5)), Shape()).rect(x, y - h, w, h, 0.9)
            x += w + 0.8
        for key, shape in jars.items():
            ink = (p.accent, p.second, p.leaf, p.earth, lighter(p.wall, 0.2))[key]
            c.fill(shape, fade(lighter(ink, 0.2), darker(ink, 0.3)))
    for k in range(3):
        at = window + 18 + k * 33
        c.fill(
            Shape()
            .line([(at, 34), (at, 39)], 0.3)
            .poly([(at - 3, 42), (at + 3, 42), (at + 1, 38.6), (at - 1, 38.6)]),
            darker(p.near, 0.2),
        )
        c.glow(at, 43, 14, lighter(p.lamp, 0.5), 0.7)
    stripes, base = Shape(), Shape()
    for k in range(19):
        a = 2 + k * 8.2
        (stripes if k % 2 else base).poly(
            [(a + 3, 22), (a + 11, 22), (a + 8.2, 36), (a, 36)]
        ).ellipse(a + 4.1, 36, 4.1, 2.2)
    c.fill(base, fade(lighter(p.accent, 0.1), darker(p.accent, 0.15)))
    c.fill(stripes, fade("#fff6e6", mix("#fff6e6", p.far, 0.4)))
    c.fill(Shape().rect(0, 38.5, 160, 4), darker(p.near, 0.2), 0.3, 1)
    c.wash(
        mix(p.plane(0.6), p.lamp, 0.35),
        mix(p.plane(0.75), p.lamp, 0.12),
        darker(p.near, 0.1),
        top=85,
        bottom=101,
    )
    c.glow(window + 50, 88, 60, p.lamp, 0.4)
    for k in range(6):
        crate(
            c,
            window + 2 + k * 17,
            84,
            15,
            p.lit(
                (p.accent, "#e7a62f", "#7a9a3a", "#b5382f", "#d96b2b", "#5b3a6b")[
                    (k + c.number) % 6
                ]
            ),
        )
    walkers(
        c,
        2,
        door - 2,
        door + 40 if door < 50 else door + 24,
        95,
        30,
        (darker(p.near, 0.2), darker(p.second, 0.4)),
        0.4,
    )


def crate(c: Canvas, x: float, y: float, w: float, ink: Ink) -> None:
    """A tilted crate of fruit."""
    wood = c.pal.lit("#b98552")
    fruit = [
        (col * w * 0.13 + w * 0.08 + (row % 2) * w * 0.06, -w * 0.34 - row * w * 0.09)
        for row in range(3, -1, -1)
        for col in range(7)
    ]
    for dx, dy in fruit:
        c.fill(
            Shape().ellipse(x + dx, y + dy, w * 0.085),
            halo(lighter(ink, 0.45), ink, darker(ink, 0.3), at=(0.35, 0.3)),
        )
    box = Shape().rect(x, y - w * 0.3, w, w * 0.14, 0.3).rect(x, y - w * 0.13, w, w * 0.14, 0.3)
    c.fill(Shape().rect(x + 0.3, y - w * 0.3, w - 0.6, w * 0.3), darker(wood, 0.6))
    c.fill(box, fade(lighter(wood, 0.2), darker(wood, 0.2)))


@scene("chart")
def chart(c: Canvas) -> None:
    """Economy as a landscape: rising columns, a bright line over them, hills of data behind."""
    p, c.turnable = c.pal, False
    c.wash(mix(p.top, p.near, 0.25), mix(p.mid, p.top, 0.25), mix(p.low, p.mid, 0.3))
    c.glow(c.between(90, 140), 26, 64, p.low, 0.6)
    grid = Shape()
    for k in range(9):
        grid.rect(-2, 8 + k * 10, 164, 0.16)
    for k in range(17):
        grid.rect(k * 10 - 0.1, -2, 0.16, 104)
    c.fill(grid, lighter(p.low, 0.4), 0.16)
    for k in range(3):
        hills = ridge(c, 74 + 5 * k, 38 - 9 * k, 0.5, 5)
        c.fill(
            hills,
            fade(
                mix(p.plane(0.25 + 0.2 * k), p.second, 0.25),
                mix(p.plane(0.3 + 0.2 * k), p.mid, 0.4),
            ),
            0.55,
        )
    rise = -1 if c.number % 3 == 2 else 1
    n = 9 + c.number % 4
    steps = np.cumsum(c.rng.normal(0.35, 1.0, n))
    steps = (steps - steps.min()) / np.ptp(steps) * 0.45 + np.linspace(0, 0.55, n)
    heights = 14 + (steps if rise > 0 else steps[::-1]) * 52
    pitch = 144 / n
    c.wash(mix(p.near, p.mid, 0.25), darker(p.near, 0.2), top=88, bottom=101)
    for k, h in enumerate(heights):
        x, w = 8 + pitch * k, pitch * 0.56
        ink = p.lit(mix(p.second, p.accent, k / n), 0.4)
        c.fill(
            Shape().poly([(x, 89), (x + w, 89), (x + w + 10, 95), (x + 10, 95)]),
            darker(p.near, 0.4),
            0.4,
            0.7,
        )
        c.fill(Shape().rect(x, 90 - h, w, h), fade(lighter(ink, 0.25), ink, darker(ink, 0.35)))
        depth = w * 0.22
        c.fill(
            Shape().poly(
                [
                    (x + w, 90 - h),
                    (x + w + depth, 90 - h - depth),
                    (x + w + depth, 90 - depth),
                    (x + w, 90),
                ]
            ),
            darker(ink, 0.42),
        )
        c.fill(
            Shape().poly(
                [
                    (x, 90 - h),
                    (x + depth, 90 - h - depth),
                    (x + w + depth, 90 - h - depth),
                    (x + w, 90 - h),
                ]
            ),
            lighter(ink, 0.5),
        )
    knots = np.stack([8 + pitch * (np.arange(n) + 0.35), 78 - heights - c.rng.random(n) * 3], 1)
    line = smooth(knots, closed=False)
    c.fill(Shape().line(line + np.array([0.8, 1.6]), 1.3), darker(p.near, 0.2), 0.4, 0.8)
    c.fill(Shape().line(line, 1.15), fade(p.accent, lighter(p.lamp, 0.2), angle=0))
    for x, y in knots:
        c.glow(float(x), float(y), 5, p.lamp, 0.6)
        c.fill(Shape().ellipse(x, y, 1.5), "#fffaf0")
        c.fill(Shape().ellipse(x, y, 0.8), p.accent)
