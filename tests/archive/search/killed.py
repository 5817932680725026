"""Kills the indexer at random moments while a newsroom writes; told by test_survive_kills.

python -m tests.archive.search.killed SEED KILLS    in a prepared data folder; tells JSON

Each indexer is a fork of this process, so that it is at work within milliseconds and is killed
in the middle of it. In the second half of the kills it is often building the index anew.
"""

import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

import django

LONGEST = 0.2
"""Seconds that an indexer lives at most after some deeds of the newsroom."""


def fork(deed: Callable[[], None]) -> int:
    """Run ``deed`` in a process of its own; its exit status is 1 where it failed."""
    if child := os.fork():
        return child
    status = 1
    try:
        deed()
        status = 0
    finally:
        os._exit(status)


def end(child: int, sign: int) -> int:
    os.kill(child, sign)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def keep_index() -> None:
    """Be the indexer, as soon as nobody looks whether there is one (``is_held``)."""
    from dabir.archive.search.indexer import BusyError, Indexer, alone

    while True:
        try:
            with alone(root()):
                Indexer(root()).run(Event())
        except BusyError:
            time.sleep(0.001)


def be_second() -> None:
    """Fail where a second indexer gets to work."""
    from dabir.archive.search.indexer import BusyError, alone

    try:
        with alone(root()):
            raise AssertionError("There are two indexers.")
    except BusyError:
        return


def root() -> Path:
    from django.conf import settings

    return Path(settings.SEARCH_DIR)


def write(seed: int, told: int) -> None:
    """Publish, change and withdraw stories until told to stop; each has a word of its own.

    A byte goes into the pipe ``told`` with every deed.
    """
    from django.db import transaction

    from dabir.newsroom.models import Section, Story

    stop: list[int] = []
    signal.signal(signal.SIGTERM, lambda *_: stop.append(1))
    chance, section = random.Random(seed), Section.objects.all()[0]
    known: list[Any] = []
    for number in range(10**9):
        if stop:
            return
        with transaction.atomic():
            if not known or chance.random() < 0.4:
                known.append(Story(section=section, live=False))
            story = chance.choice(known)
            story.headline = f"خبر {number + 10**6}"
            if story.pk and story.live and chance.random() < 0.3:
                story.unpublish()
            else:
                story.save()
                story.save_revision().publish()
        os.write(told, b".")


def kill_some(kills: int, chance: random.Random, deeds: int) -> dict[str, int]:
    """Let indexers live and die among ``deeds``, a pipe; return what was seen."""
    from dabir.archive.search.indexer import WANTED

    seen = {"kills": 0, "amid": 0, "seconds_refused": 0, "buildings_lost": 0}
    for number in range(kills):
        if number >= kills // 2 and chance.random() < 0.5:
            (root() / WANTED).touch()
        before = used()
        indexer = fork(keep_index)
        while not is_held():
            time.sleep(0.001)
        os.read(deeds, 65_536)
        time.sleep(LONGEST * chance.random())
        if chance.random() < 0.2:
            seen["seconds_refused"] += end(fork(be_second), 0) == 0
        assert end(indexer, signal.SIGKILL) == -signal.SIGKILL, "The indexer had fallen before."
        seen["kills"] += 1
        seen["amid"] += is_work_left()
        # What is corrupt is built anew; nobody asked for that in the first half.
        seen["buildings_lost"] += number < kills // 2 and bool(before) and used() != before
    return seen


def is_held() -> bool:
    """Say whether an indexer holds the folder already."""
    from dabir.archive.search.indexer import BusyError, alone

    try:
        with alone(root()):
            return False
    except BusyError:
        return True


def is_work_left() -> bool:
    """Say whether the indexer died with rows that it had not done; leave no connection open,
    for the next fork would share it."""
    from django.db import connections

    from dabir.archive.models import ToIndex

    left = ToIndex.objects.exists()
    connections.close_all()
    return left


def used() -> str:
    from dabir.archive.search import place

    try:
        return place.current(root()).name
    except place.NoIndexError:
        return ""


def settle() -> None:
    """Let one more indexer do what is left."""
    from dabir.archive.search.indexer import Indexer, alone

    with alone(root()):
        indexer = Indexer(root())
        while indexer.turn():
            pass


def compare() -> dict[str, Any]:
    """Return what the index has otherwise than the database."""
    from dabir.archive.models import ToIndex
    from dabir.archive.search import place
    from dabir.archive.search.wishes import Term, Wish
    from dabir.newsroom.models import Story

    index = place.open_folder(place.current(root())).index
    wrong = []
    for story in Story.objects.all():
        word = story.headline.split()[1]
        found = index.find(Wish((Term((word,)),)), limit=9).codes
        if found != ([story.pk] if story.live else []):
            wrong.append([story.pk, story.live, found])
    live = Story.objects.live().count()
    return {
        "live": live,
        "indexed": index.stories,
        "wrong": wrong,
        "waiting": ToIndex.objects.count(),
    }


def main(seed: int, kills: int) -> None:
    django.setup()
    from django.db import connections

    from dabir.newsroom.models import Section

    Section.objects.create(key="city", name="شهر")
    settle()
    connections.close_all()
    deeds, told = os.pipe()
    writer = fork(lambda: write(seed, told))
    seen = kill_some(kills, random.Random(seed), deeds)
    connections.close_all()
    written = end(writer, signal.SIGTERM)
    settle()
    print(json.dumps(seen | compare() | {"writer": written}))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
