"""Each form of a piece has its reader."""

import json
from typing import Any, Final

from dabir.archive.importers import PageRecord, read_page
from dabir.archive.importers.entries import read_entry, read_post
from dabir.archive.importers.markup import read_html
from dabir.archive.importers.told import read_record
from dabir.archive.sources.piece import Form, UnreadableError

NO_JSON: Final = "The line is no JSON object: {}"


def read_form(form: Form, text: str, address: str = "") -> PageRecord:
    """Return the story that a text in this form tells. Raises NoStory or UnreadableError."""
    if form is Form.TEXT:
        return read_page(text)
    if form is Form.HTML:
        return read_html(text, address)
    told = _object(text)
    if form is Form.WORDPRESS:
        return read_post(told)
    return read_entry(told) if form is Form.FEED else read_record(told)


def _object(text: str) -> dict[str, Any]:
    try:
        told = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(NO_JSON.format(error)) from error
    if not isinstance(told, dict):
        raise UnreadableError(NO_JSON.format("it is something else."))
    return told
