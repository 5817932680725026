"""The one stylesheet, and what every file of the theme must keep to."""

import re
from pathlib import Path

import pytest

from dabir.persian import HALF_SPACE, INVISIBLE
from dabir.theme import stylesheet

THEME = Path(stylesheet.__file__).parent
SHEETS = sorted(stylesheet.FOLDER.glob("*.css"))
FILES = [
    path
    for path in sorted(THEME.rglob("*"))
    if path.suffix in {".html", ".xml", ".css", ".js", ".py", ".svg", ".txt"}
]
PHYSICAL = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border|scroll-margin|scroll-padding|inset)-"
    r"(?:left|right|top|bottom)|left|right|top|bottom"
    r"|(?:min-|max-)?(?:width|height)|overflow-[xy])\s*:"
    r"|:\s*(?:left|right)\b"
)
NAMESPACES = re.compile(
    r"https?://(?:www\.)?(?:w3\.org|a9\.com|sitemaps\.org|google\.com/schemas|schema\.org)\b"
)


def name(path: Path) -> str:
    return str(path.relative_to(THEME))


def test_every_part_is_in_it() -> None:
    assert {f"{part}.css" for part in stylesheet.PARTS} == {sheet.name for sheet in SHEETS}


def test_it_is_small_and_has_no_comments() -> None:
    built = stylesheet.build()
    assert "/*" not in built
    assert "\n" not in built
    assert len(built.encode()) <= 40_000
    assert built.count("{") == built.count("}")


def test_squeezing_leaves_strings_and_sums_alone() -> None:
    css = (
        'a::before { content: "a ,  b; /* c */"; }\n/* d */\n'
        ".b > .c,\n.d { inset: calc(1px + 2px); }"
    )
    assert stylesheet.squeeze(css) == (
        'a::before{content:"a ,  b; /* c */"}.b>.c,.d{inset:calc(1px + 2px)}'
    )


@pytest.mark.parametrize("sheet", SHEETS, ids=name)
def test_right_to_left_is_native(sheet: Path) -> None:
    css = re.sub(r"/\*.*?\*/", "", sheet.read_text(), flags=re.DOTALL)
    css = re.sub(r"@media[^{]*", "", css)  # the window's width is asked there, nothing is laid out
    assert PHYSICAL.findall(css) == []


def test_the_search_for_physical_properties_finds_them() -> None:
    for wrong in ("margin-left: 1px", "width: 1px", "text-align: right", "left: 0", "min-height:0"):
        assert PHYSICAL.search(wrong), wrong
    for right in ("margin-inline-start: 1px", "inline-size: 1px", "text-align: start"):
        assert not PHYSICAL.search(right), right


@pytest.mark.parametrize("path", FILES, ids=name)
def test_no_invisible_sign_is_written_raw(path: Path) -> None:
    assert not set(path.read_text()) & set(INVISIBLE + HALF_SPACE)


@pytest.mark.parametrize("path", FILES, ids=name)
def test_no_other_host_is_asked(path: Path) -> None:
    if path.suffix == ".py":
        pytest.skip("Python asks nobody.")
    text = NAMESPACES.sub("", path.read_text())
    assert re.findall(r"(?:https?:)?//[\w-]+\.\w+", text) == []


@pytest.mark.parametrize("path", [p for p in FILES if p.suffix == ".html"], ids=name)
def test_no_style_and_no_script_stands_in_a_page(path: Path) -> None:
    text = path.read_text()
    assert not re.search(r"\sstyle=|<style|\son\w+=", text)
    for script in re.findall(r"<script[^>]*>", text):
        assert "src=" in script or "application/ld+json" in script


def test_the_script_is_small() -> None:
    assert (THEME / "static/theme/js/paper.js").stat().st_size <= 3_000


def test_it_is_written_where_one_asks(tmp_path: Path) -> None:
    target = tmp_path / "css" / "paper.css"
    assert stylesheet.main([str(target)]) == 0
    assert target.read_text() == stylesheet.build()


def test_it_asks_where_to_write(capsys: pytest.CaptureFixture[str]) -> None:
    assert stylesheet.main([]) == 2
    assert "Name the file" in capsys.readouterr().err
