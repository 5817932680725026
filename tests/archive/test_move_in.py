"""A page becomes a live story, with its page kept beside it."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from dabir.archive.importers import VERSION, PageRecord, read_page
from dabir.archive.making import DAY_AHEAD, PUBLISHED_NOW
from dabir.archive.models import Original
from dabir.archive.moving import Deed, RefusedError, Report, move_in
from dabir.archive.signals import moved_in
from dabir.newsroom.models import Section, Story, Topic
from dabir.persian import JalaliDay
from dabir.persian.jalali import TEHRAN
from tests.archive.conftest import (
    BODY,
    HEADLINE,
    LEAD,
    RELATED,
    agency_page,
    daily_page,
    page,
    told,
)

pytestmark = pytest.mark.django_db

KICKER = "شهردار در گفتگو با خبرنگاران:"


def move(text: str, path: str = "/old/712034.txt", **options: Any) -> Report:
    """Move a page in."""
    return move_in(read_page(text), text, path, **options)


def test_the_story_keeps_its_code_and_its_words() -> None:
    report = move(daily_page(HEADLINE, "۷۱۲۰۳۴", RELATED, "", KICKER, ""))

    story = Story.objects.get(pk=712034)
    assert (report.outcome, report.code) == (Deed.MOVED_IN, 712034)
    assert (story.kicker, story.headline, story.lead) == (KICKER, HEADLINE, LEAD)
    assert story.live
    assert not story.has_unpublished_changes
    assert [block.block_type for block in story.body] == ["paragraph"]
    assert str(story.body[0].value.source) == "".join(f"<p>{text}</p>" for text in BODY)


def test_without_a_code_it_gets_a_new_one_past_the_others(story: Story) -> None:
    assert (move(agency_page()).code or 0) > story.pk


def test_the_source_is_kept() -> None:
    source = Story.objects.get(pk=move(daily_page()).code).sources.get()

    assert source.own_outlet == "روزنامه صبح"
    assert source.outlet == "روابط عمومی شهرداری"
    assert source.kind == "report"


def test_a_story_without_a_source_line_has_none() -> None:
    text = page(HEADLINE, "", LEAD, "", told(*BODY[1:]))

    assert not Story.objects.get(pk=move(text).code).sources.exists()


def test_the_counters_are_kept() -> None:
    story = Story.objects.get(pk=move(daily_page()).code)

    assert (story.pending_comments, story.published_comments, story.rejected_comments) == (2, 5, 0)


def test_markup_in_the_text_stays_text() -> None:
    nasty = "<script>alert(1)</script> & «شهر» این جا نوشته شده است که دیده شود."

    story = Story.objects.get(pk=move(agency_page(body=[*BODY, nasty])).code)

    assert "<script>" not in str(story.body[0].value.source)
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; «شهر»" in str(story.body[0].value.source)


def test_a_lead_that_the_body_repeats_is_told_once() -> None:
    text = page(HEADLINE, "کد خبر: ۷۱۲۰۳۴", "", LEAD, "", LEAD, "", told(*BODY))

    story = Story.objects.get(pk=move(text).code)

    assert story.lead == LEAD
    assert LEAD not in str(story.body[0].value.source)


def test_a_picture_story_has_a_headline_and_a_lead_alone() -> None:
    report = move_in(PageRecord(HEADLINE, lead=LEAD), "…", "/old/pictures.txt")

    story = Story.objects.get(pk=report.code)
    assert story.lead == LEAD
    assert len(story.body) == 0


def test_it_is_published_at_the_pages_moment() -> None:
    story = Story.objects.get(pk=move(agency_page()).code)

    moment = datetime(2019, 8, 27, 15, 55, tzinfo=TEHRAN)
    assert story.first_published_at == story.last_published_at == moment


def test_an_update_is_the_last_publication() -> None:
    text = page(
        HEADLINE,
        "کد خبر: ۷۱۲۰۳۴",
        "تاریخ انتشار: ۱۳۹۸/۰۶/۰۵ ۱۵:۵۵",
        "به روز رسانی: ۱۳۹۸/۰۶/۰۷ ۱۰:۰۰",
        "",
        LEAD,
        "",
        told(*BODY),
    )

    story = Story.objects.get(pk=move(text).code)

    assert story.last_published_at == datetime(2019, 8, 29, 10, 0, tzinfo=TEHRAN)


def test_a_page_that_tells_no_day_is_published_on_the_given_one() -> None:
    report = move(daily_page(), day=JalaliDay(1395, 3, 21))

    story = Story.objects.get(pk=report.code)
    assert story.first_published_at == JalaliDay(1395, 3, 21).begins
    assert PUBLISHED_NOW not in report.unsure


def test_without_a_given_day_it_is_published_now_and_it_says_so() -> None:
    report = move(daily_page())

    story = Story.objects.get(pk=report.code)
    assert story.first_published_at
    assert timezone.now() - story.first_published_at < timedelta(minutes=1)
    assert PUBLISHED_NOW in report.unsure


def test_a_day_still_to_come_is_not_taken() -> None:
    text = agency_page().replace("۵ شهریور ۱۳۹۸", "۵ شهریور ۱۴۹۸")

    report = move(text)

    assert DAY_AHEAD in report.unsure
    assert Story.objects.get(pk=report.code).first_published_at <= datetime.now(UTC)


def test_the_section_that_the_page_names_is_taken_if_the_paper_has_it(section: Section) -> None:
    text = page("صفحه نخست » شهر", agency_page())

    assert Story.objects.get(pk=move(text).code).section == section


def test_else_a_section_of_all_sorts_is_made_once(section: Section) -> None:
    stories = [move(daily_page(HEADLINE, "۷۱۲۰۳۴")), move(agency_page(), "/old/other.txt")]

    miscellany = Section.objects.get(key="miscellany")
    assert miscellany.name == "گوناگون"
    assert miscellany.order == 1
    assert miscellany.stories.count() == len(stories)


def test_a_section_that_the_paper_does_not_have_is_not_made(section: Section) -> None:
    story = Story.objects.get(pk=move(page("صفحه نخست » ورزش", agency_page())).code)

    assert story.section.key == "miscellany"
    assert Section.objects.count() == 2


def test_tags_become_topics_once(topic: Topic) -> None:
    move(agency_page(below="برچسب ها: دوچرخه، كتاب"))
    move(agency_page(below="برچسب ها: کتاب"), "/old/other.txt")

    assert set(Topic.objects.values_list("name", flat=True)) == {"دوچرخه", "كتاب", "کتاب"}
    assert topic.stories.count() == 1


def test_who_wrote_it_is_a_guest() -> None:
    text = page(HEADLINE, "نویسنده: نگار پارسا", "", LEAD, "", told(*BODY))

    assert [str(row) for row in Story.objects.get(pk=move(text).code).bylines.all()] == [
        "نگار پارسا"
    ]


def test_the_old_address_and_the_file_are_known() -> None:
    text = agency_page(below="https://sobh.ir/news/712034/slug")

    story = Story.objects.get(pk=move(text).code)

    assert story.pk == 712034
    assert story.old_address == "https://sobh.ir/news/712034/slug"
    assert story.imported_from == "/old/712034.txt"


def test_the_page_is_kept_as_it_came_with_its_spans() -> None:
    text = daily_page()
    move(text)

    original = Original.objects.get(story_id=712034)
    start, end = original.spans["headline"]
    assert original.text == text
    assert text[start:end] == HEADLINE
    assert (original.path, original.importer) == ("/old/712034.txt", VERSION)
    assert str(original) == original.path
    assert not original.was_edited


def test_a_related_story_that_is_not_here_keeps_its_words() -> None:
    move(daily_page(HEADLINE, "۷۱۲۰۳۴", "با حضور ناشران برگزار شد", "", RELATED, ""))

    row = Story.objects.get(pk=712034).related_stories.get()
    assert (row.related, row.kicker, row.headline) == (None, "با حضور ناشران برگزار شد", RELATED)


def test_a_related_story_that_moved_in_before_is_linked() -> None:
    first = move(daily_page(RELATED.replace("ی", "ي"), "۵۰۰"), "/old/500.txt")

    move(daily_page(HEADLINE, "۷۱۲۰۳۴", RELATED, ""))

    row = Story.objects.get(pk=712034).related_stories.get()
    assert (row.related_id, row.headline) == (first.code, "")


def test_a_related_story_that_was_written_here_is_linked(story: Story) -> None:
    move(daily_page(HEADLINE, "۷۱۲۰۳۴", story.headline + "؟", ""))

    assert Story.objects.get(pk=712034).related_stories.get().related == story


def test_a_code_of_another_story_is_refused(story: Story) -> None:
    code = f"{story.pk:04}"

    with pytest.raises(
        RefusedError, match=f"The code {story.pk} belongs to another story: «{story}»"
    ):
        move(daily_page(HEADLINE, code))

    assert not Original.objects.exists()


def test_a_very_long_path_is_kept_by_its_end() -> None:
    path = "/" + "a/" * 300 + "712034.txt"

    move(daily_page(), path)

    assert path.endswith(Story.objects.get(pk=712034).imported_from)


def test_the_rooms_above_hear_of_it() -> None:
    heard: list[int] = []

    def hear(sender: Any, codes: list[int], **kwargs: Any) -> None:
        heard.extend(codes)

    moved_in.connect(hear, sender=Story)
    move(daily_page())
    move(daily_page())
    moved_in.disconnect(hear, sender=Story)

    assert heard == [712034]
