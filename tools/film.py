"""Films rain over the demo's painted street into `dabir/demo/videos/rain.webm` (needs ffmpeg).

The film is kept in the repository, since a paper's machine has no ffmpeg; this is how it was made.
"""

import subprocess
from typing import Final

import numpy as np
from PIL import Image, ImageDraw

from dabir.demo import painter
from tools.paper import ROOT

SIZE: Final = (640, 360)
FRAMES: Final = 100
RATE: Final = 20
DROPS: Final = 260


def main() -> None:
    street = painter.draw("rain-street/3", SIZE).convert("RGB")
    dice = np.random.default_rng(7)
    drops = dice.random((DROPS, 3))  # across, where it begins, how near
    target = ROOT / "dabir/demo/videos/rain.webm"
    target.parent.mkdir(exist_ok=True)
    command = [
        *("ffmpeg", "-y", "-loglevel", "error", "-f", "rawvideo", "-pix_fmt", "rgb24"),
        *("-s", f"{SIZE[0]}x{SIZE[1]}", "-r", str(RATE), "-i", "-", "-c:v", "libvpx-vp9"),
        *("-b:v", "0", "-crf", "46", "-row-mt", "1", "-pix_fmt", "yuv420p", str(target)),
    ]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as film:
        assert film.stdin is not None
        for number in range(FRAMES):
            film.stdin.write(frame(street, drops, number).tobytes())
    print(target.stat().st_size, "bytes")


def frame(
    street: Image.Image, drops: "np.ndarray[tuple[int, ...], np.dtype[np.float64]]", number: int
) -> Image.Image:
    """Return the street with every drop where it is at frame ``number``; the film is a loop."""
    picture = street.copy()
    pen = ImageDraw.Draw(picture, "RGBA")
    width, height = SIZE
    for across, begins, near in drops:
        falls = 2 + int(near * 4)  # whole falls in the film, so that its end meets its beginning
        down = (begins + falls * number / FRAMES) % 1 * (height + 40) - 40
        x, length = across * width - down * 0.12, 8 + near * 22
        pen.line(
            (x, down, x - length * 0.12, down + length), fill=(225, 232, 245, int(40 + near * 90))
        )
    return picture


if __name__ == "__main__":
    main()
