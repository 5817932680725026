"""The copy desk on files: what `dabir proof` says of them, writes, and ends with."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from dabir.cli import main
from dabir.commands import copy_files, proofing
from dabir.copydesk import House, Term
from dabir.copydesk.house_file import write_house
from dabir.persian.letters import HALF_SPACE

SLIP = "این این خبر است."
RIGHT = "این خبر است."
Proof = Callable[..., Result]


@pytest.fixture
def proof(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Proof:
    """Proof files with the rule of doubled words alone, so that other rules do not matter."""
    monkeypatch.setenv("DABIR_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)

    def run(*words: str, only: str = "doubled", **more: Any) -> Result:
        chosen = ["--only", only] if only else []
        return CliRunner().invoke(main, ["proof", *chosen, *words], **more)

    return run


def records(done: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


# What it says --------------------------------------------------------------------------


def test_it_tells_place_words_reason_and_fix(proof: Proof) -> None:
    Path("story.txt").write_text(f"خبر\n{SLIP}\n")
    done = proof("story.txt")
    assert done.exit_code == 1
    place, shown, why, fixes = done.stdout.splitlines()
    assert place == "story.txt:2:1: error doubled"
    assert shown.strip() == "[این این] خبر است."
    assert why.strip().endswith(".")
    assert fixes.strip() == "-> این"
    assert done.stderr == "5 words: 1 error, 0 spacing, 0 style\n"


def test_it_is_silent_on_right_copy(proof: Proof) -> None:
    Path("story.txt").write_text(RIGHT)
    done = proof("story.txt")
    assert (done.exit_code, done.stdout) == (0, "")


def test_it_shows_half_spaces_that_terminals_do_not(proof: Proof) -> None:
    Path("story.txt").write_text(f"می{HALF_SPACE}رود {SLIP}")
    assert "می¦رود [این این]" in proof("story.txt").stdout


def test_it_shows_colours_where_they_are_asked_for(proof: Proof) -> None:
    Path("story.txt").write_text(SLIP)
    assert "\x1b[31m" in proof("story.txt", "--color").stdout
    assert "\x1b" not in proof("story.txt", "--no-color").stdout


def test_it_gives_an_object_for_every_line(proof: Proof) -> None:
    done = proof("--json", input=f"{SLIP}\n\n{RIGHT}\n")
    first, empty, right = records(done)
    assert done.exit_code == 1
    assert first["text"] == SLIP
    assert first["marks"] == [
        {
            "start": 0,
            "end": 7,
            "class": "doubled",
            "severity": "error",
            "why": first["marks"][0]["why"],
            "fixes": ["این"],
        }
    ]
    assert empty == {"text": "", "marks": []}
    assert right == {"text": RIGHT, "marks": []}


def test_its_offsets_count_characters_of_the_line(proof: Proof) -> None:
    line = "\N{SLIGHTLY SMILING FACE} این این خبر است."
    _, second = records(proof("--json", input=f"{SLIP}\n{line}\n"))
    (mark,) = second["marks"]
    assert line[mark["start"] : mark["end"]] == "این این"


def test_a_strange_line_end_does_not_break_an_object_in_two(proof: Proof) -> None:
    line = f"خبر\u2028{SLIP}\x85\x0bپایان"
    done = proof("--json", input=f"{line}\n")
    assert [record["text"] for record in records(done)] == [line]


def test_no_line_gives_no_object(proof: Proof) -> None:
    assert proof("--json", input="").stdout == ""
    assert records(proof("--json", input="\n")) == [{"text": "", "marks": []}]


def test_it_names_the_file_where_there_are_several(proof: Proof) -> None:
    for name in ("a.txt", "b.txt"):
        Path(name).write_text(SLIP)
    assert [(r["file"], r["line"]) for r in records(proof("--json", "a.txt", "b.txt"))] == [
        ("a.txt", 1),
        ("b.txt", 1),
    ]
    assert "2 files, 8 words: 2 error" in proof("a.txt", "b.txt").stderr


# What it is asked for ------------------------------------------------------------------


def test_rules_are_chosen_and_left_out(proof: Proof) -> None:
    Path("story.txt").write_text(SLIP)
    assert "doubled" not in proof("story.txt", "--without", "doubled", only="").stdout
    assert proof("story.txt", only="glued").exit_code == 0


def test_an_unknown_rule_is_refused(proof: Proof) -> None:
    Path("story.txt").write_text(SLIP)
    done = proof("story.txt", only="doubbled")
    assert done.exit_code == 2
    assert "no rule called doubbled" in done.stderr
    assert "dabir copydesk rules" in done.stderr


def test_a_profile_takes_the_place_of_the_houses_switches(proof: Proof, tmp_path: Path) -> None:
    write_house(tmp_path / "data", House(switches={"doubled": False}))
    Path("story.txt").write_text(SLIP)
    assert proof("story.txt", only="").stdout.count("doubled") == 0
    assert "doubled" in proof("story.txt", "--profile", "academy", only="").stdout
    unknown = proof("story.txt", "--profile", "acadamy")
    assert unknown.exit_code == 2
    assert "academy" in unknown.stderr


def test_only_marks_of_a_severity_count(proof: Proof) -> None:
    Path("story.txt").write_text(SLIP)
    assert proof("story.txt", "--severity", "spacing").exit_code == 0
    assert proof("story.txt", "--severity", "spacing", "--severity", "error").exit_code == 1


def test_the_decisions_of_the_house_are_heard(proof: Proof, tmp_path: Path) -> None:
    write_house(tmp_path / "data", House(exceptions=frozenset(["این این"])))
    Path("story.txt").write_text(SLIP)
    desk = proofing.open_desk()
    assert desk.house.exceptions == {"این این"}


def test_a_broken_file_of_decisions_is_told(proof: Proof, tmp_path: Path) -> None:
    place = tmp_path / "data" / "copydesk" / "house.json"
    place.parent.mkdir(parents=True)
    place.write_text("{")
    done = proof(input=SLIP)
    assert done.exit_code == 2
    assert "is no rulebook" in done.stderr


def test_the_decisions_come_back_as_they_were_written(tmp_path: Path) -> None:
    from dabir.copydesk.house_file import read_house

    house = House(
        terms=(Term("باتروریسم", "با تروریسم", "دو واژه است."), Term("فتنه")),
        names=frozenset(["جام جم"]),
        exceptions=frozenset(["کم کم"]),
        switches={"doubled": False},
        spare_quotes=True,
    )
    write_house(tmp_path, house)
    assert read_house(tmp_path) == house
    assert read_house(tmp_path / "elsewhere") == House()


# What it writes ------------------------------------------------------------------------


def test_it_writes_a_corrected_copy_beside_the_file(proof: Proof) -> None:
    Path("story.txt").write_text(f"{SLIP}\n{RIGHT}\n")
    done = proof("story.txt", "--fix")
    assert done.exit_code == 1
    assert Path("story.fixed.txt").read_text() == f"{RIGHT}\n{RIGHT}\n"
    assert Path("story.txt").read_text() == f"{SLIP}\n{RIGHT}\n"
    assert "story.fixed.txt: 1 fixes put in." in done.stderr


def test_it_never_writes_over_a_file_unasked(proof: Proof) -> None:
    Path("story.txt").write_text(SLIP)
    Path("story.fixed.txt").write_text("mine")
    refused = proof("story.txt", "--fix")
    assert refused.exit_code == 2
    assert "is there already" in refused.stderr
    assert Path("story.fixed.txt").read_text() == "mine"
    assert proof("story.txt", "--fix", "--force").exit_code == 1
    assert Path("story.fixed.txt").read_text() == RIGHT


def test_it_writes_where_it_is_told_to(proof: Proof) -> None:
    Path("story").write_text(SLIP)
    assert proof("story", "--fix", "-o", "right.txt").exit_code == 1
    assert Path("right.txt").read_text() == RIGHT
    assert proof("story", "--fix").exit_code == 1
    assert Path("story.fixed.txt").read_text() == RIGHT
    assert sorted(place.name for place in Path().glob(".*")) == []


def test_one_target_is_not_enough_for_two_files(proof: Proof) -> None:
    for name in ("a.txt", "b.txt"):
        Path(name).write_text(SLIP)
    done = proof("a.txt", "b.txt", "--fix", "-o", "c.txt")
    assert done.exit_code == 2
    assert not Path("c.txt").exists()


def test_what_comes_in_by_pipe_goes_out_by_pipe(proof: Proof) -> None:
    assert proof("-", "--fix", input=f"{SLIP}\r\n").stdout_bytes == f"{RIGHT}\r\n".encode()


def test_the_rights_of_the_file_are_those_of_its_copy(proof: Proof) -> None:
    Path("story.txt").write_text(SLIP)
    Path("story.txt").chmod(0o640)
    proof("story.txt", "--fix")
    assert Path("story.fixed.txt").stat().st_mode & 0o777 == 0o640


def test_it_shows_what_it_would_change(proof: Proof) -> None:
    Path("story.txt").write_text("\n".join([SLIP, *(RIGHT for _ in range(20)), SLIP]))
    done = proof("story.txt", "--diff")
    lines = done.stdout.splitlines()
    assert lines[:2] == ["--- story.txt", "+++ story.txt (proofed)"]
    assert [line for line in lines if line.startswith("@@")] == [
        "@@ -1,4 +1,4 @@",
        "@@ -19,4 +19,4 @@",
    ]
    assert lines.count(f"-{SLIP}") == lines.count(f"+{RIGHT}") == 2


# What it reads -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be-sig", "utf-32"], ids=str
)
def test_encoding_and_line_ends_stay_as_they_were(proof: Proof, encoding: str) -> None:
    def written(*lines: str) -> bytes:
        text = "\r\n".join(lines)
        if encoding == "utf-16-be-sig":
            return f"\ufeff{text}".encode("utf-16-be")
        return text.encode(encoding)

    Path("story.txt").write_bytes(written(SLIP, RIGHT, SLIP))
    assert [len(each["marks"]) for each in records(proof("--json", "story.txt"))] == [1, 0, 1]
    proof("story.txt", "--fix")
    assert Path("story.fixed.txt").read_bytes() == written(RIGHT, RIGHT, RIGHT)


def test_mixed_line_ends_stay_mixed(proof: Proof) -> None:
    Path("story.txt").write_bytes(f"{SLIP}\r\n{SLIP}\n\n{SLIP}\r{SLIP}".encode())
    assert len(records(proof("--json", "story.txt"))) == 5
    proof("story.txt", "--fix")
    fixed = Path("story.fixed.txt").read_bytes()
    assert fixed == f"{RIGHT}\r\n{RIGHT}\n\n{RIGHT}\r{RIGHT}".encode()


@given(st.text(), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_any_text_goes_out_as_it_came_in(text: str, encoding: str) -> None:
    content = text.encode(encoding)
    try:
        copy = copy_files.read(content)
    except copy_files.CopyError:
        assert content.count(6) * 8 >= len(content)
        return
    assert copy.as_bytes(copy.lines) == content


def test_windows_1256_is_refused_until_it_is_named(proof: Proof) -> None:
    Path("old.txt").write_bytes("اين اين خبر است.\r\n".encode("windows-1256"))
    refused = proof("old.txt")
    assert refused.exit_code == 2
    assert "not in UTF-8" in refused.stderr
    assert "--encoding windows-1256" in refused.stderr
    (record,) = records(proof("old.txt", "--json", "--encoding", "windows-1256"))
    assert record["text"] == SLIP
    assert proof("old.txt", "--fix", "--encoding", "windows-1256").exit_code == 1
    assert Path("old.fixed.txt").read_bytes() == "اين خبر است.\r\n".encode("windows-1256")


def test_a_fix_that_the_encoding_has_no_letters_for_is_left_out_and_told(
    proof: Proof, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dabir.copydesk import Desk, Mark, Severity

    marks = [
        Mark(0, 7, "doubled", Severity.ERROR, "", ("این",)),
        Mark(8, 11, "hamza", Severity.STYLE, "", ("خبرهٔ",)),
    ]
    monkeypatch.setattr(Desk, "read_lines", lambda self, lines: [marks])
    Path("old.txt").write_bytes("اين اين خبر است.".encode("windows-1256"))
    done = proof("old.txt", "--fix", "--encoding", "windows-1256")
    assert Path("old.fixed.txt").read_bytes() == "اين خبر است.".encode("windows-1256")
    assert "1 left out" in done.stderr


def test_utf_16_without_its_mark_is_told(proof: Proof) -> None:
    Path("story.txt").write_bytes(SLIP.encode("utf-16-le"))
    done = proof("story.txt")
    assert done.exit_code == 2
    assert "--encoding utf-16-le" in done.stderr
    assert proof("story.txt", "--encoding", "utf-16-le").exit_code == 1


def test_an_encoding_that_is_none_is_told(proof: Proof) -> None:
    Path("story.txt").write_text(SLIP)
    done = proof("story.txt", "--encoding", "windows-1256x")
    assert done.exit_code == 2
    assert "no encoding called windows-1256x" in done.stderr


def test_a_file_that_cannot_be_read_stops_no_other(proof: Proof) -> None:
    Path("b.txt").write_text(SLIP)
    done = proof("nowhere.txt", "b.txt", ".")
    assert done.exit_code == 2
    assert "nowhere.txt: No such file" in done.stderr
    assert "b.txt:1:1" in done.stdout


# As a program --------------------------------------------------------------------------


def test_it_knows_neither_django_nor_the_database(tmp_path: Path) -> None:
    code = (
        "import sys; from dabir.commands import proofing;"
        "proofing.open_desk().read('این این خبر است.');"
        "sys.exit(any(name.split('.')[0] in {'django', 'wagtail'} for name in sys.modules))"
    )
    environment = {**os.environ, "DABIR_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "none"}
    assert subprocess.run([sys.executable, "-c", code], env=environment).returncode == 0


def test_a_reader_that_leaves_early_is_no_reason_to_complain(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text(f"{SLIP}\n" * 3000)
    command = f"{sys.executable} -m dabir.cli proof --only doubled --json {story} | head -1"
    done = subprocess.run(
        ["bash", "-c", command],
        env={**os.environ, "DABIR_DATA": str(tmp_path)},
        capture_output=True,
    )
    assert done.stdout.count(b"\n") == 1
    assert done.stderr == b""
