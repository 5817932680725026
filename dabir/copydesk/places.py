"""Where the desk finds its lexicon.

The lexicon of the language is built when Dabir is installed; the paper's own, made from it
and from the archive, stands in the data folder and takes its place.
"""

import os
from functools import lru_cache
from pathlib import Path
from typing import Final

from dabir.copydesk.lexicon import Lexicon

BASE: Final = Path(__file__).resolve().parents[2] / "build" / "lexicon" / "base.lexicon"
VERBS: Final = BASE.with_name("verbs.txt")
"""The stems of the verbs, a line ``past#present`` each."""
LEARNT: Final = Path("copydesk") / "learnt.lexicon"
COUNTS: Final = Path("copydesk") / "counts.sqlite3"


class NoLexiconError(Exception):
    """There is no lexicon; ``hint`` says what to do."""

    hint = "Run `make install`, which builds it."


def data_folder() -> Path:
    """Return the folder of the paper's data, as the settings have it."""
    return Path(os.environ.get("DABIR_DATA", "data"))


def lexicon(data: Path | None = None) -> Lexicon:
    """Return the lexicon of the paper with the data folder ``data``, its newest state.

    Without a learnt one, or without ``data``, that of the language alone.
    """
    for place in ([data / LEARNT] if data else []) + [BASE]:
        try:
            return _opened(place, place.stat().st_mtime_ns)
        except FileNotFoundError:
            continue
    raise NoLexiconError(f"The copy desk has no lexicon: {BASE} is not there.")


@lru_cache(2)
def _opened(place: Path, changed: int) -> Lexicon:
    return Lexicon(place)
