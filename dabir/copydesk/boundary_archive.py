"""What the archive says of two pieces, for ``boundaries``: as names of facts, and values.

How often they stand with a half-space and with a blank, they or the first with another form
of the second, and how often they meet at all for words so frequent.
"""

from collections.abc import Iterator
from math import log
from typing import Final

from dabir.copydesk.lexicon import Lexicon
from dabir.persian.forms import stems

SEEN_BOUND: Final = 4.0
"""Forms speak no louder than this where the archive has the pair."""
HALF: Final = 0.3
"""What an unseen way of writing counts."""
OTHER_FORMS: Final = ("ی", "ها", "های")

Fact = tuple[str, float]


def archive_facts(lexicon: Lexicon, first: str, second: str) -> list[Fact]:
    """Return what the archive counts of the two pieces."""
    half, space, glued = lexicon.half_spaces(first, second)
    facts = [("any", 1.0), *_written(half, space)]
    if not half + space:
        facts += _written_nearly(lexicon, first, second)
    if glued:
        facts.append(("glued", log(glued + 1)))
    met, a, b = lexicon.pair(first, second), lexicon.seen(first), lexicon.seen(second)
    if met:
        surprise = log(met * lexicon.total / ((a + 5) * (b + 5)))
        facts += [("met", 1.0), ("surprise", surprise), ("often met", log(met))]
    facts.append(("first often", log(a) / 10) if a else ("first unseen", 1.0))
    facts.append(("second often", log(b) / 10) if b else ("second unseen", 1.0))
    return facts


def _written(half: int, space: int) -> Iterator[Fact]:
    if n := half + space:
        yield from (("seen", 1.0), ("n", log(n + 1)))
        yield "ratio", log((half + HALF) / (space + HALF))
        if not half:
            yield "never half", log(n + 1)
        if not space:
            yield from (("never blank", log(n + 1)), ("never blank at all", 1.0))
            if n > 1:
                yield "always joined", 1.0


def _written_nearly(lexicon: Lexicon, first: str, second: str) -> Iterator[Fact]:
    half = space = 0
    for other in (*stems(second)[1:], *[second + ending for ending in OTHER_FORMS]):
        h, s = lexicon.written(first, other)
        half, space = half + h, space + s
    if half + space:
        yield from (("near seen", 1.0), ("near n", log(half + space + 1)))
        yield "near ratio", log((half + HALF) / (space + HALF))


def form_facts(form: float, n: float) -> list[Fact]:
    """Return the odds by form, by name and value: who is seen often is judged less by form."""
    if not n:
        return [("form", form)]
    bound = max(-SEEN_BOUND, min(SEEN_BOUND, form))
    return [("form of seen", bound), ("form of often seen", bound * n)]
