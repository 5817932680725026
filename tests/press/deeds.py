"""A small newsroom to whom things happen, for tests of the press over random histories."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image

from dabir.archive.models import Suggestion
from dabir.classifieds.models import Advertisement, Category
from dabir.classifieds.models.advertisement import Copy
from dabir.comments.models import Comment
from dabir.newsroom.fronts.arrangement import MAIN, Arrangement, By, Item, Rule
from dabir.newsroom.models import (
    BreakingBar,
    Byline,
    Correction,
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
from dabir.press.clock import Clock

WORDS = ["باران", "پل", "کتاب", "رود", "بازار", "درخت", "قطار"]


class Newsroom:
    """A small newsroom to whom things happen. Each deed takes two numbers to choose by."""

    def __init__(self, theme: Path | None = None) -> None:
        self.theme = theme
        """Where templates may be written."""
        self.editor = User.objects.create_superuser("maryam")
        self.sections = [
            Section.objects.create(key=key, name=key, order=order)
            for order, key in enumerate(("city", "science", "sport"))
        ]
        self.topics = [Topic.objects.create(name=word) for word in WORDS[:4]]
        self.writer = Writer.objects.create(name="سارا")
        self.categories = [Category.objects.create(key=key, name=key) for key in ("home", "books")]
        canvas = io.BytesIO()
        Image.new("RGB", (40, 30), "#276").save(canvas, "PNG")
        self.picture = Picture.objects.create(
            title="عکس", file=ContentFile(canvas.getvalue(), "picture.png")
        )
        self.now = timezone.now()

    def story(self, a: int) -> Story | None:
        found = list(Story.objects.order_by("code"))
        return found[a % len(found)] if found else None

    def publish(self, story: Story) -> None:
        story.save_revision(user=self.editor).publish(user=self.editor)

    # Deeds ------------------------------------------------------------------------------
    def publish_new(self, a: int, b: int) -> None:
        story = Story(
            headline=WORDS[a],
            kind=[Story.Kind.NEWS, Story.Kind.PHOTO, Story.Kind.NOTE][b % 3],
            section=self.sections[a % 3],
            picture=self.picture if b % 2 else None,
            live=False,
            body=[("paragraph", f"<p>{WORDS[b]}</p>")],
            first_published_at=self.now - timedelta(days=[0, 0, 1, 2, 40, 400, 0][b]),
        )
        story.topics = [self.topics[b % 4]]
        story.bylines = [Byline(writer=self.writer)]
        story.save()
        self.publish(story)

    def leave_draft(self, a: int, b: int) -> None:
        Story.objects.create(headline=WORDS[a], section=self.sections[b % 3], live=False)

    def retitle(self, a: int, b: int) -> None:
        if story := self.story(a):
            story.headline, story.kicker = WORDS[b], WORDS[a]
            self.publish(story)

    def rewrite(self, a: int, b: int) -> None:
        if story := self.story(a):
            story.body = [("paragraph", f"<p>{WORDS[b]} {WORDS[a]}</p>")]
            self.publish(story)

    def edit_draft_of_live(self, a: int, b: int) -> None:
        if story := self.story(a):
            story.headline = f"پیش نویس {WORDS[b]}"
            story.save_revision(user=self.editor)

    def move(self, a: int, b: int) -> None:
        if story := self.story(a):
            story.section = self.sections[b % 3]
            story.further_sections = [self.sections[(b + 1) % 3]] if b % 2 else []
            self.publish(story)

    def retag(self, a: int, b: int) -> None:
        if story := self.story(a):
            story.topics = [topic for n, topic in enumerate(self.topics) if (b + n) % 3 == 0]
            self.publish(story)

    def date_otherwise(self, a: int, b: int) -> None:
        if story := self.story(a):
            story.first_published_at = self.now - timedelta(days=31 * b)
            story.save(update_fields=["first_published_at"])
            self.publish(story)

    def change_picture(self, a: int, b: int) -> None:
        if story := self.story(a):
            story.picture = None if story.picture else self.picture
            self.publish(story)

    def correct(self, a: int, b: int) -> None:
        if story := self.story(a):
            story.corrections = [Correction(text=WORDS[b])]
            self.publish(story)

    def attribute(self, a: int, b: int) -> None:
        if story := self.story(a):
            story.sources = [Source(outlet=WORDS[b])] if b % 2 else []
            self.publish(story)

    def relate(self, a: int, b: int) -> None:
        if (story := self.story(a)) and (other := self.story(b)):
            story.related_stories = [RelatedStory(related=other)]
            self.publish(story)

    def suggest(self, a: int, b: int) -> None:
        if story := self.story(a):
            codes = [other.pk for n in range(3) if (other := self.story(b + n)) and other != story]
            Suggestion.objects.update_or_create(
                pk=story.pk, defaults={"codes": codes, "silent": b == 5}
            )

    def withdraw(self, a: int, b: int) -> None:
        if story := self.story(a):
            story.unpublish(user=self.editor)

    def delete(self, a: int, b: int) -> None:
        if story := self.story(a):
            story.delete()

    def rename_section(self, a: int, b: int) -> None:
        section = self.sections[a % 3]
        section.name = WORDS[b]
        section.save()

    def readdress_section(self, a: int, b: int) -> None:
        section = self.sections[a % 3]
        section.key = f"key-{a}-{b}"
        if not Section.objects.filter(key=section.key).exists():
            section.save()

    def rename_topic(self, a: int, b: int) -> None:
        topic = self.topics[a % 4]
        topic.name = f"{WORDS[b]} {a}"
        topic.save()

    def rename_writer(self, a: int, b: int) -> None:
        self.writer.name = f"{WORDS[a]} {b}"
        self.writer.save()

    def describe_picture(self, a: int, b: int) -> None:
        self.picture.alt = WORDS[b]
        self.picture.save()

    def rename_paper(self, a: int, b: int) -> None:
        paper = Paper.load()
        paper.name, paper.comments_open = WORDS[a], bool(b % 2)
        paper.save()

    def _change_template(self, a: int, b: int) -> None:
        """Every page has the colophon, so this is tried apart from the other deeds."""
        assert self.theme
        part = self.theme / "parts" / "colophon.html"
        part.parent.mkdir(exist_ok=True)
        part.write_text(f"<footer>{WORDS[a]} {b}</footer>")

    def comment(self, a: int, b: int) -> None:
        if (story := self.story(a)) and story.live:
            Comment.objects.create(story=story, name=WORDS[b], text=WORDS[a])

    def moderate(self, a: int, b: int) -> None:
        if comment := Comment.objects.pending().first():
            if b % 3 == 0:
                comment.reject(self.editor, "بیرون از موضوع")
            elif b % 3 == 1:
                comment.publish(self.editor)
            else:
                comment.answer(self.editor, "سپاس")

    def advertise(self, a: int, b: int) -> None:
        copy = Copy(self.categories[a % 2], WORDS[a], WORDS[b], WORDS[b], None, "09000000000")
        ad = Advertisement.submit(copy).advertisement
        if b % 3:
            ad.approve(self.editor)

    def end_advertisement(self, a: int, b: int) -> None:
        if ad := Advertisement.objects.approved().first():
            if b % 2:
                ad.withdraw()
            else:
                Advertisement.objects.filter(pk=ad.pk).update(expires_at=self.now)
                Advertisement.objects.expire_due(self.now + timedelta(seconds=1))

    def rename_category(self, a: int, b: int) -> None:
        category = self.categories[a % 2]
        category.name = f"{WORDS[b]} {a}"
        category.save()

    # Fronts ------------------------------------------------------------------------------
    def _set_front(self, a: int, change: Callable[[Arrangement], Arrangement]) -> None:
        front = [MAIN, *(section.pk for section in self.sections)][a % 4]
        change_draft(front, self.editor, change).publish(self.editor)

    def curate(self, a: int, b: int) -> None:
        """Set a story into a container, with words of its own or without."""
        if story := self.story(b):
            words = WORDS[a] if a % 2 else ""
            self._set_front(a, lambda now: _set_into(now, a + b, Item(story.pk, words, words)))

    def reorder_front(self, a: int, b: int) -> None:
        def turn(now: Arrangement) -> Arrangement:
            container = now.containers[b % len(now.containers)]
            return now.with_container(replace(container, items=container.items[::-1]))

        self._set_front(a, turn)

    def fill_otherwise(self, a: int, b: int) -> None:
        """Let a container have other places and another rule."""

        def change(now: Arrangement) -> Arrangement:
            container = now.containers[b % len(now.containers)]
            by = list(By)[a % 7]
            of = {By.KIND: "note", By.TOPIC: str(self.topics[a % 4].pk)}.get(by, "")
            rule = Rule(by, of or str(self.sections[a % 3].pk))
            return now.with_container(replace(container, places=1 + b % 3, rule=rule))

        self._set_front(a, change)

    def draft_a_front(self, a: int, b: int) -> None:
        """Set a front and leave it a draft."""
        if story := self.story(b):
            change_draft(MAIN, self.editor, lambda now: _set_into(now, a, Item(story.pk)))

    def write_ahead(self, a: int, b: int) -> None:
        """Set a story that readers do not see yet."""
        story = Story(headline=WORDS[a], section=self.sections[b % 3], live=False)
        story.save()
        self._set_front(a, lambda now: _set_into(now, b, Item(story.pk)))

    def raise_bar(self, a: int, b: int) -> None:
        story = self.story(b) if b % 2 else None
        until = self.now + timedelta(hours=1)
        BreakingBar(text=WORDS[a], story=story, set_by=self.editor, expires_at=until).raise_up()

    def expire_bar(self, a: int, b: int) -> None:
        BreakingBar.objects.filter(ended_at=None).update(expires_at=self.now)
        Clock().strike()


def _set_into(now: Arrangement, where: int, item: Item) -> Arrangement:
    container = now.containers[where % len(now.containers)]
    kept = tuple(each for each in container.items if each.code != item.code)
    return now.with_container(replace(container, items=(item, *kept)))


DEEDS = [name for name in vars(Newsroom) if name not in {"story", "publish"} and name[0] != "_"]
