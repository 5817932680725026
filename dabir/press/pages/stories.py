"""A story's own page, and the same for the printer."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse

from dabir.comments.shown import published_on
from dabir.newsroom.models import Story
from dabir.press.ledger import Reading, digest
from dabir.press.pages import shown
from dabir.press.pages.facts import story_paths
from dabir.press.pages.registry import DEPENDENT, STORY, Sheet, prints, sheet


def _every_code() -> Iterator[int]:
    printed = Story.objects.filter(first_published_at__isnull=False)
    return printed.order_by("-code").values_list("code", flat=True).iterator()


def _pages() -> Iterator[str]:
    return (story_paths(code)[0] for code in _every_code())


def _print_views() -> Iterator[str]:
    return (story_paths(code)[1] for code in _every_code())


def _find(code: str, reading: Reading) -> Story | None:
    """Return the story with this code, with all that its page reads of it."""
    found = Story.objects.select_related("section", "picture").prefetch_related(
        "picture__renditions",
        "further_sections",
        "topics",
        "bylines__writer",
        "sources",
        "corrections",
        "related_stories__related",
    )
    story = found.filter(pk=int(code), first_published_at__isnull=False).first()
    if story is None:
        reading.show(f"story:{code}", "whole", "")
    return story


@prints(r"/news/(?P<code>\d{1,18})/", rank=STORY, paths=_pages)
def story(path: str, reading: Reading, code: str) -> Sheet | None:
    """The page of one story; of a withdrawn one, the word that it is gone."""
    record = _find(code, reading)
    if record is None:
        return None
    if not record.live:
        reading.show(f"story:{code}", "whole", shown.whole_facts(record))
        return sheet("pages/gone.html", path, reading, status=410, code=record.pk)
    comments = published_on(record)
    reading.show(f"comments:{code}", "whole", digest(comments))
    found = shown.story(record, reading)
    return sheet(
        "pages/story.html",
        path,
        reading,
        story=found,
        comments=comments,
        qr=shown.qr_code(found.short_address),
        is_preview=False,
    )


@prints(r"/news/(?P<code>\d{1,18})/print/", rank=DEPENDENT, paths=_print_views)
def print_view(path: str, reading: Reading, code: str) -> Sheet | None:
    """The story for paper: no navigation, the address as a QR code."""
    record = _find(code, reading)
    if record is None or not record.live:
        if record is not None:
            reading.show(f"story:{code}", "whole", shown.whole_facts(record))
        return None
    found = shown.story(record, reading)
    qr = shown.qr_code(found.short_address)
    return sheet("pages/print.html", path, reading, story=found, qr=qr)


def preview(
    sender: type[Story], story: Story, request: HttpRequest, **kwargs: object
) -> HttpResponse:
    """Show a draft as it would be printed; nobody keeps the reading."""
    reading = Reading()
    found = shown.story(story, reading)
    body = sheet(
        "pages/story.html",
        found.card.address,
        reading,
        story=found,
        comments=None,
        qr=shown.qr_code(found.short_address),
        is_preview=True,
    ).body
    return HttpResponse(body)
