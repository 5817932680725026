"""The paper's style: which profile, and which single rules against it."""

from typing import Any, Final

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from wagtail.admin import messages
from wagtail.log_actions import log

from dabir.newsroom.copydesk.switches import (
    SEVERITIES,
    NamedSwitch,
    named_switches,
    profile_label,
    profiles,
)
from dabir.newsroom.models import HouseStyle
from dabir.persian import HALF_SPACE

_POSITIONS: Final = [("", f"چنان که شیوه می{HALF_SPACE}گوید"), ("on", "روشن"), ("off", "خاموش")]
_VALUES: Final = {"on": True, "off": False}


class StyleForm(forms.ModelForm[HouseStyle]):
    """A profile, and one line of three positions a switch."""

    profile = forms.ChoiceField(label="شیوه", required=False, widget=forms.RadioSelect)

    class Meta:
        model = HouseStyle
        fields = ["profile", "spare_quotes"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        profile = self.fields["profile"]
        assert isinstance(profile, forms.ChoiceField)  # noqa: S101  made above
        named = [(name, profile_label(name)) for name in profiles()]
        profile.choices = [("", f"پیش{HALF_SPACE}گزیدهٔ دبیر"), *named]
        for switch in named_switches():
            self.fields[f"switch:{switch.name}"] = forms.ChoiceField(
                label=switch.label,
                help_text=switch.why,
                choices=_POSITIONS,
                required=False,
                initial=_position(self.instance.switches.get(switch.name)),
            )

    @property
    def groups(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The switches under what a newsroom calls their severities."""
        by_severity: dict[str, list[forms.BoundField]] = {}
        for switch in named_switches():
            shown = by_severity.setdefault(SEVERITIES[switch.severity], [])
            shown.append(self[f"switch:{switch.name}"])
        return list(by_severity.items())

    def save(self, commit: bool = True) -> HouseStyle:
        style: HouseStyle = self.instance
        typed = {switch.name: self._typed(switch) for switch in named_switches()}
        kept = {name: on for name, on in style.switches.items() if name not in typed}
        style.switches = kept | {name: on for name, on in typed.items() if on is not None}
        return super().save(commit)

    def _typed(self, switch: NamedSwitch) -> bool | None:
        return _VALUES.get(self.cleaned_data.get(f"switch:{switch.name}", ""))


def _position(on: bool | None) -> str:
    return {True: "on", False: "off", None: ""}[on]


def choose_style(request: HttpRequest) -> HttpResponse:
    """Show and change the paper's style."""
    if not request.user.has_perm("newsroom.change_housestyle"):
        raise PermissionDenied
    style = HouseStyle.load()
    form = StyleForm(request.POST or None, instance=style)
    if request.method == "POST" and form.is_valid():
        style = form.save()
        decided = {"profile": style.profile, "switches": style.switches}
        log(style, "newsroom.style.change", user=request.user, data=decided)
        messages.success(
            request, f"شیوهٔ خانه عوض شد؛ ویراستار از همین دم به آن می{HALF_SPACE}خواند."
        )
        return redirect("newsroom_copydesk_style")
    return render(
        request,
        "newsroom/copydesk/style.html",
        {
            "header_title": "شیوهٔ خانه",
            "header_icon": "cogs",
            "breadcrumbs_items": [{"url": "", "label": "شیوهٔ خانه"}],
            "form": form,
            "acts": last_acts(style),
        },
    )


def last_acts(style: HouseStyle) -> Any:
    """Return who changed the style last, and when."""
    from wagtail.log_actions import registry

    return registry.get_logs_for_instance(style).select_related("user")[:10]
