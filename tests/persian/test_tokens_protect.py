"""What nobody may touch is one token, whatever is inside."""

import pytest

from dabir.persian.tokens import Kind, tokens

ADDRESSES = """
https://fa.wikipedia.org/wiki/تهران_(شهر)
http://www.example.ir/اخبار/۱۲?page=2&q=%D8%A7#بالا
www.example.ir
example.ir
example.ir/فهرست/خبر
info@example.ir
first.last+news@mail.example.co.uk
@dabir_ir
@کاربر
#برجام_۲
#نه_به_جنگ
t.me/dabir
C:\\copy\\story.docx
""".split()
CODES = """
F-16 S-300 COVID-19 G20 iPhone BBC AT&T C++ v2.0.1 story_final.docx MP3 5G ۵G
Su-35 A320neo 4K mp4 R&D
""".split()
NUMBERS = """
1,250.5 ۱٬۲۵۰ ۱٬۲۵۰٫۵ ۳/۵ ۲۰.۵٪ 12.5% ۱۲:۳۰ 12:30:05 1395/03/21 ۱۴۰۲-۵-۱ ۲-۱ ۱۰–۱۵ -۵
0912-345-6789 2+2=4
192.168.1.1 ۱۹۷۹/۸۰ 60378761676+۱ ۱،۲۵۰
""".split()
GROUPS = [
    "+98 21 88881234",
    "0912 345 6789",
    "۰۹۱۲ ۳۴۵ ۶۷۸۹",
    "IR12 3456 7890 1234 5678 9012 34",
    "IR123456789012345678901234",
    "6037 9911 1234 5678",
]
PICTURES = [
    "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "\U0001f3f3\ufe0f\u200d\U0001f308",
    "☎\ufe0f",
    "1\ufe0f\u20e3",
    "۱\u20e3",
    "\U0001f44d\U0001f3fd",
    "\U0001f1ee\U0001f1f7",
]
MARKUP = ["<b>", "</p>", '<a href="x.ir" title="خبر تازه">', "&nbsp;", "&#8204;", "&quot;"]
SHORT = ["ق.م", "ه.ش.", "ج.ا.ا", "هـ.ق"]
FOREIGN = ["naïve", "e\u0301tude", "Москва", "東京", "नमस्ते"[:3]]


@pytest.mark.parametrize(
    "span", [*ADDRESSES, *CODES, *NUMBERS, *GROUPS, *PICTURES, *MARKUP, *SHORT, *FOREIGN]
)
@pytest.mark.parametrize("text", ["{}", "خبر {} را دید", "«{}»", "({})،", "به {}."])
def test_it_is_one_protected_token(span: str, text: str) -> None:
    protected = [token.text for token in tokens(text.format(span)) if token.kind is Kind.PROTECTED]
    assert protected in ([span], [f"{span}."])


def test_an_address_ends_before_the_point_of_its_sentence() -> None:
    assert [token.text for token in tokens("به www.example.ir/اخبار.")][1:] == [
        "www.example.ir/اخبار",
        ".",
    ]
    assert [token.text for token in tokens("http://example.ir/a،")][-1] == "،"
