"""The state of a story's marks: open, fixed, ignored; told anew at every save of its form.

The editor sends what its writer answered to marks, as ``{key: "fixed" | "ignored" | "right"}``
with an empty answer for one taken back. What is still marked in the saved text and was not
answered is open; a fix counts as long as its mark does not come back.
"""

import json
import logging
from collections import Counter
from collections.abc import Mapping
from hashlib import blake2b
from typing import Any, Final

from django.utils import timezone

from dabir.copydesk import Severity
from dabir.newsroom.copydesk.placed import PlacedMark, marks_of
from dabir.newsroom.copydesk.proposals import collect
from dabir.newsroom.models import Story, StoryMarks

log = logging.getLogger("dabir.newsroom")

FIXED: Final = "fixed"
IGNORED: Final = "ignored"
RIGHT: Final = "right"
_ANSWERS: Final = {FIXED, IGNORED, RIGHT, ""}
_MOST_ANSWERS: Final = 4000
_MOST_CHARACTERS: Final = 400_000


def answers_in(typed: str) -> dict[str, str]:
    """Return the answers that a form sent; what makes no sense is left out."""
    try:
        found = json.loads(typed or "{}") if len(typed) <= _MOST_CHARACTERS else {}
    except ValueError:
        return {}
    if not isinstance(found, dict):
        return {}
    kept = [(key, answer) for key, answer in found.items() if _is_answer(key, answer)]
    return dict(kept[:_MOST_ANSWERS])


def _is_answer(key: Any, answer: Any) -> bool:
    return isinstance(key, str) and len(key) == 16 and answer in _ANSWERS


def keep(story: Story, answers: Mapping[str, str], user: Any = None) -> StoryMarks | None:
    """Store how the marks of ``story`` stand, with what ``user`` answered now, and before.

    A story is saved whatever happens here: where the desk cannot read, its state stays.
    """
    try:
        found = marks_of(story)
    except Exception:
        log.exception("The copy desk could not read story %s", story.pk)
        return None
    state = StoryMarks.objects.filter(pk=story.pk).first() or StoryMarks(story_id=story.pk)
    said_right = {key for key, answer in answers.items() if answer == RIGHT}
    new = said_right - {key for key, answer in state.answers.items() if answer == RIGHT}
    collect(story, [each for each in found if each.key in new], user)
    kept = {**state.answers, **answers}
    state.answers = {key: answer for key, answer in kept.items() if answer}
    state.read_at = timezone.now()
    _count(state, found)
    state.save()
    return state


def _count(state: StoryMarks, found: list[PlacedMark]) -> None:
    """Write down how many of the marks that were ``found`` are open, and what became of others."""
    unanswered = Counter(each.mark.severity for each in open_marks(state, found))
    state.errors = unanswered[Severity.ERROR]
    state.spacings = unanswered[Severity.SPACING]
    state.styles = unanswered[Severity.STYLE]
    there = {each.key for each in found}
    answered = Counter(
        answer for key, answer in state.answers.items() if (answer == FIXED) != (key in there)
    )
    state.fixed, state.ignored = answered[FIXED], answered[IGNORED] + answered[RIGHT]


def open_marks(state: StoryMarks, found: list[PlacedMark]) -> list[PlacedMark]:
    """Return the marks of ``found`` that nobody let pass."""
    passed = {key for key, answer in state.answers.items() if answer in {IGNORED, RIGHT}}
    return [each for each in found if each.key not in passed]


def digest(marks: list[PlacedMark]) -> str:
    """Return a short name for this very set of marks."""
    keys = ",".join(sorted(each.key for each in marks))
    return blake2b(keys.encode(), digest_size=16).hexdigest()
