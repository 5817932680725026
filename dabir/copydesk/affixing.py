"""Whether a piece is an affix of its neighbour: «می» of «رود», «ها» of «کتاب», «تر» of «بزرگ».

Nearly always it is; what looks like an affix and is none is told by its company:

    می     wine, and a verb never follows it: «می از باران», «می و معشوق»
    ها     a cry, or a name of nothing: «ها! چه گفتی؟», «و ها»
    تر     wet, after a noun: «لباس تر شد»; adjectives are known by their comparatives
    ای     O: «ای ایران»; an ending only after ه and ی: «خانه ای», «زندگی ای»
"""

from typing import Final

from dabir.copydesk.dictionaries import VERB
from dabir.copydesk.lexicon import Lexicon
from dabir.copydesk.pieces import NO_WORDS
from dabir.persian.forms import APART, BEINGS, COMPARATIVES, OWNERS, PLURALS, takes_apart
from dabir.persian.verbs import CONTINUOUS, PREFIXED, without_object

NO_STEMS: Final = frozenset(
    "و به از در با بر که را تا هر یا اگر چون پس نه چه سه همه نیز اما ولی ای می نمی هم "
    "یک هیچ برای بدون درباره علیه همچون مانند چند بلکه زیرا هرچه آنچه گرچه اگرچه چنانچه وگرنه ها "
    "های هایی".split()
)
"""Words that take no ending of nouns, though some end in ه."""
NO_ADJECTIVES: Final = frozenset("این آن روی است".split())
"""Stems of «اینتر», «آنتر» and «رویتر», which are names."""
OF_PLACE: Final = frozenset("پیش پس جلو عقب پست پایین بالا زود دیر یواش تند کم بیش".split())
"""Adverbs that are compared like adjectives."""
OF_ADJECTIVES: Final = ("ی", "انه", "ناک", "مند", "گین", "آمیز", "وار", "گون", "پذیر", "ناپذیر")
"""Words that end so are adjectives."""
OF_COMPARATIVES: Final = frozenset(COMPARATIVES)
OF_PLURALS: Final = frozenset(PLURALS)
ENDINGS: Final = frozenset((*BEINGS, *OWNERS))
MI: Final = frozenset({"می", "نمی"})
HABIT: Final = 2
"""What the archive joins so many times oftener than it parts is joined."""


APART_OR_MI: Final = APART | MI


def is_affix(first: str, second: str) -> bool:
    """Say whether one of two pieces looks like an affix of the other."""
    return second in APART_OR_MI or first in CONTINUOUS


class Affixes:
    """Tells affixes by a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def joins(self, first: str, second: str, after: str, is_part: bool = False) -> bool:
        """Say whether one of two pieces is an affix of the other.

        ``is_part``: the first piece is a part of a compound, as «اندام» in «خوش|اندام تر».
        """
        if first in CONTINUOUS:
            return self.continues(first, second)
        if second in MI and first in PREFIXED:
            return bool(self._lexicon.join(first + second, after).sources & VERB)
        if first in NO_STEMS and not is_part:
            return False
        if second in OF_PLURALS:
            return self._is_plural(first, second, after)
        if second in OF_COMPARATIVES:
            return is_part or second.startswith("ترین") or self.compares(first)
        return second in ENDINGS and self._ends(first, second)

    def continues(self, prefix: str, verb: str) -> bool:
        """Say whether ``verb`` stands behind می, نمی or برمی as one verb with it."""
        join = self._lexicon.join
        forms = (verb, *without_object(verb))
        if any(join(prefix, form).sources & VERB for form in forms):
            return True
        if prefix not in MI:
            return any(join("می", form).sources & VERB for form in forms)
        return self._is_habit(prefix, verb)

    def _is_plural(self, noun: str, ending: str, after: str) -> bool:
        return noun not in NO_WORDS and after != ending and not self._is_only_verb(noun)

    def compares(self, adjective: str) -> bool:
        """Say whether ``adjective`` has a comparative, by itself or as its last part does."""
        join = self._lexicon.join
        if adjective in NO_ADJECTIVES:
            return False
        if join(adjective, "تر").sources or join(adjective, "ترین").sources:
            return True
        if adjective in OF_PLACE or adjective.endswith(OF_ADJECTIVES):
            return True
        return self._is_habit(adjective, "تر") or self._is_habit(adjective, "ترین")

    def _ends(self, word: str, ending: str) -> bool:
        return word not in NO_WORDS and takes_apart(word, ending)

    def _is_habit(self, first: str, second: str) -> bool:
        half, space, _ = self._lexicon.half_spaces(first, second)
        return half > HABIT * space

    def _is_only_verb(self, word: str) -> bool:
        return self._lexicon.sources(word) == VERB and not word.endswith("ه")
