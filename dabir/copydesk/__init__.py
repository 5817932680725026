"""The copy desk reads Persian copy and marks its slips.

Pure Python, no Django. It says what it would change and why; it never changes anything.

    text -> Paragraph -> rules/ -> marks -> whoever shows them
                 |
              lexicon: words, pairs and compounds, of the language and of the paper's archive
"""

from dabir.copydesk.desk import Desk
from dabir.copydesk.house import House, Term
from dabir.copydesk.marks import Mark, Severity, mend

__all__ = ["Desk", "House", "Mark", "Severity", "Term", "mend", "read"]

_desk = Desk()


def read(text: str) -> list[Mark]:
    """Return the marks over ``text``: what is amiss, why, and what would be right.

    Offsets count characters of ``text``; marks come in order and never overlap.
    """
    return _desk.read(text)
