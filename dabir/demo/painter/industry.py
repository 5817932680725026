"""Scenes of industry: dam, factory and harbour."""

from __future__ import annotations

import numpy as np

from dabir.demo.painter.canvas import Canvas, fade
from dabir.demo.painter.nature import (
    cloud,
    conifer,
    flock,
    glitter,
    leaves,
    ridge,
    ripples,
    sky,
    streaks,
)
from dabir.demo.painter.palette import Ink, darker, lighter, mix
from dabir.demo.painter.registry import scene
from dabir.demo.painter.shapes import Shape, smooth


@scene("dam", zoom=0.14)
def dam(c: Canvas) -> None:
    """An arched concrete dam between cliffs, water thundering from its gates."""
    p, x = c.pal, 80 + c.between(-8, 8)
    sky(c, 50, (x + c.between(-40, 40), c.between(10, 24)))
    cloud(c, c.between(20, 140), 20, 30, p.low, 0.6)
    for k in range(2):
        c.fill(
            ridge(c, 50, 30 - 10 * k, 0.54, 4),
            fade(p.plane(0.2 + 0.15 * k), mix(p.far, p.low, 0.5)),
        )
    lake = mix("#3d97a6", p.mid, 0.4)
    c.wash(mix(lake, p.low, 0.5), lake, top=44, bottom=56)
    c.fill(ripples(c, 44, 54, 30), lighter(p.low, 0.5), 0.4)
    stone = p.lit(mix("#cfc4b2", p.wall, 0.4))
    a = np.linspace(0, np.pi, 80)
    top = np.stack([x - 56 * np.cos(a), 46 + 9 * np.sin(a)], 1)
    foot = np.stack([x - 30 * np.cos(a), 84 + 7 * np.sin(a)], 1)[::-1]
    face = Shape().poly(np.concatenate([top, foot]))
    c.fill(face, fade(darker(stone, 0.3), lighter(stone, 0.2), stone, darker(stone, 0.4), angle=5))
    joints = Shape()
    for k in range(1, 20):
        i = k * 4
        joints.line([top[i], foot[::-1][i]], 0.18)
    for t in (0.25, 0.5, 0.75):
        joints.line(top + (foot[::-1] - top) * t, 0.18)
    c.fill(joints, darker(stone, 0.35), 0.5)
    c.fill(Shape().line(top + np.array([0, 0.4]), 2.2), fade(lighter(stone, 0.4), stone))
    c.fill(Shape().line(top + np.array([0, 1.9]), 0.6), darker(stone, 0.5), 0.6)
    gates = 3 + c.number % 3
    for k in range(gates):
        i = int(40 + (k - (gates - 1) / 2) * 8)
        gx, gy = top[i]
        c.fill(Shape().rect(gx - 2.4, gy + 3, 4.8, 4, 0.6), darker(stone, 0.65))
        fall = Shape().poly(
            smooth(
                [
                    (gx - 2, gy + 4),
                    (gx + 2, gy + 4),
                    (gx + 4, 70),
                    (gx + 7, 92),
                    (gx - 7, 92),
                    (gx - 4, 70),
                ]
            )
        )
        c.fill(fall, fade("#ffffff", mix("#e9f6f8", lake, 0.25), "#ffffff", grain=0.15), 0.92, 0.25)
        threads = Shape()
        for dx in c.many(-1.8, 1.8, 9):
            threads.line([(gx + dx, gy + 5), (gx + dx * 2.8, 90)], 0.16)
        c.fill(threads, lake, 0.5, 0.1)
    basin = Shape().blob([(x - 46, 88), (x, 84), (x + 46, 88), (x + 60, 106), (x - 60, 106)])
    c.fill(basin, fade(lighter(lake, 0.45), lake, darker(lake, 0.3)))
    for _ in range(16):
        c.fill(
            Shape().ellipse(
                x + c.between(-26, 26), 89 + c.between(-4, 3), c.between(4, 9), c.between(2, 4)
            ),
            "#ffffff",
            0.3,
            1.3,
        )
    c.fill(ripples(c, 92, 101, 40), "#ffffff", 0.5, clip=basin)
    for side in (-1, 1):
        for k in range(3):
            edge = x + side * (58 - 9 * k)
            pts = [
                (edge + side * 4, 36 + 8 * k),
                (edge - side * 6, 54 + 6 * k),
                (edge - side * 13, 70 + 6 * k),
                (edge - side * 22, 104),
                (edge + side * 90, 104),
                (edge + side * 90, 22 + 16 * k),
                (edge + side * 24, 28 + 9 * k),
            ]
            rock = [(a0 + c.between(-2, 2), b0 + c.between(-1.5, 1.5)) for a0, b0 in pts]
            ink = mix(p.lit(mix(p.earth, "#8a6a55", 0.4)), p.near, 0.2 + 0.2 * k)
            cliff = Shape().poly(rock)
            c.fill(
                cliff,
                fade(lighter(ink, 0.2), ink, darker(ink, 0.3), angle=90 - side * 25, grain=0.14),
            )
            c.veil(darker(ink, 0.4), 0.6, 14, 7, 20, 101, 0.5, cliff)
    firs = Shape()
    for k in range(14):
        at = c.between(0, 26) if k % 2 else c.between(134, 160)
        firs.add(conifer(at, c.between(94, 104), c.between(9, 17)))
    c.fill(firs, darker(mix(p.near, p.leaf, 0.3), 0.1))


@scene("factory")
def factory(c: Canvas) -> None:
    """A works at change of shift: sawtooth roofs, chimneys, tanks, steam in the low light."""
    p = c.pal
    sky(c, 80, (c.between(30, 130), c.between(24, 56)), 8)
    streaks(c, 12, 40, 5, lighter(p.low, 0.3), 0.45)
    c.fill(ridge(c, 74, 16, 0.46, 4), fade(p.plane(0.2), mix(p.far, p.low, 0.6)))
    for k in range(3):
        ink = mix(p.plane(0.35 + 0.22 * k), p.lit(p.earth), 0.25)
        base = 80 + 5 * k
        for _ in range(3):
            x, h = c.between(4, 150), (44 - 7 * k) * c.between(0.8, 1.15)
            chimney(c, x, base, h, ink)
        works(c, base, 13 + 3 * k, ink, k)
        c.mist(base, 7, lighter(p.low, 0.1), 0.35 if k < 2 else 0.0)
    for _ in range(2):
        x = c.between(14, 140)
        tank = Shape().rect(x, 74, 16, 19, 1.5).ellipse(x + 8, 74.5, 8, 3)
        steel = p.lit("#b9bcc0")
        c.fill(
            tank,
            fade(darker(steel, 0.35), lighter(steel, 0.35), steel, darker(steel, 0.55), angle=4),
        )
        rings = Shape().rect(x, 80, 16, 0.4).rect(x, 86, 16, 0.4)
        c.fill(rings, darker(steel, 0.5), 0.7)
    c.wash(mix(p.near, p.earth, 0.35), darker(p.near, 0.2), top=92, bottom=101)
    fence = Shape().rect(-2, 90, 164, 0.35).rect(-2, 94, 164, 0.35)
    for k in range(41):
        fence.rect(k * 4, 89, 0.4, 8)
    c.fill(fence, darker(p.near, 0.35))


def chimney(c: Canvas, x: float, y: float, h: float, ink: Ink) -> None:
    """A banded chimney and its drifting steam."""
    for k in range(9):
        puff = Shape().ellipse(
            x + 1 + k * k * 0.42 + c.between(-1, 1),
            y - h - 2 - k * 2.2,
            1.6 + k * 0.85,
            1.4 + k * 0.55,
        )
        c.fill(puff, lighter(c.pal.low, 0.45), 0.42 - 0.035 * k, 0.8)
    stem = Shape().limb((x, y), (x, y - h), h * 0.085, h * 0.05)
    c.fill(stem, fade(lighter(ink, 0.3), ink, darker(ink, 0.4), angle=0))
    c.fill(
        Shape().rect(x - 4, y - h * 0.97, 8, h * 0.06).rect(x - 4, y - h * 0.85, 8, h * 0.06),
        c.pal.accent,
        0.85,
        0,
        stem,
    )


def works(c: Canvas, y: float, h: float, ink: Ink, row: int) -> None:
    """A hall with a sawtooth roof and lit windows."""
    roof, glass, lit = Shape(), Shape(), Shape()
    pitch, x = 11.0 + row * 2, c.between(-12, 0)
    while x < 164:
        if c.rng.random() < 0.86:
            roof.poly([(x, y + 20), (x, y - h), (x + pitch, y - h * 0.55), (x + pitch, y + 20)])
            glass.poly(
                [
                    (x + 0.8, y - h * 0.9),
                    (x + pitch - 1.5, y - h * 0.55),
                    (x + pitch - 1.5, y - h * 0.46),
                    (x + 0.8, y - h * 0.76),
                ]
            )
            for k in range(3):
                lit.rect(x + 1.2 + k * pitch * 0.3, y - h * 0.36, pitch * 0.2, h * 0.2)
        x += pitch
    c.fill(roof, fade(lighter(ink, 0.12), ink, darker(ink, 0.2)))
    c.fill(glass, lighter(mix(ink, c.pal.low, 0.6), 0.1))
    c.fill(
        lit, fade(lighter(c.pal.lamp, 0.3), c.pal.lamp), 0.95 if c.pal.dark or row == 2 else 0.55
    )


@scene("harbour")
def harbour(c: Canvas) -> None:
    """A container port: gantry cranes, a laden ship, stacked boxes, gulls."""
    p, line = c.pal, 70.0
    sun = (c.between(30, 130), c.between(20, 52))
    sky(c, line + 4, sun, 7)
    streaks(c, 8, 44, 6, lighter(p.low, 0.3), 0.5)
    c.fill(ridge(c, line, 16, 0.45, 3), fade(p.plane(0.22), mix(p.far, p.low, 0.5)))
    inks: tuple[Ink, ...] = tuple(p.lit(i) for i in (p.accent, p.second, p.leaf, p.earth, p.lamp))
    for k in range(4):
        gantry(c, 6 + k * 44 + c.between(-6, 6), line + 1, 34 + c.between(-3, 5), p.plane(0.45))
    c.fill(Shape().rect(-2, line - 2, 164, 4), p.plane(0.6))
    boxes(c, 0, line - 2, 44, 3, tuple(mix(i, p.far, 0.4) for i in inks))
    ship(c, c.between(50, 64), line + 7, 94, inks)
    c.mirror(line + 7.5, 1.0, mix(p.top, p.near, 0.4), 0.3, 1.0)
    c.fill(ripples(c, line + 9, 100, 120), lighter(p.low, 0.4), 0.35)
    c.fill(glitter(c, sun[0], line + 9, 100, 9, 60), lighter(p.sun, 0.2), 0.55)
    near = 112 if c.number % 2 else 4
    c.fill(
        Shape().rect(near - 6, 92, 70, 14), fade(lighter(p.plane(0.7), 0.15), darker(p.near, 0.2))
    )
    boxes(c, near, 93, 46, 1, inks, 2.2)
    gantry(c, near + 24, 94, 74, mix(p.accent, p.near, 0.35))
    c.fill(flock(c, c.between(50, 100), 24, 14, 7, 4.5), lighter(p.low, 0.6), 0.9)


def gantry(c: Canvas, x: float, y: float, h: float, ink: Ink) -> None:
    """A ship-to-shore crane."""
    w = h * 0.022
    out = Shape()
    for leg in (-0.16, 0.16):
        out.line([(x + leg * h, y), (x + leg * h * 0.8, y - h * 0.62)], w * 1.5)
    out.line([(x - 0.16 * h, y - h * 0.28), (x + 0.16 * h, y - h * 0.28)], w)
    out.line([(x - 0.15 * h, y - h * 0.28), (x + 0.13 * h, y - h * 0.62)], w * 0.6)
    out.line([(x - 0.34 * h, y - h * 0.62), (x + 0.72 * h, y - h * 0.62)], w * 1.8)
    out.line([(x + 0.05 * h, y - h * 0.62), (x + 0.02 * h, y - h)], w)
    for end in (-0.32, 0.35, 0.7):
        out.line([(x + 0.02 * h, y - h), (x + end * h, y - h * 0.62)], w * 0.45)
    out.rect(x + 0.3 * h, y - h * 0.6, h * 0.07, h * 0.05)
    out.line([(x + 0.34 * h, y - h * 0.58), (x + 0.34 * h, y - h * 0.36)], w * 0.3)
    out.rect(x + 0.25 * h, y - h * 0.37, h * 0.18, h * 0.07)
    c.fill(out, fade(lighter(ink, 0.15), darker(ink, 0.1)))


def boxes(
    c: Canvas, x: float, y: float, w: float, rows: int, inks: tuple[Ink, ...], size: float = 1.0
) -> None:
    """Stacked shipping containers."""
    cw, ch = 7 * size, 3 * size
    for r in range(rows + 2):
        for k in range(int(w / cw)):
            if r > rows and c.rng.random() < 0.5:
                continue
            ink = inks[int(c.rng.integers(len(inks)))]
            at = (x + k * cw, y - (r + 1) * ch)
            c.fill(
                Shape().rect(*at, cw - 0.2, ch - 0.15), fade(lighter(ink, 0.18), darker(ink, 0.22))
            )
            ribs = Shape()
            for j in range(6):
                ribs.rect(at[0] + 0.6 + j * cw / 6.4, at[1] + 0.3, 0.16 * size, ch - 0.8)
            c.fill(ribs, darker(ink, 0.5), 0.4)


def ship(c: Canvas, x: float, y: float, w: float, inks: tuple[Ink, ...]) -> None:
    """A container ship from the side."""
    p = c.pal
    boxes(c, x + w * 0.2, y - 8.5, w * 0.66, 2, inks)
    c.fill(
        Shape().rect(x + w * 0.07, y - 25, w * 0.1, 18).rect(x + w * 0.05, y - 25, w * 0.14, 2.4),
        fade("#fff8ea", mix("#cfc8bd", p.far, 0.3), angle=0),
    )
    c.fill(
        Shape()
        .rect(x + w * 0.075, y - 22, w * 0.09, 1)
        .rect(x + w * 0.075, y - 18.5, w * 0.09, 1)
        .rect(x + w * 0.075, y - 15, w * 0.09, 1),
        p.lamp if p.dark else darker(p.near, 0.1),
    )
    c.fill(Shape().rect(x + w * 0.02, y - 18, w * 0.04, 10), p.accent)
    hull = Shape().poly(
        smooth(
            [
                (x, y - 9.5),
                (x + w * 0.3, y - 8.6),
                (x + w * 0.8, y - 8.8),
                (x + w * 1.02, y - 11),
                (x + w * 0.95, y + 0.5),
                (x + w * 0.5, y + 1),
                (x + w * 0.04, y + 0.6),
            ]
        )
    )
    c.fill(hull, fade(mix(p.second, p.near, 0.5), darker(p.near, 0.25)))
    c.fill(Shape().rect(x - 2, y - 1.6, w * 1.1, 4), mix(p.accent, p.near, 0.2), 1.0, 0, hull)
    c.fill(leaves(c, x + w * 0.5, y + 1, w * 0.5, 0.7, 40, 0.5), "#ffffff", 0.5, 0.15)
