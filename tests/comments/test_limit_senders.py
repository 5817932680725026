from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest
import time_machine
from django.http import HttpResponse

from dabir.comments.models import Comment
from dabir.persian.jalali import TEHRAN

Send = Callable[..., HttpResponse]

MIDNIGHT = datetime(2026, 3, 1, 0, 0, tzinfo=TEHRAN)


@pytest.fixture(autouse=True)
def clock(story: object) -> Iterator[time_machine.Traveller]:
    with time_machine.travel(MIDNIGHT + timedelta(hours=12), tick=False) as traveller:
        yield traveller


def test_three_in_two_minutes_are_taken(send: Send) -> None:
    assert [send(text=f"نظر {n}").status_code for n in range(4)] == [303, 303, 303, 429]
    assert Comment.objects.count() == 3


def test_the_reader_is_told_and_loses_nothing(send: Send) -> None:
    for n in range(3):
        send(text=f"نظر {n}")
    response = send(text="نظر چهارم من")

    assert response["Retry-After"] == "120"
    assert "چند دقیقه صبر کنید" in response.text
    assert "نظر چهارم من" in response.text


def test_after_two_minutes_there_is_room_again(send: Send, clock: time_machine.Traveller) -> None:
    for n in range(3):
        send(text=f"نظر {n}")
    clock.shift(121)
    assert send(text="نظر چهارم").status_code == 303


def test_twenty_a_day_are_taken(send: Send, clock: time_machine.Traveller) -> None:
    for n in range(20):
        assert send(text=f"نظر {n}").status_code == 303
        clock.shift(600)
    response = send(text="یکی دیگر")
    assert response.status_code == 429
    assert "فردا دوباره" in response.text
    assert response["Retry-After"] == "86400"
    clock.shift(86400)
    assert send(text="یکی دیگر").status_code == 303


def test_other_addresses_are_free(send: Send) -> None:
    for n in range(3):
        send(text=f"نظر {n}")
    assert send(text="نظر دیگری", address="192.0.2.9").status_code == 303


def test_midnight_forgives_nothing(send: Send, clock: time_machine.Traveller) -> None:
    clock.move_to(MIDNIGHT - timedelta(seconds=30))
    for n in range(3):
        send(text=f"نظر {n}")
    clock.move_to(MIDNIGHT + timedelta(seconds=30))
    assert send(text="نظر بامداد").status_code == 429
    assert send(text="نظر 0")["Location"].endswith("?again=1")


def test_the_hash_of_an_address_differs_from_day_to_day(
    send: Send, clock: time_machine.Traveller
) -> None:
    send(text="امروز")
    clock.shift(86400)
    send(text="فردا")
    hashes = set(Comment.objects.values_list("address_hash", flat=True))
    assert len(hashes) == 2
    assert not any("192.0.2.1" in stored for stored in hashes)


def test_addresses_are_forgotten_after_a_week(send: Send, clock: time_machine.Traveller) -> None:
    send(text="هفته پیش")
    clock.shift(7 * 86400 + 1)
    send(text="امروز")

    assert Comment.objects.forget_addresses() == 1
    assert Comment.objects.get(text="هفته پیش").address_hash == ""
    assert Comment.objects.get(text="امروز").address_hash != ""
    assert Comment.objects.forget_addresses() == 0
