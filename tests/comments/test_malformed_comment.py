"""Whatever is sent to the form, the paper answers and does not fall over."""

from typing import Any
from urllib.parse import quote_from_bytes

import pytest
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dabir.comments.models import Comment
from dabir.newsroom.models import Story
from tests.comments.conftest import begun, counters

pytestmark = pytest.mark.many

ODD = st.sampled_from(
    [
        "",
        "\x00",
        "\u202e\u2066\u200b",
        "<script>alert(1)</script>",
        "{{ 7 * 7 }}{% raw %}",
        "' OR 1=1; --",
        "%00%ff",
        "-1",
        "0",
        "۱۲",
        "1e9",
        "9" * 40,
        "x" * 4000,
        "\ufdfa" * 90,
        "\r\n\r\nSet-Cookie: a=b",
        "🏴" * 50,
        "a@b",
        "\ud800".encode("utf-8", "replace").decode(),
    ]
)
VALUES = st.one_of(ODD, st.text(max_size=60), st.integers().map(str))
NAMES = st.sampled_from(["name", "email", "text", "parent", "website", "token", "other"])
FIELDS = st.lists(st.tuples(NAMES, VALUES), max_size=12)
TYPES = st.sampled_from(
    [
        "application/x-www-form-urlencoded",
        "application/x-www-form-urlencoded; charset=rot13",
        "application/x-www-form-urlencoded; charset=base64",
        "application/x-www-form-urlencoded; charset=utf-16",
        "multipart/form-data",
        "multipart/form-data; boundary=x",
        "multipart/form-data; boundary=x; charset=idna",
        "application/json",
        "text/plain; charset=nonsense",
        "",
    ]
)

thorough = settings(
    max_examples=200,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@thorough
@given(fields=FIELDS, in_time=st.booleans())
def test_any_fields_are_answered(
    story: Story, fields: list[tuple[str, str]], in_time: bool
) -> None:
    form: dict[str, Any] = {"token": begun(10)} if in_time else {}
    for name, value in fields:
        form.setdefault(name, []).append(value) if name != "token" else form.update(token=value)
    with transaction.atomic():
        response = Client().post(f"/comments/{story.pk}/", form)
        assert response.status_code < 500
        taken = Comment.objects.count()
        assert taken == (response.status_code == 303)
        assert counters(story) == (taken, 0, 0)
        assert "<script>alert" not in response.text
        transaction.set_rollback(True)


@thorough
@given(
    body=st.binary(max_size=400), content_type=TYPES, length=st.sampled_from([None, "0", "-1", "x"])
)
def test_any_bytes_are_answered(
    story: Story, body: bytes, content_type: str, length: str | None
) -> None:
    extra: dict[str, Any] = {} if length is None else {"CONTENT_LENGTH": length}
    response = Client().generic("POST", f"/comments/{story.pk}/", body, content_type, **extra)
    assert 200 <= response.status_code < 500


@thorough
@given(
    page=st.sampled_from(["/comments/{}/", "/comments/received/{}/", "/comments/token/"]),
    name=st.sampled_from(["", "parent=", "again=", "parent=1&parent="]),
    value=st.binary(max_size=60),
    content_type=TYPES,
)
def test_any_query_is_answered(
    story: Story, page: str, name: str, value: bytes, content_type: str
) -> None:
    extra = {"QUERY_STRING": name + quote_from_bytes(value), "REMOTE_ADDR": ""}
    response = Client().generic("GET", page.format(story.pk), b"", content_type, **extra)
    assert 200 <= response.status_code < 500


@pytest.mark.parametrize("forwarded", ["", "x, \x00", "1.2.3.4, [::1]:80", "9" * 5000])
def test_any_sender_is_answered(story: Story, settings: Any, forwarded: str) -> None:
    settings.PROXIES = 1
    form = {"name": "نرگس", "text": "پل خوبی است.", "token": begun(10)}
    headers = {"HTTP_X_FORWARDED_FOR": forwarded, "REMOTE_ADDR": ""}
    assert Client().post(f"/comments/{story.pk}/", form, **headers).status_code == 303


def test_a_body_that_is_far_too_long_is_not_read(client: Client, story: Story) -> None:
    response = client.post(f"/comments/{story.pk}/", {"text": "ن" * 1_000_000})
    assert response.status_code == 413
    assert "بیش از اندازه بلند است" in response.text


def test_a_long_text_is_given_back(client: Client, story: Story) -> None:
    text = "نوشته " * 5000
    response = client.post(f"/comments/{story.pk}/", {"name": "نرگس", "text": text})
    assert response.status_code == 422
    assert text.strip() in response.text
