"""The list of scenes and the decorator that puts a scene on it."""

from __future__ import annotations

from collections.abc import Callable

from dabir.demo.painter.canvas import Canvas

Scene = Callable[[Canvas], None]
REGISTRY: dict[str, Scene] = {}


def scene(name: str) -> Callable[[Scene], Scene]:
    """Register the function as the painter of the scene `name`."""

    def keep(paint: Scene) -> Scene:
        REGISTRY[name] = paint
        return paint

    return keep
