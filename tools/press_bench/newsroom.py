"""What a newsroom and its readers do, in a process of its own.

python -m tools.press_bench.newsroom log_in
python -m tools.press_bench.newsroom publish COUNT PUBLIC_FOLDER
python -m tools.press_bench.newsroom work SECONDS COMMENTS_A_SECOND STORIES_A_SECOND
"""

import json
import sys
import time
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import django

PATIENCE: Final = 60.0
"""Seconds that a publication may take before the measure gives up."""


def log_in() -> str:
    """Return the cookie of somebody who may do everything."""
    from django.contrib.auth.models import User
    from django.test import Client

    somebody = User.objects.filter(username="bench").first()
    client = Client()
    client.force_login(somebody or User.objects.create_superuser("bench"))
    return f"sessionid={client.cookies['sessionid'].value}"


def publish(count: str, public: str) -> list[dict[str, float]]:
    """Publish stories one after the other; return the seconds until each kind of page is new."""
    return [published(number, Path(public)) for number in range(int(count))]


def published(number: int, public: Path) -> dict[str, float]:
    story = draft(number)
    places = {name: public / f"{name}.gz" for name in pages_of(story)}
    before = {name: stamp(place) for name, place in places.items()}
    seen: dict[str, float] = {}
    started = time.perf_counter()
    story.save_revision().publish()
    seen["click"] = time.perf_counter() - started
    while len(seen) <= len(places) and time.perf_counter() - started < PATIENCE:
        for name in places.keys() - seen.keys():
            if stamp(places[name]) != before[name]:
                seen[name] = time.perf_counter() - started
        time.sleep(0.001)
    time.sleep(0.4)
    if len(seen) <= len(places):
        raise RuntimeError(f"Not printed: {places.keys() - seen.keys()}")
    return {
        "click": seen["click"],
        "story": seen[f"news/{story.pk}.html"],
        "all": max(seen.values()),
    }


def draft(number: int) -> Any:
    from dabir.newsroom.models import Section, Story, Topic

    story = Story(
        headline=f"خبر آزمون {number} در {time.time():.3f}",
        lead="این خبر برای سنجش چاپخانه است.",
        section=Section.objects.order_by("pk")[number % 10],
        body=[("paragraph", "<p>متن خبر در چند واژه.</p>" * 8)],
        live=False,
    )
    story.topics = list(Topic.objects.order_by("pk")[number : number + 2])
    story.save()
    return story


def pages_of(story: Any) -> list[str]:
    """Return the pages that show a story when it is published today."""
    from dabir.persian import JalaliDay
    from dabir.persian.jalali import TEHRAN

    section = story.section.get_absolute_url().strip("/")
    day = JalaliDay.of(datetime.now(TEHRAN)).path
    fronts = ["index.html", f"{section}.html", "feed.xml", f"{section}/feed.xml"]
    return [f"news/{story.pk}.html", *fronts, f"archive/{day}.html"]


def stamp(place: Path) -> tuple[int, int]:
    try:
        found = place.stat()
    except FileNotFoundError:
        return 0, 0
    return found.st_ino, found.st_mtime_ns


def work(seconds: str, comments: str, stories: str) -> dict[str, float]:
    """Let comments arrive and stories be published at a pace; return what was reached."""
    from dabir.comments.models import Comment
    from dabir.newsroom.models import Story

    codes = list(Story.objects.live().order_by("-code").values_list("pk", flat=True)[:200])
    ends, began = time.monotonic() + float(seconds), time.monotonic()
    waiting = [draft(number) for number in range(round(float(seconds) * float(stories)))]
    began = time.monotonic()
    ends = began + float(seconds)
    sent = out = 0
    while (now := time.monotonic()) < ends:
        if sent < (now - began) * float(comments):
            code = codes[sent % len(codes)]
            Comment.objects.create(story_id=code, name="خواننده", text="نظر آزمون")
            sent += 1
        elif out < min((now - began) * float(stories), len(waiting)):
            waiting[out].save_revision().publish()
            out += 1
        else:
            time.sleep(0.001)
    return {"comments": sent / float(seconds), "stories": out / float(seconds)}


DEEDS: Final = {"log_in": log_in, "publish": publish, "work": work}

if __name__ == "__main__":
    django.setup()
    print(json.dumps(DEEDS[sys.argv[1]](*sys.argv[2:])))  # type: ignore[operator]
