"""Motifs out of doors: skies, ridges, clouds, trees, grasses, birds and glitter on water."""

from __future__ import annotations

import numpy as np

from dabir.demo.painter.canvas import Canvas, fade, halo
from dabir.demo.painter.palette import Ink, darker, lighter, mix
from dabir.demo.painter.shapes import Floats, Shape, smooth


def rough_line(
    c: Canvas, count: int, octaves: int = 6, keep: float = 0.5, first: int = 3
) -> Floats:
    """Fractal noise along a line, between 0 and 1."""
    x = np.linspace(0, 1, count)
    total = np.zeros(count)
    for k in range(octaves):
        knots = first * 2**k
        total += np.interp(x, np.linspace(0, 1, knots + 1), c.rng.random(knots + 1)) * keep**k
    return np.asarray((total - total.min()) / np.ptp(total))


def ridge(c: Canvas, base: float, height: float, keep: float = 0.5, first: int = 3) -> Shape:
    """A range of hills or mountains filled down past the picture's foot."""
    x = np.linspace(-3, 163, 420)
    y = base - height * rough_line(c, 420, 6, keep, first)
    return Shape().poly(np.concatenate([np.stack([x, y], 1), [[163, 104], [-3, 104]]]))


def hill(c: Canvas, base: float, height: float, first: int = 2) -> Shape:
    """A smooth rolling ground filled down past the picture's foot."""
    knots = np.stack(
        [np.linspace(-20, 180, first * 2 + 3), base - height * c.rng.random(first * 2 + 3)], 1
    )
    line = smooth(knots, closed=False, steps=30)
    return Shape().poly(np.concatenate([line, [[180, 104], [-20, 104]]]))


def cone(c: Canvas, x: float, base: float, height: float, spread: float) -> tuple[Shape, Shape]:
    """A lone volcano and its snow cap, after Damavand."""
    t = np.linspace(-1, 1, 240)
    slope = np.minimum(1 - np.abs(t) ** 0.8, 0.86 + 0.05 * np.cos(t * 40)) / 0.9
    rough = rough_line(c, 240, 6, 0.6, 6) - 0.5
    y = base - height * slope + rough * height * 0.055
    outline = np.stack([x + t * spread, y], 1)
    body = Shape().poly(np.concatenate([outline, [[x + spread, 104], [x - spread, 104]]]))
    high = np.abs(t) < 0.4
    teeth = (
        base - height * 0.52 + (rough_line(c, int(high.sum()), 5, 0.85, 9) - 0.75) * height * 0.42
    )
    teeth += (np.abs(t[high]) / 0.4) ** 3 * -height * 0.2
    teeth = np.maximum(teeth, outline[high, 1] - 0.05)
    lower = np.stack([outline[high, 0], teeth], 1)[::-1]
    return body, Shape().poly(np.concatenate([outline[high], lower]))


def sky(
    c: Canvas, horizon: float = 100.0, sun: tuple[float, float] | None = None, size: float = 4.5
) -> None:
    """The sky of the palette with its sun (or moon and stars)."""
    p = c.pal
    c.wash(p.top, p.mid, p.low, bottom=horizon + 0.5)
    if p.dark:
        stars(c, 130, horizon * 0.75)
    if sun is not None:
        c.glow(*sun, size * (7 if p.dark else 11), mix(p.sun, p.low, 0.2), 0.55 if p.dark else 0.75)
        c.fill(Shape().ellipse(*sun, size), halo(lighter(p.sun, 0.6), p.sun, reach=0.6))


def stars(c: Canvas, count: int, below: float, strength: float = 0.8) -> None:
    """Small stars, thinning toward the horizon."""
    x, y = c.many(0, 160, count), c.rng.beta(1, 1.7, count) * below
    c.fill(Shape().dots(x, y, c.rng.gamma(1.5, 0.07, count) + 0.08), "#fff8e4", strength)


def streaks(c: Canvas, top: float, bottom: float, count: int, ink: Ink, alpha: float = 0.5) -> None:
    """Long thin evening clouds."""
    shape = Shape()
    for _ in range(count):
        x, y, w = c.between(-10, 170), c.between(top, bottom), c.between(14, 46)
        for k in range(3):
            shape.ellipse(x + c.between(-w, w) * 0.35, y + k * 0.8, w * c.between(0.3, 0.7), 0.55)
    c.fill(shape, ink, alpha, 0.45)


def cloud(c: Canvas, x: float, y: float, w: float, ink: Ink, alpha: float = 0.9) -> None:
    """A heaped cloud with a flat foot and a lit top."""
    n = 16
    t = c.many(-1, 1, n)
    r = w * (0.1 + 0.15 * (1 - np.abs(t)))
    up = y - r * 0.5 - (1 - np.abs(t)) * w * 0.14 * c.rng.random(n)
    puffs = Shape().dots(x + t * w * 0.5, up, r).ellipse(x, y - w * 0.04, w * 0.62, w * 0.08)
    clip = Shape().rect(x - w, y - w, w * 2, w)
    c.fill(puffs, fade(lighter(ink, 0.55), ink, mix(ink, c.pal.mid, 0.55)), alpha, 0.25, clip)


def leaves(c: Canvas, x: float, y: float, rx: float, ry: float, count: int, size: float) -> Shape:
    """A crown of leaf clumps inside an ellipse."""
    a, d = c.many(0, 2 * np.pi, count), np.sqrt(c.rng.random(count))
    return Shape().dots(
        x + np.cos(a) * d * rx, y + np.sin(a) * d * ry, c.many(0.6, 1.3, count) * size
    )


def tree(c: Canvas, x: float, y: float, h: float, ink: Ink, bark: Ink = "#4a3428") -> None:
    """A broad-crowned tree standing on (x, y), lit from the upper left."""
    trunk = Shape().limb((x, y), (x + h * 0.01, y - h * 0.5), h * 0.075, h * 0.04)
    for dx, dy in ((-0.17, 0.62), (0.16, 0.64), (0.02, 0.72)):
        trunk.limb((x, y - h * 0.35), (x + h * dx, y - h * dy), h * 0.04, h * 0.012)
    c.fill(trunk, fade(mix(bark, ink, 0.3), darker(bark, 0.3), angle=0))
    top = y - h * 0.68
    for k, (dx, dy, rx, ry) in enumerate(
        ((0, 0, 0.33, 0.28), (-0.03, -0.04, 0.29, 0.23), (-0.08, -0.09, 0.2, 0.15))
    ):
        crown = leaves(c, x + dx * h, top + dy * h, rx * h, ry * h, 46, h * (0.07 - 0.013 * k))
        c.fill(
            crown,
            fade(
                lighter(mix(ink, c.pal.lamp, 0.14 * k), 0.05 + 0.1 * k),
                darker(ink, 0.42 - 0.12 * k),
                angle=60,
                grain=0.12,
            ),
        )


def cypress(x: float, y: float, h: float) -> Shape:
    """A slim cypress."""
    w = h * 0.11
    return Shape().blob(
        [
            (x, y - h),
            (x + w * 0.6, y - h * 0.6),
            (x + w, y - h * 0.2),
            (x + w * 0.3, y),
            (x - w * 0.3, y),
            (x - w, y - h * 0.2),
            (x - w * 0.6, y - h * 0.6),
        ]
    )


def poplar(x: float, y: float, h: float) -> Shape:
    """A poplar, as they line the water channels."""
    return (
        Shape()
        .limb((x, y), (x, y - h * 0.3), h * 0.03, h * 0.02)
        .ellipse(x, y - h * 0.57, h * 0.11, h * 0.43)
    )


def conifer(x: float, y: float, h: float) -> Shape:
    """A fir in four skirts."""
    out = Shape().rect(x - h * 0.02, y - h * 0.12, h * 0.04, h * 0.12)
    for k in range(5):
        top, w = y - h * (0.36 + 0.16 * k), h * (0.21 - 0.036 * k)
        foot = y - h * (0.07 + 0.155 * k)
        out.poly(
            [
                (x, top),
                (x + w, foot),
                (x + w * 0.4, foot - h * 0.02),
                (x, foot + h * 0.015),
                (x - w * 0.45, foot - h * 0.02),
                (x - w, foot),
            ]
        )
    return out


def palm(c: Canvas, x: float, y: float, h: float) -> Shape:
    """A date palm."""
    lean = c.between(-0.08, 0.08) * h
    out = Shape().curve(
        [(x, y), (x + lean * 0.3, y - h * 0.45), (x + lean, y - h * 0.8)], h * 0.045
    )
    for a in np.linspace(-200, 20, 13):
        r, rad = h * c.between(0.26, 0.34), np.radians(a)
        tip = (x + lean + np.cos(rad) * r, y - h * 0.8 + np.sin(rad) * r * 0.7 + h * 0.1)
        mid = (x + lean + np.cos(rad) * r * 0.6, y - h * 0.84 + np.sin(rad) * r * 0.6)
        start = (x + lean, y - h * 0.8)
        out.poly(
            np.concatenate(
                [
                    smooth([start, mid, tip], closed=False),
                    smooth([tip, (mid[0], mid[1] + h * 0.045), start], closed=False),
                ]
            )
        )
    return out


def grass(c: Canvas, y0: float, y1: float, count: int, h: float, lean: float = 0.3) -> Shape:
    """Blades rooted between two heights, taller toward the foot of the picture."""
    out = Shape()
    depth = np.sort(c.rng.random(count))
    for d, x in zip(depth, c.many(-4, 164, count), strict=True):
        y, tall = y0 + (y1 - y0) * d, h * (0.45 + 0.55 * d) * c.between(0.6, 1.2)
        tip = x + tall * lean * c.between(-0.7, 1.3)
        w = tall * 0.035 + 0.1
        out.poly(
            [
                (x - w, y),
                (x + (tip - x) * 0.3 - w * 0.5, y - tall * 0.6),
                (tip, y - tall),
                (x + (tip - x) * 0.3 + w * 0.7, y - tall * 0.55),
                (x + w, y),
            ]
        )
    return out


def bird(lift: float) -> Shape:
    """A bird on the wing, one unit from tip to tip; `lift` raises or drops the wings."""
    half = [
        (0.0, 0.03),
        (0.12, -0.06 - lift * 0.6),
        (0.28, -0.1 - lift),
        (0.5, 0.02 - lift * 0.8),
        (0.3, -0.03 - lift * 0.8),
        (0.14, 0.03 - lift * 0.3),
        (0.03, 0.09),
    ]
    return (
        Shape()
        .poly(smooth(half))
        .poly(smooth([(-x, y) for x, y in half]))
        .ellipse(0, 0.03, 0.05, 0.04)
    )


def flock(c: Canvas, x: float, y: float, spread: float, count: int, size: float) -> Shape:
    """A loose flock."""
    out = Shape()
    for _ in range(count):
        at = (x + c.rng.normal() * spread, y + c.rng.normal() * spread * 0.4)
        out.add(
            bird(c.between(-0.06, 0.16)).placed(*at, size * c.between(0.6, 1.2), c.between(-18, 18))
        )
    return out


def glitter(c: Canvas, x: float, top: float, bottom: float, spread: float, count: int) -> Shape:
    """Flat flecks of light on water under a sun at x, wider toward the viewer."""
    out = Shape()
    for d in np.sort(c.rng.random(count)) ** 1.5:
        y = top + (bottom - top) * d
        at = x + c.rng.normal() * spread * (0.25 + d)
        out.ellipse(at, y, (0.6 + 4.5 * d) * c.between(0.4, 1.2), 0.1 + 0.42 * d)
    return out


def ripples(c: Canvas, top: float, bottom: float, count: int) -> Shape:
    """Thin level ripples over a whole stretch of water."""
    out = Shape()
    for d in c.rng.random(count) ** 1.4:
        y = top + (bottom - top) * d
        out.ellipse(c.between(-5, 165), y, c.between(2, 9) * (0.4 + d), 0.1 + 0.25 * d)
    return out
