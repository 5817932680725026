"""Quoted Arabic and verse are one token each; Persian with a vowel sign is not."""

import pytest

from dabir.persian.letters import HALF_SPACE, SHADDA
from dabir.persian.tokens import Kind, tokens

FATHA, DAMMA, KASRA, SUKUN = "\u064e", "\u064f", "\u0650", "\u0652"
BASMALA = (
    f"ب{KASRA}س{SUKUN}م{KASRA} الل{SHADDA}{FATHA}ه{KASRA} "
    f"الر{SHADDA}{FATHA}ح{SUKUN}م{FATHA}ن{KASRA} الر{SHADDA}{FATHA}حیم{KASRA}"
)


def protected(text: str) -> list[str]:
    return [token.text for token in tokens(text) if token.kind is Kind.PROTECTED]


@pytest.mark.parametrize(
    "quotation",
    [
        BASMALA,
        "بسم الله الرحمن الرحیم",
        "إنا لله و إنا إليه راجعون",
        "لا اله الا الله",
        "السلام علیکم و رحمة الله و برکاته",
        f"إن{SHADDA} الله{FATHA} مع الصابرین",
    ],
)
def test_arabic_in_quotation_marks_is_one_token(quotation: str) -> None:
    assert protected(f"او «{quotation}» را خواند و رفت.") == [quotation]


def test_quran_brackets_hold_one_token() -> None:
    verse = "\ufd3fإنا أعطيناك الكوثر\ufd3e"
    assert protected(f"آیهٔ {verse} را خواند") == [verse]


def test_arabic_without_quotation_marks_ends_where_persian_begins() -> None:
    text = f"با نام خدا {BASMALA} را بر سردر است"
    assert BASMALA in protected(text)[0]
    assert "است" not in protected(text)[0]


@pytest.mark.parametrize(
    "couplet",
    [
        "بنی آدم اعضای یک پیکرند / که در آفرینش ز یک گوهرند",
        "توانا بود هر که دانا بود * ز دانش دل پیر برنا بود",
        f"بشنو از نی چون حکایت می{HALF_SPACE}کند / از جدایی{HALF_SPACE}ها شکایت می{HALF_SPACE}کند",
        "یوسف گمگشته بازآید به کنعان غم مخور … کلبهٔ احزان شود روزی گلستان غم مخور",
    ],
)
def test_a_couplet_is_one_token(couplet: str) -> None:
    assert protected(couplet) == [couplet]
    assert protected(f"شاعر گفت: «{couplet}».") == [couplet]


@pytest.mark.parametrize(
    "text",
    [
        f"معل{SHADDA}م م{DAMMA}رد و رفت",
        "ترافیک در چمران سنگین است/ترافیک صبحگاهی در شمال روان است",
        "تیم ملی والیبال ایران پیروز شد / صعود به مرحلهٔ پایانی",
        "البته الان المپیک و الکترونیک مهم است",
        "عبدالفتاح السیسی رئیس جمهور مصر با انصارالله گفت",
    ],
)
def test_persian_stays_words(text: str) -> None:
    assert protected(text) == []
