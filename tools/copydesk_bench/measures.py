"""The rows of the table: what is measured, what others reach, what must be, and how it is done."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from tools.copydesk_bench import sets
from tools.copydesk_bench.affixes import is_affix
from tools.copydesk_bench.readers import Reader
from tools.copydesk_bench.sets import Pairs, Rows

Measure = Callable[[Reader, int], str]
SPELLING: Final = ("news-letters", "realword-virastman", "realword-common")


@dataclass(frozen=True)
class Row:
    """A line of the table; ``best``, ``must`` and ``aim`` are those that were set beforehand."""

    key: str
    what: str
    best: str
    must: str
    aim: str
    measure: Measure


def read(reader: Reader, name: str, sample: int) -> tuple[Pairs, Rows]:
    """Return a set and what the reader says of its lines."""
    pairs = sets.pairs(name, sample)
    return pairs, reader.marks([written for written, _ in pairs])


def page(reader: Reader, _: int) -> str:
    gold, lines = sets.page()
    found = sets.score().page(gold, reader.marks(lines))
    return f"{found.get('H_fixed', 0)} of {found['H_all']} / {found.get('false_error', 0)}"


def spelling(name: str) -> Measure:
    def measure(reader: Reader, sample: int) -> str:
        found = words(reader, name, sample)
        shares = (found[key] for key in ("detect", "correct"))
        precision = f"{found['precision']:.3f}".lstrip("0")
        short = " / ".join(f"{share:.3f}".lstrip("0") for share in shares)
        return f"{short} / {found['destroyed']:.4f} / {precision}"

    return measure


def words(reader: Reader, name: str, sample: int) -> dict[str, Any]:
    """Return the scores of a set of wrong words."""
    return sets.score().words(*read(reader, name, sample))


def untouched(reader: Reader, sample: int) -> str:
    from tools.copydesk_bench import judged

    _, rows = read(reader, "news-clean", sample)
    _, more = read(reader, "treebank-clean", sample)
    return judged.said_of([*rows, *more])


def half_spaces(name: str) -> Measure:
    def measure(reader: Reader, sample: int) -> str:
        pairs, rows = read(reader, name, sample)
        found = sets.score().spaces(pairs, rows)
        return f"{found['f1']:.1f} ({100 * compounds(pairs, rows):.0f})"

    return measure


def compounds(pairs: Pairs, rows: Rows) -> float:
    """Return the share of lost half-spaces in compounds, not at affixes, that come back."""
    due = [came_back for kind, came_back in lost_half_spaces(pairs, rows) if kind == "compound"]
    return sum(due) / max(1, len(due))


def lost_half_spaces(pairs: Pairs, rows: Rows) -> Iterator[tuple[str, bool]]:
    """Yield each lost half-space's kind, and whether the reader's fixes bring it back."""
    judge = sets.score()
    for (_, right), row in zip(pairs, rows, strict=True):
        written, was_at = judge.skeleton(row["text"])
        gold, gold_at = judge.skeleton(right)
        mended = judge.mend(row["text"], row["marks"])
        now, now_at = judge.skeleton(mended)
        if not written == gold == now:
            continue
        for k in range(1, len(gold)):
            due = judge.gap(right, gold_at, k)
            if due == judge.HALF_SPACE != judge.gap(row["text"], was_at, k):
                kind = "affix" if is_affix(right, gold_at[k - 1] + 1) else "compound"
                yield kind, judge.gap(mended, now_at, k) == due


def boundaries(reader: Reader, sample: int) -> str:
    found = sets.score().spaces(*read(reader, "treebank-clean", sample))
    return f"{found['wrong_per_1000_words']:.2f}"


def put_right(name: str) -> Measure:
    def measure(reader: Reader, sample: int) -> str:
        found = words(reader, name, sample)
        return f"{100 * found['correct']:.1f} % at {1000 * found['destroyed']:.2f}"

    return measure


def doubled(reader: Reader, sample: int) -> str:
    found = words(reader, "news-doubled", sample)
    return f"{100 * found['detect']:.1f} %"


QUALITY: Final = (
    Row(
        "page",
        "seed page: hard errors put right / false",
        "0 / 0-96",
        "≥ 14 / 0",
        "18 / 0",
        page,
    ),
    *(
        Row(
            f"spelling-{name}",
            f"{name}: detect / correct / destroyed / precision",
            ".831 / .722 / .003 / .968",
            ".80 / .74 / .0025 / .97",
            ".92 / .87 / .001 / .985",
            spelling(name),
        )
        for name in SPELLING
    ),
    Row(
        "untouched",
        "untouched news: error marks per 1,000 words / right",
        "33-232 / < 5 %",
        "≤ 0.5 false / ≥ 70 %",
        "0.15 / 92 %",
        untouched,
    ),
    Row(
        "half-space-to-space",
        "half-spaces that became spaces: F1 (compounds)",
        "89.3 (56)",
        "≥ 93 (78)",
        "97 (90)",
        half_spaces("treebank-half-space-to-space"),
    ),
    Row(
        "half-space-to-nothing",
        "half-spaces dropped: F1 (compounds)",
        "69.9",
        "≥ 86",
        "95",
        half_spaces("treebank-half-space-to-nothing"),
    ),
    Row(
        "boundaries",
        "untouched treebank: wrong boundaries per 1,000",
        "1.1, 6.3",
        "≤ 2.5",
        "0.5",
        boundaries,
    ),
    Row(
        "glued",
        "glued words, right split first, at false per 1,000",
        "40 % at 104",
        "≥ 78 % at ≤ 1",
        "95 %",
        put_right("news-glued"),
    ),
    Row(
        "letters",
        "letter errors, right first, at false per 1,000",
        "50 % at 100",
        "≥ 76 % at ≤ 1",
        "90 %",
        put_right("news-letters"),
    ),
    Row(
        "split",
        "words split by a space, mended, at false per 1,000",
        "24 % at 140",
        "≥ 60 %",
        "90 %",
        put_right("news-split"),
    ),
    Row("doubled", "doubled words and phrases found", "-", "≥ 98 %", "100 %", doubled),
)
