"""Scenes of water: sea, river, lake and wetland."""

from __future__ import annotations

import numpy as np

from dabir.demo.painter.canvas import Canvas, fade
from dabir.demo.painter.landscape import snow_cone
from dabir.demo.painter.nature import (
    cloud,
    conifer,
    flock,
    glitter,
    grass,
    palm,
    poplar,
    ridge,
    ripples,
    sky,
    streaks,
    tree,
)
from dabir.demo.painter.palette import Ink, darker, lighter, mix
from dabir.demo.painter.registry import scene
from dabir.demo.painter.shapes import Floats, Shape, pts, smooth


def lenj(c: Canvas, x: float, y: float, h: float, sail: Ink) -> None:
    """A lenj, the wooden sailing boat of the Gulf, with its mirror image below."""
    hull = Shape().blob(
        pts("-0.62 -0.2, -0.3 -0.12, 0.3 -0.13, 0.72 -0.3, 0.5 0.02, 0.1 0.06, -0.4 0.04")
    )
    mast = (
        Shape()
        .line([(0.05, -0.1), (0.09, -1.1)], 0.025)
        .line([(-0.42, -0.28), (0.5, -1.25)], 0.018)
    )
    cloth = Shape().poly(
        np.concatenate(
            [
                smooth(pts("-0.4 -0.3, 0.06 -0.7, 0.5 -1.23"), closed=False),
                smooth(pts("0.5 -1.23, 0.46 -0.7, 0.56 -0.28"), closed=False),
                smooth(pts("0.56 -0.28, 0.1 -0.22, -0.4 -0.3"), closed=False),
            ]
        )
    )
    dark = darker(c.pal.near, 0.15)
    c.fill(Shape().ellipse(x, y + h * 0.2, h * 0.5, h * 0.22), dark, 0.35, h * 0.05)
    c.fill(mast.placed(x, y, h), dark)
    c.fill(cloth.placed(x, y, h), fade(lighter(sail, 0.45), darker(sail, 0.15), angle=20))
    c.fill(hull.placed(x, y, h), fade(mix("#7a4a2c", c.pal.near, 0.4), dark))


def swell(c: Canvas, y: float, size: float) -> Floats:
    """One uneven wave line across the picture."""
    x = np.linspace(-3, 163, 140)
    a, b = c.many(0, 6, 2)
    return np.stack(
        [x, y + np.sin(x * 0.09 / size**0.3 + a) * size + np.sin(x * 0.23 + b) * size * 0.4], 1
    )


@scene("sea")
def sea(c: Canvas) -> None:
    """The open sea under a wide sky, a lenj sailing, waves rolling to the viewer."""
    p, line = c.pal, c.between(44, 58)
    sun = (c.between(38, 122), line - c.between(2, 16))
    sky(c, line, sun, c.between(5, 8))
    for _ in range(3):
        cloud(c, c.between(5, 155), c.between(12, line - 14), c.between(20, 42), p.low, 0.55)
    streaks(c, line - 14, line - 3, 4, lighter(p.low, 0.3), 0.5)
    if c.number % 2:
        c.fill(ridge(c, line, 9, 0.5, 2), fade(p.plane(0.25), mix(p.far, p.low, 0.3)), 0.9)
    water = mix(p.top, "#11636f" if not p.dark else p.near, 0.45)
    c.wash(mix(water, p.low, 0.6), water, darker(water, 0.35), top=line, bottom=101)
    c.fill(ripples(c, line + 1, 100, 150), lighter(mix(water, p.low, 0.5), 0.1), 0.35)
    c.fill(glitter(c, sun[0], line + 0.4, 82, 9, 150), lighter(p.sun, 0.2), 0.7)
    side = 1 if sun[0] < 80 else -1
    lenj(c, sun[0] + side * c.between(22, 34), line + c.between(4, 9), c.between(17, 25), p.accent)
    lenj(c, sun[0] - side * c.between(14, 26), line + 1.2, 6, p.wall)
    for k in range(5):
        y, size = 74 + k * 6.5, 0.5 + 0.28 * k
        top = swell(c, y, size)
        wave = Shape().poly(np.concatenate([top, [[163, 104], [-3, 104]]]))
        ink = darker(mix(water, p.mid, 0.25 - 0.05 * k), 0.06 + 0.06 * k)
        c.fill(wave, fade(lighter(ink, 0.18), ink, darker(ink, 0.2)), 0.35 + 0.12 * k)
        foam = Shape()
        for at in c.rng.integers(0, 118, 5):
            run = top[at : at + int(c.rng.integers(8, 18))]
            belly = np.sin(np.linspace(0, np.pi, len(run)))[:, None] * [0, 0.35 + 0.22 * k]
            foam.poly(np.concatenate([run - [0, 0.06], (run + belly)[::-1]]))
        c.fill(foam, lighter(p.low, 0.6), 0.75, 0.06)
    c.fill(flock(c, c.between(40, 120), 24, 12, 6, 4.5), lighter(p.low, 0.6), 0.9)


@scene("river")
def river(c: Canvas) -> None:
    """A river winding out of the mountains through meadows and poplars."""
    p = c.pal
    meadow = p.lit(p.leaf)
    sky(c, 55, (c.between(50, 120), c.between(12, 28)))
    cloud(c, c.between(20, 60), 20, 34, p.low, 0.7)
    cloud(c, c.between(100, 150), 28, 24, p.low, 0.6)
    if c.number % 2:
        snow_cone(c, c.between(50, 110), 54, c.between(30, 38), 55)
    for k in range(3):
        c.fill(
            ridge(c, 52 + 3 * k, 20 - 5 * k, 0.48, 3 + k),
            fade(p.plane(0.2 + 0.15 * k), mix(p.far, p.low, 0.45)),
        )
        c.mist(54 + 3 * k, 8, lighter(p.low, 0.2), 0.5)
    c.wash(
        mix(meadow, p.low, 0.45), meadow, darker(mix(meadow, p.near, 0.3), 0.2), top=55, bottom=101
    )
    c.veil(mix(meadow, p.earth, 0.7), 0.55, 5, 12, 56, 100, 0.4)
    y = np.linspace(56, 104, 80)
    t = (y - 56) / 48
    sway = c.between(0.5, 1.0) * (1 if c.number % 2 else -1)
    mid = c.between(70, 90) + sway * 34 * np.sin(t**0.6 * 7.5 + c.between(0, 2)) * (0.3 + 0.8 * t)
    half = 0.8 + 24 * t**1.7
    bank = np.concatenate(
        [np.stack([mid - half * 1.12 - 0.4, y], 1), np.stack([mid + half * 1.12 + 0.4, y], 1)[::-1]]
    )
    bed = np.concatenate([np.stack([mid - half, y], 1), np.stack([mid + half, y], 1)[::-1]])
    c.fill(Shape().poly(bank), p.lit(lighter(p.earth, 0.2)), 0.9, 0.3)
    blue = mix(p.top, p.mid, 0.45)
    stream = Shape().poly(bed)
    c.fill(stream, fade(lighter(p.low, 0.35), mix(blue, p.low, 0.25), darker(blue, 0.15)))
    flow = Shape()
    for at in np.linspace(-0.9, 0.9, 13):
        for _ in range(3):
            a = int(c.rng.integers(4, 60))
            b = a + int(c.rng.integers(6, 20))
            flow.line(np.stack([mid[a:b] + at * half[a:b], y[a:b]], 1), 0.14 + 0.3 * a / 80)
    c.fill(flow, lighter(p.low, 0.6), 0.45, 0.08, stream)
    for k in range(16):
        d = k / 15
        at = int(8 + 60 * d**1.2)
        side = 1 if k % 2 else -1
        x = float(mid[at] + side * (half[at] * 1.15 + c.between(2, 22) * (0.4 + d)))
        tall = 5 + 17 * d
        ink = mix(mix(p.far, meadow, 0.7), darker(mix(p.near, meadow, 0.35), 0.1), 0.35 + 0.65 * d)
        c.fill(Shape().ellipse(x + tall * 0.25, y[at], tall * 0.35, tall * 0.04), p.near, 0.3, 0.3)
        if k % 3 == 0 and d > 0.3:
            tree(c, x, float(y[at]), tall, ink)
        else:
            c.fill(
                poplar(x, float(y[at]), tall), fade(lighter(ink, 0.22), darker(ink, 0.15), angle=20)
            )
    blades = grass(c, 92, 104, 150, 8)
    c.fill(
        blades,
        fade(meadow, darker(mix(meadow, p.near, 0.6), 0.2)),
        0.95,
        clip=Shape()
        .poly([(-5, 70), *bank[:80].tolist(), (-5, 110)])
        .poly([(165, 70), *bank[:79:-1].tolist(), (165, 110)]),
    )


@scene("lake")
def lake(c: Canvas) -> None:
    """A still lake doubling the mountains, with a jetty or a rowing boat."""
    p, line = c.pal, c.between(54, 60)
    sky(c, line + 6, (c.between(40, 120), c.between(12, 30)))
    streaks(c, 8, 34, 6, lighter(p.low, 0.3), 0.45)
    for _ in range(2):
        cloud(c, c.between(10, 150), c.between(16, 30), c.between(16, 30), p.low, 0.6)
    if c.number % 3 == 1:
        snow_cone(c, c.between(50, 110), line, 38, 70)
    for k in range(3):
        layer = ridge(c, line - 1 + k, 30 - 10 * k, 0.52, 4 + k)
        c.fill(layer, fade(p.plane(0.25 + 0.2 * k), mix(p.plane(0.2 * k), p.low, 0.4)))
        c.mist(line - 3, 7, lighter(p.low, 0.2), 0.45)
    shore = Shape()
    for _ in range(60):
        x = c.between(-4, 164)
        shore.add(conifer(x, line + 0.6, c.between(4, 9) * (1 + abs(x - 80) / 110)))
    shore.rect(-2, line - 0.4, 164, 1.4)
    wood = darker(mix(p.plane(0.75), p.leaf, 0.25), 0.05)
    c.fill(shore, fade(lighter(wood, 0.1), wood))
    c.mirror(line + 0.8, 0.8, mix(p.top, p.near, 0.3), 0.26, 1.25)
    c.fill(ripples(c, line + 2, 100, 90), lighter(p.low, 0.4), 0.3)
    c.mist(line + 1, 3, lighter(p.low, 0.4), 0.4)
    if c.number % 2:
        jetty(c, c.between(46, 76))
    else:
        lenj(c, c.between(50, 110), 78, 15, p.accent)
    reeds = grass(c, 96, 105, 90, 16, 0.5)
    c.fill(
        reeds, darker(p.near, 0.25), 0.95, clip=Shape().rect(-5, 60, 42, 50).rect(132, 60, 42, 50)
    )


def jetty(c: Canvas, x: float) -> None:
    """A plank jetty running out from the near shore."""
    wood = c.pal.lit("#a37850")
    piles = Shape()
    for k in range(4):
        y, w = 76 + k * k * 2.4, 4 + k * 3.2
        for side in (-1, 1):
            piles.rect(x + k * 5 + side * w - 0.6, y - 2, 1.1 + 0.3 * k, 7 + k * 2)
    c.fill(piles, darker(wood, 0.6))
    deck = [(x - 4, 75), (x + 4, 75), (x + 42, 104), (x - 8, 104)]
    c.fill(Shape().poly([(a, b + 1.3) for a, b in deck]), darker(wood, 0.65))
    c.fill(Shape().poly(deck), fade(lighter(wood, 0.35), wood))
    gaps = Shape()
    for k in range(16):
        t = (k / 16) ** 1.6
        y = 75 + 29 * t
        gaps.line([(x - 4 - 4 * t, y), (x + 4 + 38 * t, y)], 0.12 + 0.28 * t)
    c.fill(gaps, darker(wood, 0.5), 0.7)


def heron(x: float, y: float, h: float, flip: bool) -> Shape:
    """A wading heron's silhouette."""
    body = Shape().blob(pts("-0.3 -0.45, -0.1 -0.6, 0.14 -0.58, 0.2 -0.5, 0.05 -0.4, -0.2 -0.38"))
    body.curve(pts("0.14 -0.54, 0.28 -0.66, 0.16 -0.82, 0.24 -0.95"), 0.05)
    body.poly(pts("0.2 -1.0, 0.3 -0.98, 0.52 -0.93, 0.27 -0.91"))
    body.line(pts("0.0 -0.42, 0.03 -0.2, 0 0"), 0.022).line([(0.05, -0.42), (0.1, 0)], 0.022)
    return body.placed(x, y, h, 0, flip)


@scene("wetland")
def wetland(c: Canvas) -> None:
    """Reeds, still pools, a wading heron and a flight of migrant birds."""
    p, line = c.pal, c.between(46, 54)
    sun = (c.between(40, 120), line - c.between(6, 20))
    sky(c, line + 5, sun, 6)
    streaks(c, 8, line - 8, 7, lighter(p.low, 0.3), 0.5)
    for k in range(2):
        c.fill(ridge(c, line, 12 - 6 * k, 0.45, 3), mix(p.plane(0.2 + 0.25 * k), p.low, 0.2))
    if c.number % 3 == 0:
        palms = Shape()
        for _ in range(9):
            palms.add(palm(c, c.between(0, 160), line + 1, c.between(8, 13)))
        c.fill(palms, p.plane(0.6))
    c.mirror(line + 0.5, 0.9, mix(p.top, p.near, 0.2), 0.16, 1.1)
    c.fill(glitter(c, sun[0], line + 1, 96, 7, 90), lighter(p.sun, 0.3), 0.6)
    reed = mix(p.lit("#9a8a4a"), p.leaf, 0.35)
    for k in range(5):
        t = k / 4
        y = line + 3 + 40 * t**1.3
        for _ in range(5 - k // 2):
            x, w = c.between(-10, 170), (14 + 18 * t) * c.between(0.6, 1.3)
            ink = mix(mix(p.plane(0.35), reed, 0.6), darker(mix(p.near, reed, 0.25), 0.1), t)
            c.fill(Shape().ellipse(x, y + 0.4, w, 0.6 + 1.4 * t), ink, 0.9)
            tuft = grass(c, y - 0.5, y + 0.8, 46, 6 + 15 * t, 0.4)
            squeezed = tuft.placed(-80, 0).stretched(w / 92, 1).placed(x, 0)
            c.fill(squeezed, fade(lighter(ink, 0.3), ink))
    at = c.between(60, 100)
    c.fill(heron(at, 84, 22, c.number % 2 == 0), darker(p.near, 0.2))
    c.fill(heron(at, 84, 22, c.number % 2 == 0).placed(0, 168).stretched(1, 1), p.near, 0.0)
    c.fill(Shape().ellipse(at, 84.5, 5, 0.5), lighter(p.low, 0.4), 0.6, 0.2)
    c.fill(Shape().ellipse(at, 88, 1.6, 4), p.near, 0.35, 0.6)
    front = grass(c, 98, 106, 110, 40, 0.25)
    c.fill(
        front,
        fade(mix(reed, p.near, 0.4), darker(p.near, 0.3)),
        clip=Shape().rect(-5, 0, 40, 110).rect(138, 0, 30, 110),
    )
    heads = Shape()
    for _ in range(16):
        x = c.between(0, 32) if c.rng.random() < 0.6 else c.between(140, 160)
        heads.limb((x, c.between(64, 80)), (x + c.between(-1, 1), 58 + c.between(-4, 8)), 1.6, 1.2)
    c.fill(heads, p.lit("#6b3f22"))
    c.fill(flock(c, c.between(60, 110), 20, 16, 14, 5), darker(p.near, 0.1), 0.85)
