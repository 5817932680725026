"""Addresses of other systems that name the story's code, and so lead to it by rule.

    /fa/news/912090/…, /fa/tiny/news-912090       Iransamaneh
    /news/912090/slug, /photo/912090/slug, /xjjmy   Nastooh; the short one is base 36
    /بخش-12/912090-slug                           Aasaam

Pure Python, no Django: the server of printed pages asks it, and so does the archive, which
has to remember only those that no rule leads on.
"""

import re
from typing import Final

_NAMED: Final = re.compile(
    r"^/fa/(?:amp/)?(?:news|tiny/news|photo|video)[/-](\d{1,18})(?:/[^/]*)*$"
    r"|^/(?:photo|video|live|amp)/(\d{1,18})(?:/[^/]*)*$"
    r"|^/[^/]+-\d{1,6}/(\d{3,18})-[^/]*/?$",
    re.ASCII,
)
_SHORT: Final = re.compile(r"^/x([0-9a-z]{2,11})/?$", re.ASCII)
_OWN: Final = re.compile(r"^/news/(\d{1,18})(?:/(?!print/?$)[^/]*)?/?$", re.ASCII)


def code_in(path: str) -> int | None:
    """Return the code that an old address of another system names; None where it names none."""
    if found := _NAMED.match(path):
        return int(next(filter(None, found.groups())))
    found = _SHORT.match(path)
    return int(found[1], 36) if found else None


def leads_by_itself(path: str, code: int) -> bool:
    """Say whether an address leads to the story of this code without being remembered."""
    own = _OWN.match(path)
    return (int(own[1]) if own else code_in(path)) == code
