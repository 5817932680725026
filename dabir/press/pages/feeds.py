"""Feeds for readers' programs, maps for search engines."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from dabir.newsroom.models import Section
from dabir.persian import JalaliMonth
from dabir.press.ledger import Reading, digest
from dabir.press.pages import facts, shown
from dabir.press.pages.days import any_stories, months_with_stories
from dabir.press.pages.registry import ARCHIVE, FRONT, Sheet, cards, prints, sheet, window

STORIES = 30
NEWS_DAYS = timedelta(days=2)
"""A news sitemap holds the stories of two days (Google's rule for news sitemaps). They are
counted back from the newest story and not from the hour of printing, so that a page never
goes stale by the clock alone."""
NEWS_STORIES = 1000
"""The most that a news sitemap may hold (the same rule)."""
_MAPPED: Final = ("code", "first_published_at", "last_published_at")


@prints(r"/feed\.xml", rank=FRONT)
def feed(path: str, reading: Reading) -> Sheet:
    """The latest of the whole paper as RSS 2.0."""
    stories = cards(reading, "latest", STORIES)
    title = shown.paper(reading).name
    return sheet("pages/feed.xml", path, reading, title=title, home="/", stories=stories)


def _section_feeds() -> Iterator[str]:
    return (f"{section.get_absolute_url()}feed.xml" for section in Section.objects.all())


@prints(r"/section/(?P<key>[a-z][a-z0-9-]*)/feed\.xml", rank=FRONT, paths=_section_feeds)
def section_feed(path: str, reading: Reading, key: str) -> Sheet | None:
    """The latest of one section as RSS 2.0."""
    record = Section.objects.filter(key=key).first()
    if record is None:
        return None
    stories = cards(reading, f"section:{record.pk}", STORIES)
    title = f"{shown.paper(reading).name} - {record.name}"
    home = record.get_absolute_url()
    return sheet("pages/feed.xml", path, reading, title=title, home=home, stories=stories)


def _month_maps() -> Iterator[str]:
    return (f"/sitemap/{month.year}-{month.month:02}.xml" for month in months_with_stories())


@prints(r"/sitemap\.xml", rank=ARCHIVE)
def sitemap_index(path: str, reading: Reading) -> Sheet:
    """The index of the maps: one a month, and one of the pages that always are."""
    maps = ["/sitemap/pages.xml"]
    for year in facts.years():
        months = reversed(facts.months_of(year))
        maps += (
            f"/sitemap/{month.year}-{month.month:02}.xml"
            for month, has_any in any_stories(months, reading).items()
            if has_any
        )
    reading.show("span", "whole", digest(facts.years()))
    return sheet("pages/sitemap_index.xml", path, reading, maps=tuple(maps))


@prints(r"/sitemap/pages\.xml", rank=ARCHIVE)
def page_map(path: str, reading: Reading) -> Sheet:
    """The map of the pages that always are: front, sections, topics index, archive, about."""
    sections = [section.address for section in shown.paper(reading).sections]
    fixed = ["/", *sections, "/topics/", "/archive/", "/classifieds/", "/about/", "/contact/"]
    entries = tuple((address, None) for address in fixed)
    return sheet("pages/sitemap.xml", path, reading, entries=entries)


@prints(r"/sitemap/(?P<year>\d{4})-(?P<month>\d\d)\.xml", rank=ARCHIVE, paths=_month_maps)
def month_map(path: str, reading: Reading, year: str, month: str) -> Sheet | None:
    """The map of one month's stories."""
    try:
        found = JalaliMonth(int(year), int(month))
    except ValueError:
        return None
    reading.list(f"month:{found.path}", None)
    stories = facts.stories_of_month(found).newest()
    entries = tuple(
        (f"/news/{code}/", shown.last_change(first, last) or first)
        for code, first, last in stories.values_list(*_MAPPED)
    )
    if not entries:
        return None
    return sheet("pages/sitemap.xml", path, reading, entries=entries)


@prints(r"/sitemap/news\.xml", rank=FRONT)
def news_map(path: str, reading: Reading) -> Sheet:
    """The stories of the last two days, for news search."""
    newest = window(reading, "latest", 1)
    since = shown.published_at(newest[0]) - NEWS_DAYS if newest else None
    stories = window(reading, "latest", NEWS_STORIES, since)
    for story in stories:
        reading.show(f"story:{story.pk}", "card", shown.card_facts(story))
    entries = tuple(
        (story.get_absolute_url(), shown.published_at(story), story.headline) for story in stories
    )
    return sheet("pages/news_sitemap.xml", path, reading, entries=entries)
