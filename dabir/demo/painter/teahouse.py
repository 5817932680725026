"""The tea table: slim-waisted glasses, sugar, teapot and samovar."""

from __future__ import annotations

import numpy as np

from dabir.demo.painter.canvas import Canvas, Fade, fade
from dabir.demo.painter.interior import daylight, gloss, shadow, tabletop, turned_shape, wall_ink
from dabir.demo.painter.palette import darker, lighter, mix
from dabir.demo.painter.registry import scene
from dabir.demo.painter.shapes import Shape, oval, pts, smooth, star


@scene("tea", zoom=0.1)
def tea(c: Canvas) -> None:
    """Tea in slim-waisted glasses with sugar and sweets, a samovar or a teapot behind."""
    p = c.pal
    wall = wall_ink(c)
    c.wash(mix(wall, p.top, 0.4), lighter(mix(wall, p.accent, 0.1), 0.1), wall)
    daylight(c, c.between(4, 50), 2, 70, 56, 24, 0.42)
    red = p.lit(mix("#9b2f35", p.accent, 0.25))
    tabletop(c, 74, red, cloth=True)
    trim = Shape()
    for k in range(20):
        trim.poly(star(4 + k * 8.2, 80, 2.4, 8, 0.6, 0)).ellipse(8 + k * 8.2, 80, 0.6)
    trim.rect(-2, 76, 164, 0.6).rect(-2, 84, 164, 0.6)
    c.fill(trim, lighter(p.lamp, 0.2), 0.55)
    if c.number % 2:
        samovar(c, 116 + c.between(-6, 6), 88, 74)
    else:
        teapot(c, 116 + c.between(-5, 5), 88, 40)
    count = 1 + (c.number + 1) % 3
    for k in range(count):
        glass(
            c,
            44 + (k - (count - 1) / 2) * 30 + c.between(-2, 2),
            93 - (k % 2) * 3,
            40 if count == 1 else 32,
        )
    sugar(c, 82, 95, 13)
    for k in range(3):
        x = 14 + k * 3.2
        c.fill(Shape().ellipse(x + 0.8, 97, 3, 1), darker(red, 0.5), 0.5, 0.3)
        c.fill(Shape().poly(star(x, 95.6, 2.6, 6, 0.86, 20 * k)), fade("#ffe9b0", p.lit("#c9862b")))


def glass(c: Canvas, x: float, y: float, h: float) -> None:
    """A slim-waisted glass of tea on its saucer, steam rising."""
    p = c.pal
    c.fill(
        Shape().ellipse(x + h * 0.12, y + h * 0.02, h * 0.5, h * 0.09),
        darker(p.near, 0.4),
        0.45,
        h * 0.03,
    )
    c.fill(
        Shape().ellipse(x, y - h * 0.01, h * 0.44, h * 0.085),
        fade("#ffffff", mix("#c8ccd6", p.far, 0.3)),
    )
    c.fill(
        Shape()
        .poly(oval(x, y - h * 0.015, h * 0.41, h * 0.075))
        .poly(oval(x, y - h * 0.015, h * 0.385, h * 0.068), True),
        p.accent,
    )
    c.fill(Shape().ellipse(x, y - h * 0.02, h * 0.28, h * 0.045), mix("#b3b8c4", p.far, 0.3))
    profile = pts(
        "0.235 -0.92, 0.22 -0.8, 0.15 -0.58, 0.145 -0.5, 0.2 -0.32, 0.22 -0.2, 0.17 "
        "-0.06, 0.12 -0.02"
    )
    body = turned_shape(profile).placed(x, y, h)
    liquor = p.lit("#b8430f")
    c.fill(body, "#ffffff", 0.3)
    fluid = (
        Shape()
        .rect(x - h * 0.3, y - h * 0.76, h * 0.6, h)
        .ellipse(x, y - h * 0.76, h * 0.22, h * 0.032)
    )
    c.fill(
        fluid,
        Fade(
            (
                lighter(mix(liquor, "#f29a2e", 0.75), 0.2),
                mix(liquor, "#e0701c", 0.4),
                darker(liquor, 0.35),
            ),
            0,
            0.05,
            (0.42, 0.5),
            0.5,
        ),
        0.94,
        0,
        body,
    )
    c.fill(
        Shape().ellipse(x, y - h * 0.76, h * 0.196, h * 0.03),
        lighter(mix(liquor, "#f2a540", 0.6), 0.15),
        0.9,
    )
    c.fill(
        Shape()
        .poly(oval(x, y - h * 0.92, h * 0.235, h * 0.034))
        .poly(oval(x, y - h * 0.92, h * 0.215, h * 0.024), True),
        "#ffffff",
        0.85,
    )
    gloss(c, body, x - h * 0.14, y - h * 0.68, h * 0.018, h * 0.14, 0.8)
    gloss(c, body, x - h * 0.14, y - h * 0.24, h * 0.022, h * 0.09, 0.8)
    c.fill(Shape().rect(x - h * 0.4, y - h * 0.87, h * 0.8, h * 0.018), p.lamp, 0.9, 0, body)
    for k in range(3):
        steam = Shape().curve(
            [
                (x + (k - 1) * 2.5, y - h * 0.98),
                (x + (k - 1) * 3 + 2, y - h * 1.14),
                (x + (k - 1) * 3 - 2, y - h * 1.32),
                (x + (k - 1) * 4 + 2, y - h * 1.55),
            ],
            1.1,
        )
        c.fill(steam, "#ffffff", 0.36, 0.8)


def sugar(c: Canvas, x: float, y: float, r: float) -> None:
    """A blue bowl of sugar lumps."""
    p = c.pal
    blue = p.lit(mix("#23549b", p.second, 0.2))
    shadow(c, x, y, r * 1.7, 0.2)
    for _ in range(15):
        a, d = c.between(0, 6.28), c.between(0, 0.75)
        lump = (
            Shape()
            .rect(-0.5, -0.4, 1, 0.8, 0.12)
            .placed(
                x + np.cos(a) * d * r,
                y - r * 0.86 + np.sin(a) * d * r * 0.25 - (1 - d) * r * 0.28,
                r * 0.32,
                c.between(-30, 30),
            )
        )
        c.fill(lump, fade("#ffffff", mix("#cfd2dc", p.far, 0.25), angle=50))
    body = turned_shape(pts("1.0 -0.78, 0.98 -0.6, 0.74 -0.22, 0.42 -0.06, 0.4 0.0")).placed(
        x, y, r
    )
    c.fill(body, fade(darker(blue, 0.1), lighter(blue, 0.3), blue, darker(blue, 0.4), angle=8))
    dots = Shape()
    for k in range(-4, 5):
        dots.poly(star(x + np.sin(k * 0.33) * r * 0.95, y - r * 0.5, r * 0.1, 6, 0.45))
    c.fill(dots, "#ffffff", 0.85, 0, body)
    gloss(c, body, x - r * 0.5, y - r * 0.45, r * 0.08, r * 0.18, 0.6)


def teapot(c: Canvas, x: float, y: float, h: float) -> None:
    """A china teapot with a flowered band."""
    p = c.pal
    china = mix("#fdf6ea", p.wall, 0.25)
    shadow(c, x, y, h * 1.1, 0.2)
    spout = Shape().poly(
        smooth(
            [
                (x - h * 0.3, y - h * 0.2),
                (x - h * 0.56, y - h * 0.34),
                (x - h * 0.68, y - h * 0.72),
                (x - h * 0.6, y - h * 0.72),
                (x - h * 0.46, y - h * 0.5),
                (x - h * 0.3, y - h * 0.46),
            ]
        )
    )
    handle = Shape().line(
        smooth(
            [
                (x + h * 0.34, y - h * 0.58),
                (x + h * 0.62, y - h * 0.62),
                (x + h * 0.64, y - h * 0.3),
                (x + h * 0.38, y - h * 0.16),
            ],
            False,
        ),
        h * 0.07,
    )
    c.fill(handle, fade(china, darker(china, 0.35)))
    c.fill(spout, fade(lighter(china, 0.3), darker(china, 0.25), angle=60))
    body = turned_shape(
        pts("0.17 -0.78, 0.3 -0.7, 0.46 -0.42, 0.4 -0.16, 0.24 -0.04, 0.24 0.0")
    ).placed(x, y, h)
    c.fill(body, fade(darker(china, 0.12), lighter(china, 0.4), china, darker(china, 0.4), angle=8))
    c.fill(
        turned_shape(pts("0.03 -1.02, 0.06 -0.97, 0.03 -0.92, 0.16 -0.84, 0.19 -0.77")).placed(
            x, y, h
        ),
        fade(lighter(china, 0.3), darker(china, 0.2), angle=20),
    )
    band, hearts = (
        Shape()
        .rect(x - h, y - h * 0.56, h * 2, h * 0.02)
        .rect(x - h, y - h * 0.26, h * 2, h * 0.02),
        Shape(),
    )
    for k in range(-3, 4):
        at = x + np.sin(k * 0.42) * h * 0.46
        for j in range(6):
            a = j * np.pi / 3
            band.ellipse(at + np.cos(a) * h * 0.045, y - h * 0.4 + np.sin(a) * h * 0.06, h * 0.034)
        hearts.ellipse(at, y - h * 0.4, h * 0.028)
    c.fill(band, p.accent, 0.85, 0, body)
    c.fill(hearts, p.lamp, 1, 0, body)
    gloss(c, body, x - h * 0.2, y - h * 0.5, h * 0.04, h * 0.14, 0.7)


def samovar(c: Canvas, x: float, y: float, h: float) -> None:
    """A brass samovar with a teapot on top."""
    p = c.pal
    brass, deep = p.lit("#dda23c", 0.5), p.lit("#7a3f12", 0.5)
    shadow(c, x, y, h * 0.5, 0.2)
    metal = fade(
        mix(brass, deep, 0.59),
        lighter(brass, 0.55),
        brass,
        mix(brass, deep, 0.42),
        lighter(brass, 0.15),
        mix(brass, deep, 0.94),
        angle=3,
    )
    for side in (-1, 1):
        c.fill(
            Shape().line(
                smooth(
                    [
                        (x + side * h * 0.2, y - h * 0.56),
                        (x + side * h * 0.32, y - h * 0.6),
                        (x + side * h * 0.31, y - h * 0.44),
                        (x + side * h * 0.2, y - h * 0.42),
                    ],
                    False,
                ),
                h * 0.028,
            ),
            mix(brass, deep, 0.42),
        )
    body = turned_shape(
        pts(
            "0.16 -0.7, 0.19 -0.68, 0.17 -0.65, 0.24 -0.58, 0.25 -0.42, 0.17 -0.24, 0.08 "
            "-0.19, 0.07 -0.14, 0.15 -0.1, 0.19 -0.04, 0.19 0.0"
        )
    ).placed(x, y, h)
    c.fill(body, metal)
    rings = (
        Shape()
        .rect(x - h, y - h * 0.6, h * 2, h * 0.014)
        .rect(x - h, y - h * 0.4, h * 2, h * 0.014)
        .rect(x - h, y - h * 0.66, h * 2, h * 0.02)
    )
    for k in range(-5, 6):
        rings.ellipse(x + np.sin(k * 0.28) * h * 0.245, y - h * 0.5, h * 0.014, h * 0.05)
    c.fill(rings, mix(brass, deep, 0.77), 0.6, 0, body)
    tap = (
        Shape()
        .line(
            [
                (x - h * 0.15, y - h * 0.27),
                (x - h * 0.29, y - h * 0.26),
                (x - h * 0.3, y - h * 0.2),
            ],
            h * 0.03,
        )
        .rect(x - h * 0.265, y - h * 0.36, h * 0.018, h * 0.1)
        .ellipse(x - h * 0.256, y - h * 0.365, h * 0.035, h * 0.014)
    )
    c.fill(tap, fade(lighter(brass, 0.35), mix(brass, deep, 0.59)))
    gloss(c, body, x - h * 0.12, y - h * 0.48, h * 0.015, h * 0.1, 0.8)
    teapot(c, x, y - h * 0.7, h * 0.27)
    for k in range(2):
        c.fill(
            Shape().curve(
                [
                    (x + 9 + 2 * k, y - h * 0.92),
                    (x + 11 + 3 * k, y - h * 1.02),
                    (x + 8 + 3 * k, y - h * 1.12),
                ],
                1,
            ),
            "#ffffff",
            0.3,
            0.8,
        )
