"""What the editor's page shows of a front: every container with what stands and waits in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dabir.newsroom.fronts.arrangement import (
    LABELS,
    MAIN,
    MOST,
    RULE_LABELS,
    TITLED,
    Arrangement,
    By,
    Container,
    Item,
    Kind,
    Rule,
    rules_for,
)
from dabir.newsroom.fronts.filling import Filled, PlainShelves, fill
from dabir.newsroom.models import Section, Story, Topic
from dabir.persian import HALF_SPACE
from dabir.persian.jalali import numeric_moment

TOPICS_OFFERED = 40
"""How many topics a rule offers: those that stories were given last."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A story in a container, on the editor's page."""

    code: int
    story: Story | None
    item: Item | None
    """None where the rule filled the place."""
    why_unseen: str = ""
    """Why readers do not see it here, in words; "" where they do."""

    @property
    def headline(self) -> str:
        own = self.item.headline if self.item else ""
        return own or (self.story.headline if self.story else "")

    @property
    def kicker(self) -> str:
        own = self.item.kicker if self.item else ""
        return own or (self.story.kicker if self.story else "")


@dataclass(frozen=True, slots=True)
class Shown:
    """A container on the editor's page."""

    container: Container
    name: str
    entries: tuple[Entry, ...]
    is_titled: bool
    is_movable: bool
    is_removable: bool
    most: int
    empty: range
    """Places that nothing fills."""


def board(arrangement: Arrangement) -> list[Shown]:
    """Return a front's containers as the editor's page shows them."""
    shelves = PlainShelves()
    known = shelves.stories(arrangement.codes)
    names = _Names(arrangement)
    return [_shown(filled, known, names) for filled in fill(arrangement, shelves)]


def _shown(filled: Filled, known: Mapping[int, Story], names: "_Names") -> Shown:
    container = filled.container
    is_own = container.kind == Kind.BLOCK and container.of_section is None
    return Shown(
        container,
        names.of(container),
        tuple(_entries(filled, known)),
        is_titled=container.kind in TITLED,
        is_movable=container.kind == Kind.BLOCK,
        is_removable=is_own,
        most=MOST[container.kind],
        empty=range(container.places - len(filled.places)),
    )


def _entries(filled: Filled, known: Mapping[int, Story]) -> Iterator[Entry]:
    seen = {place.story.pk for place in filled.places if place.item}
    for item in filled.container.items:
        story = known.get(item.code)
        yield Entry(item.code, story, item, "" if item.code in seen else _why_unseen(story))
    for place in filled.places:
        if place.item is None:
            yield Entry(place.story.pk, place.story, None)


def _why_unseen(story: Story | None) -> str:
    if story is None:
        return "این خبر دیگر نیست"
    if story.is_under_embargo and story.embargo_until:
        return f"امبارگو تا {numeric_moment(story.embargo_until)}؛ سر وقت به صفحه می{HALF_SPACE}آید"
    if story.is_withdrawn:
        return "از روزنامه برداشته شده"
    if not story.live:
        return f"هنوز منتشر نشده؛ پس از انتشار به صفحه می{HALF_SPACE}آید"
    return f"در نوبت؛ جای خالی که شود به صفحه می{HALF_SPACE}آید"


class _Names:
    """What containers and rules are called."""

    def __init__(self, arrangement: Arrangement) -> None:
        self._sections = dict(Section.objects.values_list("pk", "name"))
        named = {c.rule.of for c in arrangement.containers if c.rule.by == By.TOPIC}
        topics = Topic.objects.filter(pk__in=[int(key) for key in named if key.isdecimal()])
        self._topics = dict(topics.values_list("pk", "name"))

    def of(self, container: Container) -> str:
        """Return a container's heading, or what its kind is called."""
        return container.title or self._of(container.rule, container.kind)

    def _of(self, rule: Rule, kind: Kind) -> str:
        number = int(rule.of) if rule.of.isdecimal() else 0
        if kind == Kind.BLOCK and rule.by == By.SECTION:
            return self._sections.get(number, LABELS[kind])
        if kind == Kind.BLOCK and rule.by == By.TOPIC:
            return self._topics.get(number, LABELS[kind])
        return LABELS[kind]


def rule_choices(front: int) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the rules that a front's containers may have, in groups: («section:3», words)."""
    offered = rules_for(front)
    plain = [(by.value, RULE_LABELS[by]) for by in (By.LATEST, By.PICTURED, By.VARIED, By.NONE)]
    groups = [("", [each for each in plain if each[0] in offered])]
    if front == MAIN:
        groups.append((f"تازه{HALF_SPACE}ترین{HALF_SPACE}های سرویس", _keyed(By.SECTION, Section)))
    kinds = [(f"{By.KIND}:{kind.value}", str(kind.label)) for kind in Story.Kind]
    groups.append((f"تازه{HALF_SPACE}ترین{HALF_SPACE}های گونه", kinds))
    groups.append((f"تازه{HALF_SPACE}ترین{HALF_SPACE}های موضوع", _keyed(By.TOPIC, Topic)))
    return groups


def _keyed(by: By, records: Any) -> list[tuple[str, str]]:
    newest = records.objects.all()
    if records is Topic:
        newest = newest.order_by("-pk")[:TOPICS_OFFERED]
    return [(f"{by}:{pk}", name) for pk, name in newest.values_list("pk", "name")]
