"""Small stylised figures: standing, walking and in the poses of sport. Nobody is anyone."""

from __future__ import annotations

from collections.abc import Mapping

from dabir.demo.painter.canvas import Canvas, fade
from dabir.demo.painter.palette import Ink, darker, lighter, mix
from dabir.demo.painter.shapes import Point, Shape, pts

Pose = Mapping[str, Point]

_JOINTS = (
    "head",
    "neck",
    "hip",
    "elbow1",
    "hand1",
    "elbow2",
    "hand2",
    "knee1",
    "foot1",
    "knee2",
    "foot2",
)


def pose(text: str) -> dict[str, Point]:
    """A pose from eleven points: head, neck, hip, elbow, hand, elbow, hand, knee, foot, twice."""
    return {name: (float(x), float(y)) for name, (x, y) in zip(_JOINTS, pts(text), strict=True)}


STAND = pose(
    "0 -0.92, 0 -0.8, 0 -0.5, -0.11 -0.64, -0.1 -0.48, 0.11 -0.64, 0.1 -0.48, -0.04 "
    "-0.26, -0.05 -0.01, 0.04 -0.26, 0.05 -0.01"
)
WALK = pose(
    "0.03 -0.92, 0.02 -0.8, 0 -0.5, -0.1 -0.66, -0.12 -0.5, 0.11 -0.66, 0.17 -0.52, -0.05 "
    "-0.26, -0.17 -0.02, 0.08 -0.27, 0.13 -0.01"
)
RUN = pose(
    "0.16 -0.94, 0.11 -0.82, 0 -0.52, -0.07 -0.74, -0.17 -0.6, 0.2 -0.63, 0.34 -0.72, 0.2 "
    "-0.42, 0.14 -0.18, -0.1 -0.3, -0.36 -0.3"
)
KICK = pose(
    "-0.12 -0.92, -0.1 -0.8, 0 -0.5, -0.3 -0.76, -0.42 -0.64, 0.08 -0.7, 0.22 -0.8, -0.03 "
    "-0.26, -0.12 -0.01, 0.18 -0.36, 0.42 -0.3"
)
REACH = pose(
    "0.02 -0.86, 0 -0.76, -0.03 -0.46, -0.16 -0.9, -0.13 -1.12, 0.17 -0.82, 0.22 -1.02, "
    "-0.2 -0.36, -0.14 -0.12, 0.14 -0.28, 0.08 -0.02"
)
SIT = pose(
    "0.02 -0.76, 0 -0.64, 0 -0.33, 0.06 -0.46, 0.22 -0.42, 0.05 -0.47, 0.24 -0.4, 0.26 "
    "-0.32, 0.26 -0.02, 0.24 -0.3, 0.3 -0.02"
)


def _part(joints: Pose, names: tuple[str, ...], widths: tuple[float, ...]) -> Shape:
    """A limb through several joints."""
    out = Shape()
    for k in range(len(names) - 1):
        out.limb(joints[names[k]], joints[names[k + 1]], widths[k], widths[k + 1])
    return out


def _foot(joints: Pose, name: str, forward: float) -> Shape:
    x, y = joints[name]
    return Shape().limb((x, y), (x + 0.07 * forward, y + 0.005), 0.05, 0.035)


def figure(
    c: Canvas,
    joints: Pose,
    x: float,
    y: float,
    h: float,
    ink: Ink,
    shirt: Ink | None = None,
    flip: bool = False,
    angle: float = 0.0,
) -> None:
    """A figure of height h with its feet near (x, y), the far limbs a shade darker."""
    top = shirt if shirt is not None else ink
    far, near = Shape(), Shape()
    far.add(_part(joints, ("hip", "knee2", "foot2"), (0.115, 0.08, 0.045)))
    far.add(_foot(joints, "foot2", 1))
    near.add(_part(joints, ("hip", "knee1", "foot1"), (0.125, 0.085, 0.05)))
    near.add(_foot(joints, "foot1", 1))
    arm1 = _part(joints, ("neck", "elbow1", "hand1"), (0.075, 0.058, 0.045))
    arm2 = _part(joints, ("neck", "elbow2", "hand2"), (0.075, 0.058, 0.045))
    torso = Shape().limb(joints["neck"], joints["hip"], 0.19, 0.15)
    head = Shape().ellipse(*joints["head"], 0.062, 0.075)
    neck = Shape().limb(joints["neck"], joints["head"], 0.06, 0.06)

    def put(shape: Shape, paint: Ink) -> None:
        c.fill(shape.placed(x, y, h, angle, flip), fade(lighter(paint, 0.1), darker(paint, 0.2)))

    for shape, paint in (
        (arm2, darker(top, 0.35)),
        (far, darker(ink, 0.3)),
        (near, ink),
        (neck, mix(ink, top, 0.3)),
        (torso, top),
        (arm1, lighter(top, 0.1)),
        (head, ink),
    ):
        put(shape, paint)


def man(stride: float = 0.0) -> Shape:
    """A plain standing or striding man's silhouette, one unit high, feet at the origin."""
    s = stride * 0.14
    return (
        Shape()
        .ellipse(0, -0.92, 0.06, 0.075)
        .limb((0, -0.78), (0, -0.5), 0.21, 0.16)
        .limb((-0.02, -0.5), (-0.04 - s, -0.02), 0.1, 0.06)
        .limb((0.02, -0.5), (0.04 + s, -0.02), 0.1, 0.06)
        .limb((-0.09, -0.76), (-0.13, -0.46), 0.06, 0.045)
        .limb((0.09, -0.76), (0.13, -0.46), 0.06, 0.045)
    )


def woman(stride: float = 0.0) -> Shape:
    """A silhouette in a long coat and headscarf, one unit high, feet at the origin."""
    s = stride * 0.07
    return (
        Shape()
        .ellipse(0, -0.91, 0.072, 0.085)
        .blob(
            pts(
                "-0.05 -0.84, 0.05 -0.84, 0.12 -0.75, 0.12 -0.5, 0.17 -0.14, -0.15 -0.14, "
                "-0.12 -0.5, -0.12 -0.75"
            )
        )
        .limb((-0.04, -0.16), (-0.05 - s, -0.02), 0.07, 0.05)
        .limb((0.04, -0.16), (0.05 + s, -0.02), 0.07, 0.05)
    )


def person(
    c: Canvas,
    x: float,
    y: float,
    h: float,
    ink: Ink,
    lady: bool = False,
    stride: float = 0.6,
    flip: bool = False,
) -> None:
    """A clothed silhouette in two or three tones, feet at (x, y)."""
    body = (woman(stride) if lady else man(stride)).placed(x, y, h, 0, flip)
    c.fill(body, fade(lighter(ink, 0.16), darker(ink, 0.25)))
    if lady:
        scarf = (
            Shape()
            .ellipse(0, -0.91, 0.07, 0.085)
            .blob(pts("-0.045 -0.86, 0.045 -0.86, 0.1 -0.755, 0 -0.7, -0.1 -0.755"))
        )
        c.fill(scarf.placed(x, y, h), fade(lighter(ink, 0.34), ink))
        c.fill(
            Shape().rect(x - h * 0.08, y - h * 0.15, h * 0.16, h * 0.16),
            darker(ink, 0.6),
            0.9,
            0,
            body,
        )
        return
    c.fill(
        Shape()
        .rect(x - h * 0.1, y - h * 0.5, h * 0.2, h * 0.55)
        .rect(x - h * 0.3, y - h * 0.36, h * 0.6, h * 0.4),
        darker(ink, 0.5),
        0.9,
        0,
        body,
    )
    c.fill(Shape().ellipse(x, y - h * 0.92, h * 0.063, h * 0.078), darker(ink, 0.45))


def walkers(
    c: Canvas,
    count: int,
    x0: float,
    x1: float,
    y: float,
    h: float,
    inks: tuple[Ink, ...],
    shadow: float = 0.0,
) -> None:
    """Several people walking, each with a soft shadow on the ground."""
    step = (x1 - x0) / max(count, 1)
    for k in range(count):
        x, tall = x0 + step * (k + c.between(0.15, 0.85)), h * c.between(0.9, 1.08)
        at = y + c.between(-0.4, 0.4) * h * 0.15
        if shadow:
            ground = Shape().limb(
                (x, at), (x + tall * shadow, at + tall * 0.06), tall * 0.2, tall * 0.1
            )
            c.fill(ground, darker(c.pal.near, 0.3), 0.3, tall * 0.02)
        ink = inks[k % len(inks)]
        person(c, x, at, tall, ink, (k + c.number) % 2 == 1, c.between(0.2, 1), k % 3 == 0)
