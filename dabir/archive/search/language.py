"""What is known of Persian words without any archive: from dictionaries, and from lists here.

The lexicon alone decides it, so it is worked out once and kept in a file beside the lexicon.
"""

import hashlib
import tempfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Final

import marisa_trie

from dabir.archive.search import letters, vocabulary, words
from dabir.archive.search.letters import fold
from dabir.archive.search.vocabulary import (
    DOUBLE,
    FIRST,
    FORM,
    MI,
    PAIR,
    SECOND,
    TRIPLE,
    Vocabulary,
    mapped,
    trie_of,
)
from dabir.archive.search.words import Words
from dabir.copydesk import dictionaries
from dabir.copydesk.lexicon import Lexicon
from dabir.persian import forms
from dabir.persian import letters as persian_letters
from dabir.persian import verbs as persian_verbs
from dabir.persian.forms import APART
from dabir.persian.letters import HALF_SPACE, skeleton
from dabir.persian.verbs import Verb, read_verbs

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


_DECIDE: Final = (
    letters, vocabulary, words, dictionaries, forms, persian_verbs, persian_letters,
)  # fmt: skip
"""The modules, beside this one, that decide what is made of the dictionaries."""


@lru_cache(2)
def known(
    lexicon: Lexicon, verbs: tuple[str, ...], folder: Path | None = None
) -> tuple[marisa_trie.BytesTrie, Words]:
    """Return what is known without an archive, and the words as that analyses them.

    It is read from ``folder`` where it was kept there, and kept there where that can be.
    """
    file = folder / f"search-{_fingerprint(lexicon, verbs)}.marisa" if folder else None
    if file and file.exists():
        trie = mapped(file)
    else:
        trie = trie_of(_entries(lexicon, verbs))
        if file:
            _keep(trie, file)
    return trie, Words(lexicon, Vocabulary(trie))


def _fingerprint(lexicon: Lexicon, verbs: tuple[str, ...]) -> str:
    """Return a digest of all that decides what is known: dictionaries and our own modules."""
    seen = hashlib.blake2b(str(number(lexicon, verbs)).encode(), digest_size=8)
    for file in (__file__, *(str(module.__file__) for module in _DECIDE)):
        seen.update(Path(file).read_bytes())
    return seen.hexdigest()


def _keep(trie: marisa_trie.BytesTrie, file: Path) -> None:
    """Keep what was worked out, where the folder may be written to; clear older ones away."""
    try:
        with tempfile.TemporaryDirectory(dir=file.parent) as fresh:
            trie.save(str(Path(fresh) / file.name))
            (Path(fresh) / file.name).replace(file)
        for other in file.parent.glob("search-*.marisa"):
            if other != file:
                other.unlink(missing_ok=True)
    except OSError:
        return


def _entries(lexicon: Lexicon, verbs: tuple[str, ...]) -> dict[str, str]:
    found = list(read_verbs(verbs))
    entries = {**_doubles(lexicon), **_forms(lexicon, found)}
    words = Words(lexicon, Vocabulary(trie_of(entries)))
    pairs = {*_dictionary_pairs(lexicon), *_parted_words(lexicon, found)}
    add_pairs(entries, pairs, words, lexicon)
    entries |= _triples()
    return entries | sides_of(entries)


def number(lexicon: Lexicon, verbs: Iterable[str]) -> int:
    """Return a number that changes with the dictionaries that a vocabulary is made of."""
    return zlib.crc32("\n".join([*verbs, str(lexicon.facts)]).encode())


def add_pairs(
    entries: dict[str, str], pairs: Iterable[tuple[str, str]], words: Words, lexicon: Lexicon
) -> None:
    """Add pairs, by their skeletons, to the entries of a vocabulary."""
    for first, second in sorted(pairs):
        stem = words.stem(second)
        if whole := _whole(lexicon, first, second):
            entries[f"{PAIR}{first} {second}"] = f"={whole}"
        whole = _whole(lexicon, first, stem)
        entries.setdefault(f"{PAIR}{first} {stem}", f"={whole}" if whole else fold(first + stem))


def sides_of(entries: Mapping[str, str]) -> dict[str, str]:
    """Return which words begin a pair or a triple, and which end a pair."""
    sides: dict[str, str] = {}
    for key in entries:
        if key[0] in (PAIR, TRIPLE):
            first, second = key[1:].split()
            sides |= {f"{FIRST}{first}": "", f"{SECOND}{second}": ""}
    return sides


def _whole(lexicon: Lexicon, first: str, second: str) -> str:
    """Return the word that dictionaries have for the two: «کتابخانه», «فناوری» of «فن آوری»."""
    for whole in (first + second, first + second.replace("آ", "ا")):
        if lexicon.sources(whole) & WORD:
            return whole
    return ""


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
                entries.setdefault(f"{MI}{skeleton(verb.prefix + form)}", infinitive)
        for form in chain(verb.forms(), (verb.past,)):
            bare = skeleton(form)
            if HALF_SPACE in form or lexicon.sources(bare) & dictionaries.HAZM:
                continue
            if form.endswith("ی"):  # «گریزی» is more often a noun
                continue
            entries.setdefault(f"{FORM}{bare}", infinitive)
    for form, infinitive in IMPERSONAL.items():
        entries[f"{MI}{form}"] = infinitive
    return entries


def _doubles(lexicon: Lexicon) -> dict[str, str]:
    """Return the spellings that differ in the carrier of a hamza alone, and some others."""
    entries = {}
    by_shape: dict[str, list[str]] = {}
    for word, written in lexicon.written_otherwise():
        shape = "".join("*" if letter in "أؤئء" else skeleton(letter) for letter in written)
        if "*" in shape[1:]:
            by_shape.setdefault(shape, []).append(word)
    for shape, spelt in by_shape.items():
        best = max(spelt, key=lexicon.count)
        others = {shape.replace("*", carrier) for carrier in "یاو"} | {*spelt}
        for other in others - {best}:
            if other in spelt or not lexicon.sources(other) & dictionaries.HAZM:
                entries[f"{DOUBLE}{other}"] = best
    for line in DOUBLES.split(","):
        other, best = line.split()
        entries[f"{DOUBLE}{other}"] = best
    return entries


def _dictionary_pairs(lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Yield the pairs that the dictionaries write with a half-space, without endings and می."""
    doubtful = dictionaries.BARE | dictionaries.VERB
    for first, second, sources in lexicon.joined():
        sure = sources & ~doubtful
        if sure and sure != dictionaries.LISTED and is_pair(first, second):
            yield first, second


def is_pair(first: str, second: str) -> bool:
    """Say whether two pieces with a half-space between may be a compound: no affix, no verb."""
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


def _triples() -> dict[str, str]:
    """Return «گفت و گو», «گفت وگو», «گفتو گو» and «گفتوگو» as one word."""
    entries = {}
    for line in TRIPLES.split(","):
        first, second = map(skeleton, line.split())
        whole = f"{first}و{second}"
        entries[f"{TRIPLE}{first} {second}"] = whole
        entries[f"{PAIR}{first} و{second}"] = f"={whole}"
        entries[f"{PAIR}{first}و {second}"] = f"={whole}"
        entries[f"{DOUBLE}{whole}"] = whole
    return entries
