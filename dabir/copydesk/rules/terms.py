"""The house's own terms, from its rulebook: what it writes another way, or wants to be asked.

A term is found in any spelling of its half-spaces and letters, as whole words. Where the
text has it right already, also as part of the longer right form, nothing is said.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from dabir.copydesk.examples import Example
from dabir.copydesk.house import House, Term
from dabir.copydesk.marks import Mark, Severity
from dabir.copydesk.paragraph import Paragraph
from dabir.copydesk.phrases import Hit, Phrases, chain_of
from dabir.persian.letters import HALF_SPACE

LABEL: Final = f"واژه{HALF_SPACE}های این تحریریه"
SEVERITY: Final = Severity.STYLE
_HOUSE: Final = House(
    terms=(
        Term("رژیم گذشته", "حکومت پیشین"),
        Term("خلیج", "خلیج فارس", f"نام کامل خلیج نوشته می{HALF_SPACE}شود."),
        Term("جان باخته", f"جان{HALF_SPACE}باخته"),
        Term("هیات", "هیأت"),
        Term("مهاجم", "", "روشن است که بازیکن است یا متجاوز؟"),
    )
)
EXAMPLES: Final = [
    Example("در رژیم گذشته", "در حکومت پیشین", _HOUSE),
    Example(
        f"جان باخته و جان{HALF_SPACE}باخته", f"جان{HALF_SPACE}باخته و جان{HALF_SPACE}باخته", _HOUSE
    ),
    Example("آب خلیج و خلیج فارس", "آب خلیج فارس و خلیج فارس", _HOUSE),
    Example("هیات و هيأت", "هیأت و هیأت", _HOUSE),
    Example("مهاجم آمد", None, _HOUSE),
    Example(f"مهاجمان و رژیم{HALF_SPACE}گذشته{HALF_SPACE}ای که نیست", None, _HOUSE),
    Example("در رژیم گذشته"),
]


def check(paragraph: Paragraph) -> Iterator[Mark]:
    """Yield a mark over every term that the house writes another way."""
    if not paragraph.house.terms:
        return
    for hit in _phrases(paragraph.house.terms).find(paragraph.pieces):
        term = hit.meaning
        if term.right and _is_right(paragraph, hit):
            continue
        if paragraph.text[hit.end : hit.end + 1] == HALF_SPACE:
            continue
        why = term.reason or _reason(term)
        fixes = (term.right,) if term.right else ()
        yield Mark(hit.start, hit.end, "terms", SEVERITY, why, fixes)


@lru_cache(8)
def _phrases(terms: tuple[Term, ...]) -> Phrases[Term]:
    return Phrases((term.wrong, term) for term in terms)


def _is_right(paragraph: Paragraph, hit: Hit[Term]) -> bool:
    """Say whether a hit already stands in the right form, which may be longer."""
    right = hit.meaning.right
    whole = chain_of(right)
    for offset in range(len(whole)):
        if whole[offset : offset + hit.last - hit.first + 1] == chain_of(hit.meaning.wrong):
            ahead, behind = hit.first - offset, hit.first - offset + len(whole)
            held = paragraph.pieces[max(0, ahead) : behind]
            if held and paragraph.text[held[0].start : held[-1].end] == right:
                return True
    return False


def _reason(term: Term) -> str:
    if term.right:
        return f"در این تحریریه «{term.right}» نوشته می{HALF_SPACE}شود."
    return f"دربارهٔ «{term.wrong}» باید پرسید."
