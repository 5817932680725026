"""What a page says, taken apart: the record that every importer returns."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, NamedTuple

HEADLINE_LENGTH: Final = 250
KICKER_LENGTH: Final = 200
LEAD_LENGTH: Final = 1200
OWN_OUTLET_LENGTH: Final = 120
OUTLET_LENGTH: Final = 160
CITY_LENGTH: Final = 60
TOPIC_LENGTH: Final = 80
NAME_LENGTH: Final = 100
"""The room that a story has for each; what is longer is not read as such a thing."""


class NoStory(Exception):  # noqa: N818  it is what the page says, no fault of the program
    """The text holds no story. The message says why, for the paper's engineer."""


class Span(NamedTuple):
    """Where something stands in the raw text, as Python slices count."""

    start: int
    end: int


class Headlines(NamedTuple):
    """A related story as the page names it; the kicker is empty where there is none."""

    kicker: str
    headline: str


class Comments(NamedTuple):
    """The three counters under a story; ``rejected`` is None where the page tells two."""

    pending: int
    published: int
    rejected: int | None = None


class Kind:
    """Kinds of attribution, as ``newsroom.Source`` keeps them."""

    REPORT: Final = "report"
    AGENCY: Final = "agency"
    INTERVIEW: Final = "interview"


@dataclass(frozen=True, slots=True)
class Attribution:
    """The source line: «به گزارش own_outlet به نقل از outlet».

    ``phrase`` is the line as written. ``via`` is who stood between, where three are named.
    """

    phrase: str
    own_outlet: str = ""
    outlet: str = ""
    via: str = ""
    city: str = ""
    kind: str = Kind.REPORT


class BlockKind:
    """Kinds of blocks of a body, as ``newsroom.BodyBlock`` names them; a list is a paragraph."""

    PARAGRAPH: Final = "paragraph"
    CROSS_HEAD: Final = "cross_head"
    QUOTE: Final = "quote"
    PICTURE: Final = "picture"
    VIDEO: Final = "video"
    TABLE: Final = "table"


@dataclass(frozen=True, slots=True)
class PictureTold:
    """A picture as the page names it. ``address`` is as written, ``file`` what lies beside it."""

    address: str
    caption: str = ""
    alt: str = ""
    credit: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a body.

    ``lines`` are its words as a reader sees them; ``markup`` the same as rich text, for
    paragraphs and lists; ``rows`` a table's cells.
    """

    kind: str
    lines: tuple[str, ...] = ()
    markup: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    picture: PictureTold | None = None
    address: str = ""


@dataclass(frozen=True, slots=True)
class Reader:
    """What one reader wrote under a story, with the answers to it."""

    name: str
    text: str
    sent: datetime | None = None
    answers: tuple["Reader", ...] = ()
    by_newsroom: bool = False
    pending: bool = False


@dataclass(frozen=True, slots=True)
class PageRecord:
    """One story as its page tells it; every text as written, without blanks at its ends.

    ``body`` holds what stands between head and foot of the page, also a first paragraph
    that says the lead again (see ``told_once``). ``spans`` tells for each thing where the
    raw text has it: ``headline``, ``lead``, ``body.1``, ``body.2`` …
    """

    headline: str
    kicker: str = ""
    lead: str = ""
    code: int | None = None
    published: datetime | None = None
    updated: datetime | None = None
    body: tuple[str, ...] = ()
    attribution: Attribution | None = None
    end_marks: tuple[str, ...] = ()
    related: tuple[Headlines, ...] = ()
    comments: Comments | None = None
    byline: str = ""
    section: str = ""
    topics: tuple[str, ...] = ()
    address: str = ""
    unsure: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    bullets: tuple[str, ...] = ()
    section_path: tuple[str, ...] = ()
    dateline: str = ""
    desk: str = ""
    picture: PictureTold | None = None
    readers: tuple[Reader, ...] = ()
    addresses: tuple[str, ...] = ()
    family: str = ""
    spans: Mapping[str, Span] = field(default_factory=dict)

    @property
    def told_once(self) -> tuple[str, ...]:
        """The body without a first paragraph that repeats the lead."""
        repeated = self.lead and self.body and self.body[0] == self.lead
        return self.body[1:] if repeated else self.body
