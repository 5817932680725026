"""The body holds what the story tells, and no furniture."""

import pytest

from dabir.archive.importers import Headlines, read_page
from dabir.persian import HALF_SPACE
from tests.archive.conftest import BODY, HEADLINE, LEAD, RELATED, agency_page, page, told

READERS = [
    "نظرات بینندگان",
    "انتشار یافته: ۲",
    "در انتظار بررسی: ۰",
    "غیر قابل انتشار: ۱",
    "ناشناس",
    "۲۱:۴۰ - ۱۳۹۸/۰۶/۰۵",
    "دست سازندگان این کتابخانه درد نکند که این همه زحمت کشیدند. کاش پارک هم درست شود.",
    "پاسخ",
]
MENU = [
    "English",
    "صفحه نخست",
    "سیاسی",
    "ورزشی",
    "فیلم",
    "درباره ما",
    "۵۹ : ۱۸ - یکشنبه ۲۱ اردیبهشت ۱۳۹۹",
]
FOOT = [
    "اشتراک گذاری",
    "نسخه چاپی ارسال به دوستان",
    "https://example.ir/news/712034",
    "برچسب ها: کتاب، شهر",
    "مطالب مرتبط",
    RELATED,
    *READERS,
    "ارسال نظر",
    "نام:",
    "نظرات حاوی توهین منتشر نمی شود.",
    "آخرین اخبار",
    "باران تا پایان هفته در شهر می بارد",
    "کلیه حقوق این سایت متعلق به روزنامه صبح است.",
    "نیازمندی ها",
]


def test_menu_and_foot_stay_out() -> None:
    text = page(*MENU, "", HEADLINE, "", LEAD, "", told(*BODY), "", *FOOT)

    record = read_page(text)

    assert list(record.body) == BODY
    assert (record.headline, record.lead) == (HEADLINE, LEAD)


def test_readers_who_write_more_than_the_story_has_do_not_become_it() -> None:
    text = page(HEADLINE, "", LEAD, "", BODY[0], "", *READERS, *READERS[4:], *READERS[4:])

    assert list(read_page(text).body) == [BODY[0]]


@pytest.mark.parametrize("label", ["بیشتر بخوانید:", "همچنین بخوانید", "در همین باره"])
def test_read_more_inside_the_body_is_related_and_the_body_goes_on(label: str) -> None:
    record = read_page(agency_page(body=[*BODY[:2], f"{label}\n{RELATED}", *BODY[2:]]))

    assert list(record.body) == BODY
    assert record.related == (Headlines("", RELATED),)


def test_read_more_with_its_headline_behind_it() -> None:
    record = read_page(agency_page(body=[*BODY[:2], f"بیشتر بخوانید: {RELATED}", *BODY[2:]]))

    assert list(record.body) == BODY
    assert record.related == (Headlines("", RELATED),)


def test_cross_heads_dates_and_short_answers_stay_in() -> None:
    body = [*BODY[:2], "بیست و دو ماه کار", BODY[2], "۲۲ بهمن ۱۳۹۷", BODY[3], "بله.", BODY[1]]

    assert list(read_page(agency_page(body=body)).body) == body


def test_tools_inside_the_body_stay_out() -> None:
    record = read_page(agency_page(body=[*BODY[:2], "دانلود", "دریافت ۳ MB", *BODY[2:]]))

    assert list(record.body) == BODY


def test_a_signature_closes_the_body() -> None:
    record = read_page(agency_page(body=[*BODY, "شهردار", "بهمن رادمنش"]))

    assert list(record.body)[-2:] == ["شهردار", "بهمن رادمنش"]


def test_headlines_below_the_body_without_a_label_stay_out() -> None:
    others = [f"{RELATED} {word}" for word in ("در پاییز", "در زمستان", "در بهار")]

    record = read_page(agency_page(below="\n".join(others)))

    assert list(record.body) == BODY
    assert any(others[0] in remark for remark in record.unsure)


def test_a_list_that_the_body_announces_belongs_to_it() -> None:
    body = [
        *BODY,
        "نام برگزیدگان به این شرح است:",
        "نادر پارسا",
        "پرستو نیک",
        "کاوه راد",
        "مینا مهر",
    ]

    assert list(read_page(agency_page(body=body)).body) == body


def test_short_lines_behind_a_tool_do_not_belong_to_the_body() -> None:
    record = read_page(agency_page(below=page("نسخه چاپی", "شهردار", "بهمن رادمنش")))

    assert list(record.body) == BODY


def test_results_right_above_the_code_belong_to_the_body() -> None:
    results = ["* سپیدرود ۱ - بلوط ۲", "* دریا ۰ - کوه ۰", "* باغ ۳ - شهر ۱"]

    record = read_page(agency_page(body=[*BODY, *results], below="کد خبر 712034"))

    assert list(record.body) == [*BODY, *results]


def test_arabic_letters_and_half_spaces_are_kept_as_they_were_typed() -> None:
    arabic = f"كتابخانه{HALF_SPACE}ي شهر هر روز باز است و مردم از آن راضي هستند."

    assert read_page(agency_page(body=[*BODY, arabic])).body[-1] == arabic


def test_who_wrote_it_is_no_paragraph() -> None:
    text = page(HEADLINE, "نویسنده: نگار پارسا", "عکس: نیما پاکدل", "", LEAD, "", told(*BODY))

    record = read_page(text)

    assert record.byline == "نگار پارسا"
    assert (record.headline, record.lead) == (HEADLINE, LEAD)
    assert list(record.body) == BODY


def test_a_page_from_another_system_has_other_line_ends() -> None:
    assert list(read_page(agency_page().replace("\n", "\r\n")).body) == BODY


def test_spans_point_at_what_was_read() -> None:
    text = agency_page(below="انتهای پیام/۴۱۲۹/\nکد خبر 712034\nبیشتر بخوانید\n• " + RELATED)

    record = read_page(text)
    cut = {name: text[start:end] for name, (start, end) in record.spans.items()}

    assert cut["headline"] == HEADLINE
    assert cut["lead"] == LEAD
    assert [cut[f"body.{number}"] for number in range(1, 5)] == BODY
    assert cut["code"] == "کد خبر 712034"
    assert cut["end_marks"] == "انتهای پیام/۴۱۲۹/"
    assert cut["related.1"] == RELATED
    assert record.attribution
    assert cut["attribution"] == record.attribution.phrase
