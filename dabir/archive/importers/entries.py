"""Stories that come in parts already: posts of a WordPress export, entries of a feed.

Headline, day and section are told apart there; the body is markup of its own, without a page
around it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Final

from dabir.archive.importers import codes
from dabir.archive.importers.attribution import Evidence, read_attribution
from dabir.archive.importers.datelines import read_dateline
from dabir.archive.importers.facts import CODE_FROM_ADDRESS, NO_CODE, NO_DAY
from dabir.archive.importers.lines import key
from dabir.archive.importers.markup.blocks import Walk
from dabir.archive.importers.markup.cleaning import Clean, clean
from dabir.archive.importers.markup.dom import parse
from dabir.archive.importers.markup.hints import read_moment
from dabir.archive.importers.markup.texts import line_of, tidy
from dabir.archive.importers.record import (
    HEADLINE_LENGTH,
    KICKER_LENGTH,
    LEAD_LENGTH,
    NAME_LENGTH,
    TOPIC_LENGTH,
    BlockKind,
    Comments,
    Headlines,
    NoStory,
    PageRecord,
    PictureTold,
    Reader,
)

NO_HEADLINE: Final = "It has no headline."
NO_BODY: Final = "It has a headline, but no text."
SUMMARY_ALONE: Final = "The feed carries a summary of it alone, not the story."
SUMMARY: Final = 200
"""A feed's text shorter than this, with no paragraph in it, is a summary."""
_KICKERS: Final = re.compile(
    r"r(?:u|o|oo)[_-]?titr|kicker|up[_-]?title|pre[_-]?title", re.IGNORECASE
)
_LEADS: Final = re.compile(r"(?:^|[_-])(?:lead|lid|khabar_lead|standfirst)$", re.I)
_CAPTION: Final = re.compile(
    r"\[caption[^\]]*\](?P<image>.*?<img[^>]*>(?:\s*</a>)?)(?P<words>.*?)\[/caption\]", re.S
)
_SHORTCODE: Final = re.compile(r"\[/?[a-zA-Z][\w-]*(?:\s[^\[\]]*)?/?\]")
_BLOCK: Final = re.compile(r"<(?:p|div|h[1-6]|ul|ol|table|blockquote|figure)\b", re.I)


def read_post(post: dict[str, Any]) -> PageRecord:
    """Return the story of a WordPress post, its parts by the names of the export."""
    metas = post.get("meta") or {}
    addresses = _distinct((post.get("link"), post.get("guid")))
    told = _Told(
        headline=post.get("title"),
        markup=_paragraphs(post.get("content") or ""),
        kicker=_meta(metas, _KICKERS),
        lead=post.get("excerpt") or _meta(metas, _LEADS),
        addresses=addresses,
    )
    readers = tuple(_threads(post.get("comments") or []))
    return replace(
        told.record(),
        code=_number(post.get("id")),
        published=_moment(post.get("date_gmt"), post.get("date")),
        updated=_moment(post.get("modified_gmt"), ""),
        section_path=_distinct(post.get("categories") or ()),
        section=next(iter(_distinct(post.get("categories") or ())), ""),
        topics=_distinct(post.get("tags") or (), TOPIC_LENGTH),
        byline=_name(post.get("author")),
        picture=PictureTold(post["picture"]) if post.get("picture") else None,
        readers=readers,
        comments=_counts(readers),
        family="wordpress",
        unsure=(),
    )


def read_entry(entry: dict[str, Any]) -> PageRecord:
    """Return the story of a feed's entry. Raises NoStory where the feed tells a summary alone."""
    content, summary = entry.get("content") or "", entry.get("summary") or ""
    markup = content or summary
    if (
        not content
        and len(tidy(re.sub(r"<[^>]*>", " ", markup))) < SUMMARY
        and not _BLOCK.search(markup)
    ):
        raise NoStory(SUMMARY_ALONE)
    addresses = _distinct((entry.get("link"), entry.get("id")))
    lead = summary if content and not _says_same(summary, content) else ""
    told = _Told(entry.get("title"), _paragraphs(markup), "", lead, addresses).record()
    tags = _distinct(entry.get("tags") or (), TOPIC_LENGTH)
    found = next((each for link in addresses if (each := codes.read_code_in_address(link))), None)
    published = read_moment(entry.get("published") or "") or read_moment(
        entry.get("published_told") or ""
    )
    pictures = _distinct(entry.get("pictures") or ())
    return replace(
        told,
        code=found,
        published=published,
        updated=read_moment(entry.get("updated") or ""),
        section=tags[0] if tags else "",
        section_path=tags[:1],
        topics=tags[1:],
        byline=_name(entry.get("author")),
        picture=told.picture or (PictureTold(pictures[0]) if pictures else None),
        unsure=(
            CODE_FROM_ADDRESS.format(found) if found else NO_CODE,
            *([] if published else [NO_DAY]),
        ),
        family="feed",
    )


# The body ----------------------------------------------------------------------------------
class _Told:
    """The texts of an entry on their way into a record."""

    def __init__(
        self, headline: object, markup: str, kicker: str, lead: str, addresses: tuple[str, ...]
    ) -> None:
        self.headline = _plain(headline)[:HEADLINE_LENGTH]
        self.markup, self.addresses = markup, addresses
        self.kicker = _plain(kicker)[:KICKER_LENGTH]
        lead = _plain(lead)
        self.lead = lead if len(lead) <= LEAD_LENGTH else ""

    def record(self) -> PageRecord:
        if not self.headline:
            raise NoStory(NO_HEADLINE)
        found = self._clean()
        blocks = found.blocks
        if not blocks and not self.lead:
            raise NoStory(NO_BODY)
        hosts = frozenset(codes.host_of(each) for each in self.addresses)
        source = read_attribution(found.body, self.lead, Evidence(hosts, bool(found.end_marks)))
        opens = blocks[0].picture if blocks and blocks[0].kind == BlockKind.PICTURE else None
        return PageRecord(
            headline=self.headline,
            kicker=self.kicker,
            lead=self.lead,
            body=found.body,
            blocks=blocks[1:] if opens else blocks,
            picture=opens,
            attribution=source.attribution if source else None,
            end_marks=tuple(found.end_marks),
            related=tuple(Headlines("", words) for words in found.related),
            dateline=next(
                (read_dateline(text)[0] for text in (self.lead, *found.body[:1]) if text), ""
            ),
            address=self.addresses[0] if self.addresses else "",
            addresses=self.addresses,
        )

    def _clean(self) -> Clean:
        dom = parse(f"<html><body><div>{self.markup}</div></body></html>")
        body = dom.first("body") if dom else None
        if body is None:
            return Clean()
        walk = Walk(body, set())
        return clean(walk.told, walk.related, {key(self.headline)})


def _plain(said: object) -> str:
    """Return the words of a text that may hold markup or entities."""
    if not isinstance(said, str) or not said.strip():
        return ""
    if "<" not in said and "&" not in said:
        return tidy(said)
    dom = parse(f"<html><body><div>{said}</div></body></html>")
    return line_of(dom.first("body")) if dom else ""


def _paragraphs(content: str) -> str:
    """Return a post's content as a browser gets it: captions, and paragraphs of empty lines."""
    content = _CAPTION.sub(r"<figure>\g<image><figcaption>\g<words></figcaption></figure>", content)
    content = _SHORTCODE.sub(" ", content)
    parts = re.split(r"\n\s*\n", content)
    if _BLOCK.search(content) and "<p" in content.lower():
        return content
    return "\n".join(part if _BLOCK.match(part.strip()) else _lines(part) for part in parts)


def _lines(part: str) -> str:
    return "<p>{}</p>".format(part.strip().replace("\n", "<br>"))


def _says_same(summary: str, content: str) -> bool:
    said = key(_plain(summary))
    return not said or said[:200] in key(_plain(content))


# Facts ---------------------------------------------------------------------------------------
def _number(said: object) -> int | None:
    text = str(said or "")
    return int(text) if text.isdecimal() and 0 < len(text) <= codes.DIGITS and int(text) else None


def _moment(utc: object, local: object) -> datetime | None:
    """Return WordPress's moment: its UTC column, or the one in the site's own time."""
    if isinstance(utc, str) and utc[:4] not in {"", "0000"}:
        moment = read_moment(utc)
        return moment.replace(tzinfo=UTC) if moment else None
    return read_moment(local) if isinstance(local, str) else None


def _meta(metas: dict[str, Any], names: re.Pattern[str]) -> str:
    return next((str(said) for name, said in metas.items() if names.search(name) and said), "")


def _name(said: object) -> str:
    name = _plain(said)
    return name if len(name) <= NAME_LENGTH and not name.isascii() else ""


def _distinct(said: Iterable[object], most: int = 400) -> tuple[str, ...]:
    texts = (tidy(each) for each in said if isinstance(each, str))
    return tuple(dict.fromkeys(text for text in texts if 0 < len(text) <= most))


# Comments --------------------------------------------------------------------------------------
def _threads(comments: list[dict[str, str]]) -> Iterator[Reader]:
    """Yield readers' comments with all answers below them, however deep, in one row."""
    kept = [each for each in comments if _is_readers(each)]
    known = {each.get("id", ""): each for each in kept}
    answers: dict[str, list[Reader]] = {}
    for each in kept:
        top = _top(each, known)
        if top != each.get("id"):
            answers.setdefault(top, []).append(_reader(each, ()))
    for each in kept:
        if _top(each, known) == each.get("id"):
            yield _reader(each, tuple(answers.get(each.get("id", ""), ())))


def _is_readers(each: dict[str, str]) -> bool:
    return each.get("approved") in {"1", "0", "approved", "hold"} and each.get("type") in {
        *("", "comment", None),
    }


def _top(each: dict[str, str], known: dict[str, dict[str, str]]) -> str:
    """Return the comment at the top of an answer's thread; a thread in a ring has none."""
    seen: set[str] = set()
    while (parent := each.get("parent", "0")) in known and parent not in seen:
        seen.add(parent)
        each = known[parent]
    return each.get("id", "")


def _reader(each: dict[str, str], answers: tuple[Reader, ...]) -> Reader:
    return Reader(
        name=_plain(each.get("author"))[:80] or "ناشناس",
        text=_plain(each.get("content"))[:3000],
        sent=_moment(each.get("date_gmt"), each.get("date")),
        answers=answers,
        pending=each.get("approved") in {"0", "hold"},
    )


def _counts(readers: tuple[Reader, ...]) -> Comments | None:
    every = [*readers, *(answer for reader in readers for answer in reader.answers)]
    pending = sum(reader.pending for reader in every)
    return Comments(pending, len(every) - pending) if every else None
