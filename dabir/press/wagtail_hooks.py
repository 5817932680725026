"""The press's place in the newsroom: its addresses, its line in the menu, its alarms."""

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from dabir.press.lamp import views


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
    return [path("press/", include((views.urlpatterns, "press")))]


@hooks.register("insert_global_admin_css")
def looks() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("press/press.css"))


@hooks.register("insert_global_admin_js")
def alarms() -> SafeString:
    """Tell on every page what is wrong, and keep fresh what the press tells."""
    return format_html(
        '<script defer src="{}" data-alarms="{}"></script>',
        static("press/lamp.js"),
        reverse("press:alarms"),
    )
