"""Related stories under their labels."""

from dabir.archive.importers import Headlines, read_page
from tests.archive.conftest import HEADLINE, RELATED, agency_page, page

OTHER = "اتوبوس کتاب به روستاهای کوهستان می رود/ هر هفته یک روستا"


def test_headlines_under_a_label() -> None:
    below = page("کد خبر 712034", "مطالب مرتبط", f"• {RELATED}", "", f"- {OTHER}", "نظر شما")

    assert read_page(agency_page(below=below)).related == (
        Headlines("", RELATED),
        Headlines("", OTHER),
    )


def test_each_once_and_never_the_story_itself() -> None:
    below = page("اخبار مرتبط", RELATED, HEADLINE, RELATED, "همچنین بخوانید", RELATED, OTHER)

    assert read_page(agency_page(below=below)).related == (
        Headlines("", RELATED),
        Headlines("", OTHER),
    )


def test_a_headline_behind_the_label_keeps_its_own_colon() -> None:
    related = read_page(agency_page(below="بیشتر بخوانید: شهردار: کتابخانه بزرگ تر می شود")).related

    assert related == (Headlines("", "شهردار: کتابخانه بزرگ تر می شود"),)


def test_other_lists_are_not_related() -> None:
    below = page("پربازدیدها", RELATED, OTHER, "آخرین اخبار ورزشی", RELATED, "تیتر یک", OTHER)

    assert read_page(agency_page(below=below)).related == ()
