"""A reporter writes a story."""

import re

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from dabir.newsroom.forms.story import LinesField
from dabir.newsroom.models import Picture, RelatedStory, Story, Writer
from dabir.persian import HALF_SPACE
from tests.newsroom.conftest import add, edit, story_url

TABS = ["متن", "جای خبر", f"نام{HALF_SPACE}ها", "خبرهای مرتبط", "اصلاحیه", "زمان"]


def written() -> Story:
    return Story.objects.get()


def test_a_new_story_is_a_draft_of_its_writer(as_sara, sara, typed):
    response = add(as_sara, typed())
    story = written()
    assert response.status_code == 302
    assert not story.live
    assert story.written_by == sara
    assert story.latest_revision.user == sara
    assert story.first_published_at is None


def test_the_form_begins_with_the_name_of_who_writes(as_sara, sara):
    page = as_sara.get(story_url("add"))
    form = page.context["form"].formsets["bylines"].forms[0]
    assert form.instance.writer == sara.writer


def test_who_has_no_writer_s_name_begins_without_a_byline(as_maryam):
    page = as_maryam.get(story_url("add"))
    assert not page.context["form"].formsets["bylines"].forms


def test_the_name_that_was_offered_is_kept_once(as_sara, sara, typed):
    offered = [{"id": "", "writer": str(sara.writer.pk), "guest": "", "ORDER": "1"}]
    data = typed() | nested_form_data({"bylines": inline_formset(offered, initial=1)})
    add(as_sara, data)
    assert [byline.writer for byline in written().bylines.all()] == [sara.writer]


def test_a_guest_needs_a_name_only(as_sara, typed):
    guest = [{"writer": "", "guest": "شهین مهمان", "ORDER": "1"}]
    add(as_sara, typed(bylines=inline_formset(guest)))
    assert [byline.name for byline in written().bylines.all()] == ["شهین مهمان"]


def test_a_byline_is_not_both(as_sara, sara, typed):
    both = [{"writer": str(sara.writer.pk), "guest": "شهین مهمان", "ORDER": "1"}]
    response = add(as_sara, typed(bylines=inline_formset(both)))
    assert response.status_code == 200
    assert "یا نویسنده را برگزینید یا نام میهمان را بنویسید" in response.content.decode()


@pytest.mark.parametrize("field", ["section", "headline"])
def test_even_a_draft_needs_a_section_and_a_headline(as_sara, typed, field):
    response = add(as_sara, typed(**{field: ""}))
    assert response.status_code == 200
    assert field in response.context["form"].errors
    assert not Story.objects.exists()


def test_bullets_are_typed_one_a_line(as_sara, typed):
    add(as_sara, typed(bullets="یکم\n\n  دوم  \n"))
    assert written().bullets == ["یکم", "دوم"]
    page = as_sara.get(story_url("edit", written().pk))
    assert "یکم\nدوم</textarea>" in page.content.decode()


def test_too_many_bullets_and_too_long_ones_are_refused(as_sara, typed):
    assert "bullets" in add(as_sara, typed(bullets="\n".join("ا" * 13))).context["form"].errors
    assert "bullets" in add(as_sara, typed(bullets="ا" * 301)).context["form"].errors
    assert not Story.objects.exists()


def test_words_stay_as_they_were_typed(as_sara, typed):
    headline = f"۲۰ نیمکت{HALF_SPACE}ی G20 در 1405"
    add(as_sara, typed(headline=headline))
    assert written().headline == headline


def test_all_of_the_form_is_kept(as_sara, typed, story, other_section, topic, picture, desk):
    add(
        as_sara,
        typed(
            kind=Story.Kind.REPORT,
            kicker="در پارک شهر",
            further_sections=[str(other_section.pk)],
            topics=[str(topic.pk)],
            desk=str(desk.pk),
            dateline="تبریز",
            picture=str(picture.pk),
            picture_caption="نیمکت زیر چنار",
            comments_closed="on",
            sources=inline_formset(
                [{"outlet": "خبرگزاری نمونه", "kind": "agency", "address": "https://example.org/1"}]
            ),
            related_stories=inline_formset([{"related": str(story.pk), "ORDER": "1"}]),
        ),
    )
    new = Story.objects.exclude(pk=story.pk).get()
    assert new.kind == "report"
    assert list(new.further_sections.all()) == [other_section]
    assert list(new.topics.all()) == [topic]
    assert new.desk == desk
    assert new.picture == Picture.objects.get()
    assert new.comments_closed
    assert new.sources.get().outlet == "خبرگزاری نمونه"
    assert new.related_stories.get().related == story


def test_a_related_story_needs_a_story_or_a_headline(as_sara, typed):
    empty = [{"related": "", "kicker": "بی تیتر", "headline": "", "ORDER": "1"}]
    response = add(as_sara, typed(related_stories=inline_formset(empty)))
    assert "خبر مرتبط را برگزینید یا تیتر آن را بنویسید" in response.content.decode()
    assert not RelatedStory.objects.exists()


def test_a_story_has_one_source_at_most(as_sara, typed):
    two = [{"outlet": "یکم", "kind": "report"}, {"outlet": "دوم", "kind": "report"}]
    response = add(as_sara, typed(sources=inline_formset(two)))
    assert response.status_code == 200
    assert not Story.objects.exists()


def test_its_own_section_is_no_further_section(as_sara, typed, section, other_section):
    both = [str(section.pk), str(other_section.pk)]
    add(as_sara, typed(further_sections=both))
    assert list(written().further_sections.all()) == [other_section]


def test_a_draft_is_written_on(as_sara, draft, typed):
    edit(as_sara, draft, typed(headline="مسیر تا ایستگاه قطار رسید"))
    draft.refresh_from_db()
    assert draft.headline == "مسیر تا ایستگاه قطار رسید"
    assert draft.revisions.count() == 2


def test_autosave_answers_in_json(as_sara, draft, typed):
    response = as_sara.post(
        story_url("edit", draft.pk),
        typed(headline="در راه"),
        headers={"Accept": "application/json"},
    )
    assert response.json()["success"]
    draft.refresh_from_db()
    assert draft.headline == "در راه"


def test_what_follows_the_first_autosave_is_a_part_of_the_page_without_its_form(as_sara, draft):
    """The form that one writes in goes on; with a second one, each text had two editors."""
    part = as_sara.get(story_url("edit", draft.pk), {"_w_hydrate_create_view": "1"})
    assert "wagtailadmin/generic/edit_partials.html" in {each.name for each in part.templates}
    shown = part.content.decode()
    assert "<html" not in shown
    assert 'id="body"' not in shown
    assert "copydesk-settings" not in shown


def test_the_form_counts_letters_and_is_in_the_order_of_work(as_sara, draft):
    page = as_sara.get(story_url("edit", draft.pk)).content.decode()
    assert 'data-count-usual="51" data-count-most="87"' in page
    assert 'data-count-usual="140" data-count-most="248"' in page
    tabs = re.findall(r'role="tab"[^>]*>\s*([^<]+?)\s*<', page)
    assert tabs[:6] == TABS


def test_nobody_else_comes_in(client, draft):
    response = client.get(story_url("edit", draft.pk))
    assert response.status_code == 302
    assert response.url.startswith(reverse("wagtailadmin_login"))


def test_the_body_takes_blocks(as_sara, typed, story):
    body = streamfield(
        [
            ("paragraph", rich_text("<p>یکم</p>")),
            ("cross_head", "دوم"),
            ("related", str(story.pk)),
        ]
    )
    add(as_sara, typed(body=body))
    new = Story.objects.exclude(pk=story.pk).get()
    assert [block.block_type for block in new.body] == ["paragraph", "cross_head", "related"]


def test_a_writer_is_offered_by_name(as_sara, draft, db):
    Writer.objects.create(name="لاله بادگیر")
    assert "لاله بادگیر" in as_sara.get(story_url("edit", draft.pk)).content.decode()


def test_bullets_that_were_refused_stay_in_the_box(as_sara, typed):
    response = add(as_sara, typed(bullets="\n".join("ا" * 13)))
    assert "\n".join("ا" * 13) in response.content.decode()


def test_a_list_of_lines_may_be_required():
    field = LinesField(required=True)
    with pytest.raises(ValidationError):
        field.clean("  \n ")
    assert field.clean(["یکم"]) == ["یکم"]


def test_an_open_choice_asks_in_words(as_sara):
    page = BeautifulSoup(as_sara.get(story_url("add")).content, "html.parser")
    for name in ("section", "desk"):
        assert page.select_one(f"#id_{name} option").get_text() == "برگزینید…"
