"""Robots: a friendly one with a plant, and arms at work along a line."""

from __future__ import annotations

import numpy as np

from dabir.demo.painter.canvas import Canvas, fade, halo
from dabir.demo.painter.interior import daylight, gloss, room, shadow, wall_ink
from dabir.demo.painter.palette import Ink, darker, lighter, mix
from dabir.demo.painter.registry import scene
from dabir.demo.painter.shapes import Point, Shape, pts, smooth


@scene("robot", zoom=0.16)
def robot(c: Canvas) -> None:
    """A friendly robot watering a plant, or robot arms at work along a line."""
    if c.number % 2:
        arms(c)
        return
    p, x = c.pal, c.between(60, 74)
    wall = wall_ink(c)
    room(c, 80, wall)
    daylight(c, 6, 6, 66, 56, 22, 0.38)
    c.glow(x, 44, 56, lighter(p.low, 0.3), 0.45)
    steel, trim = mix("#eef0f0", wall, 0.25), p.lit(p.accent)
    shadow(c, x, 94, 46, 0.3)
    metal = fade(lighter(steel, 0.4), steel, darker(steel, 0.4), angle=15)
    c.fill(
        Shape().limb((x - 8, 70), (x - 9, 90), 6, 5).limb((x + 8, 70), (x + 9, 90), 6, 5),
        fade(darker(steel, 0.45), darker(steel, 0.2), angle=0),
    )
    c.fill(Shape().rect(x - 15, 88, 12, 6, 2.6).rect(x + 3, 88, 12, 6, 2.6), trim)
    c.fill(
        Shape().limb((x - 17, 50), (x - 24, 66), 5, 4).ellipse(x - 24.5, 68, 3.4),
        darker(steel, 0.25),
    )
    body = Shape().rect(x - 17, 44, 34, 30, 8)
    c.fill(body, metal)
    c.fill(Shape().rect(x - 9, 51, 18, 12, 2.5), fade(darker(p.second, 0.3), darker(p.near, 0.2)))
    c.fill(
        Shape().curve(
            [(x - 7, 57), (x - 3, 57), (x - 1, 53.4), (x + 1.5, 60.5), (x + 3, 57), (x + 7, 57)],
            0.6,
        ),
        lighter(p.lamp, 0.2),
    )
    c.fill(Shape().rect(x - 4, 39, 8, 6), darker(steel, 0.4))
    head = Shape().rect(x - 19, 15, 38, 26, 11)
    c.fill(
        Shape()
        .line([(x, 15), (x, 8)], 0.9)
        .ellipse(x - 20, 28, 2.6, 5)
        .ellipse(x + 20, 28, 2.6, 5),
        darker(steel, 0.3),
    )
    c.glow(x, 7, 8, p.lamp, 0.8)
    c.fill(Shape().ellipse(x, 7, 1.9), halo("#fff6d8", trim))
    c.fill(head, metal)
    c.fill(
        Shape().rect(x - 15, 19.5, 30, 17, 7.5), fade(darker(p.near, 0.05), darker(p.near, 0.35))
    )
    for side in (-1, 1):
        c.glow(x + side * 7 + 1.5, 27, 7, p.lamp, 0.55)
        c.fill(Shape().ellipse(x + side * 7 + 1.5, 27, 2.3, 3), lighter(p.lamp, 0.35))
    c.fill(Shape().curve([(x - 2, 32), (x + 1.5, 33.2), (x + 5, 32)], 0.6), lighter(p.lamp, 0.3))
    gloss(c, head, x - 11, 18.5, 6, 1.6, 0.7)
    c.fill(
        Shape()
        .limb((x + 17, 50), (x + 30, 56), 5, 4)
        .limb((x + 30, 56), (x + 40, 48), 4, 3.6)
        .ellipse(x + 41, 47, 3),
        fade(lighter(steel, 0.2), darker(steel, 0.3)),
    )
    can(c, x + 47, 45)
    potted(c, x + 66, 92)


def can(c: Canvas, x: float, y: float) -> None:
    """A tipped watering can and its drops."""
    tin = c.pal.lit(c.pal.second)
    out = (
        Shape()
        .rect(-6, -5, 12, 10, 1.2)
        .poly(pts("5 1, 15 -5, 16.5 -3.4, 6 4"))
        .line(smooth(pts("-5 -4, -10 -2, -6 4"), False), 1.1)
    )
    c.fill(out.placed(x, y, 1, 24), fade(lighter(tin, 0.35), darker(tin, 0.2)))
    drops = Shape()
    for k in range(12):
        drops.ellipse(x + 16 + c.between(-1.5, 3), y + 6 + k * 1.9, 0.4, 0.8)
    c.fill(drops, "#dff3fb", 0.9)


def potted(c: Canvas, x: float, y: float) -> None:
    """A leafy plant in a clay pot."""
    green, clay = c.pal.lit(mix(c.pal.leaf, "#6aa84f", 0.4)), c.pal.lit("#c46a43")
    shadow(c, x, y, 16, 0.3)
    for k, a in enumerate((-150, -122, -95, -68, -35, -110, -78)):
        rad, r = np.radians(a), c.between(14, 22)
        tip = (x + np.cos(rad) * r, y - 13 + np.sin(rad) * r)
        mid = (x + np.cos(rad) * r * 0.5, y - 13 + np.sin(rad) * r * 0.55)
        nx, ny = -np.sin(rad) * 3, np.cos(rad) * 3
        leaf = Shape().blob(
            [(x, y - 12), (mid[0] + nx, mid[1] + ny), tip, (mid[0] - nx, mid[1] - ny)]
        )
        c.fill(leaf, fade(lighter(green, 0.3 - 0.04 * k), darker(green, 0.25), angle=70))
    c.fill(
        Shape()
        .poly([(x - 7, y - 12), (x + 7, y - 12), (x + 5, y), (x - 5, y)])
        .rect(x - 8, y - 13.5, 16, 3.4, 0.6),
        fade(lighter(clay, 0.25), clay, darker(clay, 0.35), angle=5),
    )


def arms(c: Canvas) -> None:
    """Orange robot arms along a moving line in a bright hall."""
    p = c.pal
    hall = mix(p.wall, p.far, 0.5)
    c.wash(mix(hall, p.top, 0.4), lighter(hall, 0.2), hall, bottom=76)
    ribs = Shape()
    for k in range(9):
        ribs.poly([(k * 22 - 8, -2), (k * 22 - 5, -2), (k * 22 + 1, 76), (k * 22 - 2, 76)])
    ribs.rect(-2, 20, 164, 1.2).rect(-2, 23, 164, 0.6)
    c.fill(ribs, lighter(hall, 0.35), 0.5)
    for k in range(4):
        c.glow(20 + 40 * k, 8, 24, lighter(p.lamp, 0.5), 0.5)
        c.fill(
            Shape().poly([(15 + 40 * k, 8), (25 + 40 * k, 8), (23 + 40 * k, 4), (17 + 40 * k, 4)]),
            darker(hall, 0.5),
        )
    c.wash(mix(hall, p.near, 0.35), mix(hall, p.near, 0.6), top=75, bottom=101)
    for k in range(3):
        arm(
            c,
            24 + 56 * k + c.between(-4, 4),
            77,
            36 + c.between(-2, 4),
            mix(p.lit(p.second), hall, 0.35),
            k % 2 == 0,
        )
    c.fill(Shape().rect(-2, 76, 164, 9), fade(lighter(p.near, 0.25), darker(p.near, 0.2)))
    rollers = Shape()
    for k in range(28):
        rollers.ellipse(k * 6, 82, 1.7)
    c.fill(rollers, lighter(mix(p.near, hall, 0.5), 0.1))
    for k in range(6):
        parcel(
            c,
            4 + 29 * k + c.between(-3, 3),
            76.2,
            c.between(11, 15),
            p.lit(mix("#d9a76a", p.earth, 0.2)),
        )
    arm(c, c.between(44, 62), 99, 60, p.lit(p.accent), False)
    arm(c, c.between(112, 128), 100, 56, p.lit(p.accent), True)


def parcel(c: Canvas, x: float, y: float, w: float, ink: Ink) -> None:
    """A carton."""
    c.fill(
        Shape().rect(x, y - w * 0.72, w, w * 0.72, 0.3),
        fade(lighter(ink, 0.25), ink, darker(ink, 0.2), angle=30),
    )
    c.fill(Shape().rect(x + w * 0.44, y - w * 0.72, w * 0.12, w * 0.72), lighter(ink, 0.45), 0.8)
    c.fill(
        Shape().poly(
            [
                (x + w, y - w * 0.72),
                (x + w * 1.2, y - w * 0.84),
                (x + w * 1.2, y - w * 0.1),
                (x + w, y),
            ]
        ),
        darker(ink, 0.4),
    )
    c.fill(
        Shape().poly(
            [
                (x, y - w * 0.72),
                (x + w * 0.2, y - w * 0.84),
                (x + w * 1.2, y - w * 0.84),
                (x + w, y - w * 0.72),
            ]
        ),
        lighter(ink, 0.4),
    )


def arm(c: Canvas, x: float, y: float, h: float, ink: Ink, flip: bool) -> None:
    """A jointed industrial arm on its base."""
    s = -1 if flip else 1
    a: Point = (x, y - h * 0.22)
    b: Point = (x - s * h * 0.24, y - h * 0.68)
    d: Point = (x + s * h * 0.3, y - h * 0.86)
    e: Point = (x + s * h * 0.44, y - h * 0.6)
    c.fill(
        Shape().poly(
            [
                (x - h * 0.16, y),
                (x + h * 0.16, y),
                (x + h * 0.1, y - h * 0.2),
                (x - h * 0.1, y - h * 0.2),
            ]
        ),
        fade(lighter(c.pal.near, 0.2), darker(c.pal.near, 0.2), angle=0),
    )
    claw = (
        Shape()
        .line(
            [e, (e[0] - h * 0.05, e[1] + h * 0.06), (e[0] - h * 0.03, e[1] + h * 0.14)], h * 0.022
        )
        .line(
            [e, (e[0] + h * 0.05, e[1] + h * 0.06), (e[0] + h * 0.03, e[1] + h * 0.14)], h * 0.022
        )
    )
    c.fill(claw, darker(c.pal.near, 0.1))
    for p, q, w in ((a, b, 0.13), (b, d, 0.105), (d, e, 0.075)):
        c.fill(
            Shape().limb(p, q, h * w, h * w * 0.8),
            fade(lighter(ink, 0.35), ink, darker(ink, 0.35), angle=25),
        )
        c.fill(
            Shape().limb(
                (p[0] + (q[0] - p[0]) * 0.3, p[1] + (q[1] - p[1]) * 0.3),
                (p[0] + (q[0] - p[0]) * 0.7, p[1] + (q[1] - p[1]) * 0.7),
                h * w * 0.25,
                h * w * 0.2,
            ),
            darker(ink, 0.3),
            0.5,
        )
    for joint, r in ((a, 0.085), (b, 0.075), (d, 0.06), (e, 0.04)):
        c.fill(
            Shape().ellipse(*joint, h * r), halo(lighter(c.pal.near, 0.35), darker(c.pal.near, 0.1))
        )
        c.fill(Shape().ellipse(*joint, h * r * 0.4), lighter(ink, 0.3))
