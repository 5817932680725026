"""Sections, topics, writers and desks: what stories are filed under."""

from typing import Any

from django.db.models import ProtectedError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views import snippets

from dabir.newsroom.models import Desk, Section, Topic, Writer
from dabir.newsroom.viewsets.columns import place_column
from dabir.persian import HALF_SPACE


class NamesView(snippets.IndexView):
    """A list of names; they are deleted one by one and with care, so it has no check boxes."""

    @cached_property
    def columns(self) -> list[Column]:
        return [column for column in super().columns if column.name != "bulk_actions"]


class DeleteNameView(snippets.DeleteView):
    """The deletion of a name that no story carries."""

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            response: HttpResponse = super().form_valid(form)
        except ProtectedError:
            messages.error(
                self.request, f"«{self.object}» در خبرها به کار رفته است و پاک نمی{HALF_SPACE}شود."
            )
            return redirect(self.get_success_url())
        return response


class NamesViewSet(snippets.SnippetViewSet):
    """What the four kinds of names have in common."""

    index_view_class = NamesView
    delete_view_class = DeleteNameView
    copy_view_enabled = False
    list_per_page = 50


class SectionViewSet(NamesViewSet):
    model = Section
    icon = "list-ul"
    list_display = ["name", "key", place_column()]
    search_fields = ["name", "key"]
    ordering = ["order", "pk"]


class DeskViewSet(NamesViewSet):
    model = Desk
    icon = "group"
    list_display = ["name"]
    search_fields = ["name"]


class WriterViewSet(NamesViewSet):
    model = Writer
    icon = "user"
    list_display = ["name", "title", "user"]
    search_fields = ["name", "title"]


class TopicViewSet(NamesViewSet):
    model = Topic
    icon = "tag"
    list_display = ["name", "kind", "description"]
    list_filter = ["kind"]
    search_fields = ["name"]


class NamesGroup(snippets.SnippetViewSetGroup):
    """The menu of names."""

    items = (SectionViewSet, DeskViewSet, WriterViewSet, TopicViewSet)
    menu_label = f"نام{HALF_SPACE}ها"
    menu_name = "names"
    menu_icon = "clipboard-list"
    menu_order = 300
