"""What comes along with stories from elsewhere and belongs to a room above: readers' comments.

The archive tells it, the comments room takes it; neither knows the other.
"""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class ToldComment:
    """One comment as another system told it; ``sent`` is None where it told no moment."""

    name: str
    text: str
    sent: datetime | None = None
    answers: tuple["ToldComment", ...] = ()
    by_newsroom: bool = False
    pending: bool = False


@dataclass(frozen=True, slots=True)
class ToldComments:
    """What readers wrote under one story, and how many comments its page counted.

    ``counted`` is pending, published and rejected; None where the page counted nothing.
    """

    code: int
    comments: tuple[ToldComment, ...] = ()
    counted: tuple[int, int, int] | None = None
