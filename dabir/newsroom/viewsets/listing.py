"""The story list: the last week unless more is asked for, and never a count of the archive."""

from django.db import models
from django.utils.functional import cached_property
from django.utils.http import urlencode
from wagtail.admin.forms.search import SearchForm
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views import snippets

from dabir.newsroom import desk
from dabir.newsroom.models import Story
from dabir.newsroom.paginator import OpenPaginator
from dabir.newsroom.viewsets.columns import own_columns
from dabir.newsroom.viewsets.filters import (
    ALL,
    SEARCHED_DAYS,
    USUAL_DAYS,
    StoryFilters,
    day_begins,
)
from dabir.newsroom.viewsets.states import with_states
from dabir.persian import HALF_SPACE, to_persian_digits


class StoryListView(snippets.IndexView):
    """The list of stories."""

    filterset_class = StoryFilters
    paginator_class = OpenPaginator
    paginate_by = 25
    is_searchable = True
    default_ordering = "-changed_at"
    results_template_name = "newsroom/story/list_results.html"

    @cached_property
    def columns(self) -> list[Column]:
        return [*own_columns(), *desk.story_columns]

    def get_search_form(self) -> SearchForm:
        data = self.request.GET if self.search_kwarg in self.request.GET else None
        return SearchForm(data, placeholder="کد یا تیتر خبر…")

    def get_base_queryset(self) -> models.QuerySet[Story]:
        stories = Story.objects.select_related("section", "marks").prefetch_related(
            "bylines__writer"
        )
        return with_states(stories.defer("body", "lead", "bullets", "marks__answers"))

    def order_queryset(self, queryset: models.QuerySet[Story]) -> models.QuerySet[Story]:
        """Order by one indexed column and then by code, never-published stories last."""
        name = self.ordering.lstrip("-")
        last = True if name == "first_published_at" else None
        if self.ordering.startswith("-"):
            return queryset.order_by(models.F(name).desc(nulls_last=last), "-code")
        return queryset.order_by(models.F(name).asc(nulls_last=last), "code")

    def search_queryset(self, queryset: models.QuerySet[Story]) -> models.QuerySet[Story]:
        """Keep the usual week, or what is searched for; both give way to a time asked for."""
        since = None if self.reaches_back else day_begins(self.days_back)
        if self.is_searching:
            return queryset.matching(self.search_query, since)  # type: ignore[attr-defined, no-any-return]
        return queryset.filter(changed_at__gte=since) if since else queryset

    @property
    def reaches_back(self) -> bool:
        return self.filters is not None and self.filters.reaches_back

    @property
    def days_back(self) -> int:
        return SEARCHED_DAYS if self.is_searching else USUAL_DAYS

    @property
    def bound(self) -> str:
        """What the list leaves out, in words; empty when it leaves out nothing."""
        if self.reaches_back:
            return ""
        if self.is_searching:
            return (
                f"جست{HALF_SPACE}وجو در تیتر خبرهای {to_persian_digits(SEARCHED_DAYS)} روز گذشته."
            )
        return "خبرهای یک هفتهٔ گذشته."

    @property
    def unbound_url(self) -> str:
        """The same list over all time."""
        asked = {key: value for key, value in self.request.GET.items() if key in _KEPT and value}
        return f"{self.index_url}?{urlencode({**asked, 'span': ALL})}"


_KEPT = {"q", "section", "state", "kind", "writer", "desk", "ordering"}
