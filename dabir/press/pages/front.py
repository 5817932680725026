"""The front page: what the paper holds to be its news now."""

from collections import Counter

from dabir.classifieds.models import Advertisement
from dabir.classifieds.models.advertisement import AdvertisementQuerySet
from dabir.classifieds.shown import AdvertisementShown, advertisement
from dabir.newsroom.fronts.arrangement import MAIN, Arrangement, Kind
from dabir.newsroom.fronts.filling import latest_of
from dabir.newsroom.models import Story
from dabir.persian import JalaliDay
from dabir.press.ledger import Reading, digest
from dabir.press.pages import breaking, fronts, shown
from dabir.press.pages.registry import FRONT, Sheet, cards, prints, sheet

LATEST = 15
ADVERTISEMENTS = 5
TOPICS = 14
TOPICS_OF_LATEST = 100
"""The topic strip counts the topics of this many latest stories."""


@prints(r"/", rank=FRONT)
def front(path: str, reading: Reading) -> Sheet:
    """The front: what an editor set, what the rules give, and the latest beside it."""
    return front_of(path, reading, fronts.live(MAIN, reading))


def front_of(path: str, reading: Reading, arrangement: Arrangement) -> Sheet:
    """Return the paper's front as an arrangement sets it."""
    paper = shown.paper(reading)
    shelves = fronts.ReadShelves(reading)
    newest = shelves.newest(latest_of(MAIN), TOPICS_OF_LATEST)
    boxes, timeline = fronts.boxes(arrangement, paper, shelves, reading, newest[:LATEST])
    of_kind = {box.kind: box for box in boxes}
    latest = tuple(timeline.values())
    return sheet(
        "pages/front.html",
        path,
        reading,
        day=JalaliDay.of(latest[0].published_at) if latest else None,
        lead=of_kind[Kind.LEAD].stories[0] if Kind.LEAD in of_kind else None,
        secondary=of_kind[Kind.SECONDARY].stories if Kind.SECONDARY in of_kind else (),
        pictures=of_kind.get(Kind.PICTURES),
        opinion=of_kind.get(Kind.OPINION),
        blocks=tuple(box for box in boxes if box.kind == Kind.BLOCK),
        latest=latest,
        topics=topic_strip(newest, reading),
        ads=newest_advertisements(reading, ADVERTISEMENTS),
        breaking=breaking.bar(reading),
    )


def topic_strip(latest: list[Story], reading: Reading) -> tuple[shown.TopicShown, ...]:
    """Return the topics that the latest stories carry most, most first."""
    counts: Counter[shown.TopicShown] = Counter()
    for story, sections, topics in shown.places(latest):
        seen = shown.place_facts(story, sections, (topic.pk for topic in topics))
        reading.show(f"story:{story.pk}", "place", seen)
        counts.update(topics)
    most = sorted(counts, key=lambda topic: (-counts[topic], topic.name, topic.pk))[:TOPICS]
    for topic in most:
        shown.show_topic(topic, reading)
    return tuple(most)


def newest_advertisements(reading: Reading, limit: int) -> tuple[AdvertisementShown, ...]:
    """Return the advertisements approved last."""
    return advertisements(reading, "ads", Advertisement.objects.approved(), limit)


def advertisements(
    reading: Reading, name: str, ads: AdvertisementQuerySet, limit: int | None = None
) -> tuple[AdvertisementShown, ...]:
    """Return a list's advertisements, approved last first, and tell ``reading`` the window."""
    found = list(ads.order_by("-approved_at", "-pk").with_parts()[:limit])
    is_full = limit is not None and len(found) == limit
    last = found[-1].approved_at if is_full else None
    reading.list(name, int(last.timestamp() * 1000) if last else None)
    made = tuple(advertisement(ad) for ad in found)
    for each in made:
        reading.show(f"ad:{each.pk}", "whole", digest(each))
    return made


@prints(r"/parts/latest\.html", rank=FRONT)
def latest_part(path: str, reading: Reading) -> Sheet:
    """The latest headlines, for story pages to load: never baked into a million of them."""
    stories = cards(reading, "latest", 10)
    return sheet("parts/latest.html", path, reading, stories=stories)
