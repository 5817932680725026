"""The records of the newsroom."""

from dabir.newsroom.models.breaking import BreakingBar
from dabir.newsroom.models.fronts import FrontVersion
from dabir.newsroom.models.paper import Paper
from dabir.newsroom.models.people import Writer
from dabir.newsroom.models.picture import Picture, PictureRendition
from dabir.newsroom.models.rulebook import HouseStyle, RulebookEntry, Trial, TrialHit
from dabir.newsroom.models.sections import Desk, Section, Topic
from dabir.newsroom.models.story import Byline, Correction, RelatedStory, Source, Story
from dabir.newsroom.models.story_marks import StoryMarks

__all__ = [
    "BreakingBar",
    "Byline",
    "Correction",
    "Desk",
    "FrontVersion",
    "HouseStyle",
    "Paper",
    "Picture",
    "PictureRendition",
    "RelatedStory",
    "RulebookEntry",
    "Section",
    "Source",
    "Story",
    "StoryMarks",
    "Topic",
    "Trial",
    "TrialHit",
    "Writer",
]
