"""Stories to measure with: sentences of given texts, drawn anew; one seed, the same stories."""

import gzip
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any, Final

from dabir.archive.search.entries import Entry
from tools.press_bench import words

WORDS: Final = 250
"""Words of a story, its headline and its lead among them."""
SECTIONS: Final = tuple(key for key, _ in words.SECTIONS)
FIRST: Final = datetime(2004, 3, 20, tzinfo=UTC)
BETWEEN: Final = timedelta(minutes=11)


def sentences(files: list[Path], seed: int) -> list[str]:
    """Return sentences of the files (JSON lines: a list of paragraphs, or ``body`` is one), or
    of our own making where there are none."""
    if not files:
        writer = words.Writer(Random(seed))
        return [writer.sentence() for _ in range(20_000)]
    return [line for file in files for line in _sentences(file)]


def _sentences(file: Path) -> Iterator[str]:
    opener: Any = gzip.open if file.suffix == ".gz" else open
    with opener(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            paragraphs = row if isinstance(row, list) else row["body"]
            for paragraph in paragraphs:
                yield from (part.strip() for part in paragraph.split(". ") if len(part) > 20)


def entries(count: int, pool: list[str], seed: int) -> Iterator[Entry]:
    """Yield ``count`` stories of some ``WORDS`` words."""
    random = Random(seed)
    writer = words.Writer(random)
    people = [writer.name() for _ in range(40)]
    for code in range(1, count + 1):
        headline = " ".join(random.choice(pool).split()[:9])
        lead = random.choice(pool)
        yield Entry(
            code=code,
            published=FIRST + BETWEEN * code,
            headline=headline,
            lead=lead,
            body=". ".join(_body(pool, random, WORDS - len(f"{headline} {lead}".split()))),
            sections=(random.choice(SECTIONS),),
            people=(random.choice(people),),
        )


def _body(pool: list[str], random: Random, length: int) -> Iterator[str]:
    """Yield sentences of so many words together: half of the last one more, or less."""
    while length > 0:
        sentence = random.choice(pool)
        size = sentence.count(" ") + 1
        if size > 2 * length:
            return
        yield sentence
        length -= size
