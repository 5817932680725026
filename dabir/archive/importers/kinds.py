"""What a line of a page can be."""

from enum import Enum, auto


class Kind(Enum):
    """What a line is."""

    TEXT = auto()
    """Words of the story, or a headline of some story."""
    META = auto()
    """Code, day, section, reporter's number, views: facts about the story."""
    BYLINE = auto()
    """Who wrote it, took the picture, translated: «نویسنده: …», above the body."""
    COUNTER = auto()
    """How many comments there are."""
    CRUMB = auto()
    """Where the page stands: «صفحه نخست » سیاسی»."""
    MENU = auto()
    """A word of the site's menu."""
    TOOL = auto()
    """Print, share, larger letters, the QR code's name."""
    ADDRESS = auto()
    """An address alone."""
    END_MARK = auto()
    """«انتهای پیام» in one of its forms."""
    DESK_CODE = auto()
    """Numbers or initials alone."""
    TAGS = auto()
    """The label of the tags, alone or with the tags behind it."""
    TAG = auto()
    """One tag under the label."""
    RELATED = auto()
    """The label of related stories, alone or with one behind it."""
    RELATED_ITEM = auto()
    """One headline under the label."""
    LATEST = auto()
    """The label of a list that has nothing to do with the story."""
    LATEST_ITEM = auto()
    """One headline under the label."""
    READERS = auto()
    """The comment form, its rules, the label over readers' comments."""
    RIGHTS = auto()
    """Whose site this is."""
