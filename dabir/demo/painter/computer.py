"""The desk with its computer."""

from __future__ import annotations

from itertools import pairwise

from dabir.demo.painter.canvas import Canvas, fade, halo
from dabir.demo.painter.interior import shadow, tabletop, wall_ink
from dabir.demo.painter.nature import leaves, ridge
from dabir.demo.painter.palette import darker, lighter, mix
from dabir.demo.painter.registry import scene
from dabir.demo.painter.shapes import Shape, pts, smooth


@scene("computer", zoom=0.18)
def computer(c: Canvas) -> None:
    """A desk at evening: a wide screen of shapes and hills, plant, cup and lamp."""
    p = c.pal
    wall = mix(wall_ink(c), p.near, 0.4)
    c.wash(darker(wall, 0.1), lighter(wall, 0.1), wall)
    x = 80 + c.between(-14, 6)
    c.glow(x, 40, 84, mix(p.mid, p.second, 0.3), 0.7)
    tabletop(c, 79, p.lit(mix("#a36c45", p.near, 0.25)))
    shadow(c, x, 87, 50, 0.1)
    c.fill(
        Shape()
        .poly([(x - 6, 66), (x + 6, 66), (x + 8, 85), (x - 8, 85)])
        .rect(x - 17, 84, 34, 2.4, 1),
        fade("#e3e5e9", "#8d929c", angle=30),
    )
    c.fill(Shape().rect(x - 44, 13, 88, 56, 2), fade("#3a3d49", "#15161e"))
    screen = Shape().rect(x - 42, 15, 84, 51, 0.8)
    c.fill(screen, fade(p.top, p.mid, p.low))
    if c.number % 3 == 0:
        code(c, x, screen)
    elif c.number % 3 == 1:
        c.fill(Shape().ellipse(x + 16, 34, 7), lighter(p.sun, 0.2), 1, 0, screen)
        for k in range(4):
            c.fill(
                ridge(c, 56 + 4 * k, 22 - 5 * k, 0.5, 5),
                fade(p.plane(0.3 + 0.2 * k), mix(p.far, p.low, 0.4)),
                1,
                0,
                screen,
            )
    else:
        network(c, x, screen)
    c.fill(
        Shape().poly([(x - 42, 15), (x + 2, 15), (x - 26, 66), (x - 42, 66)]),
        "#ffffff",
        0.07,
        0,
        screen,
    )
    keys(c, x - 2, 91)
    cup(c, x + 46, 93)
    lamp(c, x - 56 if x > 72 else x + 68, 88)


def code(c: Canvas, x: float, screen: Shape) -> None:
    """Coloured dashes in columns, as a program seen from far away."""
    c.fill(screen, fade("#1b2136", "#10142a"))
    lines: dict[int, Shape] = {}
    for row in range(17):
        at = x - 36 + (row * 5 % 4) * 3.5
        while at < x + c.between(0, 34):
            w = c.between(3, 11)
            lines.setdefault(int(c.rng.integers(4)), Shape()).rect(
                at, 18.6 + row * 2.75, w, 1.2, 0.6
            )
            at += w + 1.4
    for key, shape in lines.items():
        c.fill(
            shape,
            (c.pal.accent, lighter(c.pal.second, 0.35), c.pal.lamp, lighter(c.pal.leaf, 0.35))[key],
            0.95,
            0,
            screen,
        )


def network(c: Canvas, x: float, screen: Shape) -> None:
    """Layers of joined glowing nodes."""
    c.fill(screen, fade(darker(c.pal.second, 0.6), darker(c.pal.near, 0.2)))
    columns = [
        [(x - 32 + 16 * k, 40.5 + (j - (n - 1) / 2) * (42 / n)) for j in range(n)]
        for k, n in enumerate((3, 5, 6, 5, 3))
    ]
    wires = Shape()
    for left, right in pairwise(columns):
        for a in left:
            for b in right:
                wires.line([a, b], 0.16)
    c.fill(wires, lighter(c.pal.mid, 0.4), 0.5)
    for k, column in enumerate(columns):
        for at in column:
            c.glow(*at, 4.5, c.pal.lamp, 0.6)
            c.fill(
                Shape().ellipse(*at, 1.6), halo("#ffffff", c.pal.accent if k % 2 else c.pal.lamp)
            )


def keys(c: Canvas, x: float, y: float) -> None:
    """A keyboard in perspective, and a mouse."""
    c.fill(
        Shape().poly([(x - 27, y - 3), (x + 27, y - 3), (x + 31, y + 6), (x - 31, y + 6)]),
        fade("#f2f1ee", "#b8bac2"),
    )
    caps = Shape()
    for row in range(4):
        for k in range(14):
            w = 52 + row * 2.2
            caps.rect(x - w / 2 + k * w / 14 + 0.3, y - 2.2 + row * 2, w / 14 - 0.7, 1.5, 0.3)
    c.fill(caps, "#6e7482", 0.75)
    c.fill(Shape().ellipse(x + 40, y + 3, 3.4, 2.1), fade("#ffffff", "#a9acb5"))


def cup(c: Canvas, x: float, y: float) -> None:
    """A steaming cup."""
    ink = c.pal.lit(c.pal.accent)
    shadow(c, x, y, 10, 0.3)
    c.fill(
        Shape().line(smooth([(x + 4, y - 8), (x + 8.5, y - 7), (x + 4.4, y - 2.6)], False), 1.1),
        darker(ink, 0.15),
    )
    c.fill(
        Shape().rect(x - 5, y - 10, 10, 10.4, 1.8),
        fade(lighter(ink, 0.3), ink, darker(ink, 0.3), angle=5),
    )
    c.fill(Shape().ellipse(x, y - 9.8, 5, 1.1), "#3b2216")
    for k in range(2):
        c.fill(
            Shape().curve(
                [
                    (x - 1.5 + 3 * k, y - 12),
                    (x + k * 3, y - 16),
                    (x - 2 + 3 * k, y - 20),
                    (x + 3 * k, y - 25),
                ],
                0.8,
            ),
            "#ffffff",
            0.35,
            0.5,
        )


def lamp(c: Canvas, x: float, y: float) -> None:
    """A jointed desk lamp and its cone of light."""
    ink = darker(c.pal.second, 0.15)
    c.fill(Shape().ellipse(x, y, 9, 1.6).line([(x, y), (x - 5, y - 24), (x + 7, y - 42)], 1.0), ink)
    head = Shape().poly(pts("-2 -3, 2 -3, 7 6, -7 6")).placed(x + 9, y - 42, 1, -24)
    c.fill(
        Shape().poly([(x + 5, y - 35), (x + 17, y - 40), (x + 44, y + 2), (x - 2, y + 4)]),
        lighter(c.pal.lamp, 0.2),
        0.3,
        1.6,
    )
    c.fill(head, fade(lighter(ink, 0.3), ink))
    c.fill(leaves(c, x + 11, y - 36, 2, 1, 3, 1.0), "#fff6d8")
