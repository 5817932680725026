"""Ready-made house styles: a name, what the newsroom calls it, and its switches.

A switch is a rule by its name, a part of a rule, or a style of ``dabir.copydesk.styles``. What
a profile does not name stays as it is by itself. A house begins with a profile and changes
single switches afterwards: ``{**PROFILES["academy"].switches, "gofto": False}``.
"""

from dataclasses import dataclass, field
from typing import Final

from dabir.copydesk.rules.digits import ALL_DIGITS
from dabir.copydesk.rules.tanwin import PLAIN_PERSIAN
from dabir.copydesk.styles import STYLES
from dabir.persian.letters import HALF_SPACE


@dataclass(frozen=True)
class Switch:
    """A part of a rule that a house turns on or off, apart from whole rules."""

    name: str
    label: str
    is_on: bool


@dataclass(frozen=True)
class Profile:
    """A named set of switches."""

    label: str
    switches: dict[str, bool] = field(default_factory=dict)


SWITCHES: Final = (
    *(Switch(style.name, style.label, style.is_on) for style in STYLES),
    Switch(ALL_DIGITS, "رقم فارسی در اعشار، ساعت و تاریخ هم", False),
    Switch(PLAIN_PERSIAN, f"واژهٔ فارسی به جای قید تنوین{HALF_SPACE}دار", False),
)
"""Everything below the rules that a house decides, in the order of a form."""

PROFILES: Final = {
    "academy": Profile(
        "دستور خط فرهنگستان",
        dict.fromkeys(
            ("goft-o-gu", "bad-az-zohr", "be", "hamin-tor", "in-ke", "ya-ye-ezafe", ALL_DIGITS),
            True,
        ),
    ),
    "newspaper": Profile(
        "شیوهٔ روزنامه",
        {
            **dict.fromkeys(
                ("goft-o-gu", "bad-az-zohr", "be", "hamin-tor", "ast", "amrika", "alayh"), True
            ),
            "digits": True,
        },
    ),
    "quiet": Profile(
        f"فقط غلط و نیم{HALF_SPACE}فاصله",
        dict.fromkeys(
            ("hamza", "tanwin", "punctuation", "spaces", "number-spaces", "digits", "house-style"),
            False,
        ),
    ),
}
