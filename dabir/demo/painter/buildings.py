"""Motifs of building: towers, houses, domes, wind towers, windows, lamps and cars."""

from __future__ import annotations

import numpy as np

from dabir.demo.painter.canvas import Canvas, fade
from dabir.demo.painter.palette import Ink, darker, lighter, mix
from dabir.demo.painter.shapes import Floats, Shape, pointed_arch, pts, smooth


def block(
    c: Canvas,
    x: float,
    y: float,
    w: float,
    h: float,
    ink: Ink,
    lamps: float = 0.3,
    pitch: float = 2.4,
) -> None:
    """A modern building with its foot at (x, y): a lit side, a shaded side, rows of windows."""
    body = Shape().rect(x, y - h, w, h)
    c.fill(body, fade(lighter(ink, 0.16), ink, mix(ink, c.pal.low, 0.25)))
    c.fill(Shape().rect(x + w * 0.68, y - h, w * 0.32, h), darker(ink, 0.5), 0.35)
    cols, rows = max(2, int(w / pitch)), max(2, int((h - 2) / (pitch * 1.25)))
    off, on = Shape(), Shape()
    for r in range(rows):
        for k in range(cols):
            wx = x + w * (k + 0.24) / cols
            wy = y - h + 1.6 + r * (h - 2) / rows
            pane = on if c.rng.random() < lamps else off
            pane.rect(wx, wy, w / cols * 0.54, (h - 2) / rows * 0.52)
    c.fill(off, mix(darker(ink, 0.35), c.pal.mid, 0.3), 0.75)
    if on.strokes:
        c.fill(on, c.pal.lamp, 0.9)


def roofline(c: Canvas, base: float, low: float, high: float, wide: tuple[float, float]) -> Shape:
    """A row of distant buildings as one silhouette."""
    out, x = Shape(), -4.0
    while x < 164:
        w, h = c.between(*wide), c.between(low, high)
        out.rect(x, base - h, w, h + 60)
        if c.rng.random() < 0.3:
            out.rect(x + w * 0.3, base - h - 1.6, w * 0.3, 2)
        if c.rng.random() < 0.15:
            out.rect(x + w * 0.5, base - h - 5, 0.3, 5)
        x += w + c.between(-0.5, 1.0)
    return out


def dome(x: float, y: float, w: float, h: float) -> Shape:
    """An onion dome on its drum, its foot's middle at (x, y)."""
    half = w / 2
    left = [
        (x - half * 0.92, y - h * 0.12),
        (x - half * 1.04, y - h * 0.3),
        (x - half * 0.92, y - h * 0.55),
        (x - half * 0.5, y - h * 0.78),
        (x, y - h),
    ]
    right = [(2 * x - a, b) for a, b in reversed(left)]
    out = Shape().rect(x - half * 0.92, y - h * 0.16, half * 1.84, h * 0.16)
    out.poly(np.concatenate([smooth(left, False), smooth(right, False)]))
    return out.rect(x - 0.02 * w, y - h * 1.14, 0.04 * w, h * 0.16).ellipse(
        x, y - h * 1.08, w * 0.03
    )


def windcatcher(c: Canvas, x: float, y: float, w: float, h: float, ink: Ink) -> None:
    """A badgir: a mud tower, its head cut by tall vents, timber ends sticking out."""
    c.fill(
        Shape().poly(
            [(x - w * 0.5, y), (x - w * 0.44, y - h), (x + w * 0.44, y - h), (x + w * 0.5, y)]
        ),
        fade(lighter(ink, 0.2), ink, angle=15),
    )
    c.fill(
        Shape().poly(
            [(x + w * 0.14, y), (x + w * 0.14, y - h), (x + w * 0.44, y - h), (x + w * 0.5, y)]
        ),
        darker(ink, 0.5),
        0.4,
    )
    trim, vents, beams = Shape(), Shape(), Shape()
    trim.rect(x - w * 0.52, y - h - w * 0.05, w * 1.04, w * 0.12, w * 0.03)
    trim.rect(x - w * 0.5, y - h * 0.56, w, w * 0.08)
    for k in range(5):
        vx = x - w * 0.36 + k * w * 0.145
        vents.poly(pointed_arch(vx + w * 0.05, y - h * 0.6, w * 0.09, h * 0.34))
    for k in range(3):
        by = y - h * (0.66 + 0.11 * k)
        beams.rect(x - w * 0.62, by, w * 0.16, w * 0.035).rect(
            x + w * 0.46, by, w * 0.16, w * 0.035
        )
    c.fill(trim, lighter(ink, 0.25))
    c.fill(vents, darker(ink, 0.68))
    c.fill(beams, darker(ink, 0.6))


def mud_house(c: Canvas, x: float, y: float, w: float, h: float, ink: Ink, lit: bool) -> None:
    """A flat-roofed house of mud brick with an arched door and small windows."""
    c.fill(Shape().rect(x, y - h, w, h + 1), fade(lighter(ink, 0.2), ink, angle=50))
    c.fill(Shape().rect(x + w * 0.72, y - h, w * 0.28, h + 1), darker(ink, 0.45), 0.4)
    c.fill(Shape().rect(x - 0.4, y - h - 0.7, w + 0.8, 1.2, 0.3), lighter(ink, 0.3))
    hole = darker(ink, 0.62) if not lit else c.pal.lamp
    c.fill(Shape().poly(pointed_arch(x + w * 0.3, y + 0.5, w * 0.2, h * 0.55)), darker(ink, 0.65))
    panes = Shape().poly(pointed_arch(x + w * 0.55, y - h * 0.42, w * 0.11, h * 0.3))
    c.fill(panes.poly(pointed_arch(x + w * 0.12, y - h * 0.42, w * 0.11, h * 0.3)), hole)


def lamp_post(c: Canvas, x: float, y: float, h: float, flip: bool = False) -> None:
    """A street lamp with its pool of light."""
    side = -1 if flip else 1
    post = Shape().limb((x, y), (x, y - h), h * 0.025, h * 0.015)
    post.curve(
        [(x, y - h * 0.97), (x + side * h * 0.06, y - h * 1.02), (x + side * h * 0.16, y - h)],
        h * 0.014,
    )
    c.fill(post, darker(c.pal.near, 0.25))
    head = (x + side * h * 0.17, y - h * 0.99)
    c.glow(*head, h * 0.5, c.pal.lamp, 0.6 if c.pal.dark else 0.28)
    c.fill(Shape().ellipse(head[0], head[1], h * 0.045, h * 0.018), lighter(c.pal.lamp, 0.5))


def car(c: Canvas, x: float, y: float, w: float, ink: Ink, flip: bool = False) -> None:
    """A small saloon from the side, its wheels at height y."""
    body = Shape().blob(
        pts(
            "-0.5 -0.1, -0.49 -0.2, -0.3 -0.23, -0.18 -0.36, 0.12 -0.37, 0.28 -0.24, 0.46 "
            "-0.2, 0.5 -0.1, 0.4 -0.06, -0.4 -0.06"
        )
    )
    glass = (
        Shape()
        .poly(pts("-0.24 -0.235, -0.15 -0.335, -0.02 -0.34, -0.02 -0.235"))
        .poly(pts("0.01 -0.235, 0.01 -0.34, 0.1 -0.335, 0.22 -0.235"))
    )
    wheels = Shape().ellipse(-0.29, -0.07, 0.085).ellipse(0.29, -0.07, 0.085)
    hubs = Shape().ellipse(-0.29, -0.07, 0.04).ellipse(0.29, -0.07, 0.04)
    c.fill(Shape().ellipse(x, y, w * 0.52, w * 0.03), darker(c.pal.near, 0.5), 0.5, w * 0.02)
    for part, paint in (
        (body, fade(lighter(ink, 0.35), ink, darker(ink, 0.3))),
        (glass, fade(lighter(c.pal.low, 0.2), mix(c.pal.top, c.pal.near, 0.4))),
        (wheels, "#15161d"),
        (hubs, "#9a9ea6"),
    ):
        c.fill(part.placed(x, y, w, 0, flip), paint)


def rear_car(c: Canvas, x: float, y: float, w: float, ink: Ink) -> None:
    """A car driving away, seen from behind, its wheels at height y."""
    c.fill(
        Shape().ellipse(0, 0, 0.56, 0.05).placed(x, y, w), darker(c.pal.near, 0.5), 0.5, w * 0.03
    )
    roof = Shape().blob(pts("-0.42 -0.42, -0.3 -0.68, 0 -0.73, 0.3 -0.68, 0.42 -0.42"))
    glass = Shape().poly(pts("-0.33 -0.44, -0.25 -0.63, 0.25 -0.63, 0.33 -0.44"))
    tyres = Shape().rect(-0.43, -0.2, 0.16, 0.2, 0.04).rect(0.27, -0.2, 0.16, 0.2, 0.04)
    body = Shape().rect(-0.5, -0.46, 1, 0.34, 0.12)
    lights = Shape().rect(-0.46, -0.38, 0.14, 0.09, 0.03).rect(0.32, -0.38, 0.14, 0.09, 0.03)
    plate = Shape().rect(-0.13, -0.3, 0.26, 0.08, 0.02)
    for part, paint in (
        (tyres, "#15161d"),
        (roof, fade(lighter(ink, 0.3), ink)),
        (glass, fade(lighter(c.pal.low, 0.2), mix(c.pal.top, c.pal.near, 0.5))),
        (body, fade(lighter(ink, 0.25), darker(ink, 0.3))),
        (lights, "#e8432e"),
        (plate, "#efe9da"),
    ):
        c.fill(part.placed(x, y, w), paint)


def floor_lines(c: Canvas, vanish: tuple[float, float], y: float, count: int) -> Shape:
    """Lines of a floor or road running to a vanishing point."""
    out = Shape()
    for k in range(count + 1):
        x = -120 + 400 * k / count
        out.line([vanish, (x, 104)], 0.16)
    for k in range(12):
        at = y + (104 - y) * (k / 12) ** 2.2
        out.line([(-3, at), (163, at)], 0.12 + 0.02 * k)
    return out


def steps_of(y0: float, y1: float, count: int, power: float = 2.0) -> Floats:
    """Heights spaced by perspective from y0 (far) to y1 (near)."""
    return np.asarray(y0 + (y1 - y0) * np.linspace(0, 1, count) ** power)
