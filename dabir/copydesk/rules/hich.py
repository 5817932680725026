"""«هیچ» grown into its word, «هیچکس» or «هیچیک», where the Academy has a half-space.

«هیچی» is a word of its own, and what is no such noun («هیچکاک») is left alone.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from dabir.copydesk.examples import Example
from dabir.copydesk.marks import Mark, Severity
from dabir.copydesk.paragraph import Paragraph
from dabir.copydesk.wording import plain, wrong_parts
from dabir.persian.letters import HALF_SPACE

LABEL: Final = "«هیچ»ِ چسبیده"
SEVERITY: Final = Severity.SPACING
EXAMPLES: Final = [
    Example("هیچکس نیامد", f"هیچ{HALF_SPACE}کس نیامد"),
    Example("هیچیک از آنان هیچکدامشان", f"هیچ{HALF_SPACE}یک از آنان هیچ{HALF_SPACE}کدامشان"),
    Example(
        "هیچوقت و هیچگاه و هیچگونه",
        f"هیچ{HALF_SPACE}وقت و هیچ{HALF_SPACE}گاه و هیچ{HALF_SPACE}گونه",
    ),
    Example("به هیچوجه و هیچجایی", f"به هیچ{HALF_SPACE}وجه و هیچ{HALF_SPACE}جایی"),
    Example("او هیچکاره است", f"او هیچ{HALF_SPACE}کاره است"),
    Example(f"هیچ{HALF_SPACE}کس، هیچ کس، هیچی، هیچ، هیچکاک"),
]

_WORD: Final = "هیچ"
NOUNS: Final = frozenset(
    "کس یک کدام گونه گاه وقت جا جای چیز کار کاره وجه عنوان کجا کجای زمان نوع".split()
)
_ENDINGS: Final = ("", "ی", "یی", "شان", "مان", "تان", "م", "ت", "ش", "ها", "های", "ای")


def check(paragraph: Paragraph) -> Iterator[Mark]:
    """Yield a mark over every «هیچ» that is one word with its noun."""
    if _WORD not in paragraph.text:
        return
    for part, right in wrong_parts(paragraph, right_hich):
        why = f"«هیچ» با نیم{HALF_SPACE}فاصله می{HALF_SPACE}آید: «{right}»."
        yield Mark(part.start, part.end, "hich", SEVERITY, why, (right,))


@lru_cache(5_000)
def right_hich(written: str) -> str | None:
    """Return a word with «هیچ» apart from its noun, or None when it has none."""
    if not written.startswith(_WORD):
        return None
    rest = plain(written)[len(_WORD) :]
    if any(rest.endswith(ending) and rest.removesuffix(ending) in NOUNS for ending in _ENDINGS):
        return f"{_WORD}{HALF_SPACE}{rest}"
    return None
