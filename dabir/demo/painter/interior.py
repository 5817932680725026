"""Motifs indoors: rooms, tables, window light, shelves, vases and the star pattern."""

from __future__ import annotations

import numpy as np

from dabir.demo.painter.canvas import Canvas, fade
from dabir.demo.painter.palette import RGB, Ink, darker, lighter, mix
from dabir.demo.painter.shapes import Floats, Points, Shape, smooth, star


def wall_ink(c: Canvas) -> RGB:
    """The colour of a plastered wall in this light."""
    return mix(c.pal.wall, c.pal.mid, 0.3)


def room(c: Canvas, floor: float, wall: Ink | None = None, ground: Ink | None = None) -> None:
    """A wall and a floor meeting at a height, with soft mottling and window light."""
    back = wall if wall is not None else wall_ink(c)
    below = ground if ground is not None else c.pal.lit(mix("#b98556", c.pal.earth, 0.4))
    c.wash(mix(back, c.pal.top, 0.25), lighter(back, 0.2), back, bottom=floor)
    c.veil(lighter(back, 0.3), 0.35, 3, 3, 0, floor, 0.35)
    c.wash(lighter(below, 0.2), below, darker(below, 0.25), top=floor, bottom=101)


def daylight(
    c: Canvas, x: float, y: float, w: float, h: float, lean: float = 16.0, strength: float = 0.4
) -> None:
    """Light of a barred window thrown slantwise on a wall."""
    panes = Shape()
    for row in range(2):
        for col in range(2):
            a, b = x + col * w * 0.53, y + row * h * 0.53
            pw, ph, push = w * 0.47, h * 0.47, lean * 0.47
            shift = row * lean * 0.53
            panes.poly(
                [
                    (a + shift, b),
                    (a + pw + shift, b),
                    (a + pw + shift + push, b + ph),
                    (a + shift + push, b + ph),
                ]
            )
    c.fill(panes, lighter(c.pal.lamp if c.pal.dark else c.pal.sun, 0.15), strength, 0.7)


def tabletop(c: Canvas, y: float, ink: Ink, cloth: bool = False) -> None:
    """A table's top across the picture, its grain running level."""
    c.wash(lighter(ink, 0.3), ink, darker(ink, 0.3), top=y, bottom=101)
    if cloth:
        return
    grain = Shape()
    for _ in range(60):
        d = c.rng.random()
        at, x = y + (100 - y) * d**1.3, c.between(-20, 150)
        grain.line([(x, at), (x + c.between(10, 60), at + c.between(-0.2, 0.2))], 0.1 + 0.15 * d)
    c.fill(grain, darker(ink, 0.4), 0.35)


def shadow(
    c: Canvas, x: float, y: float, w: float, lean: float = 0.5, ink: Ink | None = None
) -> None:
    """The soft shadow of a thing w wide standing at (x, y)."""
    dark = ink if ink is not None else darker(c.pal.near, 0.2)
    c.fill(Shape().ellipse(x + w * lean, y + w * 0.02, w * 0.85, w * 0.13), dark, 0.3, w * 0.06)
    c.fill(Shape().ellipse(x + w * 0.04, y, w * 0.5, w * 0.07), dark, 0.5, w * 0.025)


def turned_shape(profile: Points) -> Shape:
    """A vessel from its right-hand profile (top to bottom) about the middle line."""
    half = smooth(profile, closed=False)
    return Shape().poly(np.concatenate([half, half[::-1] * np.array([-1, 1])]))


def vessel(c: Canvas, x: float, y: float, h: float, profile: Points, ink: Ink) -> Shape:
    """A turned vessel, shaded round, its foot at (x, y); returns its outline for decoration."""
    body = turned_shape(profile).placed(x, y, h)
    shadow(c, x, y, h * 0.5)
    c.fill(body, fade(darker(ink, 0.1), lighter(ink, 0.3), ink, darker(ink, 0.45), angle=8))
    return body


def gloss(
    c: Canvas, body: Shape, x: float, y: float, w: float, h: float, strength: float = 0.5
) -> None:
    """A soft highlight on a rounded thing."""
    c.fill(Shape().ellipse(x, y, w, h, 8), "#ffffff", strength, w * 0.5, body)


def girih(x: float, y: float, r: float) -> tuple[Shape, Shape]:
    """An eight-pointed star tile and the inner star."""
    whole = Shape().poly(star(x, y, r, 8, 0.765, 22.5))
    return whole, Shape().poly(star(x, y, r * 0.6, 8, 0.765, 0))


def spine_row(
    c: Canvas,
    x0: float,
    x1: float,
    y: float,
    h: float,
    inks: tuple[Ink, ...],
    width: tuple[float, float] = (1.6, 3.4),
) -> None:
    """A shelf's row of standing books."""
    groups: dict[int, Shape] = {}
    bands, shades = Shape(), Shape()
    x = x0
    while x < x1 - width[0]:
        w, tall = c.between(*width), h * c.between(0.72, 1.0)
        w = min(w, x1 - x)
        if c.rng.random() < 0.06:
            x += w
            continue
        key = int(c.rng.integers(len(inks)))
        groups.setdefault(key, Shape()).rect(x, y - tall, w - 0.12, tall)
        shades.rect(x + w * 0.66, y - tall, w * 0.34 - 0.12, tall)
        for at in (0.12, 0.78):
            bands.rect(x + 0.1, y - tall * (1 - at), w - 0.32, tall * 0.03)
        x += w
    for key, shape in groups.items():
        c.fill(shape, fade(lighter(inks[key], 0.18), darker(inks[key], 0.15)))
    c.fill(shades, "#0b0d1c", 0.22)
    c.fill(bands, lighter(c.pal.lamp, 0.2), 0.6)


def book_inks(c: Canvas) -> tuple[Ink, ...]:
    """Cloth colours of books in this light."""
    p = c.pal
    base: tuple[Ink, ...] = (
        p.accent,
        p.second,
        p.leaf,
        p.earth,
        p.near,
        lighter(p.wall, 0.2),
        mix(p.accent, p.lamp, 0.6),
        darker(p.second, 0.3),
        "#7c2f35",
    )
    return tuple(mix(p.lit(ink), p.near, 0.12) for ink in base)


def rows_of(x: Floats, y: float) -> Floats:
    """Points at one height."""
    return np.stack([x, np.full_like(x, y)], axis=1)
