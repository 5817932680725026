"""How well related stories and the same story twice are found, over judged real stories.

Nobody judged which stories are related, so judged queries stand in for it: two stories that
answer one query are. Groups of fewer than six stories cannot fill five places and are left
out. For the same story twice each story comes again in five ways, and once as a new story
that is not there yet: whatever is called its copy then is wrong.

    python -m tools.archive_bench.related [--stories FOLDER] [--sample 400]
"""

import argparse
import gzip
import json
import math
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import NamedTuple

from dabir.archive.related import latent
from dabir.archive.related import points as files
from dabir.archive.related.finding import Finder
from dabir.archive.related.weights import tell
from dabir.archive.search import place
from dabir.archive.search.analysis import Analyser
from dabir.archive.search.entries import Entry
from dabir.archive.search.index import Index, Writer
from dabir.archive.search.taught import learn
from tools.archive_bench import rewriting
from tools.archive_bench.table import Row

SHARED = Path(__file__).parents[3] / "shared" / "search"
STORIES, JUDGEMENTS = "stories-mixed-spelling.jsonl.gz", "judgements.tsv"
SEED = 5
MUST_FIVE, MUST_RECALL, MUST_PRECISION = 0.84, 0.99, 0.98


class Bench(NamedTuple):
    """The stories, and who finds among them: with what was learnt, and without."""

    entries: dict[int, Entry]
    with_points: Finder
    without: Finder
    seconds_learning: float


def read_entries(folder: Path) -> dict[int, Entry]:
    """Return the stories of a file of JSON lines, by code."""
    with gzip.open(folder / STORIES, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return {row["code"]: _entry(row) for row in rows}


def _entry(row: dict[str, object]) -> Entry:
    published = datetime.fromisoformat(str(row["published"])).replace(tzinfo=UTC)
    body = "\n".join(map(str, row["body"]))  # type: ignore[call-overload]
    return Entry(int(str(row["code"])), published, str(row["headline"]), body=body)


def build(entries: dict[int, Entry], folder: Path) -> Bench:
    """Index the stories and learn from them, as a paper does."""
    lexicon = place.lexicon()
    texts = (f"{entry.headline}\n{entry.body}" for entry in entries.values())
    words = place.vocabulary(learn(texts))
    analyser = Analyser(lexicon, words)
    writer = Writer(folder, analyser)
    writer.put(entries.values(), fresh=True)
    writer.commit()
    writer.close()
    told = {code: tell(entry, analyser) for code, entry in sorted(entries.items())}
    began = time.process_time()
    sample = latent.Sample()
    for each in told.values():
        sample.add(each)
    model = latent.learn(sample, {})
    files.write(folder, model, ((code, model.vector(each)) for code, each in told.items()))
    seconds = time.process_time() - began
    without = Finder(Index(folder), analyser, None, lambda codes: [entries[c] for c in codes])
    return Bench(entries, replace(without, points=files.open_folder(folder)), without, seconds)


def groups(folder: Path) -> dict[int, set[int]]:
    """Return of each judged story the stories that answer a query with it."""
    answers: dict[str, set[int]] = defaultdict(set)
    for line in (folder / JUDGEMENTS).read_text(encoding="utf-8").splitlines():
        query, code = line.split("\t")
        answers[query].add(int(code))
    related: dict[int, set[int]] = defaultdict(set)
    for codes in answers.values():
        for code in codes if len(codes) > 5 else ():
            related[code] |= codes - {code}
    return related


def precision_at_five(find: Finder, bench: Bench, related: dict[int, set[int]]) -> float:
    """Return which share of the first five is related, on average over judged stories."""
    hits = [
        len(related[code].intersection(find.related(bench.entries[code], 5)))
        for code in sorted(related)
    ]
    return sum(hits) / (5 * len(hits))


class Verdicts(NamedTuple):
    """What became of stories that came again, by way, and of stories that were new."""

    right: dict[str, int]
    wrong: list[tuple[int, int, float]]
    asked: int
    milliseconds: list[float]

    @property
    def recall(self) -> float:
        return sum(self.right.values()) / (self.asked * len(self.right))

    @property
    def precision(self) -> float:
        found = sum(self.right.values())
        return found / (found + len(self.wrong))


def same_story(find: Finder, entries: Sequence[Entry], others: list[Entry]) -> Verdicts:
    """Let each story come again in every way, and once as if it were new."""
    right = dict.fromkeys(rewriting.KINDS, 0)
    wrong: list[tuple[int, int, float]] = []
    spent: list[float] = []
    for entry in entries:
        chance = Random(SEED * 1_000_003 + entry.code)
        for way, rewrite in rewriting.KINDS.items():
            copy = _timed(spent, find.same, replace(rewrite(entry, chance, others), code=0))
            right[way] += copy is not None and copy.code == entry.code
            if copy and copy.code != entry.code:
                wrong.append((entry.code, *copy))
        if copy := _timed(spent, find.same, entry):
            wrong.append((entry.code, *copy))
    return Verdicts(right, wrong, len(entries), spent)


def _timed(spent: list[float], ask: Callable[[Entry], files.Any], entry: Entry) -> files.Any:
    began = time.process_time()
    answer = ask(entry)
    spent.append((time.process_time() - began) * 1000)
    return answer


def rows(folder: Path = SHARED, sample: int = 400) -> list[Row]:
    """Return the table's lines; no line where the stories are not there."""
    if not (folder / STORIES).exists():
        return []
    with tempfile.TemporaryDirectory(prefix="dabir-bench-") as place_:
        bench = build(read_entries(folder), Path(place_))
        return [*_rows_of_related(bench, groups(folder)), *_rows_of_copies(bench, sample)]


def _rows_of_related(bench: Bench, related: dict[int, set[int]]) -> list[Row]:
    began = time.process_time()
    found = precision_at_five(bench.with_points, bench, related)
    each = (time.process_time() - began) * 1000 / len(related)
    alone = precision_at_five(bench.without, bench, related)
    learning = f"{bench.seconds_learning:.1f} s for {len(bench.entries):,} stories"
    return [
        Row(
            "related, right among the first five", f"{found:.3f}", f"{alone:.3f}, the index alone",
            "≥ .84", ".90", found >= MUST_FIVE,
        ),
        Row("related, CPU ms a story", f"{each:.1f}", f"learning {learning}"),
    ]  # fmt: skip


def _rows_of_copies(bench: Bench, sample: int) -> list[Row]:
    everybody = sorted(bench.entries.values(), key=lambda entry: entry.code)
    asked = Random(SEED).sample(everybody, min(sample, len(everybody)))
    told = same_story(bench.with_points, asked, everybody)
    ways = ", ".join(f"{way} {count / told.asked:.3f}" for way, count in told.right.items())
    wrong, spent = _some(told.wrong), sorted(told.milliseconds)
    half, most = spent[len(spent) // 2], spent[math.floor(len(spent) * 0.95)]
    return [
        Row(
            "same story twice, recall", f"{told.recall:.4f}", ways, "≥ .99", "1",
            told.recall >= MUST_RECALL,
        ),
        Row(
            "same story twice, precision", f"{told.precision:.4f}", wrong, "≥ .98", ".999",
            told.precision >= MUST_PRECISION,
        ),
        Row("same story twice, CPU ms, p50 / p95", f"{half:.1f} / {most:.1f}"),
    ]  # fmt: skip


def _some(wrong: list[tuple[int, int, float]]) -> str:
    pairs = {(min(one, other), max(one, other)): share for one, other, share in wrong}
    return ", ".join(f"{a}={b} {share:.2f}" for (a, b), share in sorted(pairs.items())[:12])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", type=Path, default=SHARED)
    parser.add_argument("--sample", type=int, default=400)
    wish = parser.parse_args()
    for row in rows(wish.stories, wish.sample):
        print(row)


if __name__ == "__main__":
    main()
