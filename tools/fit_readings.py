"""Fit the weights of ``dabir.copydesk.readings`` on spoilt and untouched lines of news.

    python -m tools.fit_readings [TEXTS]       (by default ../shared/text)

Seven of eight stories are counted into a lexicon. In the others, words are spoilt one at a
time: a letter wrong, two words glued, one word split. A reading that brings the right words
back is right; every reading of an untouched word is wrong. Untouched news holds slips too
(about one in a thousand words), so what a first fit is sure of among the wrong readings is
left out of a second. Logistic regression, by Newton's method. Lines that the measures of
``make bench-copydesk`` use are left out altogether.

Prints, for each kind, the share of slips that is found at 0.5 and 1 false readings in a thousand
words, and writes ``dabir/copydesk/weights.py``.
"""

import gzip
import json
import random
import sys
import textwrap
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np

from dabir.copydesk.compiling import compile_learnt
from dabir.copydesk.counts import Counts, Lesson
from dabir.copydesk.evidence import FUNCTION_WORDS, OPEN_ENDS
from dabir.copydesk.lexicon import Lexicon
from dabir.copydesk.pieces import NO_WORDS, Piece, pieces
from dabir.copydesk.places import BASE
from dabir.copydesk.readings import (
    ALONE,
    GLUED,
    LEARNT,
    LETTERS,
    SPLIT,
    Reader,
    Reading,
    place,
)
from dabir.copydesk.slips import ALIKE, BESIDE
from dabir.persian.letters import HALF_SPACE
from dabir.persian.tokens import tokens

ROOT: Final = Path(__file__).resolve().parent.parent
TEXTS: Final = ROOT.parent / "shared" / "text"
MEASURED: Final = ROOT.parent / "shared" / "copydesk" / "pairs"
WORK: Final = ROOT / "build" / "fit"
WEIGHTS: Final = ROOT / "dabir" / "copydesk" / "weights.py"
NEWS: Final = ("fars", "khabar", "farda", "hamrss")
"""Texts to fit on: agencies' copy. In scanned papers too many blanks are missing."""
KINDS: Final = (LETTERS, GLUED, SPLIT)
SURE: Final = {LETTERS: 3.5, GLUED: 2.5, SPLIT: 3.0}
"""Odds from which the first fit is believed against the untouched text."""
LEAST_ODDS: Final = {
    LEARNT: {LETTERS: 3.3, GLUED: 2.6, SPLIT: 3.2},
    ALONE: {LETTERS: 4.0, GLUED: 5.5, SPLIT: 5.0},
}
FUNCTION_WORD: Final = 5
"""Where the evidence of a glued word has that its first part is a function word."""
EASE: Final = 1.1
"""Added to that weight without an archive: judged on untouched news, these are nearly all slips."""
Rows = dict[str, tuple[list[tuple[float, ...]], list[int]]]


def bare(line: str) -> str:
    """Return a line without blanks and half-spaces, to know it again."""
    return "".join(line.replace(HALF_SPACE, "").split())


def measured_lines() -> set[str]:
    """Return the lines on which the desk is measured."""
    return {
        bare(line.split("\t")[-1])
        for name in ("news-clean", "treebank-clean")
        for line in (MEASURED / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    }


def lessons(texts: Path, held: bool) -> Iterator[Lesson]:
    """Yield the stories that are counted, or the eighth that is held out."""
    measured = measured_lines()
    for file in sorted(texts.glob("*.jsonl.gz")):
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                code = f"{file.name.partition('.')[0]}-{number}"
                if (zlib.crc32(code.encode()) % 8 == 0) is not held:
                    continue
                paragraphs = json.loads(line)
                if not any(bare(paragraph) in measured for paragraph in paragraphs):
                    yield Lesson(code, paragraphs)


def slipped(word: str, dice: random.Random) -> str:
    """Return ``word`` with one slip of the hand."""
    if "آ" in word and dice.random() < 0.3:
        return word.replace("آ", "ا", 1)
    at, which = dice.randrange(len(word)), dice.random()
    near = sorted(BESIDE.get(word[at], frozenset()) | ALIKE.get(word[at], frozenset())) or ["ا"]
    if which < 0.3:
        return word[:at] + word[at + 1 :]
    if which < 0.55:
        return word[:at] + dice.choice([word[at], *near]) + word[at:]
    if which < 0.8 or at + 1 == len(word):
        return word[:at] + dice.choice(near) + word[at + 1 :]
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


class Story(dict[str, int]):
    """Counts of a story as they would be, had one place been written otherwise."""

    def __init__(self, counts: Mapping[str, int], gone: tuple[str, ...], come: tuple[str, ...]):
        super().__init__({word: counts.get(word, 0) - 1 for word in gone})
        self.update({word: counts.get(word, 0) + 1 for word in come})
        self._counts = counts

    def get(self, word: str, default: int = 0) -> int:  # type: ignore[override]
        """Return how often ``word`` stands in the story."""
        return self[word] if word in self else self._counts.get(word, default)


class Gathering:
    """Evidence gathered from held-out stories, for one lexicon."""

    def __init__(self, reader: Reader, seed: int = 5) -> None:
        self.reader = reader
        self.dice = random.Random(seed)
        self.rows: Rows = {kind: ([], []) for kind in KINDS}
        self.tried: Counter[str] = Counter()
        self.words = 0

    def read(self, lesson: Lesson) -> None:
        """Take in a story; half of them line by line, as if each line stood alone."""
        chains = [pieces(tokens(paragraph)) for paragraph in lesson.paragraphs]
        whole = self.dice.random() < 0.5
        story = Counter(piece.word for chain in chains for piece in chain)
        for chain in chains:
            words = [piece.word for piece in chain]
            self.words += len(words)
            for at, word in enumerate(words):
                if word not in NO_WORDS:
                    counts = story if whole else Counter(words)
                    self._untouched(chain, words, at, counts)
                    self._spoilt(chain, words, at, counts)

    def _add(self, reading: Reading, is_right: bool) -> None:
        evidence, verdicts = self.rows[reading.kind]
        evidence.append(reading.evidence)
        verdicts.append(is_right)

    def _untouched(
        self, chain: list[Piece], words: list[str], at: int, story: Mapping[str, int]
    ) -> None:
        for reading in self.reader.readings(place(words, at, story)):
            if reading.kind != SPLIT or (at + 1 < len(chain) and chain[at + 1].gap == " "):
                self._add(reading, False)

    def _spoilt(
        self, chain: list[Piece], words: list[str], at: int, story: Mapping[str, int]
    ) -> None:
        word, dice = words[at], self.dice
        if len(word) >= 3 and dice.random() < 0.16:
            self._try(LETTERS, words, at, 1, (slipped(word, dice),), (word,), story)
        if len(word) >= 5 and dice.random() < 0.12:
            cut = self._cut(word)
            self._try(SPLIT, words, at, 1, (word[:cut], word[cut:]), (word,), story)
        follows = at + 1 < len(chain) and chain[at + 1].gap == " "
        if follows and words[at + 1] not in NO_WORDS and dice.random() < 0.24:
            pair = (word, words[at + 1])
            likely = word[-1] in OPEN_ENDS or FUNCTION_WORDS & {*pair}
            if len(word + words[at + 1]) >= 4 and (likely or dice.random() < 0.2):
                self._try(GLUED, words, at, 2, ("".join(pair),), pair, story)

    def _cut(self, word: str) -> int:
        cuts = range(2, len(word) - 1)
        open_cuts = [cut for cut in cuts if word[cut - 1] in OPEN_ENDS]
        return self.dice.choice(open_cuts or list(cuts))

    def _try(
        self,
        kind: str,
        words: list[str],
        at: int,
        length: int,
        wrong: tuple[str, ...],
        right: tuple[str, ...],
        story: Mapping[str, int],
    ) -> None:
        if wrong == right:
            return
        self.tried[kind] += 1
        spoilt = [*words[:at], *wrong, *words[at + length :]]
        for reading in self.reader.readings(place(spoilt, at, Story(story, right, wrong))):
            if reading.kind == kind and reading.words == right:
                self._add(reading, True)


def fitted(evidence: "np.ndarray[Any, Any]", verdicts: "np.ndarray[Any, Any]") -> Any:
    """Return the weights of a logistic regression, with a ridge of 1 on standardised evidence."""
    middle, spread = evidence[:, 1:].mean(0), evidence[:, 1:].std(0) + 1e-9
    rows = np.hstack([evidence[:, :1], (evidence[:, 1:] - middle) / spread])
    weights = np.zeros(rows.shape[1])
    for _ in range(60):
        chances = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (chances - verdicts) + np.r_[0, weights[1:]]
        bend = (rows * (chances * (1 - chances))[:, None]).T @ rows + np.eye(len(weights))
        step = np.linalg.solve(bend, slope)
        weights -= step
        if np.abs(step).max() < 1e-6:
            break
    plain = np.r_[0.0, weights[1:] / spread]
    plain[0] = weights[0] - (weights[1:] * middle / spread).sum()
    return plain


def weights_of(gathered: Gathering, kind: str) -> list[float]:
    """Return the weights of a kind, and print what they find."""
    evidence, verdicts = (np.array(part, dtype=float) for part in gathered.rows[kind])
    first = fitted(evidence, verdicts)
    kept = (verdicts == 1) | (evidence @ first < SURE[kind])
    weights = fitted(evidence[kept], verdicts[kept])
    odds = evidence @ weights
    false = np.sort(odds[verdicts == 0])[::-1]
    for rate in (0.5, 1.0):
        least = false[min(len(false) - 1, int(rate * gathered.words / 1000))]
        found = (odds[verdicts == 1] > least).sum() / gathered.tried[kind]
        print(f"  {kind}: {found:.1%} found at {rate} false in 1,000 words (odds {least:.2f})")
    return [round(float(weight), 4) for weight in weights]


def write(weights: Mapping[str, Mapping[str, list[float]]]) -> None:
    """Write ``dabir/copydesk/weights.py``."""
    lines = [
        '"""Weights of the evidence of ``readings``, fitted by ``tools/fit_readings.py``.',
        "",
        "In the order of the evidence; the first stands for no evidence at all. ``LEAST_ODDS`` are",
        "the logarithms of odds from which a reading is shown: a wrong mark costs more than a slip",
        "that is missed. There is one set for a lexicon that an archive has taught, and one for",
        "the language's alone.",
        '"""',
        "",
        "from typing import Final",
        "",
        "WEIGHTS: Final = {",
    ]
    for state, kinds in weights.items():
        lines.append(f'    "{state}": {{')
        for kind, numbers in kinds.items():
            body = textwrap.indent(textwrap.fill(", ".join(map(str, numbers)), 80), " " * 12)
            lines += [f'        "{kind}": (', f"{body},", "        ),"]
        lines.append("    },")
    lines += ["}  # fmt: skip", f"LEAST_ODDS: Final = {json.dumps(LEAST_ODDS)}"]
    WEIGHTS.write_text("\n".join(lines) + "\n")


def learnt_lexicon(texts: Path) -> Lexicon:
    """Return the lexicon of the stories that are not held out."""
    counts, place_ = WORK / "counts.sqlite3", WORK / "learnt.lexicon"
    with Counts(counts) as book:
        for _ in book.learn(lessons(texts, held=False)):
            pass
        compile_learnt(BASE, book, place_)
    return Lexicon(place_)


def main(texts: Path) -> int:
    """Fit both sets of weights and write them; return the exit status."""
    if not texts.is_dir():
        print(f"There are no texts to fit on: {texts} is not a folder.", file=sys.stderr)
        return 2
    held = [lesson for lesson in lessons(texts, held=True) if lesson.code.startswith(NEWS)]
    weights = {}
    for state, lexicon in ((LEARNT, learnt_lexicon(texts)), (ALONE, Lexicon(BASE))):
        gathered = Gathering(Reader(lexicon))
        for lesson in held:
            gathered.read(lesson)
        print(f"{state}: {gathered.words:,} words read")
        weights[state] = {kind: weights_of(gathered, kind) for kind in KINDS}
    weights[ALONE][GLUED][FUNCTION_WORD] += EASE
    write(weights)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else TEXTS))
