"""What is true of a source now: the answers that the ledger asks for.

story:912090    card, whole, place, names; stands in the lists of its sections, topics, day …
comments:912090 what readers wrote under it, and the counters
paper           the masthead with the sections
front:3         how the front of section 3 is set, front:0 the paper's own
breaking        the breaking bar
section:3 topic:5 writer:2 picture:9
ad:7            stands in the lists of advertisements and of its category
topics ads-index month:1395/03 span    sums over lists
"""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Final

from django.db import connection
from django.db.models import Exists, OuterRef

from dabir.archive.models import OldAddress
from dabir.classifieds.models import Advertisement
from dabir.classifieds.shown import advertisement, categories
from dabir.comments.shown import published_on
from dabir.newsroom.models import Picture, Section, Story, Topic, Writer
from dabir.newsroom.models.story import StoryQuerySet
from dabir.persian import JalaliDay, JalaliMonth
from dabir.press import lists
from dabir.press.ledger import Describer, Facts, Reading, digest
from dabir.press.pages import breaking, fronts, registry, shown
from dabir.press.pages.galley import Galley


def of_source(source: str) -> Facts:
    """Return what is true now of ``source``; nothing of one that is gone."""
    kind, _, key = source.partition(":")
    return _FACTS[kind](key)


def of_list(name: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the pages that are list ``name``'s own, and the sources that sum it up.

    What sums up whether anything stands in a list is asked only where that may change: where
    fewer than two things stand in it yet.
    """
    kind, _, key = name.partition(":")
    if kind == "day":
        return frozenset({f"/archive/{key}/"}), _if_few(name, f"month:{key.rpartition('/')[0]}")
    if kind == "month":
        year = key.partition("/")[0]
        own = {f"/archive/{key}/", f"/archive/{year}/", f"/sitemap/{key.replace('/', '-')}.xml"}
        return frozenset(own), _if_few(name, "span")
    if kind == "topic":
        return frozenset({f"/topic/{key}/"}), _if_few(name, "topics")
    if kind in {"ads", "ad-category"}:
        return frozenset(), frozenset({"ads-index"})
    return frozenset(), frozenset()


def _if_few(name: str, summary: str) -> frozenset[str]:
    return frozenset({summary} if len(lists.top(name, 2)) < 2 else ())


# Stories -------------------------------------------------------------------------------


def _story(key: str) -> Facts:
    code = int(key)
    galley = Galley([code])
    story = galley.records.get(code)
    if story is None:
        return Facts(paths=frozenset(story_paths(code)))
    parts = galley.parts[code]
    topics = [topic.pk for topic in parts.topics]
    was_printed = story.first_published_at is not None
    return Facts(
        facets={
            "card": shown.card_facts(story),
            "whole": shown.whole_facts(story, parts),
            "place": shown.place_facts(story, parts.further_sections, topics),
            "code": key,
            "names": shown.names_facts(parts.bylines),
        },
        standings=standings(story, parts.further_sections, topics),
        paths=frozenset([*story_paths(code), *old_paths(code)]) if was_printed else frozenset(),
    )


def story_paths(code: int) -> list[str]:
    return [f"/news/{code}/", f"/news/{code}/print/"]


def old_paths(code: int) -> Iterable[str]:
    """Return the addresses of a story in another system that lead to it by no rule."""
    return OldAddress.objects.filter(story=code).values_list("path", flat=True)


def standings(
    story: Story, further_sections: Iterable[int], topics: Iterable[int]
) -> dict[str, tuple[int, str]]:
    """Return the lists that a story stands in: none while readers do not see it."""
    if not story.is_public or story.first_published_at is None:
        return {}
    position = registry.position(story)
    day = JalaliDay.of(story.first_published_at)
    names = [
        "latest",
        f"kind:{story.kind}",
        f"day:{day.path}",
        *(f"section:{pk}" for pk in {story.section_id, *further_sections}),
        *(f"topic:{pk}" for pk in topics),
    ]
    found = dict.fromkeys(names, (position, ""))
    # The maps for search engines show when a story last changed.
    found[f"month:{day.in_month.path}"] = (position, digest(shown.updated_at(story)))
    return found


def _comments(key: str) -> Facts:
    story = Story.objects.filter(pk=int(key)).first()
    return Facts({"whole": digest(published_on(story))}) if story else Facts()


def stories_of_month(month: JalaliMonth) -> StoryQuerySet:
    """Return the live stories of a month."""
    return stories_between(*_span_of(month))


def stories_between(begins: datetime, ends: datetime) -> StoryQuerySet:
    """Return the live stories that were published from ``begins`` to before ``ends``."""
    return Story.objects.live().filter(first_published_at__gte=begins, first_published_at__lt=ends)


def day_counts(month: JalaliMonth) -> dict[int, int]:
    """Return how many live stories each day of a month has; days without one are left out."""
    counts = zip(month.days, _counts(_days(month)), strict=True)
    return {day.day: count for day, count in counts if count}


def month_counts(year: int) -> list[tuple[JalaliMonth, int]]:
    """Return how many live stories each month of a year has."""
    months = months_of(year)
    return list(zip(months, _counts([_span_of(month) for month in months]), strict=True))


def days_with_stories(month: JalaliMonth) -> tuple[int, ...]:
    """Return the days of a month that have a live story: a look at the index for each."""
    found = zip(month.days, _exist(_days(month)), strict=True)
    return tuple(day.day for day, has_any in found if has_any)


def with_stories(months: Iterable[JalaliMonth]) -> dict[JalaliMonth, bool]:
    """Say of months whether each has a live story."""
    asked = list(months)
    return dict(zip(asked, _exist([_span_of(month) for month in asked]), strict=True))


_Span = tuple[datetime, datetime]
"""When it begins, and when what comes after it begins."""


def _days(month: JalaliMonth) -> list[_Span]:
    return [(day.begins, day.ends) for day in month.days]


def _span_of(month: JalaliMonth) -> _Span:
    return month.days[0].begins, month.days[-1].ends


def _counts(spans: list[_Span]) -> list[int]:
    return _of_each(spans, "(SELECT count(*) FROM (", ") AS of_span)")


def _exist(spans: list[_Span]) -> list[bool]:
    return [bool(found) for found in _of_each(spans, "EXISTS(", ")")]


def _of_each(spans: list[_Span], before: str, after: str) -> list[int]:
    """Ask one thing of the stories of each span, in one query that is built once for all."""
    if not spans:
        return []
    adapt = connection.ops.adapt_datetimefield_value
    bounds = [(adapt(begins), adapt(ends)) for begins, ends in spans]
    begins, ends = bounds[0]
    stories = stories_between(*spans[0]).order_by().values("pk")
    sql, told = stories.query.sql_with_params()
    places = [0 if each == begins else 1 if each == ends else None for each in told]
    told_of_all = [
        each if place is None else bound[place]
        for bound in bounds
        for each, place in zip(told, places, strict=True)
    ]
    asked = ", ".join([f"{before}{sql}{after}"] * len(spans))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {asked}", told_of_all)
        return list(cursor.fetchone())


def months_of(year: int) -> list[JalaliMonth]:
    return [JalaliMonth(year, number) for number in range(1, 13)]


def month_facts(month: JalaliMonth) -> dict[str, str]:
    """Return the digests of a month: whether it has stories, and on which days."""
    days = days_with_stories(month)
    return {"any": digest(bool(days)), "days": digest(days)}


def month_of(key: str) -> JalaliMonth:
    year, _, month = key.partition("/")
    return JalaliMonth(int(year), int(month))


def years() -> tuple[int, ...]:
    """Return the years from the oldest live story to the newest, newest first."""
    moments = (
        Story.objects.live()
        .filter(first_published_at__isnull=False)
        .values_list("first_published_at", flat=True)
    )
    first = moments.order_by("first_published_at", "code").first()
    last = moments.order_by("-first_published_at", "-code").first()
    if first is None or last is None:
        return ()
    return tuple(range(JalaliDay.of(last).year, JalaliDay.of(first).year - 1, -1))


def _span(key: str) -> Facts:
    found = years()
    return Facts({"whole": digest(found)}, paths=frozenset(f"/archive/{year}/" for year in found))


# The rest ------------------------------------------------------------------------------


def _paper(key: str) -> Facts:
    return Facts({"whole": digest(shown.paper_facts())})


def _section(key: str) -> Facts:
    found = Section.objects.filter(pk=int(key)).first()
    return Facts(paths=frozenset(section_paths(found))) if found else Facts()


def section_paths(section: Section) -> list[str]:
    return [section.get_absolute_url(), f"{section.get_absolute_url()}feed.xml"]


def _seen(reading: Reading) -> Facts:
    """Return as facts what one record's function told a reading."""
    return Facts({facet: seen for (_, facet), seen in reading.shown.items()})


def _topic(key: str) -> Facts:
    reading = Reading()
    for record in Topic.objects.filter(pk=int(key)):
        shown.topic(record, reading)
    return _seen(reading)


def _writer(key: str) -> Facts:
    record = Writer.objects.filter(pk=int(key)).first()
    return Facts({"whole": shown.writer_facts(record)}) if record else Facts()


def _picture(key: str) -> Facts:
    record = Picture.objects.filter(pk=int(key)).first()
    return Facts({"whole": shown.picture_facts(record)}) if record else Facts()


def topic_index() -> tuple[tuple[int, str, str], ...]:
    """Return (key, kind, name) of every topic that a live story carries, by kind and name.

    Of each topic's stories the first live one is enough.
    """
    carried = Story.objects.live().filter(topics=OuterRef("pk"))
    found = Topic.objects.filter(Exists(carried)).order_by("kind", "name", "pk")
    return tuple(found.values_list("pk", "kind", "name"))


def _topics(key: str) -> Facts:
    return Facts({"whole": digest(topic_index())})


def _advertisement(key: str) -> Facts:
    ad = Advertisement.objects.approved().filter(pk=int(key)).first()
    if ad is None:
        return Facts()
    found = advertisement(ad)
    position = int(ad.approved_at.timestamp() * 1000) if ad.approved_at else 0
    return Facts(
        facets={"whole": digest(found)},
        standings={
            "ads": (position, ""),
            f"ad-category:{ad.category_id}": (position, ""),
        },
        paths=frozenset({found.address}),
    )


def _ads_index(key: str) -> Facts:
    found = categories()
    paths = {category.address for category in found}
    return Facts({"whole": digest(found)}, paths=frozenset(paths))


_FACTS: Final[dict[str, Callable[[str], Facts]]] = {
    "story": _story,
    "comments": _comments,
    "month": lambda key: Facts(month_facts(month_of(key))),
    "span": _span,
    "paper": _paper,
    "front": lambda key: fronts.facts(int(key)),
    "breaking": breaking.facts,
    "section": _section,
    "topic": _topic,
    "topics": _topics,
    "writer": _writer,
    "picture": _picture,
    "ad": _advertisement,
    "ads-index": _ads_index,
}

describer: Final = Describer(of_source, of_list, registry.rank)
