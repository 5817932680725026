"""Music: the tar, the daf, players on a stage and ribbons of sound."""

from __future__ import annotations

import numpy as np

from dabir.demo.painter.canvas import Canvas, fade, halo
from dabir.demo.painter.interior import daylight, tabletop, wall_ink
from dabir.demo.painter.palette import Ink, darker, lighter, mix
from dabir.demo.painter.registry import scene
from dabir.demo.painter.shapes import Floats, Shape, pts
from dabir.demo.painter.stage import crowd


def tar(c: Canvas, x: float, y: float, h: float, angle: float) -> None:
    """A tar, the waisted Persian lute, lying along its neck."""
    wood, skin = c.pal.lit("#7a3f1f"), c.pal.lit("#efd9b0")
    body = Shape().blob(
        pts(
            "-0.17 0.0, -0.2 -0.14, -0.08 -0.24, -0.13 -0.38, 0 -0.45, 0.13 -0.38, 0.08 "
            "-0.24, 0.2 -0.14, 0.17 0.0, 0 0.06"
        )
    )
    face = (
        Shape()
        .blob(
            pts(
                "-0.13 -0.02, -0.155 -0.13, -0.05 -0.22, 0 -0.23, 0.05 -0.22, 0.155 -0.13, 0.13 "
                "-0.02, 0 0.03"
            )
        )
        .blob(pts("-0.04 -0.27, -0.09 -0.36, 0 -0.41, 0.09 -0.36, 0.04 -0.27"))
    )
    neck = Shape().rect(-0.028, -1.22, 0.056, 0.82).rect(-0.042, -1.4, 0.084, 0.2, 0.02)
    pegs, frets, strings = Shape(), Shape(), Shape()
    for k in range(3):
        pegs.limb((-0.1, -1.25 - 0.055 * k), (0.1, -1.25 - 0.055 * k), 0.026, 0.026)
    for k in range(16):
        frets.rect(-0.03, -1.18 + 0.045 * k, 0.06, 0.007)
    for k in range(3):
        strings.line([(-0.016 + 0.016 * k, -1.25), (-0.02 + 0.02 * k, -0.02)], 0.005)
    bridge = Shape().rect(-0.06, -0.09, 0.12, 0.022)
    c.fill(body.placed(x + h * 0.05, y + h * 0.05, h, angle), "#05060f", 0.4, h * 0.03)
    for part, paint in (
        (neck, fade("#4a2715", "#2a1610", angle=0)),
        (body, fade(lighter(wood, 0.35), wood, darker(wood, 0.45), angle=10)),
        (pegs, darker(wood, 0.3)),
        (face, fade(lighter(skin, 0.3), darker(skin, 0.12), angle=30)),
        (frets, "#d8b46a"),
        (bridge, "#3a2115"),
        (strings, "#f6ead0"),
    ):
        c.fill(part.placed(x, y, h, angle), paint)


def daf(c: Canvas, x: float, y: float, r: float) -> None:
    """A daf, the frame drum, with its rings."""
    c.fill(Shape().ellipse(x + r * 0.1, y + r * 0.12, r), "#05060f", 0.4, r * 0.07)
    c.fill(Shape().ellipse(x, y, r), fade(c.pal.lit("#a8683a"), c.pal.lit("#5d3119"), angle=40))
    c.fill(
        Shape().ellipse(x, y, r * 0.93),
        halo(lighter(c.pal.lit("#f1dfba"), 0.3), c.pal.lit("#dcbd88"), at=(0.4, 0.35)),
    )
    ring = Shape()
    for k in range(16):
        a = np.pi * 2 * k / 16
        ring.ellipse(
            x + np.cos(a) * r * 0.6,
            y + np.sin(a) * r * 0.6,
            r * 0.11,
            r * 0.05,
            float(np.degrees(a)),
        )
        ring.ellipse(x + np.cos(a) * r * 0.3, y + np.sin(a) * r * 0.3, r * 0.04)
    c.fill(ring, mix(c.pal.accent, c.pal.earth, 0.3), 0.75)


@scene("music", zoom=0.1)
def music(c: Canvas) -> None:
    """Persian instruments: a tar and a daf by the window, or players on a lit stage."""
    p = c.pal
    if c.number % 2:
        wall = wall_ink(c)
        c.wash(mix(wall, p.top, 0.4), lighter(mix(wall, p.accent, 0.12), 0.1), wall)
        daylight(c, c.between(4, 30), 2, 76, 62, 26, 0.4)
        tabletop(c, 80, p.lit(mix("#7d4b32", p.near, 0.2)))
        ribbons(c)
        daf(c, 114 + c.between(-4, 4), 62, 25)
        tar(c, 50 + c.between(-4, 4), 84, 62, 24)
        return
    c.wash(
        darker(p.near, 0.25), mix(p.near, p.second, 0.35), mix(p.near, p.accent, 0.25), bottom=101
    )
    ribbons(c)
    for k in range(5):
        foot = 16 + 32 * k
        c.fill(
            Shape().poly([(30 + 24 * k, -2), (33 + 24 * k, -2), (foot + 16, 86), (foot - 16, 86)]),
            lighter((p.accent, p.lamp, p.second)[k % 3], 0.3),
            0.22,
            1.4,
        )
    c.wash(mix(p.near, p.lamp, 0.3), darker(p.near, 0.2), top=80, bottom=101)
    c.fill(Shape().ellipse(80, 85, 70, 6), p.accent, 0.55, 0.6)
    c.fill(Shape().ellipse(80, 85, 62, 4.6), lighter(p.accent, 0.3), 0.4, 0.4)
    for k in range(4):
        x = 29 + 34 * k + c.between(-2, 2)
        player(c, x, 86, 38, (p.second, p.leaf, p.lamp, p.accent)[k], (k + c.number) % 3)
    crowd(c, 95, 2, mix(p.near, "#0b0a18", 0.6))


def player(c: Canvas, x: float, y: float, h: float, ink: Ink, kind: int) -> None:
    """A seated player with a tar, a daf or a santur."""
    own = mix(ink, c.pal.near, 0.35)
    c.fill(Shape().ellipse(x, y + 0.5, h * 0.42, h * 0.06), "#05060f", 0.4, 0.6)
    robe = Shape().blob(
        [
            (x - h * 0.1, y - h * 0.62),
            (x + h * 0.1, y - h * 0.62),
            (x + h * 0.19, y - h * 0.34),
            (x + h * 0.36, y - h * 0.08),
            (x + h * 0.28, y),
            (x - h * 0.28, y),
            (x - h * 0.36, y - h * 0.08),
            (x - h * 0.19, y - h * 0.34),
        ]
    )
    c.fill(robe, fade(lighter(own, 0.25), darker(own, 0.3)))
    c.fill(
        Shape()
        .ellipse(x, y - h * 0.74, h * 0.07, h * 0.085)
        .limb((x, y - h * 0.68), (x, y - h * 0.6), h * 0.05, h * 0.06),
        darker(own, 0.45),
    )
    arms = (
        Shape()
        .limb((x - h * 0.14, y - h * 0.54), (x - h * 0.2, y - h * 0.34), h * 0.07, h * 0.055)
        .limb((x - h * 0.2, y - h * 0.34), (x - h * 0.03, y - h * 0.26), h * 0.055, h * 0.04)
        .limb((x + h * 0.14, y - h * 0.54), (x + h * 0.22, y - h * 0.36), h * 0.07, h * 0.05)
        .limb((x + h * 0.22, y - h * 0.36), (x + h * 0.12, y - h * 0.28), h * 0.05, h * 0.04)
    )
    c.fill(arms, lighter(own, 0.18))
    if kind == 0:
        tar(c, x - h * 0.1, y - h * 0.18, h * 0.62, 58)
    elif kind == 1:
        daf(c, x + h * 0.14, y - h * 0.46, h * 0.21)
    else:
        c.fill(
            Shape().poly(
                [
                    (x - h * 0.3, y - h * 0.08),
                    (x + h * 0.3, y - h * 0.08),
                    (x + h * 0.2, y - h * 0.2),
                    (x - h * 0.2, y - h * 0.2),
                ]
            ),
            fade("#c98d4e", "#6d3d1f"),
        )


def ribbons(c: Canvas) -> None:
    """Sound as flowing bands with beads of light."""
    x = np.linspace(-4, 164, 120)
    phase, y0 = c.between(0, 6), c.between(28, 40)
    for k in range(6):
        y: Floats = (
            y0 + k * 2.6 + np.sin(x * 0.045 + phase + k * 0.14) * 11 + np.sin(x * 0.1 + k * 0.3) * 3
        )
        c.fill(
            Shape().line(np.stack([x, y], 1), 0.7),
            lighter((c.pal.lamp, c.pal.accent, c.pal.second)[k % 3], 0.25),
            0.5,
        )
        for at in c.rng.integers(5, 114, 3):
            c.glow(float(x[at]), float(y[at]), 4, c.pal.lamp, 0.5)
            c.fill(Shape().ellipse(x[at], y[at], 1.0), lighter(c.pal.lamp, 0.4))
