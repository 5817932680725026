"""Small answers to the newsroom's own forms."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_GET, require_POST

from dabir.newsroom.models import Topic
from dabir.persian import HALF_SPACE, clean_line, fold_letters

SUGGESTIONS = 10


def _told(topic: Topic) -> dict[str, object]:
    """Return what a form shows of ``topic``."""
    return {"id": topic.pk, "name": topic.name, "kind": topic.get_kind_display()}


@require_GET
def suggest_topics(request: HttpRequest) -> JsonResponse:
    """Answer with the topics whose name holds what is typed; those that begin with it first."""
    typed = fold_letters(clean_line(request.GET.get("q", "")))[:80]
    if not typed:
        return JsonResponse({"topics": []})
    begins = list(Topic.objects.filter(name__istartswith=typed)[:SUGGESTIONS])
    others = Topic.objects.filter(name__icontains=typed).exclude(pk__in=[t.pk for t in begins])
    found = [*begins, *others[: SUGGESTIONS - len(begins)]]
    return JsonResponse({"topics": [_told(topic) for topic in found]})


@require_POST
def add_topic(request: HttpRequest) -> JsonResponse:
    """Make a topic of what is typed, or answer with the one that is there already."""
    if not request.user.has_perm("newsroom.add_topic"):
        return JsonResponse({"error": f"شما نمی{HALF_SPACE}توانید موضوع بسازید."}, status=403)
    topic = Topic(
        name=fold_letters(clean_line(request.POST.get("name", ""))),
        kind=request.POST.get("kind", Topic.Kind.SUBJECT),
    )
    there = Topic.objects.filter(name=topic.name, kind=topic.kind).first()
    if there is not None:
        return JsonResponse({"topic": _told(there)})
    try:
        topic.full_clean()
    except ValidationError as wrong:
        return JsonResponse({"error": " ".join(wrong.messages)}, status=400)
    topic.save()
    return JsonResponse({"topic": _told(topic)}, status=201)
