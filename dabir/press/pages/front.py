"""The front page: what the paper holds to be its news now."""

from collections import Counter
from collections.abc import Iterable, Iterator

from dabir.classifieds.models import Advertisement
from dabir.classifieds.models.advertisement import AdvertisementQuerySet
from dabir.classifieds.shown import AdvertisementShown, advertisement
from dabir.newsroom.models import Section, Story
from dabir.persian import JalaliDay
from dabir.press.ledger import Reading, digest
from dabir.press.pages import shown
from dabir.press.pages.registry import FRONT, Sheet, cards, prints, sheet, window

CHOSEN_FROM = 60
"""The lead and the secondary stories are chosen from this many latest ones."""
SECONDARY = 4
LATEST = 15
IN_BLOCK = 5
PICTURES = 4
ADVERTISEMENTS = 5
TOPICS = 14
TOPICS_OF_LATEST = 100
"""The topic strip counts the topics of this many latest stories."""
_LEADS = {Story.Kind.NEWS, Story.Kind.REPORT, Story.Kind.INTERVIEW}


@prints(r"/", rank=FRONT)
def front(path: str, reading: Reading) -> Sheet:
    """The front: lead story, secondary stories, section blocks, latest list, pictures, topics.

    The newest story with a picture leads; the next ones with a picture, from as many
    sections as there are, are secondary; a story stands in its block only when it stands
    nowhere above.
    """
    lists = _lists(reading)
    around = shown.Around.of_cards([story for stories in lists.values() for story in stories])
    made = {
        name: tuple(shown.card(story, reading, around) for story in stories)
        for name, stories in lists.items()
    }
    latest = made["latest"]
    lead, secondary = choose(latest)
    above = {card.code for card in (*secondary, lead) if card}
    return sheet(
        "pages/front.html",
        path,
        reading,
        day=JalaliDay.of(latest[0].published_at) if latest else None,
        lead=lead,
        secondary=secondary,
        blocks=tuple(_blocks(around, made, above)),
        latest=latest[:LATEST],
        pictures=made["kind:photo"],
        topics=topic_strip(reading),
        ads=newest_advertisements(reading, ADVERTISEMENTS),
    )


def _lists(reading: Reading) -> dict[str, list[Story]]:
    """Return the stories that the front shows, by their lists' names in the ledger."""
    photos = Story.objects.filter(kind=Story.Kind.PHOTO)
    lists = {
        "latest": window(reading, "latest", Story.objects.all(), CHOSEN_FROM),
        "kind:photo": window(reading, "kind:photo", photos, PICTURES),
    }
    for pk in Section.objects.values_list("pk", flat=True):
        stories = Story.objects.filter(section=pk)
        name = f"section:{pk}"
        lists[name] = window(reading, name, stories, IN_BLOCK + SECONDARY + 1)
    return lists


def choose(latest: Iterable[shown.Card]) -> tuple[shown.Card | None, tuple[shown.Card, ...]]:
    """Return the lead story and the secondary ones, out of the latest, newest first."""
    fit = [card for card in latest if card.kind in _LEADS and card.picture]
    if not fit:
        return None, ()
    lead, *others = fit
    sections = {lead.section.pk}
    first: list[shown.Card] = []
    for card in others:
        if card.section.pk not in sections:
            sections.add(card.section.pk)
            first.append(card)
    rest = [card for card in others if card not in first]
    return lead, tuple((first + rest)[:SECONDARY])


def _blocks(
    around: shown.Around, made: dict[str, tuple[shown.Card, ...]], above: set[int]
) -> Iterator[tuple[shown.SectionShown, tuple[shown.Card, ...]]]:
    """Yield each section that has stories, with its newest that do not stand above."""
    for pk, section in around.sections.items():
        found = made.get(f"section:{pk}", ())
        left = tuple(card for card in found if card.code not in above)[:IN_BLOCK]
        if left:
            yield section, left


def topic_strip(reading: Reading) -> tuple[shown.TopicShown, ...]:
    """Return the topics that the latest stories carry most, most first."""
    counts: Counter[shown.TopicShown] = Counter()
    for story, sections, topics in shown.places(
        window(reading, "latest", Story.objects.all(), TOPICS_OF_LATEST)
    ):
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
    stories = cards(reading, "latest", Story.objects.all(), 10)
    return sheet("parts/latest.html", path, reading, stories=stories)
