"""Fit the weights of ``dabir.copydesk.readings`` on spoilt and untouched lines of news.

    python -m tools.fit_readings [TEXTS]       (by default ../shared/text)

The lexicon has learnt other outlets' stories than those that are read, as a desk reads news that
it has not learnt. In these, words are spoilt one at a time: a letter wrong, two words glued, one
word split. A reading that brings the right words back is right; a reading of an untouched word is
wrong. But untouched news holds slips too (two in a thousand words): what a first fit is sure of
there is taken for right, without the words of ``FALSE``, which a person found to be no slips. A
second fit weighs the wrong readings that remain likely as ``HARD`` ones, for they are what makes
a wrong mark. Logistic regression, by Newton's method. Lines that the measures of
``make bench-copydesk`` use are left out altogether, and a quarter of all others, for judging.

Prints, for each kind, the share of slips that is found at so many false readings in a thousand
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

from dabir.copydesk.counts import Lesson
from dabir.copydesk.evidence import FUNCTION_WORDS, OPEN_ENDS
from dabir.copydesk.lexicon import Lexicon
from dabir.copydesk.pieces import NO_WORDS, Piece, pieces
from dabir.copydesk.places import BASE
from dabir.copydesk.places import LEARNT as LEARNT_PLACE
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
from tools.copydesk_bench import machine

ROOT: Final = Path(__file__).resolve().parent.parent
TEXTS: Final = ROOT.parent / "shared" / "text"
MEASURED: Final = ROOT.parent / "shared" / "copydesk" / "pairs"
WEIGHTS: Final = ROOT / "dabir" / "copydesk" / "weights.py"
NEWS: Final = ("khabar", "hamrss")
"""Texts to fit on: agencies' copy that the desk of the measures has not learnt."""
KINDS: Final = (LETTERS, GLUED, SPLIT)
SURE: Final = {LETTERS: 3.3, GLUED: 2.6, SPLIT: 3.2}
"""Odds from which the first fit is believed against the untouched text."""
FALSE: Final = frozenset(
    """
    آدکلن هک خاشقجی جودوکا ایسفا جت تیران گوین شپ شاتا کاحول آمان عابس لوردوز بهزاد عزیزاله وتان
    القاصی حدنگار استنا هوآوی خداقلی عرسال واللا سازان بازاندیش خبرگزارش اینابر فردو ونیز
    خبرآنلاین اعتمادآنلاین جوبا درجای بازتدوین غیرمزاحم فراانسانی غیروطن آندورا انصارالمهدی
    سانتریفیوژهاست مهدیشهر عاشوراست پورمیدانی سعدو محمدپناه آریاکیا خودنگهدارنده یکبارمصرف
    غیرخصوصی کردپرس نسرینیا شیرطلایی حسنخالی صادرشده امضاشده باکیفیت حدو امیرعبدالرضا
    سیدعبدالرحیم سیدابوالحسن سیدنورالله امیرساسان سازمانیافته بالافاصله
""".split()
)
"""Words in which a first fit saw slips with confidence, and a person none."""
HARD: Final = 9
"""How often a wrong reading counts that a first fit finds as likely as an eighth of the right."""
LEAST_ODDS: Final = {
    LEARNT: {LETTERS: 3.2, GLUED: 2.9, SPLIT: 2.0},
    ALONE: {LETTERS: 1.6, GLUED: 2.1, SPLIT: 1.0},
}
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


def is_for_judging(paragraph: str) -> bool:
    """Say whether a paragraph is one of the quarter that nothing is fitted on."""
    return zlib.crc32(bare(paragraph).encode()) % 4 == 0


def lessons(texts: Path) -> Iterator[Lesson]:
    """Yield the stories to fit on."""
    measured = measured_lines()
    for name in NEWS:
        with gzip.open(texts / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                paragraphs = [
                    paragraph
                    for paragraph in json.loads(line)
                    if bare(paragraph) not in measured and not is_for_judging(paragraph)
                ]
                if paragraphs:
                    yield Lesson(f"{name}-{number}", paragraphs)


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
        self.words_of: dict[str, list[str]] = {kind: [] for kind in KINDS}
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

    def _add(self, reading: Reading, word: str, is_right: bool) -> None:
        evidence, verdicts = self.rows[reading.kind]
        evidence.append(reading.evidence)
        verdicts.append(is_right)
        self.words_of[reading.kind].append("" if is_right else word)

    def _untouched(
        self, chain: list[Piece], words: list[str], at: int, story: Mapping[str, int]
    ) -> None:
        for reading in self.reader.readings(place(words, at, story)):
            if reading.kind != SPLIT or (at + 1 < len(chain) and chain[at + 1].gap == " "):
                self._add(reading, words[at], False)

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
                self._add(reading, wrong[0], True)


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


def weights_of(gathered: Gathering, kind: str, slips: set[str]) -> list[float]:
    """Return the weights of a kind, and print what they find.

    ``slips`` are real slips of the untouched text; where there are none, they are put in.
    """
    evidence, verdicts = (np.array(part, dtype=float) for part in gathered.rows[kind])
    words = gathered.words_of[kind]
    first = evidence @ fitted(evidence, verdicts)
    if not slips:
        slips |= {w for w, odds in zip(words, first, strict=True) if odds > SURE[kind]} - FALSE
    real = np.array([word in slips and word != "" for word in words])
    right = (verdicts == 1) | (real & (first > 0))
    hard = ~right & (first > np.quantile(first[verdicts == 1], 1 / 8))
    rows = np.vstack([evidence, *[evidence[hard]] * (HARD - 1)])
    weights = fitted(rows, np.r_[right, np.zeros(int(hard.sum()) * (HARD - 1))])
    odds = evidence @ weights
    false = np.sort(odds[~right])[::-1]
    for rate in (0.03, 0.06, 0.1, 0.2, 0.4):
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


def main(texts: Path) -> int:
    """Fit both sets of weights and write them; return the exit status."""
    if not texts.is_dir():
        print(f"There are no texts to fit on: {texts} is not a folder.", file=sys.stderr)
        return 2
    learnt = machine.learnt_folder()
    if learnt is None:
        return 1
    weights = {}
    slips: dict[str, set[str]] = {kind: set() for kind in KINDS}
    for state, place_ in ((LEARNT, learnt / LEARNT_PLACE), (ALONE, BASE)):
        gathered = Gathering(Reader(Lexicon(place_)))
        for lesson in lessons(texts):
            gathered.read(lesson)
        print(f"{state}: {gathered.words:,} words read")
        weights[state] = {kind: weights_of(gathered, kind, slips[kind]) for kind in KINDS}
    write(weights)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else TEXTS))
