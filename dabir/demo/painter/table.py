"""Bread: flat loaves on a cloth, and the baker's oven."""

from __future__ import annotations

import numpy as np

from dabir.demo.painter.canvas import Canvas, Fade, fade, halo
from dabir.demo.painter.nature import leaves
from dabir.demo.painter.palette import Ink, darker, lighter, mix
from dabir.demo.painter.registry import scene
from dabir.demo.painter.shapes import Shape, oval, pts, smooth

SEED = "#f5e6c4"


@scene("bread")
def bread(c: Canvas) -> None:
    """Fresh flat breads on a cloth, or a baker's glowing oven."""
    if c.number % 3 == 2:
        oven(c)
        return
    p = c.pal
    wood = p.lit(mix("#7d5138", p.near, 0.2))
    c.wash(lighter(wood, 0.12), darker(wood, 0.25), bottom=101)
    planks = Shape()
    for k in range(6):
        planks.rect(-2, k * 18.5, 164, 0.5)
    for _ in range(90):
        x, y = c.between(-10, 150), c.between(0, 100)
        planks.line([(x, y), (x + c.between(10, 50), y + c.between(-0.4, 0.4))], 0.14)
    c.fill(planks, darker(wood, 0.5), 0.5)
    cloth(c)
    crust = p.lit("#d99a4e")
    first = c.between(-10, 10)
    barbari(c, 58, 46, 62, first - 14, crust)
    barbari(c, 84, 62, 64, first + 4, crust)
    if c.number % 2:
        taftun(c, 122, 40, 23, crust)
    else:
        bowl(c, 126, 38, 19)
    for _ in range(5):
        wheat_stalk(c, c.between(24, 60), c.between(82, 94), c.between(-20, 12))
    crumbs = Shape().dots(c.many(20, 140, 60), c.many(30, 96, 60), c.many(0.1, 0.5, 60))
    c.fill(crumbs, lighter(crust, 0.4), 0.8)
    c.fill(Shape().poly(pts("96 -4, 168 -4, 110 104, 10 104")), lighter(p.sun, 0.3), 0.16, 7)


def cloth(c: Canvas) -> None:
    """A striped cotton cloth laid askew."""
    p = c.pal
    base = lighter(mix(p.wall, "#fbf3e2", 0.6), 0.2)
    sheet = Shape().poly(
        smooth(pts("14 18, 60 11, 110 14, 150 9, 154 50, 149 92, 100 95, 50 92, 10 96, 13 60"))
    )
    c.fill(sheet.placed(1.4, 2), "#0a0713", 0.4, 1.6)
    c.fill(sheet, fade(lighter(base, 0.2), mix(base, p.far, 0.3), angle=50))
    bands = Shape()
    for k in (0, 3, 5, 25, 27, 30):
        bands.poly([(20 + k * 4, 0), (21.6 + k * 4, 0), (14.6 + k * 4.2, 104), (13 + k * 4.2, 104)])
    c.fill(bands, p.accent, 0.7, 0, sheet)
    c.veil(mix(p.far, p.near, 0.3), 0.25, 6, 4, 0, 101, 0.5, sheet)


def barbari(c: Canvas, x: float, y: float, w: float, turn: float, crust: Ink) -> None:
    """A long barbari loaf: furrows, blisters, sesame."""
    body = (
        Shape()
        .blob(
            pts(
                "-0.98 -0.02, -0.86 -0.2, -0.4 -0.26, 0.2 -0.25, 0.84 -0.22, 1.0 0.0, 0.86 0.22, "
                "0.3 0.26, -0.3 0.25, -0.84 0.21"
            )
        )
        .placed(x, y, w * 0.8, turn)
    )
    c.fill(body.placed(1.5, 2.4), "#0a0713", 0.45, 1.3)
    c.fill(
        body, Fade((lighter(crust, 0.35), crust, darker(crust, 0.32)), 0, 0.12, (0.48, 0.42), 0.62)
    )
    c.veil(darker(mix(crust, "#8a3f14", 0.6), 0.1), 0.7, 14, 10, 0, 101, 0.55, body)
    furrow, ridge = Shape(), Shape()
    for k in range(-2, 3):
        line = np.array([(-0.84, k * 0.085), (-0.3, k * 0.1), (0.3, k * 0.1), (0.84, k * 0.085)])
        furrow.curve(line, 0.035)
        ridge.curve(line + np.array([0, -0.035]), 0.02)
    c.fill(
        furrow.placed(x, y, w * 0.8, turn), darker(mix(crust, "#8a3f14", 0.5), 0.2), 0.55, 0.3, body
    )
    c.fill(ridge.placed(x, y, w * 0.8, turn), lighter(crust, 0.6), 0.65, 0.25, body)
    seeds = Shape()
    for _ in range(150):
        seeds.ellipse(
            c.between(-0.92, 0.92), c.between(-0.22, 0.22), 0.014, 0.008, c.between(0, 180)
        )
    c.fill(seeds.placed(x, y, w * 0.8, turn), SEED, 0.95, 0, body)


def taftun(c: Canvas, x: float, y: float, r: float, crust: Ink) -> None:
    """A round stamped loaf."""
    t = np.linspace(0, 2 * np.pi, 22)[:-1]
    reach = r * (1 + c.rng.normal(0, 0.02, 21))
    body = Shape().blob(np.stack([x + reach * np.cos(t), y + reach * np.sin(t)], 1))
    c.fill(body.placed(1.5, 2.4), "#0a0713", 0.45, 1.3)
    c.fill(
        body,
        Fade(
            (lighter(crust, 0.3), crust, lighter(crust, 0.2), darker(crust, 0.35)),
            0,
            0.12,
            (0.5, 0.5),
            0.54,
        ),
    )
    c.veil(darker(mix(crust, "#8a3f14", 0.6), 0.1), 0.65, 14, 10, 0, 101, 0.55, body)
    dents = Shape()
    for ring, count in ((0.28, 6), (0.52, 12), (0.74, 18)):
        for k in range(count):
            a = 2 * np.pi * k / count
            dents.ellipse(x + np.cos(a) * r * ring, y + np.sin(a) * r * ring, r * 0.05)
    c.fill(dents, darker(mix(crust, "#8a3f14", 0.5), 0.2), 0.6, 0.25)
    c.fill(
        Shape().dots(x + c.rng.normal(0, r * 0.4, 60), y + c.rng.normal(0, r * 0.4, 60), 0.35),
        SEED,
        0.95,
        0,
        body,
    )


def bowl(c: Canvas, x: float, y: float, r: float) -> None:
    """A turquoise bowl of white cheese and herbs, from above."""
    p = c.pal
    glaze = p.lit(mix("#1f93a0", p.mid, 0.15))
    c.fill(Shape().ellipse(x + 2, y + 3, r), "#0a0713", 0.45, 1.6)
    c.fill(Shape().ellipse(x, y, r), fade(lighter(glaze, 0.4), darker(glaze, 0.3), angle=50))
    c.fill(Shape().ellipse(x, y, r * 0.88), halo(darker(glaze, 0.35), glaze))
    c.fill(
        Shape().poly(oval(x, y, r * 0.93, r * 0.93)).poly(oval(x, y, r * 0.91, r * 0.91), True),
        "#ffffff",
        0.7,
    )
    green = p.lit(mix(p.leaf, "#4f9a3f", 0.5))
    for k in range(5):
        c.fill(
            leaves(c, x + c.between(-2, 6), y + c.between(-2, 4), r * 0.62, r * 0.5, 34, r * 0.085),
            fade(lighter(green, 0.1 * k), darker(green, 0.3 - 0.05 * k), angle=50),
        )
    for dx, dy, s in ((-0.36, -0.2, 0.4), (-0.05, -0.42, 0.34), (-0.3, 0.24, 0.34)):
        block = Shape().rect(-0.5, -0.4, 1, 0.8, 0.1).placed(x + dx * r, y + dy * r, s * r, dx * 60)
        c.fill(block.placed(0.7, 1), darker(green, 0.5), 0.5, 0.5)
        c.fill(block, fade("#fffdf4", "#e5dcc4", angle=50))
    for _ in range(4):
        c.fill(
            Shape().ellipse(x + c.between(0.1, 0.5) * r, y + c.between(-0.3, 0.5) * r, r * 0.11),
            halo("#f3a3a8", "#c8313e", at=(0.35, 0.3)),
        )


def wheat_stalk(c: Canvas, x: float, y: float, turn: float) -> None:
    """A stalk of wheat laid down."""
    ink = c.pal.lit("#e0b04c")
    out = Shape().line([(0, 0), (46, 0)], 0.45)
    for k in range(9):
        for s in (-1, 1):
            out.ellipse(32 + k * 1.9, s * 0.9, 1.5, 0.6, -s * 22)
            out.line([(33 + k * 1.9, s * 1.1), (40 + k * 1.9, s * 3.2)], 0.1)
    c.fill(out.placed(x, y, 1, turn), fade(lighter(ink, 0.3), darker(ink, 0.25)))


def oven(c: Canvas) -> None:
    """A brick oven's glowing mouth, loaves on the sill, a peel."""
    p, x = c.pal, c.between(64, 96)
    brick = p.lit(mix("#a5603c", p.near, 0.25))
    c.wash(darker(brick, 0.35), darker(brick, 0.45), bottom=101)
    for row in range(15):
        for col in range(15):
            at = (col * 12 - (row % 2) * 6 - 3, row * 5.4)
            tone = mix(
                brick,
                lighter(brick, 0.3) if c.rng.random() < 0.5 else darker(brick, 0.35),
                c.rng.random() * 0.6,
            )
            c.fill(Shape().rect(*at, 11.4, 4.8, 0.5), tone)
    ring = Shape()
    for a in np.linspace(180, 360, 17):
        rad = np.radians(a)
        ring.poly(
            [
                (x + np.cos(rad - 0.085) * 36, 66 + np.sin(rad - 0.085) * 42),
                (x + np.cos(rad + 0.085) * 36, 66 + np.sin(rad + 0.085) * 42),
                (x + np.cos(rad + 0.07) * 45, 66 + np.sin(rad + 0.07) * 52),
                (x + np.cos(rad - 0.07) * 45, 66 + np.sin(rad - 0.07) * 52),
            ]
        )
    c.fill(ring, fade(lighter(brick, 0.35), lighter(brick, 0.05)))
    mouth = Shape().poly([*oval(x, 66, 35, 41)[28:].tolist(), (x + 35, 78), (x - 35, 78)])
    c.fill(mouth, Fade(("#fff3b8", "#ffb23e", "#d4551b", "#4d160c"), 0, 0.1, (0.5, 0.95), 0.85))
    for k in range(11):
        fx, h = x + c.between(-28, 28), c.between(12, 32)
        flame = Shape().blob(
            [
                (fx, 78 - h),
                (fx + h * 0.16, 78 - h * 0.5),
                (fx + h * 0.2, 78),
                (fx - h * 0.2, 78),
                (fx - h * 0.14, 78 - h * 0.45),
            ]
        )
        c.fill(
            flame,
            fade("#ffd35c", "#fff6cf") if k % 2 else fade("#f2761e", "#ffc14a"),
            0.8,
            0.5,
            mouth,
        )
    c.fill(
        Shape().rect(-2, 78, 164, 26),
        fade(lighter(mix(brick, p.wall, 0.4), 0.15), darker(brick, 0.35)),
    )
    c.glow(x, 66, 88, "#ffb347", 0.42)
    crust = p.lit("#d99a4e")
    for k in range(3):
        barbari(c, 30 + 50 * k + c.between(-5, 5), 90, 30, c.between(-8, 8), crust)
    peel = Shape().line([(0, 0), (70, 0)], 1.5).rect(-26, -8, 28, 16, 6)
    c.fill(peel.placed(x + 6, 73, 1, 22), fade(p.lit("#c99a62"), p.lit("#7f5632")))
    c.fill(
        Shape().dots(
            x + c.rng.normal(0, 22, 50),
            60 - np.abs(c.rng.normal(0, 20, 50)),
            c.many(0.15, 0.45, 50),
        ),
        "#ffe08a",
        0.9,
    )
