"""End marks are cut off the body and kept apart."""

import pytest

from dabir.archive.importers import read_page
from dabir.archive.importers.end_marks import is_desk_code, is_end_phrase, part
from dabir.archive.importers.lines import plain
from dabir.persian import HALF_SPACE
from tests.archive.conftest import BODY, agency_page


@pytest.mark.parametrize(
    "mark",
    [
        "انتهای پیام",
        "انتهای پیام/۴۱۲۹/",
        "انتهای پیام /م.ق/",
        "انتهاي پيام/ م ش",
        "پایان پیام/د/1101/س/1",
        f"انتهای{HALF_SPACE}پیام/86015/ع20/ض1002",
        "انتهای رپرتاژ آگهی",
        "۲۱۷۲۱۷",
        "۹۹۲۷/۱۶۵۴",
        "256 / 256",
        "تهرام/۷۲۴۷//۱۳۴۸",
        "غ / ک / ۶۰۲۲",
        "/م.ق/",
    ],
)
def test_a_mark_below_the_body(mark: str) -> None:
    record = read_page(agency_page(below=mark + "\nکد خبر 712034"))

    assert record.end_marks == (mark,)
    assert list(record.body) == BODY


@pytest.mark.parametrize(
    ("behind", "mark"),
    [
        (" انتهای پیام/", "انتهای پیام/"),
        ("/انتهای پیام/۴۱۲۹", "انتهای پیام/۴۱۲۹"),
        (" پایان خبر", "پایان خبر"),
        (" ۲۲۳۲۲۵", "۲۲۳۲۲۵"),
        ("/مح", "/مح"),
    ],
)
def test_a_mark_behind_the_last_sentence(behind: str, mark: str) -> None:
    record = read_page(agency_page(body=[*BODY[:3], BODY[3] + behind]))

    assert list(record.body) == BODY
    assert record.end_marks == (mark,)


@pytest.mark.parametrize(
    "text",
    [
        "این کتاب در سال ۱۳۸۱. 1381",
        "شماره ها در پایان خبر آمده است.",
        "انتهای پیام",
        "بله.",
    ],
)
def test_what_is_no_mark_stays(text: str) -> None:
    assert part(text).text == text


@pytest.mark.parametrize(
    "line", ["بله.", "* یازده هزار پزشک", "در پایان پیام خود گفت", "سه/چهار", "۵"]
)
def test_lines_that_are_no_marks(line: str) -> None:
    assert not is_end_phrase(plain(line))
    assert not is_desk_code(plain(line))
