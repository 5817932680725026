"""A story's parts as plain text, in the order in which they are read.

What the desk reads of a saved story, learns from a published one, and marks in its form is
this and nothing else; ``static/newsroom/copydesk/surfaces.js`` names the same fields.
"""

from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from typing import Any, Final, NamedTuple

from dabir.newsroom.models import Story

_BLOCK_TAGS: Final = frozenset("p li h2 h3 h4 h5 h6 blockquote hr".split())


class Part(NamedTuple):
    """A paragraph, and where in the story it stands."""

    name: str
    text: str


def parts(story: Story) -> Iterator[Part]:
    """Yield every paragraph of ``story`` that holds words."""
    for part in _all_parts(story):
        for line in part.text.split("\n"):
            if line.strip():
                yield Part(part.name, line)


def paragraphs(story: Story) -> list[str]:
    """Return the paragraphs of ``story``, kicker and headline first."""
    return [part.text for part in parts(story)]


def names(story: Story) -> frozenset[str]:
    """Return the names that ``story`` carries as its desk filed them: who wrote it, its topics."""
    bylines = (byline.name for byline in story.bylines.all())
    topics = (topic.name for topic in story.topics.all())
    return frozenset(name for name in (*bylines, *topics) if name)


def _all_parts(story: Story) -> Iterator[Part]:
    for name in ("kicker", "headline", "short_headline", "lead"):
        yield Part(name, getattr(story, name) or "")
    yield from (Part("bullet", str(bullet)) for bullet in story.bullets or [])
    yield Part("caption", story.picture_caption or "")
    for block in story.body:
        read = _BLOCKS.get(block.block_type)
        if read is not None:
            yield from read(block.value)


def _rich_text(value: Any) -> Iterator[Part]:
    for text in plain_paragraphs(getattr(value, "source", "") or ""):
        yield Part("body", text)


def _captioned(value: Any) -> Iterator[Part]:
    yield Part("caption", value.get("caption") or "")


def _gallery(value: Any) -> Iterator[Part]:
    for picture in value:
        yield from _captioned(picture)


_BLOCKS: Final[dict[str, Callable[[Any], Iterator[Part]]]] = {
    "paragraph": _rich_text,
    "cross_head": lambda value: iter([Part("cross_head", value or "")]),
    "quote": lambda value: iter([Part("quote", value.get("text") or "")]),
    "picture": _captioned,
    "gallery": _gallery,
    "video": _captioned,
    "table": _captioned,
}


class _Plain(HTMLParser):
    """Collects the text of each block of rich text; a line break is a newline."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = [""]

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        if tag in _BLOCK_TAGS:
            self.found.append("")
        elif tag == "br":
            self.found[-1] += "\n"

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCK_TAGS:
            self.found.append("")

    def handle_data(self, data: str) -> None:
        self.found[-1] += data


def plain_paragraphs(html: str) -> list[str]:
    """Return the paragraphs of rich text as plain text, as its editor shows them."""
    parser = _Plain()
    parser.feed(html)
    parser.close()
    return [text for text in parser.found if text.strip()]
