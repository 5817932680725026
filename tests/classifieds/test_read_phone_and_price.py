"""Phone numbers and prices are read as people type them."""

import pytest

from dabir.classifieds.reading import HIGHEST_PRICE, read_phone, read_price
from dabir.persian import HALF_SPACE


@pytest.mark.parametrize(
    "typed",
    [
        "09121234567",
        "۰۹۱۲۱۲۳۴۵۶۷",
        "٠٩١٢١٢٣٤٥٦٧",
        "0912 123 4567",
        "0912-123-45-67",
        "+989121234567",
        "+98 912 123 4567",
        "+98 (0) 912 123 4567",
        "00989121234567",
        "۰۰۹۸ ۹۱۲ ۱۲۳ ۴۵۶۷",
        "989121234567",
        "9121234567",
        f"۰۹۱۲{HALF_SPACE}۱۲۳{HALF_SPACE}۴۵۶۷",
    ],
)
def test_it_reads_a_mobile(typed):
    assert read_phone(typed) == "09121234567"


@pytest.mark.parametrize(
    "typed",
    ["02188776655", "(۰۲۱) ۸۸۷۷۶۶۵۵", "021/88776655", "+98 21 88776655", "0098-21-8877-6655"],
)
def test_it_reads_a_landline(typed):
    assert read_phone(typed) == "02188776655"


@pytest.mark.parametrize(
    "typed",
    [
        "88776655",
        "0912123456",
        "091212345678",
        "01234567890",
        "+1 202 555 0100",
        "شماره ندارم",
        "0912x234567",
        "٠٩١٢١٢٣٤٥٦७",
        "",
        "09121234567 09121234568",
    ],
)
def test_it_refuses_what_is_no_iranian_number(typed):
    with pytest.raises(ValueError, match="یازده رقم"):
        read_phone(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "1250000",
        "۱۲۵۰۰۰۰",
        "١٢٥٠٠٠٠",
        "1,250,000",
        "۱٬۲۵۰٬۰۰۰",
        "۱،۲۵۰،۰۰۰",
        "1.250.000",
        "1/250/000",
        "۱ ۲۵۰ ۰۰۰",
        "۱٬۲۵۰٬۰۰۰ تومان",
        "001250000",
    ],
)
def test_it_reads_a_price(typed):
    assert read_price(typed) == 1_250_000


@pytest.mark.parametrize("typed", ["", "  ", "توافقی", "0", "۰", "۰ تومان", "تومان"])
def test_no_price_is_left_to_agreement(typed):
    assert read_price(typed) is None


@pytest.mark.parametrize(
    "typed",
    ["1250.5", "12,50", "-5", "۵۰ میلیون", "1250000 ریال", "1e9", "४५", "1,,000", "1250,000"],
)
def test_it_refuses_what_is_no_plain_number(typed):
    with pytest.raises(ValueError, match="تومان"):
        read_price(typed)


def test_it_refuses_a_price_beyond_measure():
    assert read_price(str(HIGHEST_PRICE)) == HIGHEST_PRICE
    with pytest.raises(ValueError, match="بزرگ"):
        read_price(str(HIGHEST_PRICE + 1))
    with pytest.raises(ValueError, match="بزرگ"):
        read_price("9" * 40)
