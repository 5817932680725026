"""Scenes of the land: mountains, desert, forest and night sky."""

from __future__ import annotations

import numpy as np

from dabir.demo.painter.canvas import Canvas, fade
from dabir.demo.painter.nature import (
    cone,
    conifer,
    flock,
    hill,
    leaves,
    ridge,
    sky,
    stars,
    streaks,
)
from dabir.demo.painter.palette import darker, lighter, mix
from dabir.demo.painter.people import man
from dabir.demo.painter.registry import scene
from dabir.demo.painter.shapes import Floats, Shape, pts, smooth


def snow_cone(c: Canvas, x: float, base: float, height: float, spread: float) -> None:
    """A Damavand-like cone with a ragged cap, its far side in shade."""
    p = c.pal
    body, cap = cone(c, x, base, height, spread)
    c.fill(body, fade(p.plane(0.35), mix(p.far, p.low, 0.35)))
    snow = lighter(mix(p.sun, p.low, 0.3), 0.3)
    c.fill(cap, fade(snow, mix(snow, p.far, 0.25)))
    edge = [
        (x, base - height - 6),
        (x + 2, base - height * 0.8),
        (x - 3, base - height * 0.55),
        (x + 5, base - height * 0.25),
        (x - 2, base + 20),
        (x + spread, base + 20),
        (x + spread, base - height - 6),
    ]
    c.fill(Shape().poly(edge), p.plane(0.7), 0.4, 0.35, body)
    gullies = Shape()
    for t in c.many(-0.5, 0.5, 16):
        top = base - height * c.between(0.45, 0.7)
        gullies.limb((x + t * spread * 0.45, top), (x + t * spread, top + height * 0.3), 0.35, 1.6)
    c.fill(gullies, p.plane(0.75), 0.22, 0.5, body)


@scene("mountains")
def mountains(c: Canvas) -> None:
    """A snow-capped cone behind layered ridges, with mist in the valleys."""
    p, kind = c.pal, c.number % 3
    x = c.between(45, 115)
    sky(c, 70, (x + c.between(26, 42) * (1 if x < 80 else -1), c.between(14, 32)))
    streaks(c, 6, 34, 5, lighter(p.low, 0.3), 0.45)
    if kind == 1:
        for k in range(2):
            base = ridge(c, 66 + k * 5, 48 - k * 14, 0.56, 4 + k)
            c.fill(base, fade(p.plane(0.2 + 0.2 * k), mix(p.far, p.low, 0.5)))
            c.veil(lighter(p.sun, 0.2), 0.55 - 0.15 * k, 10, 16, 18, 66, 0.52, base)
    else:
        snow_cone(c, x, 74, c.between(48, 58), c.between(74, 96))
    for k in range(5):
        depth = 0.3 + 0.16 * k
        c.mist(64 + k * 6, 12, lighter(p.low, 0.1), 0.55)
        layer = ridge(c, 73 + k * 8, 20 - k * 1.5, 0.46 + 0.02 * (kind == 2), 4 + k)
        c.fill(layer, fade(p.plane(depth), mix(p.plane(depth), p.low, 0.3 - 0.06 * k)))
    if kind == 2:
        firs = Shape()
        for _ in range(34):
            firs.add(conifer(c.between(-3, 163), c.between(98, 106), c.between(8, 17)))
        c.fill(firs, fade(p.plane(0.95), darker(p.near, 0.4)))
    c.fill(flock(c, x + 16, 30, 8, 7, 2.6), darker(p.near, 0.1), 0.7)


def dune(c: Canvas, x: float, y: float, w: float, h: float) -> tuple[Shape, Shape]:
    """A dune and its shaded lee, parted by a winding crest."""
    left = smooth(
        [(x - w, y), (x - w * 0.5, y - h * 0.42), (x - w * 0.15, y - h * 0.85), (x, y - h)],
        closed=False,
    )
    right = smooth(
        [(x, y - h), (x + w * 0.3, y - h * 0.55), (x + w * 0.75, y - h * 0.2), (x + w, y)],
        closed=False,
    )
    sway = c.between(-0.2, 0.2) * w
    crest = smooth(
        [
            (x, y - h),
            (x + w * 0.07 + sway * 0.4, y - h * 0.66),
            (x - w * 0.05 + sway, y - h * 0.35),
            (x + w * 0.1 + sway, y - h * 0.1),
            (x + w * 0.5, y + h * 0.06),
            (x + w, y),
        ],
        closed=False,
    )
    foot = [(x + w * 2, y), (x + w * 2, 106.0), (x - w * 2, 106.0), (x - w * 2, y)]
    whole = Shape().poly(np.concatenate([left, right, foot]))
    lee = Shape().poly(np.concatenate([crest, right[::-1]]))
    return whole, lee


@scene("desert")
def desert(c: Canvas) -> None:
    """Dunes in low light, their crests winding, and a small caravan of camels."""
    p = c.pal
    sand = p.lit(mix("#dfa566", p.earth, 0.35))
    sx = c.between(25, 70)
    sky(c, 62, (sx, c.between(16, 44)), c.between(4, 7))
    c.veil(lighter(p.low, 0.2), 0.3, 2, 8, 5, 50)
    c.fill(ridge(c, 60, 12, 0.5, 4), fade(mix(p.far, p.low, 0.2), mix(p.far, p.low, 0.6)))
    for k in range(7):
        t = k / 6
        x = c.between(0, 160) if k < 5 else c.between(20, 60) + (k - 5) * 70
        whole, lee = dune(c, x, 62 + t * 40, 90 + 40 * t, 6 + 15 * t)
        lit = mix(lighter(sand, 0.22), p.low, 0.45 * (1 - t))
        shade = mix(darker(mix(sand, p.near, 0.3), 0.12), p.far, 0.5 * (1 - t))
        c.fill(whole, fade(lighter(lit, 0.12), mix(lit, shade, 0.35), angle=75))
        c.fill(lee, fade(mix(lit, shade, 0.75), shade, mix(lit, shade, 0.5)), 0.95, 0.15, whole)
        if k == 4:
            caravan(c, c.between(55, 80), 77, 6)
    wind = Shape()
    for k in range(26):
        y = 84 + k * 0.75
        xs = np.linspace(-3, 163, 40)
        ys = y + np.sin(xs * 0.11 + k * 0.35) * 0.9 + rough(c, 40) * 0.8
        wind.line(np.stack([xs, ys], 1), 0.16)
    c.fill(wind, lighter(sand, 0.5), 0.16)


def rough(c: Canvas, count: int) -> Floats:
    """Small random jitter."""
    return c.rng.normal(0, 0.4, count)


def camel() -> Shape:
    """A camel's side view, one unit high at the hump, feet at the origin."""
    out = Shape().blob(
        pts(
            "-0.42 -0.62, -0.2 -0.78, -0.02 -1.0, 0.16 -0.8, 0.34 -0.72, 0.5 -0.6, 0.6 -0.75, "
            "0.66 -1.0, 0.76 -1.05, 0.9 -0.97, 0.78 -0.9, 0.72 -0.7, 0.56 -0.45, 0.34 -0.44, "
            "-0.3 -0.42"
        )
    )
    for x, step in ((-0.34, -0.06), (-0.26, 0.08), (0.28, 0.07), (0.36, -0.05)):
        out.limb((x, -0.5), (x + step, -0.02), 0.11, 0.05)
    return out.curve(pts("-0.42 -0.6, -0.5 -0.48, -0.48 -0.35"), 0.03)


def caravan(c: Canvas, x: float, y: float, h: float) -> None:
    """Four camels in file and their leader, with long shadows."""
    ink = darker(c.pal.near, 0.15)
    for k in range(4):
        at = x + k * h * 1.75
        c.fill(
            Shape().limb((at, y), (at + h * 1.3, y + h * 0.25), h * 0.5, h * 0.2), ink, 0.25, 0.3
        )
        c.fill(camel().placed(at, y, h), ink)
    c.fill(man(1).placed(x + h * 7.3, y, h * 0.85), ink)


@scene("forest")
def forest(c: Canvas) -> None:
    """A Hyrcanian beech wood: trunks fading into lit mist, a path, light in shafts."""
    p = c.pal
    leaf = p.lit(p.leaf)
    c.wash(mix(leaf, p.mid, 0.5), lighter(mix(p.low, leaf, 0.25), 0.35), mix(leaf, p.low, 0.4))
    light = c.between(55, 105)
    c.glow(light, 34, 75, lighter(p.sun, 0.2), 0.85)
    for k in range(5):
        t = k / 4
        ink = mix(mix(p.low, leaf, 0.45), darker(mix(p.near, leaf, 0.2), 0.25), t**0.8)
        crown = leaves(c, 80, -8 + 2 * k, 104, 33 - 4 * k, 420, 2.7)
        trunks = Shape()
        for _ in range(13 - 2 * k):
            x = c.between(-5, 165)
            if abs(x - light) < 9 * k:
                x += 24 if x > light else -24
            w, lean = (1.0 + 3.3 * t**1.6) * c.between(0.7, 1.3), c.between(-4, 4)
            trunks.limb((x, 70 + 10 * k), (x + lean, -5), w * 1.3, w * 0.8)
            trunks.poly([(x - w * 1.5, 72 + 10 * k), (x, 56 + 8 * k), (x + w * 1.5, 72 + 10 * k)])
            for side in (-1, 1):
                fork = c.between(8, 40)
                trunks.limb((x + lean * 0.6, fork), (x + lean + side * 13, fork - 16), w * 0.5, 0.2)
        c.fill(trunks, fade(ink, mix(ink, p.low, 0.2 * (1 - t)), angle=80))
        c.fill(
            crown, fade(mix(ink, leaf, 0.55), lighter(mix(ink, leaf, 0.7), 0.12), grain=0.2), 0.9
        )
        ground = hill(c, 72 + 7 * k, 5, 3)
        floor = mix(ink, p.lit(mix("#b57a3c", p.accent, 0.3)), 0.42)
        c.fill(ground, fade(lighter(floor, 0.22 * (1 - t)), darker(floor, 0.15)))
        if k < 4:
            c.mist(66 + 5 * k, 16, lighter(p.low, 0.3), 0.3)
    path = smooth(
        [
            (light - 1, 73),
            (light + 4, 80),
            (light - 8, 88),
            (light - 16, 104),
            (light + 26, 104),
            (light + 12, 88),
            (light + 9, 80),
            (light + 2, 73),
        ]
    )
    c.fill(Shape().poly(path), fade(lighter(p.low, 0.3), p.lit("#c59a68")), 0.8, 0.6)
    shafts = Shape()
    for k in range(4):
        a = light - 34 + k * 20
        shafts.poly([(a + 20, -2), (a + 26, -2), (a + 4 + k * 3, 92), (a - 10 + k * 3, 92)])
    c.fill(shafts, lighter(p.sun, 0.3), 0.16, 1.6)
    fallen = Shape().dots(
        c.many(0, 160, 260), 78 + 24 * c.rng.random(260) ** 0.7, c.many(0.12, 0.5, 260)
    )
    c.fill(fallen, p.lit(mix(p.accent, "#e7a13d", 0.5)), 0.75)


@scene("night-sky")
def night_sky(c: Canvas) -> None:
    """The Milky Way over dark ridges, one lit tent and a fire's glow."""
    p = c.pal
    deep = ("#070b22", "#0d1030", "#06141f", "#140a26", "#0a1a2c")[c.number % 5]
    tone = mix(p.mid, p.accent, 0.2)
    c.wash(deep, mix(deep, tone, 0.3), mix(deep, p.low, 0.55), bottom=90)
    slope = c.between(-0.75, 0.75)
    x0 = 80 + c.between(-25, 25)
    for wide, ink, strength in (
        (26, tone, 0.5),
        (15, lighter(p.low, 0.2), 0.5),
        (7, "#fff1dd", 0.42),
    ):
        band = Shape().poly(
            [
                (x0 - slope * 60 - wide, -20),
                (x0 - slope * 60 + wide, -20),
                (x0 + slope * 60 + wide, 110),
                (x0 + slope * 60 - wide, 110),
            ]
        )
        c.fill(band, ink, strength * 0.55, wide * 0.45)
    for down in range(0, 100, 9):
        at = x0 + slope * (down - 45) * 1.2 + c.rng.normal() * 3
        lane = np.degrees(np.arctan2(1, slope * 1.2)) + c.between(-12, 12)
        dust = Shape().ellipse(at, down, c.between(7, 15), c.between(1, 2.6), float(lane))
        c.fill(dust, darker(deep, 0.3), 0.42, 1.9)
    stars(c, 420, 100, 0.85)
    n = 700
    deep_y = c.many(-5, 92, n)
    x = x0 + slope * (deep_y - 45) * 1.2 + c.rng.normal(0, 11, n)
    c.fill(Shape().dots(x, deep_y, c.rng.gamma(1.2, 0.06, n) + 0.06), "#fff6e0", 0.8)
    for _ in range(9):
        spot = (c.between(5, 155), c.between(3, 60))
        c.glow(*spot, 2.6, "#ffffff", 0.7)
        c.fill(Shape().ellipse(*spot, 0.32), "#ffffff")
    if c.number % 2:
        a, b = c.between(20, 120), c.between(8, 25)
        c.fill(Shape().limb((a, b), (a + 17, b + 7), 0.05, 0.4), "#ffffff", 0.8)
    c.mist(84, 22, mix(p.low, p.accent, 0.3), 0.45)
    for k in range(3):
        layer = ridge(c, 86 + 6 * k, 17 - 4 * k, 0.48, 3 + k)
        c.fill(layer, fade(mix(deep, tone, 0.3 - 0.12 * k), darker(deep, 0.35 + 0.1 * k)))
    camp(c, c.between(30, 60) if slope > 0 else c.between(100, 130), 94)


def camp(c: Canvas, x: float, y: float) -> None:
    """A small tent lit from within and a figure looking up."""
    c.glow(x, y - 2, 22, c.pal.lamp, 0.5)
    c.fill(
        Shape().poly([(x - 8, y), (x - 1, y - 9), (x + 9, y)]),
        fade("#fff0b8", "#f0a03c", "#a8501f"),
    )
    c.fill(Shape().poly([(x - 1, y - 9), (x + 9, y), (x + 4, y)]), "#7c3216", 0.55)
    c.fill(Shape().limb((x - 1, y - 9.3), (x + 1, y), 0.15, 0.3), "#5a2412")
    c.fill(man().placed(x + 17, y + 0.5, 7), "#05070f")
