"""The classifieds in the newsroom: the queue, its place in the menu, and the categories."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.sidebar import LinkMenuItem
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from dabir.classifieds import queue
from dabir.classifieds.models import Advertisement, Category
from dabir.newsroom.viewsets.columns import place_column
from dabir.persian import HALF_SPACE, to_persian_digits

NAME = f"نیازمندی{HALF_SPACE}ها"


class QueueMenuItem(MenuItem):
    """The queue, with how many advertisements wait there."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm("classifieds.change_advertisement")

    def render_component(self, request: HttpRequest) -> LinkMenuItem:
        waiting = Advertisement.objects.waiting().count()
        label = f"{self.label} ({to_persian_digits(waiting)})" if waiting else self.label
        return LinkMenuItem(self.name, label, self.url, icon_name=self.icon_name)


class CategoryViewSet(SnippetViewSet):
    """The categories; reached from the queue."""

    model = Category
    icon = "folder-open-inverse"
    list_display = ["name", "key", place_column()]
    search_fields = ["name", "key"]


@hooks.register("register_admin_urls")
def queue_addresses() -> list[URLPattern]:
    return [
        path("classifieds/", queue.queue, name="classifieds_queue"),
        path("classifieds/approve/", queue.approve, name="classifieds_approve"),
        path("classifieds/reject/", queue.reject, name="classifieds_reject"),
    ]


@hooks.register("register_admin_menu_item")
def queue_in_menu() -> Any:
    return QueueMenuItem(
        NAME, reverse("classifieds_queue"), name="classifieds", icon_name="tag", order=320
    )


@hooks.register("before_delete_snippet")
def keep_what_is_in_use(request: HttpRequest, instances: Iterable[object]) -> HttpResponse | None:
    """Turn whoever deletes a category away while it holds an advertisement."""
    chosen = [one.pk for one in instances if isinstance(one, Category)]
    kept = Category.objects.filter(pk__in=chosen, advertisements__isnull=False).first()
    if kept is None:
        return None
    messages.error(request, f"«{kept}» آگهی دارد و پاک نمی{HALF_SPACE}شود.")
    return redirect("wagtailsnippets_classifieds_category:list")


register_snippet(CategoryViewSet)
