"""What rooms above the newsroom may add to its story list, to its story's form and beside it.

A room calls ``add_story_column``, ``add_story_panel`` or ``add_related_panel`` in its
AppConfig.ready; list and form read them when they are drawn, after their own and in the order
in which they were added.
"""

from wagtail.admin.panels import Panel
from wagtail.admin.ui.side_panels import BaseSidePanel
from wagtail.admin.ui.tables import Column

story_columns: list[Column] = []
story_panels: list[type[BaseSidePanel]] = []
related_panels: list[Panel] = []


def add_story_column(column: Column) -> None:
    """Show ``column`` in the story list; a column of the same name takes the place of the old."""
    story_columns[:] = [kept for kept in story_columns if kept.name != column.name]
    story_columns.append(column)


def add_story_panel(panel: type[BaseSidePanel]) -> None:
    """Show ``panel`` beside the form of every story that is saved."""
    if panel not in story_panels:
        story_panels.append(panel)


def add_related_panel(panel: Panel) -> None:
    """Show ``panel`` in the story's form, under its related stories."""
    if panel not in related_panels:
        related_panels.append(panel)
