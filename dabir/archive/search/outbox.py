"""What the indexer has to look at: codes of stories, noted in the transaction of each change."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model, Q
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete, pre_save

from dabir.archive.models import ToIndex
from dabir.archive.signals import moved_in
from dabir.newsroom.models import Byline, Section, Story, Topic, Writer

_AT_ONCE = 1_000


def note(codes: Iterable[int]) -> None:
    """Note that these stories changed. Call in the transaction of the change.

    For whoever writes stories past their ``save``: rows that are made in bulk send no signal.
    """
    ToIndex.objects.bulk_create((ToIndex(code=code) for code in codes), batch_size=_AT_ONCE)


def note_story(sender: type[Model], instance: Any, **kwargs: Any) -> None:
    """A story was saved (published, withdrawn, held back …) or deleted."""
    note([instance.pk])


def note_part(sender: type[Model], instance: Any, **kwargs: Any) -> None:
    """A name over a story was saved or deleted."""
    note([instance.story_id])


def note_set(sender: type[Model], instance: Model, action: str, **kwargs: Any) -> None:
    """A story's sections or topics were set."""
    if action.startswith("post_"):
        is_story = isinstance(instance, Story)
        note([instance.pk] if is_story else kwargs["pk_set"] or ())


def note_moved_in(sender: type[Model], codes: list[int], **kwargs: Any) -> None:
    """Stories moved in, written in bulk past their ``save``."""
    note(codes)


def note_name(sender: type[Model], instance: Any, **kwargs: Any) -> None:
    """A topic or a writer was renamed: all stories under the name are looked at."""
    if sender is Topic:
        stories = Story.objects.filter(topics=instance)
    else:
        stories = Story.objects.filter(bylines__writer=instance)
    note(stories.order_by().values_list("pk", flat=True).iterator(_AT_ONCE))


def note_section(sender: type[Model], instance: Section, **kwargs: Any) -> None:
    """A section gets another key; its name is no part of the index."""
    before = Section.objects.filter(pk=instance.pk).values_list("key", flat=True).first()
    if before not in {None, instance.key}:
        there = Q(section=instance) | Q(further_sections=instance)
        codes = Story.objects.filter(there).order_by().values_list("pk", flat=True).distinct()
        note(codes.iterator(_AT_ONCE))


def connect() -> None:
    """Listen. Called once, when the archive is ready."""
    for signal in (post_save, post_delete):
        signal.connect(note_story, sender=Story)
        signal.connect(note_part, sender=Byline)
    for through in (Story.further_sections.through, Story.topics.through):
        m2m_changed.connect(note_set, sender=through)
    moved_in.connect(note_moved_in)
    for named in (Topic, Writer):
        post_save.connect(note_name, sender=named)
        pre_delete.connect(note_name, sender=named)
    pre_save.connect(note_section, sender=Section)
