"""Tries an entry of the rulebook on published stories: what would the desk say, that it does not?

The stories are read a few at a time, newest first, one request each; the trial remembers
where it stands, so that a window that is closed, or a server that stops, loses nothing.

    begin() -> step() -> step() … -> ended, with the hits in context
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from wagtail.log_actions import log

from dabir.copydesk import Desk, Mark
from dabir.newsroom.copydesk import house
from dabir.newsroom.copydesk.parts import paragraphs
from dabir.newsroom.models import RulebookEntry, Story, Trial, TrialHit
from dabir.persian import HALF_SPACE
from dabir.persian.letters import skeleton

SHOWN: Final = 200
"""Hits that are kept to be looked at; the others are counted."""
_BUDGET: Final = 0.4
"""Seconds of one step."""
_AT_ONCE: Final = 40
"""Stories that are fetched together."""
_CONTEXT: Final = 50
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
        found = [(text, hit) for text in paragraphs(story) for hit in self.compare.hits(text)]
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
        "before": text[max(0, mark.start - _CONTEXT) : mark.start],
        "marked": text[mark.start : mark.end][:200],
        "after": text[mark.end : mark.end + _CONTEXT],
        "fix": mark.fixes[0][:200] if mark.fixes else "",
    }


class _Comparison:
    """The desk with an entry, beside the desk without it."""

    def __init__(self, entry: RulebookEntry) -> None:
        others = [each for each in house.live_entries() if each.pk != entry.pk]
        self._with = Desk(house.house_with([*others, entry]), lexicon=house.lexicon())
        self._without = Desk(house.house_with(others), lexicon=house.lexicon())
        self._written = _bare(entry.written)
        self._is_name = entry.kind == RulebookEntry.Kind.NAME

    def hits(self, text: str) -> Iterator[Hit]:
        """Yield what the entry would change in a paragraph."""
        if not self._may_touch(text):
            return
        after, before = set(self._with.read(text)), set(self._without.read(text))
        yield from (Hit(mark, is_new=True) for mark in sorted(after - before))
        yield from (Hit(mark, is_new=False) for mark in sorted(before - after))

    def _may_touch(self, text: str) -> bool:
        """Say whether it is worth while to read: a term or an exception must stand there.

        A name may stand there in another spelling, so a name is looked for everywhere.
        """
        return self._is_name or self._written in _bare(text)


def _bare(text: str) -> str:
    """Return the bare letters of ``text``, however they are joined."""
    return "".join(skeleton(text).split()).replace(HALF_SPACE, "")
