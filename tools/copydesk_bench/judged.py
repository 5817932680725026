"""What a person said of the error marks on news that nobody spoilt: right, or false.

``judged.tsv`` holds a line a mark: its name, made from the line, the place and the fix, and the
verdict; not a word of the text. ``--show-clean`` shows what is to be judged. A mark that nobody
has judged counts as false, so the table never flatters. A mark is right when something is amiss
under it, also if its first fix is not what belongs there.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

from tools.copydesk_bench.sets import Rows

PLACE: Final = Path(__file__).with_name("judged.tsv")
RIGHT: Final = "right"
FALSE: Final = "false"


def key(text: str, mark: dict[str, Any]) -> str:
    """Return a short name of a mark over a line, which says nothing of what stands there."""
    said = f"{text}\t{mark['start']}\t{mark['end']}\t{(mark['fixes'] or [''])[0]}"
    return hashlib.sha256(said.encode()).hexdigest()[:16]


@cache
def verdicts() -> dict[str, str]:
    """Return every verdict by its mark."""
    if not PLACE.exists():
        return {}
    lines = PLACE.read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t")[:2] for line in lines if line and not line.startswith("#"))


def errors(rows: Rows) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Yield every row with each of its marks that says error."""
    for row in rows:
        for mark in row["marks"]:
            if mark["severity"] == "error":
                yield row, mark


def said_of(rows: Rows) -> list[str]:
    """Return false error marks per 1,000 words, the share that is right, and all per 1,000.

    What nobody judged counts as false, and how many these are stands behind the last.
    """
    words = sum(len(row["text"].split()) for row in rows)
    said = [verdicts().get(key(row["text"], mark), "") for row, mark in errors(rows)]
    right, unjudged = said.count(RIGHT), said.count("")
    every, false = (1000 * count / max(1, words) for count in (len(said), len(said) - right))
    if unjudged == len(said):
        return [f"{false:.2f}", "nobody judged", f"{every:.2f}"]
    share = f"{100 * right / len(said):.0f} %"
    return [f"{false:.2f}", share, f"{every:.2f}" + (f" ({unjudged} not)" if unjudged else "")]


def real_slips(clean: Rows, rows: Rows) -> float:
    """Return how many words of a thousand lie under marks that were right before.

    ``rows`` are the lines of ``clean``, spoilt: a mark is on a slip that was there before if the
    same words have a mark that a person found right on the line as it was.
    """
    words = sum(len(row["text"].split()) for row in rows)
    touched = 0
    for before, now in zip(clean, rows, strict=True):
        right = Counter(
            _written(row, mark)
            for row, mark in errors([before])
            if verdicts().get(key(row["text"], mark)) == RIGHT
        )
        for written in (_written(row, mark) for row, mark in errors([now])):
            if right[written]:
                right[written] -= 1
                touched += len(written.split())
    return 1000 * touched / max(1, words)


def _written(row: dict[str, Any], mark: dict[str, Any]) -> str:
    return str(row["text"][mark["start"] : mark["end"]])


def show(rows: Rows, everything: bool = False) -> Iterator[str]:
    """Yield each error mark with its verdict, its name and its sentence, for a person to judge."""
    for row, mark in errors(rows):
        name = key(row["text"], mark)
        verdict = verdicts().get(name, "")
        if everything or not verdict:
            text, start, end = row["text"], mark["start"], mark["end"]
            shown = f"{text[max(0, start - 60) : start]}[{text[start:end]}]{text[end : end + 60]}"
            fixes = "|".join(mark["fixes"][:3])
            yield "\t".join([name, verdict or "?", mark["class"], fixes, shown])
