"""``dabir proof``: the copy desk reads files of copy. Needs no database, and starts at once.

    file -> copy_files.read() -> desk.read_lines() -> marks by line -> for people | JSON
                                                           |
                                                     mended lines -> --fix | --diff

A file is one story to the desk, so a name that is spelt two ways in it is found; the marks are
told by line.
"""

import contextlib
import gc
import sys
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

import click

from dabir.commands import copy_files, proof_output
from dabir.commands.copy_files import Copy, CopyError
from dabir.commands.progress import watched
from dabir.copydesk import Desk, House, Mark, Severity, mend, places, rules
from dabir.copydesk.house_file import HouseFileError, read_house
from dabir.copydesk.lines import ReadLine
from dabir.copydesk.profiles import PROFILES

CLEAN: Final = 0
MARKED: Final = 1
UNREAD: Final = 2
STANDARD_INPUT: Final = "-"


@dataclass(frozen=True)
class Wish:
    """What somebody wants of ``dabir proof``."""

    json: bool = False
    fix: bool = False
    output: Path | None = None
    force: bool = False
    diff: bool = False
    encoding: str = ""
    severities: Collection[str] = tuple(Severity)


@dataclass
class Count:
    """What was found in all files together."""

    words: int = 0
    files: int = 0
    marks: Counter[Severity] = field(default_factory=Counter)
    unread: int = 0

    def add(self, read: list[ReadLine]) -> None:
        """Count a file."""
        self.files += 1
        self.words += sum(len(line.text.split()) for line in read)
        self.marks.update(mark.severity for line in read for mark in line.marks)

    @property
    def exit_code(self) -> int:
        """What the command ends with."""
        return UNREAD if self.unread else MARKED if self.marks.total() else CLEAN


def main(
    files: tuple[str, ...],
    only: tuple[str, ...],
    without: tuple[str, ...],
    severities: tuple[str, ...],
    profile: str,
    as_json: bool,
    **wishes: Any,
) -> int:
    """Do what the command line says; return the exit code."""
    wish = Wish(json=as_json, severities=severities or tuple(Severity), **wishes)
    try:
        if wish.output and len(files) > 1:
            raise CopyError(f"{len(files)} files do not fit into one.", "Leave -o out.")
        desk = open_desk(only, without, profile)
    except (CopyError, HouseFileError) as error:
        _complain(str(error), getattr(error, "hint", ""))
        return UNREAD
    with _without_collector():
        return proof(files or (STANDARD_INPUT,), desk, wish)


@contextlib.contextmanager
def _without_collector() -> Iterator[None]:
    """Keep Python from looking for circles of garbage: reading makes none (a test says so).

    It would look again and again, and once more as it ends, through all that the desk has
    learnt of words, and free none.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def open_desk(only: Collection[str] = (), without: Collection[str] = (), profile: str = "") -> Desk:
    """Return the desk of the paper in the data folder, with the wanted rules and style."""
    known = {rules.name(rule): rule for rule in rules.RULES}
    for name in (*only, *without):
        if name not in known:
            raise CopyError(f"There is no rule called {name}.", "See `dabir copydesk rules`.")
    wanted = [name for name in only or known if name not in without]
    data = places.data_folder()
    house = _in_style(read_house(data), profile)
    house = replace(house, switches={**house.switches, **dict.fromkeys(only, True)})
    in_order = [rule for name, rule in known.items() if name in wanted]
    return Desk(house, in_order, places.lexicon(data))


def _in_style(house: House, profile: str) -> House:
    """Return ``house`` with the switches of a profile in place of its own."""
    if not profile:
        return house
    if profile not in PROFILES:
        names = ", ".join(sorted(PROFILES))
        raise CopyError(f"There is no profile called {profile}.", f"There are: {names}.")
    return replace(house, switches=PROFILES[profile].switches)


def proof(names: Iterable[str], desk: Desk, wish: Wish) -> int:
    """Read every file and say what the desk says; return the exit code."""
    count, names = Count(), tuple(names)
    for name in names:
        try:
            _proof_file(name, desk, wish, count, alone=len(names) == 1)
        except CopyError as error:
            count.unread += 1
            _complain(f"{name}: {error}", error.hint)
        except OSError as error:
            if isinstance(error, BrokenPipeError):
                raise
            count.unread += 1
            _complain(f"{name}: {error.strerror or error}")
    if not (wish.json or wish.diff):
        click.echo(_summary(count), err=True)
    return count.exit_code


def _proof_file(name: str, desk: Desk, wish: Wish, count: Count, alone: bool) -> None:
    copy = copy_files.read(_bytes_of(name), wish.encoding)
    with watched(copy.lines) as lines:
        found = desk.read_lines(lines)
    read = [_wanted(*each, wish) for each in zip(enumerate(copy.lines), found, strict=True)]
    count.add(read)
    if wish.fix:
        _write_mended(name, copy, read, wish)
    if wish.fix and name == STANDARD_INPUT:
        return
    if wish.diff:
        mended = [mend(line.text, line.marks) for line in read]
        shown = "standard input" if name == STANDARD_INPUT else name
        _say(proof_output.as_diff(shown, copy.lines, mended))
    elif wish.json:
        _say(proof_output.as_json(line, "" if alone else name) for line in read)
    elif not wish.fix:
        for line in read:
            for words in proof_output.for_people(name, line):
                click.echo(words)


def _wanted(numbered: tuple[int, str], marks: list[Mark], wish: Wish) -> ReadLine:
    return ReadLine(*numbered, [mark for mark in marks if mark.severity in wish.severities])


def _bytes_of(name: str) -> bytes:
    return sys.stdin.buffer.read() if name == STANDARD_INPUT else Path(name).read_bytes()


def _say(lines: Iterable[str]) -> None:
    """Write to standard output in UTF-8, whatever the terminal's encoding."""
    for line in lines:
        click.echo(f"{line}\n".encode(), nl=False)


def _write_mended(name: str, copy: Copy, read: list[ReadLine], wish: Wish) -> None:
    """Write the corrected copy, with the fixes that the file's encoding has letters for."""
    due = [[mark for mark in line.marks if mark.fixes] for line in read]
    fitting = [
        [mark for mark in marks if copy_files.can_hold(copy, mark.fixes[0])] for marks in due
    ]
    content = copy.as_bytes(
        [mend(line.text, marks) for line, marks in zip(read, fitting, strict=True)]
    )
    if target := wish.output or _beside(name):
        if target.exists() and not wish.force:
            raise CopyError(f"{target} is there already.", "Add --force, or another name with -o.")
        copy_files.write(target, content, like=None if name == STANDARD_INPUT else Path(name))
    else:
        click.echo(content, nl=False)
    put_in = sum(map(len, fitting))
    click.echo(f"{target or 'standard output'}: {put_in:,} fixes put in.", err=True)
    if left := sum(map(len, due)) - put_in:
        click.echo(f"{left:,} left out: {copy.encoding} lacks a letter of theirs.", err=True)


def _beside(name: str) -> Path | None:
    """Return where a file's corrected copy stands: story.txt -> story.fixed.txt."""
    if name == STANDARD_INPUT:
        return None
    place = Path(name)
    return place.with_name(f"{place.stem}.fixed{place.suffix or '.txt'}")


def _summary(count: Count) -> str:
    kinds = ", ".join(f"{count.marks[severity]:,} {severity}" for severity in Severity)
    files = f"{count.files} files, " if count.files != 1 else ""
    return f"{files}{count.words:,} words: {kinds}"


def _complain(why: str, hint: str = "") -> None:
    click.secho(why, fg="red", err=True)
    if hint:
        click.echo(hint, err=True)
