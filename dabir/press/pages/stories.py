"""A story's own page, and the same for the printer."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse

from dabir.newsroom.models import Story
from dabir.newsroom.models.story import StoryQuerySet
from dabir.press.ledger import Reading, digest
from dabir.press.pages import shown
from dabir.press.pages.facts import story_paths
from dabir.press.pages.galley import Galley
from dabir.press.pages.registry import DEPENDENT, STORY, Sheet, prints, sheet


def _codes(stories: StoryQuerySet) -> Iterator[int]:
    return stories.order_by("-code").values_list("code", flat=True).iterator()


def _pages() -> Iterator[str]:
    printed = Story.objects.filter(first_published_at__isnull=False)
    return (story_paths(code)[0] for code in _codes(printed))


def _print_views() -> Iterator[str]:
    """The printer's views; a withdrawn story has none, while its page says that it is gone."""
    return (story_paths(code)[1] for code in _codes(Story.objects.live()))


def _printed(code: int, galley: Galley, reading: Reading) -> Story | None:
    """Return a story that was ever in the paper; of another, tell ``reading`` that it is not."""
    record = galley.records.get(code)
    if record is None or record.first_published_at is None:
        reading.show(f"story:{code}", "whole", "")
        return None
    if not record.is_public:
        reading.show(f"story:{code}", "whole", galley.whole_facts(code))
    return record


@prints(r"/news/(?P<code>\d{1,18})/", rank=STORY, paths=_pages, gather=Galley.of_pages)
def story(path: str, reading: Reading, galley: Galley, code: str) -> Sheet | None:
    """The page of one story; of a withdrawn one, the word that it is gone."""
    record = _printed(int(code), galley, reading)
    if record is None:
        return None
    if not record.is_public:
        return sheet("pages/gone.html", path, reading, status=410, code=record.pk)
    comments = galley.comments[record.pk]
    reading.show(f"comments:{code}", "whole", digest(comments))
    found = galley.set(record.pk, reading)
    return sheet(
        "pages/story.html",
        path,
        reading,
        story=found,
        comments=comments,
        qr=shown.qr_code(found.short_address),
        is_preview=False,
    )


@prints(
    r"/news/(?P<code>\d{1,18})/print/",
    rank=DEPENDENT,
    paths=_print_views,
    gather=Galley.of_pages,
)
def print_view(path: str, reading: Reading, galley: Galley, code: str) -> Sheet | None:
    """The story for paper: no navigation, the address as a QR code."""
    record = _printed(int(code), galley, reading)
    if record is None or not record.is_public:
        return None
    found = galley.set(record.pk, reading)
    qr = shown.qr_code(found.short_address)
    return sheet("pages/print.html", path, reading, story=found, qr=qr)


def preview(
    sender: type[Story], story: Story, request: HttpRequest, **kwargs: object
) -> HttpResponse:
    """Show a draft as it would be printed; nobody keeps the reading."""
    reading = Reading()
    parts = shown.parts_of_draft(story)
    found = shown.story(story, parts, shown.around([(story, parts)]), reading)
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
