"""Parts that thousands of pages have alike, filled in once and kept as text.

The masthead differs by the links that it marks: those of the page's own address and of the part
of the paper that it belongs to. Of a story only the latter is a link, so all stories of a section
have one masthead.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any, Final

from jinja2 import Environment, Template
from markupsafe import Markup

from dabir.persian import HALF_SPACE, JalaliDay
from dabir.press.pages.shown import PaperShown

SERVICES: Final = (
    ("/archive/", "بایگانی"),
    ("/topics/", f"موضوع{HALF_SPACE}ها"),
    ("/classifieds/", f"نیازمندی{HALF_SPACE}ها"),
)
"""What stands in the masthead beside the sections."""
_KEPT: Final = 512


def parts(made: Environment) -> dict[str, Callable[..., Markup]]:
    """Return what templates call for these parts; where templates are being edited
    (``auto_reload``), each is filled in every time. A template that is read anew is another one,
    and what it gave before is asked for no more.
    """
    keep: Any = (lambda deed: deed) if made.auto_reload else lru_cache(maxsize=_KEPT)

    def filled(part: str, **told: Any) -> Markup:
        found: Markup = fill(made.get_template(f"parts/{part}.html"), **told)
        return found

    @keep
    def fill(template: Template, **told: Any) -> Markup:
        return Markup(template.render(told))  # noqa: S704  the template escapes

    @keep
    def fields_of(template: Any) -> Markup:
        fields: Markup = template.module.fields()
        return fields

    def colophon(paper: PaperShown) -> Markup:
        return filled("colophon", paper=paper)

    def empty_comment_form() -> Markup:
        found: Markup = fields_of(made.get_template("parts/comment_form.html"))
        return found

    def masthead_at(
        paper: PaperShown, path: str, here: str, day: JalaliDay | None = None
    ) -> Markup:
        """Return the masthead of the page at ``path``, which belongs under ``here``."""
        links = _links(paper)
        at, under = (address if address in links else "" for address in (path, here))
        shown = day if path == "/" else None
        return filled("masthead", paper=paper, path=at, here=under, day=shown, services=SERVICES)

    return {
        "masthead": masthead_at,
        "colophon": colophon,
        "empty_comment_form": empty_comment_form,
    }


@lru_cache(maxsize=16)
def _links(paper: PaperShown) -> frozenset[str]:
    """Return the addresses that the masthead links to or leads to with its search field."""
    sections = (section.address for section in paper.sections)
    return frozenset(("/", "/search/", *sections, *(address for address, _ in SERVICES)))
