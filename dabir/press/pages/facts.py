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
from dabir.press.ledger import Describer, Facts, Reading, digest
from dabir.press.pages import breaking, fronts, registry, shown
from dabir.press.pages.galley import Galley


def of_source(source: str) -> Facts:
    """Return what is true now of ``source``; nothing of one that is gone."""
    kind, _, key = source.partition(":")
    return _FACTS[kind](key)


def of_list(name: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the pages that are list ``name``'s own, and the sources that sum it up."""
    kind, _, key = name.partition(":")
    if kind == "day":
        return frozenset({f"/archive/{key}/"}), frozenset()
    if kind == "month":
        year = key.partition("/")[0]
        own = {f"/archive/{key}/", f"/archive/{year}/", f"/sitemap/{key.replace('/', '-')}.xml"}
        return frozenset(own), frozenset({name, "span"})
    if kind == "topic":
        return frozenset({f"/topic/{key}/"}), frozenset({"topics"})
    if kind in {"ads", "ad-category"}:
        return frozenset(), frozenset({"ads-index"})
    return frozenset(), frozenset()


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
        standings=_standings(story, parts) if story.is_public and was_printed else {},
        paths=frozenset([*story_paths(code), *old_paths(code)]) if was_printed else frozenset(),
    )


def story_paths(code: int) -> list[str]:
    return [f"/news/{code}/", f"/news/{code}/print/"]


def old_paths(code: int) -> Iterable[str]:
    """Return the addresses of a story in another system that lead to it by no rule."""
    return OldAddress.objects.filter(story=code).values_list("path", flat=True)


def _standings(story: Story, parts: shown.Parts) -> dict[str, tuple[int, str]]:
    """Return the lists that a live story stands in."""
    position = registry.position(story)
    day = JalaliDay.of(story.first_published_at)
    sections = {story.section_id, *parts.further_sections}
    names = [
        "latest",
        f"kind:{story.kind}",
        f"day:{day.path}",
        *(f"section:{pk}" for pk in sections),
        *(f"topic:{topic.pk}" for topic in parts.topics),
    ]
    standings = dict.fromkeys(names, (position, ""))
    # The maps for search engines show when a story last changed.
    standings[f"month:{day.in_month.path}"] = (position, digest(shown.updated_at(story)))
    return standings


def _comments(key: str) -> Facts:
    story = Story.objects.filter(pk=int(key)).first()
    return Facts({"whole": digest(published_on(story))}) if story else Facts()


def stories_of_month(month: JalaliMonth) -> StoryQuerySet:
    """Return the live stories of a month."""
    return stories_between(month.days[0].begins, month.days[-1].ends)


def stories_between(begins: datetime, ends: datetime) -> StoryQuerySet:
    """Return the live stories that were published from ``begins`` to before ``ends``."""
    return Story.objects.live().filter(first_published_at__gte=begins, first_published_at__lt=ends)


def day_counts(month: JalaliMonth) -> dict[int, int]:
    """Return how many live stories each day of a month has; days without one are left out."""
    counts = _of_each_day(month, "(SELECT count(*) FROM (", ") AS of_day)")
    return {day: count for day, count in counts.items() if count}


def days_with_stories(month: JalaliMonth) -> tuple[int, ...]:
    """Return the days of a month that have a live story: a look at the index for each."""
    return tuple(day for day, has_any in _of_each_day(month, "EXISTS(", ")").items() if has_any)


def _of_each_day(month: JalaliMonth, before: str, after: str) -> dict[int, int]:
    """Ask one thing of each day's stories, in one query that is built once for all days."""
    days = month.days
    adapt = connection.ops.adapt_datetimefield_value
    bounds = [(adapt(day.begins), adapt(day.ends)) for day in days]
    begins, ends = bounds[0]
    stories = stories_between(days[0].begins, days[0].ends).order_by().values("pk")
    sql, told = stories.query.sql_with_params()
    places = [0 if each == begins else 1 if each == ends else None for each in told]
    told_of_all = [
        each if place is None else bound[place]
        for bound in bounds
        for each, place in zip(told, places, strict=True)
    ]
    asked = ", ".join([f"{before}{sql}{after}"] * len(days))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {asked}", told_of_all)
        answers = cursor.fetchone()
    return {day.day: answer for day, answer in zip(days, answers, strict=True)}


def month_facts(month: JalaliMonth) -> dict[str, str]:
    """Return the digests of a month: whether it has stories, and on which days."""
    days = days_with_stories(month)
    return {"any": digest(bool(days)), "days": digest(days)}


def month_of(key: str) -> JalaliMonth:
    year, _, month = key.partition("/")
    return JalaliMonth(int(year), int(month))


def has_stories(month: JalaliMonth) -> bool:
    """Say whether any live story is of this month."""
    return stories_of_month(month).exists()


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
