"""The fronts' place in the newsroom: their addresses, their line in the menu, their log."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from dabir.newsroom.fronts import views
from dabir.newsroom.fronts.arrangement import MAIN


class FrontsMenuItem(MenuItem):
    """«چیدن صفحه», for those who may set fronts."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(views.PREPARE)


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    return views.urlpatterns


@hooks.register("register_admin_menu_item")
def menu() -> MenuItem:
    address = reverse("newsroom_front", args=[MAIN])
    return FrontsMenuItem("چیدن صفحه", address, name="fronts", icon_name="table", order=15)


@hooks.register("register_log_actions")
def log_actions(actions: Any) -> None:
    """Say in the log who raised and took down the breaking bar."""
    actions.register_action("newsroom.bar.raise", "خبر فوری", "خبر فوری بالای روزنامه رفت")
    actions.register_action("newsroom.bar.end", "خبر فوری", "خبر فوری برداشته شد")
