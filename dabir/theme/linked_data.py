"""What machines are told of a page: schema.org as JSON-LD."""

import json
import re
from typing import Any, Final

from markupsafe import Markup

from dabir.press.pages.shown import Name, PaperShown, StoryShown
from dabir.theme.typography import machine_moment, whole

_NOT_IN_SCRIPTS: Final = str.maketrans(
    {
        "<": "\\u003c",
        ">": "\\u003e",
        "&": "\\u0026",
        "\u2028": "\\u2028",
        "\u2029": "\\u2029",
    }
)

_UNSAFE: Final = re.compile("[<>&\u2028\u2029]")


def as_json_ld(thing: dict[str, Any]) -> Markup:
    """Return a thing as JSON that cannot end the script element around it; empty parts go."""
    filled = {key: value for key, value in thing.items() if value not in ("", None, [], {})}
    text = json.dumps({"@context": "https://schema.org", **filled}, ensure_ascii=False)
    if _UNSAFE.search(text):
        text = text.translate(_NOT_IN_SCRIPTS)
    return Markup(text)  # noqa: S704  no markup is left in it


def publisher(paper: PaperShown) -> dict[str, Any]:
    """Return the paper as the organisation behind its stories."""
    return {
        "@type": "NewsMediaOrganization",
        "name": paper.name,
        "url": f"{paper.site}/",
        "logo": {"@type": "ImageObject", "url": f"{paper.site}/favicon.svg"},
    }


def news_article(story: StoryShown, paper: PaperShown) -> Markup:
    """Return a story as a NewsArticle; an advertorial says that it is advertisement."""
    card = story.card
    published = machine_moment(card.published_at)
    return as_json_ld(
        {
            "@type": "AdvertiserContentArticle" if card.is_advertorial else "NewsArticle",
            "mainEntityOfPage": whole(card.address, paper.site),
            "identifier": str(card.code),
            "headline": card.headline,
            "alternativeHeadline": card.kicker,
            "description": card.lead,
            "datePublished": published,
            "dateModified": machine_moment(story.updated_at) if story.updated_at else published,
            "author": [_author(name) for name in story.bylines] or [publisher(paper)],
            "publisher": publisher(paper),
            "image": _pictures(story, paper),
            "articleSection": [card.section.name, *(each.name for each in story.further_sections)],
            "keywords": [topic.name for topic in story.topics],
            "correction": [_correction(note.text) for note in story.corrections],
            "wordCount": story.words or None,
            "inLanguage": "fa",
            "isAccessibleForFree": True,
        }
    )


def _author(name: Name) -> dict[str, Any]:
    found = {"@type": "Person", "name": name.name}
    return found | ({"jobTitle": name.title} if name.title else {})


def _correction(text: str) -> dict[str, Any]:
    return {"@type": "CorrectionComment", "text": text}


def _pictures(story: StoryShown, paper: PaperShown) -> list[str]:
    """Return whole addresses of the story's picture: the one for sharing, the widest one."""
    picture = story.card.picture
    widest = picture.sizes[-1][0] if picture else ""
    return [whole(address, paper.site) for address in (story.share_picture, widest) if address]


def front_page(paper: PaperShown) -> Markup:
    """Return the front page as the WebSite of the paper."""
    return as_json_ld(
        {
            "@type": "WebSite",
            "name": paper.name,
            "description": paper.motto,
            "url": f"{paper.site}/",
            "inLanguage": "fa",
            "publisher": publisher(paper),
        }
    )
