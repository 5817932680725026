"""Sources of every kind give their pieces, and broken ones say what is wrong and go on."""

import gzip
import io
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from dabir.archive.importers import PageRecord
from dabir.archive.importers.record import BlockKind
from dabir.archive.importers.told import as_told, read_record
from dabir.archive.sources import Outcome, find_files, open_source, packed, read_piece
from dabir.archive.sources import files as files_module
from dabir.archive.sources import json_lines as json_lines_module
from tests.archive.conftest import BODY, HEADLINE, LEAD, RELATED, daily_page
from tests.archive.pages import CODE, KICKER, nastooh_page

ADDRESS = f"https://sobh.ir/news/{CODE}/slug"


def read(path: Path) -> list[Outcome]:
    """What each piece of a file says."""
    return [read_piece(piece) for piece in open_source(path)]


def records(path: Path) -> list[PageRecord]:
    return [outcome.record for outcome in read(path) if outcome.record]


def why(path: Path) -> str:
    return read(path)[-1].why


# Pages ---------------------------------------------------------------------------------------
def test_a_page_of_html(tmp_path: Path) -> None:
    (tmp_path / "1.html").write_text(nastooh_page(), encoding="utf-8")

    (record,) = records(tmp_path / "1.html")

    assert (record.headline, record.code) == (HEADLINE, CODE)


def test_a_page_in_old_windows_persian(tmp_path: Path) -> None:
    page = nastooh_page().replace("ی", "ي").replace("ک", "ك").replace("utf-8", "windows-1256")
    (tmp_path / "1.htm").write_bytes(page.encode("cp1256", "xmlcharrefreplace"))

    assert records(tmp_path / "1.htm")[0].code == CODE


def test_a_packed_page(tmp_path: Path) -> None:
    (tmp_path / "1.txt.gz").write_bytes(gzip.compress(daily_page().encode()))

    assert records(tmp_path / "1.txt.gz")[0].headline == HEADLINE


def test_text_that_is_html_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "page").write_text(nastooh_page(), encoding="utf-8")
    (tmp_path / "1.txt").write_text(nastooh_page(), encoding="utf-8")

    assert [records(path)[0].family for path in find_files([tmp_path])] == ["nastooh"] * 2


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("none.txt", None, "There is no such file or folder."),
        ("1.docx", b"x", r"This kind of file (.docx) cannot be read."),
        ("page", b"x", "This kind of file (without an ending) cannot be read."),
        ("1.txt", b"", "The file is empty."),
        ("1.html", "<p>هیچ".encode(), "No paragraph"),
        ("1.txt.gz", b"\x1f\x8bxx", "It is packed with gzip, and broken"),
        ("1.xml", b"<x>", "It is no feed"),
        ("1.jsonl", b"{", "The line is no JSON object"),
        ("1.jsonl", b"[1]", "The line is no JSON object"),
        ("1.jsonl", b'{"headline": "x"}', "no body and no lead"),
        ("1.jsonl", b'{"body": ["x"]}', "It has no headline."),
        ("1.warc", b"WARC/1.0\r\nbroken", "There is no record of a web archive in it."),
    ],
)
def test_what_cannot_be_read_says_why(
    tmp_path: Path, name: str, data: bytes | None, told: str
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)

    assert told.split("(")[0] in why(tmp_path / name)


def test_a_page_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files_module, "LARGEST", 3 * 1024**2)
    (tmp_path / "1.html").write_bytes(b"<p>" + b"x" * (4 * 1024**2))

    assert why(tmp_path / "1.html") == "The page is larger than 3 MB."


def test_a_small_file_that_holds_gigabytes_is_not_unpacked(tmp_path: Path) -> None:
    bomb = gzip.compress(b"\0" * (40 * 1024**2))
    (tmp_path / "1.txt.gz").write_bytes(bomb)

    assert len(bomb) < 100_000
    assert "It unpacks to more than 16 MB" in why(tmp_path / "1.txt.gz")


# Web archives --------------------------------------------------------------------------------
def web_archive(*pages: tuple[str, str, bytes], status: str = "200 OK") -> bytes:
    """A web archive with these answers: address, kind, body."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    for address, kind, body in pages:
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(
                address, "response", payload=io.BytesIO(body), http_headers=headers
            )
        )
    return out.getvalue()


def test_a_web_archive(tmp_path: Path) -> None:
    page = nastooh_page().encode()
    answers = [(ADDRESS, "text/html; charset=utf-8", page), (f"{ADDRESS}.css", "text/css", b"x")]
    (tmp_path / "1.warc.gz").write_bytes(web_archive(*answers))

    (outcome,) = read(tmp_path / "1.warc.gz")

    assert outcome.piece.place == outcome.piece.address == ADDRESS
    assert outcome.record
    assert outcome.record.addresses[0] == ADDRESS


def test_answers_that_were_no_pages_are_passed_over(tmp_path: Path) -> None:
    gone = web_archive((ADDRESS, "text/html", b"<p>404</p>"), status="404 Not Found")
    (tmp_path / "1.warc.gz").write_bytes(gone)

    assert read(tmp_path / "1.warc.gz") == []


def test_a_web_archive_that_breaks_off_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    whole = web_archive(
        (ADDRESS, "text/html", nastooh_page().encode()),
        (f"{ADDRESS}2", "text/html", nastooh_page(code=9).encode()),
    )
    (tmp_path / "1.warc.gz").write_bytes(whole[: len(whole) - 400])

    outcomes = read(tmp_path / "1.warc.gz")

    assert outcomes[0].record
    assert outcomes[0].record.code == CODE
    assert len(outcomes) == 2


# WordPress -----------------------------------------------------------------------------------
def post(number: int, **parts: str) -> str:
    """One item of an export."""
    told = {"type": "post", "status": "publish", "content": "", "more": "", **parts}
    return f"""<item><title>{HEADLINE}</title><link>https://sobh.ir/1398/{number}/</link>
    <dc:creator><![CDATA[نگار پارسا]]></dc:creator>
    <content:encoded><![CDATA[{told["content"]}]]></content:encoded>
    <excerpt:encoded><![CDATA[{LEAD}]]></excerpt:encoded>
    <wp:post_id>{number}</wp:post_id><wp:post_date_gmt>2019-08-27 11:25:00</wp:post_date_gmt>
    <wp:status>{told["status"]}</wp:status><wp:post_type>{told["type"]}</wp:post_type>
    <category domain="category" nicename="c"><![CDATA[شهر]]></category>
    <category domain="post_tag" nicename="t"><![CDATA[کتاب]]></category>{told["more"]}</item>"""


def comment(number: int, text: str, parent: int = 0, approved: str = "1") -> str:
    return f"""<wp:comment><wp:comment_id>{number}</wp:comment_id>
    <wp:comment_author>سارا</wp:comment_author><wp:comment_date_gmt>2019-08-27 12:00:00</wp:comment_date_gmt>
    <wp:comment_content>{text}</wp:comment_content><wp:comment_approved>{approved}</wp:comment_approved>
    <wp:comment_parent>{parent}</wp:comment_parent></wp:comment>"""


def export(*items: str, head: str = "") -> str:
    return f"""<?xml version="1.0" encoding="UTF-8"?>{head}<rss version="2.0"
    xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
    xmlns:content="http://purl.org/rss/1.0/modules/content/"
    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
    <channel><title>روزنامه صبح</title>{"".join(items)}</channel></rss>"""


def wordpress(tmp_path: Path, *items: str, head: str = "") -> Path:
    path = tmp_path / "export.xml"
    path.write_text(export(*items, head=head), encoding="utf-8")
    return path


CONTENT = (
    "[caption id='1']<img src='a/hall.jpg' width='600'> تالار مطالعه[/caption]\n\n"
    + "\n\n".join(BODY)
    + "\n\n[gallery ids='1,2']"
)


def test_an_export_of_wordpress(tmp_path: Path) -> None:
    meta = (
        "<wp:postmeta><wp:meta_key>{}</wp:meta_key><wp:meta_value>{}</wp:meta_value></wp:postmeta>"
    )
    more = meta.format("_thumbnail_id", "8") + meta.format("rutitr", KICKER)
    more += comment(1, "دست مریزاد") + comment(2, "سپاس", 1) + comment(3, "نادیده", 2)
    more += comment(4, "منتظر", 0, "0") + comment(5, "هرزنامه", 0, "spam")
    picture = post(
        8, type="attachment", more="<wp:attachment_url>https://sobh.ir/p.jpg</wp:attachment_url>"
    )
    items = (post(7, content=CONTENT, more=more), post(6, status="draft"), picture)

    (record,) = records(wordpress(tmp_path, *items))

    assert (record.code, record.kicker, record.headline, record.lead) == (7, KICKER, HEADLINE, LEAD)
    assert list(record.body) == BODY
    assert record.published == datetime(2019, 8, 27, 11, 25, tzinfo=UTC)
    assert (record.section, record.topics, record.byline) == ("شهر", ("کتاب",), "نگار پارسا")
    assert record.picture
    assert record.picture.address == "https://sobh.ir/p.jpg"
    first, waiting = record.readers
    assert [answer.text for answer in first.answers] == ["سپاس", "نادیده"]
    assert waiting.pending
    assert record.comments == (1, 3, None)
    assert record.addresses == ("https://sobh.ir/1398/7/",)


def test_an_export_expands_no_entity(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    item = post(7, content=CONTENT).replace(f"<title>{HEADLINE}", f"<title>&b;&f;{HEADLINE}")

    for outcome in read(wordpress(tmp_path, item, head=bomb)):
        assert "root:" not in str(outcome.record)
        assert "haha" not in str(outcome.record)


def test_an_export_that_breaks_off(tmp_path: Path) -> None:
    path = wordpress(tmp_path, post(7, content=CONTENT), post(8, content=CONTENT))
    path.write_bytes(path.read_bytes()[:-900])

    assert records(path)[0].code == 7


def test_an_export_without_a_post_says_so(tmp_path: Path) -> None:
    assert why(wordpress(tmp_path, post(6, status="draft"))) == "The export has no post in it."


# Feeds ---------------------------------------------------------------------------------------
def feed(tmp_path: Path, item: str) -> Path:
    path = tmp_path / "feed.xml"
    path.write_text(
        f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
        <channel><title>صبح</title><item><title>{HEADLINE}</title><link>{ADDRESS}</link>
        <category>شهر</category><category>کتاب</category>
        <pubDate>Tue, 27 Aug 2019 15:55:00 +0430</pubDate>{item}</item></channel></rss>""",
        encoding="utf-8",
    )
    return path


def test_a_feed_with_whole_stories(tmp_path: Path) -> None:
    told = "".join(f"&lt;p&gt;{text}&lt;/p&gt;" for text in BODY)
    item = f"<description>{LEAD}</description><content:encoded>{told}</content:encoded>"

    (record,) = records(feed(tmp_path, item))

    assert (record.headline, record.lead, record.code) == (HEADLINE, LEAD, CODE)
    assert list(record.body) == BODY
    assert record.published == datetime(2019, 8, 27, 11, 25, tzinfo=UTC)
    assert (record.section, record.topics) == ("شهر", ("کتاب",))


def test_a_feed_of_summaries_is_refused(tmp_path: Path) -> None:
    assert "summary of it alone" in why(feed(tmp_path, f"<description>{LEAD[:90]}</description>"))


# JSON Lines ----------------------------------------------------------------------------------
def lines(tmp_path: Path, *told: Any) -> Path:
    path = tmp_path / "stories.jsonl.gz"
    text = "\n".join(json.dumps(each, ensure_ascii=False) for each in told)
    path.write_bytes(gzip.compress(text.encode()))
    return path


def test_the_least_that_a_line_may_say(tmp_path: Path) -> None:
    least = {"code": 5, "published": "2003-01-01", "headline": HEADLINE, "body": BODY}

    (outcome,) = read(lines(tmp_path, least))

    assert outcome.piece.place.endswith("stories.jsonl.gz#code-5")
    assert outcome.record
    assert (outcome.record.code, list(outcome.record.body)) == (5, BODY)


def test_what_a_dry_run_prints_is_read_as_it_was(tmp_path: Path) -> None:
    page = nastooh_page()
    (tmp_path / "1.html").write_text(page, encoding="utf-8")
    (record,) = records(tmp_path / "1.html")

    (again,) = records(lines(tmp_path, as_told(record)))

    assert as_told(again) == as_told(record)
    assert BlockKind.CROSS_HEAD in {block.kind for block in again.blocks}
    assert [row.headline for row in again.related] == [RELATED]


def test_a_line_of_wrong_types_is_read_for_what_is_right() -> None:
    told = dict.fromkeys(as_told(PageRecord(HEADLINE)), 5) | {
        "headline": HEADLINE,
        "body": BODY,
    }
    told |= {"blocks": [{"kind": "x"}, 3], "readers": ["x", {}], "related": [{}], "code": "۷۱"}

    record = read_record(told)

    assert (list(record.body), record.blocks, record.readers, record.related) == (BODY, (), (), ())
    assert record.code == 71


def test_a_line_too_long_is_refused_by_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_lines_module, "LARGEST", 2000)
    story = {"headline": HEADLINE, "body": BODY[1:2]}

    outcomes = read(lines(tmp_path, {"headline": "x" * 9000}, story))

    assert outcomes[0].why.startswith("Line 1 is longer")
    assert outcomes[1].record


def test_lines_that_break_off(tmp_path: Path) -> None:
    path = lines(tmp_path, *({"headline": f"{HEADLINE} {n}", "body": BODY} for n in range(2000)))
    path.write_bytes(path.read_bytes()[:-40])

    outcomes = read(path)

    assert outcomes[0].record
    assert "The file breaks off after" in outcomes[-1].why


def test_a_limit_of_unpacking() -> None:
    assert packed.unpack(gzip.compress(b"abc"), 3) == b"abc"
