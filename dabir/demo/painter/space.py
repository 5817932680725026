"""Scenes of the sky's study: the satellite and the telescope."""

from __future__ import annotations

from dabir.demo.painter.canvas import Canvas, Fade, fade
from dabir.demo.painter.nature import conifer, ridge, stars
from dabir.demo.painter.palette import RGB, Ink, darker, lighter, mix
from dabir.demo.painter.people import person
from dabir.demo.painter.registry import scene
from dabir.demo.painter.shapes import Shape, arc, pts, smooth


def planet(c: Canvas, x: float, y: float, r: float, ink: Ink) -> Shape:
    """A banded, cloud-veiled planet's limb with its atmosphere."""
    p = c.pal
    c.glow(x, y, r * 1.22, mix(p.mid, "#7fc4ef", 0.5), 0.95)
    ball = Shape().ellipse(x, y, r)
    c.fill(ball, Fade((lighter(ink, 0.3), ink, darker(ink, 0.6)), 0, 0.03, (0.38, 0.05), 0.5))
    c.veil(p.lit(mix(p.earth, p.leaf, 0.5)), 0.75, 5, 4, 0, 101, 0.55, ball)
    c.veil("#ffffff", 0.8, 4, 9, 0, 101, 0.5, ball)
    return ball


@scene("satellite", zoom=0.18)
def satellite(c: Canvas) -> None:
    """A satellite with gold foil and blue panels over the planet's bright edge."""
    p = c.pal
    space = mix("#070a1e", p.top, 0.18)
    c.wash(space, mix(space, p.mid, 0.2), bottom=101)
    stars(c, 330, 130, 0.85)
    c.veil(mix(p.accent, p.mid, 0.5), 0.25, 3, 3, 0, 100, 0.45)
    ball = planet(c, c.between(50, 110), 172, 118, mix("#1f6fa8", p.second, 0.3))
    c.fill(Shape().ellipse(120, 190, 120), "#04061a", 0.55, 9, ball)
    x, y, tilt = c.between(66, 94), c.between(32, 42), c.between(-28, -10)
    wing, cells_, foil = Shape(), Shape(), Shape()
    for side in (-1, 1):
        wing.rect(-58 if side < 0 else 14, -8, 44, 16, 0.5)
        for k in range(7):
            for row in range(3):
                cells_.rect((-57.2 if side < 0 else 14.8) + k * 6.15, -7.2 + row * 4.9, 5.6, 4.4)
    c.fill(Shape().rect(-15, -0.6, 30, 1.2).placed(x, y, 1, tilt), "#c9ccd4")
    c.fill(wing.placed(x, y, 1, tilt), fade("#dfe3ea", "#7f8796"))
    c.fill(cells_.placed(x, y, 1, tilt), fade("#5aa2e0", "#1e3f8f", "#10245c", angle=30))
    body = foil.rect(-8, -10, 16, 20, 1).placed(x, y, 1, tilt)
    c.fill(body, fade("#fff0b8", "#e2ab3d", "#8a5a1c", angle=25, grain=0.16))
    c.fill(
        Shape()
        .rect(-8, -3, 16, 0.4)
        .rect(-8, 4, 16, 0.4)
        .rect(-2, -10, 0.4, 20)
        .placed(x, y, 1, tilt),
        "#6b431a",
        0.7,
    )
    dish = (
        Shape()
        .blob(pts("-9 12, 0 17, 9 12, 6 19, 0 21, -6 19"))
        .line([(0, 12), (0, 26)], 0.5)
        .ellipse(0, 26, 0.9)
    )
    c.fill(
        Shape().rect(-0.8, 9, 1.6, 6).add(dish).placed(x, y, 1, tilt), fade("#ffffff", "#9ba1ad")
    )
    if c.number % 2:
        for k in range(4):
            ring = Shape().line(arc(x + 6, y + 26, 8 + 5 * k, 20, 100), 0.5)
            c.fill(ring, lighter(p.lamp, 0.2), 0.55 - 0.11 * k)
    c.glow(x - 20, y - 10, 26, lighter(p.sun, 0.3), 0.22)


@scene("telescope", zoom=0.18)
def telescope(c: Canvas) -> None:
    """An observatory dome open to the stars, or a watcher with a telescope on a ridge."""
    p = c.pal
    deep = mix("#0a0f2b", p.top, 0.25)
    c.wash(deep, mix(deep, p.mid, 0.35), mix(p.low, deep, 0.45), bottom=90)
    c.veil(mix(p.accent, p.mid, 0.6), 0.4, 3, 3, 0, 70, 0.45)
    stars(c, 330, 95, 0.9)
    moon = (c.between(20, 60), c.between(14, 32))
    c.glow(*moon, 20, p.sun, 0.5)
    c.fill(
        Shape().ellipse(*moon, 5).ellipse(moon[0] + 2.4, moon[1] - 1, 4.6, hole=True),
        lighter(p.sun, 0.3),
    )
    for k in range(2):
        c.fill(
            ridge(c, 80 + 5 * k, 18 - 5 * k, 0.48, 3),
            fade(mix(p.plane(0.6), deep, 0.4 + 0.2 * k), darker(deep, 0.2)),
        )
    if c.number % 2:
        observatory(c, c.between(86, 108), 88)
    else:
        watcher(c, c.between(78, 100), 90)
    ground = ridge(c, 95, 6, 0.4, 3)
    c.fill(ground, fade(darker(deep, 0.15), darker(deep, 0.5)))
    firs = Shape()
    for _ in range(16):
        firs.add(conifer(c.between(0, 60), c.between(94, 100), c.between(6, 14)))
    c.fill(firs, darker(deep, 0.4))


def observatory(c: Canvas, x: float, y: float) -> None:
    """A dome with a glowing slit, a beam of starlight falling in."""
    p = c.pal
    shell: RGB = mix("#e9e6df", p.mid, 0.35)
    c.fill(
        Shape().poly([(x - 3, y - 40), (x + 4, y - 43), (x + 52, -12), (x + 8, -12)]),
        lighter(p.lamp, 0.3),
        0.16,
        2,
    )
    c.fill(
        Shape().rect(x - 25, y - 22, 50, 26),
        fade(darker(shell, 0.35), lighter(shell, 0.1), darker(shell, 0.55), angle=3),
    )
    ball = Shape().poly(arc(x, y - 20, 28, 180, 360))
    c.fill(ball, fade(darker(shell, 0.25), lighter(shell, 0.35), darker(shell, 0.45), angle=12))
    ribs = Shape()
    for k in (-22, -13, 15, 24):
        ribs.curve([(x + k, y - 20), (x + k * 0.8, y - 36), (x, y - 48)], 0.25)
    c.fill(ribs, darker(shell, 0.5), 0.5, 0, ball)
    slit = Shape().poly(
        smooth(
            [
                (x - 5, y - 21),
                (x - 4, y - 36),
                (x, y - 49),
                (x + 9, y - 47),
                (x + 9, y - 34),
                (x + 8, y - 21),
            ]
        )
    )
    c.fill(
        slit,
        fade(mix(p.lamp, p.accent, 0.35), lighter(p.lamp, 0.2), darker(p.near, 0.1)),
        1.0,
        0,
        ball,
    )
    tube = (
        Shape()
        .limb((0, 0), (0, -24), 6, 5)
        .rect(-3.4, -26, 6.8, 3, 0.4)
        .placed(x + 2, y - 22, 1, 27)
    )
    c.fill(
        tube,
        fade(lighter(p.near, 0.25), darker(p.near, 0.2), angle=0),
        1.0,
        0,
        Shape().rect(x - 5, y - 60, 30, 39),
    )
    c.fill(Shape().rect(x - 28, y - 22, 56, 2.4, 0.5), lighter(shell, 0.3))
    panes = (
        Shape()
        .rect(x - 17, y - 14, 4, 6, 0.6)
        .rect(x + 13, y - 14, 4, 6, 0.6)
        .rect(x - 2.5, y - 12, 5, 14, 0.6)
    )
    c.fill(panes, p.lamp)
    c.glow(x, y - 6, 24, p.lamp, 0.4)


def watcher(c: Canvas, x: float, y: float) -> None:
    """Someone at a telescope on its tripod."""
    ink = darker(c.pal.near, 0.4)
    c.glow(x, y - 12, 36, c.pal.low, 0.35)
    legs = (
        Shape()
        .line([(x, y - 17), (x - 9, y + 2)], 0.9)
        .line([(x, y - 17), (x + 9, y + 2)], 0.9)
        .line([(x, y - 17), (x + 1, y + 3)], 0.9)
    )
    tube = (
        Shape()
        .limb((0, 14), (0, -20), 3.4, 5.4)
        .limb((0, 14), (0, 18), 2, 2)
        .rect(-3.4, -23, 6.8, 4, 0.5)
    )
    c.fill(legs.add(tube.placed(x, y - 20, 1, 52)), fade(lighter(ink, 0.2), ink))
    person(c, x - 21, y + 3, 31, mix(c.pal.second, ink, 0.55), c.number % 4 == 0, 0.5)
