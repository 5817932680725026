"""Write the reference of the copy desk's rules from the rules themselves.

    python -m tools.write_rules_reference

A test fails while ``docs/reference/rules.md`` is not what this writes.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from dabir.copydesk import profiles, rules
from dabir.copydesk.examples import Example
from dabir.copydesk.house import House
from dabir.copydesk.rules import Rule
from dabir.persian.letters import HALF_SPACE

PLACE: Final = Path(__file__).resolve().parents[1] / "docs" / "reference" / "rules.md"
HEAD: Final = """\
# Rules

<!-- Written by `python -m tools.write_rules_reference` from the rules themselves. -->

Every rule of the copy desk, in the order in which they are heard: where two mark the same letters,
the earlier one speaks. The name of a rule is its file in `dabir/copydesk/rules`, its `class` in
[`dabir proof --json`](commands.md#dabir-proof), what `--only` and `--without` take, and its switch
in the style of the house. [Add a rule](../how-to/add-a-rule.md) tells how to write one.

A mark is an *error* (wrong to everyone), *spacing* (a half-space of an affix or a compound) or
*style* (against the style of the house).
"""
SWITCHES_HEAD: Final = """\
## Switches

Every rule is a switch. These are parts of rules, and styles that papers differ on.
"""
PROFILES_HEAD: Final = f"""\
## Profiles

A profile is a style that a house begins with; what it does not name stays as it is by itself.
The newsroom chooses it under «رسم{HALF_SPACE}الخط», `dabir proof` takes it with `--profile`.
"""
_PLAIN: Final = House()


def main() -> None:
    PLACE.write_text(reference(), encoding="utf-8")


def reference() -> str:
    """Return the whole page."""
    listed = [
        "| rule | in the newsroom | severity |",
        "|---|---|---|",
        *(f"| [`{name}`](#{name}) | {LABEL} | {severity} |" for name, LABEL, severity in _list()),
    ]
    sections = ("\n".join(_section(rule)) for rule in rules.RULES)
    return "\n".join([HEAD, *listed, "", *sections, *_switches(), "", *_profiles(), ""])


def _list() -> Iterator[tuple[str, str, str]]:
    for rule in rules.RULES:
        off = "" if getattr(rule, "IS_ON", True) else ", off unless switched on"
        yield rules.name(rule), shown(rule.LABEL), f"{rule.SEVERITY}{off}"


def _switches() -> Iterator[str]:
    yield from (SWITCHES_HEAD, "| switch | in the newsroom | by itself |", "|---|---|---|")
    for switch in profiles.SWITCHES:
        yield f"| `{switch.name}` | {shown(switch.label)} | {'on' if switch.is_on else 'off'} |"


def _profiles() -> Iterator[str]:
    yield from (PROFILES_HEAD, "| profile | in the newsroom | on | off |", "|---|---|---|---|")
    for name, profile in profiles.PROFILES.items():
        on, off = (
            ", ".join(f"`{each}`" for each, is_on in profile.switches.items() if is_on is wanted)
            for wanted in (True, False)
        )
        yield f"| `{name}` | {shown(profile.label)} | {on or '-'} | {off or '-'} |"


def _section(rule: Rule) -> Iterator[str]:
    yield f"## {rules.name(rule)}\n"
    yield shown((rule.__doc__ or "").strip().replace("``", "`")) + "\n"
    yield "| as written | as it should be |"
    yield "|---|---|"
    for example in rule.EXAMPLES:
        yield f"| {shown(example.written)} | {_right(example)} |"
    yield ""


def _right(example: Example) -> str:
    """Return what an example's right side says, and in which house."""
    right = "*nothing to correct*" if example.right is None else shown(example.right)
    return right if example.house == _PLAIN else f"{right} · {_decided(example.house)}"


def _decided(house: House) -> str:
    """Return what a house has decided, in short."""
    said = [
        *(f"{shown(term.wrong)} → {shown(term.right) or 'ask'}" for term in house.terms),
        *(f"name {shown(name)}" for name in sorted(house.names)),
        *(f"right is {shown(each)}" for each in sorted(house.exceptions)),
        *(f"`{name}` {'on' if is_on else 'off'}" for name, is_on in house.switches.items()),
        *(["quotes are spared"] if house.spare_quotes else []),
    ]
    return f"*house: {'; '.join(said)}*"


def shown(text: str) -> str:
    """Return text as Markdown shows it: what nobody sees by its name, blanks as many as they are.

    >>> shown(f"می{HALF_SPACE}رود  |")
    'می&zwnj;رود&nbsp; \\\\|'
    """
    text = re.sub(r" (?= )|(?<=\A) | (?=\Z)", "&nbsp;", text).replace("|", "\\|")
    return "".join(sign if sign.isprintable() or sign == "\n" else _name(sign) for sign in text)


def _name(sign: str) -> str:
    return "&zwnj;" if sign == HALF_SPACE else f"`U+{ord(sign):04X}`"


if __name__ == "__main__":
    main()
