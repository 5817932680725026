"""The side panel of the story's form, where the desk tells its marks; its parts for browsers."""

from typing import Any, Final

from django import forms
from django.urls import reverse
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.ui.side_panels import BaseSidePanel

from dabir.newsroom.copydesk import wire
from dabir.newsroom.copydesk.switches import SEVERITIES, rules_for_browser
from dabir.newsroom.models import StoryMarks

SCRIPTS: Final = tuple(
    f"newsroom/copydesk/{name}.js"
    for name in (
        "elsewhere",
        "transport",
        "text",
        "boxes",
        "rich-text",
        "paint",
        "card",
        "list",
        "preview",
        "paste",
        "answers",
        "hands",
        "desk",
    )
)
MEDIA: Final = forms.Media(js=SCRIPTS)


def settings_of_browser() -> dict[str, Any]:
    """Return what the desk's scripts must know: where to ask, how much, and the rules' names."""
    return {
        "url": reverse("copydesk_read"),
        "most_letters": wire.MOST_LETTERS,
        "most_paragraphs": wire.MOST_PARAGRAPHS,
        "rules": rules_for_browser(),
        "severities": {severity.value: label for severity, label in SEVERITIES.items()},
    }


class CopyDeskPanel(BaseSidePanel):
    """«ویراستاری»: the marks of the story, by class, with their counts."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = "ویراستاری"
        icon_name = "edit"
        counter_classname = "w-bg-critical-200"

    name = "copydesk"
    title = "ویراستاری"
    template_name = "newsroom/copydesk/panel.html"
    order = 50

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(parent_context)
        kept = StoryMarks.objects.filter(pk=self.object.pk).first() if self.object.pk else None
        answers = kept.answers if kept else {}
        return {**context, "copydesk": {**settings_of_browser(), "answers": answers}}

    @property
    def media(self) -> forms.Media:
        return MEDIA


class HasCopyDesk:
    """For the pages of a story's form: the copy desk's panel beside it."""

    expects_json_response: bool
    request: Any
    form: Any

    def get_side_panels(self) -> MediaContainer:
        """Add the panel, but not to the answers of a save: the one that is there goes on."""
        panels = list(super().get_side_panels())  # type: ignore[misc]
        is_part = getattr(self, "hydrate_create_view", False)  # Wagtail's pages of a change have it
        if not (self.expects_json_response or is_part):
            panels.append(CopyDeskPanel(self.form.instance, self.request))
        return MediaContainer(sorted(panels, key=lambda panel: panel.order))
