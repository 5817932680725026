"""Scenes of sport in water and on rock: swimming and climbing."""

from __future__ import annotations

import numpy as np

from dabir.demo.painter.canvas import Canvas, fade, halo
from dabir.demo.painter.landscape import snow_cone
from dabir.demo.painter.nature import (
    flock,
    leaves,
    ridge,
    sky,
    streaks,
)
from dabir.demo.painter.palette import Ink, darker, lighter, mix
from dabir.demo.painter.people import REACH, figure
from dabir.demo.painter.registry import scene
from dabir.demo.painter.shapes import Shape, smooth


@scene("swimming")
def swimming(c: Canvas) -> None:
    """Swimmers in their lanes from above: water, floats, foam."""
    p = c.pal
    water = mix("#1f9fb8", p.mid, 0.3) if not p.dark else mix("#14679a", p.mid, 0.25)
    c.wash(lighter(water, 0.22), water, darker(water, 0.22), bottom=101)
    light = Shape()
    for _ in range(80):
        x, y = c.between(-8, 168), c.between(-5, 105)
        t = np.linspace(0, 1, 9)
        light.line(
            smooth(np.stack([x + t * c.between(9, 22), y + c.rng.normal(0, 1.1, 9)], 1), False),
            c.between(0.15, 0.5),
        )
    c.fill(light, lighter(water, 0.65), 0.4, 0.16)
    c.veil(darker(water, 0.4), 0.35, 4, 4)
    count = 3 + c.number % 2
    pitch = 100 / count
    for k in range(count + 1):
        y = pitch * k
        c.fill(Shape().rect(-2, y + pitch / 2 - 1.8, 164, 3.6), darker(water, 0.5), 0.3, 0.5)
        beads = {0: Shape(), 1: Shape()}
        for j in range(64):
            beads[(j // 4) % 2].rect(j * 2.6 - 2, y - 0.9, 2.3, 1.9, 0.8)
        c.fill(Shape().rect(-2, y + 0.8, 164, 2.2), darker(water, 0.6), 0.35, 0.5)
        c.fill(beads[0], fade(lighter(p.accent, 0.25), darker(p.accent, 0.2)))
        c.fill(beads[1], fade("#ffffff", "#c6ccd4"))
    for k in range(count):
        x = 84 + c.between(-34, 40)
        swimmer(
            c,
            x,
            pitch * (k + 0.5),
            pitch * 1.15,
            water,
            (p.accent, p.lamp, p.second)[(k + c.number) % 3],
            k % 2 == 0,
        )


def swimmer(c: Canvas, x: float, y: float, h: float, water: Ink, cap: Ink, left: bool) -> None:
    """A crawl swimmer from above, heading right, suited from neck to ankle."""
    s = -1 if left else 1
    suit = mix(mix(c.pal.near, "#16284f", 0.6), cap, 0.12)
    skin = c.pal.lit("#c88f69")
    c.fill(
        Shape().ellipse(x - h * 0.1, y + h * 0.14, h * 0.7, h * 0.16),
        darker(water, 0.6),
        0.4,
        h * 0.05,
    )
    wake = leaves(c, x - h * 0.95, y, h * 0.42, h * 0.16, 80, h * 0.03)
    c.fill(wake, "#ffffff", 0.6, 0.3)
    legs = (
        Shape()
        .limb((x - h * 0.2, y - h * 0.06), (x - h * 0.74, y - h * 0.1), h * 0.12, h * 0.05)
        .limb((x - h * 0.2, y + h * 0.06), (x - h * 0.72, y + h * 0.08), h * 0.12, h * 0.05)
    )
    body = Shape().blob(
        [
            (x + h * 0.34, y - h * 0.16),
            (x + h * 0.38, y),
            (x + h * 0.34, y + h * 0.16),
            (x - h * 0.2, y + h * 0.11),
            (x - h * 0.26, y),
            (x - h * 0.2, y - h * 0.11),
        ]
    )
    back = (
        Shape()
        .limb((x + h * 0.28, y - s * h * 0.15), (x + h * 0.02, y - s * h * 0.3), h * 0.08, h * 0.06)
        .limb((x + h * 0.02, y - s * h * 0.3), (x - h * 0.2, y - s * h * 0.24), h * 0.06, h * 0.04)
    )
    lead = (
        Shape()
        .limb(
            (x + h * 0.3, y + s * h * 0.15), (x + h * 0.56, y + s * h * 0.22), h * 0.085, h * 0.06
        )
        .limb((x + h * 0.56, y + s * h * 0.22), (x + h * 0.86, y + s * h * 0.1), h * 0.06, h * 0.04)
    )
    c.fill(legs.add(back), mix(suit, water, 0.3))
    c.fill(body.add(lead), fade(lighter(suit, 0.3), suit))
    c.fill(Shape().ellipse(x + h * 0.87, y + s * h * 0.095, h * 0.045, h * 0.03), skin)
    c.fill(
        Shape().ellipse(x + h * 0.45, y, h * 0.1, h * 0.09),
        halo(lighter(cap, 0.5), cap, darker(cap, 0.25), at=(0.4, 0.3)),
    )
    splash = Shape().dots(
        x + h * 0.84 + np.abs(c.rng.normal(0, h * 0.07, 30)),
        y + s * h * 0.1 + c.rng.normal(0, h * 0.07, 30),
        c.many(0.15, 0.7, 30),
    )
    c.fill(splash.add(leaves(c, x - h * 0.76, y, h * 0.16, h * 0.1, 30, h * 0.035)), "#ffffff", 0.9)


@scene("climbing")
def climbing(c: Canvas) -> None:
    """A climber on a sheer face, the rope below, peaks and cloud far beneath."""
    p = c.pal
    sky(c, 80, (c.between(100, 140), c.between(16, 40)), 8)
    streaks(c, 10, 40, 4, lighter(p.low, 0.3), 0.45)
    snow_cone(c, c.between(96, 130), 84, c.between(34, 46), 62)
    for k in range(4):
        c.fill(
            ridge(c, 76 + 7 * k, 26 - 5 * k, 0.54, 5),
            fade(p.plane(0.2 + 0.14 * k), mix(p.far, p.low, 0.5)),
        )
        c.mist(80 + 6 * k, 9, lighter(p.low, 0.3), 0.55)
    rock = p.lit(mix(p.earth, "#9a7358", 0.4))
    y = np.linspace(-4, 104, 26)
    edge = (
        70
        - 16 * np.sin(y * 0.022 + c.between(-0.4, 0.4))
        + c.rng.normal(0, 1.8, 26)
        + (y - 50) * c.between(-0.1, 0.16)
    )
    outline = np.stack([edge, y], 1)
    face = Shape().poly(np.concatenate([outline, [[-4, 104], [-4, -4]]]))
    c.fill(
        face,
        fade(
            mix(rock, p.near, 0.55), mix(rock, p.near, 0.2), lighter(rock, 0.2), angle=0, grain=0.16
        ),
    )
    for _ in range(26):
        px, py = c.between(-6, 66), c.between(-4, 100)
        facet = Shape().poly(
            [
                (px, py),
                (px + c.between(5, 16), py + c.between(-5, 3)),
                (px + c.between(4, 13), py + c.between(7, 20)),
                (px - c.between(0, 4), py + c.between(6, 16)),
            ]
        )
        c.fill(
            facet,
            lighter(rock, 0.3) if c.rng.random() < 0.45 else darker(rock, 0.55),
            0.22,
            0.1,
            face,
        )
    cracks = Shape()
    for _ in range(9):
        px, py = c.between(0, 62), c.between(-4, 80)
        cracks.line(
            [
                (px, py),
                (px + c.between(-3, 3), py + 8),
                (px + c.between(-5, 5), py + 17),
                (px + c.between(-6, 6), py + 27),
            ],
            0.3,
        )
    c.fill(cracks, darker(rock, 0.65), 0.7, 0, face)
    for k, (at, h) in enumerate(((62.0, 44.0), (104.0, 28.0))):
        x = float(np.interp(at - h * 0.5, y, edge)) + h * 0.2
        rope = smooth([(x, at - h * 0.45), (x + 3, at + 10), (x - 2, at + 30), (x + 1, 110)], False)
        c.fill(Shape().line(rope, 0.45), (p.lamp, p.accent)[k])
        figure(c, REACH, x, at, h, darker(p.near, 0.2), (p.accent, p.second)[k], True, -4)
        c.fill(
            Shape().ellipse(x - h * 0.02, at - h * 0.885, h * 0.068, h * 0.06),
            (p.lamp, p.accent)[k],
        )
    c.fill(flock(c, 120, 34, 10, 5, 4), darker(p.near, 0.1), 0.8)
