"""Asks once before a story goes out with errors that nobody answered.

    «انتشار», «تأیید و انتشار», an hour set -> saved as a draft -> open errors?
        none, or asked of these very ones before -> published
        else -> the question -> «با همین خطاها منتشر کن» -> published

The question is put where the deed is done, not where a button is, so no way leads past it.
What the clock publishes was asked about when its hour was set.
"""

import json
from typing import Any, Final

from django.contrib.auth.models import AnonymousUser, User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.modal_workflow import render_modal_workflow
from wagtail.snippets.views import snippets

from dabir.copydesk import Severity
from dabir.newsroom.copydesk import state
from dabir.newsroom.copydesk.placed import PlacedMark, marks_of
from dabir.newsroom.copydesk.switches import labels
from dabir.newsroom.copydesk.wording import first_words, last_words
from dabir.newsroom.models import Story, StoryMarks
from dabir.persian import HALF_SPACE

PUBLISH: Final = "publish"
APPROVE: Final = "approve"
SHOWN: Final = 30
ANYWAY: Final = "newsroom_copydesk_publish"


class AsksFirst:
    """For the pages of a story's form: keeps its marks, and asks before errors go out."""

    request: Any
    object: Story
    form: Any
    workflow_state: Any
    workflow_action: str

    def run_action_method(self) -> HttpResponse | None:
        """Keep the marks of what was just saved, then do what was asked for."""
        answers = state.answers_in(self.form.cleaned_data.get("marks_answered") or "")
        state.keep(self.object, answers, self.request.user)
        answer: HttpResponse | None = super().run_action_method()  # type: ignore[misc]
        return answer

    def publish_action(self) -> HttpResponse | None:
        question = ask(self.request, self.object, PUBLISH)
        if question is not None:
            return question
        answer: HttpResponse | None = super().publish_action()  # type: ignore[misc]
        return answer

    def workflow_action_action(self) -> HttpResponse | None:
        if self.workflow_action == APPROVE and self.workflow_state.is_at_final_task:
            extra = json.loads(self.request.POST.get("workflow-action-extra-data", "{}"))
            question = ask(self.request, self.object, APPROVE, extra.get("comment", ""))
            if question is not None:
                return question
        answer: HttpResponse | None = super().workflow_action_action()  # type: ignore[misc]
        return answer


class ApproveView(snippets.WorkflowActionView):
    """A step of the way of a story, taken from the dashboard."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        story = self.object.get_latest_revision_as_object()
        if self.action_name == APPROVE and story.current_workflow_state.is_at_final_task:
            question = ask(request, story, APPROVE, request.POST.get("comment", ""))
            if question is not None:
                return question
        answer: HttpResponse = super().post(request, *args, **kwargs)
        return answer


def errors_to_ask_about(story: Story) -> list[PlacedMark]:
    """Return the open errors of ``story``, unless somebody agreed to these very ones before."""
    kept = StoryMarks.objects.filter(pk=story.pk).first() or state.keep(story, {})
    if kept is None:
        return []
    marks = state.open_marks(kept, marks_of(story))
    errors = [each for each in marks if each.mark.severity == Severity.ERROR]
    return [] if kept.asked == state.digest(errors) else errors


def ask(request: HttpRequest, story: Story, deed: str, comment: str = "") -> HttpResponse | None:
    """Return the question that stands before ``deed``; None where there is nothing to ask."""
    errors = errors_to_ask_about(story)
    if not errors:
        return None
    context = {
        "header_title": "انتشار با خطا؟",
        "header_icon": "warning",
        "breadcrumbs_items": [
            {"url": _edit_url(story), "label": str(story)},
            {"url": "", "label": "انتشار با خطا؟"},
        ],
        "story": story,
        "errors": [_shown(each) for each in errors[:SHOWN]],
        "count": len(errors),
        "more": len(errors) - SHOWN,
        "deed": deed,
        "comment": comment,
        "revision": story.latest_revision_id,
        "asked": state.digest(errors),
        "edit_url": _edit_url(story),
    }
    if _in_a_window(request):
        name = "newsroom/copydesk/ask_in_window.html"
        return _window(request, name, context, step="action")
    return render(request, "newsroom/copydesk/ask.html", context)


def _shown(each: PlacedMark) -> dict[str, Any]:
    """Return an error as the question shows it: among its words, with its reason and fix."""
    text, mark = each.part.text, each.mark
    return {
        "part": PARTS[each.part.name],
        "label": labels().get(mark.rule, mark.rule),
        "before": last_words(text[: mark.start]),
        "marked": each.words,
        "after": first_words(text[mark.end :]),
        "why": mark.why,
        "fix": mark.fixes[0] if mark.fixes else "",
    }


PARTS: Final = {
    "kicker": "روتیتر",
    "headline": "تیتر",
    "short_headline": "تیتر کوتاه",
    "lead": "لید",
    "bullet": "نکته",
    "caption": "شرح",
    "body": "متن",
    "cross_head": f"میان{HALF_SPACE}تیتر",
    "quote": "نقل",
}
"""What a newsroom calls the parts of a story."""


def _in_a_window(request: HttpRequest) -> bool:
    return request.headers.get("x-requested-with") == "XMLHttpRequest"


def _edit_url(story: Story) -> str:
    return reverse("wagtailsnippets_newsroom_story:edit", args=[story.pk])


@require_POST
def publish_anyway(request: HttpRequest, code: int) -> HttpResponse:
    """Do what was asked about, with the errors that were shown; not if the story changed since."""
    story = get_object_or_404(Story, pk=code).get_latest_revision_as_object()
    agreed = state.digest(errors_to_ask_about(story))
    if (str(story.latest_revision_id), agreed) != _shown_before(request):
        messages.warning(request, "خبر در این میان عوض شده است؛ دوباره نگاهش کنید.")
        return _go(request, _edit_url(story))
    _do(request.user, story, request.POST.get("deed", ""), request.POST.get("comment", ""))
    StoryMarks.objects.filter(pk=code).update(asked=agreed)
    messages.success(request, f"«{story}» {_done(story)}.")
    return _go(request, reverse("wagtailsnippets_newsroom_story:list"))


def _shown_before(request: HttpRequest) -> tuple[str, str]:
    """Return the version and the set of errors that somebody agreed to."""
    return request.POST.get("revision", ""), request.POST.get("asked", "")


def _do(user: User | AnonymousUser, story: Story, deed: str, comment: str) -> None:
    """Publish, or take the last step of the way; PermissionDenied for who may do neither."""
    lock = story.get_lock()
    is_locked = lock and lock.for_user(user)
    if deed == PUBLISH and user.has_perm("newsroom.publish_story") and not is_locked:
        story.latest_revision.publish(user=user)
        return
    task = story.current_workflow_task
    if deed == APPROVE and task and APPROVE in {name for name, *_ in task.get_actions(story, user)}:
        task.on_action(story.current_workflow_task_state, user, APPROVE, comment=comment)
        return
    raise PermissionDenied


def _done(story: Story) -> str:
    """Say what became of ``story``."""
    story.refresh_from_db(fields=["live", "has_unpublished_changes"])
    return "منتشر شد" if story.live and not story.has_unpublished_changes else "در نوبت انتشار است"


def _go(request: HttpRequest, address: str) -> HttpResponse:
    if _in_a_window(request):
        return _window(request, "", {}, step="success", redirect=address)
    return redirect(address)


def _window(
    request: HttpRequest, template: str, context: dict[str, Any], **told: str
) -> HttpResponse:
    """Answer a window of Wagtail's: what it shows, and what its script does next."""
    answer: HttpResponse = render_modal_workflow(request, template, None, context, told)
    return answer
