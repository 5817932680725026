"""Which stories stand in the places of an arrangement.

What an editor set is never touched: it stands where it was set, in its order, as long as
readers may see it. A story that is no longer (or not yet) in the paper leaves its place, and
those after it move up. The places that are left are filled by the container's rule; a story
that an editor set anywhere on this front, or that already stands higher, is not filled in.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Protocol

from dabir.newsroom.fronts.arrangement import (
    CHOSEN_FROM,
    MAIN,
    Arrangement,
    By,
    Container,
    Item,
    Rule,
)
from dabir.newsroom.models import Story
from dabir.newsroom.models.story import StoryQuerySet

LEADS: Final = frozenset((Story.Kind.NEWS, Story.Kind.REPORT, Story.Kind.INTERVIEW))
"""The kinds of story that may lead without an editor."""


@dataclass(frozen=True, slots=True)
class Place:
    """A story in a place. ``item`` is none where the rule filled it in."""

    story: Story
    item: Item | None = None


@dataclass(frozen=True, slots=True)
class Filled:
    """A container with the stories in its places, first place first."""

    container: Container
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class StoryList:
    """A list that stories stand in, newest first, by its name («section:3»)."""

    name: str
    own: StoryQuerySet
    shared: StoryQuerySet | None = None
    """Stories that the list has from other sections."""


class Shelves(Protocol):
    """Where stories are taken from. The press's shelves tell the ledger what was taken."""

    def stories(self, codes: Iterable[int]) -> Mapping[int, Story]:
        """Return the stories of these codes, whether readers see them or not."""

    def newest(self, of: StoryList, limit: int, is_read: bool) -> list[Story]:
        """Return the newest live stories of a list; ``is_read``: what is in them matters."""


def fill(arrangement: Arrangement, shelves: Shelves) -> list[Filled]:
    """Return every container with what stands in its places."""
    known = shelves.stories(arrangement.codes)
    set_by_hand = {c.key: _set_by_hand(c, known) for c in arrangement.containers}
    taken = {p.story.pk: p.story for places in set_by_hand.values() for p in places}
    filler = _Filler(arrangement, shelves, taken)
    return [Filled(c, filler.fill(c, set_by_hand[c.key])) for c in arrangement.containers]


def _set_by_hand(container: Container, known: Mapping[int, Story]) -> tuple[Place, ...]:
    """Return the stories that an editor set into a container and that readers see now."""
    places = (Place(known[item.code], item) for item in container.items if item.code in known)
    return tuple(place for place in places if place.story.is_public)[: container.places]


class _Filler:
    """Goes down a page and fills one container after the other."""

    def __init__(self, arrangement: Arrangement, shelves: Shelves, taken: dict[int, Story]) -> None:
        self._front = arrangement.front
        self._places = sum(container.places for container in arrangement.containers)
        self._shelves = shelves
        self._taken = taken
        self._sections_above: set[int] = set()

    def fill(self, container: Container, places: tuple[Place, ...]) -> tuple[Place, ...]:
        """Return the places of a container: those set by hand, then what its rule gives."""
        self._sections_above.update(place.story.section_id for place in places)
        wanted = container.places - len(places)
        found = self._by_rule(container.rule, wanted) if wanted > 0 else []
        self._taken.update({story.pk: story for story in found})
        self._sections_above.update(story.section_id for story in found)
        return (*places, *map(Place, found))

    def _by_rule(self, rule: Rule, wanted: int) -> list[Story]:
        if rule.by in (By.PICTURED, By.VARIED):
            found = [story for story in self._latest(wanted, is_read=True) if _may_lead(story)]
        elif rule.by == By.LATEST:
            found = self._latest(wanted)
        elif rule.by == By.KIND and self._front != MAIN:
            found = [s for s in self._latest(wanted, is_read=True) if s.kind == rule.of]
        elif of := list_of(rule):
            found = self._shelves.newest(of, wanted + self._taken_from(rule), is_read=False)
        else:
            return []
        left = [story for story in found if story.pk not in self._taken]
        return (self._varied(left) if rule.by == By.VARIED else left)[:wanted]

    def _latest(self, wanted: int, is_read: bool = False) -> list[Story]:
        """Return the front's latest stories: of the whole paper, or of its section."""
        of = latest_of(self._front)
        least = CHOSEN_FROM if self._front == MAIN or is_read else self._places
        return self._shelves.newest(of, max(least, wanted + len(self._taken)), is_read)

    def _taken_from(self, rule: Rule) -> int:
        """Return how many stories that are taken may stand in the rule's list."""
        return sum(_may_hold(rule, story) for story in self._taken.values())

    def _varied(self, stories: list[Story]) -> list[Story]:
        """Return stories, those first whose section does not stand higher on the page."""
        sections, first = set(self._sections_above), []
        for story in stories:
            if story.section_id not in sections:
                sections.add(story.section_id)
                first.append(story)
        return first + [story for story in stories if story not in first]


def _may_lead(story: Story) -> bool:
    return story.kind in LEADS and story.picture_id is not None


def _may_hold(rule: Rule, story: Story) -> bool:
    """Say whether the rule's list may hold the story, as far as its row tells."""
    if rule.by == By.SECTION:
        return str(story.section_id) == rule.of
    return rule.by != By.KIND or story.kind == rule.of


def latest_of(front: int) -> StoryList:
    """Return the list of a front's latest stories; a section has also what others share with it."""
    if front == MAIN:
        return StoryList("latest", Story.objects.all())
    shared = Story.objects.filter(further_sections=front)
    return StoryList(f"section:{front}", Story.objects.filter(section=front), shared)


def list_of(rule: Rule) -> StoryList | None:
    """Return the list that a rule names, None where it names none."""
    if rule.by == By.KIND:
        return StoryList(f"kind:{rule.of}", Story.objects.filter(kind=rule.of))
    if not rule.of.isdecimal():
        return None
    if rule.by == By.SECTION:
        return StoryList(f"section:{rule.of}", Story.objects.filter(section=int(rule.of)))
    if rule.by == By.TOPIC:
        return StoryList(f"topic:{rule.of}", Story.objects.filter(topics=int(rule.of)))
    return None


class PlainShelves:
    """Shelves that nobody keeps a record of: for the editor's page."""

    def stories(self, codes: Iterable[int]) -> Mapping[int, Story]:
        return Story.objects.defer("body").in_bulk(list(codes))

    def newest(self, of: StoryList, limit: int, is_read: bool) -> list[Story]:
        found = {
            story.pk: story
            for each in (of.own, of.shared)
            if each is not None
            for story in each.live().newest().defer("body")[:limit]
        }
        newest = sorted(found.values(), key=lambda s: (s.first_published_at, s.pk), reverse=True)
        return newest[:limit]
