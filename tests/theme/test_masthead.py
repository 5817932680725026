"""The masthead of pages that the newsroom's process makes."""

import pytest
from django.db import OperationalError
from django.test import RequestFactory

from dabir.newsroom.models import Paper, Section
from dabir.press.pages import shown
from dabir.theme.context import masthead
from dabir.theme.views import csrf_failure

ask = RequestFactory().get("/comments/1/")


def test_it_is_the_paper_s_own(section: Section) -> None:
    Paper.objects.update_or_create(defaults={"name": "چاشتگاه"})
    told = masthead(ask)
    assert told["path"] == "/comments/1/"
    assert told["paper"].name == "چاشتگاه"
    assert [found.name for found in told["paper"].sections] == ["شهر"]


def test_it_is_bare_while_the_database_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    def away() -> shown.PaperShown:
        raise OperationalError("the database is away")

    monkeypatch.setattr(shown, "paper_facts", away)
    told = masthead(ask)["paper"]
    assert told.name == "روزنامه"
    assert told.sections == ()
    answer = csrf_failure(ask)
    assert answer.status_code == 403
    assert "این فرم کهنه شده است" in answer.content.decode()
