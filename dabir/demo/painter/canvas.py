"""The canvas: fills, gradients, glows, mist, water and the paper's grain."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageFilter

from dabir.demo.painter.palette import Ink, Palette, darker, mix, rgb
from dabir.demo.painter.shapes import Floats, Shape

WIDTH, HEIGHT = 160.0, 100.0
Grey = NDArray[np.float32]


@dataclass(frozen=True)
class Fade:
    """A gradient through the colours at `angle` degrees (90 goes down), softly stippled.

    With a `centre` (in shares of the shape's box) it runs outward from there to `reach`.
    """

    inks: tuple[Ink, ...]
    angle: float = 90.0
    grain: float = 0.08
    centre: tuple[float, float] | None = None
    reach: float = 1.0

    def table(self) -> NDArray[np.uint8]:
        """The colours of 256 steps along the gradient."""
        stops = np.linspace(0, 255, len(self.inks))
        inks = np.array([rgb(i) for i in self.inks], dtype=np.float64)
        steps = np.arange(256)
        channels = [np.interp(steps, stops, inks[:, k]).round() for k in range(3)]
        return np.stack(channels, axis=1).astype(np.uint8)

    def ramp(self, x: Grey, y: Grey) -> Grey:
        """How far along the gradient each point of the box is (0..1)."""
        if self.centre is not None:
            far = np.hypot(x[None, :] - self.centre[0], y[:, None] - self.centre[1])
            return np.asarray(far / self.reach, dtype=np.float32)
        dx, dy = math.cos(math.radians(self.angle)), math.sin(math.radians(self.angle))
        start = min(dx, 0.0) + min(dy, 0.0)
        span = abs(dx) + abs(dy)
        along = (x[None, :] * dx + y[:, None] * dy - start) / span
        return np.asarray(along, dtype=np.float32)


def fade(*inks: Ink, angle: float = 90.0, grain: float = 0.08) -> Fade:
    """A straight gradient."""
    return Fade(inks, angle, grain)


def halo(*inks: Ink, at: tuple[float, float] = (0.5, 0.5), reach: float = 0.7) -> Fade:
    """A gradient from a point outward."""
    return Fade(inks, 0.0, 0.08, at, reach)


Paint = Ink | Fade


class Canvas:
    """One picture being painted, in units of 160 by 100."""

    def __init__(
        self, size: tuple[int, int], number: int, seed: int, palette: Palette, zoom: float = 0.0
    ) -> None:
        step = number % 4
        self.anchor = ((0.5, 0.5), (0.15, 0.75), (0.5, 0.8), (0.85, 0.6))[step]
        self.unit = max(size[0] / WIDTH, size[1] / HEIGHT) * (1 + zoom * (0.0, 1.0, 0.5, 0.8)[step])
        self.size = (math.ceil(WIDTH * self.unit), math.ceil(HEIGHT * self.unit))
        self.number = number
        self.pal = palette
        self.turnable = True
        self.rng = np.random.default_rng([seed, number & 0xFFFFFFFF, int(number < 0)])
        grain = np.random.default_rng([7, number & 0xFFFFFFFF])
        self.noise: Grey = grain.standard_normal((self.size[1], self.size[0]), dtype=np.float32)
        self.image = Image.new("RGB", self.size, rgb(palette.mid))

    def between(self, low: float, high: float) -> float:
        """A random number of this picture."""
        return float(self.rng.uniform(low, high))

    def many(self, low: float, high: float, count: int) -> Floats:
        """Several random numbers of this picture."""
        return self.rng.uniform(low, high, count)

    def fill(
        self,
        shape: Shape,
        paint: Paint,
        alpha: float = 1.0,
        blur: float = 0.0,
        clip: Shape | None = None,
    ) -> None:
        """Paint a shape, perhaps thin, perhaps soft, perhaps only inside another shape."""
        frame = shape.box()
        pad = blur * 2.5 + 0.3
        x0, y0 = self._pixel(frame[0] - pad, 0), self._pixel(frame[1] - pad, 1)
        x1, y1 = self._pixel(frame[2] + pad, 0) + 1, self._pixel(frame[3] + pad, 1) + 1
        x1, y1 = min(x1, self.size[0]), min(y1, self.size[1])
        if x1 <= x0 or y1 <= y0:
            return
        box = (x0, y0, x1, y1)
        mask = self._coverage(shape, box, blur)
        if clip is not None:
            mask = ImageChops.multiply(mask, self._coverage(clip, box, 0.0))
        if alpha < 1:
            mask = mask.point([round(v * alpha) for v in range(256)])
        if isinstance(paint, Fade):
            self.image.paste(self._gradient(paint, frame, box), box, mask)
        else:
            self.image.paste(rgb(paint), box, mask)

    def _pixel(self, value: float, axis: int) -> int:
        """A unit position as a whole pixel inside the picture."""
        return min(max(math.floor(value * self.unit), 0), self.size[axis])

    def _coverage(self, shape: Shape, box: tuple[int, int, int, int], blur: float) -> Image.Image:
        """A shape's smooth-edged mask over a pixel box."""
        w, h = box[2] - box[0], box[3] - box[1]
        soft = blur * self.unit
        if soft > 3:
            shrink = soft / 3
            size = (max(1, math.ceil(w / shrink)), max(1, math.ceil(h / shrink)))
            mask = shape.mask(self.unit / shrink, box[0] / shrink, box[1] / shrink, size)
            mask = mask.filter(ImageFilter.GaussianBlur(3))
            return mask.resize((w, h), Image.Resampling.BICUBIC, (0, 0, w / shrink, h / shrink))
        fine = 4 if w * h < 60_000 else 3 if w * h < 500_000 else 2
        mask = shape.mask(self.unit * fine, box[0] * fine, box[1] * fine, (w * fine, h * fine))
        mask = mask.reduce(fine)
        return mask.filter(ImageFilter.GaussianBlur(soft)) if soft > 0 else mask

    def _gradient(
        self, paint: Fade, frame: tuple[float, float, float, float], box: tuple[int, int, int, int]
    ) -> Image.Image:
        """The gradient's pixels over a box, its course measured by the shape's frame."""
        wide, high = max(frame[2] - frame[0], 1e-6), max(frame[3] - frame[1], 1e-6)
        x = (np.arange(box[0], box[2], dtype=np.float32) / self.unit - frame[0]) / wide
        y = (np.arange(box[1], box[3], dtype=np.float32) / self.unit - frame[1]) / high
        t = paint.ramp(x.astype(np.float32), y.astype(np.float32))
        t = t + self.noise[box[1] : box[3], box[0] : box[2]] * np.float32(paint.grain)
        steps, table = np.clip(t * 255, 0, 255).astype(np.uint8), paint.table()
        if steps.size < 20_000:
            return Image.fromarray(table[steps])
        grey = Image.fromarray(steps)
        return Image.merge("RGB", [grey.point(table[:, k].tolist()) for k in range(3)])

    def wash(self, *inks: Ink, top: float = 0.0, bottom: float = HEIGHT) -> None:
        """A gradient across the whole width between two heights."""
        self.fill(Shape().rect(-1, top, WIDTH + 2, bottom - top), Fade(inks, 90.0, 0.015))

    def glow(self, x: float, y: float, r: float, ink: Ink, strength: float = 0.8) -> None:
        """Soft light around a point."""
        box = tuple(self._pixel(v, k) for v, k in ((x - r, 0), (y - r, 1), (x + r, 0), (y + r, 1)))
        w, h = box[2] - box[0], box[3] - box[1]
        if w <= 0 or h <= 0:
            return
        px = (np.linspace(box[0], box[2], 120) / self.unit - x) / r
        py = (np.linspace(box[1], box[3], 120) / self.unit - y) / r
        far = np.clip(1 - np.hypot(px[None, :], py[:, None]), 0, 1)
        grey = Image.fromarray((far**2.2 * 255 * strength).astype(np.uint8))
        mask = grey.resize((w, h), Image.Resampling.BICUBIC)
        self.image.paste(rgb(ink), (box[0], box[1], box[2], box[3]), mask)

    def cloudy(self, across: int, down: int, layers: int = 3) -> Image.Image:
        """A soft noise picture, `across` by `down` lumps in its coarsest layer."""
        w, h = self.size[0] // 2, self.size[1] // 2
        total = np.zeros((h, w), dtype=np.float32)
        for k in range(layers):
            grid = self.rng.random((down * 2**k + 1, across * 2**k + 1), dtype=np.float32)
            lumps = Image.fromarray(grid).resize((w, h), Image.Resampling.BICUBIC)
            total += np.asarray(lumps, dtype=np.float32) * np.float32(0.55**k)
        total = (total - total.min()) / max(float(np.ptp(total)), 1e-6)
        grey = Image.fromarray((total * 255).astype(np.uint8))
        return grey.resize(self.size, Image.Resampling.BILINEAR)

    def veil(
        self,
        ink: Ink,
        strength: float,
        across: int = 3,
        down: int = 5,
        top: float = 0.0,
        bottom: float = HEIGHT,
        cut: float = 0.4,
        clip: Shape | None = None,
    ) -> None:
        """Drifting cloud, mist or mottling between two heights, feathered at both."""
        table = [round(max(0.0, (v / 255 - cut) / (1 - cut)) * 255 * strength) for v in range(256)]
        mask = self.cloudy(across, down).point(table)
        y = np.arange(self.size[1]) / self.unit
        edge = np.minimum(y - top, bottom - y) / max((bottom - top) * 0.35, 1e-6)
        full = (top <= 0) & (y < (top + bottom) / 2) | (bottom >= HEIGHT) & (y > (top + bottom) / 2)
        ease = np.where(full, 1.0, np.clip(edge, 0, 1))
        column = Image.fromarray((ease * 255).astype(np.uint8)[:, None]).resize(self.size)
        mask = ImageChops.multiply(mask, column)
        if clip is not None:
            mask = ImageChops.multiply(
                mask, self._coverage(clip, (0, 0, self.size[0], self.size[1]), 0.0)
            )
        self.image.paste(rgb(ink), (0, 0), mask)

    def mist(self, y: float, thick: float, ink: Ink, strength: float = 0.6) -> None:
        """A level bank of haze, thickest at height y."""
        rows = np.abs(np.arange(self.size[1]) / self.unit - y) / thick
        grey = (np.clip(1 - rows, 0, 1) ** 1.6 * 255 * strength).astype(np.uint8)
        self.image.paste(rgb(ink), (0, 0), Image.fromarray(grey[:, None]).resize(self.size))

    def mirror(
        self,
        line: float,
        ripple: float = 1.0,
        tint: Ink = "#000000",
        share: float = 0.2,
        squash: float = 1.0,
        bottom: float = HEIGHT,
    ) -> None:
        """Reflect what stands above `line` into the water below it, broken by ripples."""
        at, end = self._pixel(line, 1), self._pixel(bottom, 1)
        rows = np.arange(end - at)
        if at < 2 or not len(rows):
            return
        above = np.asarray(self.image.crop((0, 0, self.size[0], at)))
        depth = rows / max(len(rows), 1)
        steps = np.cumsum(1 / (0.3 + 2.2 * depth)) / self.unit * 1.6
        knots = self.rng.normal(size=int(steps[-1]) + 3)
        wave = np.interp(steps, np.arange(len(knots)), knots)
        source = at - 1 - rows / squash + wave * self.unit * 0.25 * ripple
        source = np.clip(np.abs(source), 0, at - 1).astype(int)
        drift = (wave * self.unit * ripple * (0.15 + 0.3 * depth)).astype(int)
        columns = (np.arange(self.size[0])[None, :] + drift[:, None]) % self.size[0]
        water = Image.fromarray(above[source[:, None], columns])
        deep = Image.new("RGB", water.size, rgb(tint))
        self.image.paste(Image.blend(water, deep, share), (0, at))

    def finish(self, size: tuple[int, int]) -> Image.Image:
        """Vignette, paper fibre and grain; then the crop to the asked size."""
        w, h = self.size
        fibre = self.rng.normal(0, 5, (h // 2 + 1, w // 3 + 1)).astype(np.float32)
        soft = Image.fromarray(fibre).resize((w, h), Image.Resampling.BILINEAR)
        grain = self.noise * np.float32(4.5) + np.asarray(soft, dtype=np.float32) + 128
        grey = Image.fromarray(np.clip(grain, 0, 255).astype(np.uint8))
        out = ImageChops.overlay(self.image, Image.merge("RGB", (grey, grey, grey)))
        left, top = (int((a - b) * at) for a, b, at in zip((w, h), size, self.anchor, strict=True))
        out = out.crop((left, top, left + size[0], top + size[1]))
        x, y = np.linspace(-1, 1, 80), np.linspace(-1, 1, 50)
        far = np.clip((np.hypot(x[None, :], y[:, None]) - 0.75) / 0.75, 0, 1)
        edge = Image.fromarray((far**1.5 * 90).astype(np.uint8))
        ink = darker(mix(self.pal.near, self.pal.top, 0.3), 0.3)
        out.paste(ink, (0, 0), edge.resize(size, Image.Resampling.BICUBIC))
        return out
