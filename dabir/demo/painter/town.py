"""Scenes of the town: skyline, street and rain."""

from __future__ import annotations

from dabir.demo.painter.buildings import block, lamp_post, rear_car, roofline
from dabir.demo.painter.canvas import Canvas, fade
from dabir.demo.painter.landscape import snow_cone
from dabir.demo.painter.nature import (
    cloud,
    cypress,
    flock,
    leaves,
    ridge,
    ripples,
    sky,
    streaks,
    tree,
)
from dabir.demo.painter.palette import Ink, darker, lighter, mix
from dabir.demo.painter.people import person, walkers, woman
from dabir.demo.painter.registry import scene
from dabir.demo.painter.shapes import Shape, smooth


def tall_tower(x: float, y: float, h: float) -> Shape:
    """A telecommunication tower with its pod."""
    return (
        Shape()
        .limb((x, y), (x, y - h * 0.72), h * 0.07, h * 0.028)
        .poly(
            [
                (x - h * 0.03, y - h * 0.64),
                (x + h * 0.03, y - h * 0.64),
                (x + h * 0.075, y - h * 0.71),
                (x + h * 0.06, y - h * 0.76),
                (x - h * 0.06, y - h * 0.76),
                (x - h * 0.075, y - h * 0.71),
            ]
        )
        .limb((x, y - h * 0.75), (x, y - h), h * 0.022, h * 0.004)
    )


@scene("city-skyline")
def city_skyline(c: Canvas) -> None:
    """A great city under the mountains, from its parks to the hazy far blocks."""
    p = c.pal
    sky(c, 60, (c.between(30, 130), c.between(12, 32)))
    streaks(c, 8, 30, 5, lighter(p.low, 0.3), 0.45)
    for _ in range(2):
        cloud(c, c.between(10, 150), c.between(14, 26), c.between(18, 34), p.low, 0.55)
    if c.number % 2:
        snow_cone(c, c.between(30, 130), 62, 34, 60)
    for k in range(2):
        far = ridge(c, 60 + 2 * k, 30 - 10 * k, 0.52, 4)
        c.fill(far, fade(p.plane(0.2 + 0.14 * k), mix(p.far, p.low, 0.6)))
        if k == 0:
            c.veil(lighter(p.low, 0.4), 0.5, 12, 20, 25, 50, 0.55, far)
    lamps = 0.45 if p.dark else 0.12
    for k in range(3):
        ink = mix(p.plane(0.25 + 0.16 * k), p.low, 0.25 - 0.08 * k)
        c.fill(roofline(c, 64 + 5 * k, 5, 15 + 4 * k, (3, 7)), fade(ink, mix(ink, p.low, 0.35)))
        if k == 0:
            c.fill(tall_tower(c.between(35, 125), 66, 46), fade(p.plane(0.55), p.plane(0.35)))
        c.mist(68 + 5 * k, 9, lighter(p.low, 0.2), 0.5)
    for k in range(13):
        x = -6 + k * 13 + c.between(-3, 3)
        ink = p.lit(
            mix(
                mix(p.wall, p.plane(0.6), 0.45 if not p.dark else 0.75),
                (p.accent, p.second, p.earth)[k % 3],
                0.22,
            )
        )
        block(c, x, 95, c.between(9, 14), c.between(14, 34), ink, lamps)
    park = Shape().add(leaves(c, 80, 99, 92, 6, 150, 3))
    green = darker(mix(p.lit(p.leaf), p.near, 0.45), 0.05)
    c.fill(park, fade(lighter(green, 0.2), darker(green, 0.35), grain=0.2))
    firs = Shape()
    for x in c.many(0, 160, 9):
        firs.add(cypress(float(x), 101, c.between(9, 15)))
    c.fill(firs, fade(green, darker(green, 0.4)))
    c.fill(flock(c, c.between(50, 110), 26, 9, 7, 3), darker(p.near, 0.1), 0.7)


def facade(
    c: Canvas,
    near: float,
    far: float,
    top: float,
    foot: float,
    ink: Ink,
    vanish: tuple[float, float],
    shops: bool = True,
) -> None:
    """A street front from x = near to x = far, all its lines running to the vanishing point."""

    def at(x: float, y: float) -> tuple[float, float]:
        share = (x - vanish[0]) / (near - vanish[0])
        return x, vanish[1] + (y - vanish[1]) * share

    def pane(x0: float, x1: float, y0: float, y1: float) -> list[tuple[float, float]]:
        return [at(x0, y0), at(x1, y0), at(x1, y1), at(x0, y1)]

    c.fill(
        Shape().poly(pane(near, far, top, foot)),
        fade(lighter(ink, 0.15), ink, angle=0 if far > near else 180),
    )
    rows, cols = max(2, int((foot - top) / 16)), 4
    on, off, sills = Shape(), Shape(), Shape()
    for r in range(rows):
        y0 = top + (foot - top) * (r + 0.22) / rows
        y1 = top + (foot - top) * (r + 0.8) / rows
        for k in range(cols):
            a = near + (far - near) * (k + 0.2) / cols
            b = near + (far - near) * (k + 0.78) / cols
            if r == rows - 1 and shops:
                continue
            (on if c.rng.random() < (0.5 if c.pal.dark else 0.2) else off).poly(pane(a, b, y0, y1))
            sills.poly(pane(a, b, y1, y1 + 1.2))
    c.fill(off, mix(darker(ink, 0.45), c.pal.mid, 0.3))
    c.fill(sills, lighter(ink, 0.35))
    if on.strokes:
        c.fill(on, fade(lighter(c.pal.lamp, 0.3), c.pal.lamp))
    if shops:
        y0 = top + (foot - top) * (rows - 0.86) / rows
        c.fill(
            Shape().poly(pane(near, far, y0 + 3, foot - 2)),
            fade(lighter(c.pal.lamp, 0.35), mix(c.pal.lamp, c.pal.accent, 0.35)),
        )
        c.fill(
            Shape().poly(pane(near, far, y0, y0 + 5)),
            (c.pal.accent, c.pal.second, c.pal.leaf)[int(abs(far * 7)) % 3],
        )


def street_fronts(c: Canvas, vanish: tuple[float, float], shops: bool = True) -> None:
    """Both sides of a street, far fronts first."""
    p = c.pal
    for side in (-1, 1):
        edges = [6, 13, 24, 40, 62, 100]
        for k in range(5):
            near, far = vanish[0] + side * edges[k + 1], vanish[0] + side * edges[k]
            depth = k / 4
            scale = edges[k + 1]
            ink = p.lit(mix(mix(p.wall, p.earth, c.between(0.1, 0.7)), p.far, 0.75 - 0.65 * depth))
            ink = mix(ink, p.near, 0.3 if p.dark else 0.08)
            if side > 0:
                ink = darker(ink, 0.22)
            tall = c.between(0.62, 1.0)
            facade(
                c,
                near,
                far,
                vanish[1] - scale * tall,
                vanish[1] + scale * 0.36,
                ink,
                vanish,
                shops and k >= 1,
            )


@scene("city-street", zoom=0.12)
def city_street(c: Canvas) -> None:
    """A tree-lined avenue running to the mountains, with walkers, a car and long shadows."""
    p = c.pal
    vanish = (c.between(64, 96), c.between(56, 62))
    sky(c, 62, (vanish[0] + c.between(-8, 8), c.between(22, 38)), 5)
    c.fill(ridge(c, vanish[1] - 2, 20, 0.5, 5), fade(p.plane(0.3), mix(p.far, p.low, 0.6)))
    c.mist(vanish[1], 12, lighter(p.low, 0.2), 0.5)
    paving = p.lit(mix(p.wall, p.far, 0.35))
    c.wash(mix(paving, p.low, 0.6), paving, darker(paving, 0.35), top=vanish[1], bottom=101)
    road = Shape().poly([vanish, (vanish[0] + 66, 104), (vanish[0] - 66, 104)])
    asphalt = mix(p.plane(0.7), "#5a5a66", 0.3)
    c.fill(road, fade(mix(asphalt, p.low, 0.55), asphalt, darker(asphalt, 0.25)))
    dashes = Shape()
    for k in range(7):
        a, b = 0.1 + (k / 7) ** 2 * 0.95, 0.1 + ((k + 0.5) / 7) ** 2 * 0.95
        y0, y1 = vanish[1] + 46 * a, vanish[1] + 46 * b
        dashes.poly(
            [
                (vanish[0] - a * 1.2, y0),
                (vanish[0] + a * 1.2, y0),
                (vanish[0] + b * 1.2, y1),
                (vanish[0] - b * 1.2, y1),
            ]
        )
    c.fill(dashes, lighter(p.low, 0.5), 0.8)
    street_fronts(c, vanish)
    leaf = p.lit(p.leaf)
    for k in range(5):
        t = (k / 4) ** 1.5
        for side in (-1, 1):
            x, y = vanish[0] + side * (13 + 52 * t), vanish[1] + 5 + 23 * t
            shade = Shape().ellipse(x - side * 5 * t, y + 1, 5 + 18 * t, 0.5 + 2 * t)
            c.fill(shade, darker(p.near, 0.2), 0.35, 0.5)
            tree(c, x, y, 13 + 44 * t, mix(mix(leaf, p.low, 0.4 * (1 - t)), p.near, 0.1 + 0.15 * t))
    inks: tuple[Ink, ...] = (p.near, darker(p.accent, 0.2), p.second, darker(p.leaf, 0.3))
    walkers(c, 4, 12, 52, 88, 15, inks, 0.7)
    walkers(c, 4, 112, 150, 87, 14, inks, 0.7)
    rear_car(c, vanish[0] + 20, 84, 17, p.lit(p.accent if c.number % 2 else p.second))
    rear_car(c, vanish[0] + 7, 68, 6, p.lit(p.second))


@scene("rain-street", zoom=0.12)
def rain_street(c: Canvas) -> None:
    """An evening street in the rain: umbrellas, lamps, and their light on wet ground."""
    p = c.pal
    vanish = (c.between(66, 94), 54.0)
    grey = mix(p.top, "#3a4558", 0.45)
    c.wash(darker(grey, 0.25), mix(grey, p.mid, 0.3), mix(grey, p.low, 0.6), bottom=60)
    c.veil(lighter(grey, 0.2), 0.5, 3, 5, 0, 50)
    c.wash(mix(grey, p.lamp, 0.3), darker(grey, 0.3), top=54, bottom=101)
    street_fronts(c, vanish, False)
    c.fill(Shape().rect(-2, -2, 164, 104), darker(grey, 0.3), 0.38)
    c.glow(*vanish, 40, lighter(p.lamp, 0.1), 0.75)
    for k in range(5):
        t = (k / 4) ** 1.4
        for side in (-1, 1):
            lamp_post(
                c, vanish[0] + side * (10 + 46 * t), vanish[1] + 7 + 8 * t, 10 + 38 * t, side > 0
            )
    for _ in range(14):
        at = (c.between(10, 150), c.between(44, 62))
        ink = (p.lamp, p.accent, p.second, "#fff3d0")[int(c.rng.integers(4))]
        c.fill(Shape().ellipse(*at, c.between(0.8, 2.4)), ink, 0.45, 0.3)
    c.mirror(66, 0.8, darker(grey, 0.3), 0.34, 1.0)
    c.fill(ripples(c, 68, 100, 60), lighter(p.low, 0.3), 0.22)
    walkers(c, 3, vanish[0] - 14, vanish[0] + 20, 72, 12, (darker(p.near, 0.2),))
    for k in range(3):
        x, h = 24 + 46 * k + c.between(-8, 8), c.between(33, 40)
        umbrella_walker(
            c, x, 93 + c.between(-3, 3), h, (p.accent, p.second, p.lamp)[(k + c.number) % 3]
        )
    drops = Shape()
    for _ in range(230):
        x, y, n = c.between(-5, 165), c.between(-5, 100), c.between(2, 6)
        drops.line([(x, y), (x - n * 0.16, y + n)], 0.13)
    c.fill(drops, "#ffffff", 0.34)
    rings = Shape()
    for _ in range(50):
        x, y = c.between(0, 160), c.between(72, 100)
        r = (y - 66) * 0.06
        rings.ellipse(x, y, r * 1.6, r * 0.45).ellipse(x, y, r * 1.4, r * 0.33, hole=True)
    c.fill(rings, "#ffffff", 0.3)


def umbrella_walker(c: Canvas, x: float, y: float, h: float, ink: Ink) -> None:
    """A walker under an umbrella, with the wet ground's reflection."""
    coat = darker(c.pal.near, 0.2)
    body = woman(0.7)
    c.fill(body.stretched(1, -0.75).placed(x, y, h), coat, 0.4, 0.5)
    c.fill(Shape().ellipse(x, y + h * 0.62, h * 0.34, h * 0.12), ink, 0.35, 0.9)
    person(c, x, y, h, mix(coat, ink, 0.22), True, 0.7)
    top = y - h * 0.86
    edge = [(x + h * (0.4 - 0.16 * k), top + (h * 0.035 if k % 1 else 0)) for k in range(6)]
    canopy = [
        (x - h * 0.4, top),
        *smooth(
            [
                (x - h * 0.4, top),
                (x - h * 0.25, top - h * 0.22),
                (x, top - h * 0.3),
                (x + h * 0.25, top - h * 0.22),
                (x + h * 0.4, top),
            ],
            False,
        ).tolist(),
    ]
    shape = Shape().poly(canopy)
    for px, py in edge[:-1]:
        shape.ellipse(px - h * 0.08, py, h * 0.08, h * 0.035, hole=True)
    c.fill(Shape().line([(x, top - h * 0.34), (x, top + h * 0.4)], h * 0.014), coat)
    c.fill(shape, fade(lighter(ink, 0.3), darker(ink, 0.15), angle=20))
    rib = Shape()
    for k in (-0.2, 0.2):
        rib.curve(
            [(x, top - h * 0.3), (x + k * h * 0.75, top - h * 0.2), (x + k * h, top)], h * 0.008
        )
    c.fill(rib, darker(ink, 0.4), 0.7)
