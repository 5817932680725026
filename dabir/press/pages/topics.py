"""Topic pages: people, places and subjects that stories are about."""

from collections.abc import Iterator
from itertools import groupby

from dabir.newsroom.models import Topic
from dabir.press.ledger import Reading, digest
from dabir.press.pages import shown
from dabir.press.pages.facts import topic_index
from dabir.press.pages.registry import DEPENDENT, Sheet, cards, prints, sheet

STORIES = 60


def _pages() -> Iterator[str]:
    return (f"/topic/{pk}/" for pk, _, _ in topic_index())


@prints(r"/topic/(?P<key>\d{1,18})/", rank=DEPENDENT, paths=_pages)
def topic(path: str, reading: Reading, key: str) -> Sheet | None:
    """A topic with its latest stories; no page for a topic that no live story carries."""
    record = Topic.objects.filter(pk=int(key)).first()
    if record is None:
        return None
    stories = cards(reading, f"topic:{record.pk}", STORIES)
    if not stories:
        return None
    return sheet(
        "pages/topic.html", path, reading, topic=shown.topic(record, reading), stories=stories
    )


@prints(r"/topics/", rank=DEPENDENT)
def topics(path: str, reading: Reading) -> Sheet:
    """Every topic that a live story carries, people, places and subjects apart."""
    index = topic_index()
    reading.show("topics", "whole", digest(index))
    records = Topic.objects.in_bulk([pk for pk, _, _ in index])
    groups = tuple(
        (Topic.Kind(kind).label, tuple(shown.topic(records[pk], reading) for pk, _, _ in found))
        for kind, found in groupby(index, key=lambda row: row[1])
    )
    return sheet("pages/topics.html", path, reading, groups=groups)
