"""The paper's style: which profile, and which single rules against it."""

from typing import Any, Final

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from wagtail.admin import messages
from wagtail.log_actions import log, registry

from dabir.newsroom.copydesk.switches import (
    SEVERITIES,
    NamedSwitch,
    named_switches,
    profile_choices,
    switches_of_profile,
)
from dabir.newsroom.models import HouseStyle
from dabir.persian import HALF_SPACE

_VALUES: Final = {"on": True, "off": False}
_WORDS: Final = {True: "روشن", False: "خاموش"}


class StyleForm(forms.ModelForm[HouseStyle]):
    """A profile, and a line of three positions for every switch."""

    class Meta:
        model = HouseStyle
        fields = ["profile", "spare_quotes"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["profile"] = forms.ChoiceField(
            label="شیوه", choices=profile_choices(), required=False, widget=forms.RadioSelect
        )
        self.switches = list(named_switches())
        for switch in self.switches:
            self.fields[_field(switch)] = self._line(switch)

    def _line(self, switch: NamedSwitch) -> forms.ChoiceField:
        profile = switches_of_profile(self.instance.profile)
        usual = _WORDS[profile.get(switch.name, switch.is_on)]
        return forms.ChoiceField(
            label=switch.label,
            choices=[("", f"پیش{HALF_SPACE}فرض ({usual})"), *_POSITIONS],
            required=False,
            initial=_position(self.instance.switches.get(switch.name)),
        )

    @property
    def groups(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The lines under what a newsroom calls their severities."""
        groups: dict[str, list[forms.BoundField]] = {name: [] for name in SEVERITIES.values()}
        for switch in self.switches:
            groups.setdefault(switch.group, []).append(self[_field(switch)])
        return list(groups.items())

    def save(self, commit: bool = True) -> HouseStyle:
        style: HouseStyle = self.instance
        typed = {
            switch.name: _VALUES.get(self.cleaned_data[_field(switch)]) for switch in self.switches
        }
        kept = {name: on for name, on in style.switches.items() if name not in typed}
        style.switches = kept | {name: on for name, on in typed.items() if on is not None}
        saved: HouseStyle = super().save(commit)
        return saved


_POSITIONS: Final = [("on", _WORDS[True]), ("off", _WORDS[False])]


def _field(switch: NamedSwitch) -> str:
    return f"switch:{switch.name}"


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
            request, f"رسم{HALF_SPACE}الخط ذخیره شد؛ ویراستار از حالا با آن می{HALF_SPACE}خواند."
        )
        return redirect("newsroom_copydesk_style")
    return render(
        request,
        "newsroom/copydesk/style.html",
        {
            "header_title": f"رسم{HALF_SPACE}الخط روزنامه",
            "header_icon": "cogs",
            "breadcrumbs_items": [{"url": "", "label": f"رسم{HALF_SPACE}الخط روزنامه"}],
            "form": form,
            "acts": last_acts(style),
        },
    )


def last_acts(style: HouseStyle) -> Any:
    """Return who changed the style last, and when."""
    return registry.get_logs_for_instance(style).select_related("user")[:10]
