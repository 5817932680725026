"""A story's parts as plain text: what the desk reads, and what it learns."""

from datetime import timedelta

import pytest
from django.utils import timezone

from dabir.newsroom.copydesk.archive import stories_changed_since
from dabir.newsroom.copydesk.parts import names, parts, plain_paragraphs
from dabir.newsroom.models import Story, Topic
from dabir.persian import HALF_SPACE, JalaliDay


@pytest.mark.parametrize(
    ("html", "plain"),
    [
        ("<p>یک</p><p>دو</p>", ["یک", "دو"]),
        ("<p>یک<b>پارچه</b> و <a href='#'>پیوند</a></p>", ["یکپارچه و پیوند"]),
        ("<ul><li>یک</li><li>دو</li></ul>", ["یک", "دو"]),
        ("<p>سطر<br/>دیگر</p>", ["سطر\nدیگر"]),
        ("<p>&lt;گیومه&gt; &amp; «نقل»</p>", ["<گیومه> & «نقل»"]),
        ("<p></p><p> </p>", []),
        ("بی نشانه", ["بی نشانه"]),
        ("<p>ناتمام", ["ناتمام"]),
    ],
)
def test_rich_text_is_told_as_its_editor_shows_it(html, plain):
    assert plain_paragraphs(html) == plain


def test_every_part_is_told_in_its_order(write, picture, topic):
    caption = {"picture": picture, "caption": "شرح"}
    story = write(
        kicker="روتیتر",
        headline="تیتر",
        short_headline="کوتاه",
        lead="لید\nسطر دوم لید",
        bullets=["نکته"],
        picture_caption="شرح عکس اصلی",
        body=[
            ("paragraph", f"<p>می{HALF_SPACE}رود</p><p>بند دوم</p>"),
            ("cross_head", "میان"),
            ("quote", {"text": "نقل", "speaker": "گوینده"}),
            ("picture", caption),
            ("gallery", [caption, caption]),
            ("related", None),
        ],
    )
    assert [tuple(part) for part in parts(story)] == [
        ("kicker", "روتیتر"),
        ("headline", "تیتر"),
        ("short_headline", "کوتاه"),
        ("lead", "لید"),
        ("lead", "سطر دوم لید"),
        ("bullet", "نکته"),
        ("caption", "شرح عکس اصلی"),
        ("body", f"می{HALF_SPACE}رود"),
        ("body", "بند دوم"),
        ("cross_head", "میان"),
        ("quote", "نقل"),
        ("caption", "شرح"),
        ("caption", "شرح"),
        ("caption", "شرح"),
    ]


def test_names_are_those_that_its_desk_filed_it_under(draft):
    draft.topics.add(Topic.objects.create(name="دریوکاس", kind="person"))
    assert names(draft) == {"سارا رها", "دریوکاس"}


def learnt(moment=None):
    return {each.code: each for each in stories_changed_since(moment)}


def test_the_desk_learns_what_readers_see(story, draft):
    (lesson,) = learnt().values()
    assert lesson.code == story.pk
    assert lesson.day == JalaliDay.of(story.first_published_at).gregorian
    assert lesson.paragraphs[:2] == ["پس از دو سال", "پل عابر پیاده باز شد"]


def test_a_draft_over_a_live_story_teaches_nothing_yet(story):
    story.headline = "تیتر تازه"
    story.save_revision()
    assert "تیتر تازه" not in learnt()[story.pk].paragraphs


def test_what_was_withdrawn_comes_without_words(story):
    story.unpublish()
    assert learnt()[story.pk].paragraphs == []


def test_only_what_changed_since_is_told_oldest_first(story, write, maryam):
    old = timezone.now() - timedelta(days=2)
    Story.objects.filter(pk=story.pk).update(changed_at=old)
    new = write(headline="خبر تازه")
    new.latest_revision.publish(user=maryam)
    assert list(learnt()) == [story.pk, new.pk]
    assert list(learnt(old + timedelta(seconds=1))) == [new.pk]
    assert list(learnt(old)) == [story.pk, new.pk]
