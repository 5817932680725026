"""Every process reads by the house's decisions as they stand now."""

import json
from pathlib import Path

import pytest

from dabir.copydesk.house_file import read_house
from dabir.newsroom.copydesk import house
from dabir.newsroom.models import HouseStyle, Paper


def classes(text: str) -> list[str]:
    (found,) = house.reader().read([text])
    return [each.mark.rule for each in found]


def test_a_live_term_is_marked_with_its_reason(decide):
    decide("گازوئیل", "گازوییل", reason="همزه را کوتاه می" + "\u200c" + "نویسیم.")
    (found,) = house.reader().read(["بهای گازوئیل"])
    (mark,) = [each.mark for each in found if each.mark.rule == "terms"]
    assert mark.fixes == ("گازوییل",)
    assert "همزه" in mark.why


@pytest.mark.parametrize("state", ["proposed", "draft", "retired"])
def test_others_are_not_at_work(decide, state):
    decide("گازوئیل", "گازوییل", state=state)
    assert "terms" not in classes("بهای گازوئیل")


def test_an_exception_is_let_stand(decide):
    assert "doubled" in classes("شهر شهر ما")
    decide("شهر شهر", kind="exception")
    assert "doubled" not in classes("شهر شهر ما")


def test_the_paper_s_own_name_is_a_name_of_the_house(db):
    Paper.objects.create(name="دریوکاس")
    assert "names" in classes("به گزارش دریوکاش")


def test_a_decision_is_heard_at_once_here_and_soon_elsewhere(decide):
    before = house.reader()
    version = before.version
    decide("گازوئیل", "گازوییل")
    assert house.reader().version != version

    elsewhere = house._Kept()
    kept = elsewhere.get()
    HouseStyle.turn_page()  # as another process does: no signal is heard here
    assert elsewhere.get() is kept, "the version is looked at only now and then"
    elsewhere.looked_at -= house.PATIENCE + 1
    assert elsewhere.get() is not kept


def test_nothing_is_built_anew_without_need(db):
    elsewhere = house._Kept()
    kept = elsewhere.get()
    elsewhere.looked_at -= house.PATIENCE + 1
    assert elsewhere.get() is kept


def test_a_lexicon_that_learnt_is_taken_up(db, monkeypatch):
    elsewhere = house._Kept()
    kept = elsewhere.get()
    from dabir.copydesk.lexicon import Lexicon

    learnt = Lexicon(house.places.BASE)
    monkeypatch.setattr(house.places, "lexicon", lambda data=None: learnt)
    elsewhere.looked_at -= house.PATIENCE + 1
    assert elsewhere.get().lexicon is learnt
    assert elsewhere.get() is not kept


def test_other_programs_find_the_decisions_in_the_data_folder(
    decide, settings, tmp_path, django_capture_on_commit_callbacks
):
    settings.DATA = tmp_path
    with django_capture_on_commit_callbacks(execute=True):
        decide("گازوئیل", "گازوییل")
    assert [term.right for term in read_house(Path(tmp_path)).terms] == ["گازوییل"]
    assert json.loads((tmp_path / "copydesk" / "house.json").read_text(encoding="utf-8"))


def test_a_data_folder_that_cannot_be_written_stops_nothing(
    decide, settings, tmp_path, django_capture_on_commit_callbacks
):
    (tmp_path / "file").write_text("")
    settings.DATA = tmp_path / "file"
    with django_capture_on_commit_callbacks(execute=True):
        decide("گازوئیل", "گازوییل")
