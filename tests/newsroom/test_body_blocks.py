"""A video of the body is a file of ours or an address elsewhere."""

import pytest
from django.core.exceptions import ValidationError

from dabir.newsroom.blocks import VideoBlock


@pytest.mark.parametrize("address", ["https://example.org/v.webm", "/media/documents/v.webm"])
def test_an_address_will_do(address):
    block = VideoBlock()
    found = block.clean(block.to_python({"address": address, "caption": ""}))
    assert found["address"] == address


@pytest.mark.parametrize(
    ("address", "told"), [("", "لازم است"), ("javascript:alert(1)", "https یا http")]
)
def test_neither_nothing_nor_a_script_will(address, told):
    block = VideoBlock()
    with pytest.raises(ValidationError) as wrong:
        block.clean(block.to_python({"address": address, "caption": ""}))
    assert told in str(wrong.value)


def test_a_refusal_has_persian_digits_but_not_in_a_name() -> None:
    assert ValidationError("تا 300 نویسه از mp4").messages == ["تا ۳۰۰ نویسه از mp4"]
