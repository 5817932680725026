"""Scenes of games indoors: chess and gymnasium."""

from __future__ import annotations

from dabir.demo.painter.buildings import floor_lines
from dabir.demo.painter.canvas import Canvas, fade
from dabir.demo.painter.interior import daylight, gloss, room, shadow, turned_shape, wall_ink
from dabir.demo.painter.palette import Ink, darker, lighter, mix
from dabir.demo.painter.people import figure, person, pose
from dabir.demo.painter.registry import scene
from dabir.demo.painter.shapes import Point, Points, Shape, arc, pts, smooth

PIECES: dict[str, Points] = {
    "pawn": pts(
        "0.02 -0.62, 0.13 -0.56, 0.13 -0.46, 0.07 -0.4, 0.14 -0.36, 0.08 -0.3, 0.11 "
        "-0.16, 0.2 -0.1, 0.22 0.0"
    ),
    "bishop": pts(
        "0.02 -0.95, 0.04 -0.9, 0.14 -0.76, 0.12 -0.64, 0.07 -0.58, 0.15 -0.54, 0.08 "
        "-0.48, 0.12 -0.18, 0.22 -0.1, 0.24 0.0"
    ),
    "queen": pts(
        "0.02 -1.1, 0.05 -1.05, 0.06 -1.0, 0.2 -0.98, 0.13 -0.76, 0.08 -0.68, 0.17 -0.64, "
        "0.09 -0.56, 0.14 -0.18, 0.25 -0.1, 0.27 0.0"
    ),
    "rook": pts("0.19 -0.72, 0.19 -0.58, 0.13 -0.54, 0.12 -0.2, 0.22 -0.1, 0.24 0.0"),
}


def piece(c: Canvas, x: float, y: float, h: float, kind: str, ink: Ink) -> None:
    """A turned chessman; the king carries a bead, the knight a horse's head."""
    shadow(c, x, y, h * 0.46, 0.4)
    paint = fade(darker(ink, 0.15), lighter(ink, 0.4), ink, darker(ink, 0.5), angle=6)
    if kind == "knight":
        foot = turned_shape(pts("0.12 -0.26, 0.14 -0.18, 0.22 -0.1, 0.24 0.0"))
        head = Shape().blob(
            pts(
                "-0.14 -0.24, -0.16 -0.5, -0.06 -0.74, 0.02 -0.86, 0.06 -0.78, 0.2 -0.66, "
                "0.27 -0.54, 0.22 -0.48, 0.08 -0.52, 0.12 -0.36, 0.14 -0.24"
            )
        )
        c.fill(foot.add(head).placed(x, y, h), paint)
        c.fill(Shape().ellipse(0.07, -0.68, 0.022).placed(x, y, h), darker(ink, 0.7))
        return
    profile = PIECES["queen" if kind == "king" else kind]
    body = turned_shape(profile).placed(x, y, h)
    if kind == "king":
        body.ellipse(x, y - h * 1.15, h * 0.07)
    if kind == "rook":
        body.rect(x - h * 0.03, y - h * 0.74, h * 0.06, h * 0.06)
    c.fill(body, paint)
    gloss(c, body, x - h * 0.06, y - h * 0.4, h * 0.025, h * 0.16, 0.5)


@scene("chess", zoom=0.2)
def chess(c: Canvas) -> None:
    """A game well on, seen low across the board, window light behind."""
    p = c.pal
    wall = mix(wall_ink(c), p.near, 0.25)
    c.wash(mix(wall, p.top, 0.4), lighter(wall, 0.12), wall)
    daylight(c, c.between(10, 60), 2, 70, 40, 20, 0.4)
    for _ in range(9):
        c.fill(
            Shape().ellipse(c.between(0, 160), c.between(6, 40), c.between(3, 8)), p.lamp, 0.14, 1.2
        )
    wood = p.lit(mix("#8a5532", p.earth, 0.2))
    c.wash(darker(wood, 0.3), darker(wood, 0.5), top=46, bottom=101)
    skew = c.between(-16, 16)

    def at(col: float, row: float) -> Point:
        t = row / 8
        depth = 1 / (1.9 - 1.15 * t)
        y = 34 + 54 * depth
        return 80 + skew * (1 - t) + (col - 4) * (13.5 * depth + 3.6), y - 8

    def square(col: float, row: float, size: float = 1.0) -> list[Point]:
        return [at(col, row), at(col + size, row), at(col + size, row + size), at(col, row + size)]

    c.fill(
        Shape().poly([at(-0.45, -0.4), at(8.45, -0.4), at(8.45, 8.4), at(-0.45, 8.4)]),
        fade(lighter(wood, 0.15), wood),
    )
    light, dark = Shape(), Shape()
    for row in range(8):
        for col in range(8):
            (light if (row + col) % 2 else dark).poly(square(col, row))
    pale, deep = (
        p.lit(mix("#f0ddb8", p.wall, 0.3)),
        p.lit(mix("#5b3626", p.second, 0.3 if c.number % 2 else 0.0)),
    )
    c.fill(light, fade(lighter(pale, 0.1), pale))
    c.fill(dark, fade(lighter(deep, 0.1), deep))
    c.fill(Shape().poly(pts("70 40, 104 40, 72 102, 10 102")), lighter(p.sun, 0.3), 0.2, 2.5)
    men = ["pawn", "pawn", "pawn", "pawn", "rook", "bishop", "knight", "queen", "king"]
    places = c.rng.permutation(64)[:18]
    set_out = sorted(((int(s) // 8, int(s) % 8, k) for k, s in enumerate(places)))
    ivory, ebony = p.lit("#f2e3c6"), mix("#3a2230", p.near, 0.4)
    for row, col, k in set_out:
        x, y = at(col + 0.5, row + 0.62)
        size = 10 + 15 / (1.9 - 1.15 * row / 8)
        piece(c, x, y, size * 0.92, men[k // 2], ivory if k % 2 else ebony)


HANDSTAND = pose(
    "0.02 -0.3, 0 -0.42, 0.0 -0.72, -0.03 -0.22, -0.04 0.0, 0.06 -0.22, 0.08 0.0, -0.03 "
    "-0.98, -0.01 -1.24, 0.05 -0.98, 0.07 -1.24"
)
LEAP = pose(
    "0.06 -1.06, 0.02 -0.95, 0 -0.66, -0.16 -1.06, -0.28 -1.2, 0.18 -1.06, 0.32 -1.18, "
    "-0.26 -0.62, -0.52 -0.56, 0.26 -0.62, 0.52 -0.58"
)
HANG = pose(
    "0 -0.96, 0 -0.86, 0.02 -0.54, -0.09 -1.04, -0.12 -1.24, 0.09 -1.04, 0.12 -1.24, 0.2 "
    "-0.46, 0.48 -0.48, 0.22 -0.43, 0.5 -0.44"
)


@scene("gymnasium", zoom=0.1)
def gymnasium(c: Canvas) -> None:
    """A bright sports hall: rings, a beam, a mat; a gymnast caught mid-exercise."""
    p = c.pal
    wall = lighter(mix(wall_ink(c), p.second, 0.12), 0.1)
    room(c, 70, wall, p.lit(mix("#d09a5e", p.earth, 0.25)))
    for k in range(4):
        left = 8 + 40 * k
        c.fill(Shape().rect(left - 1, 6, 28, 24, 0.5), lighter(wall, 0.5))
        c.fill(Shape().rect(left, 7, 26, 22), fade(p.top, p.mid, lighter(p.low, 0.2)))
        c.fill(
            Shape()
            .rect(left + 8.4, 7, 0.7, 22)
            .rect(left + 17, 7, 0.7, 22)
            .rect(left, 17, 26, 0.7),
            lighter(wall, 0.5),
        )
        c.fill(
            Shape().poly([(left, 70), (left + 26, 70), (left + 48, 104), (left + 14, 104)]),
            lighter(p.sun, 0.4),
            0.24,
            1,
        )
    bars = Shape()
    for k in range(9):
        bars.rect(0, 36 + k * 3.8, 46, 0.9)
    bars.rect(8, 34, 1.4, 36).rect(26, 34, 1.4, 36).rect(44, 34, 1.4, 36)
    c.fill(bars, fade(p.lit("#c08a54"), p.lit("#8a5a34")))
    c.fill(
        floor_lines(c, (80, 30), 70, 22), p.lit("#8a5a34"), 0.3, 0, Shape().rect(-2, 70, 164, 34)
    )
    c.fill(Shape().line(arc(80, 104, 66, 180, 360, 22), 0.7), "#fff6ea", 0.7)
    kind, x = c.number % 3, c.between(84, 104)
    mat = p.lit(p.second)
    c.fill(
        Shape().poly([(x - 36, 86), (x + 30, 86), (x + 40, 95), (x - 44, 95)]),
        fade(lighter(mat, 0.25), mat),
    )
    c.fill(
        Shape().poly([(x - 44, 95), (x + 40, 95), (x + 40, 98), (x - 44, 98)]), darker(mat, 0.35)
    )
    c.fill(Shape().ellipse(x, 91, 16, 1.8), darker(mat, 0.6), 0.45, 0.8)
    iron, suit = darker(p.near, 0.15), darker(p.near, 0.1)
    if kind == 0:
        h = 46.0
        straps = Shape()
        for side in (-1, 1):
            straps.line([(x + side * 8, -4), (x + side * 0.12 * h, 26)], 0.7)
            c.fill(Shape().line(arc(x + side * 0.12 * h, 29, 3.2, 0, 360), 0.9), p.lit("#d9a15c"))
        c.fill(straps, iron)
        figure(c, HANG, x, 31 + 1.24 * h, h, suit, p.accent)
    elif kind == 1:
        c.fill(Shape().rect(x - 34, 70, 68, 3.6, 1.4), fade(p.lit("#e3b47a"), p.lit("#9a6a3c")))
        c.fill(
            Shape()
            .poly([(x - 28, 73), (x - 25, 73), (x - 23, 93), (x - 30, 93)])
            .poly([(x + 25, 73), (x + 28, 73), (x + 30, 93), (x + 23, 93)]),
            iron,
        )
        figure(c, HANDSTAND, x, 70, 42, suit, p.accent)
    else:
        ribbon = smooth(
            [
                (x + 17, 31),
                (x + 30, 22),
                (x + 40, 34),
                (x + 30, 44),
                (x + 44, 54),
                (x + 54, 44),
                (x + 60, 58),
            ],
            False,
        )
        figure(c, LEAP, x, 88, 50, suit, p.accent)
        c.fill(Shape().line(ribbon, 1.2), fade(p.lamp, p.accent, angle=0))
    for k in range(2):
        person(
            c,
            10 + 11 * k + c.between(0, 3),
            84 + 3 * k,
            30,
            mix((p.leaf, p.second)[k], p.near, 0.35),
            k == c.number % 2,
            0.2,
        )
