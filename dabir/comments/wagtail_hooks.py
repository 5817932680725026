"""The moderation queue's place in the newsroom: its addresses, and its line in the menu."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from dabir.comments import queue
from dabir.comments.models import Comment
from dabir.persian import to_persian_digits


class CommentsMenuItem(MenuItem):
    """«نظرها», with the count of those that wait."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(queue.PERMISSION)

    def render_component(self, request: HttpRequest) -> Any:
        component = super().render_component(request)
        if pending := Comment.objects.pending().count():
            component.label = f"{self.label} ({to_persian_digits(pending)})"
        return component


@hooks.register("register_admin_menu_item")
def comments_menu_item() -> MenuItem:
    return CommentsMenuItem(
        "نظرها", reverse("moderation:queue"), name="comments", icon_name="comment", order=300
    )


@hooks.register("register_admin_urls")
def moderation_urls() -> list[URLPattern | URLResolver]:
    return [path("comments/", include((queue.urlpatterns, "moderation")))]
