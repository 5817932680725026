"""Scenes of the crafts: tiles, pottery and museum."""

from __future__ import annotations

import numpy as np

from dabir.demo.painter.buildings import floor_lines
from dabir.demo.painter.canvas import Canvas, fade
from dabir.demo.painter.interior import daylight, gloss, room, tabletop, vessel, wall_ink
from dabir.demo.painter.nature import ridge
from dabir.demo.painter.palette import Ink, darker, lighter, mix
from dabir.demo.painter.people import person
from dabir.demo.painter.registry import scene
from dabir.demo.painter.shapes import Shape, oval, pointed_arch, pts, star


@scene("tiles")
def tiles(c: Canvas) -> None:
    """A wall of girih tiles: eight-pointed stars and crosses, rosettes, light raking over."""
    p = c.pal
    sets: tuple[tuple[Ink, Ink, Ink], ...] = (
        ("#1f7f9c", "#173f7a", "#e9b949"),
        ("#1b5f8f", "#2a9d9a", "#f1e3c0"),
        ("#157a6e", "#12465f", "#e2793a"),
        ("#274b9f", "#0f7f8c", "#f0c869"),
    )
    blue, deep, gold = (p.lit(mix(i, p.second, 0.1)) for i in sets[c.number % 4])
    grout = lighter(p.wall, 0.35)
    r = (15.0, 19.0, 24.0)[c.number % 3]
    c.wash(grout, mix(grout, p.far, 0.25), bottom=101)
    pitch = r * 1.848
    turn = 0.0 if c.number % 2 else 45.0
    cos, sin = np.cos(np.radians(turn)), np.sin(np.radians(turn))
    for row in range(-7, 8):
        for col in range(-9, 10):
            px, py = col * pitch, row * pitch
            x, y = 80 + px * cos - py * sin, 50 + px * sin + py * cos
            if -r * 2 < x < 160 + r * 2 and -r * 2 < y < 100 + r * 2:
                star_tile(c, x, y, r, turn, (blue, deep, gold), (row + col) % 2 == 0)
                a, b = px + pitch / 2, py + pitch / 2
                cross_tile(
                    c,
                    80 + a * cos - b * sin,
                    50 + a * sin + b * cos,
                    r,
                    turn,
                    deep if (row + col) % 2 else blue,
                    gold,
                )
    c.fill(Shape().poly(pts("20 -2, 96 -2, 40 102, -50 102")), lighter(p.sun, 0.3), 0.2, 5)
    c.fill(Shape().poly(pts("150 -2, 170 -2, 170 102, 96 102")), darker(p.near, 0.2), 0.28, 7)
    c.veil(darker(p.near, 0.2), 0.22, 5, 4)


def star_tile(
    c: Canvas, x: float, y: float, r: float, turn: float, inks: tuple[Ink, Ink, Ink], swap: bool
) -> None:
    """One star with rings inside it."""
    blue, deep, gold = inks if not swap else (inks[1], inks[0], inks[2])
    tone = c.between(-0.12, 0.12)
    body = mix(blue, lighter(blue, 0.5) if tone > 0 else darker(blue, 0.6), abs(tone))
    c.fill(
        Shape().poly(star(x + r * 0.02, y + r * 0.04, r * 0.97, 8, 0.765, turn)),
        darker(deep, 0.5),
        0.5,
        r * 0.02,
    )
    c.fill(
        Shape().poly(star(x, y, r * 0.95, 8, 0.765, turn)),
        fade(lighter(body, 0.2), darker(body, 0.15), angle=50),
    )
    c.fill(Shape().poly(star(x, y, r * 0.72, 8, 0.765, turn)), lighter(gold, 0.35))
    c.fill(
        Shape().poly(star(x, y, r * 0.67, 8, 0.765, turn)), fade(deep, darker(deep, 0.2), angle=50)
    )
    petals, hearts = Shape(), Shape()
    for k in range(8):
        a = np.radians(turn + 45 * k)
        petals.ellipse(
            x + np.cos(a) * r * 0.37, y + np.sin(a) * r * 0.37, r * 0.19, r * 0.085, turn + 45 * k
        )
        b = a + np.pi / 8
        hearts.ellipse(x + np.cos(b) * r * 0.4, y + np.sin(b) * r * 0.4, r * 0.045)
    c.fill(petals, fade(lighter(gold, 0.5), gold))
    c.fill(hearts, lighter(blue, 0.6))
    c.fill(Shape().ellipse(x, y, r * 0.17), lighter(gold, 0.6))
    c.fill(Shape().ellipse(x, y, r * 0.11), blue)


def cross_tile(c: Canvas, x: float, y: float, r: float, turn: float, ink: Ink, gold: Ink) -> None:
    """The pointed cross between four stars, with a small knot."""
    t = r * 0.93
    k = t * 0.541
    pts = [
        (0, -t),
        (k * 0.52, -k * 0.74),
        (k * 0.74, -k * 0.52),
        (t, 0),
        (k * 0.74, k * 0.52),
        (k * 0.52, k * 0.74),
        (0, t),
        (-k * 0.52, k * 0.74),
        (-k * 0.74, k * 0.52),
        (-t, 0),
        (-k * 0.74, -k * 0.52),
        (-k * 0.52, -k * 0.74),
    ]
    shape = Shape().poly([(a * 0.95, b * 0.95) for a, b in pts])
    c.fill(
        shape.placed(x, y, 1, turn),
        fade(lighter(mix(ink, "#3fb3ad", 0.5), 0.15), mix(ink, "#1f8f8f", 0.4), angle=50),
    )
    c.fill(Shape().poly(star(x, y, r * 0.24, 4, 0.5, turn)), lighter(gold, 0.3))
    c.fill(Shape().ellipse(x, y, r * 0.07), darker(ink, 0.2))


PROFILES = (
    pts("0.13 -1.0, 0.11 -0.92, 0.13 -0.84, 0.33 -0.55, 0.29 -0.2, 0.15 0.0"),
    pts("0.3 -0.62, 0.36 -0.55, 0.34 -0.35, 0.2 -0.1, 0.15 0.0"),
    pts("0.09 -1.2, 0.06 -1.1, 0.06 -0.75, 0.24 -0.45, 0.24 -0.2, 0.13 0.0"),
    pts("0.2 -0.9, 0.17 -0.82, 0.27 -0.6, 0.33 -0.38, 0.24 -0.1, 0.18 0.0"),
)


def banded(c: Canvas, x: float, y: float, h: float, kind: int, ink: Ink, trim: Ink) -> None:
    """A glazed pot with painted bands, diamonds or fish-scale dots."""
    body = vessel(c, x, y, h, PROFILES[kind], ink)
    lines, dots = Shape(), Shape()
    for t in (0.2, 0.27, 0.5, 0.57):
        lines.rect(x - h * 0.4, y - h * t, h * 0.8, h * 0.018)
    for k in range(-5, 6):
        at = x + np.sin(k / 5 * 1.35) * h * 0.34
        width = h * 0.035 * np.cos(k / 5 * 1.3)
        dots.poly(
            [
                (at, y - h * 0.46),
                (at + width, y - h * 0.385),
                (at, y - h * 0.31),
                (at - width, y - h * 0.385),
            ]
        )
    c.fill(lines.add(dots), trim, 0.85, 0, body)
    gloss(c, body, x - h * 0.13, y - h * 0.5, h * 0.045, h * 0.2, 0.45)


@scene("pottery")
def pottery(c: Canvas) -> None:
    """Glazed pots on a potter's table, or hands' work turning on the wheel, window light."""
    p = c.pal
    wall = wall_ink(c)
    c.wash(mix(wall, p.top, 0.4), lighter(wall, 0.12), wall)
    daylight(c, c.between(4, 60), 4, 66, 54, 22, 0.38)
    clay = p.lit("#c1714a")
    c.fill(Shape().rect(-2, 36, 164, 1.8), darker(p.lit(p.earth), 0.35), 0.9)
    for k in range(8):
        ink = mix(
            (clay, p.lit("#2c93a3"), p.lit(p.wall), p.lit(p.accent))[(k + c.number) % 4], wall, 0.3
        )
        banded(
            c,
            10 + 20 * k + c.between(-3, 3),
            36,
            c.between(14, 20),
            (k + c.number) % 4,
            ink,
            lighter(wall, 0.4),
        )
    tabletop(c, 78, p.lit(mix("#8a5a3c", p.earth, 0.3)))
    if c.number % 2:
        wheel(c, 80, 94, clay)
        banded(c, 26, 92, 34, c.number % 4, p.lit("#1f8a99"), lighter(p.wall, 0.4))
        banded(c, 136, 93, 30, (c.number + 1) % 4, clay, lighter(p.wall, 0.4))
    else:
        inks: tuple[Ink, ...] = (
            p.lit("#1f8a99"),
            clay,
            p.lit("#24508f"),
            p.lit(mix(p.wall, "#f0e2c4", 0.5)),
            p.lit(p.leaf),
        )
        for k in range(5):
            banded(
                c,
                22 + 29 * k,
                90 + (k % 2) * 5,
                c.between(32, 46),
                (k * 3 + c.number) % 4,
                inks[(k + c.number) % 5],
                lighter(p.wall, 0.45) if (k + c.number) % 5 != 3 else p.lit("#24508f"),
            )


def wheel(c: Canvas, x: float, y: float, clay: Ink) -> None:
    """A wet pot on a turning wheel, seen with two simple hands' curve around it."""
    c.fill(Shape().ellipse(x, y + 1, 30, 5), "#0b0d1c", 0.4, 1.4)
    c.fill(Shape().ellipse(x, y, 28, 4.6), fade("#8c8578", "#4a453f"))
    c.fill(Shape().ellipse(x, y - 1.2, 27, 4.2), fade("#c9c1b2", "#8d8577", angle=20))
    rings = Shape()
    for r in (24, 20, 16):
        rings.line(oval(x, y - 1.2, r, r * 0.155), 0.2)
    c.fill(rings, "#5f574c", 0.6)
    body = vessel(
        c,
        x,
        y - 1,
        44,
        pts("0.24 -0.88, 0.2 -0.8, 0.3 -0.55, 0.35 -0.34, 0.25 -0.08, 0.22 0"),
        clay,
    )
    grooves = Shape()
    for k in range(13):
        grooves.line(oval(x, y - 4 - k * 2.9, 18, 1.4)[:29], 0.22)
    c.fill(grooves, darker(clay, 0.35), 0.5, 0, body)
    c.fill(Shape().ellipse(x, y - 39.6, 10.6, 2), darker(clay, 0.45))
    gloss(c, body, x - 7, y - 22, 2, 9, 0.4)


@scene("museum", zoom=0.14)
def museum(c: Canvas) -> None:
    """A museum hall: lit cases with old vessels, framed landscapes, two visitors."""
    p = c.pal
    wall = mix(wall_ink(c), p.near, 0.35)
    room(c, 74, wall, p.lit(mix("#9c7450", p.near, 0.2)))
    c.fill(
        floor_lines(c, (80, 50), 74, 24), darker(wall, 0.3), 0.25, 0, Shape().rect(-2, 74, 164, 30)
    )
    for k in range(3):
        x, w = 8 + 52 * k, 40.0
        if k == c.number % 3:
            niche(c, x + w / 2, 74, wall)
            continue
        c.glow(x + w / 2, 30, 40, p.lamp, 0.45)
        c.fill(Shape().rect(x + 1, 17, w, 30), "#05060f", 0.4, 1.2)
        c.fill(Shape().rect(x, 15, w, 30), fade("#f0cf86", "#a3722e", angle=40))
        view = Shape().rect(x + 2.4, 17.4, w - 4.8, 25.2)
        c.fill(view, fade(p.top, p.mid, p.low))
        c.fill(Shape().ellipse(x + 12 + 9 * k, 25, 3), lighter(p.sun, 0.3), 1, 0, view)
        for j in range(3):
            c.fill(ridge(c, 38 + 3 * j, 13 - 3 * j, 0.5, 9), p.plane(0.3 + 0.25 * j), 1, 0, view)
        spot = Shape().poly(
            [(x + w / 2 - 3, -2), (x + w / 2 + 3, -2), (x + w + 4, 50), (x - 4, 50)]
        )
        c.fill(spot, lighter(p.lamp, 0.4), 0.14, 1.4)
    for k in range(2):
        case(c, 44 + 70 * k + c.between(-6, 6), 92, (c.number + k * 2) % 4)
    person(c, 20 + c.between(0, 8), 97, 42, mix(p.second, p.near, 0.5), c.number % 2 == 0, 0.2)
    person(c, 84 + c.between(-3, 3), 95, 39, mix(p.accent, p.near, 0.5), c.number % 2 == 1, 0.2)


def niche(c: Canvas, x: float, y: float, wall: Ink) -> None:
    """A tiled arch with a lit jar inside."""
    p = c.pal
    c.fill(Shape().poly(pointed_arch(x, y, 40, 64)), mix("#2a8a9c", wall, 0.25))
    c.fill(Shape().poly(pointed_arch(x, y, 35, 59)), lighter(p.wall, 0.2))
    c.fill(
        Shape().poly(pointed_arch(x, y, 32, 56)),
        fade(lighter(p.lamp, 0.1), mix(wall, p.lamp, 0.4), darker(wall, 0.3)),
    )
    c.fill(
        Shape().rect(x - 10, y - 16, 20, 16),
        fade(lighter(p.wall, 0.3), darker(p.wall, 0.35), angle=5),
    )
    banded(c, x, y - 16, 24, c.number % 4, p.lit("#1f8a99"), lighter(p.wall, 0.4))
    c.glow(x, y - 26, 26, p.lamp, 0.35)


def case(c: Canvas, x: float, y: float, kind: int) -> None:
    """A glass case on a plinth."""
    p = c.pal
    c.fill(Shape().ellipse(x + 3, y + 0.6, 18, 2), "#05060f", 0.45, 1)
    c.fill(
        Shape().rect(x - 13, y - 21, 26, 21.5),
        fade(lighter(p.wall, 0.25), darker(p.wall, 0.3), angle=8),
    )
    c.glow(x, y - 34, 24, p.lamp, 0.6)
    banded(
        c,
        x,
        y - 21,
        19,
        kind,
        p.lit((p.accent, "#24508f", "#c1714a", "#1f8a99")[kind]),
        lighter(p.wall, 0.4),
    )
    glass = Shape().rect(x - 12.5, y - 49, 25, 28)
    c.fill(glass, "#ffffff", 0.13)
    c.fill(Shape().poly([(x - 11, y - 48), (x - 3, y - 48), (x - 11, y - 30)]), "#ffffff", 0.25)
    c.fill(
        Shape()
        .rect(x - 12.5, y - 49, 25, 0.6)
        .rect(x - 12.5, y - 49, 0.5, 28)
        .rect(x + 12, y - 49, 0.5, 28),
        "#ffffff",
        0.6,
    )
