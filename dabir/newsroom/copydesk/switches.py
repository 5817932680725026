"""The rules of the desk as the newsroom names and switches them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module, util
from typing import Any, Final

from dabir.copydesk import Severity, rules
from dabir.newsroom.models import HouseStyle
from dabir.persian import HALF_SPACE

SEVERITIES: Final = {
    Severity.ERROR: "خطا",
    Severity.SPACING: f"نیم{HALF_SPACE}فاصله",
    Severity.STYLE: "شیوه",
}
"""What a newsroom calls the severities."""
_PROFILES: Final = "dabir.copydesk.profiles"


@dataclass(frozen=True)
class NamedRule:
    """A rule as the newsroom shows it."""

    name: str
    label: str
    severity: Severity
    why: str

    def as_record(self) -> dict[str, str]:
        """Return what a browser must know of the rule."""
        return {"label": self.label, "severity": self.severity.value}


def named_rules() -> Iterator[NamedRule]:
    """Yield all rules, in the order in which the desk hears them."""
    for rule in rules.RULES:
        why = (rule.__doc__ or "").partition("\n")[0]
        yield NamedRule(rules.name(rule), rule.LABEL, rule.SEVERITY, why)


@dataclass(frozen=True)
class NamedSwitch:
    """A rule, or a part of one, that a paper may turn on or off."""

    name: str
    label: str
    severity: Severity
    why: str


def named_switches() -> Iterator[NamedSwitch]:
    """Yield what may be switched: every rule."""
    for rule in named_rules():
        yield NamedSwitch(rule.name, rule.label, rule.severity, rule.why)


def labels() -> dict[str, str]:
    """Return what a newsroom calls each rule."""
    return {rule.name: rule.label for rule in named_rules()}


def profiles() -> Mapping[str, Any]:
    """Return the styles that a house may choose from, by name."""
    if util.find_spec(_PROFILES) is None:
        return {}
    found: Mapping[str, Any] = import_module(_PROFILES).PROFILES
    return found


def profile_label(name: str) -> str:
    """Return what a newsroom calls a profile."""
    return str(getattr(profiles()[name], "label", name))


def switches_of(style: HouseStyle) -> dict[str, bool]:
    """Return every switch that the house set: its profile's, and over them its own."""
    profile = profiles().get(style.profile, {})
    return {**getattr(profile, "switches", profile), **style.switches}
