"""Iransamaneh: ``/fa/news/CODE/slug``, ``.rutitr``, ``.title``, ``.subtitle``, ``.body``.

It writes a Jalali day into ``article:published_time``, and its columns into classes like
``col-xs-36``. Answers stand below their comment as ``.comm_answer``.
"""

from typing import Final

from dabir.archive.importers.families.family import Comments, Family, select


def _addresses(code: int) -> tuple[str, ...]:
    return (f"/fa/news/{code}", f"/fa/tiny/news-{code}")


IRANSAMANEH: Final = Family(
    name="iransamaneh",
    signs=select("""
        .rutitr, .rutitr_body, .news-rutitr, .news_pdate_c, .news_id_c, .news_path, .Htags,
        .tags_title, .comm_info_name, .news_nav, .news_body_con, .news_nav_title, .fa_date,
        .news-pdate, .comments_item, .news_toolbar, .news_strong
    """),
    generators=("iransamaneh", "ایران سامانه"),
    kicker=select(".rutitr, .rutitr_body, .news-rutitr, .newsPreTitle, .ru-titr"),
    headline=select("""
        h1.title, .title h1, h1 .title, h1.Htags, .news-title h1, h1.news-title, h1.title-news,
        .news-title, .title-news, .video_title, h1
    """),
    lead=select("""
        .subtitle, .news-subtitle, .subtitle-news, .subtitle_photo, .sub_ax, .content-lead-news,
        .photo_subtitle, .Htags_news_subtitle
    """),
    body=select("""
        .news_body_con .body, article .body, div.body, .khabar-matn, .album_content,
        .news_album_main_part, .baznashr-body, .body
    """),
    published=select("""
        .news_pdate_c, .news-pdate, .fa_date, .news_pdate_c_mobile, .news-date, .photo_pdate,
        .newsDate, .photo_pub_date, .autor_ax, .date-color-news
    """),
    code=select(".news_id_c, .news_id_c_mobile, .news-id, .news_id, .newsId"),
    section=select(".news_path a, .news_path2 a, .path_bottom_body a, .news_path_mobile a"),
    topics=select(".tags_title a, .tags_container a, .tags_item, .tags a"),
    byline=select(".news_reporter, .reporter, .author_name, .news_author"),
    related=select(".related_news a, .news_related a, .related_news_con a, .linear_related a"),
    picture=select(".lead_image img, .parent-lead-img img, .lead_pic img, .news_lead_img img"),
    counters=select(".comments_count, .comm_count, .comment_count, .comments_title, .comm_pub"),
    short_address=select(".short_link, .shortlink, .news_link, #short_link"),
    comments=Comments(
        item=select(".comments_item"),
        name=select(".comm_info_name"),
        day=select(".comm_info_date, .date-news-com"),
        text=select(".comments, .comm_text, .comments_text"),
        answer=select(".comm_answer, .comm_answer_line"),
    ),
    short_addresses=_addresses,
)
