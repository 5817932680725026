"""What the analysis knows of Persian words: verbs, doubles of spelling, and compounds.

Made from the lexicon of the language and from the half-spaces of the paper's own archive,
when an index is built; kept beside the index, so that queries are read as stories were.

    forms    a form of a verb -> its infinitive: «رفتند» -> «رفتن»; behind می: «روند» -> «رفتن»
    doubles  another spelling of one word: «هیات» -> «هییت», «گفتگو» and «گفت و گو» are one
    pairs    two pieces that are one word: «بهره برداری», with the compound's own term

A pair whose glued form is a word of the dictionaries («کتابخانه») is one term wherever the
two stand side by side; any other («بهرهبرداری») is its two parts and, beside them, a
compound.
"""

import json
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain, pairwise
from pathlib import Path
from typing import Final

import marisa_trie

from dabir.archive.search.letters import fold, pieces
from dabir.archive.search.words import Words
from dabir.copydesk import dictionaries
from dabir.copydesk.lexicon import Lexicon
from dabir.persian.forms import APART
from dabir.persian.letters import HALF_SPACE, skeleton
from dabir.persian.verbs import Verb, read_verbs

VERSION: Final = 1
"""Raise it with every change of what the analysis makes of a text."""
FILE: Final = "vocabulary.marisa"
FACTS: Final = "vocabulary.json"
"""The vocabulary's two files in the folder of an index."""

WORD: Final = dictionaries.HAZM | dictionaries.LILAK
"""The dictionaries whose word is a word: shekar's counts glued slips too."""
CLOSERS: Final = (
    "گاه خانه نامه مند مندی ناک گین سرا زار ستان آلود گری گر چی بان بانی وار دان".split()
)
"""What closes compounds and is no form of a verb."""
IMPERSONAL: Final = {"توان": "توانستن", "باید": "بایستن", "بایست": "بایستن", "بایستی": "بایستن"}
"""What stands behind می as it is."""
OPENERS: Final = frozenset(
    "نا بی ضد غیر هم پیش پر کم فرا ابر خود درون برون میان نیم تک چند هیچ بر در باز پی زیر".split()
)
TRIPLES: Final = (
    "گفت گو,جست جو,شست شو,پرس جو,رفت آمد,زد خورد,ساخت ساز,کسب کار,گیر دار,خرید فروش,سر صدا,آب هوا,"
    "تک تاز,خورد خوراک,سوخت ساز,نشست برخاست,دید بازدید,پخت پز,بند بست,تاخت تاز,ریخت پاش,گشت گذار"
)
"""Two words with «و» between them that are one word, half-spaces or not."""
DOUBLES: Final = (
    "اطاق اتاق,طهران تهران,بلیط بلیت,امپراطور امپراتور,امپراطوری امپراتوری,باطری باتری,"
    "گفتگو گفتوگو,جستجو جستوجو,شستشو شستوشو,ذغال زغال,لشگر لشکر,ازدهام ازدحام"
)
_FORM, _MI, _DOUBLE, _PAIR, _TRIPLE, _EI, _FIRST, _SECOND = "vmdptebs"
_LEAST_HALVES: Final = 2
_LEAST_SHARE: Final = 0.1
_SHARE_OF_ONE: Final = 0.5
_SAMPLE: Final = 5_000
"""How often a pair must be written with a half-space, and of all its places, to be learnt."""


class Vocabulary:
    """The words of the analysis, in one mapped trie."""

    def __init__(self, trie: marisa_trie.BytesTrie, facts: Mapping[str, str | int]) -> None:
        self._trie = trie
        self.facts = dict(facts)

    @classmethod
    def open(cls, folder: Path) -> "Vocabulary":
        """Return the vocabulary kept in ``folder``; OSError where it is not there."""
        facts = json.loads((folder / FACTS).read_text())
        trie = marisa_trie.BytesTrie()
        trie.mmap(str(folder / FILE))
        return cls(trie, facts)

    def save(self, folder: Path) -> None:
        """Keep the vocabulary in ``folder``."""
        self._trie.save(str(folder / FILE))
        (folder / FACTS).write_text(json.dumps(self.facts))

    def _get(self, kind: str, key: str) -> str | None:
        found = self._trie.get(kind + key)
        return found[0].decode() if found else None

    def infinitive(self, form: str) -> str | None:
        """Return the infinitive of a form that is a verb wherever it stands."""
        return self._get(_FORM, form)

    def behind_mi(self, form: str) -> str | None:
        """Return the infinitive of what stands behind می, نمی, or a prefix with them."""
        return self._get(_MI, form)

    def double(self, word: str) -> str | None:
        """Return the spelling that ``word`` is kept under, if it is another one."""
        return self._get(_DOUBLE, word)

    def pair(self, first: str, second: str) -> str | None:
        """Return the term of two stems that are one word: «=…» where nothing but it is kept."""
        return self._get(_PAIR, f"{first} {second}")

    def triple(self, first: str, second: str) -> str | None:
        """Return the word that the two are with «و» between them."""
        return self._get(_TRIPLE, f"{first} {second}")

    def means_ei(self, rest: str) -> bool | None:
        """Say whether the archive has «ای» behind ``rest``, a word in ه, more often than «های»
        behind what is left without that ه; None where it does not tell."""
        found = self._get(_EI, rest)
        return None if found is None else found == "1"

    def ends_pair(self, second: str) -> bool:
        """Say whether any pair ends with this word or stem."""
        return f"{_SECOND}{second}" in self._trie

    def begins_pair(self, first: str) -> bool:
        """Say whether any pair begins with this stem."""
        return f"{_FIRST}{first}" in self._trie


def build(
    lexicon: Lexicon, verbs: Iterable[str], learnt: Mapping[tuple[str, str], tuple[int, int]]
) -> Vocabulary:
    """Return the vocabulary of a language's lexicon and of an archive.

    ``verbs`` are lines ``past#present``; ``learnt`` says of two pieces, by their skeletons,
    how often the archive has a half-space between them, and how often a blank.
    """
    lines = tuple(verbs)
    known, words = _language(lexicon, lines)
    entries = dict(known)
    _add_pairs(entries, _learnt(learnt), words, lexicon)
    entries |= _sides(entries)
    entries |= _ei(learnt)
    facts = {"version": VERSION, "language": language(lexicon, lines), "learnt": len(learnt)}
    return Vocabulary(_trie_of(entries), facts)


def language(lexicon: Lexicon, verbs: Iterable[str]) -> int:
    """Return a number that changes with the dictionaries that a vocabulary is made of."""
    return zlib.crc32("\n".join([*verbs, str(lexicon.facts)]).encode())


@lru_cache(2)
def _language(lexicon: Lexicon, verbs: tuple[str, ...]) -> tuple[dict[str, str], Words]:
    """Return what is known without an archive, and the words as it analyses them."""
    found = list(read_verbs(verbs))
    entries = {**_doubles(lexicon), **_forms(lexicon, found)}
    words = Words(lexicon, Vocabulary(_trie_of(entries), {}))
    pairs = {*_dictionary_pairs(lexicon), *_parted_words(lexicon, found)}
    _add_pairs(entries, pairs, words, lexicon)
    return entries | _triples(), words


def _add_pairs(
    entries: dict[str, str], pairs: Iterable[tuple[str, str]], words: Words, lexicon: Lexicon
) -> None:
    for first, second in sorted(pairs):
        stem = words.stem(second)
        if whole := _whole(lexicon, first, second):
            entries[f"{_PAIR}{first} {second}"] = f"={whole}"
        whole = _whole(lexicon, first, stem)
        entries.setdefault(f"{_PAIR}{first} {stem}", f"={whole}" if whole else fold(first + stem))


def _sides(entries: Mapping[str, str]) -> dict[str, str]:
    """Return which words begin a pair or a triple, and which end a pair."""
    sides: dict[str, str] = {}
    for key in entries:
        if key[0] in (_PAIR, _TRIPLE):
            first, second = key[1:].split()
            sides |= {f"{_FIRST}{first}": "", f"{_SECOND}{second}": ""}
    return sides


def _whole(lexicon: Lexicon, first: str, second: str) -> str:
    """Return the word that dictionaries have for the two: «کتابخانه», «فناوری» of «فن آوری»."""
    for whole in (first + second, first + second.replace("آ", "ا")):
        if lexicon.sources(whole) & WORD:
            return whole
    return ""


def _trie_of(entries: Mapping[str, str]) -> marisa_trie.BytesTrie:
    return marisa_trie.BytesTrie((key, value.encode()) for key, value in entries.items())


def _forms(lexicon: Lexicon, verbs: Iterable[Verb]) -> dict[str, str]:
    """Return the forms of verbs, and what stands behind می.

    Without می a form is a verb only where hazm's list, which is one of lemmas, has no such
    word: «روند» is a noun, «مردم» too.
    """
    entries: dict[str, str] = {}
    for verb in verbs:
        infinitive = fold(f"{verb.prefix}{verb.past}ن")
        for form in verb.continuing():
            if HALF_SPACE not in form:
                entries.setdefault(f"{_MI}{skeleton(verb.prefix + form)}", infinitive)
        for form in chain(verb.forms(), (verb.past,)):
            bare = skeleton(form)
            if HALF_SPACE in form or lexicon.sources(bare) & dictionaries.HAZM:
                continue
            if form.endswith("ی"):  # «گریزی» is more often a noun
                continue
            entries.setdefault(f"{_FORM}{bare}", infinitive)
    for form, infinitive in IMPERSONAL.items():
        entries[f"{_MI}{form}"] = infinitive
    return entries


def _doubles(lexicon: Lexicon) -> dict[str, str]:
    """Return the spellings that differ in the carrier of a hamza alone, and some others."""
    entries = {}
    by_shape: dict[str, list[str]] = {}
    for word, written in lexicon.written_otherwise():
        shape = "".join("*" if letter in "أؤئء" else skeleton(letter) for letter in written)
        if "*" in shape[1:]:
            by_shape.setdefault(shape, []).append(word)
    for shape, words in by_shape.items():
        best = max(words, key=lexicon.count)
        others = {shape.replace("*", carrier) for carrier in "یاو"} | {*words}
        for other in others - {best}:
            if other in words or not lexicon.sources(other) & dictionaries.HAZM:
                entries[f"{_DOUBLE}{other}"] = best
    for line in DOUBLES.split(","):
        other, best = line.split()
        entries[f"{_DOUBLE}{other}"] = best
    return entries


def _dictionary_pairs(lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Yield the pairs that the dictionaries write with a half-space, without endings and می."""
    doubtful = dictionaries.BARE | dictionaries.VERB
    for first, second, sources in lexicon.joined():
        sure = sources & ~doubtful
        if sure and sure != dictionaries.LISTED and _is_pair(first, second):
            yield first, second


def _is_pair(first: str, second: str) -> bool:
    return (
        len(first) > 1
        and len(second) > 1
        and second not in APART
        and not first.endswith(("می", "نمی"))
        and second not in {"اند", "است", "هایی", "هایم", "و"}
        and first != "و"
    )


def _parted_words(lexicon: Lexicon, verbs: Iterable[Verb]) -> Iterator[tuple[str, str]]:
    """Yield the pieces of words that a known part opens or closes: «جلو», «گیری»; «نا», «امنی»."""
    closers = {skeleton(part) for verb in verbs for part in verb.second_parts()} | {*CLOSERS}
    for word in lexicon.words():
        if not lexicon.sources(word) & WORD or len(word) < 5:
            continue
        for at in range(2, len(word) - 2):
            first, second = word[:at], word[at:]
            rest = first if second in closers else second if first in OPENERS else ""
            if rest and lexicon.sources(rest) & dictionaries.HAZM:
                yield first, second


def _learnt(
    learnt: Mapping[tuple[str, str], tuple[int, int]],
) -> Iterator[tuple[str, str]]:
    for pair, (halves, blanks) in learnt.items():
        share = _LEAST_SHARE if halves >= _LEAST_HALVES else _SHARE_OF_ONE
        if halves >= share * (halves + blanks) and _is_pair(*pair):
            yield pair


def _ei(learnt: Mapping[tuple[str, str], tuple[int, int]]) -> dict[str, str]:
    """Return of words in ه whether «حرفهای» is «حرفه» with «ای», where the archive tells."""
    entries = {}
    for (first, second), (halves, _) in learnt.items():
        if second == "ای" and first.endswith("ه"):
            plural = learnt.get((first[:-1], "های"), (0, 0))[0]
            entries[f"{_EI}{first}"] = "1" if halves >= plural else "0"
        elif second == "های" and (f"{first}ه", "ای") not in learnt:
            entries[f"{_EI}{first}ه"] = "0"
    return entries


def learn(texts: Iterable[str]) -> dict[tuple[str, str], tuple[int, int]]:
    """Return of the pairs that ``texts`` write with half-spaces how often, and how often apart.

    Half-spaces are counted in all texts, blanks in the first ones alone.
    """
    halves: Counter[tuple[str, str]] = Counter()
    blanks: Counter[tuple[str, str]] = Counter()
    for number, text in enumerate(texts):
        if HALF_SPACE in text:
            for run in text.split():
                if HALF_SPACE in run:
                    halves.update(pairwise(piece.text for piece in pieces(run)))
        if number < _SAMPLE:
            blanks.update(pairwise(text.split()))
    return {
        (skeleton(first), skeleton(second)): (n, blanks[first, second])
        for (first, second), n in halves.items()
    }


def _triples() -> dict[str, str]:
    """Return «گفت و گو», «گفت وگو», «گفتو گو» and «گفتوگو» as one word."""
    entries = {}
    for line in TRIPLES.split(","):
        first, second = map(skeleton, line.split())
        whole = f"{first}و{second}"
        entries[f"{_TRIPLE}{first} {second}"] = whole
        entries[f"{_PAIR}{first} و{second}"] = f"={whole}"
        entries[f"{_PAIR}{first}و {second}"] = f"={whole}"
        entries[f"{_DOUBLE}{whole}"] = whole
    return entries
