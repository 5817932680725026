"""Choosing a story from another one: by code over all time, by headline of late."""

from typing import Any

from django import forms
from django.db import models
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views import chooser

from dabir.newsroom.models import Story
from dabir.newsroom.paginator import OpenPaginator
from dabir.newsroom.viewsets.columns import MomentColumn, StateColumn, code
from dabir.newsroom.viewsets.filters import SEARCHED_DAYS, day_begins
from dabir.newsroom.viewsets.states import with_states
from dabir.persian import to_persian_digits


class StorySearchForm(BaseFilterForm):
    """One box for a code or words of a headline."""

    q = forms.CharField(
        label="کد یا تیتر خبر",
        required=False,
        widget=forms.TextInput(attrs={"placeholder": "کد یا تیتر خبر…"}),
        help_text=f"تیتر خبرهای {to_persian_digits(SEARCHED_DAYS)} روز گذشته، یا کد خبر از هر زمان",
    )

    def filter(self, objects: models.QuerySet[Story]) -> models.QuerySet[Story]:
        typed = self.cleaned_data["q"].strip()
        if not typed:
            return objects
        self.is_searching, self.search_query = True, typed
        return objects.matching(typed, day_begins(SEARCHED_DAYS))  # type: ignore[attr-defined, no-any-return]


class _Choices:
    """What the story chooser lists, in both of its views."""

    filter_form_class = StorySearchForm
    paginator_class = OpenPaginator
    results_template_name = "newsroom/story/choose_results.html"

    def get_object_list(self) -> models.QuerySet[Story]:
        return with_states(Story.objects.defer("body", "lead", "bullets"))

    @property
    def columns(self) -> list[Column]:
        headline = self.title_column  # type: ignore[attr-defined]
        headline.label = "تیتر"
        return [
            headline,
            Column("code", label="کد", accessor=code),
            StateColumn("state", label="وضعیت"),
            MomentColumn("changed_at", label="آخرین تغییر", classname="newsroom-moment"),
        ]


class ChooseStoryView(_Choices, chooser.ChooseView):
    pass


class ChooseStoryResultsView(_Choices, chooser.ChooseResultsView):
    pass


class StoryChooserViewSet(chooser.SnippetChooserViewSet):
    """The modal in which a story is chosen."""

    choose_view_class = ChooseStoryView
    choose_results_view_class = ChooseStoryResultsView
    page_title = "انتخاب"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["per_page"] = 15
        super().__init__(*args, **kwargs)
