"""WordPress and its themes: ``.entry-title``, ``.entry-content``, ``#comments .comment``.

Persian news themes add a kicker and a lead of their own under many names.
"""

from typing import Final

from dabir.archive.importers.families.family import Comments, Family, select

WORDPRESS: Final = Family(
    name="wordpress",
    signs=select("""
        .entry-title, .entry-content, .post-content, .single-post, .type-post, .hentry,
        .wp-post-image, .td-post-content, .wp-block-post-content, .comment-list, .wp-singular,
        .wp-caption, link[rel=https://api.w.org/], link[rel=EditURI]
    """),
    generators=("wordpress",),
    kicker=select("""
        .rutitr, .ruti-titr, .kicker, .entry-kicker, .post-kicker, .uptitle, .up-title, .pretitle,
        .pre-title, .roo-titr, .rotitr, .subtitle-top
    """),
    headline=select("""
        h1.entry-title, h1.post-title, .entry-header h1, .post-header h1, h1.single-title,
        .entry-title, .wp-block-post-title, article h1, h1
    """),
    lead=select("""
        .entry-lead, .post-lead, .lead, .lid, .entry-excerpt, .post-excerpt, .entry-summary,
        .single-excerpt, .news-lead, .wp-block-post-excerpt
    """),
    body=select("""
        .entry-content, .post-content, .td-post-content, .single-content, .wp-block-post-content,
        .the-content, .post_content, .article-content, .content-inner, [itemprop=articleBody]
    """),
    published=select("""
        time.entry-date, time.published, .entry-date, .post-date, .posted-on time, .posted-on,
        time, .date
    """),
    updated=select("time.updated"),
    code=select(".post-id, .news-code, .post-code, .single-code, .code"),
    section=select("""
        .breadcrumb a, .breadcrumbs a, .rank-math-breadcrumb a, .yoast-breadcrumb a, .cat-links a,
        .post-categories a, [rel=category], .entry-category a
    """),
    topics=select("[rel=tag], .tags-links a, .post-tags a, .tagcloud a, .entry-tags a"),
    byline=select(".author .fn, .author-name, .byline .author, .entry-author, [rel=author]"),
    related=select("""
        .related-posts h3 a, .related-posts a, .jp-relatedposts a, .yarpp a, #related_posts a
    """),
    picture=select("""
        .post-thumbnail img, .wp-post-image, .entry-thumbnail img, .featured-image img
    """),
    counters=select(".comments-title, .comments-link, .comment-count, .entry-comments"),
    short_address=select("[rel=shortlink], .short-link input, .shortlink input, #short-link"),
    comments=Comments(
        item=select(".comment-list .comment, .commentlist .comment, #comments li"),
        name=select(".fn, .comment-author, .author"),
        day=select(".comment-metadata time, time, .comment-date, .comment-metadata"),
        text=select(".comment-content, .comment-text, .comment-body p"),
        answer=select(".children .comment, .children li"),
    ),
)
