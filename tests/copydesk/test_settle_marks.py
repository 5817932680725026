"""Following composed marks once is following both lists, one after the other."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from dabir.copydesk.marks import Mark, Severity, mend
from dabir.copydesk.settling import changing, composed


def mark(start: int, end: int, fix: str, severity: Severity = Severity.STYLE) -> Mark:
    return Mark(start, end, "rule", severity, "چرا", (fix,))


@st.composite
def marks_over(draw: st.DrawFn, text: str) -> list[Mark]:
    """Marks over a text, none over another."""
    marks, at = [], 0
    while at <= len(text) and len(marks) < 6:
        start = at + draw(st.integers(0, 3))
        end = start + draw(st.integers(0, 2))
        if end > len(text):
            break
        marks.append(mark(start, end, draw(st.text("xyz", max_size=2))))
        at = max(end, start + 1)
    return marks


@given(st.data(), st.text("abc", max_size=12))
def test_once_is_as_good_as_twice(data: st.DataObject, text: str) -> None:
    first = data.draw(marks_over(text))
    mended = mend(text, first)
    second = data.draw(marks_over(mended))
    both = composed(text, first, mended, changing(mended, second))
    assert mend(text, both) == mend(mended, second)
    assert all(one.end <= other.start for one, other in itertools.pairwise(both))


def test_the_gravest_slip_says_what_a_composed_mark_is() -> None:
    text = "تاثیر گذار"
    first = [mark(0, 10, "تاثیرگذار", Severity.SPACING)]
    (both,) = composed(text, first, "تاثیرگذار", [mark(0, 5, "تأثیر")])
    assert (both.start, both.end, both.severity) == (0, 10, Severity.SPACING)
    assert both.fixes == ("تأثیرگذار",)


def test_marks_without_fixes_stay() -> None:
    pointing = Mark(4, 7, "rule", Severity.ERROR, "چرا")
    assert composed("abc def", [pointing], "abc def", []) == [pointing]
