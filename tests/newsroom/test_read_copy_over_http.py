"""The copy desk over HTTP: marks of the editor's paragraphs, as browsers count."""

import json
from hashlib import sha256

import pytest
from django.test import Client
from django.urls import reverse

from dabir.newsroom.copydesk import house, wire
from dabir.persian import HALF_SPACE

DOUBLED = "این این خبر"
READ = "/newsroom/copydesk/read/"


def ask(client, *texts, **more):
    """Send paragraphs, and return the answer."""
    paragraphs = [{"id": str(at), "text": text} for at, text in enumerate(texts)]
    body = {"paragraphs": paragraphs, **more}
    return client.post(READ, json.dumps(body), content_type="application/json")


def marks(client, *texts, **more):
    """Return the marks over each paragraph."""
    answer = ask(client, *texts, **more)
    assert answer.status_code == 200, answer.content.decode()
    return [each["marks"] for each in answer.json()["paragraphs"]]


def test_it_marks_what_is_sent_paragraph_by_paragraph(as_sara):
    first, second = marks(as_sara, DOUBLED, "خبر تازه")
    assert second == []
    (mark,) = first
    assert (mark["start"], mark["end"], mark["class"]) == (0, 7, "doubled")
    assert mark["severity"] == "error"
    assert mark["fixes"] == ["این"]
    assert "دو بار" in mark["why"]
    assert len(mark["key"]) == 16


def test_it_echoes_what_it_read(as_sara):
    (told,) = ask(as_sara, DOUBLED).json()["paragraphs"]
    assert told["id"] == "0"
    assert told["length"] == len(DOUBLED)
    assert told["digest"] == sha256(DOUBLED.encode()).hexdigest()[:16]


def test_offsets_are_those_of_javascript(as_sara):
    (found,) = marks(as_sara, "😀😀 " + DOUBLED)
    assert [(mark["start"], mark["end"]) for mark in found if mark["class"] == "doubled"] == [
        (5, 12)
    ]


def test_a_paragraph_may_hold_line_breaks(as_sara):
    (found,) = marks(as_sara, "خبر تازه\n" + DOUBLED)
    assert [mark["start"] for mark in found if mark["class"] == "doubled"] == [9]


def test_a_lone_half_of_a_pair_breaks_nothing(as_sara):
    body = '{"paragraphs": [{"id": "a", "text": "\\ud83d این این"}]}'
    answer = as_sara.post(READ, body, content_type="application/json")
    assert answer.status_code == 200
    assert answer.json()["paragraphs"][0]["length"] == 9


def test_words_come_along_for_the_next_question(as_sara):
    (told,) = ask(as_sara, "دریوکاس و دریوکاس").json()["paragraphs"]
    assert told["words"]["دریوکاس"] == 2
    assert told["new"] == ["دریوکاس"]


def test_a_name_is_judged_by_the_rest_of_the_story(as_sara):
    slip = "سپس دریوکاش رفت"
    assert marks(as_sara, slip) == [[]] or "names" not in str(marks(as_sara, slip))
    (found,) = marks(as_sara, slip, elsewhere={"دریوکاس": 2})
    assert [mark["fixes"][0] for mark in found if mark["class"] == "names"] == ["دریوکاس"]


def test_a_name_that_the_story_is_filed_under_counts_too(as_sara):
    (found,) = marks(as_sara, "سپس دریوکاش رفت", names=["دریوکاس"])
    assert "names" in [mark["class"] for mark in found]


def test_it_requires_staff(db, django_user_model):
    assert ask(Client(), DOUBLED).status_code == 403
    stranger = Client()
    stranger.force_login(django_user_model.objects.create_user("stranger"))
    answer = ask(stranger, DOUBLED)
    assert answer.status_code == 403
    assert "تحریریه" in answer.json()["error"]


def test_it_requires_the_token_of_the_form(sara):
    client = Client(enforce_csrf_checks=True)
    client.force_login(sara)
    assert ask(client, DOUBLED).status_code == 403


def test_it_rejects_get(as_sara):
    assert as_sara.get(READ).status_code == 405


@pytest.mark.parametrize(
    "body",
    [
        "",
        "no json",
        "[]",
        "{}",
        '{"paragraphs": "text"}',
        '{"paragraphs": ["text"]}',
        '{"paragraphs": [{"id": 1}]}',
        '{"paragraphs": [{"id": 1, "text": null}]}',
        '{"paragraphs": [], "names": "x"}',
        '{"paragraphs": [], "elsewhere": [1]}',
        '{"paragraphs": ' + "[" * 100_000,
    ],
)
def test_what_makes_no_sense_is_refused_in_persian(as_sara, body):
    answer = as_sara.post(READ, body, content_type="application/json")
    assert answer.status_code == 400
    assert "ویراستار" in answer.json()["error"]


def test_too_much_is_refused_in_persian(as_sara):
    long = ask(as_sara, "ا" * (wire.MOST_LETTERS + 1))
    many = ask(as_sara, *["خبر"] * (wire.MOST_PARAGRAPHS + 1))
    for answer in (long, many):
        assert answer.status_code == 413
        assert "نویسه" in answer.json()["error"] or "بند" in answer.json()["error"]


def test_a_body_of_many_megabytes_is_not_even_read(as_sara):
    answer = as_sara.post(READ, b" " * 4_000_000, content_type="application/json")
    assert answer.status_code == 413


def test_a_lexicon_that_is_not_there_is_told(as_sara, monkeypatch):
    def none(data=None):
        raise house.places.NoLexiconError("nothing")

    monkeypatch.setattr(house.places, "lexicon", none)
    house._kept.forget()
    answer = ask(as_sara, DOUBLED)
    assert answer.status_code == 503
    assert "واژگان" in answer.json()["error"]


def test_reading_asks_the_database_for_nothing_but_who_asks(as_sara, django_assert_num_queries):
    ask(as_sara, "بیدار")
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(
        connection,
    ) as asked:
        ask(as_sara, DOUBLED)
    tables = " ".join(query["sql"] for query in asked.captured_queries)
    assert "newsroom_" not in tables
    assert len(asked) == 2, "the session and the user"


def test_the_copy_of_another_program_is_read_with_a_key(as_sara, sara):
    page = as_sara.get(reverse("newsroom_copydesk")).content.decode()
    key = page.partition("Bearer ")[2].partition("&")[0].partition("'")[0]
    answer = proof(key, "😀 " + DOUBLED)
    assert answer.status_code == 200
    record = answer.json()
    assert record["text"] == "😀 " + DOUBLED
    (mark,) = [mark for mark in record["marks"] if mark["class"] == "doubled"]
    assert set(mark) == {"start", "end", "class", "severity", "why", "fixes"}
    assert (mark["start"], mark["end"]) == (2, 9), "characters, as dabir proof counts"


def proof(key: str, text: str):
    return Client(enforce_csrf_checks=True).post(
        reverse("copydesk_proof"),
        json.dumps({"text": text}),
        content_type="application/json",
        headers={"Authorization": f"Bearer {key}"},
    )


def test_without_a_key_nothing_is_read(as_sara):
    for key in ("", "no-key", "a:b:c"):
        answer = proof(key, DOUBLED)
        assert answer.status_code == 401
        assert "کلید" in answer.json()["error"]


def test_a_key_falls_with_its_owner_s_password(sara):
    from dabir.newsroom.copydesk.keys import key_for

    key = key_for(sara)
    assert proof(key, DOUBLED).status_code == 200
    sara.set_password("another-one-71")
    sara.save()
    assert proof(key, DOUBLED).status_code == 401


def test_a_key_falls_with_its_owner_s_place(sara):
    from dabir.newsroom.copydesk.keys import key_for

    key = key_for(sara)
    sara.groups.clear()
    assert proof(key, DOUBLED).status_code == 401


def test_half_spaces_survive(as_sara):
    text = f"می{HALF_SPACE}رود می{HALF_SPACE}رود"
    (told,) = ask(as_sara, text).json()["paragraphs"]
    assert told["length"] == len(text)
