"""The rows of the table about copy: what is measured, what was asked for, and how it is done."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from tools.copydesk_bench import judged, sets
from tools.copydesk_bench.affixes import is_affix
from tools.copydesk_bench.readers import Reader
from tools.copydesk_bench.sets import Pairs, Rows

Measure = Callable[[Reader, int], list[str]]


@dataclass(frozen=True)
class Figure:
    """A line of the table; the best found elsewhere, what must be and what is aimed at."""

    what: str
    best: str = ""
    must: str = ""
    aim: str = ""


@dataclass(frozen=True)
class Row:
    """Figures that are measured together, on the same lines."""

    key: str
    figures: tuple[Figure, ...]
    measure: Measure


def read(reader: Reader, names: str, sample: int) -> tuple[Pairs, Rows]:
    """Return sets, their names by comma, and what the reader says of their lines."""
    pairs = [pair for name in names.split(",") for pair in sets.pairs(name, sample)]
    return pairs, reader.marks([written for written, _ in pairs])


def words(reader: Reader, names: str, sample: int) -> dict[str, Any]:
    """Return the scores of sets of wrong words."""
    found: dict[str, Any] = sets.score().words(*read(reader, names, sample))
    return found


def share(number: float) -> str:
    return f"{number:.3f}".lstrip("0") if number < 1 else "1.000"


def page(reader: Reader, _: int) -> list[str]:
    gold, lines = sets.page()
    found = sets.score().page(gold, reader.marks(lines))
    rest = "ZCS"
    fixed = sum(found.get(f"{kind}_fixed", 0) for kind in rest)
    others = sum(found.get(f"{kind}_all", 0) for kind in rest)
    hard = f"{found.get('H_fixed', 0)} of {found['H_all']}"
    return [hard, str(found.get("false_error", 0)), f"{fixed} of {others}"]


def spelling(names: str) -> Measure:
    def measure(reader: Reader, sample: int) -> list[str]:
        found = words(reader, names, sample)
        shares = [share(found[key]) for key in ("detect", "correct", "precision")]
        return [*shares[:2], f"{found['destroyed']:.4f}".lstrip("0"), shares[2]]

    return measure


def real_slips(reader: Reader, name: str, sample: int) -> float:
    """Return how many words of a thousand of spoilt news were slips before, and are marked."""
    clean, rows = (read(reader, each, sample)[1] for each in ("news-clean", name))
    return judged.real_slips(clean, rows)


def spelling_of_news(reader: Reader, sample: int) -> list[str]:
    """Return the scores of spoilt news, and what they are without the slips that it had before."""
    found = words(reader, "news-letters", sample)
    said = spelling("news-letters")(reader, sample)
    real = real_slips(reader, "news-letters", sample) / 1000
    destroyed = max(0.0, found["destroyed"] - real)
    marked = found["detect"] * found["wrong"]
    precision = marked / max(1.0, marked + destroyed * found["right"])
    return [*said, f"{destroyed:.4f}".lstrip("0"), share(precision)]


def untouched(names: str) -> Measure:
    def measure(reader: Reader, sample: int) -> list[str]:
        return judged.said_of(read(reader, names, sample)[1])

    return measure


def half_spaces(name: str) -> Measure:
    def measure(reader: Reader, sample: int) -> list[str]:
        pairs, rows = read(reader, name, sample)
        found = sets.score().spaces(pairs, rows)
        back = [100 * came_back(pairs, rows, kind) for kind in ("affix", "compound")]
        return [f"{found['f1']:.1f}", *(f"{each:.1f}" for each in back)]

    return measure


def came_back(pairs: Pairs, rows: Rows, kind: str) -> float:
    """Return the share of lost half-spaces at affixes or in compounds that come back."""
    found = [back for each, back in lost_half_spaces(pairs, rows) if each == kind]
    return sum(found) / max(1, len(found))


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


def boundaries(reader: Reader, sample: int) -> list[str]:
    found = sets.score().spaces(*read(reader, "treebank-clean", sample))
    return [f"{found['wrong_per_1000_words']:.2f}"]


def put_right(name: str) -> Measure:
    def measure(reader: Reader, sample: int) -> list[str]:
        found = words(reader, name, sample)
        false = 1000 * found["destroyed"]
        indeed = max(0, false - real_slips(reader, name, sample))
        return [f"{100 * found['correct']:.1f} %", f"{false:.2f}", f"{indeed:.2f}"]

    return measure


def doubled(reader: Reader, sample: int) -> list[str]:
    return [f"{100 * words(reader, 'news-doubled', sample)['detect']:.1f} %"]


def _spelling_row(key: str, what: str, names: str) -> Row:
    figures = (
        Figure(f"{what}: detect", ".831", "≥ .80", ".92"),
        Figure("  correct", ".722", "≥ .74", ".87"),
        Figure("  destroyed", ".003", "≤ .0025", ".001"),
        Figure("  precision", ".968", "≥ .97", ".985"),
    )
    return Row(key, figures, spelling(names))


def _news_row(key: str, what: str) -> Row:
    figures = (
        *_spelling_row(key, what, "").figures,
        Figure("  destroyed, without the real slips of these lines"),
        Figure("  precision, without them"),
    )
    return Row(key, figures, spelling_of_news)


def _untouched_row(key: str, what: str, names: str) -> Row:
    figures = (
        Figure(f"{what}: false error marks per 1,000", "33-232", "≤ 0.5", "0.15"),
        Figure("  share of error marks that are right", "< 5 %", "≥ 70 %", "92 %"),
        Figure("  error marks per 1,000 (not judged)"),
    )
    return Row(key, figures, untouched(names))


def _put_right_row(key: str, what: str, figures: tuple[str, str, str, str]) -> Row:
    best, at, must, aim = figures
    lines = (
        Figure(what, best, must, aim),
        Figure("  false per 1,000, by the score", at, "≤ 1"),
        Figure("  the same without the real slips of these lines"),
    )
    return Row(key, lines, put_right(f"news-{key}"))


QUALITY: Final = (
    Row(
        "page",
        (
            Figure("seed page: hard errors put right", "0", "≥ 14", "18"),
            Figure("  false errors", "0-96", "0", "0"),
            Figure("  half-spaces, compounds, house style put right"),
        ),
        page,
    ),
    _news_row("spelling", "letters spoilt"),
    _spelling_row("realword", "words for words, users' logs", "realword-virastman"),
    _spelling_row(
        "more-realword",
        "words for words, other lists",
        "realword-be,realword-common,realword-gozar,realword-hich,realword-plural,realword-tanvin",
    ),
    _untouched_row("untouched-news", "untouched news", "news-clean"),
    _untouched_row("untouched-treebank", "untouched treebank", "treebank-clean"),
    Row(
        "to-space",
        (
            Figure("half-spaces that became spaces: F1", "89.3", "≥ 93", "97"),
            Figure("  at affixes, come back"),
            Figure("  in compounds, come back", "56", "≥ 78", "90"),
        ),
        half_spaces("treebank-half-space-to-space"),
    ),
    Row(
        "to-nothing",
        (
            Figure("half-spaces dropped: F1", "69.9", "≥ 86", "95"),
            Figure("  at affixes, come back"),
            Figure("  in compounds, come back"),
        ),
        half_spaces("treebank-half-space-to-nothing"),
    ),
    Row(
        "boundaries",
        (Figure("untouched treebank: wrong boundaries per 1,000", "1.1", "≤ 2.5", "0.5"),),
        boundaries,
    ),
    _put_right_row("glued", "glued words: right split first", ("40 %", "104", "≥ 78 %", "95 %")),
    _put_right_row("letters", "letter errors: right first", ("50 %", "100", "≥ 76 %", "90 %")),
    _put_right_row("split", "word split by a space: mended", ("24 %", "140", "≥ 60 %", "90 %")),
    Row("doubled", (Figure("doubled words and phrases: found", "-", "≥ 98 %", "100 %"),), doubled),
)
