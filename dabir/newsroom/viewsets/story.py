"""Stories in Wagtail's admin."""

from django.utils.functional import cached_property
from wagtail.admin.panels import TabbedInterface
from wagtail.snippets.views.snippets import SnippetViewSet

from dabir.newsroom.copydesk.publishing import ApproveView
from dabir.newsroom.models import Story
from dabir.newsroom.viewsets import editing, panels
from dabir.newsroom.viewsets.chooser import StoryChooserViewSet
from dabir.newsroom.viewsets.listing import StoryListView


class StoryViewSet(SnippetViewSet):
    """All pages about stories, under «خبرها»."""

    model = Story
    icon = "doc-full"
    menu_label = "خبرها"
    menu_name = "stories"
    menu_order = 10
    add_to_admin_menu = True
    admin_url_namespace = "wagtailsnippets_newsroom_story"
    base_url_path = "stories"
    chooser_base_url_path = "choose-story"
    list_per_page = 25
    copy_view_enabled = False

    index_view_class = StoryListView
    add_view_class = editing.WriteView
    edit_view_class = editing.EditView
    delete_view_class = editing.DeleteView
    unpublish_view_class = editing.WithdrawView
    revisions_compare_view_class = editing.CompareView
    workflow_action_view_class = ApproveView
    chooser_viewset_class = StoryChooserViewSet
    index_results_template_name = "newsroom/story/list_results.html"

    @cached_property
    def edit_handler(self) -> TabbedInterface:
        return panels.edit_handler()
