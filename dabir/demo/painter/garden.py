"""Scenes of growing things: garden, wheat, greenhouse, tree and flowers."""

from __future__ import annotations

import numpy as np

from dabir.demo.painter.canvas import Canvas, fade, halo
from dabir.demo.painter.interior import daylight, shadow, tabletop, vessel, wall_ink
from dabir.demo.painter.landscape import snow_cone
from dabir.demo.painter.nature import (
    cloud, cypress, flock, glitter, grass, hill, leaves, poplar, ridge, ripples, sky, streaks, tree,
)
from dabir.demo.painter.palette import Ink, darker, lighter, mix
from dabir.demo.painter.people import man, walkers
from dabir.demo.painter.registry import scene
from dabir.demo.painter.shapes import Point, Shape, pointed_arch, smooth


@scene("garden")
def garden(c: Canvas) -> None:
    """A Persian garden: a long pool between cypresses, leading to a pillared pavilion."""
    p, x = c.pal, 80.0 + c.between(-12, 12)
    green = p.lit(p.leaf)
    sky(c, 56, (x + c.between(-45, 45), c.between(10, 24)))
    cloud(c, c.between(15, 60), 22, 28, p.low, 0.6)
    c.fill(ridge(c, 52, 20, 0.5, 4), fade(p.plane(0.25), mix(p.far, p.low, 0.5)))
    c.fill(leaves(c, 80, 53, 96, 6, 200, 2.8), fade(mix(green, p.low, 0.15), mix(green, p.near, 0.4),
                                                  grain=0.18))
    c.wash(mix(green, p.low, 0.3), green, darker(mix(green, p.near, 0.3), 0.1), top=57, bottom=101)
    pavilion(c, x, 59)
    path = Shape().poly([(x - 9, 59), (x + 9, 59), (x + 62, 104), (x - 62, 104)])
    c.fill(path, fade(lighter(p.low, 0.3), p.lit(lighter(p.earth, 0.35))))
    rim = Shape().poly([(x - 6, 61), (x + 6, 61), (x + 40, 104), (x - 40, 104)])
    pool = Shape().poly([(x - 5, 61.5), (x + 5, 61.5), (x + 35, 104), (x - 35, 104)])
    c.fill(rim, fade(lighter(p.wall, 0.5), lighter(p.wall, 0.1)))
    c.fill(pool, fade(mix("#7fd0cf", p.low, 0.5), mix("#2d9aa6", p.mid, 0.35),
                      mix("#155e75", p.top, 0.4)))
    c.fill(Shape().poly([(x - 7, 61), (x + 7, 61), (x + 11, 80), (x - 11, 80)]),
           fade(lighter(p.wall, 0.4), p.wall), 0.35, 1.4, pool)
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
            c.fill(Shape().ellipse(at - side * 6 * t, y + 0.5, 3 + 12 * t, 0.4 + 1.5 * t), p.near, 0.35, 0.4)
            c.fill(cypress(at, y + 1, 17 + 48 * t), fade(lighter(ink, 0.22), darker(ink, 0.3), angle=15))
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
    tile.poly(pointed_arch(x, y, 15, 20)).rect(x - 26, y - 15, 52, 1.4).rect(x - 10, y - 23, 20, 1.4)
    c.fill(tile, mix("#2f8ea3", c.pal.mid, 0.25))
    c.fill(Shape().poly(pointed_arch(x, y, 12, 17.5)), fade(darker(inner, 0.2), mix(inner, c.pal.lamp, 0.5)))


def bed(c: Canvas, x: float, y: float, r: float, depth: float) -> None:
    """A round bed of roses."""
    c.fill(leaves(c, x, y, r, r * 0.3, 30, r * 0.14), darker(mix(c.pal.lit(c.pal.leaf), c.pal.near, 0.3), 0.1))
    for ink in (c.pal.accent, lighter(c.pal.accent, 0.5), c.pal.lamp):
        c.fill(leaves(c, x, y - r * 0.08, r * 0.9, r * 0.25, 16, r * 0.06 + 0.1), c.pal.lit(ink), 0.95)


@scene("wheat")
def wheat(c: Canvas) -> None:
    """A ripe wheat field, ears close to the eye, a lone tree and far hills."""
    p = c.pal
    gold = p.lit(mix("#e2ae45", p.lamp, 0.2))
    sky(c, 60, (c.between(30, 130), c.between(18, 42)), 6)
    cloud(c, c.between(20, 140), 20, 36, p.low, 0.6)
    streaks(c, 10, 36, 4, lighter(p.low, 0.3), 0.4)
    for k in range(3):
        c.fill(ridge(c, 56 + 3 * k, 15 - 4 * k, 0.42, 3), fade(p.plane(0.2 + 0.15 * k), mix(p.far, p.low, 0.5)))
    if c.number % 2:
        tree(c, c.between(40, 120), 62, 24, mix(p.lit(p.leaf), p.near, 0.2))
    else:
        for k in range(7):
            c.fill(poplar(c.between(20, 60) + k * 4, 61, c.between(10, 15)), mix(p.lit(p.leaf), p.near, 0.4))
    for k in range(4):
        field = hill(c, 62 + 6 * k, 4, 2)
        ink = mix(gold, p.low, 0.35 - 0.1 * k)
        c.fill(field, fade(lighter(ink, 0.2), ink, darker(ink, 0.15), grain=0.16))
        rows = grass(c, 62 + 6 * k, 68 + 8 * k, 260 - 40 * k, 3 + 3 * k, 0.5)
        c.fill(rows, fade(lighter(ink, 0.35), darker(mix(ink, p.earth, 0.4), 0.12)), 0.9)
    c.fill(Shape().poly([(78, 61), (81, 61), (112, 104), (62, 104)]), p.lit(lighter(p.earth, 0.3)), 0.35, 1)
    wind = c.between(-6, 6)
    for k in range(30):
        t = k / 29
        x = c.between(-4, 164)
        ear(c, x, 108, 34 + 26 * t + c.between(-6, 6), wind + c.between(-3, 3), mix(gold, p.near, 0.3 * (1 - t)))
    c.fill(flock(c, c.between(40, 120), 24, 10, 6, 3.4), darker(p.near, 0.1), 0.7)


def ear(c: Canvas, x: float, y: float, h: float, lean: float, ink: Ink) -> None:
    """One ear of wheat on its stalk, with its beard."""
    line = smooth([(x, y), (x + lean * 0.3, y - h * 0.5), (x + lean * 1.4, y - h)], closed=False)
    stalk = Shape().line(line, 0.4)
    blade = Shape().poly(smooth([(x, y - h * 0.3), (x + 5, y - h * 0.48), (x + 11, y - h * 0.42),
                                 (x + 5, y - h * 0.44)]))
    c.fill(stalk.add(blade), darker(ink, 0.18))
    grains, beard = Shape(), Shape()
    tip = line[-1]
    for k in range(7):
        py = tip[1] + k * 1.7
        px = tip[0] - lean * 0.03 * k
        for side in (-1, 1):
            grains.ellipse(px + side * 0.75, py, 0.62, 1.25, side * 24)
            beard.line([(px + side * 0.9, py - 0.8), (px + side * 3.2, py - 6.5)], 0.1)
    c.fill(beard, lighter(ink, 0.3), 0.75)
    c.fill(grains, fade(lighter(ink, 0.35), darker(ink, 0.2), angle=10, grain=0.12))


@scene("greenhouse")
def greenhouse(c: Canvas) -> None:
    """A glasshouse from within: ribs of the vault, rows of seedlings, someone tending them."""
    p = c.pal
    green, v = p.lit(p.leaf), (c.between(68, 92), 50.0)
    c.wash(lighter(p.mid, 0.3), lighter(p.low, 0.4), lighter(p.low, 0.2))
    c.glow(v[0], 40, 70, lighter(p.sun, 0.3), 0.85)
    c.fill(leaves(c, 80, 54, 95, 5, 120, 2.6), mix(green, p.low, 0.55), 0.8)
    c.wash(mix(p.earth, p.low, 0.55), p.lit(p.earth), darker(p.lit(p.earth), 0.3), top=58, bottom=101)
    for k in range(7):
        t = (k / 6) ** 1.8
        r, ink = 14 + 92 * t, mix(mix(p.low, p.far, 0.7), p.near, 0.15 + 0.6 * t)
        a = np.linspace(np.pi, 2 * np.pi, 60)
        rib = np.stack([v[0] + np.cos(a) * r, v[1] + 8 + 10 * t + np.sin(a) * r * 0.62], 1)
        c.fill(Shape().line(rib, 0.4 + 1.3 * t), ink, 0.9)
    beams = Shape()
    for a in np.linspace(np.pi, 2 * np.pi, 10):
        beams.line([(v[0] + np.cos(a) * 14, v[1] + 8 + np.sin(a) * 9),
                    (v[0] + np.cos(a) * 150, v[1] + 20 + np.sin(a) * 96)], 0.5)
    c.fill(beams, mix(p.near, p.low, 0.3), 0.6)
    for row in (-5, 5, -3, 3, -1, 1):
        for k in range(13):
            t = (k / 12) ** 1.7
            x, y = v[0] + row * (2.2 + 16 * t), 60 + 40 * t
            plant(c, x, y, 2 + 10 * t, mix(mix(green, p.low, 0.45 * (1 - t)), p.lamp, 0.1 * (k % 2)))
    figure_x = v[0] + (9 if c.number % 2 else -9)
    c.fill(man(0.6).placed(figure_x, 74, 17), fade(darker(p.second, 0.1), darker(p.near, 0.1)))
    shafts = Shape().poly([(20, -2), (38, -2), (96, 104), (58, 104)]).poly(
        [(70, -2), (80, -2), (140, 104), (116, 104)])
    c.fill(shafts, lighter(p.sun, 0.4), 0.15, 2)


def plant(c: Canvas, x: float, y: float, h: float, ink: Ink) -> None:
    """A young leafy plant, perhaps with red fruit."""
    blades = Shape()
    for a in (-150, -125, -90, -55, -30):
        rad = np.radians(a + c.between(-10, 10))
        blades.ellipse(x + np.cos(rad) * h * 0.32, y + np.sin(rad) * h * 0.36, h * 0.3, h * 0.1, float(np.degrees(rad)))
    c.fill(blades, fade(lighter(ink, 0.25), darker(ink, 0.3)))
    if c.number % 3 == 0 and h > 4:
        c.fill(Shape().ellipse(x - h * 0.15, y - h * 0.2, h * 0.09).ellipse(x + h * 0.2, y - h * 0.3, h * 0.08), "#d8432f")


@scene("tree")
def great_tree(c: Canvas) -> None:
    """One great old plane tree on a rise, someone sitting in its shade."""
    p, x = c.pal, c.between(62, 98)
    season = (p.leaf, p.accent, mix(p.leaf, p.lamp, 0.5), mix(p.accent, "#f2c1cf", 0.7))[c.number % 4]
    ink = p.lit(mix(season, p.leaf, 0.15))
    sky(c, 78, (x + c.between(28, 52) * (1 if c.number % 2 else -1), c.between(20, 50)), 7)
    streaks(c, 10, 40, 4, lighter(p.low, 0.3), 0.4)
    for k in range(2):
        c.fill(ridge(c, 74, 18 - 7 * k, 0.46, 3), fade(p.plane(0.2 + 0.16 * k), mix(p.far, p.low, 0.6)))
    ground = Shape().poly(np.concatenate([smooth([(-20, 88), (30, 82), (x, 78), (130, 83), (180, 90)], False), [[180, 104], [-20, 104]]]))
    meadow = mix(p.lit(p.leaf), p.near, 0.15)
    c.fill(ground, fade(lighter(meadow, 0.25), darker(meadow, 0.3)))
    c.fill(Shape().ellipse(x + 12, 83, 46, 4), darker(p.near, 0.2), 0.4, 1.4, ground)
    bark = mix(p.lit("#6b4c3a"), p.near, 0.3)
    trunk = Shape().poly(smooth([(x - 10, 85), (x - 5, 78), (x - 4, 62), (x - 6, 50), (x + 6, 50), (x + 4, 62), (x + 6, 78), (x + 12, 85)]))
    boughs: list[tuple[Point, Point]] = [((x - 3, 58), (x - 30, 38)), ((x + 3, 58), (x + 32, 36)), ((x, 54), (x - 10, 22)), ((x, 54), (x + 14, 20)), ((x - 14, 50), (x - 38, 46)), ((x + 14, 49), (x + 40, 47))]
    for a, b in boughs:
        trunk.limb(a, b, 4.2, 0.9)
    for k, (dy, rx, ry, n) in enumerate(((38, 44, 25, 260), (35, 40, 22, 220), (32, 33, 18, 180), (28, 24, 12, 90))):
        if k == 1:
            c.fill(trunk, fade(lighter(bark, 0.2), bark, darker(bark, 0.35), angle=10))
        tone = mix(darker(ink, 0.42), lighter(ink, 0.28), k / 3)
        crown = leaves(c, x - k * 2.4, dy, rx, ry, n, 3.4 - 0.7 * k)
        c.fill(crown, fade(lighter(tone, 0.14), darker(tone, 0.16), angle=60, grain=0.14), 0.96)
    c.fill(leaves(c, x - 6, 32, 38, 20, 260, 0.55), lighter(mix(ink, p.lamp, 0.4), 0.15), 0.7)
    c.fill(leaves(c, x, 84, 50, 6, 90, 0.45), ink, 0.9)
    from_x = x + 22
    c.fill(Shape().ellipse(from_x, 75.6, 1.1, 1.3).blob([(from_x - 1.4, 77), (from_x + 1.2, 77), (from_x + 1.8, 82), (from_x + 5, 82.5), (from_x + 5, 84), (from_x - 2.4, 84)]), darker(p.near, 0.2))
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
    c.fill(Shape().dots(c.many(-2, 162, n), 61 + 22 * d**1.4, 0.15 + 0.75 * d), mix(red, p.low, 0.25), 0.9)
    c.fill(grass(c, 70, 100, 380, 9, 0.4), fade(mix(green, p.lamp, 0.15), darker(mix(green, p.near, 0.5), 0.1)), 0.85)
    for t in np.sort(c.rng.random(34)):
        x, y, r = c.between(0, 160), 74 + 32 * t, 2 + 6.5 * t**1.4
        tulip(c, x, y, r, mix(lighter(red, 0.1) if c.rng.random() < 0.75 else p.lamp, p.low, 0.3 * (1 - t)), green)


def tulip(c: Canvas, x: float, y: float, r: float, ink: Ink, green: Ink) -> None:
    """A wild tulip: three petals in front, two behind, on its stalk."""
    lean = c.between(-0.6, 0.6) * r
    foot = (x - lean, y + r * 4)
    stalk = Shape().curve([foot, (x - lean * 0.4, y + r * 2), (x, y)], r * 0.16)
    leaf = Shape().blob([foot, (x - r * 1.2, y + r * 2), (x - r * 0.9, y + r * 0.9), (x - r * 0.3, y + r * 2.6)])
    c.fill(stalk.add(leaf), fade(lighter(green, 0.15), darker(green, 0.35)))
    back = Shape().blob([(-0.5, -1.2), (-0.1, -0.4), (-0.5, 0)]).blob([(0.5, -1.2), (0.6, -0.2), (0, -0.2)])
    side = Shape().blob([(-0.75, -1.15), (-0.05, -0.4), (0, 0.15), (-0.55, -0.1)]).blob([(0.75, -1.15), (0.55, -0.1), (0, 0.15), (0.05, -0.4)])
    front = Shape().blob([(0, -1.25), (0.4, -0.5), (0.2, 0.1), (-0.2, 0.1), (-0.4, -0.5)])
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
            sprigs.ellipse(at[0] + c.between(-1.5, 1.5), at[1], 2.6, 0.95, a + (40 if k % 2 else -40))
    c.fill(sprigs, fade(lighter(green, 0.2), darker(green, 0.35)))
    profile = [(0.15, -1.0), (0.13, -0.9), (0.2, -0.78), (0.34, -0.5), (0.28, -0.18), (0.16, 0.0)]
    body = vessel(c, x, 90, 36, profile, mix("#2592a0", p.mid, 0.2))
    for k in range(3):
        c.fill(Shape().rect(x - 20, 66 + k * 7, 40, 0.7), lighter(p.wall, 0.3), 0.6, 0.1, body)
    for _ in range(15):
        a, d = c.between(0, 6.3), c.between(0, 1) ** 0.5
        rose(c, x + np.cos(a) * d * 24, 38 + np.sin(a) * d * 17, c.between(4.2, 6.4), p.lit((p.accent, lighter(p.accent, 0.45), "#f6d9c4", p.lamp)[int(c.rng.integers(4))]))
    for _ in range(6):
        c.fill(Shape().ellipse(x + c.between(-30, 30), 90 + c.between(-2, 6), 1.6, 0.6, c.between(0, 90)), p.lit(p.accent))


def rose(c: Canvas, x: float, y: float, r: float, ink: Ink) -> None:
    """A full rose as turning rings of petals."""
    c.fill(Shape().ellipse(x + r * 0.1, y + r * 0.2, r), darker(c.pal.near, 0.1), 0.3, r * 0.15)
    for k in range(5):
        s = r * (1 - 0.19 * k)
        for j in range(5):
            a = np.radians(j * 72 + k * 41)
            petal = Shape().ellipse(x + np.cos(a) * s * 0.42, y + np.sin(a) * s * 0.42, s * 0.6)
            c.fill(petal, halo(darker(ink, 0.32 - 0.03 * k), lighter(ink, 0.12 + 0.06 * k), reach=0.62))
