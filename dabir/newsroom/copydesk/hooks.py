"""The copy desk's place in Wagtail's admin: addresses, menu, what its log says."""

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

from dabir.newsroom.copydesk import publishing, rulebook, style, views
from dabir.persian import HALF_SPACE


class PermittedItem(MenuItem):
    """A line of the menu for those who hold a permission."""

    def __init__(self, *args: Any, permission: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.permission = permission

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(self.permission)


@hooks.register("register_admin_viewset")
def rulebook_viewset() -> rulebook.RulebookViewSet:
    return rulebook.RulebookViewSet()


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    at = "copydesk/"
    entry = f"{at}rulebook/<int:pk>/"
    return [
        path(at, views.page, name="newsroom_copydesk"),
        path(f"{at}style/", style.choose_style, name="newsroom_copydesk_style"),
        path(f"{at}publish/<int:code>/", publishing.publish_anyway, name=publishing.ANYWAY),
        path(f"{entry}trial/", rulebook.try_entry, name="newsroom_copydesk_trial"),
        path(f"{entry}live/", rulebook.put_to_work, name="newsroom_copydesk_live"),
        path(f"{entry}retire/", rulebook.retire, name="newsroom_copydesk_retire"),
    ]


@hooks.register("register_admin_menu_item")
def menu() -> MenuItem:
    """«ویراستاری»: the sheet for everybody, the rulebook and the style for who decides."""
    rules = "newsroom.view_rulebookentry"
    lines = [
        MenuItem("ویرایش متن", reverse("newsroom_copydesk"), icon_name="edit", order=1),
        PermittedItem(
            f"شیوه{HALF_SPACE}نامه",
            reverse("newsroom_rulebook:list"),
            icon_name="list-ul",
            order=2,
            permission=rules,
        ),
        PermittedItem(
            f"رسم{HALF_SPACE}الخط",
            reverse("newsroom_copydesk_style"),
            icon_name="cogs",
            order=3,
            permission="newsroom.change_housestyle",
        ),
    ]
    return SubmenuMenuItem(
        "ویراستاری", Menu(items=lines), name="copydesk", icon_name="edit", order=20
    )


@hooks.register("insert_global_admin_css")
def looks() -> SafeString:
    address = static("newsroom/copydesk/copydesk.css")
    return format_html('<link rel="stylesheet" href="{}">', address)


@hooks.register("register_log_actions")
def log_actions(actions: Any) -> None:
    """Say in the log what the house did with its rulebook."""
    for action, label, message in (
        ("try", "آزمایش", "روی خبرهای منتشرشده آزمایش شد"),
        ("live", "فعال کردن", "فعال شد"),
        ("retire", "کنار گذاشتن", "کنار گذاشته شد"),
        ("propose", "پیشنهاد", "«این درست است» گفته شد"),
    ):
        actions.register_action(f"newsroom.rulebook.{action}", label, message)
    actions.register_action(
        "newsroom.style.change", f"رسم{HALF_SPACE}الخط", f"رسم{HALF_SPACE}الخط روزنامه عوض شد"
    )
