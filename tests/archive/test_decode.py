"""Bytes become text, whatever old system wrote them."""

import pytest

from dabir.archive.sources import UnreadableError
from dabir.archive.sources.encodings import TURNED, decode
from dabir.persian import HALF_SPACE

TEXT = f"کتابخانه شهر باز شد و مردم{HALF_SPACE}ها به دیدن آن رفتند که در میدان است. " * 6
OLD = "كتابخانه شهر باز شد و مردم به ديدن آن رفتند كه در ميدان است. " * 6


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
    ],
)
def test_it_decodes_unicode(data: bytes) -> None:
    assert decode(data).text.strip() == TEXT.strip()


@pytest.mark.parametrize("charset", ["cp1256", "iso8859-6"])
def test_it_decodes_old_persian(charset: str) -> None:
    assert decode(OLD.encode(charset)).text == OLD


def test_a_half_space_of_windows_is_one() -> None:
    text = OLD + f"مي{HALF_SPACE}رفتند"

    assert decode(text.encode("cp1256")).text == text


def test_a_declared_encoding_is_believed_where_it_makes_persian() -> None:
    page = f'<meta charset="windows-1256"><p>{OLD}</p>'

    assert decode(page.encode("cp1256")).text == page
    assert decode(page.encode("cp1256"), "iso-8859-1").text == page


@pytest.mark.parametrize("charset", ["cp1252", "cp1256"])
def test_utf8_that_was_read_as_windows_text_is_turned_back(charset: str) -> None:
    wrong = "".join(
        bytes([byte]).decode(charset, "replace").replace("\ufffd", chr(byte))
        for byte in TEXT.encode()
    )

    found = decode(wrong.encode())

    assert found.text == TEXT
    assert found.remark == TURNED


def test_a_few_broken_signs_are_replaced_and_it_says_so() -> None:
    data = TEXT.encode()[:-2].replace("میدان".encode(), b"\xff", 1)

    found = decode(data)

    assert "کتابخانه" in found.text
    assert "broken" in found.remark


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "The file is empty."),
        (b" \r\n ", "The file is empty."),
        ("Öl und Äpfel für alle".encode("latin-1"), "neither UTF-8 nor Persian"),
        (bytes(range(1, 9)) * 40 + b"text", "control signs"),
    ],
)
def test_it_says_why_it_cannot_decode(data: bytes, why: str) -> None:
    with pytest.raises(UnreadableError, match=why):
        decode(data)
