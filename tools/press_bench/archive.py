"""Fills a paper with stories, all alike in kind and all different in words.

    DABIR_DATA=/tmp/paper python -m tools.press_bench.archive 100000

As many a month as a busy paper publishes, newest now; some with pictures that have their
renditions already, so that no picture is ever worked on. The same number gives the same paper.
"""

import json
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any, Final

A_MONTH: Final = 8000
NEWEST: Final = datetime(2026, 9, 22, 8, 30, tzinfo=UTC)
TOPICS: Final = 600
WRITERS: Final = 40
PICTURES: Final = 300
PARAGRAPHS: Final = 3000
"""Paragraphs are written once and drawn for each story: what is measured is the press."""
AT_ONCE: Final = 2000
BETWEEN: Final = timedelta(days=30.44) / A_MONTH


@dataclass
class House:
    """What stories are written from: keys of records, and paragraphs."""

    random: Random
    sections: list[int] = field(default_factory=list)
    topics: list[int] = field(default_factory=list)
    writers: list[int] = field(default_factory=list)
    pictures: list[int] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)


def fill(count: int, seed: int = 1404) -> None:
    """Write ``count`` stories into an empty newsroom."""
    from django.db import transaction

    house = found(Random(seed))
    for first in range(1, count + 1, AT_ONCE):
        with transaction.atomic():
            write(house, range(first, min(first + AT_ONCE, count + 1)), count)
    settle_counters()


def found(random: Random) -> House:
    """Make the paper's sections, topics, writers and pictures, and write the paragraphs."""
    from dabir.newsroom.models import Paper, Section, Topic, Writer
    from tools.press_bench import words

    paper = Paper.load()
    paper.name, paper.motto = "روزنامهٔ آزمون", "هر روز یک روز"
    paper.save()
    author = words.Writer(random)
    sections = [
        Section(pk=pk, key=key, name=name, order=pk)
        for pk, (key, name) in enumerate(words.SECTIONS, 1)
    ]
    topics = [Topic(pk=n, name=f"{random.choice(words.THINGS)} {n}") for n in range(1, TOPICS + 1)]
    writers = [Writer(pk=n, name=f"{author.name()} {n}") for n in range(1, WRITERS + 1)]
    Section.objects.bulk_create(sections)
    Topic.objects.bulk_create(topics)
    Writer.objects.bulk_create(writers)
    return House(
        random,
        sections=[made.pk for made in sections],
        topics=[made.pk for made in topics],
        writers=[made.pk for made in writers],
        pictures=draw(random),
        paragraphs=[author.paragraph() for _ in range(PARAGRAPHS)],
    )


def draw(random: Random) -> list[int]:
    """Make records of pictures with all renditions that pages ask for; there are no files."""
    from dabir.newsroom.models import Picture, PictureRendition
    from dabir.press.pages.shown import renditions_asked_for

    pictures = [
        Picture(
            pk=n, title=f"عکس {n}", alt=f"نمایی از شهر، {n}", credit="عکاس روزنامه",
            file=f"original_images/bench-{n}.jpg", width=1600, height=1000, file_hash=f"{n:040x}",
        )
        for n in range(1, PICTURES + 1)
    ]  # fmt: skip
    Picture.objects.bulk_create(pictures)
    PictureRendition.objects.bulk_create(
        PictureRendition(
            image=picture, filter_spec=spec, focal_point_key=focal, width=width,
            height=round(width / 1.6), file=f"images/bench-{picture.pk}.{width}.webp",
        )
        for picture in pictures
        for spec, focal, width in renditions_asked_for(picture)
    )  # fmt: skip
    return [picture.pk for picture in pictures]


def write(house: House, codes: range, count: int) -> None:
    """Write the stories of ``codes`` with all that belongs to them, in eight statements."""
    from dabir.newsroom.models import Byline, RelatedStory, Source, Story

    random = house.random
    Story.objects.bulk_create(story(house, code, count) for code in codes)
    Story.topics.through.objects.bulk_create(
        Story.topics.through(story_id=code, topic_id=topic)
        for code in codes
        for topic in random.sample(house.topics, random.randrange(2, 5))
    )
    Story.further_sections.through.objects.bulk_create(
        Story.further_sections.through(story_id=code, section_id=section)
        for code in codes
        if code % 7 == 0
        for section in [random.choice(house.sections)]
    )
    Byline.objects.bulk_create(
        Byline(story_id=code, writer_id=random.choice(house.writers), sort_order=0)
        for code in codes
    )
    Source.objects.bulk_create(
        Source(story_id=code, outlet="خبرگزاری آزمون", city="شهر")
        for code in codes
        if code % 3 == 0
    )
    RelatedStory.objects.bulk_create(
        RelatedStory(story_id=code, related_id=random.randrange(1, code), sort_order=0)
        for code in codes
        if code > 1 and code % 4 == 0
    )


def story(house: House, code: int, count: int) -> Any:
    """Return one story: a few hundred words in some paragraphs, a cross-head, at times a quote."""
    from dabir.newsroom.models import Story
    from tools.press_bench import words

    random = house.random
    author = words.Writer(random)
    moment = NEWEST - BETWEEN * (count - code)
    return Story(
        code=code,
        kind="photo" if code % 40 == 0 else "news",
        kicker=author.name() if code % 2 else "",
        headline=author.headline(),
        lead=author.sentence(),
        section_id=random.choice(house.sections),
        picture_id=random.choice(house.pictures) if code % 3 else None,
        body=list(blocks(house, author)),
        live=True,
        has_unpublished_changes=False,
        first_published_at=moment,
        last_published_at=moment,
        changed_at=moment,
    )


def blocks(house: House, author: Any) -> Iterator[dict[str, Any]]:
    """Yield a body as it is stored."""
    random = house.random
    for number in range(random.randrange(2, 4)):
        text = "".join(random.choices(house.paragraphs, k=random.randrange(1, 4)))
        yield block(random, "paragraph", text)
        if number == 0:
            yield block(random, "cross_head", author.headline())
    if random.random() < 0.25:
        yield block(random, "quote", {"text": author.sentence(), "speaker": author.name()})
    if random.random() < 0.1:
        picture = {"picture": random.choice(house.pictures), "caption": "", "alt": ""}
        yield block(random, "picture", picture)


def block(random: Random, kind: str, value: Any) -> dict[str, Any]:
    return {"type": kind, "value": value, "id": f"{random.getrandbits(128):032x}"}


def settle_counters() -> None:
    """Let PostgreSQL's counters go on after the keys that were given."""
    from django.apps import apps
    from django.core.management.color import no_style
    from django.db import connection

    statements = connection.ops.sequence_reset_sql(
        no_style(), list(apps.get_app_config("newsroom").get_models())
    )
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
        if connection.vendor == "postgresql":
            cursor.execute("ANALYZE")


def main(arguments: list[str]) -> int:
    """Make the tables and write as many stories as asked for; return the exit status."""
    import os

    import django
    from django.core.management import call_command

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dabir.settings")
    django.setup()
    call_command("migrate", verbosity=0)
    started = time.perf_counter()
    fill(int(arguments[0]))
    print(json.dumps({"stories": int(arguments[0]), "seconds": time.perf_counter() - started}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
