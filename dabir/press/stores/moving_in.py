"""Brings a folder that an older version printed to today's names, once.

Before, every page had a folder and a plain copy: ``news/30/index.html`` with ``.gz`` and
``.br`` beside it. The packed copies move to the names of ``dabir.press.stores.names``, so that
readers have the paper until it is printed afresh; all else of the old kind goes.
"""

import contextlib
import os
import re
from pathlib import Path
from typing import Final

STAMP: Final = ".layout"
"""The file that says which layout a folder has."""
LAYOUT: Final = "2"
_OLD_PAGE: Final = re.compile(r"(.+)/(index|410)\.html(\.gz|\.br)")
_OLD_PRINT_VIEW: Final = re.compile(r"news/(\d+)/print")
_PLAIN: Final = re.compile(r".*\.(?:html|xml|txt|svg)|(?:.*/)?\.printing-[^/]*")
"""Plain copies, and halves of files that a killed press left."""


def move_in(root: Path) -> None:
    """Give every page of an old layout its new name; do nothing where that was done."""
    stamp = root / STAMP
    if stamp.exists():
        return
    for folder, folders, files in os.walk(root, topdown=False):
        for file in files:
            with contextlib.suppress(FileNotFoundError):  # another process was quicker
                _move(root, Path(folder, file))
        for each in folders:
            if each != ".printing":
                with contextlib.suppress(OSError):  # not empty, or a link
                    Path(folder, each).rmdir()
    stamp.write_text(LAYOUT)


def _move(root: Path, place: Path) -> None:
    name = place.relative_to(root).as_posix()
    if found := _OLD_PAGE.fullmatch(name):
        stem = _OLD_PRINT_VIEW.sub(r"print/\1", found[1])
        withdrawn = "" if found[2] == "index" else ".410"
        new = root / f"{stem}{withdrawn}.html{found[3]}"
        new.parent.mkdir(parents=True, exist_ok=True)
        place.replace(new)
    elif _PLAIN.fullmatch(name):
        place.unlink()
