"""Readers who come by an old address find the story."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dabir.archive.importers import read_page
from dabir.archive.importers.markup import read_html
from dabir.archive.models import OldAddress
from dabir.archive.moving import Deed, Report, move_in
from dabir.newsroom.models import Story
from dabir.old_addresses import code_in, leads_by_itself
from dabir.press import work
from dabir.press.checking import problems
from dabir.press.server import Server
from dabir.press.stores import Folder
from tests.archive.conftest import agency_page
from tests.archive.pages import wordpress_page

BY_RULE = [
    ("/fa/news/712034/any-slug", 712034),
    ("/fa/tiny/news-712034", 712034),
    ("/photo/712034/slug", 712034),
    ("/xf9f6", 712050),
    ("/بخش-جامعه-12/712034-کتابخانه-شهر", 712034),
]


@pytest.mark.parametrize(("path", "code"), BY_RULE)
def test_addresses_that_name_the_code_lead_on_by_rule(path: str, code: int) -> None:
    assert code_in(path) == code
    assert leads_by_itself(path, code)
    assert not leads_by_itself(path, code + 1)


@pytest.mark.parametrize("path", ["/", "/xyz/1", "/news/712034/print/", "/section/city/", "/xÀ"])
def test_other_addresses_lead_nowhere_by_rule(path: str) -> None:
    assert code_in(path) is None


def move(text: str, path: str = "/old/712034.html") -> Report:
    return move_in(read_html(text), text, path)


@pytest.fixture
def ask(settings: Any, tmp_path: Path, db: None) -> Callable[[str], tuple[str, str]]:
    """Ask the server of the printed paper: status and where it leads."""

    def answer(path: str) -> tuple[str, str]:
        folder = Folder(Path(settings.PUBLIC_DIR))
        work.work(folder)
        root = folder.root
        server = Server(root, root, root, lambda environ, start: [])
        told: list[Any] = []
        raw = path.encode().decode("latin-1")
        environ = {"PATH_INFO": raw, "REQUEST_METHOD": "GET"}
        list(server(environ, lambda status, headers: told.extend((status, dict(headers)))))
        return told[0], told[1].get("Location", "")

    return answer


@pytest.mark.django_db
def test_a_permalink_without_a_code_leads_to_the_story(ask: Any) -> None:
    page = wordpress_page(address="https://sobh.ir/1398/06/کتابخانه/")
    code = move(page).code

    assert OldAddress.objects.get().path == "/1398/06/کتابخانه/"
    assert ask("/1398/06/کتابخانه/") == ("301 Moved Permanently", f"/news/{code}/")
    found = problems(Folder(Path(work.settings.PUBLIC_DIR)))
    assert [problem for problem in found if problem.kind != "missing"] == []


@pytest.mark.django_db
def test_an_address_that_leads_by_rule_is_not_remembered() -> None:
    move_in(read_page(agency_page(below="https://sobh.ir/news/712034/slug")), "…", "/old/1.txt")

    assert not OldAddress.objects.exists()


@pytest.mark.django_db
def test_the_redirect_goes_with_its_story(ask: Any) -> None:
    code = move(wordpress_page(address="https://sobh.ir/1398/06/old/")).code
    assert ask("/1398/06/old/")[0].startswith("301")

    Story.objects.get(pk=code).delete()

    assert ask("/1398/06/old/")[0].startswith("404")


@pytest.mark.django_db
def test_an_address_stays_with_the_story_that_had_it_first() -> None:
    first = move(wordpress_page(address="https://sobh.ir/1398/06/old/"))
    page = wordpress_page(address="https://sobh.ir/1398/06/old/", code=9)
    assert move(page, "/old/2.html").outcome is Deed.MOVED_IN

    assert OldAddress.objects.get(path="/1398/06/old/").story_id == first.code
