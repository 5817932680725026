"""The rules of the copy desk, one file each, in the order of their worth.

A rule is a module: its docstring says why it exists and what it must not touch, ``LABEL``
names it in Persian, ``SEVERITY`` says how bad the slip is, ``EXAMPLES`` judge it, and
``check(paragraph)`` yields its marks. Where two rules mark the same letters, the one that
stands earlier in ``RULES`` is heard.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Final, Protocol, cast

from dabir.copydesk.examples import Example
from dabir.copydesk.marks import Mark, Severity
from dabir.copydesk.paragraph import Paragraph
from dabir.copydesk.rules import (
    affixes,
    be_joined,
    characters,
    common,
    compounds,
    digits,
    doubled,
    ezafe,
    glued,
    gozar,
    hamza,
    hich,
    house_style,
    joined_affixes,
    madda,
    names,
    number_spaces,
    plural,
    punctuation,
    real_word,
    spaces,
    spelling,
    split,
    tanwin,
    terms,
)


class Rule(Protocol):
    """What a module in this folder says of itself."""

    __name__: str
    __doc__: str | None
    LABEL: str
    SEVERITY: Severity
    EXAMPLES: Sequence[Example]
    check: Callable[[Paragraph], Iterator[Mark]]


def _rule(module: object) -> Rule:
    return cast("Rule", module)


RULES: Final[tuple[Rule, ...]] = (
    _rule(terms),
    _rule(characters),
    _rule(names),
    _rule(doubled),
    _rule(common),
    _rule(gozar),
    _rule(plural),
    _rule(be_joined),
    _rule(hich),
    _rule(tanwin),
    _rule(hamza),
    _rule(madda),
    _rule(glued),
    _rule(joined_affixes),
    _rule(spelling),
    _rule(affixes),
    _rule(compounds),
    _rule(split),
    _rule(ezafe),
    _rule(real_word),
    _rule(house_style),
    _rule(punctuation),
    _rule(number_spaces),
    _rule(spaces),
    _rule(digits),
)


def name(rule: Rule) -> str:
    """Return the name of a rule: its file's, with hyphens."""
    return rule.__name__.rpartition(".")[2].replace("_", "-")
