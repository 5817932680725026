"""Code, days, section, tags, address and counters."""

from datetime import date, datetime

import pytest

from dabir.archive.importers import Comments, codes, read_page
from dabir.archive.importers.codes import host_of, read_code_in_address
from dabir.archive.importers.dates import read_published
from dabir.persian import HALF_SPACE
from dabir.persian.jalali import TEHRAN
from tests.archive.conftest import (
    BODY,
    HEADLINE,
    LEAD,
    agency_page,
    daily_page,
    page,
    told,
)


def with_facts(*facts: str, below: tuple[str, ...] = ()) -> str:
    """A page with facts between headline and lead."""
    return page(HEADLINE, *facts, "", LEAD, "", told(*BODY), "", *below)


@pytest.mark.parametrize(
    "line",
    [
        "کد خبر: ۷۱۲۰۳۴",
        "کدخبر: ۷۱۲۰۳۴",
        "كد خبر 712034",
        "• کد مطلب : 712034",
        "شناسه خبر: ۷۱۲۰۳۴",
        "شماره خبر: ٧١٢٠٣٤",
        "News ID: 712034",
        "شماره روزنامه: ۴۷۵۲ | تاریخ چاپ: ۱۳۹۸/۰۶/۰۵ | شماره خبر: ۷۱۲۰۳۴",
        "کد خبر: 712034 | سرویس: شهر | نسخه چاپی",
        "کد خبر:\n۷۱۲۰۳۴",
    ],
)
def test_it_reads_the_code(line: str) -> None:
    record = read_page(with_facts(line))

    assert record.code == 712034
    assert (record.headline, record.lead) == (HEADLINE, LEAD)


def test_of_two_codes_the_nearest_counts_and_it_says_so() -> None:
    record = read_page(
        page("کد خبر: ۹۹", "کد خبر: ۵۵۵", *["صفحه نخست"] * 9, with_facts("کد خبر: ۷۱۲۰۳۴"))
    )

    assert record.code == 712034
    assert any("more than one code" in remark for remark in record.unsure)


def test_without_a_code_line_the_address_tells_it() -> None:
    record = read_page(with_facts("۵ شهریور ۱۳۹۸", below=("https://www.sobh.ir/news/712034/slug",)))

    assert record.code == 712034
    assert record.address == "https://www.sobh.ir/news/712034/slug"
    assert any("address" in remark for remark in record.unsure)


def test_without_any_code_it_says_so() -> None:
    record = read_page(agency_page())

    assert record.code is None
    assert "The page tells no code." in record.unsure


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("https://sobh.ir/fa/news/912090/slug", 912090),
        ("https://sobh.ir/news/12", 12),
        ("sobh.ir/fa/tiny/news-55", 55),
        ("https://sobh.ir/1398/06/11/2085678/slug", 2085678),
        ("https://sobh.ir/0050uP", None),
        ("https://sobh.ir", None),
    ],
)
def test_it_reads_a_code_in_an_address(address: str, code: int | None) -> None:
    assert read_code_in_address(address) == code


def test_it_knows_the_host() -> None:
    assert host_of("https://www.Sobh.ir/news/1") == host_of("sobh.ir") == "sobh.ir"


@pytest.mark.parametrize(
    "line",
    [
        "تاریخ انتشار: ۰۵ شهریور ۱۳۹۸ - ۱۵:۵۵ 27 August 2019",
        "۵ شهريور ۱۳۹۸، ۱۵:۵۵",
        f"سه{HALF_SPACE}شنبه / ۵ شهریور ۱۳۹۸ / ۱۵:۵۵",
        "1398/06/05 - 15:55",
        "August 27, 2019 03:55 PM",
        "27 August 2019 - 15:55",
        "2019-08-27 15:55",
        "۲۷ اوت ۲۰۱۹ ساعت ۱۵:۵۵",
        "تاریخ انتشار:\n۵ شهریور ۱۳۹۸ - ۱۵:۵۵",
    ],
)
def test_it_reads_the_moment_of_publication(line: str) -> None:
    assert read_page(with_facts(line)).published == datetime(2019, 8, 27, 15, 55, tzinfo=TEHRAN)


@pytest.mark.parametrize("line", ["2019-02-31", "۳۲ شهریور ۱۳۹۸", "هیچ روزی"])
def test_no_day_is_no_day(line: str) -> None:
    assert read_published(line) is None


def test_the_labelled_day_counts_and_the_update_is_another() -> None:
    record = read_page(
        with_facts(
            "آخرین به روز رسانی: ۱۳۹۸/۰۶/۰۷ ۱۰:۰۰", "تاریخ انتشار: ۱۳۹۸/۰۶/۰۵ ۱۵:۵۵", "بازدید: ۶۷۹"
        )
    )

    assert record.published == datetime(2019, 8, 27, 15, 55, tzinfo=TEHRAN)
    assert record.updated == datetime(2019, 8, 29, 10, 0, tzinfo=TEHRAN)


def test_an_impossible_day_falls_to_the_next_one() -> None:
    record = read_page(with_facts("تاریخ انتشار: ۳۲ شهریور ۱۳۹۸", "۵ شهریور ۱۳۹۸"))

    assert record.published == datetime(2019, 8, 27, tzinfo=TEHRAN)


def test_the_day_of_the_visit_over_the_menu_is_not_the_storys() -> None:
    menu = ["صفحه نخست", "سیاسی", "ورزشی", "فیلم", "عکس", "درباره ما", "تماس با ما"]

    record = read_page(page("سه شنبه ۲۹ بهمن ۱۳۹۸", *menu, with_facts("کد خبر: ۷۱۲۰۳۴")))

    assert record.published is None
    assert "The page tells no day of publication." in record.unsure


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("گروه : شهر » کتاب", "کتاب"),
        ("دسته بندی: جامعه", "جامعه"),
        ("صفحه نخست » جامعه", "جامعه"),
        ("1. صفحه اصلی\n2. سیاست\n3. انتخابات", "انتخابات"),
        ("صفحه نخست » ", ""),
    ],
)
def test_it_reads_the_section(line: str, section: str) -> None:
    assert read_page(page(line, with_facts("۵ شهریور ۱۳۹۸"))).section == section


@pytest.mark.parametrize(
    "lines",
    [
        (f"برچسب{HALF_SPACE}ها", "• شهر", "• کتاب خوانی"),
        ("برچسب ها: شهر، کتاب خوانی",),
        ("#شهر #کتاب_خوانی",),
        ("برچسب ها :", "", "شهر", "کتاب خوانی"),
    ],
)
def test_it_reads_the_tags(lines: tuple[str, ...]) -> None:
    assert read_page(with_facts("کد خبر: ۷۱۲۰۳۴", below=lines)).topics == ("شهر", "کتاب خوانی")


@pytest.mark.parametrize(
    ("lines", "counts"),
    [
        (("ارسال نظرات در انتظار بررسی: ۰ انتشار یافته: ۰",), Comments(0, 0)),
        (("غیر قابل انتشار: ۳", "در انتظار بررسی: ۱", "انتشار یافته: ۲"), Comments(1, 2, 3)),
        (("انتشار یافته:", "۲"), Comments(0, 2)),
        (("۴ نظر",), Comments(0, 4)),
        (("تعداد نظرات: ۴",), Comments(0, 4)),
        (("نظر شما",), None),
    ],
)
def test_it_reads_the_counters(lines: tuple[str, ...], counts: Comments | None) -> None:
    assert read_page(with_facts("کد خبر: ۷۱۲۰۳۴", below=lines)).comments == counts


def test_a_crumb_that_leads_home_alone_names_no_section() -> None:
    text = page("صفحه نخست » خبر", with_facts("۵ شهریور ۱۳۹۸"))

    assert read_page(text).section == ""


def test_a_photographer_is_no_writer() -> None:
    assert read_page(with_facts("عکس: نیما پاکدل")).byline == ""


def test_tags_of_no_length_are_none() -> None:
    below = ("برچسب ها: ، شهر ،" + "ب" * 90,)

    assert read_page(with_facts("کد خبر: ۷۱۲۰۳۴", below=below)).topics == ("شهر",)


@pytest.mark.parametrize(
    ("code", "day"),
    [
        (1401081610590, date(2022, 11, 7)),
        (8707060255, date(2008, 9, 27)),
        (202006221234, date(2020, 6, 22)),
        (1401321610590, None),
        (9999999999, None),
        (912090, None),
    ],
)
def test_codes_that_hold_the_day(code: int, day: date | None) -> None:
    assert codes.read_day_in_code(code) == day


def test_the_day_of_a_code_is_taken_where_the_page_tells_none() -> None:
    record = read_page(daily_page(HEADLINE, "۱۴۰۱۰۸۱۶۱۰۵۹۰"))

    assert record.published == datetime(2022, 11, 7, tzinfo=TEHRAN)
    assert "The day is read from the code." in record.unsure
