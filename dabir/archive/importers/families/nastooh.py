"""Nastooh: ``/news/CODE/slug`` and ``/xBASE36``, ``.item-title``, ``.introtext``, ``.item-text``.

It tells machines much: ``nastooh:nid``, ``nastooh:publishDate``, ``article:section``.
"""

from typing import Final

from dabir.archive.importers.families.family import Comments, Family, select

_DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"


def base36(number: int) -> str:
    """Return a number in digits and small letters, as short addresses write it."""
    digits = ""
    while number:
        number, rest = divmod(number, 36)
        digits = _DIGITS[rest] + digits
    return digits or "0"


def _addresses(code: int) -> tuple[str, ...]:
    return (f"/news/{code}", f"/x{base36(code)}")


NASTOOH: Final = Family(
    name="nastooh",
    signs=select("""
        .item-title, .item-text, .item-body, .item-header, .item-date, .item-nav, .introtext,
        .item-summary, .item-code, .pt-news, [property=nastooh:nid], [property=nastooh:pageType],
        .item-footer, [name=nastooh:nid]
    """),
    needs=3,
    generators=("nastooh", "نستوه"),
    kicker=select("""
        .item-title .rutitr, .item-title .kicker, .kicker, .rutitr, .item-header h2.subtitle
    """),
    headline=select(".item-title h1, h1.title, .item-header h1, span.headline, .item-title, h1"),
    lead=select(".introtext, .item-summary .summary, p.summary, .item-summary"),
    bullets=select(".item-bullets li, .item-summary ul li"),
    body=select(".item-body .item-text, .item-text, [itemprop=articleBody], .item-body"),
    published=select(".item-date, .print-header .date, .item-nav .date, .item-nav"),
    code=select(".item-code, .print-header .id, .item-nav .id, .news-id"),
    section=select("nav .breadcrumb li, .page-header .breadcrumb li, .breadcrumb li"),
    topics=select(".tags li, .item-tags a, .tags a"),
    byline=select(".item-author, .item-reporter, .author-name, .item-credit .author"),
    related=select("""
        .related-items h3 a, .related-items li a, .item-boxes .related a, .related-news h3 a
    """),
    picture=select(".item-summary .item-img img, .item-header figure img, .item-img img"),
    counters=select("""
        #news-comment header, .comments header, .item-comments-count, .comments-count
    """),
    short_address=select(".short-link-container input, .short-link, .item-shortlink input"),
    comments=Comments(
        item=select(".comments-list li, #comments li, .comments li"),
        name=select(".author, .name"),
        day=select(".date, time"),
        text=select(".comment-body, .body, .text"),
        answer=select(".replies li, .reply, ul li, ol li"),
    ),
    short_addresses=_addresses,
)
