"""A story as the index takes it: plain facts, whoever keeps the stories."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Entry:
    """What of a story is found, and what it is filtered, sorted and counted by.

    code       the story's code
    published  when readers first saw it, with its time zone
    headline, kicker, lead, body  as they were typed; the body in plain text
    sections   keys of the sections, the story's own first
    people     names over the story
    topics     names of its topics
    """

    code: int
    published: datetime
    headline: str
    kicker: str = ""
    lead: str = ""
    body: str = ""
    sections: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
