"""The story's form, in the order of work: text, place, names, related, corrections, time."""

from typing import Any

from django import forms
from django.db import models
from wagtail.admin.compare import (
    FieldComparison,
    TextDiff,
    diff_text,
    register_comparison_class,
)
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PublishingPanel,
    TabbedInterface,
)
from wagtail.admin.widgets import AdminAutoHeightTextInput

from dabir.newsroom import desk
from dabir.newsroom.forms.embargo import EmbargoInput
from dabir.newsroom.forms.story import StoryForm
from dabir.persian import HALF_SPACE
from dabir.persian.jalali import long_moment


def counted(usual: int, most: int) -> dict[str, str]:
    """Return the attributes that put a counter under a field.

    Half of the papers' texts are shorter than ``usual``, 95 % are not longer than ``most``.
    """
    return {"data-count-usual": str(usual), "data-count-most": str(most)}


class BulletsComparison(FieldComparison):
    """Two lists of bullets, line by line."""

    def htmldiff(self) -> Any:
        before, after = ("\n".join(value or []) for value in (self.val_a, self.val_b))
        diff: TextDiff = diff_text(before, after)
        return diff.to_html()


class MomentComparison(FieldComparison):
    """Two moments, as they are read."""

    def __init__(self, field: models.Field[Any, Any], before: Any, after: Any) -> None:
        super().__init__(field, before, after)
        moments = field.value_from_object(before), field.value_from_object(after)
        self.val_a, self.val_b = (long_moment(each) if each else "" for each in moments)


register_comparison_class(models.DateTimeField, comparison_class=MomentComparison)


class BulletsPanel(FieldPanel):
    def get_comparison_class(self) -> type[FieldComparison]:
        return BulletsComparison


TEXT = [
    FieldPanel("kind"),
    FieldPanel("kicker", widget=forms.TextInput),
    FieldPanel("headline", widget=forms.TextInput(attrs=counted(51, 87)), required_on_save=True),
    FieldPanel("lead", widget=AdminAutoHeightTextInput(attrs=counted(140, 248))),
    BulletsPanel("bullets"),
    MultiFieldPanel([FieldPanel("picture"), FieldPanel("picture_caption")], "عکس اصلی"),
    FieldPanel("body"),
    FieldPanel("short_headline"),
]
PLACE = [
    FieldPanel("section", widget=forms.Select, required_on_save=True),
    FieldPanel("further_sections", widget=forms.CheckboxSelectMultiple),
    FieldPanel("topics"),
    FieldPanel("desk", widget=forms.Select),
    FieldPanel("dateline"),
]
NAMES = [
    InlinePanel(
        "bylines",
        [FieldRowPanel([FieldPanel("writer", widget=forms.Select), FieldPanel("guest")])],
        heading="نویسندگان",
        label="نویسنده",
    ),
    InlinePanel(
        "sources",
        [
            FieldRowPanel([FieldPanel("own_outlet"), FieldPanel("outlet")]),
            FieldRowPanel([FieldPanel("via"), FieldPanel("city"), FieldPanel("kind")]),
            FieldPanel("address", widget=forms.URLInput(attrs={"dir": "ltr"})),
        ],
        heading="منبع",
        label="منبع",
        max_num=1,
    ),
]
RELATED = [
    InlinePanel(
        "related_stories",
        [FieldPanel("related"), FieldPanel("kicker"), FieldPanel("headline")],
        heading="خبرهای مرتبط",
        label="خبر مرتبط",
    )
]
CORRECTIONS = [
    InlinePanel(
        "corrections",
        [FieldPanel("text", widget=AdminAutoHeightTextInput), FieldPanel("made_at")],
        heading=f"اصلاحیه{HALF_SPACE}ها",
        label="اصلاحیه",
        help_text="آنچه نادرست بود و درست شد؛ پس از انتشار، پای خبر می" + HALF_SPACE + "آید.",
    )
]
TIME = [
    HelpPanel(template="newsroom/story/schedule.html", heading="زمان انتشار"),
    PublishingPanel(),
    FieldPanel("embargo_until", widget=EmbargoInput),
    FieldPanel("comments_closed"),
]


def edit_handler() -> TabbedInterface:
    """Return the story's form."""
    return TabbedInterface(
        [
            ObjectList(TEXT, heading="متن"),
            ObjectList(PLACE, heading="جای خبر"),
            ObjectList(NAMES, heading=f"نام{HALF_SPACE}ها"),
            ObjectList([*RELATED, *desk.related_panels], heading="خبرهای مرتبط"),
            ObjectList(CORRECTIONS, heading="اصلاحیه"),
            ObjectList(TIME, heading="زمان"),
        ],
        base_form_class=StoryForm,
    )
