"""A stranger's picture in, a clean one out.

Nothing of the file that was sent is ever stored: its pixels are decoded, turned upright,
drawn onto a new canvas and encoded again, so that no metadata, no second image and no
trick inside the file reaches a reader.
"""

import io
from dataclasses import dataclass
from threading import Lock
from typing import Final

from django.core.files.uploadedfile import UploadedFile
from PIL import Image, ImageOps

from dabir.persian import HALF_SPACE, to_persian_digits

MOST_PICTURES: Final = 5
HEAVIEST: Final = 8 * 1024 * 1024
MOST_PIXELS: Final = 40_000_000
LONGEST_SIDE: Final = 1280
THUMBNAIL_SIDE: Final = 320
QUALITY: Final = 78
FORMATS: Final = ("JPEG", "PNG", "WEBP")

_one_at_a_time = Lock()
"""A picture of forty million pixels takes 400 MB of memory while it is drawn."""

UNREADABLE: Final = "خوانده نشد؛ عکسی از گونهٔ JPEG، PNG یا WebP برگزینید."
TOO_HEAVY: Final = f"بیش از {to_persian_digits(HEAVIEST // 1024 // 1024)} مگابایت است."
TOO_MANY: Final = f"هر آگهی تا {to_persian_digits(MOST_PICTURES)} عکس می{HALF_SPACE}گیرد."
TOO_LARGE: Final = f"بیش از {to_persian_digits(MOST_PIXELS // 1_000_000)} میلیون پیکسل دارد."


class PictureError(ValueError):
    """A file that cannot be taken; says why in Persian, to follow «عکس دوم»."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """A picture ready to be stored: WebP at two sizes, and the larger one's size."""

    full: bytes
    thumbnail: bytes
    width: int
    height: int


def encode(file: "UploadedFile[bytes]") -> Encoded:
    """Return what is to be stored of ``file``. PictureError where it is no picture for us."""
    if (file.size or 0) > HEAVIEST:
        raise PictureError(TOO_HEAVY)
    try:
        with _one_at_a_time:
            picture = _draw(file)
        return Encoded(_webp(picture), _webp(_thumbnail(picture)), *picture.size)
    except PictureError:
        raise
    except Image.DecompressionBombError as error:
        raise PictureError(TOO_LARGE) from error
    except Exception as error:
        # Decoders meet hostile files with errors of every kind, some their own.
        raise PictureError(UNREADABLE) from error


def _draw(file: "UploadedFile[bytes]") -> Image.Image:
    """Return the first image in ``file``: upright, opaque, RGB and no larger than we print."""
    with Image.open(file, formats=FORMATS) as opened:
        if opened.width * opened.height > MOST_PIXELS:
            raise PictureError(TOO_LARGE)
        opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        opened.load()
        picture = _with_colours(opened)
        picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        upright = ImageOps.exif_transpose(picture)
    canvas = Image.new("RGB", upright.size, "white")
    canvas.paste(upright, mask=upright if upright.mode == "RGBA" else None)
    return canvas


def _with_colours(picture: Image.Image) -> Image.Image:
    """Return ``picture`` as RGB, or as RGBA where parts of it are transparent."""
    if picture.mode in {"RGB", "RGBA"} and "transparency" not in picture.info:
        return picture
    if picture.mode.startswith("I"):  # sixteen bits of grey; a plain conversion turns it white
        return picture.point(lambda grey: grey / 256).convert("L").convert("RGB")
    return picture.convert("RGBA" if picture.has_transparency_data else "RGB")


def _thumbnail(picture: Image.Image) -> Image.Image:
    """Return ``picture`` small, never enlarged."""
    smaller = picture.copy()
    smaller.thumbnail((THUMBNAIL_SIDE, THUMBNAIL_SIDE))
    return smaller


def _webp(picture: Image.Image) -> bytes:
    canvas = io.BytesIO()
    picture.save(canvas, "WEBP", quality=QUALITY)
    return canvas.getvalue()
