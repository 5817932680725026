"""Kicker, headline, lead and the related pair above them."""

import pytest

from dabir.archive.importers import Headlines, NoStory, read_page
from tests.archive.conftest import (
    BODY,
    HEADLINE,
    LEAD,
    RELATED,
    agency_page,
    daily_page,
    page,
    told,
)

KICKER = "شهردار در گفتگو با خبرنگاران:"
RELATED_KICKER = "با حضور ناشران برگزار شد"


def test_the_headline_stands_over_lead_and_body() -> None:
    record = read_page(agency_page())

    assert (record.headline, record.lead, record.kicker) == (HEADLINE, LEAD, "")
    assert list(record.body) == BODY


def test_the_headline_repeated_as_the_pictures_words_is_no_lead_and_no_body() -> None:
    record = read_page(page(HEADLINE, "", HEADLINE, "", LEAD, "", told(*BODY)))

    assert (record.headline, record.lead) == (HEADLINE, LEAD)
    assert list(record.body) == BODY


def test_a_kicker_stands_over_the_headline() -> None:
    assert read_page(agency_page(above="کتابخانه در میدان بلوط")).kicker == "کتابخانه در میدان بلوط"


def test_a_long_kicker_of_another_matter_is_no_kicker_under_a_menu() -> None:
    text = page("صفحه نخست", "ورزش", RELATED, HEADLINE, "", LEAD, "", told(*BODY))

    assert read_page(text).kicker == ""


def test_related_pair_kicker_headline_lead_in_this_order() -> None:
    record = read_page(daily_page(HEADLINE, "۷۱۲۰۳۴", RELATED_KICKER, "", RELATED, "", KICKER, ""))

    assert record.related == (Headlines(RELATED_KICKER, RELATED),)
    assert (record.kicker, record.headline, record.lead) == (KICKER, HEADLINE, LEAD)
    assert list(record.body) == BODY


def test_a_pair_without_a_kicker_of_the_story() -> None:
    record = read_page(daily_page(HEADLINE, "۷۱۲۰۳۴", RELATED_KICKER, "", RELATED, ""))

    assert record.related == (Headlines(RELATED_KICKER, RELATED),)
    assert record.kicker == ""


def test_one_related_headline_of_another_matter() -> None:
    record = read_page(daily_page(HEADLINE, "۷۱۲۰۳۴", RELATED, ""))

    assert record.related == (Headlines("", RELATED),)
    assert record.kicker == ""


def test_a_related_headline_and_a_kicker() -> None:
    record = read_page(daily_page(HEADLINE, "۷۱۲۰۳۴", RELATED, "", KICKER, ""))

    assert record.related == (Headlines("", RELATED),)
    assert record.kicker == KICKER


def test_two_pairs_at_the_top() -> None:
    other = "موزه آب در پارک جنگلی ساخته می شود"
    above = ("هزار ناشر به شهر دعوت شد", RELATED, "در نشست شورا مطرح شد", other)

    record = read_page(daily_page(HEADLINE, "۷۱۲۰۳۴", *above))

    assert record.related == (Headlines(above[0], RELATED), Headlines(above[2], other))


def test_a_name_of_the_site_at_the_top_is_no_related_story() -> None:
    record = read_page(daily_page(HEADLINE, "۷۱۲۰۳۴", "روزنامه صبح"))

    assert record.related == ()
    assert record.headline == HEADLINE


def test_a_list_over_the_headline_is_neither_kicker_nor_related() -> None:
    others = [
        f"خبر شماره {number} از جایی دیگر رسیده است" for number in ("یک", "دو", "سه", "چهار", "پنج")
    ]

    record = read_page(daily_page(HEADLINE, "۷۱۲۰۳۴", *others))

    assert (record.headline, record.kicker, record.related) == (HEADLINE, "", ())


def test_a_kicker_ends_a_long_list() -> None:
    others = [
        f"خبر شماره {number} از جایی دیگر رسیده است" for number in ("یک", "دو", "سه", "چهار", "پنج")
    ]

    assert read_page(daily_page(HEADLINE, "۷۱۲۰۳۴", *others, KICKER)).kicker == KICKER


def test_code_and_picture_right_under_the_headline_say_that_there_is_no_lead() -> None:
    text = page(HEADLINE, "", "کد خبر: ۷۱۲۰۳۴", HEADLINE, "", told(*BODY))

    record = read_page(text)

    assert record.lead == ""
    assert list(record.body) == BODY


def test_a_page_whose_title_repeats_the_headline_with_the_outlets_name() -> None:
    text = page(
        f"{HEADLINE} - روزنامه صبح",
        "صفحه نخست",
        "خانه / جامعه / شهر",
        "کتابخوانی در شهر",
        HEADLINE,
        "چهارشنبه ۷ مهر ۱۳۸۹ - ۱۱:۰۵",
        LEAD,
        "",
        told(*BODY),
    )

    record = read_page(text)

    assert (record.kicker, record.headline, record.lead) == ("کتابخوانی در شهر", HEADLINE, LEAD)
    assert record.section == "شهر"


def test_a_kicker_between_the_two_places_of_the_headline() -> None:
    text = page(HEADLINE, "کتابخوانی در شهر", HEADLINE, "", told(*BODY))

    assert read_page(text).kicker == "کتابخوانی در شهر"


@pytest.mark.parametrize(
    "first",
    [
        BODY[0],
        f"{BODY[1]} {BODY[2]} " * 5,
    ],
)
def test_a_source_line_or_a_long_paragraph_is_no_lead(first: str) -> None:
    record = read_page(page(HEADLINE, "", first, "", BODY[1], "", BODY[3]))

    assert record.lead == ""
    assert record.body[0] == first.strip()


def test_a_paragraph_before_one_about_him_is_no_lead() -> None:
    record = read_page(page(HEADLINE, "", LEAD, "", "وی افزود: سالن مطالعه هم بزرگ تر شده است."))

    assert record.lead == ""
    assert len(record.body) == 2


def test_one_paragraph_alone_is_the_body() -> None:
    record = read_page(page(HEADLINE, "", LEAD))

    assert (record.lead, record.body) == ("", (LEAD,))


def test_a_lead_said_again_in_the_body_is_told_once() -> None:
    record = read_page(page(HEADLINE, "کد خبر: ۷۱۲۰۳۴", "", LEAD, "", LEAD, "", told(*BODY)))

    assert record.lead == LEAD
    assert list(record.body) == [LEAD, *BODY]
    assert list(record.told_once) == BODY


def test_a_lead_before_the_facts_needs_no_full_stop() -> None:
    lead = "شهردار در آیین گشایش کتابخانه از خرید هشت هزار جلد کتاب تازه برای نوجوانان شهر خبر داد"

    record = read_page(
        page(HEADLINE, lead, "کد خبر: ۷۱۲۰۳۴", "تاریخ انتشار: ۹۵/۳/۲۱", "", told(*BODY))
    )

    assert (record.headline, record.lead) == (HEADLINE, lead)


def test_a_short_label_between_headline_and_body_is_left_out() -> None:
    record = read_page(page(HEADLINE, "", "میدان بلوط", "", LEAD, "", told(*BODY)))

    assert record.lead == LEAD
    assert "میدان بلوط" not in record.body


def test_a_line_up_of_short_lines_does_not_hide_the_headline() -> None:
    names = [f"بازیکن {name}" for name in ("نخست", "دوم", "سوم", "چهارم", "پنجم", "ششم", "هفتم")]

    record = read_page(page("کد خبر: ۷۱۲۰۳۴", "", HEADLINE, *names, told(*BODY)))

    assert record.headline == HEADLINE


def test_a_headline_under_a_list_of_the_site_without_anything_between() -> None:
    text = page("پربازدیدها", RELATED, HEADLINE, LEAD, "کد خبر: ۷۱۲۰۳۴", "", told(*BODY))

    record = read_page(text)

    assert (record.headline, record.lead) == (HEADLINE, LEAD)


def test_a_headline_that_sounds_like_a_lists_label() -> None:
    headline = "مهمترین اخبار روز شهر"

    assert read_page(page(headline, "کد خبر: ۷۱۲۰۳۴", LEAD, "", told(*BODY))).headline == headline


def test_a_word_of_the_menu_that_sounds_like_a_lists_label() -> None:
    text = page("خانه", "برگزیده ها", "ورزش", HEADLINE, "", LEAD, "", told(*BODY))

    assert read_page(text).headline == HEADLINE


def test_results_in_short_lines_are_a_story_under_a_code() -> None:
    results = ["سپیدرود ۱ - بلوط ۲", "دریا ۰ - کوه ۰", "باغ ۳ - شهر ۱"]

    record = read_page(page("کد خبر: ۷۱۲۰۳۴", "نتیجه های هفته سوم لیگ شهر", *results))

    assert record.headline == "نتیجه های هفته سوم لیگ شهر"
    assert list(record.body) == results


def test_a_paragraph_without_any_headline_is_no_story() -> None:
    with pytest.raises(NoStory, match="no headline"):
        read_page(told(*BODY))


def test_a_headline_without_any_text_is_no_story() -> None:
    with pytest.raises(NoStory, match="no text below it"):
        read_page(page("کد خبر: ۷۱۲۰۳۴", "نتیجه های هفته سوم", "نتیجه های هفته سوم"))


def test_a_menu_of_many_entries_over_the_headline_is_cut_short() -> None:
    entries = [f"بخش {name}" for name in ("نخست", "دوم", "سوم", "چهارم", "پنجم")] * 3

    assert read_page(page(*entries, HEADLINE, "", LEAD, "", told(*BODY))).headline == HEADLINE
