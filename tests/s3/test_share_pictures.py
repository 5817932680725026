"""Pictures lie in the bucket too, and their renditions before the page that shows them."""

import io
import re
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from PIL import Image

from dabir.newsroom.models import Picture
from dabir.press.stores.bucket import Bucket

from .conftest import S3


@pytest.fixture
def shared(bucket: Bucket, s3: S3, settings: Any) -> Bucket:
    """A bucket that holds the pictures."""
    place = bucket.place
    settings.STORE = f"s3://{place.bucket}/{place.prefix}?endpoint={s3.endpoint}"
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": "dabir.press.media.BucketMedia"},
    }
    return bucket


def test_a_file_keeps_its_address_at_the_paper(shared: Bucket) -> None:
    storage = storages["default"]
    name = storage.save("images/خیابان.webp", ContentFile(b"picture"))
    assert storage.url(name).startswith("/media/images/%D8%AE")
    assert storage.open(name).read() == b"picture"
    assert storage.save(name, ContentFile(b"other")) != name
    assert list(shared.names()) == []
    storage.delete(name)
    assert not storage.exists(name)


def test_renditions_are_made_in_the_bucket(shared: Bucket, db: None) -> None:
    canvas = io.BytesIO()
    Image.new("RGB", (640, 360), "#2a6f6b").save(canvas, "PNG")
    picture = Picture.objects.create(
        title="خیابان", file=ContentFile(canvas.getvalue(), "street.png")
    )
    rendition = picture.get_rendition("width-320|format-webp")
    assert re.fullmatch(r"/media/images/street\S*\.webp", rendition.url)
    key = f"{shared.place.prefix}media/{rendition.file.name}"
    found = shared.place.client().head_object(Bucket=shared.place.bucket, Key=key)
    assert found["ContentType"] == "image/webp"
