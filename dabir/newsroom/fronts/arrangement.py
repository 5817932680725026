"""Arrangements of a front: frozen values, read from JSON and written to it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import Any, Final

from dabir.persian import HALF_SPACE

MAIN: Final = 0
"""The number of the paper's own front; a section's front has the section's."""
CHOSEN_FROM: Final = 60
"""Rules that look for something in stories look at this many latest ones."""


class Kind(StrEnum):
    """What a container looks like on the page."""

    LEAD = "lead"
    SECONDARY = "secondary"
    PICTURES = "pictures"
    OPINION = "opinion"
    BLOCK = "block"
    ROWS = "rows"


class By(StrEnum):
    """How the places that are left in a container are filled."""

    LATEST = "latest"
    PICTURED = "pictured"
    VARIED = "varied"
    SECTION = "section"
    KIND = "kind"
    TOPIC = "topic"
    NONE = "none"


LABELS: Final = {
    Kind.LEAD: "تیتر یک",
    Kind.SECONDARY: "تیترهای دوم",
    Kind.PICTURES: "گزارش تصویری",
    Kind.OPINION: "یادداشت",
    Kind.BLOCK: "ستون",
    Kind.ROWS: "خبرهای دیگر",
}
MOST: Final = {
    Kind.LEAD: 1,
    Kind.SECONDARY: 8,
    Kind.PICTURES: 8,
    Kind.OPINION: 8,
    Kind.BLOCK: 10,
    Kind.ROWS: 60,
}
"""The most places of a container. A container with none is not on the page."""
MOST_ITEMS: Final = 30
"""The most stories that may be set into one container, those that wait included."""
TITLED: Final = frozenset((Kind.PICTURES, Kind.OPINION, Kind.BLOCK))
"""Containers with a heading of their own on the page."""


@dataclass(frozen=True, slots=True)
class Rule:
    """How a container is filled: «the newest of section 3»."""

    by: By
    of: str = ""
    """The section's or topic's number, or the kind of story."""

    @property
    def as_text(self) -> str:
        """The rule as forms name it: «section:3», «latest»."""
        return f"{self.by}:{self.of}" if self.of else self.by.value


@dataclass(frozen=True, slots=True)
class Item:
    """A story that an editor set into a container, with words that hold for this front alone."""

    code: int
    kicker: str = ""
    headline: str = ""


@dataclass(frozen=True, slots=True)
class Container:
    key: str
    """Its name within the arrangement."""
    kind: Kind
    places: int
    rule: Rule
    title: str = ""
    items: tuple[Item, ...] = ()

    @property
    def of_section(self) -> int | None:
        """The section whose block it is: such a block is there as long as the section is."""
        number = self.key.removeprefix("section-")
        return int(number) if number != self.key and number.isdecimal() else None

    @property
    def codes(self) -> tuple[int, ...]:
        return tuple(item.code for item in self.items)


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How a front is set. ``front`` is MAIN or the number of its section."""

    front: int
    containers: tuple[Container, ...] = field(default=())

    @property
    def codes(self) -> set[int]:
        return {code for container in self.containers for code in container.codes}

    def container(self, key: str) -> Container | None:
        return next((found for found in self.containers if found.key == key), None)

    def with_container(self, changed: Container) -> "Arrangement":
        """Return the arrangement with ``changed`` in the place of the container of its key."""
        return replace(
            self,
            containers=tuple(
                changed if found.key == changed.key else found for found in self.containers
            ),
        )

    def for_sections(self, sections: Iterable[int]) -> "Arrangement":
        """Return the arrangement for a paper that has these sections now.

        The main front has a block of each: of a new section it comes last, and that of a
        section that is gone is left out.
        """
        if self.front != MAIN:
            return self
        numbers = tuple(sections)
        kept = tuple(c for c in self.containers if c.of_section is None or c.of_section in numbers)
        there = {container.of_section for container in kept}
        new = tuple(_section_block(number) for number in numbers if number not in there)
        return replace(self, containers=kept + new)


def _section_block(number: int) -> Container:
    return Container(f"section-{number}", Kind.BLOCK, 5, Rule(By.SECTION, str(number)))


def standard(front: int) -> Arrangement:
    """Return the arrangement of a front that nobody has set: rules alone.

    The blocks of the sections are added by ``for_sections``.
    """
    if front != MAIN:
        return Arrangement(front, tuple(_standard_of_section()))
    return Arrangement(
        front,
        (
            Container("lead", Kind.LEAD, 1, Rule(By.PICTURED)),
            Container("secondary", Kind.SECONDARY, 4, Rule(By.VARIED)),
            Container("pictures", Kind.PICTURES, 4, Rule(By.KIND, "photo")),
            Container("opinion", Kind.OPINION, 4, Rule(By.KIND, "note")),
        ),
    )


def _standard_of_section() -> Iterator[Container]:
    for kind, places in ((Kind.LEAD, 1), (Kind.SECONDARY, 4), (Kind.ROWS, 25)):
        yield Container(kind.value, kind, places, Rule(By.LATEST))


def rules_for(front: int) -> tuple[By, ...]:
    """Return the rules that a front's containers may be filled by."""
    if front != MAIN:
        return (By.LATEST, By.PICTURED, By.KIND, By.TOPIC, By.NONE)
    return tuple(By)


# As it is stored ------------------------------------------------------------------------


def to_json(arrangement: Arrangement) -> dict[str, Any]:
    """Return an arrangement as it is stored."""
    return {"containers": [asdict(container) for container in arrangement.containers]}


def from_json(front: int, stored: Mapping[str, Any]) -> Arrangement:
    """Return an arrangement as it was stored by ``to_json``."""
    return Arrangement(front, tuple(map(_container, stored["containers"])))


def _container(stored: Mapping[str, Any]) -> Container:
    return Container(
        key=stored["key"],
        kind=Kind(stored["kind"]),
        places=stored["places"],
        rule=Rule(By(stored["rule"]["by"]), stored["rule"]["of"]),
        title=stored["title"],
        items=tuple(Item(**item) for item in stored["items"]),
    )


RULE_LABELS: Final = {
    By.LATEST: f"تازه{HALF_SPACE}ترین خبرها",
    By.PICTURED: f"تازه{HALF_SPACE}ترین خبرهای عکس{HALF_SPACE}دار",
    By.VARIED: f"خبرهای عکس{HALF_SPACE}دار، از هر سرویس یکی",
    By.SECTION: f"تازه{HALF_SPACE}ترین{HALF_SPACE}های یک سرویس",
    By.KIND: f"تازه{HALF_SPACE}ترین{HALF_SPACE}های یک گونه",
    By.TOPIC: f"تازه{HALF_SPACE}ترین{HALF_SPACE}های یک موضوع",
    By.NONE: f"پر نکن؛ فقط آنچه چیده{HALF_SPACE}ام",
}
