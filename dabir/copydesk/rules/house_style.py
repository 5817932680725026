"""What papers agree on for themselves: one spelling of «گفتگو», «بعد از ظهر», «بلیط», «اینکه».

Each style is a switch (see ``dabir.copydesk.styles``); some are on unless a house turns them
off, the others wait for a house that wants them. Words are known in any spelling of their
half-spaces; whoever writes the house's way is left alone.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from dabir.copydesk.examples import Example
from dabir.copydesk.house import House
from dabir.copydesk.marks import Mark, Severity
from dabir.copydesk.paragraph import Paragraph
from dabir.copydesk.phrases import Phrases
from dabir.copydesk.styles import STYLES, Style
from dabir.copydesk.walls import Walls
from dabir.copydesk.wording import is_on
from dabir.persian.letters import HALF_SPACE, HAMZA_ABOVE, LETTER_RANGE

LABEL: Final = f"شیوه{HALF_SPACE}نامه"
SEVERITY: Final = Severity.STYLE
EXAMPLES: Final = [
    Example("گفتگو و گفتگوهای آنان", f"گفت{HALF_SPACE}وگو و گفت{HALF_SPACE}وگوهای آنان"),
    Example(f"گفت{HALF_SPACE}و{HALF_SPACE}گوی آنان", f"گفت{HALF_SPACE}وگوی آنان"),
    Example(
        "بعد از ظهر، گفت و گو",
        f"بعدازظهر، گفت{HALF_SPACE}وگو",
        House(switches={"bad-az-zohr": True, "goft-o-gu": True}),
    ),
    Example("بعد از ظهر و گفت و گو"),
    Example("بلیط اطاق", "بلیت اتاق"),
    Example("روبرو شدن و جابجایی", f"روبه{HALF_SPACE}رو شدن و جابه{HALF_SPACE}جایی"),
    Example(
        f"گفت{HALF_SPACE}وگو، گفت و شنید، بعد از ظهور، به عنوان، این که، آنها، می{HALF_SPACE}باشد"
    ),
    Example(f"خانه{HALF_SPACE}ی ما، خانهٔ ما، امریکا"),
    Example("به عنوان مهمان", f"به{HALF_SPACE}عنوان مهمان", House(switches={"be": True})),
    Example("اینکه همین طور", f"این{HALF_SPACE}که همین طور", House(switches={"in-ke": True})),
    Example("همین طور", f"همین{HALF_SPACE}طور", House(switches={"hamin-tor": True})),
    Example(
        f"خوب می باشد و نمی{HALF_SPACE}باشند", "خوب است و نیستند", House(switches={"ast": True})
    ),
    Example(f"امریکایی{HALF_SPACE}ها", f"آمریکایی{HALF_SPACE}ها", House(switches={"amrika": True})),
    Example(
        f"خانه{HALF_SPACE}ی ما و برنامه ی تازه",
        "خانهٔ ما و برنامهٔ تازه",
        House(switches={"ya-ye-ezafe": True}),
    ),
    Example(
        "خانهٔ ما و خانهء تو",
        f"خانه{HALF_SPACE}ی ما و خانه{HALF_SPACE}ی تو",
        House(switches={"ye-ye-ezafe": True}),
    ),
    Example("گفتگو", None, House(switches={"gofto": False})),
]

_ENDINGS: Final = "ی ها های هایی هایش هایشان هایمان ش م ت شان مان تان یی ای".split()
_YEH_APART: Final = re.compile(
    f"(?<=[{LETTER_RANGE}]ه)(?:{HALF_SPACE}| )ی(?![{LETTER_RANGE}{HALF_SPACE}])"
)
_HAMZA_ON: Final = re.compile(
    f"(?<=[{LETTER_RANGE}]ه)(?:{HAMZA_ABOVE}|ء)(?![{LETTER_RANGE}])|(?<=[{LETTER_RANGE}])ۀ"
)


def check(paragraph: Paragraph) -> Iterator[Mark]:
    """Yield a mark over every phrase that one of the house's styles writes another way."""
    switches = paragraph.house.switches
    chosen = tuple(style for style in STYLES if switches.get(style.name, style.is_on))
    for hit in _phrases(chosen).find(paragraph.pieces):
        wrong, right = hit.meaning
        written = paragraph.text[hit.start : hit.end]
        if written != right and (HALF_SPACE in written or HALF_SPACE not in wrong):
            why = f"شیوه{HALF_SPACE}نامه: «{right}»."
            yield Mark(hit.start, hit.end, "house-style", SEVERITY, why, (right,))
    yield from _ezafe(paragraph)


@lru_cache(32)
def _phrases(styles: tuple[Style, ...]) -> Phrases[tuple[str, str]]:
    return Phrases(
        (wrong, (wrong, right))
        for style in styles
        for phrase, written in style.phrases.items()
        for wrong, right in _with_endings(phrase, written)
    )


def _with_endings(phrase: str, right: str) -> Iterator[tuple[str, str]]:
    """Yield a phrase, and if it takes endings, what these make of it."""
    bare = phrase.removesuffix("+")
    yield bare, right
    if bare != phrase:
        yield from ((bare + ending, right + ending) for ending in _ENDINGS)


def _ezafe(paragraph: Paragraph) -> Iterator[Mark]:
    """Yield a mark over every ezafe after a silent he that the house writes the other way."""
    for switch, pattern, right in (
        ("ya-ye-ezafe", _YEH_APART, HAMZA_ABOVE),
        ("ye-ye-ezafe", _HAMZA_ON, f"{HALF_SPACE}ی"),
    ):
        if is_on(paragraph.house, switch, default=False):
            walls = Walls(paragraph)
            for found in pattern.finditer(paragraph.text):
                if not walls.touch(*found.span()):
                    fix = f"ه{right}" if found[0] == "ۀ" else right
                    why = f"شیوه{HALF_SPACE}نامه: نشانهٔ اضافه پس از «ه»."
                    yield Mark(*found.span(), "house-style", SEVERITY, why, (fix,))
