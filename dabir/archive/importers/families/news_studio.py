"""News-Studio: ``/x/y/z`` or ``/vdc….html``, ``#docDiv3TitrMain``, ``#doctextarea``."""

from typing import Final

from dabir.archive.importers.families.family import Comments, Family, select

NEWS_STUDIO: Final = Family(
    name="news-studio",
    signs=select("""
        #docDiv3TitrMain, #docDiv3TitrRou, #docDivLead1, #doctextarea, #docDiv3Date, .docDiv3Date,
        .doc-section-info, #docDivLead, #docDiv3TitrSub, #docContentdiv, .doc_content, #doc_div33,
        #doc_div1Img
    """),
    generators=("news studio", "news-studio", "استودیو خبر", "studiokhabar"),
    kicker=select("#docDiv3TitrRou, .docDiv3TitrRou"),
    headline=select("#docDiv3TitrMain, .docDiv3TitrMain, .doc_content h1, h1"),
    lead=select("#docDivLead1, #docDivLead, .docDivLead, .docDivLead1"),
    body=select("""
        #doctextarea article, #doctextarea, #docContentdiv article, #docContentdiv, #doc_div33
    """),
    published=select(".docDiv3Date, #docDiv3Date, .doc_date, .doc-date"),
    code=select(".docDiv3Code, #docDiv3Code, .doc-code, .doc_code, .docCode"),
    section=select(".doc-section-info a, .docDiv3Section a, .doc_section a"),
    topics=select(".tags a, .doc-tags a, #docTags a"),
    byline=select("#docDiv3TitrSub, .doc-author, .doc_author"),
    related=select("#docRelated a, .doc-related a, .related-docs a, .relatedDocs a"),
    picture=select("#doc_div1Img img, .doc_img img, .doc-image img"),
    counters=select(".user-comment-count, .comments-count, #commentsCount"),
    short_address=select("#shortLink, .short-link, .doc-short-link"),
    comments=Comments(
        item=select(".user-comment-area, .comments-list li"),
        name=select(".user-comment-name, .author"),
        day=select(".user-comment-date, .date"),
        text=select(".user-comment-content, .comment-body"),
        answer=select(".user-comment-answer, .user-comment-reply, .answer"),
    ),
)
