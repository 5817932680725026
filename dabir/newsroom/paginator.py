"""Pages of a list that nobody counts: the archive may hold a million stories."""

from typing import Any

from wagtail.admin.paginator import WagtailPaginator

LAST_PAGE = 200
"""Beyond this an offset grows slow; a filter by days leads further back."""


class OpenPaginator(WagtailPaginator):
    """A paginator that looks one row ahead instead of counting all of them.

    It knows of one more page than the one asked for, so a list is walked by «next» and
    «previous», at most to LAST_PAGE.
    """

    num_page_buttons = 0

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.seen: int = 0

    def validate_number(self, number: Any) -> int:
        """Return the page's number within 1 to LAST_PAGE; a number of no sense is page 1."""
        try:
            return min(max(int(number), 1), LAST_PAGE)
        except (TypeError, ValueError):
            return 1

    def page(self, number: Any) -> Any:
        number = self.validate_number(number)
        start = (number - 1) * self.per_page
        rows = list(self.object_list[start : start + self.per_page + 1])
        self.seen = start + len(rows)
        return self._get_page(rows[: self.per_page], number, self)

    def get_page(self, number: Any) -> Any:
        return self.page(number)

    @property
    def count(self) -> int:
        """How many rows are known of so far: those up to this page, and one if there are more."""
        return self.seen

    @property
    def num_pages(self) -> int:
        pages: int = -(-self.seen // self.per_page)
        return min(max(pages, 1), LAST_PAGE)
