"""What the archive knows beside a story's form: suggestions, and the same story out before."""

from typing import Any, Final

from django import forms
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_GET, require_POST
from wagtail.admin.panels import HelpPanel

from dabir.archive.models import Suggestion
from dabir.archive.related import suggesting
from dabir.archive.search.place import NoIndexError
from dabir.newsroom.models import Story
from dabir.persian import HALF_SPACE, JalaliDay, to_persian_digits

SHOWN: Final = 8
PRINTS: Final = "newsroom.publish_story"
"""Who may change what readers see beside a story."""
NOT_YET: Final = f"جست{HALF_SPACE}وجوی بایگانی هنوز آماده نیست؛ کمی دیگر بیازمایید."


class SuggestionsPanel(HelpPanel):
    """«پیشنهاد بایگانی», under the stories that the editor chose."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs = {"template": "archive/suggestions.html", "heading": "پیشنهاد بایگانی", **kwargs}
        super().__init__(**kwargs)

    class BoundPanel(HelpPanel.BoundPanel):
        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            code = self.instance.pk
            return {**context, "url": reverse("archive_beside", args=[code]) if code else ""}

        @property
        def media(self) -> forms.Media:
            return forms.Media(js=["archive/related.js"], css={"all": ["archive/related.css"]})


@require_GET
@permission_required("newsroom.change_story", raise_exception=True)
def beside(request: HttpRequest, code: int) -> JsonResponse:
    """Answer with the stories related to a draft as it is saved, and with the one that says the
    same."""
    draft = get_object_or_404(Story, pk=code).get_latest_revision_as_object()
    draft.pk = code
    try:
        codes = suggesting.related_to(draft, SHOWN)
        copy = suggesting.same_as(draft)
    except NoIndexError:
        return JsonResponse({"suggestions": [], "same": None, "note": NOT_YET, "silent": None})
    others = [*codes, *([copy.code] if copy else [])]
    told = {story.pk: _told(story) for story in Story.objects.live().filter(pk__in=others)}
    return JsonResponse(
        {
            "suggestions": [told[each] for each in codes if each in told],
            "same": told.get(copy.code) if copy else None,
            "note": "",
            "silent": _silent(code) if request.user.has_perm(PRINTS) else None,
        }
    )


def _silent(code: int) -> bool:
    """Say whether the newsroom wants no suggestions printed beside a story."""
    return Suggestion.objects.filter(pk=code, silent=True).exists()


@require_POST
@permission_required(PRINTS, raise_exception=True)
def silence(request: HttpRequest, code: int) -> JsonResponse:
    """Print no suggestions beside a story, or print them again."""
    get_object_or_404(Story, pk=code)
    silent = request.POST.get("silent") == "true"
    try:
        suggesting.silence(code, silent=silent)
    except NoIndexError:
        return JsonResponse({"silent": silent, "note": NOT_YET})
    return JsonResponse({"silent": silent, "note": ""})


def _told(story: Story) -> dict[str, Any]:
    """Return what the form shows of a story."""
    published = story.first_published_at
    return {
        "id": story.pk,
        "code": to_persian_digits(story.pk),
        "headline": story.headline,
        "day": str(JalaliDay.of(published)) if published else "",
        "edit_url": reverse("wagtailsnippets_newsroom_story:edit", args=[story.pk]),
        "address": story.get_absolute_url(),
    }


def addresses() -> list[URLPattern]:
    at = "archive/beside/<int:code>/"
    return [
        path(at, beside, name="archive_beside"),
        path(f"{at}silence/", silence, name="archive_silence"),
    ]
