"""Letters of Persian, their Arabic look-alikes, and the signs that nobody sees.

Sources: ISIRI 6219 (Persian letters in information interchange) for the letters of
Persian, the Unicode character database for the invisible signs.
"""

from typing import Final

HALF_SPACE: Final = "\u200c"
"""Zero width non-joiner: the half-space (نیم فاصله) between the parts of one word."""
JOINER: Final = "\u200d"
LEFT_TO_RIGHT_MARK: Final = "\u200e"
RIGHT_TO_LEFT_MARK: Final = "\u200f"
SOFT_HYPHEN: Final = "\u00ad"
BYTE_ORDER_MARK: Final = "\ufeff"
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

_FOLD: Final = str.maketrans(
    {
        ARABIC_YEH: PERSIAN_YEH,
        ARABIC_ALEF_MAKSURA: PERSIAN_YEH,
        ARABIC_KAF: PERSIAN_KAF,
    }
)


def fold_letters(text: str) -> str:
    """Return ``text`` with Arabic yeh and kaf written as the Persian letters.

    Only letters that look alike and mean the same in Persian are changed; hamza, teh
    marbuta, vowels and the half-space stay as they were typed.
    """
    return text.translate(_FOLD)
