"""How well and how fast back issues move in.

    python -m tools.archive_bench.importing 20000              generated stories, end to end
    python -m tools.archive_bench.importing --pages FOLDER     reading alone, of pages at hand

End to end: JSON Lines with so many stories are written, imported into a fresh paper, and
asked again (nothing may be read twice). Then the newsroom's story list, a day of the archive
and a publication are timed beside a paper of a thousand stories, as a ratio. Needs nothing
but this machine; the million takes the same command with 1000000.
"""

import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any, Final

from tools.archive_bench.table import Row

SMALL: Final = 1000
MUST_RATIO: Final = 1.5
MUST_MS: Final = 25.0
ROUNDS: Final = 15


def rows(count: int) -> list[Row]:
    """Return what an import of ``count`` generated stories shows, beside one of a thousand."""
    with tempfile.TemporaryDirectory(prefix="dabir-import-") as folder:
        large = _in_a_paper(Path(folder) / "large", count)
        small = _in_a_paper(Path(folder) / "small", SMALL)
    told = [
        Row(
            f"{count:,} stories moved in", f"{large['seconds']:.0f} s, {large['rate']:.0f} a second"
        ),
        Row("processor time a story", f"{1000 * large['cpu'] / count:.2f} ms"),
        Row("memory at the peak", f"{large['memory'] / 1024:.0f} MB"),
        Row("disk a story, page and indexes with it", f"{large['disk'] / count:,.0f} bytes"),
        Row("the same import again", f"{large['again']:.1f} s"),
    ]
    for name in ("story list", "day of the archive", "publication"):
        ratio = large[name] / small[name]
        told.append(
            Row(
                f"{name}, CPU ms", f"{large[name]:.1f}", f"{ratio:.2f} of {SMALL:,} stories'",
                f"≤ {MUST_RATIO}", holds=ratio <= MUST_RATIO,
            )
        )  # fmt: skip
    return told


def _in_a_paper(folder: Path, count: int) -> dict[str, float]:
    """Import into a paper of its own, in a process of its own; return what that measured."""
    folder.mkdir(parents=True)
    environ = {**os.environ, "DABIR_DATA": str(folder / "data")}
    environ.pop("DABIR_DATABASE", None)  # the import is measured on SQLite
    command = [sys.executable, "-m", "tools.archive_bench.importing", "--inside", str(count)]
    done = subprocess.run(command, env=environ, stdout=subprocess.PIPE, check=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


# Inside a fresh paper ---------------------------------------------------------------------------
def _measure(count: int) -> dict[str, float]:
    import django
    from django.core.management import call_command

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dabir.settings")
    from django.conf import settings

    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
    django.setup()
    from dabir.archive.importing import Wishes, import_paths
    from dabir.commands.preparing import EMPTY

    database = Path(settings.DATABASES["default"]["NAME"])
    database.parent.mkdir(parents=True, exist_ok=True)
    if EMPTY.exists():
        shutil.copyfile(EMPTY, database)
    call_command("migrate", verbosity=0)
    source = database.with_name("stories.jsonl")
    _write(source, count)
    before, spent = time.perf_counter(), _cpu()
    moved = sum(report.outcome == "moved in" for report in import_paths([source], Wishes(jobs=2)))
    found = {"seconds": time.perf_counter() - before, "cpu": _cpu() - spent}
    if moved != count:
        raise SystemExit(f"{moved} of {count} stories moved in.")
    found |= {"rate": count / found["seconds"], "disk": _disk()}
    before = time.perf_counter()
    for _ in import_paths([source], Wishes(jobs=2)):
        pass
    found["again"] = time.perf_counter() - before
    found["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps(found), file=sys.stderr)
    return found | _as_fast()


def _cpu() -> float:
    """Return the processor time of this process and of those that have ended."""
    own, children = (
        resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def _disk() -> int:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()")
        return int(cursor.fetchone()[0])


def _write(path: Path, count: int) -> None:
    """Write so many stories, all different in words, over thirty years."""
    from tools.press_bench import words

    random = Random(1404)
    author = words.Writer(random)
    paragraphs = [author.paragraph() for _ in range(3000)]
    with path.open("w", encoding="utf-8") as file:
        for told in _stories(count, random, paragraphs):
            file.write(json.dumps(told, ensure_ascii=False) + "\n")


def _stories(count: int, random: Random, paragraphs: list[str]) -> Iterator[dict[str, Any]]:
    for number in range(1, count + 1):
        body = random.sample(paragraphs, 5)
        day, hour = divmod(number * 24 * 10_000 // count, 24)
        moment = time.strftime("%Y-%m-%d", time.gmtime(852_076_800 + day * 86_400))
        yield {
            "code": 100_000 + number,
            "published": f"{moment}T{hour:02}:00:00+03:30",
            "headline": f"{body[0][:60]} {number}",
            "lead": body[1][:200],
            "body": body,
            "topics": [f"موضوع {random.randint(1, 600)}"],
            "section": "سیاست",
            "comments": {"pending": 0, "published": random.randint(0, 9)},
        }


def _as_fast() -> dict[str, float]:
    """Return milliseconds of what an editor and the press do, the middle of some rounds."""
    from django.contrib.auth.models import User
    from django.test import Client
    from django.test.utils import setup_test_environment

    from dabir.newsroom.models import Story
    from dabir.persian import JalaliDay
    from dabir.press.ledger import Reading
    from dabir.press.pages import compose

    setup_test_environment()
    user = User.objects.create_superuser("bench", password="bench")
    client = Client()
    client.force_login(user)
    listing = "/newsroom/stories/"
    day = JalaliDay.of(Story.objects.order_by("code")[500].first_published_at)

    def publish() -> None:
        story = Story.objects.order_by("-code")[0]
        story.headline += "."
        story.save_revision(user=user).publish(user=user)

    return {
        "story list": _middle(lambda: client.get(listing)),
        "day of the archive": _middle(lambda: compose(f"/archive/{day.path}/", Reading())),
        "publication": _middle(publish),
    }


def _middle(deed: Callable[[], object]) -> float:
    """Return the middle of some rounds' processor milliseconds; the first round is for warmth."""
    deed()
    times = []
    for _ in range(ROUNDS):
        before = time.process_time()
        deed()
        times.append(1000 * (time.process_time() - before))
    return statistics.median(times)


# Pages at hand ----------------------------------------------------------------------------------
def page_rows(folder: Path) -> list[Row]:
    """Return how long pages take to read, by form: the middle of some rounds of each."""
    from dabir.archive.sources import find_files, open_source, read_piece

    times: dict[str, list[float]] = {}
    for path in find_files([folder]):
        for piece in open_source(path):
            spent = statistics.median(read_piece(piece).seconds for _ in range(5))
            times.setdefault(str(piece.form), []).append(1000 * spent)
    return [
        Row(f"a page of {form}, ms", f"{statistics.mean(each):.1f}", must=f"≤ {MUST_MS:.0f}")
        for form, each in sorted(times.items())
    ]


def main(arguments: list[str]) -> None:
    if arguments[:1] == ["--inside"]:
        print(json.dumps(_measure(int(arguments[1]))))
        return
    pages = arguments[:1] == ["--pages"]
    told = page_rows(Path(arguments[1])) if pages else rows(int((arguments or ["20000"])[0]))
    for row in told:
        print(row)


if __name__ == "__main__":
    main(sys.argv[1:])
