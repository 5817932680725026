"""Pictures as pages show them: with their renditions, which are made where they are missing."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, NamedTuple

from wagtail.images.models import Filter

from dabir.newsroom.models import Picture, PictureRendition
from dabir.press.asked import Asked, AskedRecords
from dabir.press.ledger import Reading, digest

WIDTHS: Final = (320, 640, 1280)
"""Widths of a picture's renditions, in pixels: a phone's column, the same at two pixels a
point, and the widest column of a desktop."""
_TO_SHARE: Final = "fill-1200x630|format-jpeg"
_BY_WIDTH: Final = {width: f"width-{width}|format-webp" for width in WIDTHS}


@dataclass(frozen=True, slots=True)
class PictureShown:
    address: str
    """The middle rendition."""
    sizes: tuple[tuple[str, int], ...]
    """(address, width in pixels) of every rendition, narrowest first."""
    width: int
    height: int
    alt: str
    credit: str

    @property
    def srcset(self) -> str:
        return ", ".join(f"{address} {width}w" for address, width in self.sizes)


_records: Final = AskedRecords(
    Picture, *(f.attname for f in Picture._meta.concrete_fields if not f.primary_key)
)
_renditions_of: Final = Asked(
    lambda pictures: PictureRendition.objects.filter(image_id__in=pictures).values_list(
        "image_id", "filter_spec", "focal_point_key", "file", "width", "height"
    )
)


class _Rendition(NamedTuple):
    address: str
    width: int
    height: int


def picture_facts(record: Picture) -> str:
    """Return the digest of what pages show of a picture."""
    focal = (record.focal_point_x, record.focal_point_y, record.focal_point_width)
    return digest(
        record.file.name,
        record.file_hash,
        record.width,
        record.default_alt_text,
        record.credit,
        focal,
    )


@lru_cache(maxsize=16)
def _filter(spec: str) -> Filter:
    """Return Wagtail's filter for a rendition; making one asks every plugin for its operations."""
    return Filter(spec)


def renditions_asked_for(record: Picture) -> list[tuple[str, str, int]]:
    """Return what pages ask of a picture: (Wagtail's filter, its focal point's key, width)."""
    specs = {width: spec for width, spec in _BY_WIDTH.items() if width < record.width}
    specs[min(record.width, WIDTHS[-1])] = _BY_WIDTH[WIDTHS[-1]]
    asked = [*((specs[width], width) for width in sorted(specs)), (_TO_SHARE, 1200)]
    return [(spec, _filter(spec).get_cache_key(record), width) for spec, width in asked]


class Album:
    """The pictures that some pages show, each read and worked out once."""

    def __init__(self, keys: Iterable[int | None] = ()) -> None:
        self._pictures: dict[int, Picture] = {}
        self._renditions: dict[tuple[int, str, str], _Rendition] = {}
        self._shown: dict[int, tuple[str, PictureShown | None]] = {}
        self.add(keys)

    def add(self, keys: Iterable[int | None]) -> None:
        """Read those pictures that are not in the album yet, in two queries."""
        new = {key for key in keys if key} - self._pictures.keys()
        if new:
            found: dict[int, Picture] = _records(new)
            self._pictures |= found
            self._renditions |= _read_renditions(found)

    def show(self, key: int | None, reading: Reading, alt: str = "") -> PictureShown | None:
        """Return a picture with its renditions, and tell ``reading``; None where there is none.

        A file that cannot be read as a picture is no picture: the page is printed without it.
        """
        record = self._pictures.get(key) if key else None
        if record is None:
            return None
        if record.pk not in self._shown:
            self._shown[record.pk] = picture_facts(record), self._work_out(record)
        seen, found = self._shown[record.pk]
        reading.show(f"picture:{record.pk}", "whole", seen)
        return replace(found, alt=alt) if found and alt else found

    def share(self, key: int | None) -> str:
        """Return the address of the picture that others show beside a link to the page."""
        record = self._pictures.get(key) if key else None
        if record is None:
            return ""
        *_, (spec, focal, _) = renditions_asked_for(record)
        found = self._made(record, [(spec, focal)])
        return found[0].address if found else ""

    def _work_out(self, record: Picture) -> PictureShown | None:
        *by_width, _ = renditions_asked_for(record)
        found = self._made(record, [(spec, focal) for spec, focal, _ in by_width])
        if not found:
            return None
        middle = found[len(found) // 2]
        return PictureShown(
            address=middle.address,
            sizes=tuple((made.address, made.width) for made in found),
            width=middle.width,
            height=middle.height,
            alt=record.default_alt_text,
            credit=record.credit,
        )

    def _made(self, record: Picture, asked: list[tuple[str, str]]) -> list[_Rendition]:
        """Return renditions in the order asked for; none where the file is no picture."""
        keys = [(record.pk, spec, focal) for spec, focal in asked]
        missing = [key[1] for key in keys if key not in self._renditions]
        if missing:
            try:
                made = record.get_renditions(*missing)
            except (OSError, ValueError):
                return []
            for key in keys:
                if one := made.get(key[1]):
                    self._renditions[key] = _Rendition(one.url, one.width, one.height)
        return [self._renditions[key] for key in keys]


def _read_renditions(pictures: Iterable[int]) -> dict[tuple[int, str, str], _Rendition]:
    """Return the renditions that were made: (picture, what was asked for, focal point) -> it."""
    return {
        (image, spec, focal): _Rendition(_address(file), width, height)
        for image, spec, focal, file, width, height in _renditions_of(list(pictures))
    }


@lru_cache(maxsize=8192)
def _address(file: str) -> str:
    """Return the address of a rendition's file."""
    address: str = PictureRendition._meta.get_field("file").storage.url(file)
    return address
