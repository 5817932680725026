"""«این درست است»: what reporters say of the desk's marks, collected for the rulebook."""

from collections.abc import Iterable
from typing import Any

from django.db.models import F
from wagtail.log_actions import log

from dabir.newsroom.copydesk.placed import PlacedMark
from dabir.newsroom.models import RulebookEntry, Story
from dabir.persian import clean_line, fold_letters

_LONGEST = 160


def collect(story: Story, marks: Iterable[PlacedMark], user: Any) -> None:
    """Propose the words of ``marks`` as exceptions; of what is in the rulebook, count on."""
    for words in {fold_letters(clean_line(each.words)) for each in marks}:
        if 0 < len(words) <= _LONGEST:
            _propose(story, words, user)


def _propose(story: Story, words: str, user: Any) -> None:
    entries = RulebookEntry.objects.filter(
        kind=RulebookEntry.Kind.EXCEPTION, written=words
    ).exclude(state=RulebookEntry.State.RETIRED)
    entry = entries.first()
    if entry is None:
        entry = RulebookEntry.objects.create(
            kind=RulebookEntry.Kind.EXCEPTION,
            written=words,
            state=RulebookEntry.State.PROPOSED,
            made_by=user,
        )
    RulebookEntry.objects.filter(pk=entry.pk).update(proposed=F("proposed") + 1)
    log(entry, "newsroom.rulebook.propose", user=user, data={"story": story.pk})
