"""What the paper shows of its records: frozen values, and nothing that is not in them.

A template gets these values and no record, so that it cannot show what the ledger was
not told of. Each function takes the ``Reading`` of the page in print, and tells it.
A preview passes a reading that nobody keeps.

    records.py   the paper, sections, topics, and stories as other pages show them
    case.py      what the pages of a batch show in common
    pictures.py  pictures with their renditions
    bodies.py    a story's body, block by block
    parts.py     what belongs to a story beside its row, read for many at once
    whole.py     a story as its own page shows it
    qr.py        its address as a QR code
"""

from dabir.press.pages.shown.bodies import Block, blocks, safe_html
from dabir.press.pages.shown.case import Around, Case, card, case, opened, paper
from dabir.press.pages.shown.parts import (
    BylineRead,
    CorrectionShown,
    LinkRead,
    Parts,
    SourceShown,
    parts_of_draft,
    places,
    read_parts,
)
from dabir.press.pages.shown.pictures import (
    WIDTHS,
    Album,
    PictureShown,
    picture_facts,
    renditions_asked_for,
)
from dabir.press.pages.shown.qr import qr_code
from dabir.press.pages.shown.records import (
    CARD,
    TOPIC_KINDS,
    UPDATED_AFTER,
    Card,
    Name,
    PaperShown,
    Related,
    SectionShown,
    TopicShown,
    all_sections,
    card_facts,
    card_records,
    last_change,
    paper_facts,
    published_at,
    related,
    section,
    show_topic,
    topic,
    updated_at,
)
from dabir.press.pages.shown.whole import (
    StoryShown,
    around,
    name,
    names,
    names_facts,
    place_facts,
    story,
    whole_facts,
    writer_facts,
)

__all__ = [
    "CARD",
    "TOPIC_KINDS",
    "UPDATED_AFTER",
    "WIDTHS",
    "Album",
    "Around",
    "Block",
    "BylineRead",
    "Card",
    "Case",
    "CorrectionShown",
    "LinkRead",
    "Name",
    "PaperShown",
    "Parts",
    "PictureShown",
    "Related",
    "SectionShown",
    "SourceShown",
    "StoryShown",
    "TopicShown",
    "all_sections",
    "around",
    "blocks",
    "card",
    "card_facts",
    "card_records",
    "case",
    "last_change",
    "name",
    "names",
    "names_facts",
    "opened",
    "paper",
    "paper_facts",
    "parts_of_draft",
    "picture_facts",
    "place_facts",
    "places",
    "published_at",
    "qr_code",
    "read_parts",
    "related",
    "renditions_asked_for",
    "safe_html",
    "section",
    "show_topic",
    "story",
    "topic",
    "updated_at",
    "whole_facts",
    "writer_facts",
]
