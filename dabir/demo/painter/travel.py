"""Scenes of travel: train, road and metro."""

from __future__ import annotations

import numpy as np

from dabir.demo.painter.buildings import floor_lines, rear_car
from dabir.demo.painter.canvas import Canvas, fade
from dabir.demo.painter.landscape import snow_cone
from dabir.demo.painter.nature import (
    cloud,
    conifer,
    flock,
    hill,
    ridge,
    sky,
)
from dabir.demo.painter.palette import darker, lighter, mix
from dabir.demo.painter.people import walkers
from dabir.demo.painter.registry import scene
from dabir.demo.painter.shapes import Shape, pointed_arch, smooth


@scene("train")
def train(c: Canvas) -> None:
    """A train crossing a tall stone viaduct before the mountains."""
    p, y = c.pal, 52.0 + c.between(-3, 3)
    sky(c, 70, (c.between(30, 130), c.between(14, 30)), 5)
    cloud(c, c.between(20, 140), 18, 32, p.low, 0.6)
    if c.number % 2:
        snow_cone(c, c.between(40, 120), 66, 46, 70)
    for k in range(3):
        layer = ridge(c, 64 + 6 * k, 30 - 7 * k, 0.5, 4)
        c.fill(layer, fade(p.plane(0.2 + 0.14 * k), mix(p.far, p.low, 0.5)))
        c.mist(68 + 5 * k, 10, lighter(p.low, 0.2), 0.5)
    stone = p.lit(mix("#b99b7c", p.earth, 0.3))
    deck, pitch = Shape().rect(-4, y, 168, 60), 23.0
    soffit = Shape()
    for k in range(8):
        x = -4 + pitch * k
        deck.poly(pointed_arch(x, 104, pitch * 0.72, 104 - y - 5), hole=True)
        soffit.poly(pointed_arch(x, 104, pitch * 0.72, 104 - y - 5)).poly(
            pointed_arch(x + 2.4, 104, pitch * 0.7, 101 - y - 4), True
        )
    c.fill(soffit, darker(stone, 0.5))
    c.fill(deck, fade(lighter(stone, 0.3), stone, mix(stone, p.near, 0.5)))
    joints = Shape()
    for k in range(18):
        joints.rect(-2, y + 3 + k * 3, 164, 0.15)
    c.fill(joints, darker(stone, 0.45), 0.35, 0, deck)
    c.fill(Shape().rect(-4, y - 1, 168, 1.8), lighter(stone, 0.4))
    c.fill(Shape().rect(-4, y + 1.2, 168, 0.8), darker(stone, 0.5), 0.5)
    carriages(c, y - 1.2)
    for k in range(2):
        bank = hill(c, 97 + 4 * k, 12, 2)
        green = mix(p.lit(p.leaf), p.near, 0.3 + 0.25 * k)
        c.fill(bank, fade(lighter(green, 0.15), darker(green, 0.3)))
        firs = Shape()
        for _ in range(20):
            firs.add(conifer(c.between(-3, 163), c.between(95, 105), c.between(7, 15)))
        c.fill(firs, fade(green, darker(green, 0.35)))
    c.fill(flock(c, c.between(40, 120), 24, 9, 6, 3), darker(p.near, 0.1), 0.7)


def carriages(c: Canvas, y: float) -> None:
    """A sleek train with lit windows, its nose to the right."""
    p = c.pal
    body, stripe, panes, wheels = Shape(), Shape(), Shape(), Shape()
    start = c.between(14, 34)
    nose = start + 5 * 22.0
    for k in range(6):
        x = start + (k - 1) * 22.0
        if k < 5:
            body.rect(x, y - 7.4, 21.4, 6.6, 0.7)
            for j in range(7):
                panes.rect(x + 1.4 + j * 2.8, y - 6, 2, 2.1, 0.4)
        for axle in (3.0, 6.0, 15.4, 18.4):
            wheels.ellipse(x + axle, y - 0.5, 0.75)
    x = nose - 22
    body.poly(
        smooth(
            [
                (x, y - 0.8),
                (x, y - 7.4),
                (x + 14, y - 7.4),
                (x + 21, y - 5),
                (x + 24, y - 1.6),
                (x + 22, y - 0.8),
            ],
            True,
        )
    )
    panes.poly([(x + 16, y - 6.3), (x + 19, y - 5.4), (x + 20.8, y - 3.8), (x + 16.4, y - 3.9)])
    stripe.rect(start - 26, y - 3, nose - start + 30, 0.9)
    c.fill(Shape().rect(start - 24, y - 1.6, nose - start + 24, 1.2), darker(p.near, 0.4))
    c.fill(wheels, "#14151c")
    c.fill(body, fade("#fffaf0", mix("#d8d6d4", p.far, 0.25), mix("#a7a5aa", p.near, 0.3)))
    c.fill(stripe, p.accent, 1.0, 0, body)
    c.fill(
        panes,
        fade(lighter(p.lamp, 0.3), p.lamp) if p.dark else fade(mix(p.top, p.near, 0.5), p.near),
    )
    c.glow(nose + 2, y - 2, 14, p.lamp, 0.7)


@scene("road")
def road(c: Canvas) -> None:
    """A road winding through open country to a snow cone, one car on it."""
    p, line = c.pal, 52.0
    land = p.lit(mix(p.earth, p.leaf, (0.0, 0.55, 0.25)[c.number % 3]))
    sky(c, 60, (c.between(30, 130), c.between(12, 30)), 5)
    for _ in range(2):
        cloud(c, c.between(10, 150), c.between(14, 30), c.between(20, 34), p.low, 0.6)
    if c.number % 3:
        snow_cone(c, c.between(50, 110), 58, 40, 70)
    for k in range(3):
        c.fill(
            ridge(c, line + 2 * k, 22 - 6 * k, 0.5, 4),
            fade(p.plane(0.22 + 0.16 * k), mix(p.far, p.low, 0.5)),
        )
        c.mist(line + 2, 8, lighter(p.low, 0.2), 0.4)
    c.wash(mix(land, p.low, 0.45), land, darker(land, 0.3), top=line + 2, bottom=101)
    c.veil(darker(land, 0.25), 0.55, 6, 16, line + 4, 100, 0.42)
    c.veil(lighter(land, 0.3), 0.5, 4, 14, line + 4, 100, 0.5)
    y = np.linspace(line + 2.5, 104, 120)
    t = (y - line - 2.5) / (104 - line - 2.5)
    bend = 1 if c.number % 2 else -1
    mid = 80 + bend * 26 * np.sin(t**0.5 * 8.5 + c.between(0, 1)) * (0.25 + t * 0.7) * (
        1 - t * 0.45
    )
    half = 0.5 + 30 * t**1.5

    def band(wide: float, off: float = 0.0) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
        left = np.stack([mid + (off - wide) * half, y], 1)
        right = np.stack([mid + (off + wide) * half, y], 1)
        return np.concatenate([left, right[::-1]])

    asphalt = mix(p.plane(0.75), "#4c4c58", 0.35)
    c.fill(Shape().poly(band(1.16)), lighter(land, 0.3))
    c.fill(Shape().poly(band(1.0)), fade(mix(asphalt, p.low, 0.5), asphalt, darker(asphalt, 0.25)))
    marks = Shape().poly(band(0.022, -0.88)).poly(band(0.022, 0.88))
    for k in range(14):
        a, b = int(118 * (k / 14) ** 0.75), int(118 * ((k + 0.45) / 14) ** 0.75) + 1
        marks.poly(
            np.concatenate(
                [
                    np.stack([mid[a:b] - half[a:b] * 0.03, y[a:b]], 1),
                    np.stack([mid[a:b] + half[a:b] * 0.03, y[a:b]], 1)[::-1],
                ]
            )
        )
    c.fill(marks, lighter(p.low, 0.6), 0.9)
    posts = Shape()
    for k in range(8):
        i = int(10 + 100 * (k / 7) ** 1.5)
        x, h = float(mid[i] + half[i] * 1.5), 2 + 26 * float(t[i])
        posts.limb((x, float(y[i])), (x, float(y[i]) - h), 0.15 + h * 0.02, 0.15 + h * 0.015)
        posts.line(
            [(x - h * 0.12, float(y[i]) - h * 0.92), (x + h * 0.12, float(y[i]) - h * 0.92)],
            0.1 + h * 0.012,
        )
    c.fill(posts, darker(p.near, 0.1), 0.9)
    i = 58 + c.number % 3 * 8
    rear_car(c, float(mid[i] + half[i] * 0.45), float(y[i]), float(half[i]) * 0.62, p.lit(p.accent))
    for _ in range(26):
        d = c.rng.random()
        at = int(20 + 95 * d)
        side = 1 if c.rng.random() < 0.5 else -1
        x = float(mid[at] + side * (half[at] * 1.3 + c.between(3, 60)))
        bush = Shape().dots(
            x + c.many(-2, 2, 7) * (0.4 + d),
            y[at] - c.many(0, 1.6, 7) * (0.4 + d),
            c.many(0.7, 1.2, 7) * (0.4 + d),
        )
        c.fill(
            bush,
            fade(
                lighter(mix(p.lit(p.leaf), land, 0.3), 0.1), darker(mix(p.leaf, p.near, 0.5), 0.1)
            ),
        )
    c.fill(flock(c, c.between(40, 120), 22, 9, 5, 3), darker(p.near, 0.1), 0.7)


@scene("metro", zoom=0.14)
def metro(c: Canvas) -> None:
    """A metro platform: a tiled vault, a train drawing in, people waiting."""
    p = c.pal
    v = (c.between(92, 112), 48.0)
    tile = mix(p.lit(p.second), p.wall, 0.45)
    c.wash(darker(tile, 0.35), mix(tile, p.near, 0.2), bottom=101)
    for k in range(11):
        t = (k / 10) ** 1.7
        r = 9 + 130 * t
        a = np.linspace(np.pi, 2 * np.pi, 60)
        arch = np.stack([v[0] + np.cos(a) * r * 1.05, v[1] + 9 + 30 * t + np.sin(a) * r * 0.72], 1)
        frame = (
            Shape()
            .rect(-6, -6, 172, 120)
            .poly(np.concatenate([arch, [[v[0] + r * 1.05, 140], [v[0] - r * 1.05, 140]]]), True)
        )
        ink = mix(lighter(tile, 0.5), darker(tile, 0.35), t**0.7)
        c.fill(
            frame,
            fade(darker(ink, 0.2), ink)
            if k % 2
            else fade(mix(ink, p.accent, 0.18), darker(ink, 0.1)),
        )
    lights = Shape()
    for side in (-1, 1):
        lights.poly(
            [
                (v[0] + side * 2, v[1] + 3),
                (v[0] + side * 2.8, v[1] + 3),
                (v[0] + side * 42, -4),
                (v[0] + side * 37, -4),
            ]
        )
    c.fill(lights, lighter(p.lamp, 0.5), 0.55, 1.2)
    c.fill(lights, "#fffbe8", 0.95, 0.15)
    c.glow(v[0], v[1] + 4, 30, lighter(p.lamp, 0.4), 0.8)
    floor = Shape().poly(
        [(v[0] - 1, v[1] + 9), (v[0] + 4, v[1] + 9), (v[0] + 40, 104), (-160, 104), (-160, 92)]
    )
    stone = mix(p.wall, p.plane(0.4), 0.45)
    c.fill(floor, fade(lighter(stone, 0.35), stone, darker(stone, 0.3)))
    c.fill(floor_lines(c, v, v[1] + 9, 26), darker(stone, 0.3), 0.35, 0, floor)
    c.fill(
        Shape().poly(
            [(v[0] + 2.4, v[1] + 9), (v[0] + 3.2, v[1] + 9), (v[0] + 34, 104), (v[0] + 26, 104)]
        ),
        "#f0c03a",
    )
    pit = Shape().poly(
        [(v[0] + 4, v[1] + 9), (v[0] + 9, v[1] + 9), (170, 82), (170, 104), (v[0] + 40, 104)]
    )
    c.fill(pit, fade(mix(p.near, p.lamp, 0.2), darker(p.near, 0.5)))
    carriage(c, v)
    for k in range(4):
        t = (k + 0.6) / 4
        h = 12 + 36 * t**1.3
        x = v[0] - 8 - 62 * t + c.between(-4, 4)
        walkers(
            c,
            2,
            x - h * 0.35,
            x + h * 0.35,
            v[1] + 12 + 34 * t**1.2,
            h,
            (darker(p.near, 0.25), darker(p.accent, 0.35), darker(p.second, 0.4))[k % 2 :],
            0.2,
        )


def carriage(c: Canvas, v: tuple[float, float]) -> None:
    """The train's flank and front, running to the vanishing point."""
    p = c.pal

    def at(x: float, y: float) -> tuple[float, float]:
        share = (x - v[0]) / 58.0
        return x, v[1] + (y - v[1]) * share

    far, near = v[0] + 5, v[0] + 70
    steel = mix("#e6e8ea", p.wall, 0.25)
    flank = Shape().poly([at(far, 22), at(near, 22), at(near, 84), at(far, 84)])
    c.fill(flank, fade(lighter(steel, 0.3), mix(steel, p.far, 0.3), mix(steel, p.near, 0.45)))
    c.fill(Shape().poly([at(far, 62), at(near, 62), at(near, 69), at(far, 69)]), p.accent)
    panes, doors = Shape(), Shape()
    edges = [6, 8, 10.5, 13.5, 17.5, 22.5, 29, 37, 47, 60]
    for k in range(len(edges) - 1):
        a, b = v[0] + edges[k] + 0.12 * edges[k], v[0] + edges[k + 1] - 0.06 * edges[k]
        if k % 3 == 2:
            doors.poly([at(a, 30), at(b, 30), at(b, 80), at(a, 80)])
        panes.poly([at(a, 33), at(b, 33), at(b, 54), at(a, 54)])
    c.fill(doors, darker(steel, 0.25))
    c.fill(panes, fade(lighter(p.lamp, 0.45), mix(p.lamp, p.wall, 0.4)))
