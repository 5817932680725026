"""Aasaam: ``/بخش-N/CODE-slug`` and ``/fa/tiny/news-CODE``, ``.uptitle``, ``#echo_detail``."""

from typing import Final

from dabir.archive.importers.families.family import Comments, Family, select


def _addresses(code: int) -> tuple[str, ...]:
    return (f"/fa/tiny/news-{code}",)


AASAAM: Final = Family(
    name="aasaam",
    signs=select("""
        #echo_detail, #echo_details, .echo_detail, .uptitle, .up-title, .up_title, .article_body,
        .breadcrumb_list, .article_header, .article_tag, .primary_files, .image_top_primary,
        .news_content, p.news-lead
    """),
    generators=("aasaam",),
    kicker=select(".uptitle, .up-title, .up_title, .news-uptitle, .news_uptitle"),
    headline=select("h1.title, .article_header h1, article h1, h1 .title, .news_title, h1"),
    lead=select("p.lead, .lead, p.news-lead, .news-lead, .news_lead"),
    bullets=select(".article_header ul li, .news_bullets li"),
    body=select("""
        #echo_detail, #echo_details, .echo_detail, #main_ck_editor, .article_body, .album_content
    """),
    published=select("""
        [itemprop=datePublished], [itemprop=datepublished], .news_time, article time,
        .article_date, .news_date, time
    """),
    updated=select("[itemprop=dateModified]"),
    code=select(".news_code, .article_code, .news-code, .code_news, .news_id"),
    section=select(".breadcrumb_list a, .breadcrumb_list li, .breadcrumb li a, .breadcrumb a"),
    topics=select(".article_tag a, .article_tags li, .news_tags a, .article-tag a, .tags ul li a"),
    byline=select(".writers, .article_author, .author_name, .news_author, .reporter"),
    related=select(".related_news a, .article_related a, .related a, .news_related a"),
    picture=select("""
        .primary_files img, .image_top_primary img, .primary_image img, .primary-files img
    """),
    counters=select(".comments_title, .comment_count, .comments_count, .comments-count"),
    short_address=select("[name=tinyurl], .tinyurl_form input, .short_link_cnt, .short_link"),
    comments=Comments(
        item=select(".comments-list li, .comments_list li, .comment_item"),
        name=select(".author, .comment_name, .name"),
        day=select(".date, time, .comment_date"),
        text=select(".comment-body, .comment_text, .text"),
        answer=select(".replies li, .comment_answer, .reply, ul li"),
    ),
    short_addresses=_addresses,
)
