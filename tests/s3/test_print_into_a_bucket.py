"""A bucket holds the same paper as a folder, with headers on each object."""

import time
from typing import Any

import pytest

from dabir.press.stores import PressError, open_store
from dabir.press.stores.bucket import Bucket, Place
from dabir.press.stores.names import STATUSES
from dabir.press.stores.packing import pack

from .conftest import S3


def head(bucket: Bucket, name: str) -> dict[str, Any]:
    return bucket.place.client().head_object(
        Bucket=bucket.place.bucket, Key=f"{bucket.place.prefix}{name}"
    )


def test_each_packed_copy_is_an_object_with_its_headers(bucket: Bucket) -> None:
    bucket.put("/news/1/", b"story")
    assert list(bucket.names()) == ["news/1.html.br", "news/1.html.gz"]
    for ending, coding in ((".br", "br"), (".gz", "gzip")):
        found = head(bucket, f"news/1.html{ending}")
        assert found["ContentEncoding"] == coding
        assert found["ContentType"] == "text/html; charset=utf-8"
        assert found["CacheControl"] == "public, max-age=30, stale-while-revalidate=300"
        assert found["ContentLength"] == len(pack(b"story", ending))
    assert bucket.read("/news/1/") == b"story"


def test_an_object_that_is_the_same_is_not_written(bucket: Bucket) -> None:
    bucket.put("/", b"page")
    before = head(bucket, "index.html.gz")["LastModified"]
    time.sleep(1.1)
    assert not bucket.put("/", b"page")
    assert head(bucket, "index.html.gz")["LastModified"] == before
    assert bucket.put("/", b"other")
    assert head(bucket, "index.html.gz")["LastModified"] > before


def test_a_page_takes_the_place_of_one_with_another_status(bucket: Bucket) -> None:
    bodies = {200: b"story", 410: b"gone", 301: b"/news/2/"}
    for status in (200, 410, 301, 200):
        bucket.put("/news/1/", bodies[status], status)
        there = [each for each in STATUSES if bucket.read("/news/1/", each) is not None]
        assert there == [status]
        assert bucket.has("/news/1/", status)


def test_pages_whose_names_begin_alike_are_kept_apart(bucket: Bucket) -> None:
    bucket.put_many([(f"/news/{code}/", b"%d" % code, 200) for code in (1, 11, 111)])
    bucket.remove("/news/1/")
    assert bucket.read("/news/1/") is None
    assert bucket.read("/news/11/") == b"11"
    bucket.remove("/never/was/")


def test_many_pages_are_printed_together(bucket: Bucket) -> None:
    pages = [(f"/news/{code}/", b"%d" % code, 200) for code in range(60)]
    assert bucket.put_many(pages) == 60
    assert bucket.put_many(pages) == 0
    assert len(list(bucket.names())) == 120
    assert bucket.bodies("/news/7/") == {"news/7.html.br": b"7", "news/7.html.gz": b"7"}


def test_uploaded_files_beside_the_paper_are_no_pages(bucket: Bucket) -> None:
    bucket.place.client().put_object(Bucket=bucket.place.bucket, Key="front/media/images/a.webp")
    assert list(bucket.names()) == []


def test_any_old_address_may_lead_on(bucket: Bucket) -> None:
    bucket.put("/بخش-3/1404 x", b"/news/1/", 301)
    assert bucket.read("/بخش-3/1404 x", 301) == b"/news/1/"
    bucket.remove("/بخش-3/1404 x")
    assert list(bucket.names()) == []


def test_an_odd_address_is_refused_before_anything_is_written(bucket: Bucket) -> None:
    with pytest.raises(PressError):
        bucket.put_many([("/", b"page", 200), ("/../x/", b"page", 200)])
    assert list(bucket.names()) == []


def test_it_says_so_when_the_server_is_away(s3: S3, bucket: Bucket) -> None:
    bucket.put("/", b"old")
    s3.stop()
    started = time.monotonic()
    try:
        with pytest.raises(PressError, match="does not take the page") as refused:
            bucket.put("/", b"new")
        assert time.monotonic() - started < 15
        assert "DABIR_STORE" in refused.value.hint
        with pytest.raises(PressError):
            bucket.check()
    finally:
        s3.start()
    assert bucket.read("/") == b"old"
    assert bucket.put("/", b"new")
    bucket.check()


def test_an_address_names_a_bucket() -> None:
    place = Place.at("s3://paper/a/b/?endpoint=http://127.0.0.1:8333&region=ir")
    assert place == Place("paper", "a/b/", "http://127.0.0.1:8333", "ir")
    assert isinstance(open_store("s3://paper", None), Bucket)  # type: ignore[arg-type]


@pytest.mark.parametrize("address", ["s3://", "http://paper/", "s3://paper?key=1", "paper"])
def test_another_address_is_refused(address: str) -> None:
    with pytest.raises(PressError, match="no address of a bucket"):
        Place.at(address)
