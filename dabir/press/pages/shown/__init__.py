"""What the paper shows of its records: frozen values, and nothing that is not in them.

A template gets these values and no record, so that it cannot show what the ledger was
not told of. Each function takes the ``Reading`` of the page in print, and tells it.
A preview passes a reading that nobody keeps.

    records.py   the paper, sections, topics, pictures, and stories as other pages show them
    bodies.py    a story's body, block by block
    whole.py     a story as its own page shows it
"""

from dabir.press.pages.shown.bodies import (
    Block,
    blocks,
    safe_html,
)
from dabir.press.pages.shown.records import (
    UPDATED_AFTER,
    WIDTHS,
    Card,
    PaperShown,
    PictureShown,
    Related,
    SectionShown,
    TopicShown,
    card,
    card_facts,
    paper,
    paper_facts,
    picture,
    picture_facts,
    published_at,
    related,
    section,
    share_picture,
    topic,
    updated_at,
)
from dabir.press.pages.shown.whole import (
    CorrectionShown,
    Name,
    SourceShown,
    StoryShown,
    name,
    qr_code,
    related_link,
    source,
    story,
    vars_of,
    whole_facts,
    writer,
)

__all__ = [
    "UPDATED_AFTER",
    "WIDTHS",
    "Block",
    "Card",
    "CorrectionShown",
    "Name",
    "PaperShown",
    "PictureShown",
    "Related",
    "SectionShown",
    "SourceShown",
    "StoryShown",
    "TopicShown",
    "blocks",
    "card",
    "card_facts",
    "name",
    "paper",
    "paper_facts",
    "picture",
    "picture_facts",
    "published_at",
    "qr_code",
    "related",
    "related_link",
    "safe_html",
    "section",
    "share_picture",
    "source",
    "story",
    "topic",
    "updated_at",
    "vars_of",
    "whole_facts",
    "writer",
]
