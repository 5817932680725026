"""The names that Persian news pages use whatever their system is: the last markup asked."""

from typing import Final

from dabir.archive.importers.families.family import Comments, Family, select

USUAL: Final = Family(
    name="",
    kicker=select("""
        .rutitr, .rotitr, .roo-titr, .ruTitr, .kicker, .uptitle, .up-title, .uptitr, .pretitle,
        .pre-title, .overline, .suptitle, .titr-top, .news-kicker
    """),
    headline=select("""
        [itemprop=headline], article h1, main h1, h1.title, h1.titr, h1, .titr, .news-title,
        .newstitle, .post-title
    """),
    lead=select("""
        .lead, .lid, .news-lead, .news_lead, .introtext, .subtitle, .sub-title, .summary,
        .news-summary, .abstract, .standfirst, .article-lead, .khabar-lead
    """),
    bullets=select(".bullets li, .key-points li, .news-bullets li, .highlights li"),
    body=select("""
        [itemprop=articleBody], #echo_detail, .item-text, #doctextarea, .news-text, .newsText,
        .news_text, .news-body, .news_body, .newsBody, .news-content, .news_content, .content-news,
        .text-news, .matn, .article-body, .article_body, .article-content, .article__body,
        .story-body, .entry-content, .post-content, .post-body, .post_content, .single-content,
        #newsBody, #news-body, div.body
    """),
    published=select("""
        [itemprop=datePublished], .publish-date, .pub-date, .news-date, .news_date, .item-date,
        .post-date, .tarikh, .article-date, article time, .date-published
    """),
    updated=select("[itemprop=dateModified], .update-date, .modified-date"),
    code=select(".news-code, .news_code, .code, .news-id, .newsid, .article-id, .khabar-code"),
    section=select(".breadcrumb a, .breadcrumbs a, .breadcrumb li, [itemprop=articleSection]"),
    topics=select("""
        .tags a, .tag a, .tag-list a, .news-tags a, .keywords a, .labels a, [rel=tag], .tags li
    """),
    byline=select("""
        [itemprop=author], .byline, .author-name, [rel=author], .reporter, .writer, .news-author,
        .author, .nevisande
    """),
    related=select("""
        .related-news a, .related a, .related-items a, .related_news a, .related-posts a, .mortabet
        a, #related a
    """),
    picture=select("[itemprop=image] img, article figure img, .news-image img, .main-image img"),
    counters=select(".comments-count, .comment-count, .comments-title, .comments_count"),
    short_address=select(".short-link input, .short-link, .shortlink, #short-link, .short_link"),
    comments=Comments(
        item=select(".comments-list li, .comment-item, .comments .comment, #comments .comment"),
        name=select(".author, .name, .comment-author"),
        day=select(".date, time, .comment-date"),
        text=select(".comment-body, .comment-text, .comment-content, .text"),
        answer=select(".replies li, .answer, .reply, ul li, .children li"),
    ),
)
