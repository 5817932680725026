"""Nouns and adjectives with their endings: which there are, and how each is written.

With | for a half-space, after the orthography of the Academy of Persian Language, and as the
treebanks PerDT and Seraji and the agencies of 2019 write:

    plural         apart: کتاب|ها, کتاب|هایشان. The Academy's first edition let «کتابها» stand too
                   except after ه: خانه|ها, گروه|ها; «آنها» and «اینها» are written so by most
    comparative    apart: بزرگ|تر, بزرگ|ترین; but بهتر, کهتر, مهتر, بیشتر, کمتر
    after ه        ام, ات, اش, ای, ایم, اید, اند, مان, تان, شان apart: خانه|ای, رفته|اند
    after ی        the same apart, but «زندگیشان» stands as well as «زندگی|شان»
    after others   joined: کتابم, کتابش, خوشحالیم
    after ا and و  with ی between: صدایش, جادویی

A letter that never joins the next one takes no half-space behind it, for nothing would show:
«کشورها», «بدتر», not «کشور|ها». In 400,000 words PerDT has one there; Seraji 37 in 14,000.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from dabir.persian.letters import HALF_SPACE, NON_JOINING

PLURALS: Final = tuple(
    "هایشان هایمان هایتان هاییم هایند هاست هایی هایم هایت هایش هاشان های ها".split()
)
COMPARATIVES: Final = tuple("ترین ترها ترهای ترینش ترینشان ترند تریم تری تر".split())
BEINGS: Final = tuple("ایم اید اند ام ای".split())
"""«ام» in «رفته|ام», «ای» in «رفته|ای» and «خانه|ای»."""
OWNERS: Final = tuple("مان تان شان ات اش".split())
APART: Final = frozenset((*PLURALS, *COMPARATIVES, *BEINGS, *OWNERS))
"""Endings that may stand apart by a half-space, and so by mistake by a blank."""
_ALL_APART: Final = tuple(APART)
ONE_WORD: Final = frozenset(
    "بهتر بهترین کهتر مهتر بیشتر بیشترین کمتر کمترین آنها اینها آنهایی اینهایی".split()
)
"""Written joined by everybody."""

NOMINAL: Final = (
    *PLURALS,
    *"ترین تر مین گانی گان انه گی انی یان ان مان شان تان یی ات ی م ت ش ست".split(),
)
"""Endings that leave a noun or an adjective when they are taken off; the longer first."""
_BY_LAST_LETTER: Final = {
    last: tuple(ending for ending in NOMINAL if ending[-1] == last)
    for last in {ending[-1] for ending in NOMINAL}
}


class Ending(NamedTuple):
    """A word taken apart: «کتابهایشان» -> «کتاب», «هایشان»."""

    stem: str
    ending: str


def joins_next(word: str) -> bool:
    """Say whether the last letter of ``word`` would join a letter after it."""
    return word[-1:] not in NON_JOINING


def joined(*parts: str) -> str:
    """Return the parts as one word, with half-spaces where they would otherwise join."""
    whole = ""
    for part in parts:
        whole += (HALF_SPACE if whole and joins_next(whole) else "") + part
    return whole


def endings(word: str) -> Iterator[Ending]:
    """Yield the ways ``word`` is a stem with an ending that should stand apart from it.

    Only the form is judged: «تنها» is «تن», «ها» here too. Whether there is such a stem, and
    whether the whole is a word of its own, the lexicon knows.
    """
    if not word.endswith(_ALL_APART) or word in ONE_WORD:
        return
    for ending in (*PLURALS, *COMPARATIVES):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 1 and joins_next(stem):
            yield Ending(stem, ending)
    for ending in (*BEINGS, *OWNERS):
        stem = word.removesuffix(ending)
        both_ways = stem.endswith("ی") and not ending.startswith("ا")
        if stem != word and len(stem) > 2 and takes_apart(stem, ending) and not both_ways:
            yield Ending(stem, ending)


def takes_apart(stem: str, ending: str) -> bool:
    """Say whether ``ending``, one of BEINGS or OWNERS, stands apart from ``stem``."""
    return stem.endswith(("ه", "ی")) and ending in APART


@lru_cache(100_000)
def stems(word: str) -> tuple[str, ...]:
    """Return ``word``, then what is left of it without each ending that it may have.

    «سازیهای» -> «سازی»; «کنندگان» -> «کنند», «کننده»; «پذیری» -> «پذیر».
    """
    found = [word]
    for ending in _BY_LAST_LETTER.get(word[-1:], ()):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            rest = word[: -len(ending)]
            found += (rest, rest + "ه") if ending[0] == "گ" else (rest,)
    return tuple(found)
