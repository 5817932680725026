"""«چاپ»: the way of a story from its form to the stands, beside the form; it keeps itself fresh."""

from typing import Any

from django.urls import reverse
from wagtail.admin.ui.side_panels import BaseSidePanel

from dabir.newsroom.models import Story
from dabir.press.lamp import words
from dabir.press.lamp.ways import way


def steps(story: Story) -> dict[str, Any]:
    """Return what the panel shows of ``story``."""
    found = way(story)
    return {
        "way": found,
        "waits_until": story.scheduled_revision and story.scheduled_revision.approved_go_live_at,
        "failures": [
            {"path": page.path, "why": words.in_plain_words(page.error), "error": page.error}
            for page in found.failures
        ],
    }


class LampPanel(BaseSidePanel):
    """The steps, with what waits and what failed."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = "راه تا کیوسک"
        icon_name = "form"

    name = "lamp"
    title = "راه تا کیوسک"
    template_name = "press/panel.html"
    order = 150

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(parent_context)
        story = Story.objects.filter(pk=self.object.pk).first() if self.object.pk else None
        may_retry = self.request.user.has_perm("press.change_printedpage")
        context["may_retry"] = may_retry
        if story is not None:
            context |= {**steps(story), "address": reverse("press:story", args=[story.pk])}
        return context
