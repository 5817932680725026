"""Whatever is put before it, the desk reads: any Unicode, of any length, again and again."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dabir.copydesk import Desk, House, Term
from dabir.copydesk.profiles import PROFILES
from dabir.copydesk.styles import STYLES
from dabir.persian.letters import HALF_SPACE, INVISIBLE, PERSIAN_LETTERS

pytestmark = pytest.mark.many

SLIPS = (
    "بدنبال گفتگو هیچکس سپاسگذار صرفا موثر رییس كتابي امورات این این وسوریه می شود کتاب ها خانه ی"
    ' تاثیر گذار بعد از ظهر گاهاً مسوولان ، . : ؟ ؟؟ !! « » ( ) " , ; ? 12 1,250.5 ۱۲:۳۰ F-16 b@c.ir'
    " سو استفاده بین الملل جمهوری اسلامی به گزارش"
).split(" ")
signs = st.sampled_from(
    [*PERSIAN_LETTERS, *INVISIBLE, *" \t\u00a0،.:؛؟!«»()[]\"'/-0۱٢aZـًُّأؤئةكيىﻛ¬", HALF_SPACE]
)
copy = st.lists(st.sampled_from(SLIPS), max_size=12).map(" ".join)
anything = st.one_of(st.text(), st.text(signs, max_size=30), copy, st.lists(copy).map("\n".join))
EVERYTHING = House(
    terms=(Term("رژیم گذشته", "حکومت پیشین"), Term("کتاب")),
    switches={style.name: True for style in STYLES if style.name != "ye-ye-ezafe"}
    | PROFILES["academy"].switches,
)
patiently = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module", params=[House(), EVERYTHING], ids=["plain", "everything on"])
def desk(request: pytest.FixtureRequest) -> Desk:
    return Desk(request.param)


@given(text=anything)
@patiently
def test_marks_stand_inside_the_text_and_none_over_another(desk: Desk, text: str) -> None:
    marks = desk.read(text)
    assert all(0 <= mark.start <= mark.end <= len(text) for mark in marks)
    ends = [0, *(mark.end for mark in marks)]
    assert all(end <= mark.start for end, mark in zip(ends, marks, strict=False))


@given(text=anything)
@patiently
def test_mending_twice_changes_nothing_more(desk: Desk, text: str) -> None:
    mended = desk.mend(text)
    assert desk.mend(mended) == mended


@given(text=anything)
@patiently
def test_no_fix_is_what_stands_there(desk: Desk, text: str) -> None:
    for mark in desk.read(text):
        assert all(fix != text[mark.start : mark.end] for fix in mark.fixes[:1])
        assert all("\n" not in fix for fix in mark.fixes)


@pytest.mark.parametrize("size", [8_000])
@pytest.mark.parametrize(
    "stuff",
    [
        *(
            "ا",
            " ",
            "«",
            "(",
            '"',
            "/ ",
            "؟!",
            "...",
            "ا.",
            "1,",
            "1-",
            "a-.",
            "@",
            "<a",
            "&a",
            "ـ",
        ),
        *(HALF_SPACE, f"ا{HALF_SPACE}", "ا¬", "\u200f", "\u064e", "😀\u200d", "\ud800", "http://"),
        *(
            "x.ir/(",
            "ال ",
            "هیچ",
            "ب",
            "به",
            "می ",
            'صرفا" ',
            "« ",
            " »",
            "سو ",
            "گذار ",
            " :",
            "دوما ",
        ),
        *("\ufd3f", "ﻛ", "ة ", "، ", ",ا", "[", "ا ب ج د / "),
    ],
    ids=repr,
)
def test_it_takes_no_time_out_of_proportion(stuff: str, size: int) -> None:
    desk = Desk()
    desk.read("گرم")
    begun = time.perf_counter()
    desk.read(stuff * (size // len(stuff)))
    assert time.perf_counter() - begun < 10
