"""Rows about the machine: speed, load time, memory, HTTP, learning; and protected spans."""

import hashlib
import json
import sys
from pathlib import Path
from typing import Final

from dabir.copydesk.foretelling import foretell, is_foretold
from dabir.copydesk.places import LEARNT
from tools.copydesk_bench import http, protected, sets
from tools.copydesk_bench.measures import Figure, Row
from tools.copydesk_bench.readers import Reader, run

ROOT: Final = Path(__file__).parents[2]
BUILD: Final = ROOT / "build" / "copydesk-bench"
LEARNING: Final = "compiling counts dictionaries pieces shelf".split()


def learnt_folder() -> Path | None:
    """Return a data folder whose desk learnt the archive of the measure; nothing, if none can."""
    folder = BUILD / f"learnt-{_version_of_learning()}"
    if (folder / "learnt.json").exists():
        _foretell(folder / LEARNT)
        return folder
    folder.mkdir(parents=True, exist_ok=True)
    print("Learning the archive …", file=sys.stderr)
    files = [str(place) for place in sets.archive()]
    done = run([sys.executable, "-m", "dabir.cli", "copydesk", "learn", *files], data=folder)
    if done.exit_code:
        print("The desk learns nothing yet; only the fresh one is measured.", file=sys.stderr)
        return None
    cost = {"words": _words_of(files), "processor_seconds": done.processor_seconds}
    (folder / "learnt.json").write_text(json.dumps(cost))
    return folder


def _foretell(lexicon: Path) -> None:
    """Let a lexicon hold what the desk as it is now finds of common words."""
    if not is_foretold(lexicon):
        foretell(lexicon)


def _version_of_learning() -> str:
    """Return a short name of the code that learns: another code learns anew."""
    places = [ROOT / "dabir" / "copydesk" / f"{name}.py" for name in LEARNING]
    places += sorted((ROOT / "dabir" / "persian").glob("*.py"))
    code = [place.read_bytes() for place in places]
    return hashlib.sha256(b"".join(code)).hexdigest()[:12]


def _words_of(files: list[str]) -> int:
    import gzip

    count = 0
    for name in files:
        with gzip.open(name, "rt", encoding="utf-8") as lines:
            count += sum(len(text.split()) for line in lines for text in json.loads(line))
    return count


def protected_spans(reader: Reader, _: int) -> list[str]:
    hurt = protected.damaged(reader.marks([text for text, _ in protected.BATTERY]))
    return [f"{len(hurt)} of {len(protected.BATTERY)}"]


def speed(reader: Reader, sample: int) -> list[str]:
    """Words a processor second, after what the program needs to read one line; load; peak."""
    lines = [written for written, _ in sets.pairs("news-clean", sample)]
    few, many = reader.run(f"{lines[0]}\n"), reader.run("".join(f"{line}\n" for line in lines))
    words = sum(len(line.split()) for line in lines[1:])
    rate = words / max(1e-3, many.processor_seconds - few.processor_seconds)
    return [f"{rate:,.0f}", f"{few.processor_seconds:.2f} s", f"{many.peak_bytes / 1e6:,.0f} MB"]


def learning(reader: Reader, _: int) -> list[str]:
    record = reader.data / "learnt.json" if reader.data else None
    if not record or not record.exists():
        return ["-"]
    cost = json.loads(record.read_text())
    return [f"{60 * cost['words'] / cost['processor_seconds']:,.0f}"]


ROWS: Final = (
    Row("protected", (Figure("protected spans damaged", "some", "0", "0"),), protected_spans),
    Row(
        "speed",
        (
            Figure("words a second, one core", "130,000", "20,000", "100,000"),
            Figure("  load", "3-20 s", "1 s", "0.2 s"),
            Figure("  memory at its peak", "200 MB", "250 MB", "100 MB"),
        ),
        speed,
    ),
    Row("http", (Figure("100 words over HTTP: p95", "-", "50 ms", "10 ms"),), http.p95),
    Row("learning", (Figure("words learnt a minute, one core", "-", "1,000,000", ""),), learning),
)
