"""A page in lines, each with its kind, once the neighbours have been heard.

items under a label belong to it             «مطالب مرتبط» and the headlines below
a label is doubted where no list follows     «مهمترین عناوین روزنامه ها» is a headline
a label and its value on two lines are one   «کد خبر:» / «۹۱۲۰۹۰»
a date or a number inside the story is text
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from dabir.archive.importers import codes, counters, lines
from dabir.archive.importers.furniture import behind_label, kind_of
from dabir.archive.importers.kinds import Kind
from dabir.archive.importers.lines import Line
from dabir.archive.importers.stated import PUBLISHED_LABEL, UPDATED_LABEL

_DAY_LABEL: Final = rf"(?:{UPDATED_LABEL}|{PUBLISHED_LABEL}) ?:?"
_BARE_LABEL: Final = re.compile(
    rf"^(?:{codes.LABEL.pattern}|{_DAY_LABEL}|{counters.LABEL.pattern})$", re.IGNORECASE
)
_VALUE: Final = re.compile(r"^[^\W\d_]{0,8}\W*\d[\d\s/:.,\-–]*(?:[^\W\d_]+\W*\d[\d\s/:.,\-–]*)?$")
TAG_LENGTH: Final = 60
LABEL_LENGTH: Final = 40
ITEM_WORDS: Final = 3
TOLD: Final = 2
"""After so many paragraphs a story has begun: what parts it then may be its own."""
AHEAD: Final = 12
_ITEM_OF: Final = {
    Kind.TAGS: Kind.TAG,
    Kind.RELATED: Kind.RELATED_ITEM,
    Kind.LATEST: Kind.LATEST_ITEM,
}
_INSIDE: Final = {
    *(Kind.TEXT, Kind.TOOL, Kind.BYLINE, Kind.RELATED, Kind.RELATED_ITEM),
}
_MAYBE_TEXT: Final = {Kind.META, Kind.DESK_CODE, Kind.ADDRESS, Kind.MENU, Kind.CRUMB, Kind.COUNTER}


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page and the kind of each."""

    raw: str
    lines: list[Line]
    kinds: list[Kind]

    def __len__(self) -> int:
        return len(self.lines)

    def of(self, *kinds: Kind) -> Iterator[int]:
        """Yield the places of the lines of these kinds."""
        return (at for at, kind in enumerate(self.kinds) if kind in kinds)

    def is_text(self, at: int) -> bool:
        return self.kinds[at] is Kind.TEXT

    def is_prose(self, at: int) -> bool:
        """Say whether a line is a paragraph of the story, or of somebody's comment."""
        return self.is_text(at) and self.lines[at].is_prose


def open_page(raw: str) -> Page:
    """Return the page that ``raw`` is."""
    found = join_labels(raw, lines.cut(raw))
    page = Page(raw, found, [kind_of(line) for line in found])
    doubt_labels(page)
    follow_labels(page)
    restore_text(page)
    return page


def join_labels(raw: str, found: list[Line]) -> list[Line]:
    """Return the lines, a bare label and the value on the next line made one."""
    joined: list[Line] = []
    for line in found:
        if joined and _is_labelled_by(joined[-1], line):
            before = joined.pop()
            whole = lines.make_line(raw, before.start, line.end)
            joined.append(replace(whole or line, gap=before.gap))
        else:
            joined.append(line)
    return joined


def _is_labelled_by(label: Line, value: Line) -> bool:
    """Say whether one line is a bare label and the next its value."""
    short = len(label.plain) <= LABEL_LENGTH and len(value.plain) <= LABEL_LENGTH
    return short and bool(_BARE_LABEL.match(label.plain) and _VALUE.match(value.plain))


def doubt_labels(page: Page) -> None:
    """Take words that look like a list's label for what their neighbours make them.

    Inside a menu they are the menu's; right above code, day or lead they are a headline.
    """
    for at in page.of(Kind.LATEST):
        before = page.kinds[at - 1] if at else None
        after = page.kinds[at + 1] if at + 1 < len(page) else None
        if Kind.MENU in {before, after}:
            page.kinds[at] = Kind.MENU
        elif after is Kind.META or page.is_prose(min(at + 1, len(page) - 1)):
            page.kinds[at] = Kind.TEXT


def follow_labels(page: Page) -> None:
    """Give the lines under a label their kind."""
    owner: Kind | None = None
    for at, kind in enumerate(page.kinds):
        if kind in _ITEM_OF:
            owner = None if behind_label(page.lines[at].plain) else kind
        elif owner is not None and _is_item(page, at, owner):
            page.kinds[at] = _ITEM_OF[owner]
        elif kind is not Kind.TOOL:
            owner = None


def _is_item(page: Page, at: int, owner: Kind) -> bool:
    line, kind = page.lines[at], page.kinds[at]
    if owner is Kind.TAGS:
        return kind in {Kind.TEXT, Kind.MENU} and len(line.plain) <= TAG_LENGTH
    if owner is Kind.RELATED:
        return kind is Kind.TEXT and not line.is_prose and len(line.words) >= ITEM_WORDS
    return kind is Kind.TEXT and not line.is_prose


def restore_text(page: Page) -> None:
    """Make dates, numbers and the like text again inside a story that goes on below them."""
    told = 0
    for at, kind in enumerate(page.kinds):
        if (kind is Kind.BYLINE and told >= TOLD) or (
            kind in _MAYBE_TEXT and told >= TOLD and _goes_on(page, at)
        ):
            page.kinds[at] = Kind.TEXT
        elif page.is_prose(at):
            told += 1
        elif kind not in _INSIDE:
            told = 0


def _goes_on(page: Page, at: int) -> bool:
    """Say whether text stands right below a line, and a paragraph soon after."""
    if _is_labelled(page.lines[at].plain) or at + 1 >= len(page) or not page.is_text(at + 1):
        return False
    ahead = range(
        at + 1, at + 2 if page.kinds[at] is Kind.DESK_CODE else min(at + AHEAD, len(page))
    )
    inside = itertools.takewhile(lambda line: page.kinds[line] in {Kind.TEXT, *_MAYBE_TEXT}, ahead)
    return any(page.is_prose(line) for line in inside)


def _is_labelled(plain: str) -> bool:
    """Say whether a line names what it tells, as a paragraph's number does not."""
    return bool(
        codes.LABEL.search(plain) or re.match(rf"(?:{UPDATED_LABEL}|{PUBLISHED_LABEL})", plain)
    )
