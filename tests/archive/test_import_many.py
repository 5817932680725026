"""Many pages at once: processes, batches, what was broken off, what is kept and read again."""

import io
import json
import socket
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PIL import Image

from dabir.archive import again, importing, moving, readers
from dabir.archive.bar import clock, line
from dabir.archive.command import import_command
from dabir.archive.importing import Wishes, import_paths
from dabir.archive.models import Original
from dabir.archive.moving import Deed, Report
from dabir.archive.readers import DIED, Readers
from dabir.archive.sources import Form, Piece, read_piece
from dabir.newsroom.models import Picture, Section, Story, Writer
from tests.archive.conftest import BODY, HEADLINE, RELATED, daily_page
from tests.archive.deadly import die_over_bad_ones
from tests.archive.pages import CAPTION, CODE, PICTURE, iransamaneh_page, nastooh_page
from tests.archive.test_read_sources import ADDRESS, web_archive

pytestmark = pytest.mark.django_db


def stories(tmp_path: Path, count: int, **more: Any) -> Path:
    """A file of JSON Lines with so many stories."""
    path = tmp_path / "stories.jsonl"
    told = (
        {
            "code": 5000 + n,
            "published": "2003-01-01",
            "headline": f"{HEADLINE} {n}",
            "body": BODY,
            **more,
        }
        for n in range(count)
    )
    path.write_text("\n".join(json.dumps(each, ensure_ascii=False) for each in told), "utf-8")
    return path


def run(*paths: Path, **options: Any) -> list[Report]:
    return list(import_paths(paths, Wishes(**options)))


def test_many_stories_cost_few_queries(tmp_path: Path, django_assert_max_num_queries: Any) -> None:
    path = stories(tmp_path, 100)

    with django_assert_max_num_queries(45):
        reports = run(path)

    assert {report.outcome for report in reports} == {Deed.MOVED_IN}
    assert Story.objects.filter(code__gte=5000, live=True).count() == 100
    assert not Original.objects.first().was_edited  # type: ignore[union-attr]


def test_what_moved_in_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = stories(tmp_path, 3)
    run(path)
    monkeypatch.setattr(readers, "read_pieces", lambda pieces: [1 / 0 for _ in pieces])

    assert [report.outcome for report in run(path)] == [Deed.UNCHANGED] * 3


def test_an_import_that_was_broken_off_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "BATCH", 2)
    path = stories(tmp_path, 6)
    broken = import_paths([path])
    for _ in range(3):
        next(broken)
    broken.close()

    outcomes = [report.outcome for report in run(path)]

    assert outcomes == [*[Deed.UNCHANGED] * 4, *[Deed.MOVED_IN] * 2]


def test_processes_read_what_one_process_reads(tmp_path: Path) -> None:
    pieces = [
        Piece(f"/{n}", Form.TEXT, daily_page(HEADLINE, str(7000 + n)).encode()) for n in range(30)
    ]

    with Readers(2) as two, Readers(1) as one:
        found, same = two.read(pieces), one.read(pieces)

    assert [outcome.record for outcome in found] == [outcome.record for outcome in same]


def test_a_page_that_kills_its_process_takes_no_other_along(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(readers, "FEW", 2)
    monkeypatch.setattr(readers, "read_pieces", die_over_bad_ones)
    pieces = [Piece("good", Form.TEXT, daily_page().encode()), Piece("bad", Form.TEXT, b"bad")]

    with Readers(2) as two:
        good, bad = two.read(pieces)

    assert good.record
    assert bad.why == DIED


def test_kept_pages_are_read_again_by_a_better_importer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "1.html").write_text(nastooh_page(), encoding="utf-8")
    run(tmp_path)
    Story.objects.update(lead="")
    original = Original.objects.select_related("story").get()
    original.seal()
    for module in (again, moving):
        monkeypatch.setattr(module, "VERSION", original.importer + 1)

    (report,) = again.read_again(Wishes())

    assert report.outcome is Deed.UPDATED
    assert Story.objects.get(pk=CODE).lead.startswith("شهردار")
    assert list(again.read_again(Wishes())) == []


def test_pictures_that_lie_beside_the_page_are_taken(tmp_path: Path) -> None:
    (tmp_path / "images").mkdir()
    Image.new("RGB", (80, 60), "brown").save(tmp_path / PICTURE, "JPEG")
    (tmp_path / "1.html").write_text(nastooh_page(), encoding="utf-8")

    run(tmp_path)

    picture = Picture.objects.get()
    block = next(
        block for block in Story.objects.get(pk=CODE).body if block.block_type == "picture"
    )
    assert (block.value["picture"], block.value["caption"]) == (picture, CAPTION)
    assert Original.objects.get().pictures[0]["taken"] == picture.pk


def test_pictures_that_stand_in_the_web_archive_are_taken(tmp_path: Path) -> None:
    out = io.BytesIO()
    Image.new("RGB", (80, 60), "brown").save(out, "PNG")
    page = (ADDRESS, "text/html", nastooh_page().encode())
    answers = (page, (f"https://sobh.ir/news/{CODE}/{PICTURE}", "image/png", out.getvalue()))
    (tmp_path / "1.warc.gz").write_bytes(web_archive(*answers))

    run(tmp_path / "1.warc.gz")

    assert Picture.objects.count() == 1


@pytest.mark.parametrize("address", ["../secret.jpg", "/etc/passwd", "https://x.ir/a.jpg", "%00"])
def test_pictures_that_do_not_keep_their_address(tmp_path: Path, address: str) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    Image.new("RGB", (80, 60)).save(tmp_path / "secret.jpg")
    page = nastooh_page().replace(PICTURE, address)
    (folder / "1.html").write_text(page, encoding="utf-8")

    (report,) = run(folder)

    assert not Picture.objects.exists()
    assert "1 of its pictures lie not beside the page; their addresses are kept." in report.unsure
    assert Original.objects.get().pictures == [
        {"address": address, "caption": CAPTION, "taken": None}
    ]


def test_the_narrowest_section_and_the_writer_that_the_paper_has(
    tmp_path: Path, section: Section
) -> None:
    writer = Writer.objects.create(name="نگار پارسا")
    path = stories(tmp_path, 1, section_path=[section.name, "محله"], byline="نگار پارسا")

    run(path)

    story = Story.objects.get(pk=5000)
    assert story.section == section
    assert story.bylines.get().writer == writer


def test_blocks_become_blocks(tmp_path: Path) -> None:
    table = "<table><tr><td>سال</td><td>کتاب</td></tr><tr><td>۹۷</td><td>۸۰۰</td></tr></table>"
    body = f"<p>{BODY[0]}</p><h3>میان تیتر تازه</h3><p>{BODY[1]}</p>{table}<blockquote>گفته</blockquote>"
    (tmp_path / "1.html").write_text(iransamaneh_page(body=body), encoding="utf-8")

    run(tmp_path)

    body_now = Story.objects.get(pk=CODE).body
    kinds = [block.block_type for block in body_now]
    assert kinds == ["paragraph", "cross_head", "paragraph", "table", "quote"]
    assert str(body_now[3].value["table"].rows.__iter__().__next__()[0]) == "سال"
    assert not Original.objects.get().was_edited


def test_a_dateline_is_told_once(tmp_path: Path) -> None:
    path = stories(tmp_path, 1, body=["تهران - " + BODY[0], BODY[1]], dateline="تهران")

    run(path)

    story = Story.objects.get(pk=5000)
    assert story.dateline == "تهران"
    assert str(story.body[0].value.source).startswith(f"<p>{BODY[0]}</p>")


def test_a_report_of_what_was_refused_or_unsure(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text("هیچ", encoding="utf-8")
    (tmp_path / "2.txt").write_text(daily_page(), encoding="utf-8")
    report = tmp_path.parent / "report"

    CliRunner().invoke(import_command, ["--jobs", "1", "--report", str(report), str(tmp_path)])

    told = [json.loads(text) for text in report.read_text("utf-8").splitlines()]
    assert [each["outcome"] for each in told] == ["refused", "moved in"]
    assert "It is published as of now; give --day to say its day." in told[1]["unsure"]


def test_again_takes_no_source(tmp_path: Path) -> None:
    assert CliRunner().invoke(import_command, ["--again", str(tmp_path)]).exit_code == 2
    assert "0 pages" in CliRunner().invoke(import_command, ["--again"]).stderr


def test_the_bar_tells_rate_and_time_left() -> None:
    assert line(500, 25, 100, 10.0) == "Moving in: 500 pages, 50/s, 25% 0:30 left"
    assert line(0, 0, 0, 0.0) == "Moving in: 0 pages, 0/s, 0%"
    assert clock(7507) == "2:05:07"


def test_no_connection_is_ever_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError("a connection was opened")

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)
    page = nastooh_page().replace(PICTURE, "https://sobh.ir/a.jpg")
    external = f'<!DOCTYPE html SYSTEM "http://sobh.ir/x.dtd">{page}<iframe src="//sobh.ir/f">'
    (tmp_path / "1.html").write_text(external, encoding="utf-8")
    (tmp_path / "2.html").write_text(f"<h1>{HEADLINE}</h1><p>{'</p><p>'.join(BODY)}", "utf-8")
    feed = f"<rss><channel><item><title>{RELATED}</title><link>http://x.ir/9</link><description>&lt;p&gt;{BODY[1]}&lt;/p&gt;"
    (tmp_path / "3.xml").write_text(f"{feed}</description></item></channel></rss>", "utf-8")
    (tmp_path / "4.warc.gz").write_bytes(web_archive((ADDRESS, "text/html", page.encode())))

    assert Deed.MOVED_IN in {report.outcome for report in run(tmp_path)}


PARTS = st.sampled_from(
    [
        *(part.encode() for part in nastooh_page().split("\n")),
        *(b"<p>", b"</div>", b"<table><tr><td>", b"&#0;", b"\xff\xfe", b"<![CDATA[", b"<a href='"),
        b'{"headline": "x", "body": [1]}',
    ]
)


@given(
    st.one_of(st.binary(max_size=300), st.lists(PARTS, max_size=25).map(b"".join)),
    st.sampled_from(Form),
)
@example(b"\x80" * 50, Form.HTML)
@example(b"<html><body>" + b"<b>" * 500, Form.HTML)
@example(
    b'{"comments": [{"parent": "1", "id": "1", "approved": "1"}], "title": "x"}', Form.WORDPRESS
)
@settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_bytes_a_piece_has_it_is_read_or_says_why(data: bytes, form: Form) -> None:
    outcome = read_piece(Piece("/x", form, data))

    assert bool(outcome.record) != bool(outcome.why)
    assert "Please report" not in outcome.why
