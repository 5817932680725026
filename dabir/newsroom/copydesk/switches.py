"""The rules of the desk as the newsroom names and switches them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from dabir.copydesk import Severity, rules
from dabir.copydesk.profiles import PROFILES, SWITCHES
from dabir.newsroom.models import HouseStyle
from dabir.persian import HALF_SPACE

SEVERITIES: Final = {
    Severity.ERROR: "خطا",
    Severity.SPACING: f"نیم{HALF_SPACE}فاصله",
    Severity.STYLE: "نکتهٔ نگارشی",
}
"""What a newsroom calls the severities."""
PARTS: Final = f"جزئیات رسم{HALF_SPACE}الخط"


@dataclass(frozen=True)
class NamedSwitch:
    """A rule, or a part of one, that a paper may turn on or off."""

    name: str
    label: str
    group: str
    is_on: bool
    """As long as neither the profile nor the paper says otherwise."""


def labels() -> dict[str, str]:
    """Return what a newsroom calls each rule, in the order in which the desk hears them."""
    return {rules.name(rule): rule.LABEL for rule in rules.RULES}


def named_switches() -> Iterator[NamedSwitch]:
    """Yield what may be switched: every rule, then the parts of rules."""
    for rule in rules.RULES:
        is_on = getattr(rule, "IS_ON", True)
        yield NamedSwitch(rules.name(rule), rule.LABEL, SEVERITIES[rule.SEVERITY], is_on)
    for part in SWITCHES:
        yield NamedSwitch(part.name, part.label, PARTS, part.is_on)


def profile_choices() -> list[tuple[str, str]]:
    """Return the styles that a house may begin with."""
    named = [(name, profile.label) for name, profile in PROFILES.items()]
    return [("", f"پیش{HALF_SPACE}فرض دبیر"), *named]


def switches_of(style: HouseStyle) -> dict[str, bool]:
    """Return every switch that the house set: its profile's, and over them its own."""
    return {**switches_of_profile(style.profile), **style.switches}


def switches_of_profile(name: str) -> dict[str, bool]:
    """Return the switches of a profile; of one that is no more, none."""
    profile = PROFILES.get(name)
    return profile.switches if profile else {}


def rules_for_browser() -> dict[str, Any]:
    """Return what a browser must know of the rules."""
    return {
        rules.name(rule): {"label": rule.LABEL, "severity": rule.SEVERITY.value}
        for rule in rules.RULES
    }
