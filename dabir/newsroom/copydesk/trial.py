"""Tries an entry of the rulebook on published stories: what would the desk say, that it does not?

The stories are read a few at a time, newest first, one request each; the trial remembers
where it stands, so that a window that is closed, or a server that stops, loses nothing.

    begin() -> step() -> step() … -> ended, with the hits in context
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from wagtail.log_actions import log

from dabir.copydesk import Desk, Mark
from dabir.newsroom.copydesk import house
from dabir.newsroom.copydesk.parts import paragraphs
from dabir.newsroom.copydesk.wording import first_words, last_words
from dabir.newsroom.models import RulebookEntry, Story, Trial, TrialHit
from dabir.persian import HALF_SPACE
from dabir.persian.letters import skeleton

SHOWN: Final = 200
"""Hits that are kept to be looked at; the others are counted."""
_BUDGET: Final = 0.4
"""Seconds of one step."""
_AT_ONCE: Final = 40
"""Stories that are fetched together."""
MOST: Final = 20_000
"""Stories of the longest trial."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A mark that would come, or go."""

    mark: Mark
    is_new: bool


def begin(entry: RulebookEntry, user: User, wanted: int) -> Trial:
    """Begin to try ``entry`` on the last ``wanted`` stories."""
    wanted = min(max(wanted, 1), MOST)
    trial = Trial.objects.create(entry=entry, words=entry.words, wanted=wanted, begun_by=user)
    log(entry, "newsroom.rulebook.try", user=user, data={"stories": wanted})
    return trial


def step(trial: Trial, budget: float = _BUDGET) -> Trial:
    """Read on for about ``budget`` seconds; return the trial as it stands then.

    Nothing is locked while the desk reads. Of two steps taken at once, one counts.
    """
    if trial.ended_at is None:
        reading = _Reading(trial)
        reading.go_on_until(time.monotonic() + budget)
        reading.store()
    return Trial.objects.select_related("entry").get(pk=trial.pk)


class _Reading:
    """One step of a trial."""

    def __init__(self, trial: Trial) -> None:
        self.trial, self.began_at = trial, trial.read
        self.compare = _Comparison(trial.entry)
        self.shown: list[TrialHit] = []

    def go_on_until(self, until: float) -> None:
        trial = self.trial
        while trial.read < trial.wanted:
            stories = self._next_stories()
            if not stories:
                break
            for story in stories:
                self._read(story)
                if time.monotonic() > until:
                    return
        trial.ended_at = timezone.now()

    def _next_stories(self) -> list[Story]:
        """Return the next few stories, older than the place that was reached."""
        trial = self.trial
        stories = Story.objects.live().filter(first_published_at__isnull=False).newest()
        if trial.reached_at is not None:
            older = Q(first_published_at__lt=trial.reached_at)
            same = Q(first_published_at=trial.reached_at, code__lt=trial.reached_code)
            stories = stories.filter(older | same)
        return list(stories[: min(_AT_ONCE, trial.wanted - trial.read)])

    def _read(self, story: Story) -> None:
        trial = self.trial
        found = list(self.compare.hits(paragraphs(story)))
        for text, hit in found[: max(0, SHOWN - trial.hits)]:
            self.shown.append(TrialHit(trial=trial, story=story, **_in_context(text, hit)))
        trial.hits += len(found)
        trial.stories_hit += bool(found)
        trial.read += 1
        trial.reached_at, trial.reached_code = story.first_published_at, story.code

    def store(self) -> None:
        """Write down what was found, unless another step did so meanwhile."""
        now = {name: getattr(self.trial, name) for name in _STEPPED}
        with transaction.atomic():
            mine = Trial.objects.filter(pk=self.trial.pk, read=self.began_at, ended_at=None)
            if mine.update(**now):
                TrialHit.objects.bulk_create(self.shown)


_STEPPED: Final = ("read", "hits", "stories_hit", "reached_at", "reached_code", "ended_at")


def _in_context(text: str, hit: Hit) -> dict[str, Any]:
    mark = hit.mark
    return {
        "is_new": hit.is_new,
        "before": last_words(text[: mark.start]),
        "marked": text[mark.start : mark.end][:200],
        "after": first_words(text[mark.end :]),
        "fix": mark.fixes[0][:200] if mark.fixes else "",
    }


class _Comparison:
    """The desk with an entry, beside the desk without it."""

    def __init__(self, entry: RulebookEntry) -> None:
        self._with, self._without = _desks(entry.pk, entry.words, house.reader().version)
        self._written = _bare(entry.written)
        self._is_name = entry.kind == RulebookEntry.Kind.NAME

    def hits(self, lines: list[str]) -> Iterator[tuple[str, Hit]]:
        """Yield what the entry would change in a story, with its paragraph."""
        if not (self._is_name or any(self._written in _bare(line) for line in lines)):
            return  # a name may stand there in another spelling; a term or an exception may not
        read = zip(
            lines, self._with.read_lines(lines), self._without.read_lines(lines), strict=True
        )
        for line, after, before in read:
            yield from ((line, Hit(mark, True)) for mark in after if mark not in before)
            yield from ((line, Hit(mark, False)) for mark in before if mark not in after)


@lru_cache(2)
def _desks(pk: int, words: str, version: str) -> tuple[Desk, Desk]:
    """Return the desk with an entry of these words and the one without, kept between steps."""
    entry = RulebookEntry.objects.get(pk=pk)
    others = [each for each in house.live_entries() if each.pk != pk]
    known = house.lexicon()
    with_it, without = (house.house_with(entries) for entries in ([*others, entry], others))
    return Desk(with_it, lexicon=known), Desk(without, lexicon=known)


def _bare(text: str) -> str:
    """Return the bare letters of ``text``, however they are joined."""
    return "".join(skeleton(text).split()).replace(HALF_SPACE, "")
