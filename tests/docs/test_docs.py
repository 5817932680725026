"""The documentation is true of the code: what is there to be set, called or heard is in it."""

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import click
import pytest
from django.dispatch import Signal

from dabir.cli import main

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PROSE = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted(DOCS.rglob("*.md"))]

_SETTING = re.compile(r"DABIR_[A-Z_]*[A-Z]")
_REQUIREMENT = re.compile(r"^([a-z0-9][a-z0-9._-]*)(?:\[[^]]*\])?==", re.MULTILINE | re.IGNORECASE)
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def reference(name: str) -> str:
    return (DOCS / "reference" / f"{name}.md").read_text(encoding="utf-8")


def called(place: Path) -> str:
    """Return a file's name as a test's name shows it."""
    return place.relative_to(ROOT).as_posix()


# What the reference lists --------------------------------------------------------------


def settings_read() -> set[str]:
    """Return every DABIR_ variable that stands anywhere in the code."""
    return {
        name
        for folder in ("dabir", "tools")
        for place in (ROOT / folder).rglob("*.py")
        for name in _SETTING.findall(place.read_text(encoding="utf-8"))
    }


@pytest.mark.parametrize("name", sorted(settings_read()))
def test_every_setting_is_in_the_reference(name: str) -> None:
    assert f"`{name}`" in reference("settings")


def test_the_reference_lists_no_setting_that_is_not_read() -> None:
    assert set(_SETTING.findall(reference("settings"))) <= settings_read()


def sections_of(text: str) -> dict[str, str]:
    """Return a page's second-level sections by their headings."""
    _, *parts = re.split(r"^## ", text, flags=re.MULTILINE)
    return {part.partition("\n")[0].strip("` "): part for part in parts}


SHOWN = sorted(name for name, each in main.commands.items() if not each.hidden)
"""Commands that `dabir --help` lists; the others are parts of `dabir run`."""


@pytest.mark.parametrize("name", SHOWN)
def test_every_command_and_option_is_in_the_reference(name: str) -> None:
    section = sections_of(reference("commands"))[f"dabir {name}"]
    for parameter in command(name).params:
        for written in _as_typed(parameter):
            assert f"`{written}`" in section, f"dabir {name} {written}"


def command(name: str) -> click.Command:
    """Return a command with its own options; `import` passes its own on to the archive."""
    if name == "import":
        return import_module("dabir.archive.command").import_command
    return main.commands[name]


def _as_typed(parameter: click.Parameter) -> list[str]:
    """Return what somebody types for an option; an argument has no such word."""
    long = [name for name in parameter.opts if name.startswith("--")]
    choices = parameter.type.choices if isinstance(parameter.type, click.Choice) else []
    is_told = isinstance(parameter, click.Option) and not parameter.hidden
    return [*long, *map(str, choices)] if is_told else []


def test_the_reference_lists_no_command_that_is_not_there() -> None:
    documented = {name for name in sections_of(reference("commands")) if name.startswith("dabir ")}
    assert documented == {f"dabir {name}" for name in SHOWN}


def signals() -> Iterator[tuple[str, str]]:
    """Yield the module and name of every signal that the rooms send."""
    for place in sorted((ROOT / "dabir").rglob("signals.py")):
        module = ".".join(place.relative_to(ROOT).with_suffix("").parts)
        for name, value in vars(import_module(module)).items():
            if isinstance(value, Signal):
                yield module, name


@pytest.mark.parametrize(("module", "name"), list(signals()))
def test_every_signal_is_in_the_reference(module: str, name: str) -> None:
    assert f"| `{name}` | `{module}` |" in reference("signals")


def test_every_runtime_requirement_has_its_licence_in_the_reference() -> None:
    required = set(_REQUIREMENT.findall((ROOT / "requirements" / "base.txt").read_text()))
    listed = set(re.findall(r"^\| ([a-z0-9._-]+) \|", reference("licences"), re.MULTILINE))
    assert required
    assert required <= listed


# The prose itself ----------------------------------------------------------------------


def links(page: Path) -> list[str]:
    """Return where a page's links within the repository lead, out of its prose."""
    text = _FENCED.sub("", page.read_text(encoding="utf-8"))
    return [target for target in _LINK.findall(text) if "://" not in target]


def anchors(page: Path) -> set[str]:
    """Return the anchors of a page's headings, as GitHub makes them."""
    headings = _HEADING.findall(_FENCED.sub("", page.read_text(encoding="utf-8")))
    plain = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in headings)
    return {heading.replace(" ", "-") for heading in plain}


@pytest.mark.parametrize("page", PROSE, ids=called)
def test_every_link_leads_somewhere(page: Path) -> None:
    for target in links(page):
        name, _, anchor = target.partition("#")
        place = (page.parent / name).resolve() if name else page
        assert place.exists(), f"{called(page)} leads to {target}"
        if anchor:
            assert anchor in anchors(place), f"{called(page)} leads to {target}"


@pytest.mark.parametrize("page", sorted(DOCS.rglob("*.md")), ids=called)
def test_every_page_is_linked_from_the_index(page: Path) -> None:
    index = DOCS / "index.md"
    reached = {(index.parent / target.partition("#")[0]).resolve() for target in links(index)}
    assert page == index or page.resolve() in reached


def test_the_readme_names_both_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "make run" in readme
    assert "make test" in readme
