"""Made-up pages in the markup of each family; what they say is the same everywhere."""

from collections.abc import Callable
from typing import Final

from dabir.persian import HALF_SPACE
from tests.archive.conftest import BODY, HEADLINE, LEAD, RELATED

KICKER: Final = "در آیین گشایش کتابخانه مرکزی مطرح شد:"
CROSS_HEAD: Final = f"قفسه{HALF_SPACE}هایی از چوب گردو"
CAPTION: Final = "تالار مطالعه در طبقه دوم"
READER: Final = f"دست مریزاد، سال{HALF_SPACE}ها منتظر بودیم."
ANSWER: Final = "سپاس از همراهی شما."
SECOND: Final = "ساعت کار جمعه چگونه است؟"
CODE: Final = 712034
TOPICS: Final = ("کتابخانه", "شهرداری")
PICTURE: Final = "images/hall.jpg"
PUBLISHED_SAID: Final = "۵ شهريور ۱۳۹۸ - ۱۵:۵۵"
PUBLISHED: Final = "2019-08-27T15:55:00+04:30"

Page = Callable[..., str]


def paragraphs(body: list[str] | None = None) -> str:
    """The body as most systems set it, with a cross head, a picture and an end mark."""
    first, *rest = body or BODY
    told = [f"<p>{first}</p>", f"<p><strong>{CROSS_HEAD}</strong></p>"]
    told += [f"<p style='text-align: justify;'>{text}</p>" for text in rest]
    told.insert(
        2, f"<figure><img src='{PICTURE}' width='600'><figcaption>{CAPTION}</figcaption></figure>"
    )
    told.append("<p>انتهای پیام/۴۱۲۹/</p>")
    return "\n".join(told)


def broken_lines(body: list[str] | None = None) -> str:
    """The body as old systems set it: text with breaks, no paragraph anywhere."""
    first, *rest = body or BODY
    lines = "<br />&nbsp;<br />".join(rest)
    picture = f"<img src='{PICTURE}' alt='{HEADLINE}' />"
    return (
        f"<div>{picture}<br />{first}<br /><b>{CROSS_HEAD}</b><br>{lines}"
        "<br />انتهای پیام/۴۱۲۹/</div>"
    )


def document(body: str, head: str = "") -> str:
    """A whole page around a story: menu, lists beside, foot."""
    return f"""<!DOCTYPE html><html lang="fa" dir="rtl"><head><meta charset="utf-8">
    <title>{HEADLINE} | روزنامه صبح</title>
    <meta property="og:site_name" content="روزنامه صبح">
    <meta property="og:title" content="{HEADLINE}">{head}
    <script>var x = "<p>هیچ</p>";</script></head>
    <body><header><h1 class="logo"><a href="/">روزنامه صبح</a></h1>
    <div class="today">سه شنبه ۲۸ بهمن ۱۳۹۹</div>
    <nav><ul><li><a href="/">صفحه نخست</a></li><li><a href="/city">شهر</a></li></ul></nav></header>
    {body}
    <aside><h3>پربازدیدترین ها</h3><ul><li><span class="rutitr">روتیتر خبری دیگر از شهر</span>
    <a href="/news/1">خبری دیگر که هیچ ربطی به این خبر ندارد</a></li></ul></aside>
    <footer>تمامی حقوق برای روزنامه صبح محفوظ است.</footer></body></html>"""


def iransamaneh_page(
    *, kicker: str = KICKER, lead: str = LEAD, body: str = "", code: int = CODE
) -> str:
    story = f"""<div class="news_body_con">
    <div class="news_toolbar"><div class="news_nav news_id_c"><span class="news_nav_title">کد خبر:
    </span> {code}</div><div class="news_path">گروه : <a href="/fa/city">شهر</a> » <a href="/fa/l">کتاب</a>
    </div><div class="news_nav news_pdate_c"><span class="news_nav_title">تاریخ انتشار: </span>
    {PUBLISHED_SAID}</div></div>
    <a class="news_print_botton">نسخه چاپی</a>
    <div class="rutitr">{kicker}</div>
    <div class="title"><h1 class="Htags"><a class="title" href="/fa/news/{code}/x">{HEADLINE}</a></h1></div>
    <div class="subtitle">{lead}</div>
    <div class="body">{body or paragraphs()}</div>
    <div class="tags_title">برچسب ها: <a href="/t/1">{TOPICS[0]}</a>، <a href="/t/2">{TOPICS[1]}</a></div>
    <div class="related_news"><span>مطالب مرتبط</span><ul><li><a href="/fa/news/9">{RELATED}</a></li></ul></div>
    <div class="comments_count">انتشار یافته: <b>۳</b> در انتظار بررسی: <b>۱</b> غیر قابل انتشار: <b>۲</b></div>
    <div class="comments_item"><div class="comm_info"><div class="comm_info_name">سارا</div>
    <div class="comm_info_date">۱۶:۱۰ - ۱۳۹۸/۰۶/۰۵</div></div><div class="comments">{READER}</div>
    <div class="comm_answer"><div class="comm_info_name">تحریریه</div><div class="comments">{ANSWER}</div></div></div>
    <div class="comments_item"><div class="comm_info_name">نیما</div><div class="comments">{SECOND}</div></div>
    <form name="comments"><span>نام:</span><input name="comment_name"></form></div>"""
    head = f"""<meta property="article:published_time" content="۱۳۹۸/۰۶/۰۵ - ۱۵:۵۵">
    <link rel="canonical" href="https://sobh.ir/fa/news/{code}/slug">"""
    return document(story, head)


def nastooh_page(
    *, kicker: str = KICKER, lead: str = LEAD, body: str = "", code: int = CODE
) -> str:
    story = f"""<section class="page-header"><ol class="breadcrumb"><li><a href="/">صفحه اصلی</a></li>
    <li><a href="/service/city">شهر</a></li><li><a href="/service/book">کتاب</a></li></ol></section>
    <article id="item" class="box item"><div class="item-header"><div class="item-nav">
    <div class="item-date"><span>{PUBLISHED_SAID}</span></div></div>
    <div class="item-title"><h4 class="subtitle kicker"><a href="/news/{code}">{kicker}</a></h4>
    <h1 class="title"><a itemprop="headline" href="/news/{code}">{HEADLINE}</a></h1></div></div>
    <div class="item-summary"><p class="summary introtext" itemprop="description">{lead}</p></div>
    <div class="item-body"><div class="item-text" itemprop="articleBody">{body or paragraphs()}</div>
    <div class="item-code">کد خبر {code}</div></div>
    <div class="short-link-container"><input value="sobh.ir/xf9f6"></div>
    <section class="box tags"><h2>برچسب{HALF_SPACE}ها</h2><ul><li><a>{TOPICS[0]}</a></li><li><a>{TOPICS[1]}</a></li></ul></section>
    <section class="box related-items"><header><h2>مطالب مرتبط</h2></header><ul><li class="news"><h3>
    <a href="/news/9">{RELATED}</a></h3></li></ul></section></article>
    <section class="comments"><header><h2>نظرات</h2><span>انتشار یافته: ۳</span>
    <span>در انتظار بررسی: ۱</span><span>غیرقابل انتشار: ۲</span></header>
    <ul class="comments-list"><li id="c1"><div class="heading"><span class="author">سارا</span>
    <span class="date">۱۶:۱۰ - ۱۳۹۸/۰۶/۰۵</span></div><div class="comment-body">{READER}</div>
    <ul class="replies"><li><span class="author">تحریریه</span><div class="comment-body">{ANSWER}</div></li></ul></li>
    <li><span class="author">نیما</span><div class="comment-body">{SECOND}</div></li></ul></section>"""
    head = f"""<meta property="nastooh:nid" content="{code}"><meta name="generator" content="www.nastooh.ir">
    <meta property="article:published_time" content="2019-08-27T15:55:00">
    <link rel="canonical" href="https://sobh.ir/news/{code}">"""
    return document(story, head)


def aasaam_page(*, kicker: str = KICKER, lead: str = LEAD, body: str = "", code: int = CODE) -> str:
    story = f"""<main><ul class="breadcrumb_list"><li><a href="/">خانه</a></li>
    <li><a href="/c"><span>شهر</span></a></li><li><a href="/b"><span>کتاب</span></a></li></ul>
    <article><header class="article_header"><div class="uptitle">{kicker}</div>
    <h1 class="title">{HEADLINE}</h1><time itemprop="datePublished" datetime="{PUBLISHED}">
    {PUBLISHED_SAID}</time><span class="news_code">کد خبر: {code}</span>
    <p class="lead">{lead}</p></header>
    <div class="article_body"><div id="echo_detail">{body or paragraphs()}</div></div>
    <div class="tinyurl_form"><input value="https://sobh.ir/fa/tiny/news-{code}"></div>
    <div class="article_tag"><a>{TOPICS[0]}</a> <a>{TOPICS[1]}</a></div>
    <div class="related_news"><h3>اخبار مرتبط</h3><a href="/x">{RELATED}</a></div></article>
    <div class="comments_title">انتشار یافته: ۳ در انتظار بررسی: ۱ غیر قابل انتشار: ۲</div>
    <ul class="comments-list"><li><b class="author">سارا</b><i class="date">۱۳۹۸/۰۶/۰۵ ۱۶:۱۰</i>
    <div class="comment-body">{READER}</div><ul class="replies"><li><b class="author">تحریریه</b>
    <div class="comment-body">{ANSWER}</div></li></ul></li>
    <li><b class="author">نیما</b><div class="comment-body">{SECOND}</div></li></ul></main>"""
    return document(story, f'<link rel="canonical" href="https://sobh.ir/بخش-کتاب-12/{code}-slug">')


def news_studio_page(
    *, kicker: str = KICKER, lead: str = LEAD, body: str = "", code: int = CODE
) -> str:
    story = f"""<div class="doc_content"><div class="doc-section-info"><a href="/c">شهر</a>
    <a href="/b">کتاب</a></div><div id="docDiv3TitrRou">{kicker}</div>
    <h1 id="docDiv3TitrMain">{HEADLINE}</h1><div class="docDiv3Date">تاریخ انتشار : {PUBLISHED_SAID}</div>
    <div class="doc-code">کد مطلب: {code}</div><div id="docDivLead1">{lead}</div>
    <div id="doctextarea"><article>{body or paragraphs()}</article></div>
    <div class="tags"><a>{TOPICS[0]}</a><a>{TOPICS[1]}</a></div>
    <div class="doc-related"><b>مطالب مرتبط</b><a href="/x">{RELATED}</a></div>
    <div>انتشار یافته: ۳</div><div>در انتظار بررسی: ۱</div><div>غیر قابل انتشار: ۲</div>
    <div class="user-comment-area"><span class="user-comment-name">سارا</span>
    <span class="user-comment-date">۱۳۹۸/۰۶/۰۵ ۱۶:۱۰</span><div class="user-comment-content">{READER}</div>
    <div class="user-comment-answer"><span class="user-comment-name">تحریریه</span>
    <div class="user-comment-content">{ANSWER}</div></div></div>
    <div class="user-comment-area"><span class="user-comment-name">نیما</span>
    <div class="user-comment-content">{SECOND}</div></div></div>"""
    return document(story, '<link rel="canonical" href="https://sobh.ir/vdcaxyz.html">')


def wordpress_page(
    *,
    kicker: str = KICKER,
    lead: str = LEAD,
    body: str = "",
    code: int = CODE,
    address: str = "https://sobh.ir/1398/06/library/",
) -> str:
    story = f"""<div class="breadcrumb"><a href="/">خانه</a> » <a href="/c">شهر</a> » <a href="/b">کتاب</a></div>
    <article id="post-{code}" class="post-{code} post type-post hentry"><header class="entry-header">
    <div class="rutitr">{kicker}</div><h1 class="entry-title">{HEADLINE}</h1>
    <span class="posted-on"><time class="entry-date published" datetime="{PUBLISHED}">{PUBLISHED_SAID}</time></span>
    <div class="entry-lead">{lead}</div></header>
    <div class="entry-content">{body or paragraphs()}
    <div class="sharedaddy"><a>اشتراک گذاری</a></div></div>
    <footer><span class="tags-links"><a rel="tag">{TOPICS[0]}</a><a rel="tag">{TOPICS[1]}</a></span></footer></article>
    <div class="related-posts"><h4>مطالب مشابه</h4><h3><a href="/x">{RELATED}</a></h3></div>
    <div id="comments"><p>انتشار یافته: ۳ | در انتظار بررسی: ۱ | غیر قابل انتشار: ۲</p>
    <ol class="comment-list"><li class="comment"><b class="fn">سارا</b>
    <div class="comment-metadata"><time datetime="2019-08-27T16:10:00+04:30">۵ شهریور</time></div>
    <div class="comment-content"><p>{READER}</p></div>
    <ol class="children"><li class="comment"><b class="fn">تحریریه</b><div class="comment-content">{ANSWER}</div></li></ol></li>
    <li class="comment"><b class="fn">نیما</b><div class="comment-content">{SECOND}</div></li></ol></div>"""
    head = f'<meta name="generator" content="WordPress 5.2"><link rel="canonical" href="{address}">'
    return document(story, head)


FAMILIES: Final[dict[str, Page]] = {
    "iransamaneh": iransamaneh_page,
    "nastooh": nastooh_page,
    "aasaam": aasaam_page,
    "news-studio": news_studio_page,
    "wordpress": wordpress_page,
}
