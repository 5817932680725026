"""How the newsroom shapes Wagtail's admin: its menu, dashboard, looks and scripts."""

from typing import Any, Final

from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.search import SearchArea

from dabir.newsroom import views
from dabir.newsroom.copydesk import hooks as copydesk_hooks
from dabir.newsroom.fronts import hooks as fronts_hooks
from dabir.newsroom.home import MyDraftsPanel, PublishedTodayPanel
from dabir.newsroom.viewsets.names import NamesGroup
from dabir.newsroom.viewsets.story import StoryViewSet
from dabir.persian import HALF_SPACE

__all__ = ["copydesk_hooks", "fronts_hooks"]  # imported for what it registers

_PAGE_MENU: Final = {"explorer", "help", "snippets"}
_PAGE_REPORTS: Final = {"locked-pages", "aging-pages", "page-types-usage"}
_PAGE_PANELS: Final = {"recent_edits", "locked_pages", "user_objects_in_workflow_moderation"}
_SCRIPTS: Final = (
    "half-space.js",
    "jalali.js",
    "digits.js",
    "calendar.js",
    "counter.js",
    "topics.js",
)
FONT: Final = "fonts/vazirmatn.woff2"


@hooks.register("register_admin_viewset")
def stories() -> StoryViewSet:
    return StoryViewSet()


@hooks.register("register_admin_viewset")
def names() -> NamesGroup:
    return NamesGroup()


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    return [
        path("topics/suggest/", views.suggest_topics, name="newsroom_topics_suggest"),
        path("topics/add/", views.add_topic, name="newsroom_topics_add"),
    ]


# What a paper without Wagtail's pages does not need ------------------------------------
@hooks.register("construct_main_menu")
def without_pages(request: HttpRequest, items: list[Any]) -> None:
    items[:] = [item for item in items if item.name not in _PAGE_MENU]


@hooks.register("construct_reports_menu")
def without_page_reports(request: HttpRequest, items: list[Any]) -> None:
    items[:] = [item for item in items if item.name not in _PAGE_REPORTS]


@hooks.register("construct_homepage_summary_items")
def without_page_counts(request: HttpRequest, items: list[Any]) -> None:
    items.clear()


@hooks.register("construct_homepage_panels")
def dashboard(request: HttpRequest, panels: list[Any]) -> None:
    panels[:] = [panel for panel in panels if getattr(panel, "name", "") not in _PAGE_PANELS]
    if request.user.has_perm("newsroom.view_story"):
        panels += [MyDraftsPanel(), PublishedTodayPanel()]


class StorySearchArea(SearchArea):
    """Stories, first in the search of the sidebar."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm("newsroom.view_story")


@hooks.register("register_admin_search_area")
def story_search() -> SearchArea:
    address = reverse("wagtailsnippets_newsroom_story:list")
    return StorySearchArea("خبرها", address, name="stories", icon_name="doc-full", order=1)


@hooks.register("construct_search")
def without_page_search(request: HttpRequest, areas: list[Any]) -> None:
    areas[:] = [area for area in areas if area.name != "pages"]


@hooks.register("register_rich_text_features", order=10)
def links_without_pages(features: Any) -> None:
    """Let the editor's link button ask for an address at once, not for a page of Wagtail's."""
    urls = features.plugins_by_editor["draftail"]["link"].data["chooserUrls"]
    urls["pageChooser"] = urls["externalLinkChooser"]


@hooks.register("before_bulk_action")
def one_by_one(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> HttpResponse | None:
    """Refuse to delete the newsroom's records many at once."""
    if action_type != "delete" or action.model._meta.app_label != "newsroom":
        return None
    if action.model._meta.model_name == "picture":
        return None
    messages.error(request, f"خبرها و نام{HALF_SPACE}ها یکی{HALF_SPACE}یکی پاک می{HALF_SPACE}شوند.")
    return redirect("wagtailadmin_home")


@hooks.register("construct_snippet_action_menu")
def in_the_words_of_a_newsroom(items: list[Any], request: HttpRequest, context: Any) -> None:
    """Call Wagtail's «unpublish» what a newsroom calls it."""
    for item in items:
        if item.name == "action-unpublish":
            item.label = "برداشتن"


# Looks and scripts ---------------------------------------------------------------------
def _font_face() -> SafeString:
    """Return the style that loads the newsroom's letters; empty where they are not built."""
    try:
        address = static(FONT) if finders.find(FONT) else ""
    except ValueError:
        address = ""
    if not address:
        return SafeString("")
    return format_html(
        "<style>@font-face{{font-family:Vazirmatn;font-weight:100 900;font-display:swap;"
        'src:url("{}") format("woff2")}}</style>',
        address,
    )


@hooks.register("insert_global_admin_css")
def looks() -> SafeString:
    sheet = format_html('<link rel="stylesheet" href="{}">', static("newsroom/newsroom.css"))
    return sheet + _font_face()


@hooks.register("insert_global_admin_js")
def scripts() -> SafeString:
    return format_html_join(
        "", '<script defer src="{}"></script>', ((static(f"newsroom/{name}"),) for name in _SCRIPTS)
    )
