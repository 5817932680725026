"""The one stylesheet that readers load, out of the theme's parts.

    python -m dabir.theme.stylesheet build/css/paper.css

Each part of the page has its own file in ``static/theme/css``; a phone on a slow line asks
for one. The order is fixed: the parts of later files lean on the earlier ones.
"""

import re
import sys
from pathlib import Path
from typing import Final

PARTS: Final = (
    "ink",
    "type",
    "page",
    "masthead",
    "search",
    "breaking",
    "card",
    "front",
    "opinion",
    "story",
    "list",
    "archive",
    "form",
    "comment",
    "classifieds",
    "colophon",
    "print",
)
FOLDER: Final = Path(__file__).resolve().parent / "static" / "theme" / "css"

_TOKEN: Final = re.compile(r"""(?P<string>"[^"]*"|'[^']*')|/\*.*?\*/|\s+""", re.DOTALL)
_AROUND: Final = re.compile(r"\s?([{};,>])\s?")


def build() -> str:
    """Return all parts in their order, without comments and needless blanks."""
    return squeeze("\n".join((FOLDER / f"{part}.css").read_text() for part in PARTS))


def squeeze(css: str) -> str:
    """Return a stylesheet that means the same in fewer characters; strings stay as they are."""
    strings: list[str] = []

    def shorten(found: re.Match[str]) -> str:
        if found["string"] is None:
            return " "
        strings.append(found["string"])
        return f"\0{len(strings) - 1}\0"

    css = re.sub(r" +", " ", _TOKEN.sub(shorten, css)).strip()
    css = _AROUND.sub(r"\1", css).replace(": ", ":").replace(";}", "}")
    return re.sub(r"\0(\d+)\0", lambda found: strings[int(found[1])], css)


def main(arguments: list[str]) -> int:
    """Write the stylesheet to the one place that is named; return the exit status."""
    if len(arguments) != 1:
        print("Name the file to write: python -m dabir.theme.stylesheet OUT", file=sys.stderr)
        return 2
    target = Path(arguments[0])
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(build())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
