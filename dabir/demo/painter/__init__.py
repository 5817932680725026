"""Original pictures for the demo newspaper, drawn by code: no photo, no text, no known face."""

from __future__ import annotations

import importlib
import zlib

from PIL import Image, ImageOps

from dabir.demo.painter.canvas import Canvas
from dabir.demo.painter.palette import palette_for
from dabir.demo.painter.registry import REGISTRY, ZOOMS

_MODULES = (
    "landscape",
    "water",
    "town",
    "garden",
    "trade",
    "industry",
    "travel",
    "learning",
    "science",
    "machines",
    "crafts",
    "stage",
    "sport",
    "arena",
    "wildlife",
    "table",
    "heritage",
    "birds",
    "sealife",
    "teahouse",
    "outdoors",
    "weaving",
    "concert",
    "civic",
    "flora",
    "space",
    "classroom",
    "computer",
    "winter",
    "coins",
)
for _name in _MODULES:
    importlib.import_module(f"{__name__}.{_name}")

SCENES: tuple[str, ...] = tuple(REGISTRY)


def draw(name: str, size: tuple[int, int] = (1280, 800)) -> Image.Image:
    """Paint "SCENE/NUMBER" at the size; the same name and size always give the same bytes."""
    title, _, digits = name.partition("/")
    if title not in REGISTRY:
        raise ValueError(f"There is no scene called {title!r}. The scenes are: {', '.join(SCENES)}")
    try:
        number = int(digits)
    except ValueError:
        raise ValueError(f"A picture's name ends in a whole number, not {digits!r}") from None
    if min(size) < 1:
        raise ValueError(f"A picture needs a width and a height of at least 1, not {size}")
    seed = zlib.crc32(title.encode())
    canvas = Canvas(size, number, seed, palette_for(number, seed % 9), ZOOMS[title])
    REGISTRY[title](canvas)
    picture = canvas.finish(size)
    return ImageOps.mirror(picture) if canvas.turnable and (number + seed) % 2 else picture
