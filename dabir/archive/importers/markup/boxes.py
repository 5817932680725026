"""Boxes of the site inside a story's markup: sharing, advertisements, tags, related stories."""

import re
from collections.abc import Iterator
from typing import Final

from dabir.archive.importers.furniture import has_label
from dabir.archive.importers.lines import plain
from dabir.archive.importers.markup.dom import Element
from dabir.archive.importers.markup.texts import line_of
from dabir.archive.importers.words import RELATED

STORY_SHARE: Final = 0.4
"""A box that holds more of the body's words than this is the body, whatever its name."""
_NAMES: Final = re.compile(
    r"(?:^|[\s_-])(?:adv?s?|advert\w*|adbox|banner\w*|tabligh\w*|yektanet|sanjagh|mediaad|adro"
    r"|shar(?:e|ing)\w*|social\w*|print|toolbar|tools|rating\w*|poll|newsletter|subscri\w*"
    r"|breadcrumbs?|pagination|pager|tags?|tags?_\w+|keywords?|short-?link\w*|shortlink|tiny\w*"
    r"|item-code|news_id\w*|news-id\w*|comments?|comment-\w+|respond|related\w*|most-\w+"
    r"|readmore|read-more|see-also|jp-relatedposts|sharedaddy|wp-block-buttons|embed-credit"
    r"|path_bottom_body|sec_info|tinyurl_form|short_link_cnt|share_news|article_tag"
    r"|noprint|no-print|hidden-print|player-controls|vjs-[\w-]+|toc|ez-toc[\w-]*"
    r")(?=$|[\s_-])",
    re.IGNORECASE,
)
_RELATED_NAMES: Final = re.compile(r"related|read-?more|see-also|more-news", re.IGNORECASE)
_TAGS: Final = frozenset(("form", "nav", "aside", "input", "dialog", "object", "fieldset"))


def names_of(element: Element) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}".strip()


def is_box(element: Element, prose: int) -> bool:
    """Say whether an element is a box of the site; ``prose`` is how long the whole body is."""
    if element.tag not in _TAGS and not _NAMES.search(names_of(element)):
        return False
    return len(line_of(element)) < STORY_SHARE * prose or element.tag == "form"


def related_in(element: Element) -> list[str]:
    """Return the headlines that a box names, where it is one of related stories."""
    if not _RELATED_NAMES.search(names_of(element)) and not _is_labelled(element):
        return []
    return list(dict.fromkeys(headlines_in(element)))


def _is_labelled(element: Element) -> bool:
    first = next((words for part in element.iter() if (words := line_of(part))), "")
    head = next((line_of(part) for part in element.iter("h2", "h3", "h4", "strong", "b")), first)
    return has_label(plain(head), RELATED)


def headlines_in(element: Element) -> Iterator[str]:
    """Yield the words of the links of a list, without its label and its «more»."""
    for link in element.iter("a"):
        words = line_of(link)
        if len(words.split()) > 2 and not has_label(plain(words), RELATED):
            yield words
