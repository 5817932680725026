"""Colours: nine hand-mixed palettes, one for each light of the day, and how to blend them."""

from __future__ import annotations

import colorsys
from dataclasses import dataclass, fields, replace
from typing import Any

RGB = tuple[int, int, int]
Ink = str | RGB


def rgb(ink: Ink) -> RGB:
    """The colour as three numbers; text is read as "#rrggbb"."""
    if isinstance(ink, str):
        return int(ink[1:3], 16), int(ink[3:5], 16), int(ink[5:7], 16)
    return ink


def mix(first: Ink, second: Ink, share: float) -> RGB:
    """The first colour with `share` (0..1) of the second stirred in."""
    a, b = rgb(first), rgb(second)
    t = min(1.0, max(0.0, share))
    red, green, blue = (round(p + (q - p) * t) for p, q in zip(a, b, strict=True))
    return red, green, blue


def lighter(ink: Ink, share: float = 0.25) -> RGB:
    """The colour nearer to warm white."""
    return mix(ink, "#fff6e6", share)


def darker(ink: Ink, share: float = 0.25) -> RGB:
    """The colour nearer to blue black."""
    return mix(ink, "#0b1022", share)


def turned(ink: Ink, degrees: float) -> RGB:
    """The colour with its hue turned."""
    red, green, blue = (v / 255 for v in rgb(ink))
    hue, light, strong = colorsys.rgb_to_hls(red, green, blue)
    back = colorsys.hls_to_rgb((hue + degrees / 360) % 1.0, light, strong)
    return round(back[0] * 255), round(back[1] * 255), round(back[2] * 255)


@dataclass(frozen=True)
class Palette:
    """The colours of one light: sky from top to horizon, planes far to near, and accents."""

    top: Ink
    mid: Ink
    low: Ink
    sun: Ink
    far: Ink
    near: Ink
    leaf: Ink
    earth: Ink
    accent: Ink
    second: Ink
    lamp: Ink
    wall: Ink
    ambient: Ink
    dark: bool = False

    def plane(self, depth: float) -> RGB:
        """The colour of a plane between the far haze (0) and the near dark (1)."""
        return mix(self.far, self.near, depth)

    def lit(self, ink: Ink, share: float = 1.0) -> RGB:
        """An object's own colour as this light shows it."""
        own, light = rgb(ink), rgb(self.ambient)
        red, green, blue = (min(255, p * q // 235) for p, q in zip(own, light, strict=True))
        return mix(own, (red, green, blue), share)

    def drifted(self, degrees: float) -> Palette:
        """The same light with every hue turned a little."""
        names = [f.name for f in fields(self) if f.name != "dark"]
        inks: dict[str, Any] = {name: turned(getattr(self, name), degrees) for name in names}
        return replace(self, **inks)


PALETTES: tuple[Palette, ...] = (
    Palette(  # dawn
        "#35518a",
        "#d99ca6",
        "#fbd9b0",
        "#fff3d4",
        "#c09db2",
        "#2a3257",
        "#4c8060",
        "#a8705e",
        "#e0694f",
        "#3f6f8f",
        "#ffd890",
        "#f0d3bf",
        "#ffe4d6",
    ),
    Palette(  # clear day
        "#3b8dc2",
        "#9fd0e0",
        "#f2eedd",
        "#fffbe6",
        "#94b7cb",
        "#1d4657",
        "#5a8f5b",
        "#c99b62",
        "#e4902f",
        "#c8503c",
        "#ffe6a3",
        "#efe4cd",
        "#fffdf5",
    ),
    Palette(  # golden hour
        "#d97f43",
        "#f3bf6c",
        "#fdebc0",
        "#fffbe3",
        "#dba672",
        "#542a2b",
        "#85803f",
        "#b8693c",
        "#b53c2e",
        "#2f6673",
        "#ffe39a",
        "#f5d9a6",
        "#ffe9c4",
    ),
    Palette(  # dusk
        "#221f4f",
        "#7c3d78",
        "#f28d62",
        "#ffe0a8",
        "#8d5284",
        "#1a1637",
        "#3c5f62",
        "#80485e",
        "#f7b95f",
        "#4f7fb0",
        "#ffcf7a",
        "#b9778c",
        "#e3c0d6",
        True,
    ),
    Palette(  # night
        "#0b1434",
        "#1d3162",
        "#54709c",
        "#f4efd8",
        "#324a7a",
        "#080e22",
        "#24585a",
        "#3f4564",
        "#f0b34a",
        "#c75a52",
        "#ffd377",
        "#4c6390",
        "#a3b4e2",
        True,
    ),
    Palette(  # mist
        "#8da3a9",
        "#c3cfca",
        "#eeece1",
        "#fffdf2",
        "#aebcb9",
        "#2b4046",
        "#68935f",
        "#a38f76",
        "#c4583a",
        "#3d6c7d",
        "#ffe2a8",
        "#dfe0d4",
        "#f3f5ef",
    ),
    Palette(  # teal evening
        "#0e4857",
        "#579f9b",
        "#f7d8a6",
        "#fff0c9",
        "#70a69d",
        "#0a2831",
        "#2f6e60",
        "#a8774e",
        "#e2651d",
        "#b9435a",
        "#ffd27d",
        "#d9cfae",
        "#e8f0dc",
    ),
    Palette(  # rose morning
        "#67599b",
        "#dda0b6",
        "#fde7d6",
        "#fffaf0",
        "#bfa0c0",
        "#37285a",
        "#5f9068",
        "#b57a77",
        "#c8385f",
        "#3d7f8c",
        "#ffe0a6",
        "#f3d9d6",
        "#ffeef0",
    ),
    Palette(  # spring
        "#63b3b8",
        "#c2e4d6",
        "#fdf5d9",
        "#fffef0",
        "#9fcbb9",
        "#15444a",
        "#5fa266",
        "#c7a267",
        "#ec6a4a",
        "#e8b23c",
        "#fff0b4",
        "#f3ecd2",
        "#fffff2",
    ),
)


def palette_for(number: int, offset: int) -> Palette:
    """The palette of a picture's number; later rounds through the nine drift in hue."""
    chosen = PALETTES[(number + offset) % len(PALETTES)]
    rounds = (number - 1) // len(PALETTES)
    return chosen.drifted((rounds * 11) % 40 - 20) if rounds else chosen
