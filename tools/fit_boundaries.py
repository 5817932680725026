"""Fit the weights of ``dabir.copydesk.boundaries`` anew and write ``boundaries.json``.

    python -m tools.fit_boundaries [--texts ../shared/text]

Learns from the treebank PerDT (CC BY-SA 4.0), whose half-spaces are gold, and counts news as
an archive would. Every fifth sentence is a fold. Weights of the forms are fitted on four
folds with the dictionaries alone; weights of the archive on two folds, each with a lexicon
that has not counted it and with forms fitted on other folds, so that no weight trusts what it
has seen itself. The fold that is left is measured; then the forms are fitted on all. Logistic
regression, quadratic penalty.
"""

import argparse
import gzip
import json
import shutil
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np

from dabir.copydesk.affixing import Affixes
from dabir.copydesk.boundaries import Boundaries
from dabir.copydesk.boundary_archive import form_facts
from dabir.copydesk.boundary_weights import Model, model
from dabir.copydesk.compiling import compile_learnt
from dabir.copydesk.counts import Counts, Lesson
from dabir.copydesk.dropped import LONGEST, PHRASE_ENDS, SHORTEST, Dropped
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
HOPELESS: Final = -8.0
"""Pairs with smaller odds that no archive has seen teach nothing."""

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
    made = {"news": _learnt("news", news(texts))}
    for fold in range(3):
        counts = KEPT / f"without-{fold}.sqlite3"
        if not counts.exists():
            shutil.copy(KEPT / "news.sqlite3", counts)
        made[f"without {fold}"] = _learnt(counts.stem, treebank(texts, fold))
    return made


def _learnt(name: str, lessons: Iterator[Lesson]) -> Lexicon:
    path = KEPT / f"{name}.lexicon"
    if not path.exists() or path.stat().st_mtime < BASE.stat().st_mtime:
        with Counts(path.with_suffix(".sqlite3")) as counts:
            for words in counts.learn(lessons):
                print(f"{name}: {words} words", file=sys.stderr)
            compile_learnt(BASE, counts, path)
    return Lexicon(path)


def news(texts: Path) -> Iterator[Lesson]:
    for name in NEWS:
        for number, story in enumerate(stories(texts, name)):
            yield Lesson(f"{name}-{number}", story)


def treebank(texts: Path, left_out: int) -> Iterator[Lesson]:
    for number, story in enumerate(stories(texts, "perdt_train")):
        if number % FOLDS != left_out:
            yield Lesson(f"perdt-{number}", story)


def regress(
    rows: Sequence[Facts],
    joined: Sequence[bool],
    penalty: float,
    times: Sequence[int] | None = None,
) -> dict[str, float]:
    """Return the weights of a logistic regression, fitted by Adam over all rows at once."""
    names = {name: None for row in rows for name, _ in row}
    number = {name: at for at, name in enumerate(names)}
    row_of = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
    column = np.array([number[name] for row in rows for name, _ in row])
    value = np.array([each for row in rows for _, each in row])
    truth = np.array(joined, float)
    often = np.ones(len(rows)) if times is None else np.array(times, float)
    weights, mean, square = (np.zeros(len(names)) for _ in range(3))
    for turn in range(1, ROUNDS + 1):
        odds = np.bincount(row_of, value * weights[column], len(rows))
        error = often * (1 / (1 + np.exp(-odds.clip(-30, 30))) - truth)
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
    eye = Boundaries(base, model(dict.fromkeys(names, 0.0)))
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
                rows.append([*facts, *form_facts(odds, seen)])
                joined.append(case.joined)
    return regress(rows, joined, PENALTY_OF_ARCHIVE)


class Word(NamedTuple):
    """A word without its half-spaces, where its parts ended, and whether an ezafe may follow."""

    written: str
    ends: frozenset[int]
    after: str


def glued(sentences: Iterable[list[str]]) -> Counter[Word]:
    """Return the words without their half-spaces; how often each."""
    found: Counter[Word] = Counter()
    for paragraph in (paragraph for sentence in sentences for paragraph in sentence):
        chain = pieces(tokens(paragraph))
        while chain:
            parts = [chain.pop(0).word]
            while chain and chain[0].gap == HALF_SPACE:
                parts.append(chain.pop(0).word)
            after = chain[0].word if chain else EDGE
            if not NO_WORDS & set(parts):
                ends = frozenset(accumulate(len(part) for part in parts))
                found[Word("".join(parts), ends, after if after in PHRASE_ENDS else "")] += 1
    return found


def dropped(
    found: Mapping[Word, int], lexicons: Sequence[Lexicon], fitted: Model
) -> dict[str, float]:
    """Return the weights of dropped half-spaces; twice, for parts of parts are weighed too."""
    weights: dict[str, float] = {}
    for _ in range(2):
        rows: list[Facts] = []
        joined, times = [], []
        for lexicon in lexicons:
            eye = eye_for(lexicon, fitted._replace(dropped=weights))
            for (word, ends, after), often in found.items():
                for cut in eye.cuts(word, bool(after)) if SHORTEST <= len(word) <= LONGEST else ():
                    rows.append(list(cut.facts))
                    joined.append(len(cut.first) in ends)
                    times.append(often)
        weights = regress(rows, joined, PENALTY_OF_FORMS, times)
    return weights


def eye_for(lexicon: Lexicon, fitted: Model) -> Dropped:
    return Dropped(Boundaries(lexicon, fitted), Affixes(lexicon))


def measure_dropped(found: Mapping[Word, int], eye: Dropped) -> str:
    """Say recall and precision of half-spaces put back, and how many are put in whole words."""
    due = made = hit = 0
    for (word, ends, after), often in found.items():
        cuts = set(accumulate(len(part) for part in eye.parts(word, after))) - {len(word)}
        gold = {end for end in ends if end < len(word) and joins_next(word[:end])}
        due, made = due + often * len(gold), made + often * len(cuts)
        hit += often * len(cuts & gold)
    return f"{hit / due:.3f} at {hit / made:.3f} ({made - hit} of {sum(found.values())} words)"


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
    others = model(forms(folds[0] + folds[3] + folds[4], base))
    counted = [(folds[k], (learnt[f"without {k}"], learnt["news"])) for k in (1, 2)]
    weights = archive(counted, others, base)
    found = glued(sentences[1::FOLDS])
    lost = dropped(found, (base, learnt["without 1"]), others._replace(archive=weights))
    measured = model(forms([case for fold in folds[1:] for case in fold], base), weights, lost)
    report(folds[0], glued(sentences[::FOLDS]), {"dictionaries": base, **learnt}, measured)
    written = {
        "form": forms([case for fold in folds for case in fold], base),
        "archive": weights,
        "dropped": lost,
    }
    text = json.dumps(written, ensure_ascii=False, indent=0, sort_keys=True)
    WEIGHTS.write_text(text + "\n", encoding="utf-8")


def report(
    apart: Sequence[Case],
    whole: Counter[Word],
    lexicons: Mapping[str, Lexicon],
    fitted: Model,
) -> None:
    for name in ("dictionaries", "news", "without 0"):
        lexicon = lexicons[name]
        print(name, *measure(apart, Boundaries(lexicon, fitted)), sep="\n  ")
        print("  dropped:", measure_dropped(whole, eye_for(lexicon, fitted)))


if __name__ == "__main__":
    main()
