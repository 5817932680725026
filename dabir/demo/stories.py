"""Reads the demo's story files; ``stories/README.md`` says how they are written."""

import html
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

STORIES: Final = Path(__file__).parent / "stories"
_STRONG: Final = re.compile(r"\*\*(.+?)\*\*")
_EMPHASIS: Final = re.compile(r"\*(.+?)\*")
_LINK: Final = re.compile(r"\[(.+?)\]\((/[^)\s]*)\)")
_PICTURE: Final = re.compile(r"!\[([a-z-]+/\d+)\]\s*(.*)")


@dataclass(frozen=True)
class DemoPicture:
    name: str
    caption: str
    alt: str


@dataclass(frozen=True)
class DemoBlock:
    """One block of a story file: its kind, and what the kind holds."""

    kind: str
    html: str = ""
    text: str = ""
    speaker: str = ""
    pictures: tuple[DemoPicture, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    slug: str = ""


@dataclass(frozen=True)
class DemoStory:
    slug: str
    section: str
    head: dict[str, Any]
    body: tuple[DemoBlock, ...]


def read_all() -> list[DemoStory]:
    """Return the demo's stories, by section and slug."""
    return [read(place) for place in sorted(STORIES.glob("*/*.md"))]


def read(place: Path) -> DemoStory:
    """Return the story of one file. ValueError where it is not written as it should be."""
    parts = place.read_text(encoding="utf-8").split("+++\n", 2)
    if len(parts) != 3:
        raise ValueError(f"{place}: the head does not stand between two lines of +++.")
    blocks = re.split(r"\n\s*\n", parts[2].strip())
    body = tuple(read_block(block.strip()) for block in blocks if block.strip())
    return DemoStory(place.stem, place.parent.name, tomllib.loads(parts[1]), join_paragraphs(body))


def read_block(text: str) -> DemoBlock:
    """Return one block by the sign that it begins with."""
    for sign, reader in _READERS.items():
        if text.startswith(sign):
            return reader(text)
    return DemoBlock("paragraph", html=f"<p>{rich(text)}</p>")


def rich(text: str) -> str:
    """Return a paragraph's markup as HTML."""
    text = html.escape(" ".join(text.split()), quote=False)
    text = _STRONG.sub(r"<b>\1</b>", text)
    text = _EMPHASIS.sub(r"<i>\1</i>", text)
    return _LINK.sub(r'<a href="\2">\1</a>', text)


def join_paragraphs(blocks: tuple[DemoBlock, ...]) -> tuple[DemoBlock, ...]:
    """Return the blocks with paragraphs that follow each other in one, as an editor holds them."""
    return tuple(_join(blocks))


def _join(blocks: tuple[DemoBlock, ...]) -> Iterator[DemoBlock]:
    gathered = ""
    for block in blocks:
        if block.kind == "paragraph":
            gathered += block.html
            continue
        if gathered:
            yield DemoBlock("paragraph", html=gathered)
            gathered = ""
        yield block
    if gathered:
        yield DemoBlock("paragraph", html=gathered)


def _quote(text: str) -> DemoBlock:
    lines = [line.lstrip("> ").strip() for line in text.splitlines()]
    speaker = " ".join(line.lstrip("—– ").strip() for line in lines if line.startswith(("—", "–")))
    words = " ".join(line for line in lines if not line.startswith(("—", "–")))
    return DemoBlock("quote", text=words, speaker=speaker)


def _pictures(text: str) -> DemoBlock:
    found = []
    for line in text.splitlines():
        if match := _PICTURE.match(line.strip()):
            caption, _, alt = match[2].partition("|")
            found.append(DemoPicture(match[1], caption.strip(), alt.strip()))
    return DemoBlock("picture" if len(found) == 1 else "gallery", pictures=tuple(found))


def _table(text: str) -> DemoBlock:
    lines = [line.strip() for line in text.splitlines()]
    caption = " ".join(line.lstrip(": ") for line in lines if line.startswith(":"))
    rows = tuple(
        tuple(cell.strip() for cell in line.strip("|").split("|"))
        for line in lines
        if line.startswith("|") and not re.fullmatch(r"[|\s:-]+", line)
    )
    return DemoBlock("table", text=caption, rows=rows)


def _related(text: str) -> DemoBlock:
    return DemoBlock("related", slug=text.split()[1])


def _video(text: str) -> DemoBlock:
    address, _, caption = text.removeprefix("@video").partition("|")
    return DemoBlock("video", slug=address.strip().rsplit("/", 1)[-1], text=caption.strip())


_READERS: Final = {
    "## ": lambda text: DemoBlock("cross_head", text=text.removeprefix("## ").strip()),
    "> ": _quote,
    "![": _pictures,
    ": ": _table,
    "| ": _table,
    "@related": _related,
    "@video": _video,
}
