"""A printed file is there whole or not at all."""

from pathlib import Path
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dabir.press import files
from dabir.press.files import Folder, PressError


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "public")


def test_it_writes_a_page_and_its_packed_copies(folder: Folder) -> None:
    folder.replace("/news/1/", b"story")
    assert sorted(folder.tree()) == [f"news/1/index.html{end}" for end in ("", ".br", ".gz")]
    assert folder.read("/news/1/") == b"story"


def test_a_withdrawn_story_takes_the_place_of_the_page(folder: Folder) -> None:
    folder.replace("/news/1/", b"story")
    folder.replace("/news/1/", b"gone", status=410)
    assert folder.read("/news/1/") is None
    assert folder.read("/news/1/", 410) == b"gone"
    folder.replace("/news/1/", b"back")
    assert folder.read("/news/1/", 410) is None


def test_it_removes_a_page_and_the_folders_that_it_leaves_empty(folder: Folder) -> None:
    folder.replace("/news/1/", b"story")
    folder.replace("/news/2/", b"story")
    folder.remove("/news/1/")
    assert folder.read("/news/1/") is None
    folder.remove("/news/2/")
    assert list(folder.root.iterdir()) == []
    folder.remove("/never/was/")


def test_a_failed_write_leaves_the_old_page(folder: Folder) -> None:
    folder.replace("/", b"old")
    with (
        mock.patch.object(files.os, "fsync", side_effect=OSError("disk full")),
        pytest.raises(OSError, match="disk full"),
    ):
        folder.replace("/", b"new")
    assert folder.read("/") == b"old"
    assert len(folder.tree()) == 3


def test_it_sweeps_what_a_killed_press_left(folder: Folder) -> None:
    folder.replace("/", b"page")
    (folder.root / ".printing-abc").write_bytes(b"half")
    folder.sweep()
    assert len(folder.tree()) == 3


@pytest.mark.parametrize(
    "path", ["", "news/", "/../x", "/a/../b/", "/.git/x", "/a b/", "/خبر/", "/a//b/", "/a\n"]
)
def test_it_refuses_paths_that_are_no_addresses(folder: Folder, path: str) -> None:
    with pytest.raises(PressError):
        folder.place(path)


@given(st.text())
def test_no_path_leaves_the_folder(path: str) -> None:
    root = Path("/srv/paper")
    try:
        place = Folder(root).place(path)
    except PressError:
        return
    assert place.resolve().is_relative_to(root)


def test_it_says_when_there_is_nowhere_to_print(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(PressError) as refused:
        Folder(tmp_path / "file" / "public").prepare()
    assert "nowhere to print" in str(refused.value)
    assert "DABIR_DATA" in refused.value.hint
