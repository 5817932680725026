"""Pages that every paper has."""

from pathlib import Path

from django.contrib.staticfiles import finders

from dabir.press.ledger import Reading
from dabir.press.pages.registry import DEPENDENT, Sheet, prints, sheet


@prints(r"/about/", rank=DEPENDENT)
def about(path: str, reading: Reading) -> Sheet:
    return sheet("pages/about.html", path, reading)


@prints(r"/contact/", rank=DEPENDENT)
def contact(path: str, reading: Reading) -> Sheet:
    return sheet("pages/contact.html", path, reading)


@prints(r"/404\.html", rank=DEPENDENT)
def not_found(path: str, reading: Reading) -> Sheet:
    """What a reader gets at an address that is not in the paper."""
    return sheet("pages/not_found.html", path, reading)


@prints(r"/503\.html", rank=DEPENDENT)
def unavailable(path: str, reading: Reading) -> Sheet:
    """What a reader gets who writes to a newsroom that is away."""
    return sheet("pages/unavailable.html", path, reading)


@prints(r"/robots\.txt", rank=DEPENDENT)
def robots(path: str, reading: Reading) -> Sheet:
    return sheet("pages/robots.txt", path, reading)


@prints(r"/favicon\.svg", rank=DEPENDENT)
def favicon(path: str, reading: Reading) -> Sheet | None:
    found = finders.find("theme/img/favicon.svg")
    return Sheet(Path(found).read_bytes()) if found else None
