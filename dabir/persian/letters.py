"""Letters of Persian, their Arabic look-alikes, and the signs that nobody sees.

Sources: ISIRI 6219 (Persian letters in information interchange) for the letters of
Persian, the Unicode character database for the invisible signs and the presentation
forms, the Academy's «دستور خط فارسی» for hamza and its carriers.
"""

import unicodedata
from functools import lru_cache
from typing import Final

HALF_SPACE: Final = "\u200c"
"""Zero width non-joiner: the half-space (نیم فاصله) between the parts of one word."""
JOINER: Final = "\u200d"
LEFT_TO_RIGHT_MARK: Final = "\u200e"
RIGHT_TO_LEFT_MARK: Final = "\u200f"
SOFT_HYPHEN: Final = "\u00ad"
BYTE_ORDER_MARK: Final = "\ufeff"
ZERO_WIDTH_SPACE: Final = "\u200b"
WORD_JOINER: Final = "\u2060"
NO_BREAK_SPACE: Final = "\u00a0"
NOT_SIGN: Final = "\u00ac"
"""¬, which old Windows code pages show where a half-space was meant."""
TATWEEL: Final = "\u0640"

BIDI_CONTROLS: Final = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Signs that turn the direction of text: marks, embeddings, overrides and isolates."""

INVISIBLE: Final = BIDI_CONTROLS + JOINER + SOFT_HYPHEN + BYTE_ORDER_MARK + "\u200b\u2060"
"""Signs without width that Persian copy never needs; the half-space is not one of them."""

ARABIC_YEH: Final = "\u064a"
ARABIC_ALEF_MAKSURA: Final = "\u0649"
ARABIC_KAF: Final = "\u0643"
ARABIC_TEH_MARBUTA: Final = "\u0629"
PERSIAN_YEH: Final = "\u06cc"
PERSIAN_KAF: Final = "\u06a9"
ALEF: Final = "\u0627"
HEH: Final = "\u0647"
HAMZA: Final = "\u0621"
HAMZA_ABOVE: Final = "\u0654"
"""The combining hamza: «خانهٔ» is written with it over the last letter."""
HEH_WITH_YEH: Final = "\u06c0"
"""«ۀ», one letter for what is written «هٔ» today."""
ALEF_WASLA: Final = "\u0671"

FATHATAN: Final = "\u064b"
"""The sign of «صرفاً»."""
TANWIN: Final = "\u064b\u064c\u064d"
SHADDA: Final = "\u0651"
SHORT_VOWELS: Final = "\u064e\u064f\u0650\u0652\u0670"
"""Fatha, damma, kasra, sukun and the small alef: few in Persian, many in voweled Arabic."""

PERSIAN_LETTERS: Final = "ءآاأؤئبپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
NON_JOINING: Final = "ءآأإاٱدذرزژوؤۀ"
"""Letters that never join the next one: after them a half-space shows nothing."""

LETTER_RANGE: Final = (
    "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc\u06ff"
    "\u0750-\u077f\u08a0-\u08b4\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdf7\ufe70-\ufefc"
)
"""Letters of Arabic script, presentation forms included, for a class in a pattern."""
SIGN_RANGE: Final = (
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed" + TATWEEL
)
"""Signs written over, under or between letters, for a class in a pattern."""

LOOK_ALIKES: Final = {
    **dict.fromkeys("\u064a\u0649\u06d0\u06d2\u06cd\u06ce\u0620\u063d\u063e\u063f", PERSIAN_YEH),
    **dict.fromkeys("\u0643\u06aa\u06ac\u063b\u063c", PERSIAN_KAF),
    **dict.fromkeys("\u06c1\u06be\u06d5\u06ff", HEH),
}
"""Letters of Arabic, Urdu, Kurdish, Pashto and Sindhi that stand where Persian means another."""

_HAMZA_CARRIERS: Final = {"أ": "ا", "إ": "ا", "ٱ": "ا", "ٲ": "ا", "ٳ": "ا", "ؤ": "و", "ئ": "ی"}
_HEH_FORMS: Final = {ARABIC_TEH_MARBUTA: HEH, HEH_WITH_YEH: HEH, "\u06c2": HEH, "\u06c3": HEH}


def _characters(ranges: str) -> str:
    """Return every character of a class: ``"a-ce"`` -> ``"abce"``."""
    spans = ranges.split("-")
    text = spans[0]
    for span in spans[1:]:
        text += "".join(map(chr, range(ord(text[-1]) + 1, ord(span[0]) + 1))) + span[1:]
    return text


def _presentation_forms() -> dict[str, str]:
    """Return what each presentation form (a letter as a font draws it) stands for."""
    forms = {
        form: unicodedata.normalize("NFKC", form).replace(" ", "")
        for form in _characters(LETTER_RANGE)
        if form >= "\ufb50" and unicodedata.category(form) != "Cn"
    }
    return {form: letters for form, letters in forms.items() if letters != form}


PRESENTATION_FORMS: Final = _presentation_forms()
"""Letters that some old programs store as drawn: «ﻛﺘﺎﺏ» letter by letter."""

SHUT_FORMS: Final = "".join(
    form
    for form, letters in PRESENTATION_FORMS.items()
    if letters[-1] not in NON_JOINING
    and unicodedata.decomposition(form).startswith(("<final>", "<isolated>"))
)
"""Forms drawn as the last of a word, of letters that join: a letter after one of them means
a half-space between the two."""

_FOLD: Final = str.maketrans(
    {
        ARABIC_YEH: PERSIAN_YEH,
        ARABIC_ALEF_MAKSURA: PERSIAN_YEH,
        ARABIC_KAF: PERSIAN_KAF,
    }
)
_TO_PERSIAN: Final = str.maketrans(
    LOOK_ALIKES
    | {
        form: "".join(LOOK_ALIKES.get(c, c) for c in was)
        for form, was in PRESENTATION_FORMS.items()
    }
)
_DROPPED: Final = dict.fromkeys(_characters(SIGN_RANGE) + INVISIBLE, "")
_BARE: Final = LOOK_ALIKES | _HAMZA_CARRIERS | _HEH_FORMS | _DROPPED
_SKELETON: Final = str.maketrans(
    {form: "".join(_BARE.get(c, c) for c in was) for form, was in PRESENTATION_FORMS.items()}
    | _BARE
)


def fold_letters(text: str) -> str:
    """Return ``text`` with Arabic yeh and kaf written as the Persian letters.

    Only letters that look alike and mean the same in Persian are changed; hamza, teh
    marbuta, vowels and the half-space stay as they were typed.
    """
    return text.translate(_FOLD)


def persian_letters(text: str) -> str:
    """Return ``text`` with every look-alike and presentation form as the Persian letter.

    Hamza, teh marbuta, vowels and the half-space stay: «كتابي» -> «کتابی», «ﻋﻠﯽ» -> «علی».
    """
    return text.translate(_TO_PERSIAN)


@lru_cache(65_536)
def skeleton(word: str) -> str:
    """Return the key under which ``word`` is counted, the same for all its spellings.

    Vowel signs, tanwin, tatweel and hamza above a letter go, its carriers and the Arabic
    letters become the Persian ones: «مسؤولیّت» -> «مسوولیت», «خانهٔ» -> «خانه». «آ», «ء»
    («جزء» is not «جز») and the half-space stay.
    """
    return word.translate(_SKELETON)
