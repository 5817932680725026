"""The rulebook in the admin: its list, an entry's form, its trial, and what becomes of it."""

from typing import Any, Final

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import log
from wagtail.snippets.views import snippets

from dabir.newsroom.copydesk import trial
from dabir.newsroom.models import RulebookEntry, Trial
from dabir.newsroom.viewsets.columns import MomentColumn
from dabir.persian import HALF_SPACE

State = RulebookEntry.State
SIZES: Final = (500, 2000, 5000, 20_000)
"""How many stories a trial may read."""


class EntryForm(WagtailAdminModelForm):
    """An entry as the chief copy editor writes it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].required = True

    def save(self, commit: bool = True) -> RulebookEntry:
        """Save; an entry whose words changed, and a proposal that is taken up, is a draft."""
        entry: RulebookEntry = self.instance
        changed = {"kind", "written", "right"} & set(self.changed_data)
        if entry.state == State.PROPOSED or (entry.state == State.LIVE and changed):
            entry.state = State.DRAFT
        if entry.made_by is None:
            entry.made_by = self.for_user
        saved: RulebookEntry = super().save(commit)
        return saved


class StateColumn(Column):
    """Where the entry stands between proposal and retirement."""

    cell_template_name = "newsroom/copydesk/entry_state.html"


class RulebookView(snippets.IndexView):
    """The rulebook, proposals first."""

    default_ordering = "-made_at"

    @cached_property
    def columns(self) -> list[Column]:
        title = next(column for column in super().columns if column.name == "written")
        return [
            title,
            Column("right", label="درست"),
            Column("kind", label="گونه", accessor="get_kind_display"),
            Column("reason", label="دلیل", classname="newsroom-wide-only"),
            StateColumn("state", label="وضعیت", sort_key="state"),
            MomentColumn("made_at", label="زمان", sort_key="made_at", classname="newsroom-moment"),
        ]


class EntryView(snippets.EditView):
    """An entry's form."""

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        address = reverse("newsroom_copydesk_trial", args=[self.object.pk])
        return [
            *super().header_more_buttons,
            Button("آزمایش و فعال کردن", url=address, icon_name="search", priority=5),
        ]

    def get_success_url(self) -> str:
        """Lead on to the trial: an entry that nobody tried is not at work."""
        return reverse("newsroom_copydesk_trial", args=[self.object.pk])


class AddEntryView(snippets.CreateView):
    def get_initial_form_instance(self) -> RulebookEntry:
        asked = self.request.GET
        return RulebookEntry(written=asked.get("written", ""), made_by=self.request.user)

    def get_success_url(self) -> str:
        return reverse("newsroom_copydesk_trial", args=[self.object.pk])


class RulebookViewSet(snippets.SnippetViewSet):
    """The rulebook of the house."""

    model = RulebookEntry
    icon = "list-ul"
    menu_label = f"شیوه{HALF_SPACE}نامه"
    menu_name = "rulebook"
    base_url_path = "copydesk/rulebook"
    admin_url_namespace = "newsroom_rulebook"
    list_display = ["written", "right", "kind", "reason", "state"]
    list_filter = ["state", "kind"]
    search_fields = ["written", "right", "reason"]
    list_per_page = 50
    copy_view_enabled = False
    index_view_class = RulebookView
    add_view_class = AddEntryView
    edit_view_class = EntryView

    def get_edit_handler(self) -> ObjectList:
        fields = ("kind", "written", "right", "reason")
        panels = [FieldPanel("kind", widget=forms.RadioSelect), *map(FieldPanel, fields[1:])]
        return ObjectList(panels, base_form_class=EntryForm).bind_to_model(self.model)


# Trial, and what follows from it -------------------------------------------------------


def _entry_of(request: HttpRequest, pk: int) -> RulebookEntry:
    """Return the entry that the chief copy editor decides about."""
    if not request.user.has_perm("newsroom.change_rulebookentry"):
        raise PermissionDenied
    return get_object_or_404(RulebookEntry, pk=pk)


def try_entry(request: HttpRequest, pk: int) -> HttpResponse:
    """Show how an entry was tried; begin a trial, or read on in one."""
    entry = _entry_of(request, pk)
    found = entry.last_trial
    if request.method == "POST":
        found = _begin_or_step(request, entry, found)
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            return render(request, "newsroom/copydesk/trial_results.html", _seen(entry, found))
        return redirect("newsroom_copydesk_trial", pk=entry.pk)
    return render(
        request,
        "newsroom/copydesk/trial.html",
        {
            **_seen(entry, found),
            "header_title": f"آزمایش «{entry}»",
            "header_icon": "search",
            "breadcrumbs_items": [
                {"url": reverse("newsroom_rulebook:list"), "label": f"شیوه{HALF_SPACE}نامه"},
                {"url": reverse("newsroom_rulebook:edit", args=[entry.pk]), "label": str(entry)},
                {"url": "", "label": f"آزمایش «{entry}»"},
            ],
            "sizes": SIZES,
        },
    )


def _begin_or_step(request: HttpRequest, entry: RulebookEntry, found: Trial | None) -> Trial:
    if found is None or "stories" in request.POST:
        typed = request.POST.get("stories", "")
        wanted = int(typed) if typed.isascii() and typed.isdecimal() else SIZES[1]
        found = trial.begin(entry, request.user, wanted)  # type: ignore[arg-type]
    return trial.step(found)


def _seen(entry: RulebookEntry, found: Trial | None) -> dict[str, Any]:
    """Return what the page shows of a trial."""
    hits = found.shown.select_related("story").defer("story__body") if found else []
    return {"entry": entry, "trial": found, "hits": hits, "shown": trial.SHOWN}


@require_POST
def put_to_work(request: HttpRequest, pk: int) -> HttpResponse:
    """Let the desk work by an entry that was tried."""
    entry = _entry_of(request, pk)
    if not entry.may_go_live:
        messages.error(request, "پیش از فعال کردن، آن را تا پایان روی خبرها آزمایش کنید.")
        return redirect("newsroom_copydesk_trial", pk=pk)
    if entry.twins.exists():
        messages.error(request, entry.TWICE)
        return redirect("newsroom_copydesk_trial", pk=pk)
    _move(request, entry, State.LIVE, "newsroom.rulebook.live")
    messages.success(request, f"«{entry}» از این پس فعال است.")
    return redirect("newsroom_rulebook:list")


@require_POST
def retire(request: HttpRequest, pk: int) -> HttpResponse:
    """Let the desk work by an entry no longer; it stays in the rulebook."""
    entry = _entry_of(request, pk)
    _move(request, entry, State.RETIRED, "newsroom.rulebook.retire")
    messages.success(request, f"«{entry}» کنار گذاشته شد.")
    return redirect("newsroom_rulebook:list")


def _move(request: HttpRequest, entry: RulebookEntry, to: str, act: str) -> None:
    entry.state = to
    entry.save(update_fields=["state"])
    log(entry, act, user=request.user)
