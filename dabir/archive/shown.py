"""A page of what was found, as readers are shown it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from dabir.archive.search.asking import Answer
from dabir.archive.search.marks import Stretch, extract, marked
from dabir.archive.search.place import Opened
from dabir.newsroom.copydesk.parts import paragraphs
from dabir.newsroom.models import Section, Story


@dataclass(frozen=True)
class Hit:
    """One story of the page: its words in stretches, what was looked for marked."""

    address: str
    kicker: str
    headline: list[Stretch]
    words: list[Stretch]
    section: Section
    published: datetime


@dataclass(frozen=True)
class Facet:
    """A way to narrow what was found; ``count`` is None where nothing was counted."""

    name: str
    count: int | None
    address: str
    is_chosen: bool


def hits(answer: Answer, opened: Opened) -> list[Hit]:
    """Return the stories of a page that readers may see now, in the order of the codes."""
    found = Story.objects.live().select_related("section").in_bulk(answer.codes)
    return [_hit(found[code], answer, opened) for code in answer.codes if code in found]


def _hit(story: Story, answer: Answer, opened: Opened) -> Hit:
    wanted = answer.query.terms
    texts = [story.lead, *paragraphs(story)[1:]]
    words = extract([text for text in texts if text], wanted, opened.analyser)
    return Hit(
        address=story.get_absolute_url(),
        kicker=story.kicker,
        headline=marked(story.headline, wanted, opened.analyser),
        words=words or [Stretch(story.lead[:240], False)],
        section=story.section,
        published=story.first_published_at or story.changed_at,
    )


def address(asked: dict[str, str], **changes: str) -> str:
    """Return the address of a query with some of its fields changed; an empty one goes."""
    fields = {**asked, **changes}
    return "?" + urlencode({name: value for name, value in fields.items() if value})


def section_facets(answer: Answer, asked: dict[str, str]) -> list[Facet]:
    """Return the sections to narrow by, the fullest first; all of them where none is counted."""
    names = dict(Section.objects.values_list("key", "name"))
    counts: Sequence[tuple[str, int | None]] = [(key, None) for key in names]
    if answer.counts is not None:
        counts = [(key, n) for key, n in answer.counts.sections if key in names]
    return _facets("section", ((key, names[key], n) for key, n in counts), asked)


def year_facets(answer: Answer, asked: dict[str, str]) -> list[Facet]:
    """Return the Jalali years, the newest first."""
    years = sorted(answer.counts.years, reverse=True) if answer.counts else []
    return _facets("year", ((year, year, n) for year, n in years), asked)


def person_facets(answer: Answer, asked: dict[str, str]) -> list[Facet]:
    """Return the names over the stories, the most frequent first."""
    persons = answer.counts.persons if answer.counts else []
    return _facets("person", ((name, name, n) for name, n in persons), asked)


def _facets(
    field: str, told: Iterable[tuple[str, str, int | None]], asked: dict[str, str]
) -> list[Facet]:
    return [
        Facet(
            name,
            count,
            address(asked, **{field: "" if asked.get(field) == value else value}, page=""),
            asked.get(field) == value,
        )
        for value, name, count in told
    ]
