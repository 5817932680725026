"""The newsroom's rooms in Wagtail's admin: the story list, the story's form, the names.

story.py     StoryViewSet, which ties these together
listing.py   the list: its rows, its default week, its search
filters.py   what the list can be narrowed by
columns.py   what the list shows
states.py    where a story stands between its first draft and its withdrawal
editing.py   the pages about one story: write, edit, compare, withdraw, delete
panels.py    the story's form, in the order of work
chooser.py   choosing a story from another one
names.py     sections, topics, writers and desks
"""
