"""A stranger's picture goes in, a clean one comes out."""

import io
import struct
import zlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, PngImagePlugin

from dabir.classifieds import pictures
from dabir.classifieds.pictures import PictureError, encode


def opened(data):
    return Image.open(io.BytesIO(data))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_it_takes_each_of_the_three_formats(photo, kind):
    encoded = encode(photo(kind, (2000, 1000)))
    assert (encoded.width, encoded.height) == (1280, 640)
    full, small = opened(encoded.full), opened(encoded.thumbnail)
    assert (full.format, full.mode, full.size) == ("WEBP", "RGB", (1280, 640))
    assert (small.format, small.size) == ("WEBP", (320, 160))


def test_it_never_enlarges(photo):
    encoded = encode(photo(size=(64, 48)))
    assert opened(encoded.full).size == opened(encoded.thumbnail).size == (64, 48)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16", "RGB"])
def test_it_takes_every_kind_of_colour(photo, mode):
    assert opened(encode(photo("PNG", mode=mode, colour=1)).full).mode == "RGB"


def test_it_takes_cmyk(photo):
    assert opened(encode(photo("JPEG", mode="CMYK")).full).mode == "RGB"


def test_what_is_transparent_becomes_white(photo):
    encoded = encode(photo("PNG", mode="RGBA", colour=(0, 0, 0, 0)))
    assert opened(encoded.full).getpixel((5, 5)) == (255, 255, 255)


def test_a_transparent_colour_becomes_white(photo):
    encoded = encode(photo("PNG", colour=(10, 20, 30), transparency=(10, 20, 30)))
    assert opened(encoded.full).getpixel((5, 5)) == (255, 255, 255)


def test_a_transparent_colour_of_a_palette_becomes_white():
    picture, canvas = Image.new("P", (40, 30), 1), io.BytesIO()
    picture.putpalette([0, 0, 0, 200, 30, 30])
    picture.save(canvas, "PNG", transparency=1)
    encoded = encode(SimpleUploadedFile("palette.png", canvas.getvalue()))
    assert opened(encoded.full).getpixel((5, 5)) == (255, 255, 255)


def test_sixteen_bits_of_grey_stay_grey(photo):
    encoded = encode(photo("PNG", mode="I;16", colour=0x8000))
    assert opened(encoded.full).getpixel((5, 5))[0] == pytest.approx(128, abs=3)


def test_it_is_turned_upright_and_loses_what_the_camera_wrote(photo):
    exif = Image.Exif()
    exif[0x0112], exif[0x010F], exif[0x8298] = 6, "Maker", "Somebody"
    exif.get_ifd(0x8825)[1] = "N"
    encoded = encode(photo("JPEG", (400, 100), exif=exif.tobytes()))
    assert (encoded.width, encoded.height) == (100, 400)
    for data in (encoded.full, encoded.thumbnail):
        assert not opened(data).getexif()
        assert b"EXIF" not in data
        assert b"Maker" not in data


def test_profile_and_comments_are_gone(photo):
    words = PngImagePlugin.PngInfo()
    words.add_text("Comment", "secret words")
    encoded = encode(photo("PNG", pnginfo=words, icc_profile=b"secret profile"))
    assert b"secret" not in encoded.full + encoded.thumbnail
    assert set(opened(encoded.full).info) <= {"loop", "background", "timestamp", "duration"}


def test_the_first_image_of_a_moving_one_is_taken():
    canvas = io.BytesIO()
    frames = [Image.new("RGB", (40, 30), colour) for colour in ("red", "blue")]
    frames[0].save(canvas, "WEBP", save_all=True, append_images=frames[1:], lossless=True)
    encoded = encode(SimpleUploadedFile("moving.webp", canvas.getvalue()))
    red, _, blue = opened(encoded.full).getpixel((5, 5))
    assert red > 200 > blue
    assert getattr(opened(encoded.full), "n_frames", 1) == 1


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF", "ICO"])
def test_it_refuses_other_formats_whatever_their_name(photo, kind):
    file = photo(kind)
    file.name = "photo.jpg"
    with pytest.raises(PictureError, match="خوانده نشد"):
        encode(file)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0" + b"\x00" * 50,
        b"RIFF\x00\x00\x00\x00WEBPVP8 ",
        b"%PDF-1.7",
        b"\x00" * 1000,
    ],
)
def test_it_refuses_what_is_no_picture(data):
    with pytest.raises(PictureError, match="خوانده نشد"):
        encode(SimpleUploadedFile("photo.jpg", data))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_it_refuses_a_picture_cut_short(photo, kind):
    whole = photo(kind, (600, 600)).read()
    with pytest.raises(PictureError, match="خوانده نشد"):
        encode(SimpleUploadedFile("photo", whole[: len(whole) // 2]))


def bomb(width, height):
    """Return a PNG that says it is large and holds nothing."""

    def chunk(name, body):
        return (
            struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + rows


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
@pytest.mark.parametrize("side", [6400, 12_000, 60_000])
def test_it_refuses_a_bomb_before_it_is_drawn(side):
    with pytest.raises(PictureError, match="میلیون پیکسل"):
        encode(SimpleUploadedFile("bomb.png", bomb(side, side)))


def test_it_refuses_a_heavy_file_unread(photo, monkeypatch):
    monkeypatch.setattr(pictures, "HEAVIEST", 10)
    with pytest.raises(PictureError, match="مگابایت"):
        encode(photo())
