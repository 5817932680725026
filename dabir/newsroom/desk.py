"""What rooms above the newsroom may add to its story list.

A room calls ``add_story_column`` in its AppConfig.ready; the list reads the columns when
it is drawn, after its own and in the order in which they were added.
"""

from wagtail.admin.ui.tables import Column

story_columns: list[Column] = []


def add_story_column(column: Column) -> None:
    """Show ``column`` in the story list; a column of the same name takes the place of the old."""
    story_columns[:] = [kept for kept in story_columns if kept.name != column.name]
    story_columns.append(column)
