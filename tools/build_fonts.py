"""Make the paper's one font file: Vazirmatn, with what Persian needs and nothing else.

    python tools/build_fonts.py

Takes the variable Vazirmatn of the npm package that ``package-lock.json`` pins, keeps the
letters of Persian and Arabic, ASCII and the signs of print, limits the weights to those the
theme uses, and writes ``build/fonts/vazirmatn.woff2`` with the font's licence beside it.
The same package gives the same file, byte for byte.
"""

import io
import sys
import tarfile
from pathlib import Path
from typing import Final

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

sys.path.insert(0, str(Path(__file__).resolve().parent))

from fetch_npm import FetchError, fetch

ROOT: Final = Path(__file__).resolve().parent.parent
OUT: Final = ROOT / "build" / "fonts"
FONT: Final = "package/fonts/webfonts/Vazirmatn[wght].woff2"
LICENCE: Final = "package/OFL.txt"
WEIGHTS: Final = (400, 800)
MOST_BYTES: Final = 60 * 1024

ASCII: Final = range(0x20, 0x7F)
LATIN: Final = range(0xA0, 0x100)
"""Western European letters, for names as they are written at home."""
ARABIC: Final = range(0x600, 0x700)
"""Persian and its neighbours: Arabic, Kurdish, Azeri, Urdu, with vowels and both digits."""
JOINERS: Final = range(0x200C, 0x2010)
SIGNS: Final = tuple(map(ord, "–—‘’“”•…‰‹›€−≈≠≤≥ﷲ﷼◌"))
LETTERS: Final = {*ASCII, *LATIN, *ARABIC, *JOINERS, *SIGNS}
FEATURES: Final = (
    *("ccmp", "locl", "isol", "init", "medi", "fina", "rlig", "calt", "liga"),  # shapes
    *("mark", "mkmk", "kern"),  # places
    "tnum",
)
"""What shapes Persian, and figures of one width for lists of times."""
NAMES: Final = (0, 1, 2, 3, 4, 5, 6, 13, 14)
"""Copyright, names and licence stay in the file, as the Open Font License asks."""


def member(package: Path, name: str) -> bytes:
    """Return one file out of an npm tarball."""
    with tarfile.open(package) as archive:
        found = archive.extractfile(name)
        if found is None:
            raise FetchError(f"{package} holds no {name}.")
        return found.read()


def subset(font: TTFont) -> None:
    """Leave the letters, the shaping and the weights of the paper in a font."""
    options = Options()
    options.layout_features = list(FEATURES)
    options.name_IDs = list(NAMES)
    options.hinting = False
    options.notdef_outline = True
    shears = Subsetter(options)
    shears.populate(unicodes=LETTERS)
    shears.subset(font)
    instancer.instantiateVariableFont(font, {"wght": WEIGHTS}, inplace=True)


def pressed(font: TTFont) -> bytes:
    """Return a font as WOFF2."""
    font.flavor = "woff2"
    font.recalcTimestamp = False
    held = io.BytesIO()
    font.save(held)
    return held.getvalue()


def main() -> int:
    """Write the font and its licence; return the exit status."""
    try:
        package = fetch("vazirmatn")
        font = TTFont(io.BytesIO(member(package, FONT)), recalcTimestamp=False)
        licence = member(package, LICENCE)
    except (FetchError, KeyError) as error:
        print(error, file=sys.stderr)
        return 1
    subset(font)
    made = pressed(font)
    if len(made) > MOST_BYTES:
        print(
            f"The font has {len(made):,} bytes; at most {MOST_BYTES:,} may be sent.",
            file=sys.stderr,
        )
        return 1
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / "vazirmatn.woff2").write_bytes(made)
    (OUT / "OFL.txt").write_bytes(licence)
    print(f"{OUT / 'vazirmatn.woff2'}: {len(made):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
