"""The list of scenes and the decorator that puts a scene on it."""

from __future__ import annotations

from collections.abc import Callable

from dabir.demo.painter.canvas import Canvas

Scene = Callable[[Canvas], None]
REGISTRY: dict[str, Scene] = {}
ZOOMS: dict[str, float] = {}


def scene(name: str, zoom: float = 0.0) -> Callable[[Scene], Scene]:
    """Register the function as the painter of the scene `name`.

    `zoom` is how much closer some of its pictures may be framed, for scenes built about a middle.
    """

    def keep(paint: Scene) -> Scene:
        REGISTRY[name] = paint
        ZOOMS[name] = zoom
        return paint

    return keep
