"""No raw invisible character in code: it is written by name (see docs/why/half-spaces.md)."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
KINDS = {".py", ".js", ".mjs", ".css", ".html", ".sh"}
FOLDERS = ("dabir", "tests", "tools", ".ci")
INVISIBLE = re.compile("[\u200c-\u200f\u202a-\u202e\u2066-\u2069\u00ad\ufeff]")


def code() -> list[Path]:
    """Return every file of code in the repository."""
    found = [place for folder in FOLDERS for place in (ROOT / folder).rglob("*")]
    return sorted(place for place in (*found, *ROOT.glob("*")) if place.suffix in KINDS)


def test_no_code_holds_one() -> None:
    raw = [
        f"{place.relative_to(ROOT)}:{number}"
        for place in code()
        for number, line in enumerate(place.read_text(encoding="utf-8").splitlines(), 1)
        if INVISIBLE.search(line)
    ]
    assert raw == []


def test_it_would_be_found() -> None:
    assert INVISIBLE.search("می\N{ZERO WIDTH NON-JOINER}رود")
    assert not INVISIBLE.search("می رود")
