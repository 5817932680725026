"""What stands on a front: filled as its arrangement says, made into cards, told to the ledger.

    arrangement -> fill(…, ReadShelves) -> boxes of cards -> the front's template

The printed front, the preview of a draft and the editor's page fill with one function.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from dabir.newsroom.fronts.arrangement import LABELS, TITLED, Arrangement, By, Container, Kind
from dabir.newsroom.fronts.filling import Filled, Place, StoryList, fill
from dabir.newsroom.models import Story, Topic
from dabir.newsroom.models.fronts import live_arrangement
from dabir.press.ledger import Facts, Reading, digest
from dabir.press.pages import shown
from dabir.press.pages.registry import window


@dataclass(frozen=True, slots=True)
class Box:
    """A container as a template gets it."""

    key: str
    kind: str
    name: str
    """Its heading; "" for one that has none."""
    address: str
    """Where the heading leads; "" for nowhere."""
    stories: tuple[shown.Card, ...]


class ReadShelves:
    """Shelves that tell a reading what was taken from them. A list is read once."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._lists: dict[str, tuple[int, list[Story]]] = {}

    def stories(self, codes: Iterable[int]) -> Mapping[int, Story]:
        codes = sorted(codes)
        found: dict[int, Story] = shown.card_records(codes)
        for code in codes:
            seen = shown.card_facts(found[code]) if code in found else ""
            self._reading.show(f"story:{code}", "card", seen)
        return found

    def newest(self, of: StoryList, limit: int, is_read: bool = False) -> list[Story]:
        asked, stories = self._lists.get(of.name, (0, []))
        if asked < limit and len(stories) == asked:
            stories = window(self._reading, of.name, limit)
            self._lists[of.name] = limit, stories
        found = stories[:limit]
        for story in found if is_read else ():
            self._reading.show(f"story:{story.pk}", "card", shown.card_facts(story))
        return found


def facts(front: int) -> Facts:
    """Return what is true of a front: how it is set for readers."""
    return Facts({"whole": _digest_of(live_arrangement(front))})


def _digest_of(arrangement: Arrangement) -> str:
    return digest(arrangement)


def live(front: int, reading: Reading) -> Arrangement:
    """Return how a front is set for readers, and tell ``reading``."""
    found = live_arrangement(front)
    reading.show(f"front:{front}", "whole", _digest_of(found))
    return found


def boxes(
    arrangement: Arrangement,
    paper: shown.PaperShown,
    shelves: ReadShelves,
    reading: Reading,
    beside: Iterable[Story] = (),
) -> tuple[list[Box], dict[int, shown.Card]]:
    """Return a front's boxes that have stories, and the cards of stories shown ``beside``."""
    beside = list(beside)
    whole = arrangement.for_sections(section.pk for section in paper.sections)
    filled = [found for found in fill(whole, shelves) if found.places]
    placed = [place.story for found in filled for place in found.places]
    around = shown.Around.of_cards([*placed, *beside])
    cards = {s.pk: shown.card(s, reading, around) for s in (*placed, *beside)}
    names = _names(filled, reading)
    made = [_box(found, cards, names, paper, reading) for found in filled]
    return made, {story.pk: cards[story.pk] for story in beside}


def _names(filled: Iterable[Filled], reading: Reading) -> dict[int, tuple[shown.Name, ...]]:
    """Return who wrote the stories of the boxes that tell it."""
    told = [f for f in filled if f.container.kind == Kind.OPINION]
    return shown.names({place.story.pk for f in told for place in f.places}, reading)


def _box(
    filled: Filled,
    cards: Mapping[int, shown.Card],
    names: Mapping[int, tuple[shown.Name, ...]],
    paper: shown.PaperShown,
    reading: Reading,
) -> Box:
    container = filled.container
    name, address = _heading(container, paper, reading)
    stories = tuple(
        replace(_in_own_words(cards[place.story.pk], place), names=names.get(place.story.pk, ()))
        for place in filled.places
    )
    return Box(container.key, container.kind, name, address, stories)


def _in_own_words(card: shown.Card, place: Place) -> shown.Card:
    """Return a card with the words that the editor wrote for this front."""
    if place.item is None:
        return card
    headline = place.item.headline or card.headline
    short = place.item.headline or card.short_headline
    kicker = place.item.kicker or card.kicker
    return replace(card, kicker=kicker, headline=headline, short_headline=short)


def _heading(container: Container, paper: shown.PaperShown, reading: Reading) -> tuple[str, str]:
    """Return a box's heading and where it leads."""
    if container.kind not in TITLED:
        return "", ""
    rule, title = container.rule, container.title
    if rule.by == By.SECTION:
        for section in paper.sections:
            if str(section.pk) == rule.of:
                return title or section.name, section.address
    if rule.by == By.TOPIC and rule.of.isdecimal():
        for record in Topic.objects.filter(pk=int(rule.of)):
            topic = shown.topic(record, reading)
            return title or topic.name, topic.address
    return title or LABELS[container.kind], ""
