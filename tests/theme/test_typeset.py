"""The last things done to words before a reader sees them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from dabir.persian.jalali import TEHRAN
from dabir.theme import typography
from dabir.theme.typography import linked, paragraphs, typeset
from tests.theme.conftest import MOMENT, card


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ("در 12 شهر", "در ۱۲ شهر"),
        ("٣ خبر", "۳ خبر"),
        ("ساعت 12:30", "ساعت ۱۲:۳۰"),
        ("جنگنده F-16 پرید", "جنگنده F-16 پرید"),
        ("نسخه Django 5.2 آمد", "نسخه Django 5.2 آمد"),
        ("Python 3 و 4 تن", "Python 3 و ۴ تن"),
        ("a@b.example 5", "a@b.example 5"),
        ("شماره5", "شماره۵"),
        ("", ""),
        ("بی رقم", "بی رقم"),
    ],
)
def test_digits_are_persian_but_in_latin_words(typed: str, set_: str) -> None:
    assert typeset(typed) == set_


def test_plain_text_is_escaped() -> None:
    assert typeset("<b>1 & '2'</b>") == "&lt;b&gt;۱ &amp; &#39;۲&#39;&lt;/b&gt;"
    assert typeset("<b>") == "&lt;b&gt;"


@pytest.mark.parametrize(
    ("html", "set_"),
    [
        ('<a href="/news/12/">12</a>', '<a href="/news/12/">۱۲</a>'),
        ("H<sub>2</sub>O و 2 لیتر", "H<sub>2</sub>O و ۲ لیتر"),
        ("10<sup>3</sup>", "۱۰<sup>۳</sup>"),
        ('<a href="/?a=1>2">5&nbsp;6&#39;</a>', '<a href="/?a=1>2">۵&nbsp;۶&#39;</a>'),
        ("<p>CO</p><p>5 نفر</p>", "<p>CO</p><p>۵ نفر</p>"),
    ],
)
def test_tags_addresses_and_entities_stay(html: str, set_: str) -> None:
    assert typeset(Markup(html)) == set_


@given(st.text())
def test_nothing_but_digits_is_changed(text: str) -> None:
    from dabir.persian import to_ascii_digits

    set_ = typeset(text).unescape()
    assert to_ascii_digits(set_) == to_ascii_digits(Markup.escape(text).unescape())


def test_paragraphs_are_parted_by_empty_lines() -> None:
    assert paragraphs("یک\nدو\n \nسه\n\n\n") == [["یک", "دو"], ["سه"]]
    assert paragraphs(" \n") == []


@pytest.mark.parametrize(
    ("line", "html"),
    [
        ("a.b@c.example", '<a href="mailto:a.b@c.example" dir="ltr">a.b@c.example</a>'),
        (
            "ببینید: https://a.example/1?b=2&c=3.",
            (
                'ببینید: <a href="https://a.example/1?b=2&amp;c=3" dir="ltr">'
                "https://a.example/1?b=2&amp;c=3</a>."
            ),
        ),
        ("تلفن ۰۲۱ ۸۸۰۰ ۱۱", 'تلفن <a href="tel:021880011" dir="ltr">۰۲۱ ۸۸۰۰ ۱۱</a>'),
        ("پلاک 12 <b>", "پلاک ۱۲ &lt;b&gt;"),
        ("javascript:alert(1)", "javascript:alert(1)"),
    ],
)
def test_addresses_and_numbers_become_links(line: str, html: str) -> None:
    assert linked(line) == html


def test_moments_are_written_for_readers_and_machines() -> None:
    assert typography.day_moment(MOMENT) == "۲۱ خرداد ۱۳۹۵، ۱۴:۰۵"
    assert typography.machine_moment(MOMENT) == "2016-06-10T14:05:00+04:30"
    assert typography.mail_moment(MOMENT) == "Fri, 10 Jun 2016 14:05:00 +0430"


def test_reading_takes_a_minute_at_least() -> None:
    assert [typography.minutes_to_read(words) for words in (0, 10, 900)] == [1, 1, 5]


def test_whole_addresses_are_left_alone() -> None:
    assert typography.whole("/a/", "https://p.example") == "https://p.example/a/"
    assert typography.whole("https://q.example/", "https://p.example") == "https://q.example/"


def test_hosts_are_told_where_there_are_some() -> None:
    assert typography.host("https://video.example/1") == "video.example"
    assert typography.host("/media/a") == "/media/a"


def test_the_place_opens_the_first_paragraph() -> None:
    words = Markup("<p>باران بارید.</p>")
    assert typography.opened_with(words, "") == words
    assert typography.opened_with(words, "<رشت>") == (
        '<p><b class="story__dateline">&lt;رشت&gt;</b>باران بارید.</p>'
    )
    assert typography.opened_with(Markup("<ul></ul>"), "رشت") == (
        '<p><b class="story__dateline">رشت</b></p><ul></ul>'
    )


def test_stories_are_grouped_by_tehran_s_day() -> None:
    late = card(published_at=MOMENT.replace(hour=23, minute=59))
    night = card(published_at=MOMENT.replace(day=11, hour=0, minute=1).astimezone(TEHRAN))
    groups = typography.by_day([night, late, card()])
    assert [(day.day, len(stories)) for day, stories in groups] == [(22, 1), (21, 2)]
