"""The archive: back issues, and how pages of another system move in.

    page -> importers.read_page() -> PageRecord -> moving.move_in() -> Story + Original

An importer knows how pages are made and nothing of the database; ``moving`` knows the
database and nothing of pages. What a page said is kept beside its story as it came
(``Original``), so that a better importer can read it again.
"""
