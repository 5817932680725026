"""What rooms above the newsroom may add to its story list and beside its story's form.

A room calls ``add_story_column`` or ``add_story_panel`` in its AppConfig.ready; list and form
read them when they are drawn, after their own and in the order in which they were added.
"""

from wagtail.admin.ui.side_panels import BaseSidePanel
from wagtail.admin.ui.tables import Column

story_columns: list[Column] = []
story_panels: list[type[BaseSidePanel]] = []


def add_story_column(column: Column) -> None:
    """Show ``column`` in the story list; a column of the same name takes the place of the old."""
    story_columns[:] = [kept for kept in story_columns if kept.name != column.name]
    story_columns.append(column)


def add_story_panel(panel: type[BaseSidePanel]) -> None:
    """Show ``panel`` beside the form of every story that is saved."""
    if panel not in story_panels:
        story_panels.append(panel)
