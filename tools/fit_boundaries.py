"""Fit the weights of ``dabir.copydesk.boundaries`` anew and write ``boundaries.json``.

    python -m tools.fit_boundaries [--texts ../shared/text]

Learns from the treebank PerDT (CC BY-SA 4.0), whose half-spaces are gold, and counts news as
an archive would. Every fifth sentence is a fold. Weights of the forms are fitted on four
folds with the dictionaries alone; weights of the archive on two folds, each with a lexicon
that has not counted it and with forms fitted on other folds, so that no weight trusts what it
has seen itself. The fold that is left is measured. Logistic regression, quadratic penalty.
"""

import argparse
import gzip
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np

from dabir.copydesk.boundaries import HOPELESS, Boundaries, Model, model
from dabir.copydesk.compiling import compile_learnt
from dabir.copydesk.counts import Counts, Lesson
from dabir.copydesk.lexicon import Lexicon
from dabir.copydesk.pieces import EDGE, NO_WORDS, pieces
from dabir.copydesk.places import BASE
from dabir.persian.forms import APART, joins_next, stems
from dabir.persian.letters import HALF_SPACE
from dabir.persian.tokens import tokens
from dabir.persian.verbs import CONTINUOUS

ROOT: Final = Path(__file__).resolve().parents[1]
WEIGHTS: Final = ROOT / "dabir" / "copydesk" / "boundaries.json"
KEPT: Final = ROOT / "build" / "boundaries"
NEWS: Final = ("fars", "varzesh3", "hamshahri", "farda", "hamrss", "khabar")
FOLDS: Final = 5
LEAST_KINDS: Final = 2
"""An opener or closer is one that is seen in so many different compounds."""
PENALTY_OF_FORMS: Final = 1.0
PENALTY_OF_ARCHIVE: Final = 0.1
ROUNDS: Final = 400

Facts = list[tuple[str, float]]


class Case(NamedTuple):
    """Two pieces in their company, and whether the treebank joins them."""

    before: str
    first: str
    second: str
    after: str
    joined: bool


def stories(texts: Path, name: str) -> Iterator[list[str]]:
    with gzip.open(texts / f"{name}.jsonl.gz", "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


def cases(sentences: Iterable[list[str]]) -> Iterator[Case]:
    """Yield what may be a compound in the sentences of a treebank."""
    for paragraph in (paragraph for sentence in sentences for paragraph in sentence):
        chain = pieces(tokens(paragraph))
        words = [EDGE, *(piece.word for piece in chain), EDGE]
        for at, (a, b) in enumerate(pairwise(chain)):
            if b.gap and may_join(a.word, b.word):
                yield Case(words[at], a.word, b.word, words[at + 3], b.gap == HALF_SPACE)


def may_join(first: str, second: str) -> bool:
    affix = first in CONTINUOUS or second in APART
    return not {first, second} & NO_WORDS and joins_next(first) and not affix


def lexicons(texts: Path) -> dict[str, Lexicon]:
    """Return lexicons of the news, and of the news with all folds of PerDT but one."""
    KEPT.mkdir(parents=True, exist_ok=True)
    made = {}
    for name, fold in (("news", None), ("without 1", 1), ("without 2", 2), ("without 0", 0)):
        path = KEPT / f"{name.replace(' ', '-')}.lexicon"
        if not path.exists() or path.stat().st_mtime < BASE.stat().st_mtime:
            with Counts(KEPT / f"{path.stem}.sqlite3") as counts:
                for words in counts.learn(lessons(texts, fold)):
                    print(f"{name}: {words} words", file=sys.stderr)
                compile_learnt(BASE, counts, path)
        made[name] = Lexicon(path)
    return made


def lessons(texts: Path, left_out: int | None) -> Iterator[Lesson]:
    for name in NEWS:
        for number, story in enumerate(stories(texts, name)):
            yield Lesson(f"{name}-{number}", story)
    if left_out is not None:
        for number, story in enumerate(stories(texts, "perdt_train")):
            if number % FOLDS != left_out:
                yield Lesson(f"perdt-{number}", story)


def regress(rows: Sequence[Facts], joined: Sequence[bool], penalty: float) -> dict[str, float]:
    """Return the weights of a logistic regression, fitted by Adam over all rows at once."""
    names = {name: None for row in rows for name, _ in row}
    number = {name: at for at, name in enumerate(names)}
    row_of = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
    column = np.array([number[name] for row in rows for name, _ in row])
    value = np.array([each for row in rows for _, each in row])
    truth = np.array(joined, float)
    weights, mean, square = (np.zeros(len(names)) for _ in range(3))
    for turn in range(1, ROUNDS + 1):
        odds = np.bincount(row_of, value * weights[column], len(rows))
        error = 1 / (1 + np.exp(-odds.clip(-30, 30))) - truth
        slope = np.bincount(column, value * error[row_of], len(names)) + penalty * weights
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope**2
        step = 0.3 if turn < ROUNDS * 0.5 else 0.1 if turn < ROUNDS * 0.8 else 0.02
        weights -= step * (mean / (1 - 0.9**turn)) / (np.sqrt(square / (1 - 0.99**turn)) + 1e-8)
    return {name: round(float(weights[at]), 2) for name, at in number.items()}


def forms(found: Sequence[Case], base: Lexicon) -> dict[str, float]:
    """Return the weights of forms and company, fitted on these cases."""
    openers: dict[str, set[str]] = defaultdict(set)
    closers: dict[str, set[str]] = defaultdict(set)
    for case in found:
        if case.joined:
            openers[case.first].add(case.second)
            for stem in stems(case.second):
                closers[stem].add(case.first)
    names = [f"a={word}" for word, seconds in openers.items() if len(seconds) >= LEAST_KINDS]
    names += [f"b={word}" for word, firsts in closers.items() if len(firsts) > LEAST_KINDS - 1]
    eye = Boundaries(base, model(dict.fromkeys(names, 0.0), {}))
    rows = [
        [(name, 1.0) for name in eye.form(case.first, case.second)]
        + [(name, 1.0) for name in eye.company(case.second, case.before, case.after)]
        for case in found
    ]
    weights = regress(rows, [case.joined for case in found], PENALTY_OF_FORMS)
    return {name: weight for name, weight in weights.items() if weight or name[1] == "="}


def archive(
    found: Iterable[tuple[Sequence[Case], Sequence[Lexicon]]], form: Model, base: Lexicon
) -> dict[str, float]:
    """Return the weights of what an archive counts, and of the forms beside it."""
    rows: list[Facts] = []
    joined = []
    alone = Boundaries(base, form)
    for some, lexicons in found:
        for case in some:
            odds = alone.odds(case.before, case.first, case.second, case.after)
            for lexicon in lexicons:
                facts = Boundaries(lexicon, form).archive(case.first, case.second)
                seen = dict(facts).get("n", 0.0)
                if odds < HOPELESS and not seen:
                    continue
                rows.append([*facts, ("form", odds), ("form seen", odds * seen)])
                joined.append(case.joined)
    return regress(rows, joined, PENALTY_OF_ARCHIVE)


def measure(found: Sequence[Case], eye: Boundaries) -> Iterator[str]:
    """Yield recall and precision at several odds."""
    odds = [eye.odds(case.before, case.first, case.second, case.after) for case in found]
    for least in (-0.5, 0.0, 0.5, 1.0, 1.5, 2.0):
        made = [case.joined for case, each in zip(found, odds, strict=True) if each > least]
        recall = sum(made) / sum(case.joined for case in found)
        yield f"{least}: {recall:.3f} at {sum(made) / max(1, len(made)):.3f} ({made.count(False)})"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--texts", type=Path, default=ROOT.parent / "shared" / "text")
    texts = parser.parse_args().texts
    sentences = list(stories(texts, "perdt_train"))
    folds = [list(cases(sentences[fold::FOLDS])) for fold in range(FOLDS)]
    base, learnt = Lexicon(BASE), lexicons(texts)
    others = model(forms(folds[0] + folds[3] + folds[4], base), {})
    counted = [(folds[k], (learnt[f"without {k}"], learnt["news"])) for k in (1, 2)]
    weights: dict[str, Any] = {
        "form": forms([case for fold in folds[1:] for case in fold], base),
        "archive": archive(counted, others, base),
    }
    fitted = model(**weights)
    for name, lexicon in {"dictionaries": base, **learnt}.items():
        print(name, *measure(folds[0], Boundaries(lexicon, fitted)), sep="\n  ")
    WEIGHTS.write_text(json.dumps(weights, ensure_ascii=False, indent=0, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
