"""A sender is known for a day, and only as far as trusted proxies tell."""

import pytest
import time_machine
from django.test import RequestFactory

from dabir.newsroom.senders import sender_address, sender_hash


def request(direct="192.0.2.1", forwarded=None):
    told = {} if forwarded is None else {"HTTP_X_FORWARDED_FOR": forwarded}
    return RequestFactory().get("/", REMOTE_ADDR=direct, **told)


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, None, "192.0.2.1"),
        (0, "198.51.100.7", "192.0.2.1"),
        (1, None, "192.0.2.1"),
        (1, "198.51.100.7", "198.51.100.7"),
        (1, "10.9.9.9, 198.51.100.7", "198.51.100.7"),
        (2, "10.9.9.9, 198.51.100.7, 203.0.113.2", "198.51.100.7"),
        (2, "198.51.100.7", "192.0.2.1"),
        (1, "nonsense", "192.0.2.1"),
        (1, "2001:db8::7", "2001:db8::7"),
    ],
)
def test_it_believes_trusted_proxies_alone(settings, proxies, forwarded, address):
    settings.PROXIES = proxies
    assert sender_address(request(forwarded=forwarded)) == address


def test_the_hash_is_the_same_all_day_and_another_tomorrow():
    with time_machine.travel("2026-11-23T08:00Z"):
        morning = sender_hash(request())
    with time_machine.travel("2026-11-23T18:00Z"):
        assert sender_hash(request()) == morning
    with time_machine.travel("2026-11-24T08:00Z"):
        assert sender_hash(request()) != morning


def test_the_hash_tells_no_address():
    told = sender_hash(request())
    assert len(told) == 64
    assert "192.0.2.1" not in told


def test_another_sender_has_another_hash():
    assert sender_hash(request()) != sender_hash(request("192.0.2.2"))


def test_a_household_is_one_sender():
    assert sender_hash(request("2001:db8::1")) == sender_hash(request("2001:db8::ffff:2"))
    assert sender_hash(request("2001:db8::1")) != sender_hash(request("2001:db8:0:1::1"))
    assert sender_hash(request("::ffff:192.0.2.1")) == sender_hash(request("192.0.2.1"))


@pytest.mark.parametrize("direct", ["", "unix:", "fe80::1%eth0", "::1"])
def test_whatever_the_server_says_there_is_a_hash(direct):
    assert len(sender_hash(request(direct))) == 64


def test_tomorrow_comes_at_midnight_in_tehran():
    with time_machine.travel("2026-11-23T20:29Z"):
        before = sender_hash(request())
    with time_machine.travel("2026-11-23T20:31Z"):
        assert sender_hash(request()) != before
