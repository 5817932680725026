"""Uploaded pictures and films in the bucket of the paper, so that several machines share them.

They lie under ``media/`` of the same bucket. Readers ask the paper's own server for them, at
the addresses that they have in a folder too: pages say the same whatever the store is.
"""

from typing import Any
from urllib.parse import quote

from django.conf import settings
from storages.backends.s3 import S3Storage

from dabir.press.headings import FOREVER
from dabir.press.stores.bucket import Place


class BucketMedia(S3Storage):
    """Django's storage for uploaded files, in the bucket of ``DABIR_STORE``."""

    def get_default_settings(self) -> dict[str, Any]:
        place = Place.at(settings.STORE)
        return {
            **super().get_default_settings(),
            "bucket_name": place.bucket,
            "location": f"{place.prefix}media",
            "endpoint_url": place.endpoint,
            "region_name": place.region or ("us-east-1" if place.endpoint else None),
            "addressing_style": "path" if place.endpoint else None,
            "client_config": place.config(wait=20, tries=3),
            "object_parameters": {"CacheControl": FOREVER},
            "file_overwrite": False,
            "default_acl": None,
        }

    def url(self, name: str, *_: Any, **__: Any) -> str:
        """Return the address at the paper's own server."""
        return settings.MEDIA_URL + quote(name.replace("\\", "/"))
