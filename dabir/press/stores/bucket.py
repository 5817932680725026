"""A bucket of an S3-compatible server: where several machines print and read one paper.

    s3://BUCKET/PREFIX?endpoint=https://s3.example.org&region=…

S3 does not negotiate, so each packed copy is an object of its own, with the type, the coding
and the lifetime of its page; a server or a CDN before it picks one. An object is replaced
whole by S3 itself. What a page is compared by is the MD5 sum that S3 gives as its tag: where
that is none (some ways of encryption), the page is written once more. Keys of access come from
the usual variables of AWS.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, TypeVar
from urllib.parse import parse_qs, urlsplit

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from dabir.press.headings import of_page
from dabir.press.stores.errors import PressError
from dabir.press.stores.names import copies_at, name_of, names_at
from dabir.press.stores.packing import endings, pack
from dabir.press.stores.store import Item, Store

Found = TypeVar("Found")

_AT_ONCE: Final = 16
"""Requests at the same time: printing waits for S3, not for the processor."""
ABSENT: Final = frozenset(("404", "NoSuchKey", "NotFound"))
_BESIDE: Final = ("media/", "static/")
"""What lies in the same bucket and is not printed."""
_HEADERS: Final = {
    "Content-Type": "ContentType",
    "Content-Encoding": "ContentEncoding",
    "Cache-Control": "CacheControl",
}


@dataclass(frozen=True)
class Place:
    """Where a bucket is."""

    bucket: str
    prefix: str = ""
    """Ends with a slash where there is one."""
    endpoint: str | None = None
    region: str | None = None

    @classmethod
    def at(cls, address: str) -> "Place":
        """Read an address ``s3://…``; PressError where it is none."""
        parts = urlsplit(address)
        asked = {name: values[-1] for name, values in parse_qs(parts.query).items()}
        if parts.scheme != "s3" or not parts.netloc or asked.keys() - {"endpoint", "region"}:
            raise PressError(
                f"{address!r} is no address of a bucket.",
                "Set DABIR_STORE to s3://BUCKET or s3://BUCKET/PREFIX?endpoint=ADDRESS.",
            )
        prefix = parts.path.strip("/")
        return cls(
            parts.netloc,
            f"{prefix}/" if prefix else "",
            asked.get("endpoint"),
            asked.get("region"),
        )

    def config(self, wait: float = 10, tries: int = 3) -> Any:
        """Return how to ask: ``tries`` times, each of at most ``wait`` seconds."""
        return Config(
            connect_timeout=min(wait, 3),
            read_timeout=wait,
            retries={"total_max_attempts": tries, "mode": "standard"},
            max_pool_connections=2 * _AT_ONCE,
            request_checksum_calculation="when_required",
            response_checksum_validation="when_required",
            s3={"addressing_style": "path" if self.endpoint else "auto"},
        )

    def client(self, wait: float = 10, tries: int = 3) -> Any:
        """Return a client for one process."""
        config = self.config(wait, tries)
        region = self.region or ("us-east-1" if self.endpoint else None)
        session = boto3.session.Session()
        return session.client("s3", endpoint_url=self.endpoint, region_name=region, config=config)


class Bucket(Store):
    """A bucket that the paper is printed to."""

    def __init__(self, place: Place) -> None:
        self.place = place

    @classmethod
    def at(cls, address: str) -> "Bucket":
        """Return the bucket of an address ``s3://…``."""
        return cls(Place.at(address))

    @cached_property
    def _client(self) -> Any:
        with self._told():
            return self.place.client()

    @cached_property
    def _hands(self) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="bucket")

    def prepare(self) -> None:
        """Make the bucket where it is missing; PressError where that cannot be."""
        with self._told():
            if _or_none(lambda: self._client.head_bucket(Bucket=self.place.bucket)) is None:
                self._client.create_bucket(Bucket=self.place.bucket)

    def check(self) -> None:
        """Write an object and take it away again."""
        with self._told():
            self._client.put_object(Bucket=self.place.bucket, Key=self._key(".check"), Body=b"x")
            self._client.delete_object(Bucket=self.place.bucket, Key=self._key(".check"))

    def put_many(self, items: Iterable[Item]) -> int:
        """Print pages together, several at a time."""
        wanted = list(items)
        for path, _, status in wanted:
            name_of(path, status)
        with self._told():
            if len(wanted) == 1:
                return int(self._put(wanted[0]))
            return sum(self._hands.map(self._put, wanted))

    def remove(self, path: str) -> None:
        """Take whatever lies at an address out of the paper."""
        with self._told():
            self._delete(self._lying_at(path))

    def copy(self, name: str) -> bytes | None:
        """Return an object's bytes, None where there is none."""
        with self._told():
            found = _or_none(lambda: self._get(name))
            return bytes(found["Body"].read()) if found else None

    def has(self, path: str, status: int = 200) -> bool:
        """Say whether every copy of a page is there."""
        with self._told():
            return self._lying_at(path).keys() >= set(copies_at(path, status))

    def names(self) -> Iterator[str]:
        """Yield the name of every printed object."""
        with self._told():
            for name, _ in self._list(""):
                if not name.startswith(_BESIDE):
                    yield name

    def sweep(self) -> None:
        """Do nothing: S3 keeps no half of an object."""

    def _put(self, item: Item) -> bool:
        """Print a page: what is new is written before what is old goes."""
        path, body, status = item
        name = name_of(path, status)
        lying = self._lying_at(path)
        changed = False
        for ending in endings(name):
            packed = pack(body, ending)
            if lying.get(name + ending) != hashlib.md5(packed, usedforsecurity=False).hexdigest():
                self._write(name + ending, packed)
                changed = True
        self._delete(set(lying) - {name + ending for ending in endings(name)})
        return changed

    def _write(self, name: str, packed: bytes) -> None:
        said = {_HEADERS[key]: value for key, value in of_page(name) if key in _HEADERS}
        self._client.put_object(Bucket=self.place.bucket, Key=self._key(name), Body=packed, **said)

    def _lying_at(self, path: str) -> dict[str, str]:
        """Return the names of all copies at an address, with their sums: one request."""
        names = {f"{name}{ending}" for name in names_at(path).values() for ending in endings(name)}
        stem = min(names, key=len).partition(".")[0]
        return {name: tag for name, tag in self._list(f"{stem}.") if name in names}

    def _list(self, start: str) -> Iterator[tuple[str, str]]:
        """Yield (name, sum) of the objects whose names begin so."""
        pages = self._client.get_paginator("list_objects_v2").paginate(
            Bucket=self.place.bucket, Prefix=self._key(start)
        )
        for page in pages:
            for found in page.get("Contents", ()):
                name = found["Key"].removeprefix(self.place.prefix)
                yield name, found["ETag"].strip('"')

    def _delete(self, names: Iterable[str]) -> None:
        for name in sorted(names):
            self._client.delete_object(Bucket=self.place.bucket, Key=self._key(name))

    def _get(self, name: str) -> Any:
        return self._client.get_object(Bucket=self.place.bucket, Key=self._key(name))

    def _key(self, name: str) -> str:
        return f"{self.place.prefix}{name}"

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Say in the press's words what boto3 says in its own."""
        try:
            yield
        except (BotoCoreError, ClientError) as error:
            where = self.place.endpoint or "AWS"
            raise PressError(
                f"The bucket {self.place.bucket} at {where} does not take the page: {error}",
                "See whether the server of DABIR_STORE answers, and whether AWS_ACCESS_KEY_ID "
                "and AWS_SECRET_ACCESS_KEY may write there.",
            ) from error


def _or_none(ask: Callable[[], Found]) -> Found | None:
    """Return what a request gives, None where S3 has no such thing."""
    try:
        return ask()
    except ClientError as error:
        if error.response["Error"]["Code"] in ABSENT:
            return None
        raise
