"""A story on its own page and on paper: everything that it holds, and nothing that it does not."""

import pytest
from markupsafe import Markup

from dabir.persian import HALF_SPACE
from dabir.press.pages.shown import (
    Block,
    CorrectionShown,
    Name,
    Related,
    SourceShown,
    qr_code,
)
from tests.theme.conftest import (
    LONG_WORD,
    MOMENT,
    PICTURE,
    SCIENCE,
    STORY,
    TOPIC,
    Show,
    card,
    story,
)

PARAGRAPH = Block("paragraph", html=Markup("<p>پل را 12 درودگر ساختند.</p>"))
SOURCE = SourceShown("", "خبرگزاری باغ", "پیک سبز", "لاهیجان", "گزارش", "")


def text(page: object, selector: str) -> str:
    found = page.select_one(selector)  # type: ignore[attr-defined]
    assert found is not None, selector
    return " ".join(found.text.split())


def test_the_head_tells_who_when_and_where(show_story: Show) -> None:
    page = show_story(
        story(
            bylines=(Name("سارا رها", "خبرنگار شهر"), Name("میهمان", "")),
            further_sections=(SCIENCE,),
            updated_at=MOMENT.replace(hour=16),
        )
    )
    assert text(page, ".story__kicker") == "پس از ۲ سال"
    assert text(page, ".story__bylines") == "سارا رها خبرنگار شهر میهمان"
    assert "شهر، دانش" in text(page, ".story__meta")
    assert "جمعه ۲۱ خرداد ۱۳۹۵، ۱۴:۰۵" in text(page, ".story__meta")
    assert f"به{HALF_SPACE}روزشده: جمعه ۲۱ خرداد ۱۳۹۵، ۱۶:۰۵" in text(page, ".story__meta")
    assert page.select_one("time[datetime='2016-06-10T14:05:00+04:30']")


def test_the_section_of_the_story_is_marked_in_the_strip(show_story: Show) -> None:
    assert text(show_story(), ".sections [aria-current=true]") == "شهر"


def test_the_body_opens_with_the_place(show_story: Show) -> None:
    page = show_story(story(body=(PARAGRAPH, PARAGRAPH), dateline="تهران"))
    first, second = page.select(".story__body p")
    assert first.text == "تهرانپل را ۱۲ درودگر ساختند."
    assert "تهران" not in second.text


def test_the_place_stands_apart_from_a_body_that_begins_with_no_words(show_story: Show) -> None:
    page = show_story(story(body=(Block("cross_head", text="آغاز"),), dateline="تهران"))
    assert text(page, ".story__origin") == "تهران"


@pytest.mark.parametrize(
    ("source", "line"),
    [
        (
            SOURCE,
            "به گزارش چاشتگاه از لاهیجان به نقل از خبرگزاری باغ، به واسطهٔ پیک سبز",
        ),
        (SourceShown("پیک", "", "", "", "گزارش", ""), "به گزارش پیک"),
        (
            SourceShown("", "باغ", "", "", "", "https://a.example/1"),
            "به گزارش چاشتگاه به نقل از باغ",
        ),
    ],
)
def test_the_source_is_told_in_the_newsroom_s_words(
    show_story: Show, source: SourceShown, line: str
) -> None:
    page = show_story(story(source=source))
    assert text(page, ".story__origin") == line
    assert [a["href"] for a in page.select(".story__origin a")] == [source.address] * bool(
        source.address
    )


def test_every_kind_of_block_is_printed(show_story: Show) -> None:
    body = (
        PARAGRAPH,
        Block("cross_head", text="چوب و آب"),
        Block("quote", text="نخست\n\nدوم", speaker="درودگر"),
        Block("quote", text="کسی نگفت"),
        Block("picture", pictures=((PICTURE, "شرح 3"),)),
        Block("gallery", pictures=((PICTURE, ""), (PICTURE, "دوم"))),
        Block("video", address="/media/documents/a.webm", is_file=True, caption="فیلم"),
        Block("video", address="https://video.example/9"),
        Block("table", caption="شمار", head=("سال", "پل"), rows=(("1395", "2"),)),
        Block("table", head=("", ""), rows=(("الف", "ب"),)),
        Block("related", story=Related("روتیتر", "خبری دیگر", "/news/5/")),
        Block("related", story=Related("", "خبری که نیست", "")),
    )
    page = show_story(story(body=body))
    assert text(page, ".story__body h2") == "چوب و آب"
    assert [p.text for p in page.select(".quote:first-of-type p")] == ["نخست", "دوم"]
    assert text(page, ".quote__speaker") == "درودگر"
    assert text(page, ".story__body > .figure figcaption") == "شرح ۳ عکس: نیما پاکدل"
    assert len(page.select(".gallery figure")) == 2
    assert page.select_one("video[controls][preload=none]")
    assert "video.example" in text(page, ".figure__elsewhere")
    with_head, without = page.select("table")
    assert [cell.text for cell in with_head.select("th, td")] == ["سال", "پل", "۱۳۹۵", "۲"]
    assert without.thead is None
    assert page.select_one(".beside a[href='/news/5/']")
    assert "خبری که نیست" in page.text


def test_corrections_related_stories_and_topics_stand_below(show_story: Show) -> None:
    page = show_story(
        story(
            corrections=(CorrectionShown("شمار 3 درست است.\nببخشید.", MOMENT),),
            related=(Related("", "دیگر", "/news/5/"), Related("روتیتر", "رفته", "")),
            topics=(TOPIC,),
            bullets=("نکته 1",),
        )
    )
    assert "اصلاحیه جمعه ۲۱ خرداد ۱۳۹۵" in text(page, ".correction__head")
    assert "شمار ۳ درست است." in text(page, ".correction")
    assert [a["href"] for a in page.select(".related a")] == ["/news/5/"]
    assert "رفته" in text(page, ".related")
    assert page.select_one(".topics a[href='/topic/7/']")
    assert text(page, ".story__bullets") == "نکته ۱"


def test_the_slip_holds_code_and_short_address(show_story: Show) -> None:
    page = show_story(qr=qr_code(STORY.short_address))
    assert "۹۱۲۰۹۰" in text(page, ".slip__facts")
    assert page.select_one(".slip [data-copy='https://paper.example/news/912090/'][hidden]")
    assert page.select_one(".slip__qr svg")
    assert page.select_one("a[href='/news/912090/print/']")


def test_the_code_stands_at_the_head_too(show_story: Show) -> None:
    assert "کد خبر: ۹۱۲۰۹۰" in text(show_story(), ".story__meta")


def test_the_qr_code_needs_no_click(show_story: Show) -> None:
    assert not show_story(qr=qr_code(STORY.short_address)).select_one("details .slip__qr")


def test_the_latest_headlines_are_never_baked_in(show_story: Show) -> None:
    part = show_story().select_one("[data-part='/parts/latest.html']")
    assert part is not None
    assert part.text == ""


def test_an_advertorial_is_marked(show_story: Show) -> None:
    page = show_story(story(card(kind="advertorial", kind_label="رپرتاژ آگهی")))
    assert text(page, ".story__advertorial").startswith("رپرتاژ آگهی")


def test_a_preview_says_so_and_takes_no_comments(show_story: Show) -> None:
    page = show_story(is_preview=True, comments=None)
    assert f"پیش{HALF_SPACE}نمایش" in text(page, ".story__preview")
    assert page.select_one("meta[name=robots][content=noindex]")
    assert page.select_one("#comments") is None


def test_what_was_typed_is_never_markup(show_story: Show) -> None:
    evil = '"><script>alert(1)</script>'
    page = show_story(
        story(
            card(headline=evil, kicker=evil, lead=evil),
            bullets=(evil,),
            bylines=(Name(evil, evil),),
            dateline=evil,
            body=(Block("quote", text=evil, speaker=evil), Block("cross_head", text=evil)),
            corrections=(CorrectionShown(evil, MOMENT),),
        )
    )
    kinds = [script["type"] for script in page.select("script")]
    assert sorted(kinds) == ["application/ld+json", "module", "module"]


def test_very_long_words_and_a_missing_picture_are_shown(show_story: Show) -> None:
    page = show_story(
        story(card(picture=None, headline=LONG_WORD, kicker="", lead=""), share_picture="", words=0)
    )
    assert text(page, "h1") == LONG_WORD
    assert not page.select("figure, .story__lead, .story__kicker, meta[property='og:image']")
    assert "دقیقه" not in text(page, ".story__meta")


def test_a_picture_without_caption_and_credit_has_none(show_story: Show) -> None:
    bare = PICTURE.__class__(PICTURE.address, PICTURE.sizes, 640, 400, "", "")
    page = show_story(story(card(picture=bare), body=(Block("picture", pictures=((bare, ""),)),)))
    assert not page.select("figcaption")


def test_a_median_story_weighs_little(show_story: Show) -> None:
    paragraph = Block("paragraph", html=Markup("<p>" + "واژه های خبر " * 60 + "</p>"))
    page = show_story(story(body=(paragraph,) * 8), qr=qr_code(STORY.short_address))
    assert len(str(page).encode()) < 30_000


def test_pictures_wait_on_the_page_and_are_there_on_the_sheet(show: Show, show_story: Show) -> None:
    found = story(body=(Block("picture", pictures=((PICTURE, ""),)),))
    image = show_story(found).select_one(".story__body img")
    assert image is not None
    assert image["loading"] == "lazy"
    image = show("pages/print.html", story=found, qr="").select_one(".story__body img")
    assert image is not None
    assert "loading" not in image.attrs


def test_the_sheet_for_paper_has_code_and_address_and_no_way_out(show: Show) -> None:
    found = story(body=(PARAGRAPH,), picture_caption="پل")
    qr = qr_code(found.short_address)
    page = show("pages/print.html", "/news/912090/print/", story=found, qr=qr)
    assert page.select_one("meta[name=robots][content=noindex]")
    canonical = page.select_one("link[rel=canonical]")
    assert canonical is not None
    assert canonical["href"] == "https://paper.example/news/912090/"
    assert page.select_one("nav, form, .colophon") is None
    assert "۹۱۲۰۹۰" in text(page, ".sheet__slip")
    assert page.select_one(".sheet__qr svg")
