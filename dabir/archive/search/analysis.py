"""Text to terms: every spelling of a word gives the same terms, in stories and in queries.

    text -> pieces -> words -> endings join the word before, می the verb after,
                               known pairs become one term or a compound

``read`` is for stories, ``words_of`` for queries and for marks in the text; both see the same.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from dabir.archive.search.letters import pieces
from dabir.archive.search.vocabulary import Vocabulary
from dabir.archive.search.words import AND, ENDING, ONE_WORD, PLAIN, Word, Words
from dabir.copydesk.lexicon import Lexicon

_KEPT: Final = 400_000
"""Runs of characters between blanks whose words are kept."""


class Reading(NamedTuple):
    """What a text says to the search.

    terms      its words in their order, without endings
    compounds  the compounds among them, whose parts are terms of their own
    """

    terms: list[str]
    compounds: list[str]


class ReadWord(NamedTuple):
    """A word, or several that are one, with the place in the text; offsets of characters."""

    terms: tuple[str, ...]
    compound: str
    start: int
    end: int


class Analyser:
    """Reads text by a lexicon and the vocabulary of an index."""

    def __init__(self, lexicon: Lexicon, vocabulary: Vocabulary) -> None:
        self._words, self._vocabulary = Words(lexicon, vocabulary), vocabulary
        self.common = vocabulary.common
        self._runs: dict[str, tuple[Word, ...]] = {}

    def read(self, text: str) -> Reading:
        """Return the terms and the compounds of ``text``."""
        reader = _Reader(self._words, self._vocabulary)
        reader.take(self._words_of_runs(text))
        return Reading(reader.terms, [compound for _, compound in reader.joins])

    def words_of(self, text: str) -> list[ReadWord]:
        """Return the words of ``text`` with their places; what is one word is one."""
        found = list(pieces(text))
        reader = _Reader(self._words, self._vocabulary)
        reader.take([self._words.read(piece.text) for piece in found])
        spans = [*reader.places, len(found)]
        return [
            ReadWord(terms, compound, found[spans[a]].start, found[max(spans[b] - 1, spans[a])].end)
            for a, b, terms, compound in reader.groups()
        ]

    def _words_of_runs(self, text: str) -> list[Word]:
        runs = self._runs
        found: list[Word] = []
        for run in text.split():
            words = runs.get(run)
            if words is None:
                if len(runs) >= _KEPT:
                    runs.clear()
                words = tuple(self._words.read(piece.text) for piece in pieces(run))
                runs[run] = words
            found += words
        return found


class _Reader:
    """Reads a row of words, left to right.

    terms   what they say
    places  of each term, the word where it begins; words that begin none belong to it too
    joins   compounds: where the first of their terms stands among ``terms``
    """

    def __init__(self, words: Words, vocabulary: Vocabulary) -> None:
        self._words, self._vocabulary = words, vocabulary
        self.terms: list[str] = []
        self.places: list[int] = []
        self.joins: list[tuple[int, str]] = []

    def take(self, row: list[Word]) -> None:
        """Read ``row``: the plain words here, the others in ``_special``."""
        terms, places = self.terms, self.places
        before: Word | None = None
        find = self._words.pair
        at, size = 0, len(row)
        while at < size:
            word = row[at]
            if word.role != PLAIN and (step := self._special(row, at, before)):
                before, at = step
                continue
            pair = ""
            if before is not None and before.begins and word.ends:
                pair = find(before.last, word.raw, word.first) or ""
            if not pair or not (joined := self._join(before, pair)):
                terms += word.terms
                places.append(at)
                if len(word.terms) > 1:
                    places += [at] * (len(word.terms) - 1)
                    if word.compound:
                        self.joins.append((len(terms) - 2, word.compound))
                before = word
            elif joined.whole is None:
                self.joins.append((len(terms) - 1, joined.compound))
                terms += word.terms
                places += [at] * len(word.terms)
                before = word
            else:
                terms[-1] = joined.whole.terms[0]
                before = joined.whole
            at += 1

    def groups(self) -> Iterator[tuple[int, int, tuple[str, ...], str]]:
        """Yield the terms that are one word: the numbers of the first and after the last one,
        the terms, their compound ("" for none)."""
        joins = dict(reversed(self.joins))
        at, size = 0, len(self.terms)
        while at < size:
            after = at + 2 if at in joins else at + 1
            while at in joins and after < size and self.places[after] == self.places[after - 1]:
                after += 1
            yield at, after, tuple(self.terms[at:after]), joins.get(at, "")
            at = after

    def _join(self, before: Word | None, pair: str) -> "_Joined | None":
        """Return what a pair is: a compound beside its parts, or one word."""
        if pair[0] != "=":
            return _Joined(None, pair)
        whole = self._words.read(pair[1:])
        return _Joined(whole, "") if before and len(before.terms) == len(whole.terms) == 1 else None

    def _special(
        self, row: list[Word], at: int, before: Word | None
    ) -> tuple[Word | None, int] | None:
        """Read an ending, می or «و»; None where it is a word like others."""
        word, after = row[at], row[at + 1] if at + 1 < len(row) else None
        if word.role == ENDING:
            return (self._end(before, word), at + 1) if before else None
        if after is None:
            return None
        if word.role == AND:
            return self._triple(before, after, at)
        return self._mi(word, before, after, at)

    def _end(self, before: Word, ending: Word) -> Word:
        """Let an ending join the word before it; «کم تر» is a word of its own."""
        if before.raw + ending.raw in ONE_WORD:
            before = self._words.read(before.raw + ending.raw)
            self.terms[-1] = before.terms[0]
        return before.shut()

    def _triple(self, before: Word | None, after: Word, at: int) -> tuple[Word, int] | None:
        """Read «گفت و گو»."""
        if before is None or not before.begins:
            return None
        if not (whole := self._vocabulary.triple(before.last, after.first)):
            return None
        word = self._words.read(whole)
        self.terms[-1] = word.terms[0]
        return word, at + 2

    def _mi(self, mi: Word, before: Word | None, after: Word, at: int) -> tuple[Word, int] | None:
        """Read «می رود», «برمی گردد», «بر می گردد»."""
        prefix = self._words.prefix_of(before)
        if prefix and (verb := self._words.behind(prefix, after.raw)):
            self.terms[-1] = verb
            return after.shut(), at + 2
        verb = self._words.behind(mi.first, after.raw) if mi.first else after.mi
        if not verb:
            return None
        self.terms.append(verb)
        self.places.append(at)
        return after.shut(), at + 2


class _Joined(NamedTuple):
    """Two words together: one ``whole`` word, or a ``compound`` beside its parts."""

    whole: Word | None
    compound: str
