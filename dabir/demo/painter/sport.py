"""Scenes of sport on land: football, running and cycling."""

from __future__ import annotations

import numpy as np

from dabir.demo.painter.canvas import Canvas, fade, halo
from dabir.demo.painter.landscape import snow_cone
from dabir.demo.painter.nature import (
    cloud,
    grass,
    leaves,
    ridge,
    sky,
    streaks,
)
from dabir.demo.painter.palette import Ink, darker, lighter, mix
from dabir.demo.painter.people import KICK, RUN, STAND, figure, pose
from dabir.demo.painter.registry import scene
from dabir.demo.painter.shapes import Shape, oval, pts, smooth, star

RIDE = pose(
    "0.3 -0.98, 0.2 -0.9, -0.14 -0.68, 0.34 -0.72, 0.45 -0.62, 0.36 -0.74, 0.46 -0.63, "
    "0.12 -0.56, -0.02 -0.2, 0.17 -0.48, 0.1 -0.3"
)


def ball(c: Canvas, x: float, y: float, r: float) -> None:
    """A football."""
    c.fill(Shape().ellipse(x, y, r), halo("#ffffff", "#f0ece4", "#a9a7ad", at=(0.38, 0.32)))
    whole = Shape().ellipse(x, y, r)
    spots = Shape().poly(star(x, y, r * 0.38, 5, 0.81, -90))
    for k in range(5):
        a = np.radians(-90 + 72 * k)
        spots.poly(
            star(x + np.cos(a) * r * 0.95, y + np.sin(a) * r * 0.95, r * 0.38, 5, 0.81, 90 + 72 * k)
        )
        spots.line(
            [
                (x + np.cos(a) * r * 0.35, y + np.sin(a) * r * 0.35),
                (x + np.cos(a) * r * 0.7, y + np.sin(a) * r * 0.7),
            ],
            r * 0.05,
        )
    c.fill(spots, "#20222c", 1, 0, whole)


@scene("football", zoom=0.14)
def football(c: Canvas) -> None:
    """A striker meets the ball under the floodlights of a full stadium."""
    p = c.pal
    sky(c, 44, None)
    stand = mix(p.near, p.second, 0.3)
    tiers = Shape().poly(
        np.concatenate(
            [smooth(pts("-20 26, 40 17, 80 15, 120 17, 180 26"), False), [[180, 62], [-20, 62]]]
        )
    )
    c.fill(tiers, fade(darker(stand, 0.2), lighter(stand, 0.12)))
    n = 1500
    x, d = c.many(-2, 162, n), c.rng.random(n)
    y = 17 + 0.0012 * (x - 80) ** 2 + d * 38
    for k, ink in enumerate((p.accent, lighter(p.low, 0.2), p.second, p.lamp)):
        part = slice(k, n, 4)
        c.fill(
            Shape().dots(x[part], y[part], 0.35 + 0.4 * d[part]),
            mix(ink, stand, 0.25),
            0.85,
            0,
            tiers,
        )
    c.fill(
        Shape().poly(
            np.concatenate(
                [
                    smooth(pts("-20 20, 40 11, 80 9, 120 11, 180 20"), False),
                    smooth(pts("180 27, 120 18, 80 16, 40 18, -20 27"), False),
                ]
            )
        ),
        fade(lighter(stand, 0.3), darker(stand, 0.2)),
    )
    for k in range(4):
        mast = 14 + 44 * k
        c.fill(Shape().rect(mast - 6, 4, 12, 4, 0.6), darker(p.near, 0.2))
        c.glow(mast, 6, 30, "#fffbe6", 0.6)
        c.fill(
            Shape().dots(np.linspace(mast - 4.5, mast + 4.5, 5), np.full(5, 6.0), 0.9), "#ffffff"
        )
    turf = p.lit(mix(p.leaf, "#4f9a4a", 0.5))
    c.fill(Shape().rect(-2, 54, 164, 5), fade(p.accent, darker(p.accent, 0.2)))
    c.wash(lighter(turf, 0.12), turf, darker(turf, 0.3), top=58, bottom=101)
    stripes = Shape()
    for k in range(-3, 9):
        stripes.poly(
            [
                (80 + (k - 2) * 13, 58),
                (80 + (k - 2) * 13 + 6.5, 58),
                (80 + (k - 2) * 44 + 22, 104),
                (80 + (k - 2) * 44, 104),
            ]
        )
    c.fill(stripes, lighter(turf, 0.2), 0.35)
    lines = Shape().line([(-2, 72), (162, 66)], 0.5).line(oval(80, 104, 76, 15), 0.6)
    c.fill(lines, "#f7f5ea", 0.75)
    goal(c, 132, 66)
    if c.number % 3 == 0:
        spot = c.between(52, 84)
        for k in range(4):
            figure(
                c,
                (RUN, STAND)[k % 2],
                22 + 34 * k,
                74 + k % 2,
                19,
                darker(p.near, 0.1),
                (p.accent, p.second)[k % 2],
            )
        c.fill(Shape().ellipse(spot + 8, 96, 24, 3.4), "#06160c", 0.5, 1.2)
        ball(c, spot, 78, 18)
        c.fill(grass(c, 92, 105, 420, 7, 0.4), fade(lighter(turf, 0.2), darker(turf, 0.4)))
        return
    kit = (p.accent, p.second)
    figure(c, RUN, 34, 84, 26, darker(p.near, 0.1), kit[1])
    figure(c, STAND, 120, 69, 16, darker(p.near, 0.1), p.lamp)
    at = c.between(72, 86)
    c.fill(Shape().ellipse(at + 12, 95.5, 24, 2), "#06160c", 0.45, 0.8)
    figure(c, KICK, at, 95, 60, darker(p.near, 0.2), kit[0])
    bx, by = at + 36, c.between(66, 76)
    trail = Shape().poly([(at + 27, by + 13), (bx - 2, by - 3), (bx + 2, by + 3)])
    c.fill(trail, "#ffffff", 0.3, 0.7)
    ball(c, bx, by, 4.4)
    blades = Shape().dots(
        at + 24 + c.rng.normal(0, 5, 24), 92 - np.abs(c.rng.normal(0, 4, 24)), c.many(0.15, 0.5, 24)
    )
    c.fill(blades, lighter(turf, 0.3))


def goal(c: Canvas, x: float, y: float) -> None:
    """A goal seen askew."""
    net = Shape()
    for k in range(9):
        net.line([(x - 14 + k * 3.9, y - 13), (x - 11 + k * 3.9, y + 0.5)], 0.1)
        net.line([(x - 14, y - 13 + k * 1.6), (x + 20, y - 13 + k * 1.6)], 0.1)
    c.fill(net, "#ffffff", 0.5)
    c.fill(
        Shape().line([(x - 14, y + 1), (x - 14, y - 13), (x + 20, y - 13), (x + 20, y + 1)], 0.9),
        "#ffffff",
    )


@scene("running")
def running(c: Canvas) -> None:
    """Runners on a bending track, or on a hill path at sunrise."""
    p = c.pal
    inks: tuple[Ink, ...] = (p.accent, p.second, p.lamp, p.leaf)
    if c.number % 2:
        sky(c, 70, (c.between(50, 110), c.between(28, 46)), 11)
        streaks(c, 8, 34, 5, lighter(p.low, 0.3), 0.45)
        for k in range(4):
            c.fill(
                ridge(c, 62 + 8 * k, 22 - 5 * k, 0.46, 3),
                fade(p.plane(0.2 + 0.16 * k), mix(p.far, p.low, 0.5 - 0.1 * k)),
            )
            c.mist(66 + 8 * k, 8, lighter(p.low, 0.2), 0.35)
        line = smooth(pts("-10 94, 40 88, 90 90, 170 80"), False)
        c.fill(
            Shape().poly(np.concatenate([line, [[170, 104], [-10, 104]]])),
            fade(mix(p.near, p.earth, 0.3), darker(p.near, 0.35)),
        )
        for k in range(3):
            x = 34 + 36 * k + c.between(-5, 5)
            y = float(np.interp(x, line[:, 0], line[:, 1])) + 1
            figure(c, RUN, x, y, 36 - 4 * k, darker(p.near, 0.2), inks[(k + c.number) % 4])
        c.fill(grass(c, 95, 105, 180, 9, 0.5), darker(p.near, 0.4))
        return
    sky(c, 46, (c.between(30, 130), c.between(12, 26)))
    cloud(c, c.between(20, 140), 20, 34, p.low, 0.6)
    c.fill(
        leaves(c, 80, 43, 96, 6, 200, 2.6), fade(p.lit(p.leaf), mix(p.leaf, p.near, 0.4), grain=0.2)
    )
    clay = p.lit(mix("#c9573a", p.accent, 0.35))
    c.fill(Shape().rect(-2, 45, 164, 8), fade(p.lit(lighter(p.leaf, 0.25)), p.lit(p.leaf)))
    c.wash(lighter(clay, 0.2), clay, darker(clay, 0.3), top=52, bottom=101)
    lanes = Shape()
    for k in range(8):
        lanes.line(
            [(-4, 54 + k * k * 0.95), (60, 53 + k * k * 0.86), (164, 52.5 + k * k * 0.62)],
            0.25 + 0.1 * k,
        )
    c.fill(lanes, "#fff6ea", 0.8)
    for k in range(4):
        x, y, h = 122 - 30 * k + c.between(-5, 5), 66 + 9.5 * k, 27 + 6 * k
        c.fill(Shape().ellipse(x + 4, y + 0.4, h * 0.4, h * 0.03), darker(clay, 0.6), 0.5, 0.5)
        figure(
            c, RUN, x, y, h, darker(p.near, 0.15), inks[(k + c.number) % 4], False, c.between(-2, 3)
        )
    speed = Shape()
    for _ in range(22):
        x, y = c.between(-5, 90), c.between(40, 96)
        speed.limb((x, y), (x + c.between(10, 26), y), 0.05, 0.3)
    c.fill(speed, "#ffffff", 0.4)


def bicycle(c: Canvas, x: float, y: float, h: float, ink: Ink, shirt: Ink) -> None:
    """A rider on a road bicycle, wheels touching y."""
    r = h * 0.23
    a, b = (x - h * 0.34, y - r), (x + h * 0.36, y - r)
    c.fill(Shape().ellipse(x, y + 0.3, h * 0.62, h * 0.025), "#05060f", 0.4, h * 0.015)
    tyre, spokes = Shape(), Shape()
    for wheel in (a, b):
        tyre.line(oval(*wheel, r * 0.95, r * 0.95), h * 0.022)
        for k in range(8):
            t = np.pi * k / 8 + c.number
            spokes.line(
                [
                    (wheel[0] - np.cos(t) * r * 0.9, wheel[1] - np.sin(t) * r * 0.9),
                    (wheel[0] + np.cos(t) * r * 0.9, wheel[1] + np.sin(t) * r * 0.9),
                ],
                h * 0.004,
            )
    c.fill(spokes, lighter(ink, 0.5), 0.7)
    c.fill(tyre, darker(ink, 0.2))
    crank, seat, bar = (
        (x + h * 0.02, y - h * 0.21),
        (x - h * 0.12, y - h * 0.58),
        (x + h * 0.28, y - h * 0.55),
    )
    frame = (
        Shape()
        .line([a, crank, bar, (seat[0] + h * 0.02, seat[1] + h * 0.08), a], h * 0.024)
        .line([crank, seat], h * 0.024)
        .line([bar, b], h * 0.022)
    )
    c.fill(frame, shirt)
    c.fill(
        Shape()
        .line(
            [
                (bar[0] - h * 0.01, bar[1] - h * 0.03),
                (bar[0] + h * 0.1, bar[1] - h * 0.04),
                (bar[0] + h * 0.13, bar[1] + h * 0.04),
            ],
            h * 0.022,
        )
        .limb((seat[0] - h * 0.07, seat[1]), (seat[0] + h * 0.05, seat[1]), h * 0.03, h * 0.02)
        .ellipse(*crank, h * 0.04),
        darker(ink, 0.2),
    )
    figure(c, RIDE, x, y, h, ink, shirt)
    c.fill(
        Shape()
        .blob(pts("-0.06 0, -0.05 -0.07, 0.02 -0.1, 0.09 -0.03, 0.07 0.0"))
        .placed(x + h * 0.3, y - h * 1.01, h),
        lighter(shirt, 0.35),
    )


@scene("cycling")
def cycling(c: Canvas) -> None:
    """Cyclists on a mountain road above layered valleys."""
    p = c.pal
    sky(c, 70, (c.between(40, 130), c.between(14, 34)), 7)
    cloud(c, c.between(20, 140), 20, 30, p.low, 0.6)
    if c.number % 3:
        snow_cone(c, c.between(40, 120), 64, 44, 66)
    for k in range(4):
        c.fill(
            ridge(c, 58 + 8 * k, 24 - 5 * k, 0.5, 4),
            fade(p.plane(0.2 + 0.15 * k), mix(p.far, p.low, 0.5 - 0.1 * k)),
        )
        c.mist(62 + 7 * k, 8, lighter(p.low, 0.2), 0.4)
    tilt = c.between(-3, 3)
    verge, road_ink = mix(p.lit(p.leaf), p.near, 0.35), mix(p.plane(0.7), "#55555f", 0.4)
    c.fill(
        Shape().poly([(-4, 80 + tilt), (164, 80 - tilt), (164, 104), (-4, 104)]),
        fade(lighter(verge, 0.2), darker(verge, 0.2)),
    )
    c.fill(
        Shape().poly([(-4, 84 + tilt), (164, 84 - tilt), (164, 97 - tilt), (-4, 97 + tilt)]),
        fade(lighter(road_ink, 0.3), darker(road_ink, 0.1)),
    )
    marks = Shape()
    for k in range(9):
        marks.poly(
            [
                (k * 20 - 4, 94.6 + tilt * (1 - k / 4)),
                (k * 20 + 6, 94.6 + tilt * (1 - k / 4)),
                (k * 20 + 6, 95.4 + tilt * (1 - k / 4)),
                (k * 20 - 4, 95.4 + tilt * (1 - k / 4)),
            ]
        )
    c.fill(marks, "#fff6e6", 0.8)
    rail = Shape().line([(-4, 78.5 + tilt), (164, 78.5 - tilt)], 1.1)
    for k in range(14):
        rail.rect(k * 12, 78 + tilt * (1 - k / 6.5), 0.8, 5)
    c.fill(rail, fade(lighter(p.low, 0.4), mix(p.far, p.near, 0.3)))
    count = 2 + c.number % 3
    for k in range(count):
        x = 80 + (k - (count - 1) / 2) * (118 / count) + c.between(-4, 4)
        bicycle(
            c,
            x,
            90 + (k % 2) * 2.4 + tilt * (1 - x / 80),
            34 + 3 * (count == 2),
            darker(p.near, 0.2),
            (p.accent, p.second, p.lamp, p.leaf)[(k + c.number) % 4],
        )
    c.fill(grass(c, 99, 106, 170, 9, 0.5), fade(verge, darker(verge, 0.45)))
