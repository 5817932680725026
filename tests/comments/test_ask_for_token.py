import time

import time_machine
from django.test import Client

from dabir.comments.start_token import Start, judge


def test_it_says_when_the_reader_began(client: Client) -> None:
    with time_machine.travel(time.time() - 5, tick=False):
        response = client.get("/comments/token/")
    assert judge(response.json()["token"]) is Start.GOOD


def test_it_is_never_kept(client: Client) -> None:
    assert "no-store" in client.get("/comments/token/")["Cache-Control"]


def test_it_rejects_post(client: Client) -> None:
    assert client.post("/comments/token/").status_code == 405


def test_it_is_judged_by_its_age(client: Client) -> None:
    token = client.get("/comments/token/").json()["token"]
    assert judge(token) is Start.TOO_SOON
    with time_machine.travel(time.time() + 13 * 3600, tick=False):
        assert judge(token) is Start.UNKNOWN
