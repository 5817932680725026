"""The house's decisions as the desk takes them, the same in every process of the paper.

A process builds its desk once and keeps it. Every decision gives the house a new version, and
learning gives it another lexicon; a process looks for both at most every ``PATIENCE``
seconds, and builds anew when one is another. Between two looks, reading copy asks the
database nothing.
"""

import logging
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save

from dabir.copydesk import House, Term, places
from dabir.copydesk.house_file import write_house
from dabir.copydesk.lexicon import Lexicon
from dabir.newsroom.copydesk.reader import Reader
from dabir.newsroom.copydesk.switches import switches_of
from dabir.newsroom.models import HouseStyle, Paper, RulebookEntry, Writer

log = logging.getLogger("dabir.newsroom")

PATIENCE: Final = 2.0
"""Seconds after which a decision is heard in every process."""


def house_with(entries: list[RulebookEntry]) -> House:
    """Return the house that works by ``entries``, its style and the paper's own names."""
    style = HouseStyle.load()
    names = {entry.written for entry in entries if entry.kind == RulebookEntry.Kind.NAME}
    return House(
        terms=tuple(
            Term(entry.written, entry.right, entry.reason)
            for entry in entries
            if entry.kind == RulebookEntry.Kind.TERM
        ),
        names=frozenset(names | set(_own_names())),
        exceptions=frozenset(
            entry.written for entry in entries if entry.kind == RulebookEntry.Kind.EXCEPTION
        ),
        switches=switches_of(style),
        spare_quotes=style.spare_quotes,
    )


def live_entries() -> list[RulebookEntry]:
    """Return the rulebook's live entries in an order that never changes by itself."""
    return list(RulebookEntry.objects.live().order_by("pk"))


def _own_names() -> Iterator[str]:
    """Yield the paper's name, and its writers'."""
    paper = Paper.objects.first()
    if paper is not None:
        yield from filter(None, (paper.name, paper.short_name))
    yield from Writer.objects.values_list("name", flat=True)


class _Kept:
    """The reader of this process, and when its version was last compared."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.reader: Reader | None = None
        self.looked_at = 0.0

    def get(self) -> Reader:
        """Return the reader of the house's newest version."""
        reader = self.reader
        if reader is not None and time.monotonic() < self.looked_at + PATIENCE:
            return reader
        with self.lock:
            self.reader = _newest(self.reader)
            self.looked_at = time.monotonic()
            return self.reader

    def forget(self) -> None:
        """Look at the version before the next reading."""
        self.looked_at = float("-inf")


_kept = _Kept()


def reader() -> Reader:
    """Return who reads copy by the house's decisions as they stand now."""
    return _kept.get()


def lexicon() -> Lexicon:
    """Return what the desk knows of words, as the paper's archive last taught it."""
    return places.lexicon(Path(settings.DATA))


def _newest(kept: Reader | None) -> Reader:
    """Return ``kept`` if the house and its lexicon are still the same, else a new reader."""
    version, words = _version(), lexicon()
    if kept is not None and kept.version == version and kept.lexicon is words:
        return kept
    return Reader(house_with(live_entries()), words, version)


def _version() -> str:
    found = HouseStyle.objects.filter(pk=1).values_list("version", flat=True).first()
    return found or HouseStyle.load().version


def note_decision(sender: type[Model], **kwargs: Any) -> None:
    """Something that the house's decisions are made of was saved or deleted."""
    if sender is not HouseStyle:
        HouseStyle.turn_page()
    _kept.forget()
    transaction.on_commit(_tell_everybody)


def _tell_everybody() -> None:
    """Keep the house's decisions in the data folder too, for readers without a database."""
    _kept.forget()
    try:
        write_house(Path(settings.DATA), house_with(live_entries()))
    except OSError as error:
        log.warning("The house's decisions were not written for other programs: %s", error)


def listen() -> None:
    """Hear of every decision of the house."""
    for model in (RulebookEntry, HouseStyle, Paper, Writer):
        for signal in (post_save, post_delete):
            signal.connect(note_decision, model, dispatch_uid=f"house:{model.__name__}")
