"""The Persian leopard on its rock."""

from __future__ import annotations

import numpy as np

from dabir.demo.painter.canvas import Canvas, Fade, fade, halo
from dabir.demo.painter.landscape import snow_cone
from dabir.demo.painter.nature import (
    conifer,
    grass,
    ridge,
    sky,
    streaks,
)
from dabir.demo.painter.palette import Ink, darker, lighter, mix
from dabir.demo.painter.registry import scene
from dabir.demo.painter.shapes import Shape, pts, smooth


@scene("leopard", zoom=0.12)
def leopard(c: Canvas) -> None:
    """A Persian leopard lying watchful on a rock above misty mountains."""
    p = c.pal
    sky(c, 74, (c.between(30, 130), c.between(16, 40)), 9)
    streaks(c, 8, 36, 4, lighter(p.low, 0.3), 0.45)
    if c.number % 2:
        snow_cone(c, c.between(30, 130), 70, 44, 64)
    for k in range(4):
        c.fill(
            ridge(c, 62 + 7 * k, 26 - 5 * k, 0.52, 4),
            fade(p.plane(0.18 + 0.14 * k), mix(p.far, p.low, 0.5)),
        )
        c.mist(68 + 6 * k, 9, lighter(p.low, 0.2), 0.45)
    firs = Shape()
    for _ in range(18):
        firs.add(conifer(c.between(-3, 163), c.between(88, 100), c.between(9, 18)))
    c.fill(firs, p.plane(0.75))
    rock = p.lit(mix("#8a7566", p.earth, 0.25))
    top = pts("-6 92, 8 82, 24 77, 50 75, 90 76, 122 75, 138 79, 150 90, 166 98")
    stone = Shape().poly([*top, (166, 106), (-6, 106)])
    c.fill(stone, fade(lighter(rock, 0.25), rock, darker(rock, 0.4), grain=0.15))
    for _ in range(16):
        x, y = c.between(0, 150), c.between(80, 102)
        facet = Shape().poly(
            [
                (x, y),
                (x + c.between(8, 20), y - c.between(0, 4)),
                (x + c.between(6, 16), y + c.between(6, 14)),
                (x - 4, y + 8),
            ]
        )
        c.fill(
            facet,
            lighter(rock, 0.3) if c.rng.random() < 0.4 else darker(rock, 0.5),
            0.25,
            0.1,
            stone,
        )
    lying_leopard(c, 80 + c.between(-6, 4), 77, 46)
    c.fill(grass(c, 98, 106, 150, 12, 0.5), darker(mix(p.near, p.leaf, 0.25), 0.2))


def lying_leopard(c: Canvas, x: float, y: float, h: float) -> None:
    """The cat itself: long body, raised head, hanging tail, rosettes."""
    p = c.pal
    coat = p.lit(mix("#e0a95f", p.lamp, 0.12))
    tail = Shape().curve(
        pts("-1.0 -0.16, -1.22 -0.1, -1.34 0.12, -1.32 0.34, -1.18 0.46, -1.04 0.4"), 0.1
    )
    far = Shape().blob(pts("0.6 -0.2, 0.9 -0.1, 1.22 -0.09, 1.25 0.0, 0.8 0.02, 0.5 0.0"))
    body = Shape().blob(
        pts(
            "-1.08 -0.26, -0.94 -0.48, -0.6 -0.56, -0.1 -0.47, 0.3 -0.56, 0.56 -0.7, 0.74 "
            "-0.5, 0.76 -0.22, 0.62 0.0, 0.1 0.02, -0.6 0.03, -1.0 0.02"
        )
    )
    haunch = Shape().blob(
        pts(
            "-0.98 -0.18, -0.82 -0.42, -0.52 -0.42, -0.36 -0.18, -0.42 0.02, -0.3 -0.02, "
            "-0.12 0.02, -0.2 0.07, -0.8 0.06"
        )
    )
    paw = Shape().blob(
        pts("0.4 -0.3, 0.66 -0.3, 0.74 -0.1, 1.08 -0.06, 1.14 0.04, 0.7 0.07, 0.44 0.04")
    )
    neck = Shape().blob(
        pts("0.28 -0.5, 0.44 -0.74, 0.72 -0.86, 0.96 -0.7, 0.94 -0.36, 0.8 -0.1, 0.46 -0.1")
    )

    def put(
        shape: Shape,
        paint: Ink | Fade,
        alpha: float = 1.0,
        blur: float = 0.0,
        clip: Shape | None = None,
    ) -> None:
        c.fill(shape.placed(x, y, h), paint, alpha, blur, clip.placed(x, y, h) if clip else None)

    c.fill(Shape().ellipse(x, y + 1.4, h * 1.15, 2.4), darker(p.near, 0.4), 0.5, 0.8)
    lit = fade(lighter(coat, 0.4), coat, darker(coat, 0.32))
    put(tail, fade(coat, darker(coat, 0.3)))
    put(far, darker(coat, 0.32))
    put(body, lit)
    put(
        Shape().blob(pts("-0.4 -0.08, 0.3 -0.1, 0.5 0.04, -0.5 0.05")),
        lighter(coat, 0.55),
        0.6,
        1.2,
        body,
    )
    put(haunch, lit)
    put(paw, fade(coat, lighter(coat, 0.3)))
    put(neck, fade(lighter(coat, 0.3), coat, darker(coat, 0.18)))
    put(
        Shape().blob(pts("0.56 -0.56, 0.9 -0.56, 0.88 -0.3, 0.74 -0.14, 0.62 -0.24")),
        lighter(coat, 0.62),
        0.8,
        0.8,
        neck,
    )
    spots(c, x, y, h, coat, body, haunch, neck, tail, paw)
    leopard_face(c, x + 0.73 * h, y - 0.74 * h, h * 0.62, coat)


def leopard_face(c: Canvas, x: float, y: float, w: float, coat: Ink) -> None:
    """A leopard's head turned to the viewer."""
    dark = "#1d1410"

    def put(
        shape: Shape,
        paint: Ink | Fade,
        alpha: float = 1.0,
        blur: float = 0.0,
        clip: Shape | None = None,
    ) -> None:
        c.fill(shape.placed(x, y, w), paint, alpha, blur, clip.placed(x, y, w) if clip else None)

    def both(*half: tuple[float, float]) -> Shape:
        return Shape().blob(half).blob([(-a, b) for a, b in half])

    head = Shape().blob(
        pts(
            "0 -0.37, 0.2 -0.33, 0.36 -0.16, 0.39 0.04, 0.28 0.22, 0.15 0.36, 0 0.4, -0.15 "
            "0.36, -0.28 0.22, -0.39 0.04, -0.36 -0.16, -0.2 -0.33"
        )
    )
    put(Shape().ellipse(0.02, 0.12, 0.42, 0.4), darker(coat, 0.6), 0.35, 1.2)
    put(
        both((0.2, -0.3), (0.26, -0.45), (0.38, -0.43), (0.41, -0.3), (0.34, -0.16)),
        darker(coat, 0.42),
    )
    put(both((0.25, -0.28), (0.29, -0.39), (0.36, -0.37), (0.36, -0.27)), lighter(coat, 0.35))
    put(head, Fade((lighter(coat, 0.4), coat, darker(coat, 0.22)), 0, 0.07, (0.46, 0.42), 0.6))
    put(
        both((0.06, 0.02), (0.2, 0.08), (0.25, 0.2), (0.14, 0.3), (0.0, 0.28)).ellipse(
            0, 0.33, 0.11, 0.07
        ),
        lighter(coat, 0.75),
        0.92,
        0.3,
        head,
    )
    put(
        both((0.08, -0.11), (0.17, -0.18), (0.26, -0.13), (0.18, -0.05)),
        lighter(coat, 0.65),
        0.9,
        0.2,
    )
    put(both((0.08, -0.06), (0.16, -0.13), (0.25, -0.09), (0.17, -0.02)), dark)
    put(
        Shape().ellipse(-0.165, -0.075, 0.058, 0.046).ellipse(0.165, -0.075, 0.058, 0.046),
        halo("#f6d36a", "#c98a22"),
    )
    put(Shape().ellipse(-0.16, -0.075, 0.027, 0.036).ellipse(0.16, -0.075, 0.027, 0.036), dark)
    put(Shape().ellipse(-0.15, -0.09, 0.011).ellipse(0.17, -0.09, 0.011), "#ffffff")
    put(
        Shape().blob(pts("-0.08 0.09, 0 0.07, 0.08 0.09, 0.04 0.15, 0 0.17, -0.04 0.15")),
        fade("#b4766a", "#5d2f2b"),
    )
    put(
        Shape()
        .line([(0, 0.16), (0, 0.22)], 0.016)
        .curve(pts("-0.13 0.25, -0.06 0.26, 0 0.22, 0.06 0.26, 0.13 0.25"), 0.016),
        dark,
    )
    fur = Shape()
    for row in range(4):
        for k in range(-2 - row // 2, 3 + row // 2):
            px, py = k * 0.075 + (row % 2) * 0.03, -0.32 + row * 0.055 + abs(k) * 0.022
            fur.ellipse(px + c.between(-0.01, 0.01), py, 0.019, 0.014)
    for side in (-1, 1):
        for _ in range(9):
            fur.ellipse(side * c.between(0.27, 0.35), c.between(-0.06, 0.18), 0.019, 0.014)
        for k in range(5):
            fur.ellipse(side * (0.09 + 0.035 * (k % 3)), 0.18 + 0.03 * (k // 3), 0.008)
    put(fur, mix("#2a1a12", c.pal.near, 0.15), 0.92, 0, head)
    whiskers = Shape()
    for side in (-1, 1):
        for k in range(3):
            whiskers.line(
                smooth(
                    [
                        (side * 0.12, 0.2 + 0.02 * k),
                        (side * 0.32, 0.2 + 0.06 * k),
                        (side * 0.5, 0.16 + 0.1 * k),
                    ],
                    False,
                ),
                0.008,
            )
    put(whiskers, "#fff8ea", 0.85)


def spots(c: Canvas, x: float, y: float, h: float, coat: Ink, *parts: Shape) -> None:
    """Rosettes on the flanks, plain spots on head, legs and tail."""
    body, haunch, neck, tail, paw = parts
    marks, hearts, small = Shape(), Shape(), Shape()
    for row in range(4):
        for col in range(13):
            px = -1.05 + col * 0.14 + (row % 2) * 0.07 + c.between(-0.02, 0.02)
            py = -0.5 + row * 0.14 + c.between(-0.015, 0.015) + 0.04 * np.cos(px * 3)
            r = 0.056 * c.between(0.85, 1.15)
            hearts.ellipse(px, py, r * 0.72)
            for a in c.many(0, 6.28, 1)[0] + np.arange(4) * 1.57:
                marks.ellipse(
                    px + np.cos(a) * r * 0.85,
                    py + np.sin(a) * r * 0.85,
                    r * 0.45,
                    r * 0.3,
                    float(np.degrees(a)) + 90,
                )
    for _ in range(34):
        small.ellipse(c.between(0.3, 0.95), c.between(-0.66, -0.12), 0.026, 0.02, c.between(0, 90))
    for k in range(12):
        small.ellipse(-1.0 - 0.38 * np.sin(k * 0.2), -0.2 + k * 0.05, 0.06, 0.016)
    for _ in range(14):
        small.ellipse(c.between(0.48, 1.0), c.between(-0.2, 0.03), 0.02, 0.015)
    dark = mix("#2a1a12", c.pal.near, 0.15)
    area = Shape().add(body).add(haunch).placed(x, y, h)
    c.fill(hearts.placed(x, y, h), darker(coat, 0.28), 0.8, 0, area)
    c.fill(marks.placed(x, y, h), dark, 0.92, 0, area)
    rest = Shape().add(neck).add(tail).add(paw).placed(x, y, h)
    c.fill(small.placed(x, y, h), dark, 0.9, 0, rest)
