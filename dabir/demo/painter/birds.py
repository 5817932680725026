"""Birds: cranes on the wing, and small birds on a branch in blossom."""

from __future__ import annotations

import numpy as np

from dabir.demo.painter.canvas import Canvas, fade
from dabir.demo.painter.nature import (
    flock,
    glitter,
    grass,
    ridge,
    sky,
    streaks,
)
from dabir.demo.painter.palette import Ink, darker, lighter, mix
from dabir.demo.painter.registry import scene
from dabir.demo.painter.shapes import Shape, pts, smooth


def crane(c: Canvas, x: float, y: float, w: float, beat: float, tilt: float) -> None:
    """A crane on the wing: long neck and legs, dark wing tips."""
    white = lighter(c.pal.low, 0.5)
    far = Shape().blob(
        [
            (0.02, -0.02),
            (-0.05, -0.3 * beat),
            (-0.2, -0.55 * beat),
            (-0.28, -0.5 * beat),
            (-0.2, -0.25 * beat),
            (-0.14, 0.0),
        ]
    )
    near = Shape().blob(
        [
            (0.1, 0.0),
            (0.1, -0.3 * beat),
            (0.02, -0.62 * beat),
            (-0.1, -0.72 * beat),
            (-0.12, -0.5 * beat),
            (-0.14, -0.2 * beat),
            (-0.16, 0.02),
        ]
    )
    tips = Shape().blob(
        [
            (0.04, -0.5 * beat),
            (0.0, -0.66 * beat),
            (-0.12, -0.76 * beat),
            (-0.13, -0.52 * beat),
            (-0.05, -0.46 * beat),
        ]
    )
    body = (
        Shape()
        .blob(pts("0.2 -0.03, 0.08 -0.06, -0.14 -0.04, -0.24 0.01, -0.12 0.06, 0.1 0.05"))
        .curve(pts("0.16 -0.01, 0.3 -0.02, 0.42 -0.06"), 0.035)
        .ellipse(0.43, -0.062, 0.026)
    )
    legs = (
        Shape().line([(-0.2, 0.02), (-0.5, 0.06)], 0.014).line([(-0.2, 0.03), (-0.5, 0.09)], 0.014)
    )
    dark = darker(c.pal.near, 0.15)
    for part, paint in (
        (far, fade(mix(white, c.pal.far, 0.55), mix(white, c.pal.far, 0.25))),
        (legs, dark),
        (body, fade(white, mix(white, c.pal.far, 0.4))),
        (near, fade(mix(white, c.pal.far, 0.1), white)),
        (tips, dark),
    ):
        c.fill(part.placed(x, y, w, tilt), paint)
    c.fill(
        Shape().poly(pts("0.44 -0.08, 0.56 -0.055, 0.44 -0.045")).placed(x, y, w, tilt),
        c.pal.accent,
    )


@scene("birds")
def birds(c: Canvas) -> None:
    """Cranes in flight over water and hills, or small birds gathered on a flowering branch."""
    p = c.pal
    sun = (c.between(40, 120), c.between(26, 50))
    if c.number % 3 == 2:
        branch_birds(c)
        return
    sky(c, 76, sun, c.between(9, 14))
    streaks(c, 10, 56, 8, lighter(p.low, 0.3), 0.45)
    for k in range(3):
        c.fill(
            ridge(c, 72 + 3 * k, 18 - 5 * k, 0.46, 3),
            fade(p.plane(0.2 + 0.18 * k), mix(p.far, p.low, 0.5)),
        )
    c.mirror(77, 0.9, mix(p.top, p.near, 0.3), 0.22, 1.4)
    c.fill(glitter(c, sun[0], 78, 100, 8, 60), lighter(p.sun, 0.2), 0.6)
    c.fill(grass(c, 98, 106, 130, 18, 0.4), darker(p.near, 0.25))
    c.fill(flock(c, c.between(30, 120), 18, 16, 16, 3), darker(p.near, 0.1), 0.6)
    lead = c.between(84, 100)
    for k in range(6):
        side = -1 if k % 2 else 1
        step = (k + 1) // 2
        x, y = lead + 18 - step * 27, 44 + side * step * 11.5 + step * 2
        crane(
            c,
            x,
            y,
            30 - 3 * step,
            c.between(0.75, 1.1) * (-0.6 if (k + c.number) % 3 == 2 else 1),
            -8,
        )


def perched(c: Canvas, x: float, y: float, h: float, ink: Ink, flip: bool) -> None:
    """A small round bird on a branch."""
    own = c.pal.lit(ink)
    parts = (
        (Shape().poly(pts("-0.3 -0.3, -0.95 0.1, -0.86 0.2, -0.2 -0.06")), darker(own, 0.45)),
        (
            Shape()
            .line([(0.0, -0.05), (0.02, 0.14)], 0.03)
            .line([(0.12, -0.05), (0.14, 0.14)], 0.03),
            darker(own, 0.6),
        ),
        (
            Shape().blob(
                pts(
                    "0.2 -0.95, 0.42 -0.84, 0.46 -0.62, 0.46 -0.3, 0.2 0.0, -0.2 -0.06, -0.42 "
                    "-0.3, -0.2 -0.56, 0.0 -0.8"
                )
            ),
            fade(lighter(own, 0.2), own, darker(own, 0.25)),
        ),
        (
            Shape().blob(pts("0.4 -0.62, 0.47 -0.36, 0.24 -0.02, 0.0 -0.06, 0.18 -0.3")),
            lighter(own, 0.65),
        ),
        (
            Shape().blob(pts("0.06 -0.56, 0.1 -0.3, -0.14 -0.12, -0.56 -0.02, -0.34 -0.36")),
            darker(own, 0.35),
        ),
        (Shape().poly(pts("0.43 -0.8, 0.62 -0.72, 0.44 -0.68")), "#d98a2b"),
        (Shape().ellipse(0.3, -0.78, 0.05), "#14141c"),
        (Shape().ellipse(0.315, -0.795, 0.016), "#ffffff"),
    )
    for part, paint in parts:
        c.fill(part.placed(x, y, h, 0, flip), paint)


def branch_birds(c: Canvas) -> None:
    """Birds on a branch in blossom before a soft sun."""
    p = c.pal
    sky(c, 104, (c.between(50, 110), c.between(34, 56)), 17)
    for k in range(2):
        c.fill(
            ridge(c, 92 + 6 * k, 20 - 6 * k, 0.45, 3),
            fade(mix(p.plane(0.25 + 0.15 * k), p.low, 0.3), mix(p.far, p.low, 0.6)),
            1,
            0.5,
        )
    bark = mix(p.lit("#5d4034"), p.near, 0.35)
    main = smooth(pts("-6 84, 30 74, 70 70, 110 58, 150 52"), False)
    wood = Shape()
    for i in range(len(main) - 1):
        t = i / len(main)
        wood.limb(tuple(main[i]), tuple(main[i + 1]), 4.4 - 3.4 * t, 4.3 - 3.4 * t)
    tips: list[tuple[float, float]] = []
    for k in range(11):
        i = 3 + k * 3
        x, y = main[i]
        up = -1 if k % 3 else 1
        end = (x + c.between(8, 22), y + up * c.between(12, 30))
        wood.add(Shape().curve([(x, y), (x + 5, y + up * 6), end], 0.9))
        tips += [(x + (end[0] - x) * t, y + (end[1] - y) * t) for t in (0.45, 0.7, 0.88, 1.0)]
    c.fill(wood, fade(lighter(bark, 0.2), darker(bark, 0.2)))
    petal = p.lit(mix("#f7c6d0", p.accent, 0.15 if c.number % 2 else 0.45))
    for x, y in tips:
        for _ in range(2):
            bx, by, r = x + c.between(-3, 3), y + c.between(-3, 3), c.between(1.3, 2.3)
            bloom = Shape()
            for j in range(5):
                a = 2 * np.pi * j / 5 + bx
                bloom.ellipse(
                    bx + np.cos(a) * r * 0.6,
                    by + np.sin(a) * r * 0.6,
                    r * 0.55,
                    r * 0.45,
                    float(np.degrees(a)),
                )
            c.fill(bloom, fade(lighter(petal, 0.5), petal))
            c.fill(Shape().ellipse(bx, by, r * 0.24), p.lamp)
    for k in range(3):
        i = 8 + 11 * k
        perched(
            c,
            float(main[i][0]),
            float(main[i][1]) - 3.6,
            c.between(15, 19),
            (p.accent, p.second, mix(p.lamp, p.earth, 0.4))[(k + c.number) % 3],
            k % 2 == 1,
        )
    c.fill(
        Shape().dots(c.many(0, 160, 40), c.many(10, 100, 40), c.many(0.3, 0.8, 40)),
        lighter(petal, 0.4),
        0.8,
    )
