"""The newsroom: stories, who writes them, and how they pass from desk to desk.

A story is one flat record, known for life by its code. A reporter writes it, the desk
editor of its desk and then the editor in chief pass it along (Wagtail's workflow), and
publication makes the draft the live text.

    Story.save_revision() -> workflow -> Revision.publish() -> story_changed

The newsroom imports nothing of the rooms above it. They listen to its signals
(``dabir.newsroom.signals``), and may add columns to its story list.
"""
