"""Pages of a paper that never was, in the layouts that Persian papers have."""

from pathlib import Path

import pytest

from dabir.persian import HALF_SPACE

SHARED = Path(__file__).parents[3] / "shared"

HEADLINE = "کتابخانه شهر پس از دو سال باز شد"
LEAD = (
    "شهردار در آیین گشایش کتابخانه گفت: هشت هزار جلد کتاب تازه خریده شده است و نوجوانان تا پایان"
    " تابستان رایگان عضو می شوند."
)
SOURCED = (
    "به گزارش روزنامه صبح به نقل از روابط عمومی شهرداری، ساختمان کتابخانه در میدان بلوط با دویست"
    " صندلی آماده است."
)
BODY = [
    SOURCED,
    f"مرمت ساختمان بیست و سه ماه طول کشید و درودگران شهر قفسه{HALF_SPACE}ها را از چوب گردو ساختند.",
    "کتابدار بخش کودکان گفت هر پنجشنبه قصه خوانده می شود و اسباب بازی هم به امانت می دهند.",
    "کتابخانه هر روز از ساعت هشت صبح تا نه شب باز است.",
]
RELATED = "نمایشگاه کتاب استان در سالن ورزش برپا می شود"


def page(*lines: str) -> str:
    """A page with these lines; an empty string is an empty line."""
    return "\n".join(lines)


def told(*paragraphs: str) -> str:
    """Paragraphs with an empty line between."""
    return "\n\n".join(paragraphs)


def agency_page(*, above: str = "", below: str = "", body: list[str] | None = None) -> str:
    """A page whose day stands over the headline, and whose code stands under the body."""
    return page(
        "۵ شهریور ۱۳۹۸، ۱۵:۵۵",
        "",
        *([above, ""] if above else []),
        HEADLINE,
        "",
        LEAD,
        "",
        told(*(body or BODY)),
        "",
        below,
    )


def daily_page(headline: str = HEADLINE, code: str = "۷۱۲۰۳۴", *above: str) -> str:
    """A page of a daily: related pair, kicker, headline, lead, code, headline again, body."""
    return page(
        *above,
        headline,
        "",
        LEAD,
        f"کد خبر: {code}",
        headline,
        "",
        told(*BODY),
        "",
        "newsQrCode",
        "ارسال نظرات در انتظار بررسی: ۲ انتشار یافته: ۵",
        "",
        "نیازمندی ها",
    )


@pytest.fixture
def shared() -> Path:
    """The folder of research material; the test is skipped where it is not there."""
    if not SHARED.is_dir():
        pytest.skip(f"The shared folder is not beside the repository: {SHARED}")
    return SHARED
