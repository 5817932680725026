"""Two words without the blank between them: «وسوریه» for «و سوریه».

The letters alone do not say it («برای» is «بر ای» as little as «دراز» is «در از»): the two
words must be likelier here than the one, by the archive's words and pairs. What is joined to
an affix («میشود», «کتابها») or is a compound («دانشجو») is a matter of half-spaces.
"""

from collections.abc import Iterator
from typing import Final

from dabir.copydesk.examples import Example
from dabir.copydesk.marks import Mark, Severity
from dabir.copydesk.paragraph import Paragraph
from dabir.copydesk.readings import GLUED
from dabir.persian.letters import HALF_SPACE

LABEL: Final = f"واژه{HALF_SPACE}های به{HALF_SPACE}هم{HALF_SPACE}چسبیده"
SEVERITY: Final = Severity.ERROR
EXAMPLES: Final = [
    Example("باران درسراسر کشور بارید.", "باران در سراسر کشور بارید."),
    Example("او اظهارداشت که کار تمام است.", "او اظهار داشت که کار تمام است."),
    Example("برای این کار به او گفتند."),
    Example("دانشجوی دانشگاه تهران"),
    Example("امروز روز عاشوراست و او اینجاست، در ساختمانی چندطبقه."),
]


def check(paragraph: Paragraph) -> Iterator[Mark]:
    """Yield a mark over every word that reads better as two."""
    for _, reading, start, end, _ in paragraph.doubts:
        if reading.kind == GLUED:
            first, second = parted(paragraph.text[start:end], reading.words, paragraph)
            yield Mark(
                start,
                end,
                "glued",
                SEVERITY,
                f"«{first}» و «{second}» به هم چسبیده{HALF_SPACE}اند.",
                (f"{first} {second}",),
            )


def parted(written: str, words: tuple[str, ...], paragraph: Paragraph) -> tuple[str, str]:
    """Return the two words as they were written, or as they are spelt where that is unclear."""
    first, second = words
    if len(written) == len(first) + len(second):
        return written[: len(first)], written[len(first) :]
    return paragraph.spelt(first), paragraph.spelt(second)
