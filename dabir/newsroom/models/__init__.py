"""The records of the newsroom."""

from dabir.newsroom.models.paper import Paper
from dabir.newsroom.models.people import Writer
from dabir.newsroom.models.picture import Picture, PictureRendition
from dabir.newsroom.models.sections import Desk, Section, Topic
from dabir.newsroom.models.story import Byline, Correction, RelatedStory, Source, Story

__all__ = [
    "Byline",
    "Correction",
    "Desk",
    "Paper",
    "Picture",
    "PictureRendition",
    "RelatedStory",
    "Section",
    "Source",
    "Story",
    "Topic",
    "Writer",
]
