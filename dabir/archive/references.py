"""Wagtail's index of what refers to what, for stories that were written in bulk.

A story refers to its section, desk and picture, to the stories and writers beside it, and to
the pictures in its body. Asking Wagtail for each story took more than writing it.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from wagtail.models import ReferenceIndex

from dabir.archive.making import Made
from dabir.newsroom.models import Desk, Picture, Section, Story, Writer

Reference = tuple[type[Any], int, str, str]
"""Model and number of what is referred to; the path by fields, and that by rows."""


def write_references(made: Sequence[Made]) -> None:
    """Write the index of stories that are new."""
    kind = ContentType.objects.get_for_model(Story)
    rows = (
        ReferenceIndex(
            content_type=kind,
            base_content_type=kind,
            object_id=str(each.story.pk),
            to_content_type=ContentType.objects.get_for_model(model),
            to_object_id=str(number),
            model_path=by_fields,
            content_path=by_rows,
            content_path_hash=ReferenceIndex._get_content_path_hash(by_rows),
        )
        for each in made
        for model, number, by_fields, by_rows in _references(each)
    )
    ReferenceIndex.objects.bulk_create(rows, ignore_conflicts=True)


def _references(made: Made) -> Iterator[Reference]:
    story = made.story
    yield Section, story.section_id, "section", "section"
    if story.desk_id:
        yield Desk, story.desk_id, "desk", "desk"
    if story.picture_id:
        yield Picture, story.picture_id, "picture", "picture"
    for row in made.children["related"]:
        if row.related_id:
            yield _of_row(Story, row.related_id, "related_stories", row, "related")
    for row in made.children["bylines"]:
        if row.writer_id:
            yield _of_row(Writer, row.writer_id, "bylines", row, "writer")
    for block in made.body:
        if block["type"] == "picture":
            path = f"body.{block['id']}.picture"
            yield Picture, block["value"]["picture"], "body.picture.picture", path


def _of_row(model: type[Any], number: int, name: str, row: Any, field: str) -> Reference:
    return model, number, f"{name}.item.{field}", f"{name}.{row.pk}.{field}"
