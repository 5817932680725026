"""The press's place in the newsroom: its address, and its line in the menu."""

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from dabir.press import lamp


class PressMenuItem(MenuItem):
    """«چاپخانه», for those who may look into it."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm("press.view_printedpage")


@hooks.register("register_admin_menu_item")
def press_menu_item() -> MenuItem:
    return PressMenuItem(
        "چاپخانه", reverse("press:press"), name="press", icon_name="form", order=400
    )


@hooks.register("register_admin_urls")
def press_urls() -> list[URLPattern | URLResolver]:
    return [path("press/", include((lamp.urlpatterns, "press")))]
