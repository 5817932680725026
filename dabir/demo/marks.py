"""The copy desk reads the demo paper, so that its list of stories shows how the marks stand.

As in every newsroom the marks of a story are counted when its form is saved; the demo's stories
were never in a form. A story with a draft is read as the draft has it.
"""

from collections.abc import Callable

from dabir.newsroom.copydesk import state
from dabir.newsroom.models import Story

Progress = Callable[[str, int, int], None]


def count_marks(progress: Progress = lambda *_: None) -> None:
    """Keep the state of the marks of all stories."""
    stories = Story.objects.order_by("pk")
    for number, story in enumerate(stories, 1):
        state.keep(story.get_latest_revision_as_object(), {})
        progress("marks", number, len(stories))
