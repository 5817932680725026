"""Scenes of science: laboratory and cells."""

from __future__ import annotations

import numpy as np

from dabir.demo.painter.canvas import Canvas, Fade, fade, halo
from dabir.demo.painter.interior import daylight, gloss, shadow, tabletop, wall_ink
from dabir.demo.painter.palette import Ink, darker, lighter, mix
from dabir.demo.painter.registry import scene
from dabir.demo.painter.shapes import Shape, smooth


@scene("laboratory", zoom=0.12)
def laboratory(c: Canvas) -> None:
    """A bench of glassware with bright liquids, a microscope, shelves in soft focus."""
    p = c.pal
    wall = wall_ink(c)
    c.wash(mix(wall, p.top, 0.45), lighter(mix(wall, p.second, 0.2), 0.1), wall)
    daylight(c, c.between(70, 100), 4, 56, 52, 20, 0.35)
    for row in range(2):
        y = 26 + 20 * row
        c.fill(Shape().rect(-2, y, 90, 1.6), darker(wall, 0.35), 0.7)
        x = 4.0
        while x < 80:
            w, h = c.between(4, 8), c.between(7, 14)
            ink = mix((p.accent, p.second, p.leaf, p.lamp)[int(c.rng.integers(4))], wall, 0.5)
            c.fill(
                Shape().rect(x, y - h, w, h, 1.2).rect(x + w * 0.3, y - h - 2, w * 0.4, 3),
                fade(lighter(ink, 0.3), ink),
                0.85,
                0.35,
            )
            x += w + c.between(2, 5)
    tabletop(c, 76, mix(p.lit(p.wall), p.far, 0.4), cloth=True)
    inks: tuple[Ink, ...] = (p.accent, p.second, mix(p.leaf, p.lamp, 0.3), p.lamp)
    order = [(k + c.number) % 4 for k in range(4)]
    microscope(c, 124 + c.between(-4, 4), 90, 50)
    flask(c, 26, 91, 34, inks[order[0]])
    retort(c, 58, 90, 38, inks[order[1]])
    tubes(c, 78, 93, inks)
    flask(c, 98 + c.between(-3, 2), 96, 22, inks[order[3]])


def liquid(c: Canvas, body: Shape, level: float, ink: Ink) -> None:
    """Fill a glass outline to a level, with bubbles and highlights."""
    left, top, right, foot = body.box()
    y = top + (foot - top) * (1 - level)
    c.fill(body, "#ffffff", 0.28)
    fluid = (
        Shape()
        .rect(left, y, right - left, foot - y + 1)
        .ellipse((left + right) / 2, y, (right - left) / 2, 0.8)
    )
    c.fill(fluid, fade(lighter(ink, 0.3), ink, darker(ink, 0.25)), 0.88, 0, body)
    c.fill(
        Shape().dots(c.many(left, right, 14), c.many(y + 1, foot, 14), c.many(0.2, 0.7, 14)),
        "#ffffff",
        0.5,
        0,
        body,
    )
    rim = Shape()
    for s in body.strokes:
        rim.line(np.concatenate([s.points, s.points[:1]]), 0.35)
    c.fill(rim, "#ffffff", 0.65)
    c.fill(
        Shape().ellipse(
            left + (right - left) * 0.3, foot - (foot - top) * 0.26, 0.8, (foot - top) * 0.14, 8
        ),
        "#ffffff",
        0.65,
        0.3,
        body,
    )


def flask(c: Canvas, x: float, y: float, h: float, ink: Ink) -> None:
    """A conical flask."""
    body = Shape().poly(
        smooth(
            [
                (x - h * 0.09, y - h),
                (x - h * 0.09, y - h * 0.62),
                (x - h * 0.36, y - h * 0.08),
                (x - h * 0.3, y),
                (x + h * 0.3, y),
                (x + h * 0.36, y - h * 0.08),
                (x + h * 0.09, y - h * 0.62),
                (x + h * 0.09, y - h),
            ],
            True,
            8,
        )
    )
    shadow(c, x, y, h * 0.7, 0.3, mix(ink, c.pal.near, 0.6))
    liquid(c, body, 0.46, ink)
    c.fill(Shape().rect(x - h * 0.12, y - h * 1.03, h * 0.24, h * 0.05, 0.5), "#ffffff", 0.8)


def retort(c: Canvas, x: float, y: float, h: float, ink: Ink) -> None:
    """A round flask held on a stand over a small flame."""
    iron = darker(c.pal.near, 0.1)
    shadow(c, x - 4, y + 1, h * 0.6, 0.3)
    c.fill(
        Shape()
        .rect(x - h * 0.42, y - 1.2, h * 0.6, 2, 0.6)
        .rect(x - h * 0.36, y - h * 1.25, 1.1, h * 1.25)
        .rect(x - h * 0.36, y - h * 0.85, h * 0.4, 0.9),
        iron,
    )
    body = (
        Shape()
        .ellipse(x, y - h * 0.5, h * 0.25)
        .rect(x - h * 0.06, y - h * 1.1, h * 0.12, h * 0.42)
    )
    liquid(c, body, 0.3, ink)
    c.fill(Shape().rect(x - 1.6, y - h * 0.1, 3.2, h * 0.1, 0.4), "#c9a25a")
    c.glow(x, y - h * 0.17, 7, "#ffb347", 0.8)
    c.fill(
        Shape().blob(
            [(x, y - h * 0.24), (x + 1.1, y - h * 0.14), (x, y - h * 0.1), (x - 1.1, y - h * 0.14)]
        ),
        fade("#fff0b0", "#f08a2c"),
    )


def tubes(c: Canvas, x: float, y: float, inks: tuple[Ink, ...]) -> None:
    """A rack of test tubes."""
    wood = c.pal.lit("#a87746")
    for k, ink in enumerate(inks):
        liquid(c, Shape().rect(x - 7 + k * 4.6, y - 22, 2.8, 20, 1.4), c.between(0.4, 0.75), ink)
    rack = (
        Shape()
        .rect(x - 9, y - 2.4, 20, 2.6, 0.5)
        .rect(x - 9, y - 14, 20, 1.7, 0.4)
        .rect(x - 9, y - 15, 1.3, 15)
        .rect(x + 9.7, y - 15, 1.3, 15)
    )
    c.fill(rack, fade(lighter(wood, 0.25), darker(wood, 0.2)))


def microscope(c: Canvas, x: float, y: float, h: float) -> None:
    """A microscope from the side."""
    dark, pale = mix(c.pal.near, c.pal.second, 0.2), mix("#f3efe6", c.pal.wall, 0.3)
    shadow(c, x, y + 1, h * 0.6, 0.3)
    arm = Shape().poly(
        smooth(
            [
                (x + h * 0.02, y - h * 0.66),
                (x + h * 0.2, y - h * 0.62),
                (x + h * 0.28, y - h * 0.38),
                (x + h * 0.22, y - h * 0.06),
                (x + h * 0.1, y - h * 0.06),
                (x + h * 0.16, y - h * 0.36),
                (x + h * 0.1, y - h * 0.5),
                (x, y - h * 0.54),
            ]
        )
    )
    c.fill(arm, fade(lighter(pale, 0.3), darker(pale, 0.3), angle=20))
    c.fill(
        Shape()
        .rect(x - h * 0.26, y - h * 0.07, h * 0.54, h * 0.08, 1.2)
        .rect(x - h * 0.24, y - h * 0.27, h * 0.42, h * 0.04, 0.5),
        fade(lighter(dark, 0.2), dark),
    )
    tube = (
        Shape()
        .limb((0, 0), (0, -h * 0.4), h * 0.12, h * 0.12)
        .limb((0, -h * 0.4), (0, -h * 0.52), h * 0.09, h * 0.1)
        .limb((0, 0), (0, h * 0.1), h * 0.09, h * 0.06)
    )
    c.fill(
        tube.placed(x - h * 0.02, y - h * 0.44, 1, 14),
        fade(dark, lighter(dark, 0.5), dark, angle=0),
    )
    c.fill(Shape().ellipse(x + h * 0.2, y - h * 0.3, h * 0.055), lighter(dark, 0.35))
    c.glow(x - h * 0.06, y - h * 0.26, 6, c.pal.lamp, 0.7)


@scene("cells")
def cells(c: Canvas) -> None:
    """Living cells under the microscope, some in focus, some deep and blurred."""
    p = c.pal
    deep = mix(p.second, p.near, 0.62)
    tones: tuple[Ink, ...] = (
        p.accent,
        mix(p.accent, p.low, 0.5),
        p.second,
        mix(p.leaf, p.mid, 0.3),
    )
    c.wash(lighter(deep, 0.12), deep, darker(deep, 0.3))
    c.glow(c.between(40, 120), c.between(25, 60), 90, mix(p.mid, p.accent, 0.25), 0.7)
    c.veil(lighter(deep, 0.3), 0.4, 5, 4)
    kind = c.number % 3
    for layer, (count, size, blur) in enumerate(((12, 13, 2.6), (11, 11, 0.9), (10, 15, 0.0))):
        taken: list[tuple[float, float]] = []
        for _ in range(count):
            x, y, r = c.between(-5, 165), c.between(-5, 105), size * c.between(0.65, 1.25)
            if any((x - a) ** 2 + (y - b) ** 2 < (size * 1.7) ** 2 for a, b in taken):
                continue
            taken.append((x, y))
            ink = mix(tones[int(c.rng.integers(4))], deep, 0.5 - 0.22 * layer)
            cell(c, x, y, r, ink, blur, kind)
    c.fill(
        Shape().dots(c.many(0, 160, 120), c.many(0, 100, 120), c.many(0.15, 0.6, 120)),
        lighter(p.low, 0.4),
        0.5,
    )


def cell(c: Canvas, x: float, y: float, r: float, ink: Ink, blur: float, kind: int) -> None:
    """One cell: membrane, cytoplasm, nucleus; or a red blood disc."""
    t = np.linspace(0, 2 * np.pi, 11)[:-1]
    reach = r * (1 + c.rng.normal(0, 0.05, 10))
    outline = smooth(np.stack([x + reach * np.cos(t), y + reach * np.sin(t) * 0.94], 1))
    body = Shape().poly(outline)
    c.fill(
        Shape().poly(outline + np.array([r * 0.12, r * 0.2])),
        darker(c.pal.near, 0.4),
        0.35,
        1 + blur,
    )
    if kind == 1:
        c.fill(
            body,
            Fade(
                (darker(ink, 0.35), ink, lighter(ink, 0.3), darker(ink, 0.1)),
                0,
                0.06,
                (0.46, 0.46),
                0.56,
            ),
            0.96,
            blur,
        )
        gloss(c, body, x - r * 0.4, y - r * 0.5, r * 0.3, r * 0.13, 0.45)
        return
    c.fill(
        body,
        Fade((mix(ink, c.pal.low, 0.35), ink, lighter(ink, 0.45)), 0, 0.07, (0.5, 0.5), 0.56),
        0.82,
        blur,
    )
    if blur:
        return
    c.fill(Shape().line(np.concatenate([outline, outline[:1]]), r * 0.06), lighter(ink, 0.6), 0.85)
    organs = Shape()
    for _ in range(9):
        a, d = c.between(0, 6.28), c.between(0.5, 0.8) * r
        organs.ellipse(
            x + np.cos(a) * d,
            y + np.sin(a) * d,
            r * c.between(0.05, 0.12),
            r * 0.05,
            c.between(0, 180),
        )
    c.fill(organs, lighter(c.pal.lamp, 0.2), 0.6)
    nx, ny = x + c.between(-0.12, 0.12) * r, y + c.between(-0.12, 0.12) * r
    parts = ((0.0, 1.0),) if kind == 0 else ((-0.24, 0.75), (0.24, 0.75))
    for off, scale in parts:
        c.fill(
            Shape().ellipse(nx + off * r, ny, r * 0.36 * scale),
            halo(darker(ink, 0.25), darker(ink, 0.6)),
        )
        c.fill(
            Shape().ellipse(nx + off * r - r * 0.06, ny - r * 0.06, r * 0.12 * scale),
            lighter(ink, 0.35),
            0.85,
        )
    gloss(c, body, x - r * 0.4, y - r * 0.55, r * 0.28, r * 0.1, 0.5)
