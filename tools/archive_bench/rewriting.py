"""Five ways in which one story comes again, made by a seeded program."""

from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import Final

from dabir.archive.search.entries import Entry
from dabir.persian import HALF_SPACE

_OLD_LETTERS: Final = str.maketrans(
    {"ی": "ي", "ک": "ك", "ۀ": "ه", **dict(zip("0123456789", "٠١٢٣٤٥٦٧٨٩", strict=True))}
)


def spelt_otherwise(entry: Entry, chance: Random, others: list[Entry]) -> Entry:
    """Old letters and digits; half-spaces as blanks or dropped, one by one."""

    def spell(text: str) -> str:
        pieces = text.translate(_OLD_LETTERS).split(HALF_SPACE)
        made = pieces[0]
        for piece in pieces[1:]:
            made += chance.choice((" ", "", HALF_SPACE)) + piece
        return made

    return replace(entry, headline=spell(entry.headline), body=spell(entry.body))


def under_another_headline(entry: Entry, chance: Random, others: list[Entry]) -> Entry:
    """The headline of another story."""
    return replace(entry, headline=chance.choice(others).headline)


def shortened(entry: Entry, chance: Random, others: list[Entry]) -> Entry:
    """Two fifths to three fifths of its lines, from the top, as an editor cuts."""
    lines = entry.body.split("\n")
    kept = max(1, round(len(lines) * chance.uniform(0.4, 0.6)))
    return replace(entry, body="\n".join(lines[:kept]))


def in_another_order(entry: Entry, chance: Random, others: list[Entry]) -> Entry:
    """Its lines shuffled."""
    lines = entry.body.split("\n")
    chance.shuffle(lines)
    return replace(entry, body="\n".join(lines))


def edited(entry: Entry, chance: Random, others: list[Entry]) -> Entry:
    """Every twelfth word left out or exchanged for one of another story."""
    foreign = chance.choice(others).body.split() or ["خبر"]

    def change(word: str) -> str:
        if chance.random() > 1 / 12:
            return word
        return chance.choice(("", chance.choice(foreign)))

    lines = (" ".join(map(change, line.split())) for line in entry.body.split("\n"))
    return replace(entry, body="\n".join(lines))


KINDS: Final[dict[str, Callable[[Entry, Random, list[Entry]], Entry]]] = {
    "spelling": spelt_otherwise,
    "headline": under_another_headline,
    "shortened": shortened,
    "order": in_another_order,
    "edits": edited,
}
