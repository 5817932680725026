"""What is no part of the story is taken out of its blocks: labels, links to read on, end marks.

above the first paragraph   the headline again, code, day, tools, who wrote it
anywhere                    «بیشتر بخوانید» with its links, «انتهای پیام»
below the last paragraph    code, tags, short address, counters, desk codes
"""

from dataclasses import dataclass, field, replace
from typing import Final

from dabir.archive.importers import end_marks, words
from dabir.archive.importers.furniture import behind_label, has_label, kind_of
from dabir.archive.importers.kinds import Kind
from dabir.archive.importers.lines import Line, key, make_line, plain
from dabir.archive.importers.markup.blocks import Told
from dabir.archive.importers.record import HEADLINE_LENGTH, NAME_LENGTH, Block, BlockKind
from dabir.archive.importers.stated import FACTS_LENGTH, WRITTEN_BY

_ABOVE: Final = {
    *(Kind.META, Kind.TOOL, Kind.CRUMB, Kind.MENU, Kind.ADDRESS, Kind.COUNTER, Kind.BYLINE),
    *(Kind.DESK_CODE, Kind.TAGS, Kind.TAG, Kind.LATEST),
}
_BELOW: Final = {
    *(Kind.META, Kind.TOOL, Kind.ADDRESS, Kind.COUNTER, Kind.READERS, Kind.RIGHTS, Kind.CRUMB),
    *(Kind.TAGS, Kind.TAG, Kind.LATEST),
}
_MARKS: Final = {Kind.END_MARK, Kind.DESK_CODE}
MARK_WITHIN: Final = 4
"""So many blocks from the body's end, at most, a desk code stands."""


@dataclass(slots=True)
class Clean:
    """The blocks of the story, and what was taken out of them."""

    told: list[Told] = field(default_factory=list)
    related: list[str] = field(default_factory=list)
    end_marks: list[str] = field(default_factory=list)
    facts: list[str] = field(default_factory=list)
    """Lines that state facts: code, day, tags."""
    byline: str = ""

    @property
    def blocks(self) -> tuple[Block, ...]:
        return tuple(told.block for told in self.told)

    @property
    def body(self) -> tuple[str, ...]:
        """Return what the body says, a line for each paragraph, cross head, item and row."""
        return tuple(line for told in self.told for line in told.block.lines if _is_said(told))


def _is_said(told: Told) -> bool:
    return told.block.kind not in {BlockKind.PICTURE, BlockKind.VIDEO}


def clean(told: list[Told], related: list[str], said_above: set[str]) -> Clean:
    """Return the story's blocks; ``said_above`` are the keys of headline and kicker."""
    found = Clean(list(told), list(related))
    _take_related(found)
    _take_above(found, said_above)
    _take_end_phrases(found)
    _take_below(found)
    _part_last(found)
    return found


def _line(told: Told) -> Line | None:
    """Return a short block's only line; of longer ones nothing has to be known."""
    if len(told.block.lines) != 1 or not _is_said(told) or len(told.text) > FACTS_LENGTH:
        return None
    return make_line(told.text, 0, len(told.text))


def _kind(told: Told) -> Kind:
    line = _line(told)
    return Kind.TEXT if line is None else kind_of(line)


# «بیشتر بخوانید» -------------------------------------------------------------------------
def _take_related(found: Clean) -> None:
    """Take the labels of related stories out, and the links below or behind them."""
    kept: list[Told] = []
    listed = False
    for told in found.told:
        text = plain(told.text) if len(told.text) <= HEADLINE_LENGTH + 40 else ""
        if text and has_label(text, words.RELATED):
            found.related += _behind(told, text)
            listed = not behind_label(text)
        elif listed and told.is_link and _is_said(told):
            found.related += told.links
        else:
            listed = listed and not _is_said(told)
            kept.append(told)
    found.told = kept
    found.related = list(dict.fromkeys(words for words in found.related if _fits(words)))


def _behind(told: Told, text: str) -> list[str]:
    """Return the headlines in the label's own paragraph: its links, or what its colon leads to."""
    links = [words_ for words_ in told.links if not has_label(plain(words_), words.RELATED)]
    if links:
        return links
    if not behind_label(text):
        return []
    return [told.text.partition(":")[2].strip()]


def _fits(headline: str) -> bool:
    return 0 < len(headline) <= HEADLINE_LENGTH and len(headline.split()) > 1


# Above and below ---------------------------------------------------------------------------
def _take_above(found: Clean, said_above: set[str]) -> None:
    """Take what stands over the first paragraph and is none."""
    kept: list[Told] = []
    for number, told in enumerate(found.told):
        if not _is_said(told):
            kept.append(told)
        elif key(told.text) in said_above:
            continue
        elif (kind := _kind(told)) in _ABOVE:
            _note(found, told, kind)
        else:
            kept += found.told[number:]
            break
    found.told = kept


def _note(found: Clean, told: Told, kind: Kind) -> None:
    found.facts.append(told.text)
    if kind is Kind.BYLINE and WRITTEN_BY.match(plain(told.text)) and not found.byline:
        found.byline = told.text.partition(":")[2].strip()[:NAME_LENGTH]


def _take_end_phrases(found: Clean) -> None:
    """Take «انتهای پیام» out wherever it stands alone: nothing else is written so."""
    kept: list[Told] = []
    for told in found.told:
        if len(told.text) <= end_marks.LONGEST and end_marks.is_end_phrase(plain(told.text)):
            found.end_marks.append(told.text)
        else:
            kept.append(told)
    found.told = kept


def _take_below(found: Clean) -> None:
    """Take what stands under the last paragraph and is none; pictures among it stay."""
    places = [at for at, told in enumerate(found.told) if _is_said(told)]
    marks: list[str] = []
    while len(places) > 1:
        at = places[-1]
        kind = _kind(found.told[at])
        if kind in _MARKS and len(marks) < MARK_WITHIN:
            marks.insert(0, found.told[at].text)
        elif kind in _BELOW:
            found.facts.append(found.told[at].text)
        else:
            break
        del found.told[places.pop()]
    found.end_marks += marks


def _part_last(found: Clean) -> None:
    """Cut the mark off that stands behind the last sentence."""
    at = max((at for at, told in enumerate(found.told) if _is_said(told)), default=None)
    if at is None:
        return
    last = found.told[at]
    if last.block.kind == BlockKind.TABLE or len(last.block.lines) != 1:
        return
    parted = end_marks.part(last.text)
    if parted.mark:
        found.end_marks.insert(0, parted.mark)
        found.told[at] = replace_text(last, parted.text)


def replace_text(told: Told, text: str) -> Told:
    """Return a block that says the beginning of what ``told`` says: ``text``."""
    markup = told.block.markup
    if markup:
        markup = _cut_markup(markup, len(text))
    return replace(told, block=replace(told.block, lines=(text,), markup=markup))


def _cut_markup(markup: str, length: int) -> str:
    """Return rich text up to so many visible signs, its open tags closed."""
    out: list[str] = []
    tags: list[str] = []
    at = seen = 0
    while at < len(markup) and seen < length:
        end = at + 1
        if markup[at] == "<":
            end = markup.index(">", at) + 1
            tag = markup[at + 1 : end - 1].split()[0]
            tags = tags[:-1] if tag.startswith("/") else [*tags, tag]
        else:
            seen += 1
            if markup[at] == "&":
                end = markup.index(";", at) + 1
        out.append(markup[at:end])
        at = end
    return "".join(out) + "".join(f"</{tag}>" for tag in reversed(tags))
