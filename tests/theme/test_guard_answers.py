"""What the newsroom's process answers is guarded like printed pages are."""

import pytest
from django.db import OperationalError
from django.test import Client


def test_readers_pages_have_the_papers_policy(client: Client, db: None) -> None:
    policy = client.get("/classifieds/new/")["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_the_newsroom_has_a_policy_of_its_own(client: Client, db: None) -> None:
    policy = client.get("/newsroom/login/")["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "http" not in policy


def test_only_the_newsroom_is_shown_in_frames_of_our_own(client: Client, db: None) -> None:
    assert client.get("/newsroom/login/")["X-Frame-Options"] == "SAMEORIGIN"
    assert client.get("/classifieds/new/")["X-Frame-Options"] == "DENY"


def test_an_unknown_address_gets_the_papers_words(client: Client, db: None) -> None:
    response = client.get("/classifieds/nothing/at/all/")
    assert response.status_code == 404
    assert 'lang="fa"' in response.content.decode()


def test_a_lost_database_gets_kind_words(
    client: Client, db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lose() -> str:
        raise OperationalError("the database is away")

    monkeypatch.setattr("dabir.comments.views.new_token", lose)
    response = client.get("/comments/token/")
    assert response.status_code == 503
    assert 'lang="fa"' in response.content.decode()


def test_a_stumble_gets_kind_words(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble() -> str:
        raise ValueError("unforeseen")

    monkeypatch.setattr("dabir.comments.views.new_token", stumble)
    response = Client(raise_request_exception=False).get("/comments/token/")
    assert response.status_code == 500
    assert "unforeseen" not in response.content.decode()
