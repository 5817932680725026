"""Scenes of the stage and screen: theatre and cinema."""

from __future__ import annotations

import numpy as np

from dabir.demo.painter.canvas import Canvas, fade
from dabir.demo.painter.interior import shadow, tabletop, wall_ink
from dabir.demo.painter.nature import cypress, ridge
from dabir.demo.painter.palette import Ink, darker, lighter, mix
from dabir.demo.painter.people import person
from dabir.demo.painter.registry import scene
from dabir.demo.painter.shapes import Shape, pointed_arch, pts, smooth


def curtain(c: Canvas, side: int, ink: Ink) -> None:
    """One gathered curtain of a proscenium, and half of its swag."""
    edge = 0 if side < 0 else 160
    for k in range(7):
        a, b = edge - side * k * 5.2, edge - side * (k + 1) * 5.6
        fold = Shape().poly(
            np.concatenate(
                [
                    smooth(
                        [
                            (a, -2),
                            (a - side * 1, 40),
                            (a + side * (2 + k), 78),
                            (a - side * 0.5, 104),
                        ],
                        False,
                    ),
                    smooth(
                        [
                            (b - side * 2, 104),
                            (b + side * (5 + k * 1.4), 76),
                            (b - side * 2, 40),
                            (b - side * 3, -2),
                        ],
                        False,
                    ),
                ]
            )
        )
        c.fill(
            fold,
            fade(
                darker(ink, 0.5),
                ink,
                lighter(ink, 0.18),
                ink,
                darker(ink, 0.55),
                angle=0 if side < 0 else 180,
            ),
        )
    tie = edge - side * 16
    c.fill(
        Shape().curve([(edge, 70), (tie, 78), (edge - side * 34, 75)], 1.6),
        mix("#e3b24a", c.pal.lamp, 0.3),
    )


def crowd(c: Canvas, y: float, rows: int, ink: Ink) -> None:
    """Rows of an audience's heads from behind, nearest last."""
    for r in range(rows):
        n, size = 20 - 3 * r, 2.3 + 0.9 * r
        at = y + r * 5.5
        x = np.linspace(-4, 164, n) + c.many(-1.5, 1.5, n)
        heads = Shape().dots(x, np.full(n, at) + c.many(-0.6, 0.6, n), np.full(n, size))
        for px in x:
            heads.blob(
                [
                    (px - size * 2, at + size * 3.6),
                    (px - size * 1.5, at + size * 1.5),
                    (px, at + size * 0.8),
                    (px + size * 1.5, at + size * 1.5),
                    (px + size * 2, at + size * 3.6),
                ]
            )
        tone = mix(ink, darker(ink, 0.6), r / max(rows - 1, 1))
        c.fill(heads, fade(lighter(tone, 0.16), tone))


def backcloth(c: Canvas, back: Shape) -> None:
    """The painted set: hills, an arcade or cypresses."""
    p = c.pal
    kind = c.number % 3
    if kind == 0:
        for k in range(3):
            c.fill(ridge(c, 62 + 4 * k, 24 - 7 * k, 0.5, 5), p.plane(0.25 + 0.25 * k), 1, 0, back)
    elif kind == 1:
        wall = p.lit(mix(p.wall, p.earth, 0.4))
        arches = Shape().rect(28, 32, 104, 40)
        for k in range(4):
            arches.poly(pointed_arch(44 + 24 * k, 73, 16, 32), hole=True)
        c.fill(arches, fade(lighter(wall, 0.2), darker(wall, 0.2)))
    else:
        for k in range(7):
            c.fill(
                cypress(36 + 15 * k, 73, c.between(26, 44)),
                fade(p.plane(0.5), p.plane(0.9)),
                1,
                0,
                back,
            )


@scene("theatre", zoom=0.14)
def theatre(c: Canvas) -> None:
    """A lit stage between heavy curtains, players before a painted set, the dark stalls."""
    p = c.pal
    red = mix(p.accent, "#8d1f2d", 0.6) if c.number % 3 else mix(p.second, p.near, 0.3)
    c.wash(darker(p.near, 0.2), mix(p.near, p.second, 0.3), bottom=101)
    back = Shape().rect(28, 6, 104, 66)
    c.fill(back, fade(p.top, p.mid, p.low))
    c.fill(
        Shape().ellipse(c.between(56, 104), c.between(22, 34), 7), lighter(p.sun, 0.2), 1, 0, back
    )
    backcloth(c, back)
    floor = Shape().poly(pts("28 71, 132 71, 150 86, 10 86"))
    wood = p.lit(mix("#b07748", p.earth, 0.3))
    c.fill(floor, fade(lighter(wood, 0.1), lighter(wood, 0.3)))
    planks = Shape()
    for k in range(24):
        planks.line([(28 + 104 * k / 23, 71), (10 + 140 * k / 23, 86)], 0.15)
    c.fill(planks, darker(wood, 0.4), 0.5)
    c.fill(Shape().rect(4, 85.5, 152, 6), fade(darker(wood, 0.4), darker(wood, 0.7)))
    beams = Shape()
    for k in range(3):
        foot = 54 + 26 * k + c.between(-5, 5)
        beams.poly([(40 + 38 * k, -2), (43 + 38 * k, -2), (foot + 15, 80), (foot - 15, 80)])
        c.fill(Shape().ellipse(foot, 79, 15, 3), lighter(p.lamp, 0.4), 0.5, 0.8)
    c.fill(beams, lighter(p.lamp, 0.4), 0.24, 1.2)
    for k in range(2 + c.number % 2):
        x = 62 + 20 * k + c.between(-4, 4)
        c.fill(Shape().ellipse(x + 3, 81, 7, 1), "#05060f", 0.4, 0.5)
        person(
            c,
            x,
            81,
            27,
            mix((p.accent, p.second, p.leaf)[k], p.near, 0.25),
            k % 2 == 1,
            0.8,
            k == 2,
        )
    lights = Shape()
    for k in range(13):
        at = 16 + 10.6 * k
        lights.ellipse(at, 86, 1.6, 1)
        c.glow(at, 84, 7, p.lamp, 0.5)
    c.fill(lights, lighter(p.lamp, 0.5))
    curtain(c, -1, red)
    curtain(c, 1, red)
    swag = Shape()
    for k in range(5):
        swag.blob(
            [
                (k * 32 - 2, -6),
                (k * 32 + 34, -6),
                (k * 32 + 30, 6),
                (k * 32 + 16, 12),
                (k * 32 + 2, 6),
            ]
        )
    c.fill(swag, fade(darker(red, 0.3), lighter(red, 0.15), darker(red, 0.25)))
    c.fill(
        Shape().curve([(x, 6 + 5.5 * abs(np.sin(x * np.pi / 32))) for x in range(0, 161, 4)], 0.8),
        mix("#e3b24a", p.lamp, 0.3),
    )
    crowd(c, 91, 2, mix(p.near, "#0b0a18", 0.5))


@scene("cinema", zoom=0.14)
def cinema(c: Canvas) -> None:
    """A dark auditorium before a glowing screen, a beam overhead; or reels of film."""
    p = c.pal
    if c.number % 3 == 2:
        reels(c)
        return
    dark = mix(p.near, "#0a0918", 0.45)
    c.wash(darker(dark, 0.3), lighter(dark, 0.06), dark, bottom=101)
    c.glow(80, 40, 110, mix(p.mid, p.low, 0.4), 0.5)
    for side in (-1, 1):
        for k in range(4):
            x = 80 + side * (62 + 9 * k)
            c.fill(
                Shape().poly(
                    [
                        (x - 2.4, 4 - k),
                        (x + 2.4, 2 - k),
                        (x + 2.4, 80 + 2 * k),
                        (x - 2.4, 78 + 2 * k),
                    ]
                ),
                fade(lighter(mix(dark, p.accent, 0.4), 0.1), darker(dark, 0.1)),
                0.8,
            )
            c.glow(x, 22, 9, p.lamp, 0.35)
    screen = Shape().rect(26, 10, 108, 50, 0.8)
    c.fill(Shape().rect(24.4, 8.4, 111.2, 53.2, 1), "#05050c")
    c.fill(screen, fade(p.top, p.mid, lighter(p.low, 0.15)))
    sun = c.between(56, 104)
    c.glow(sun, 28, 20, p.sun, 0.7)
    c.fill(Shape().ellipse(sun, 28, 5), lighter(p.sun, 0.4), 1, 0, screen)
    for k in range(3):
        c.fill(
            ridge(c, 52 + 4 * k, 22 - 6 * k, 0.5, 5),
            fade(p.plane(0.3 + 0.22 * k), mix(p.far, p.low, 0.4)),
            1,
            0,
            screen,
        )
    rider = (
        Shape()
        .ellipse(0, -0.92, 0.06, 0.075)
        .limb((0, -0.8), (0, -0.5), 0.18, 0.15)
        .limb((0, -0.5), (-0.12, 0), 0.1, 0.06)
        .limb((0, -0.5), (0.12, 0), 0.1, 0.06)
    )
    c.fill(rider.placed(sun + 18, 57, 14), darker(p.near, 0.3), 1, 0, screen)
    c.fill(Shape().rect(24, 62, 112, 20), mix(p.mid, p.low, 0.5), 0.16, 5)
    c.fill(
        Shape().poly(pts("150 -8, 156 -4, 134 60, 26 60, 26 10, 134 10")),
        lighter(p.low, 0.4),
        0.08,
        3,
    )
    for r in range(4):
        seats(
            c,
            70 + 8.5 * r,
            8 + 2.6 * r,
            mix(mix(p.accent, "#6d1826", 0.5), dark, 0.25 + 0.16 * r),
            dark,
            r,
        )


def seats(c: Canvas, y: float, w: float, ink: Ink, dark: Ink, row: int) -> None:
    """A row of seats and those who sit there."""
    backs, heads, hair = Shape(), Shape(), Shape()
    x = -w * (0.5 if row % 2 else 0.9)
    while x < 164:
        backs.rect(x + w * 0.06, y, w * 0.88, w * 1.5, w * 0.22)
        if c.rng.random() < 0.62:
            heads.ellipse(x + w / 2, y - w * 0.14, w * 0.19, w * 0.23)
            hair.ellipse(x + w / 2, y - w * 0.2, w * 0.21, w * 0.24)
            heads.blob(
                [
                    (x + w * 0.16, y + w * 0.3),
                    (x + w / 2, y + w * 0.02),
                    (x + w * 0.84, y + w * 0.3),
                    (x + w / 2, y + w * 0.5),
                ]
            )
        x += w
    c.fill(heads.add(hair), fade(lighter(mix(dark, c.pal.low, 0.2), 0.05), darker(dark, 0.4)))
    c.fill(backs, fade(lighter(ink, 0.22), ink, darker(ink, 0.4)))


def reels(c: Canvas) -> None:
    """A projector's reels, a strip of film curling, warm light."""
    p = c.pal
    wall = mix(wall_ink(c), p.near, 0.45)
    c.wash(darker(wall, 0.2), lighter(wall, 0.06), wall)
    c.fill(Shape().poly(pts("96 46, -10 4, -10 84")), lighter(p.lamp, 0.3), 0.5, 2.4)
    c.glow(96, 46, 30, lighter(p.lamp, 0.5), 0.9)
    tabletop(c, 84, p.lit(mix("#6d4630", p.near, 0.3)))
    steel = mix("#4a4d59", p.near, 0.4)
    shadow(c, 122, 91, 56, 0.1)
    c.fill(
        Shape()
        .rect(98, 40, 44, 34, 4)
        .poly(pts("104 74, 136 74, 142 91, 98 91"))
        .rect(88, 42, 12, 9, 1.5),
        fade(lighter(steel, 0.35), steel, darker(steel, 0.4), angle=20),
    )
    c.fill(Shape().ellipse(88.5, 46.5, 1.6, 4.2), "#fffbe6")
    for x, y, r in ((108, 24, 18), (142, 28, 15)):
        wheel = Shape().ellipse(x, y, r)
        for k in range(5):
            a = 2 * np.pi * k / 5 + c.number
            wheel.ellipse(x + np.cos(a) * r * 0.58, y + np.sin(a) * r * 0.58, r * 0.24, hole=True)
        c.fill(Shape().ellipse(x, y, r * 0.9), darker(p.earth, 0.5))
        c.fill(wheel, fade(lighter(steel, 0.6), lighter(steel, 0.2), darker(steel, 0.1), angle=45))
        c.fill(Shape().ellipse(x, y, r * 0.16), p.accent)
    strip(c)


def strip(c: Canvas) -> None:
    """A strip of film waving along the table, each frame a small landscape."""
    x = np.linspace(2, 84, 90)
    y = 90 + np.sin(x * 0.1 + c.number) * 3.4
    band = np.concatenate([np.stack([x, y - 7], 1), np.stack([x, y + 4], 1)[::-1]])
    c.fill(Shape().poly(band + np.array([1, 2])), "#05060f", 0.4, 0.8)
    c.fill(Shape().poly(band), "#1b1a22")
    frames, holes = Shape(), Shape()
    for k in range(8):
        i = 4 + k * 10
        frames.poly(
            [
                (x[i], y[i] - 4.6),
                (x[i + 7], y[i + 7] - 4.6),
                (x[i + 7], y[i + 7] + 1.8),
                (x[i], y[i] + 1.8),
            ]
        )
    for k in range(0, 88, 3):
        holes.rect(x[k], y[k] - 6.3, 1.2, 1).rect(x[k], y[k] + 2.4, 1.2, 1)
    c.fill(frames, fade(c.pal.top, c.pal.low, c.pal.accent, angle=90))
    c.fill(holes, lighter(c.pal.lamp, 0.3), 0.9)
