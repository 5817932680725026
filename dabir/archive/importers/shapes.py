"""How kickers, headlines and leads are told apart by their words alone."""

import re
from collections.abc import Iterable
from typing import Final

from dabir.archive.importers.forms import any_of
from dabir.archive.importers.lines import Line
from dabir.archive.importers.record import KICKER_LENGTH
from dabir.archive.importers.words import keys

MENU_WORDS: Final = 3
"""A menu's entry has at most so many words."""
LEAD_LIKE: Final = 85
"""A line from this length on, under a shorter one, is rather a lead than a headline."""

_KICKER_END: Final = re.compile(r"[:؛…]$|\.\.\.$")
_IN: Final = any_of("""
    خصوص، گفت، دیدار، پی، واکنش، نشست، جلسه، مراسم، آیین، نامه، پیام، پاسخ، ارتباط، جریان
    حاشیه، آستانه
""")
_WITH: Final = any_of("حضور، اشاره، تاکید، تأکید، بیان، هدف، دستور، حکم")
_BY: Final = any_of("گفته، دستور، مناسبت، همت، نقل، بهانه، روایت، دنبال")
_KICKER_START: Final = re.compile(
    rf"^(?:در {_IN}|با {_WITH}|به {_BY}|از (?:سوی|زبان|نگاه)|طی |همزمان با|پس از|بر اساس|بنا به)"
)
_VERBS: Final = any_of("""
    شد، کرد، گرفت، داد، گفت، کردند، شدند، دادند، خواند، دانست، گفتند، است، مطرح، نوشت
""")
_KICKER_VERB: Final = re.compile(rf"{_VERBS}$")
_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_COMMON: Final = keys("""
    است، این، برای، شود، شده، کرد، کند، های، می، آن، یک، بود، شد، باید، دارد، دارند، کنند، کرده
    خود، نیز، هم، گفت، ها، همه، چه، هر، بین، پس، روی، اما، اگر، نمی، توان، بیش، قرار، مورد، داد
    داده، تنها، وی
""")


def content_words(lines: Iterable[Line]) -> set[str]:
    """Return the words that say what lines are about."""
    return {word for line in lines for word in _WORD.findall(line.plain)} - _COMMON


def share(line: Line, about: set[str]) -> float:
    """Return which part of the line's words is among ``about``."""
    own = content_words([line])
    return len(own & about) / len(own) if own else 0.0


def ends_as_kicker(line: Line) -> bool:
    return bool(_KICKER_END.search(line.plain))


def is_kicker_shaped(line: Line) -> bool:
    """Say whether a line reads like a kicker wherever it stands."""
    if len(line.text) > KICKER_LENGTH or (line.is_prose and line.ends_a_sentence):
        return False
    return ends_as_kicker(line) or bool(_KICKER_START.search(line.plain))


def tells_a_deed(line: Line) -> bool:
    """Say whether a line closes with a verb: «در نشست … مطرح شد»."""
    return bool(_KICKER_VERB.search(line.plain))


def is_lead_under(under: Line, above: Line) -> bool:
    """Say whether ``under`` reads like the lead below the headline ``above``."""
    longer = len(under.plain) >= max(LEAD_LIKE, 1.3 * len(above.plain))
    headline_above = "/" not in under.plain and not is_kicker_shaped(above)
    return under.is_prose or (longer and headline_above)
