"""What the press hears from the rooms below, noted in the transaction of the change."""

from typing import Any

from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save

from dabir.archive.models import Suggestion
from dabir.archive.signals import moved_in
from dabir.classifieds.models import Advertisement, Category
from dabir.classifieds.signals import advertisements_changed
from dabir.comments.signals import comments_changed
from dabir.newsroom.models import (
    BreakingBar,
    Byline,
    Correction,
    FrontVersion,
    Paper,
    Picture,
    RelatedStory,
    Section,
    Source,
    Story,
    Topic,
    Writer,
)
from dabir.newsroom.signals import front_previewed, story_previewed
from dabir.press import ledger

_SOURCES: dict[type[Model], str] = {
    Story: "story",
    Topic: "topic",
    Writer: "writer",
    Picture: "picture",
    Section: "section",
}


def note_record(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    """A record that pages show was saved or deleted."""
    ledger.note(f"{_SOURCES[sender]}:{instance.pk}")
    if sender is Section:
        ledger.note("paper")
    if sender is Topic:
        ledger.note("topics")


def note_part(sender: type[Model], instance: Any, **kwargs: Any) -> None:
    """A part of a story (a name over it, its source, a correction …) was saved or deleted."""
    ledger.note(f"story:{instance.story_id}")


def note_set(sender: type[Model], instance: Model, action: str, **kwargs: Any) -> None:
    """A story's sections or topics were set."""
    if not action.startswith("post_"):
        return
    if isinstance(instance, Story):
        ledger.note(f"story:{instance.pk}")
    elif kwargs["pk_set"]:
        ledger.note(*(f"story:{pk}" for pk in kwargs["pk_set"]))


def note_paper(sender: type[Model], **kwargs: Any) -> None:
    ledger.note("paper")


def note_front(sender: type[Model], instance: FrontVersion, **kwargs: Any) -> None:
    """A front's version was saved; drafts are nobody's to see."""
    if not instance.is_draft:
        ledger.note(f"front:{instance.front}")


def note_breaking(sender: type[Model], **kwargs: Any) -> None:
    ledger.note("breaking")


def note_comments(sender: type[Model], story_code: int, **kwargs: Any) -> None:
    ledger.note(f"comments:{story_code}")


def note_moved_in(sender: type[Model], codes: list[int], **kwargs: Any) -> None:
    """Stories came from another system; a batch of new ones sends no ``post_save``."""
    ledger.note(*(f"story:{code}" for code in codes))
    ledger.note("topics")


def note_advertisement(sender: type[Model], pk: int, **kwargs: Any) -> None:
    ledger.note(f"ad:{pk}")


def note_deleted_advertisement(sender: type[Model], instance: Advertisement, **kwargs: Any) -> None:
    ledger.note(f"ad:{instance.pk}")


def note_category(sender: type[Model], instance: Category, **kwargs: Any) -> None:
    """A category was renamed: all that stands under it shows its name."""
    shown = Advertisement.objects.approved().filter(category=instance)
    ledger.note("ads-index", *(f"ad:{pk}" for pk in shown.values_list("pk", flat=True)))


def connect() -> None:
    """Listen. Called once, when the press is ready."""
    from dabir.press.pages import previews, stories

    for record in _SOURCES:
        post_save.connect(note_record, sender=record)
        post_delete.connect(note_record, sender=record)
    for part in (Byline, Source, Correction, RelatedStory, Suggestion):
        post_save.connect(note_part, sender=part)
        post_delete.connect(note_part, sender=part)
    for through in (Story.further_sections.through, Story.topics.through):
        m2m_changed.connect(note_set, sender=through)
    post_save.connect(note_paper, sender=Paper)
    post_save.connect(note_front, sender=FrontVersion)
    post_save.connect(note_breaking, sender=BreakingBar)
    post_save.connect(note_category, sender=Category)
    post_delete.connect(note_category, sender=Category)
    post_delete.connect(note_deleted_advertisement, sender=Advertisement)
    comments_changed.connect(note_comments)
    advertisements_changed.connect(note_advertisement)
    moved_in.connect(note_moved_in)
    story_previewed.connect(stories.preview)
    front_previewed.connect(previews.preview_front)
