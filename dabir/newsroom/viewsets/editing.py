"""The pages about one story: write, edit, compare, withdraw, delete."""

from typing import Any

from django.contrib.auth.models import User
from django.http import Http404
from django.utils.functional import cached_property
from wagtail.admin import messages
from wagtail.admin.templatetags.wagtailadmin_tags import user_display_name
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.widgets.button import Button
from wagtail.models import WorkflowState
from wagtail.snippets.views import snippets

from dabir.newsroom import desk
from dabir.newsroom.copydesk.panel import HasCopyDesk
from dabir.newsroom.copydesk.publishing import AsksFirst
from dabir.newsroom.models import Byline, Story, Writer
from dabir.persian import HALF_SPACE, to_persian_digits
from dabir.persian.jalali import long_moment


def fresh_story(user: User) -> Story:
    """Return an unsaved story that ``user`` begins to write, with the user's name over it."""
    story = Story(written_by=user, live=False)
    writer = Writer.objects.filter(user=user).first()
    if writer is not None:
        story.bylines = [Byline(writer=writer)]
    return story


def told_on_return(way: WorkflowState | None) -> str:
    """Return who sent a story back, and with which word; nothing of one that did not come back."""
    if way is None or way.status != WorkflowState.STATUS_NEEDS_CHANGES:
        return ""
    step = way.current_task_state
    who, word = user_display_name(step.finished_by), step.get_comment()
    told = f"{who} این خبر را برای اصلاح برگرداند"
    return f"{told}: «{word}»" if word else f"{told}."


class SaysWhatHolds:
    """For the pages of a story's form: a story that its embargo holds is not called published."""

    action: str
    object: Story

    def get_success_message(self, instance: Story | None = None) -> str:
        story = instance or self.object
        if self.action != "publish" or not story.is_under_embargo or not story.embargo_until:
            return str(super().get_success_message(instance))  # type: ignore[misc]
        return (
            f"انتشار «{story}» تا {long_moment(story.embargo_until)} ممنوع است؛ خبر نگه داشته شد و"
            f" زودتر از آن بیرون نمی{HALF_SPACE}رود."
        )


class WriteView(SaysWhatHolds, AsksFirst, HasCopyDesk, snippets.CreateView):
    """A new story."""

    def get_initial_form_instance(self) -> Story:
        return fresh_story(self.request.user)

    def get_page_subtitle(self) -> str:
        return "خبر تازه"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        items: list[dict[str, Any]] = super().get_breadcrumbs_items()
        items[-1]["label"] = self.get_page_subtitle()
        return items


class EditView(SaysWhatHolds, AsksFirst, HasCopyDesk, snippets.EditView):
    """A story's form."""

    def get_side_panels(self) -> MediaContainer:
        """Add the panels of the rooms above, but not to the answers of a save."""
        panels = list(super().get_side_panels())
        if not (self.expects_json_response or self.hydrate_create_view):
            panels += [panel(self.form.instance, self.request) for panel in desk.story_panels]
        return MediaContainer(sorted(panels, key=lambda panel: panel.order))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Say at the top of a story that came back what is wanted of it."""
        is_opened = self.request.method == "GET" and not self.hydrate_create_view
        if is_opened and (told := told_on_return(self.workflow_state)):
            messages.warning(self.request, told)
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        buttons = [*super().header_more_buttons]
        if self.live_object.live:
            address = self.live_object.get_absolute_url()
            buttons.append(Button("دیدن در روزنامه", url=address, icon_name="view", priority=5))
        return buttons

    def get_page_subtitle(self) -> str:
        return f"{super().get_page_subtitle()} ({to_persian_digits(self.object.pk)})"


class DeleteView(snippets.DeleteView):
    """The end of a draft that nobody outside has seen."""

    def user_has_permission(self, permission: str) -> bool:
        return bool(self.user_has_permission_for_instance(permission, self.object))


class WithdrawView(snippets.UnpublishView):
    """A story goes out of readers' sight; it keeps its code and may come back."""

    page_title = "برداشتن خبر"
    template_name = "newsroom/story/withdraw.html"

    def get_success_message(self) -> str:
        return f"«{self.object}» از روزنامه برداشته شد."

    def get_usage_url(self) -> None:
        return None


class CompareView(snippets.RevisionsCompareView):
    """Two versions side by side."""

    template_name = "newsroom/story/compare.html"

    def get_object(self, queryset: Any = None) -> Story:
        if not str(self.pk).isdecimal():
            raise Http404
        story: Story = super().get_object(queryset)
        return story

    def _get_revision_and_heading(self, revision_id: str) -> tuple[Story, str]:
        """Return the version and its name: Wagtail's, or when it was written."""
        story, heading = super()._get_revision_and_heading(revision_id)
        if revision_id.isdecimal():
            moment = self.object.revisions.get(pk=revision_id).created_at
            heading = f"نسخهٔ {long_moment(moment)}"
        return story, heading
