"""A printed file is there whole or not at all, and under a name that no other address has."""

import os
import time
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dabir.press.stores import Folder, PressError
from dabir.press.stores import folder as folders
from dabir.press.stores.names import STATUSES, address_of, copies_at, name_of
from dabir.press.stores.packing import PACKED, endings, pack, unpack


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    folder = Folder(tmp_path / "public")
    folder.prepare()
    return folder


# Names ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "status", "name"),
    [
        ("/", 200, "index.html"),
        ("/news/912090/", 200, "news/912090.html"),
        ("/news/912090/", 410, "news/912090.410.html"),
        ("/news/912090/", 301, "news/912090.html.301"),
        ("/news/912090/print/", 200, "print/912090.html"),
        ("/section/city/feed.xml", 200, "section/city/feed.xml"),
        ("/feed.xml", 410, "feed.410.xml"),
        ("/archive/1403/05/", 200, "archive/1403/05.html"),
        ("/404.html", 200, "404.html"),
        ("/parts/latest.html", 200, "parts/latest.html"),
        ("/favicon.svg", 200, "favicon.svg"),
    ],
)
def test_an_address_has_its_name(path: str, status: int, name: str) -> None:
    assert name_of(path, status) == name


@pytest.mark.parametrize(
    "path",
    [
        "", "news/", "/../x", "/a/../b/", "/./", "/.git/x", "/a b/", "/خبر/", "/a//b/", "/a\n",
        "/a/\n", "/a", "/a.b/", "/a.gz", "/feed.xml.br", "/news/1.410.html", "/a\x00/", "/۱/",
        "/index/", "/index.html", "/news/1.html", "/print/1/", "/404/", "/media/x.png",
        "/static/x.css", "/moved/1/", "/" + "a" * 121 + "/", "/" + "a/" * 300,
    ],
)  # fmt: skip
def test_an_odd_address_is_refused(path: str) -> None:
    with pytest.raises(PressError):
        name_of(path)


def test_a_status_that_nobody_prints_is_refused() -> None:
    with pytest.raises(PressError):
        name_of("/", 404)


_PARTS = st.sampled_from(
    ["news", "print", "1", "index", "404", "a.410", "x.html", "feed.xml", ".."]
)
_PATHS = st.text() | st.lists(_PARTS, max_size=4).map("/".join).flatmap(
    lambda path: st.sampled_from([path, f"/{path}", f"/{path}/"])
)


@given(_PATHS, st.sampled_from(STATUSES))
def test_no_path_leaves_the_folder(path: str, status: int) -> None:
    root = Path("/srv/paper")
    try:
        name = name_of(path, status)
    except PressError:
        return
    place = Path(os.path.normpath(root / name))
    assert place == root / name
    assert place.is_relative_to(root)
    assert not any(part.startswith(".") for part in name.split("/"))


@given(st.tuples(_PATHS, st.sampled_from(STATUSES)), st.tuples(_PATHS, st.sampled_from(STATUSES)))
def test_no_two_addresses_share_a_name(one: tuple[str, int], other: tuple[str, int]) -> None:
    try:
        names = [name_of(*one), name_of(*other)]
    except PressError:
        return
    assert (names[0] == names[1]) == (one == other)


@given(st.binary())
def test_a_packed_copy_gives_the_body_back(body: bytes) -> None:
    for ending in (*PACKED, ""):
        assert unpack(pack(body, ending), ending) == body
        assert pack(body, ending) == pack(body, ending)


def test_a_torn_copy_gives_nothing() -> None:
    for ending in PACKED:
        assert unpack(pack(b"page" * 100, ending)[:-3], ending) is None


# Writing -------------------------------------------------------------------------------


def test_text_is_kept_packed_and_nothing_else(folder: Folder) -> None:
    assert folder.put("/news/1/", b"story")
    assert folder.put("/share.png", b"picture")
    assert sorted(folder.names()) == ["news/1.html.br", "news/1.html.gz", "share.png"]
    assert folder.read("/news/1/") == b"story"
    assert folder.read("/share.png") == b"picture"
    assert folder.has("/news/1/")


def test_a_page_that_is_there_already_is_not_written(folder: Folder) -> None:
    folder.put("/", b"page")
    before = folder.place("/").stat()
    assert not folder.put("/", b"page")
    assert folder.place("/").stat() == before
    assert folder.put("/", b"other")


def test_a_copy_that_is_torn_or_missing_is_written_anew(folder: Folder) -> None:
    folder.put("/", b"page" * 100)
    torn, missing = (folder.root / f"index.html{ending}" for ending in PACKED)
    torn.write_bytes(torn.read_bytes()[:-2])
    assert folder.put("/", b"page" * 100)
    missing.unlink()
    assert not folder.has("/")
    assert folder.put("/", b"page" * 100)
    assert folder.has("/")


def test_several_pages_are_printed_together(folder: Folder) -> None:
    folder.put("/news/1/", b"1")
    pages = [(f"/news/{code}/", b"%d" % code, 200) for code in range(1, 9)]
    assert folder.put_many(pages) == 7
    assert [folder.read(path) for path, _, _ in pages] == [body for _, body, _ in pages]
    assert not list((folder.root / folders.TEMPORARY).iterdir())


def test_a_page_takes_the_place_of_one_with_another_status(folder: Folder) -> None:
    bodies = {200: b"story", 410: b"gone", 301: b"/news/2/"}
    for status in (200, 410, 200, 301, 410, 301, 200):
        folder.put("/news/1/", bodies[status], status)
        there = [each for each in STATUSES if folder.read("/news/1/", each) is not None]
        assert there == [status]
        assert folder.read("/news/1/", status) == bodies[status]


def test_any_old_address_may_lead_on(folder: Folder) -> None:
    folder.put("/بخش-3/1404-../x?", b"/news/1/", 301)
    assert folder.read("/بخش-3/1404-../x?", 301) == b"/news/1/"
    folder.remove("/بخش-3/1404-../x?")
    assert list(folder.names()) == []


def test_it_removes_a_page(folder: Folder) -> None:
    folder.put("/news/1/", b"story")
    folder.remove("/news/1/")
    assert list(folder.names()) == []
    folder.remove("/never/was/")


def test_a_failed_write_leaves_the_old_pages(folder: Folder) -> None:
    folder.put("/", b"old")
    before = folder.tree()
    full = OSError(28, "No space left on device")
    with (
        mock.patch.object(folders.os, "fsync", side_effect=full),
        pytest.raises(OSError, match="No space"),
    ):
        folder.put_many([("/", b"new", 200), ("/about/", b"new", 200)])
    assert folder.tree() == before
    assert not list((folder.root / folders.TEMPORARY).iterdir())


def test_every_file_is_on_the_disk_before_it_takes_its_place(folder: Folder) -> None:
    deeds = mock.Mock()
    deeds.replace.side_effect = os.replace
    deeds.fsync.side_effect = os.fsync
    with (
        mock.patch.object(folders.os, "replace", deeds.replace),
        mock.patch.object(folders.os, "fsync", deeds.fsync),
    ):
        folder.put_many([("/about/", b"1", 200), ("/", b"2", 200)])
    names = [call[0] for call in deeds.mock_calls]
    assert names == ["fsync"] * 4 + ["replace"] * 4 + ["fsync"]


def test_a_folder_that_takes_nothing_says_so(folder: Folder) -> None:
    folder.check()
    with (
        mock.patch.object(folders.os, "open", side_effect=OSError(28, "No space left on device")),
        pytest.raises(PressError, match="No space left"),
    ):
        folder.check()


# Links ---------------------------------------------------------------------------------


def test_a_link_in_place_of_a_page_is_replaced_not_followed(folder: Folder, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_bytes(b"secret")
    link = folder.root / "about.html.gz"
    link.symlink_to(secret)
    assert folder.read("/about/") is None
    folder.put("/about/", b"page")
    assert secret.read_bytes() == b"secret"
    assert not link.is_symlink()


def test_a_link_in_place_of_a_folder_is_not_followed(folder: Folder, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (folder.root / "news").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match=r"directory|symbolic"):
        folder.put("/news/1/", b"page")
    assert folder.read("/news/1/") is None
    assert not list((tmp_path / "elsewhere").iterdir())
    assert "news" in folder.names()


# What others left ----------------------------------------------------------------------


def test_it_sweeps_what_a_killed_press_left_but_not_what_another_one_writes(folder: Folder) -> None:
    left, in_work = (folder.root / folders.TEMPORARY / name for name in ("left", "in-work"))
    left.write_bytes(b"half")
    in_work.write_bytes(b"half")
    long_ago = time.time() - 3600
    os.utime(left, (long_ago, long_ago))
    folder.sweep()
    assert not left.exists()
    assert in_work.exists()
    assert list(folder.names()) == []


def test_a_paper_of_the_old_layout_moves_in(tmp_path: Path) -> None:
    root = tmp_path / "public"
    old = ["index.html", "news/1/index.html", "news/1/print/index.html", "news/2/410.html",
           "archive/1403/index.html", "archive/1403/05/index.html", "404.html", "feed.xml",
           "section/city/feed.xml"]  # fmt: skip
    for name in old:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        for ending in ("", *PACKED):
            (root / f"{name}{ending}").write_bytes(pack(name.encode(), ending))
    (root / ".printing-0123").write_bytes(b"half")
    folder = Folder(root)
    folder.prepare()
    assert folder.read("/news/1/print/") == b"news/1/print/index.html"
    assert folder.read("/news/2/", 410) == b"news/2/410.html"
    assert folder.read("/archive/1403/05/") == b"archive/1403/05/index.html"
    assert len(list(folder.names())) == 2 * len(old)
    assert not (root / "news/1").exists()
    folder.put("/stray/", b"x")
    folder.prepare()
    assert folder.has("/stray/")


def test_it_says_when_there_is_nowhere_to_print(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(PressError) as refused:
        Folder(tmp_path / "file" / "public").prepare()
    assert "nowhere to print" in str(refused.value)
    assert "DABIR_DATA" in refused.value.hint


def test_copies_have_their_endings() -> None:
    assert endings("index.html") == PACKED
    assert endings("news/1.html.301") == ("",)


@given(st.tuples(_PATHS, st.sampled_from(STATUSES)))
def test_the_names_of_a_page_lead_back_to_its_address(page: tuple[str, int]) -> None:
    try:
        copies = copies_at(*page)
    except PressError:
        return
    for copy in copies:
        assert address_of(copy) == ("" if copy.startswith("moved/") else page[0])


@pytest.mark.parametrize("stray", ["x", "index.htm", "a b.html.gz", "../x.html", "1/index.html.gz"])
def test_a_name_that_no_page_has_leads_to_no_address(stray: str) -> None:
    assert address_of(stray) not in {"/", "/1/"}


def test_it_gives_the_body_of_each_copy(folder: Folder) -> None:
    folder.put("/", b"page" * 100)
    (folder.root / "index.html.br").write_bytes(b"torn")
    assert folder.bodies("/") == {"index.html.br": None, "index.html.gz": b"page" * 100}
    (folder.root / "index.html.br").unlink()
    assert list(folder.bodies("/")) == ["index.html.gz"]
