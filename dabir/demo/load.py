"""Loads the demo paper into an empty data folder.

cast.toml -> paper, sections, writers, categories    staff -> three users with their roles
painter   -> pictures                                 stories/*/*.md -> stories, comments
classifieds.toml -> advertisements           cast.toml -> the front, set in part by hand
marks     -> what the copy desk finds
"""

import io
import os
import tomllib
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

from django.contrib.auth.models import Group, User
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.utils import timezone
from wagtail.documents.models import Document
from wagtail.models import Revision

from dabir.classifieds.models import Advertisement, Category
from dabir.classifieds.models.advertisement import Copy
from dabir.classifieds.pictures import encode
from dabir.comments.models import Comment
from dabir.demo import painter
from dabir.demo.marks import count_marks
from dabir.demo.stories import DemoBlock, DemoPicture, DemoStory, read_all
from dabir.newsroom import staff
from dabir.newsroom.fronts.arrangement import MAIN, Arrangement, Item
from dabir.newsroom.models import (
    Byline,
    Correction,
    Desk,
    Paper,
    Picture,
    RelatedStory,
    Section,
    Source,
    Story,
    Topic,
    Writer,
)
from dabir.newsroom.models.fronts import change_draft
from dabir.persian.jalali import TEHRAN

HERE: Final = Path(__file__).parent
PASSWORD: Final = "dabir-demo"  # noqa: S105  printed by `dabir run`, and said in the tutorial
PICTURE_SIZE: Final = (1024, 640)
STAFF: Final = {
    "sara": staff.REPORTER,
    "arash": staff.DESK_EDITOR,
    "maryam": staff.EDITOR_IN_CHIEF,
}
Progress = Callable[[str, int, int], None]
"""Called with what is loaded, how many are done, and how many there are."""


def is_empty() -> bool:
    """Say whether the newsroom has nothing in it yet."""
    return not (Story.objects.exists() or User.objects.exists() or Section.objects.exists())


class Loader:
    """The demo paper on its way into the database."""

    def __init__(self, progress: Progress = lambda *_: None) -> None:
        self.progress = progress
        self.now = timezone.now()
        cast = tomllib.loads((HERE / "cast.toml").read_text(encoding="utf-8"))
        self.cast: dict[str, Any] = cast
        self.stories = read_all()
        ads = (HERE / "classifieds.toml").read_text(encoding="utf-8")
        self.ads: list[dict[str, Any]] = tomllib.loads(ads)["advertisement"]
        self.drawn: dict[str, bytes] = {}
        self.users: dict[str, User] = {}
        self.writers: dict[str, Writer] = {}
        self.sections: dict[str, Section] = {}
        self.pictures: dict[str, Picture] = {}
        self.codes: dict[str, Story] = {}

    def load(self) -> None:
        """Load everything, or nothing."""
        with transaction.atomic():
            self._found_paper()
            self._draw_pictures()
            for number, story in enumerate(self._oldest_first(), 1):
                self.codes[story.slug] = self._write(story)
                self.progress("stories", number, len(self.stories))
            for story in self.stories:
                self._relate(story)
                self._comment(story)
            self._advertise()
            self._leave_drafts()
            self._set_front()
            count_marks(self.progress)

    # The house ---------------------------------------------------------------------

    def _found_paper(self) -> None:
        paper = Paper.load()
        for field in ("name", "motto", "about", "contact"):
            setattr(paper, field, self.cast["paper"][field].strip())
        paper.save()
        for order, found in enumerate(self.cast["section"], 1):
            self.sections[found["key"]] = Section.objects.create(order=order, **found)
        for found in self.cast["writer"]:
            self.writers[found["key"]] = self._hire(**found)
        for order, found in enumerate(self.cast["category"], 1):
            Category.objects.create(order=order, **found)

    def _hire(self, key: str, name: str, title: str, about: str) -> Writer:
        """Make a writer, and a user with a role for those who log in."""
        writer = Writer(name=name, title=title, about=about)
        if key in STAFF:
            first, _, last = name.partition(" ")
            user = User.objects.create_user(
                key, f"{key}@example.org", PASSWORD, first_name=first, last_name=last
            )
            user.groups.add(Group.objects.get(name=STAFF[key]))
            desk, _ = Desk.objects.get_or_create(name="میز خبر")
            desk.members.add(user)
            writer.user = self.users[key] = user
        writer.save()
        return writer

    # Pictures ----------------------------------------------------------------------

    def _draw_pictures(self) -> None:
        """Draw every picture that stories and advertisements name, on all cores."""
        wanted = self._wanted_pictures()
        names = list(dict.fromkeys([*wanted, *self._advertised()]))
        with ProcessPoolExecutor(os.cpu_count()) as pool:
            for number, (name, body) in enumerate(
                zip(names, pool.map(draw, names), strict=True), 1
            ):
                self.drawn[name] = body
                if name in wanted:
                    self.pictures[name] = self._keep(wanted[name], body)
                self.progress("pictures", number, len(names))

    def _advertised(self) -> Iterator[str]:
        for ad in self.ads:
            yield from ad.get("pictures", [])

    def _wanted_pictures(self) -> dict[str, DemoPicture]:
        """Return the pictures of stories by name, with the words that stand beside each first."""
        wanted = {}
        for story in self.stories:
            head = story.head
            if head.get("picture"):
                name = head["picture"]
                words = (head.get("picture_caption", ""), head.get("picture_alt", ""))
                wanted[name] = DemoPicture(name, *words)
            for block in story.body:
                for found in block.pictures:
                    wanted.setdefault(found.name, found)
        return wanted

    def _keep(self, wanted: DemoPicture, body: bytes) -> Picture:
        made: Picture = Picture.objects.create(
            title=wanted.caption[:200] or wanted.name,
            alt=wanted.alt or wanted.caption,
            credit="نقاش چاشتگاه",
            rights=Picture.Rights.OWN,
            file=ContentFile(body, f"{wanted.name.replace('/', '-')}.jpg"),
        )
        return made

    # Stories -----------------------------------------------------------------------

    def _oldest_first(self) -> list[DemoStory]:
        return sorted(self.stories, key=self._moment)

    def _moment(self, story: DemoStory) -> datetime:
        """Return when a story was published: some days ago, never in the time to come."""
        day = self.now.astimezone(TEHRAN).date() - timedelta(days=story.head["days_ago"])
        hour, minute = map(int, story.head["time"].split(":"))
        moment = datetime(day.year, day.month, day.day, hour, minute, tzinfo=TEHRAN)
        while moment > self.now:
            moment -= timedelta(days=1)
        return moment

    def _write(self, story: DemoStory) -> Story:
        """Write one story and publish it as of its day."""
        head, moment = story.head, self._moment(story)
        record = Story(
            kind=head["kind"],
            kicker=head.get("kicker", ""),
            headline=head["headline"],
            short_headline=head.get("short_headline", ""),
            lead=head.get("lead", ""),
            bullets=head.get("bullets", []),
            section=self.sections[story.section],
            dateline=head.get("dateline", ""),
            picture=self.pictures.get(head.get("picture", "")),
            picture_caption=head.get("picture_caption", ""),
            desk=Desk.objects.first(),
            written_by=self.users["sara"],
            body=[raw for block in story.body if (raw := self._raw(block))],
            live=True,
            first_published_at=moment,
        )
        record.bylines = [self._byline(name) for name in head.get("byline", [])]
        record.topics = list(self._topics(head))
        record.further_sections = [self.sections[key] for key in head.get("sections", [])]
        if head.get("source"):
            record.sources = [Source(**head["source"])]
        corrections = head.get("corrections", [])
        record.corrections = [
            Correction(text=note["text"], made_at=self._after(moment, note["hours_after"]))
            for note in corrections
        ]
        last = max([moment, *(note.made_at for note in record.corrections.all())])
        record.last_published_at = last
        record.save()
        self._publish(record, last)
        return record

    def _publish(self, record: Story, moment: datetime) -> None:
        """Give a story the revision that was published."""
        revision = record.save_revision(user=self.users["sara"], log_action=True)
        Revision.objects.filter(pk=revision.pk).update(created_at=moment)
        Story.objects.filter(pk=record.pk).update(
            live_revision=revision, has_unpublished_changes=False, changed_at=moment
        )

    def _after(self, moment: datetime, hours: float) -> datetime:
        return min(moment + timedelta(hours=hours), self.now)

    def _byline(self, name: str) -> Byline:
        writer = self.writers.get(name)
        return Byline(writer=writer) if writer else Byline(guest=name)

    def _topics(self, head: dict[str, Any]) -> Iterator[Topic]:
        kinds = (("people", "person"), ("places", "place"), ("subjects", "subject"))
        for key, kind in kinds:
            for name in head.get(key, []):
                yield Topic.objects.get_or_create(kind=kind, name=name)[0]

    def _raw(self, block: DemoBlock) -> dict[str, Any] | None:
        """Return one block of a body as the body's field stores it."""
        value = _VALUES[block.kind](self, block)
        return None if value is None else {"type": block.kind, "value": value}

    def _picture_value(self, found: DemoPicture) -> dict[str, Any]:
        return {
            "picture": self.pictures[found.name].pk,
            "caption": found.caption,
            "alt": found.alt,
        }

    def _video_value(self, block: DemoBlock) -> dict[str, Any] | None:
        place = HERE / "videos" / block.slug
        if not place.exists():
            return None
        document = Document.objects.create(
            title=block.text, file=ContentFile(place.read_bytes(), block.slug)
        )
        return {"file": document.pk, "address": "", "caption": block.text}

    def _related_value(self, block: DemoBlock) -> int | None:
        """A story that is written later is set inline when all are written (see _relate)."""
        story = self.codes.get(block.slug)
        return story.pk if story else None

    def _relate(self, story: DemoStory) -> None:
        """Set the related stories, and inline ones that were written after this one."""
        record = self.codes[story.slug]
        found = [self.codes[slug] for slug in story.head.get("related", []) if slug in self.codes]
        late = any(
            block.kind == "related" and self.codes[block.slug].pk > record.pk
            for block in story.body
        )
        if not found and not late:
            return
        record = Story.objects.get(pk=record.pk)
        record.related_stories = [RelatedStory(related=each) for each in found]
        record.body = [raw for block in story.body if (raw := self._raw(block))]
        record.save()
        self._publish(record, record.last_published_at)

    # What readers sent ---------------------------------------------------------------

    def _comment(self, story: DemoStory) -> None:
        record = self.codes[story.slug]
        for found in story.head.get("comments", []):
            sent = self._after(record.first_published_at, found.get("hours_after", 1))
            comment = Comment.objects.create(
                story=record, name=found["name"], text=found["text"], sent_at=sent
            )
            if found["state"] == "published":
                comment.publish(self.users["arash"])
            elif found["state"] == "rejected":
                comment.reject(self.users["arash"], found.get("reason") or "بیرون از موضوع")
            if found.get("answer"):
                comment.answer(self.users["maryam"], found["answer"])

    def _advertise(self) -> None:
        for number, found in enumerate(self.ads, 1):
            self._place(found)
            self.progress("classifieds", number, len(self.ads))

    def _place(self, found: dict[str, Any]) -> None:
        """Take one advertisement in, and decide about it as the demo says."""
        copy = Copy(
            category=Category.objects.get(key=found["category"]),
            title=found["title"],
            city=found["city"],
            text=found["text"],
            price=found["price"] or None,
            phone=found["phone"],
        )
        pictures = [
            encode(SimpleUploadedFile("picture.jpg", self.drawn[name], "image/jpeg"))
            for name in found.get("pictures", [])
        ]
        ad = Advertisement.submit(copy, pictures).advertisement
        ago = self.now - timedelta(days=found["days_ago"])
        if found["state"] in {"approved", "expired"}:
            ad.approve(self.users["maryam"])
            Advertisement.objects.filter(pk=ad.pk).update(
                created_at=ago, approved_at=ago, expires_at=ago + timedelta(days=30)
            )
        if found["state"] == "expired":
            ad.refresh_from_db()
            ad.expire()
        if found["state"] == "rejected":
            ad.reject(self.users["maryam"], "شماره یا شرح آگهی کامل نیست.")

    def _leave_drafts(self) -> None:
        """Leave three drafts on the desks, one of them on its way to the editor in chief."""
        text = (HERE / "drafts.toml").read_text(encoding="utf-8")
        for number, draft in enumerate(tomllib.loads(text)["draft"]):
            record = Story(
                section=self.sections[draft["section"]],
                headline=draft["headline"],
                lead=draft["lead"],
                live=False,
                written_by=self.users["sara"],
                body=[{"type": "paragraph", "value": f"<p>{draft['lead']}</p>"}],
            )
            record.bylines = [Byline(writer=self.writers["sara"])]
            record.save()
            record.save_revision(user=self.users["sara"])
            if number == 0:
                record.get_workflow().start(record, self.users["sara"])

    def _set_front(self) -> None:
        """Set the front page by hand in part, as the editor in chief did."""
        maryam = self.users["maryam"]
        change_draft(MAIN, maryam, self._as_set).publish(maryam)

    def _as_set(self, now: Arrangement) -> Arrangement:
        for found in self.cast["front"]:
            container = now.container(found["container"])
            if container is None:
                raise ValueError(f"cast.toml names no container of the front: {found}")
            words = (found.get("kicker", ""), found.get("headline", ""))
            item = Item(self.codes[found["story"]].pk, *words)
            now = now.with_container(replace(container, items=(*container.items, item)))
        return now


_VALUES: Final[dict[str, Callable[[Loader, DemoBlock], Any]]] = {
    "paragraph": lambda loader, block: block.html,
    "cross_head": lambda loader, block: block.text,
    "quote": lambda loader, block: {"text": block.text, "speaker": block.speaker},
    "picture": lambda loader, block: loader._picture_value(block.pictures[0]),
    "gallery": lambda loader, block: [loader._picture_value(each) for each in block.pictures],
    "table": lambda loader, block: {"caption": block.text, "table": table_value(block.rows)},
    "video": lambda loader, block: loader._video_value(block),
    "related": lambda loader, block: loader._related_value(block),
}


def draw(name: str) -> bytes:
    """Return a demo picture as a JPEG file."""
    canvas = io.BytesIO()
    painter.draw(name, PICTURE_SIZE).save(canvas, "JPEG", quality=90)
    return canvas.getvalue()


def table_value(rows: tuple[tuple[str, ...], ...]) -> dict[str, Any]:
    """Return rows (the first is the head) as a typed table stores them."""
    head, *body = rows
    width = len(head)
    return {
        "columns": [{"type": "text", "heading": heading} for heading in head],
        "rows": [{"values": [*row, *[""] * width][:width]} for row in body],
        "caption": "",
    }


def is_demo() -> bool:
    """Say whether the demo's staff can log in here."""
    return User.objects.filter(username__in=STAFF, email__endswith="@example.org").count() == len(
        STAFF
    )
