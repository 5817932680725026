"""The lines that are read, and the scores that were agreed on for them; both in ``../shared``."""

import importlib.util
import json
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any, Final

SHARED: Final = Path(__file__).parents[3] / "shared"
COPYDESK: Final = SHARED / "copydesk"
LEARNT_FROM: Final = ("hamshahri", "varzesh3", "fars", "farda", "perdt_train")
"""The texts that the archive of the measure is: those that hold no line of the sets."""

Pairs = list[tuple[str, str]]
Rows = list[dict[str, Any]]


def missing() -> str:
    """Return what is not there, or nothing."""
    wanted = (COPYDESK / "score.py", COPYDESK / "pairs", SHARED / "text", SHARED / "seed")
    return next((str(place) for place in wanted if not place.exists()), "")


@cache
def score() -> ModuleType:
    """Return ``score.py``, the judge."""
    spec = importlib.util.spec_from_file_location("score", COPYDESK / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def pairs(name: str, sample: int = 0) -> Pairs:
    """Return a set's lines as written and as they should be; ``sample`` lines spread evenly."""
    found: Pairs = score().read_pairs(str(COPYDESK / "pairs" / f"{name}.tsv"))
    if 0 < sample < len(found):
        return [found[number * len(found) // sample] for number in range(sample)]
    return found


def page() -> tuple[list[dict[str, Any]], list[str]]:
    """Return the copy editor's list for the page that started it, and the page's lines."""
    gold = json.loads((COPYDESK / "seed-gold.json").read_text(encoding="utf-8"))
    text = (SHARED / "seed" / "story-912090.txt").read_text(encoding="utf-8")
    return gold, text.splitlines()


def archive() -> list[Path]:
    """Return the files of text that the desk learns from before it is measured."""
    return [SHARED / "text" / f"{name}.jsonl.gz" for name in LEARNT_FROM]
