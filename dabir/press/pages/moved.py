"""Addresses of another system at which stories were read before: each leads to its story."""

from collections.abc import Iterator

from dabir.archive.models import OldAddress
from dabir.press.ledger import Reading
from dabir.press.pages.registry import ARCHIVE, Sheet, prints


def _paths() -> Iterator[str]:
    return OldAddress.objects.order_by("pk").values_list("path", flat=True).iterator()


@prints(r"(?s)/.+", rank=ARCHIVE, paths=_paths, last=True)
def moved(path: str, reading: Reading) -> Sheet | None:
    """The redirect from an old address; none once its story is deleted."""
    code = OldAddress.objects.filter(path=path).values_list("story_id", flat=True).first()
    if code is None:
        return None
    reading.show(f"story:{code}", "code", str(code))
    return Sheet(f"/news/{code}/".encode(), 301)
