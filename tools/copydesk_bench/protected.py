"""What the desk must never touch: addresses, numbers, times, codes, Arabic, verse, true doubles.

A span is damaged when a mark lies over it: what no mark touches, no fix changes. The
sentences were made for this list.
"""

from typing import Any, Final

ZWNJ: Final = "\u200c"
BATTERY: Final = (
    (
        "نشانی تازه https://example.ir/fa/news/912090/متن-خبر?id=12&x=1.5 است.",
        "https://example.ir/fa/news/912090/متن-خبر?id=12&x=1.5",
    ),
    ("به www.example.com/a,b;c سر بزنید.", "www.example.com/a,b;c"),
    ("سایت irna.ir خبر داد.", "irna.ir"),
    ("به info@example.ir بنویسید.", "info@example.ir"),
    ("نامه را به ali.rezaei+news@mail.example.co.ir فرستاد.", "ali.rezaei+news@mail.example.co.ir"),
    ("بهای آن 1,250.5 دلار است.", "1,250.5"),
    ("بهای آن ۱٬۲۵۰٫۵ دلار است.", "۱٬۲۵۰٫۵"),
    ("نرخ رشد ۳/۵ درصد بود.", "۳/۵"),
    ("نرخ رشد 3.5 درصد بود.", "3.5"),
    ("نشست ساعت ۱۲:۳۰ آغاز شد.", "۱۲:۳۰"),
    ("نشست ساعت 08:05 آغاز شد.", "08:05"),
    ("جنگنده F-16 فرود آمد.", "F-16"),
    ("موشک S-300 رسید.", "S-300"),
    ("نسخه ۲.۰.۱ آمد.", "۲.۰.۱"),
    ("در ۱۳۹۵/۰۳/۲۱ چاپ شد.", "۱۳۹۵/۰۳/۲۱"),
    ("در 2016-06-10 چاپ شد.", "2016-06-10"),
    ("شماره ۰۲۱-۸۸۷۶۵۴۳۲ پاسخ می" + ZWNJ + "دهد.", "۰۲۱-۸۸۷۶۵۴۳۲"),
    ("شماره +98 912 345 6789 پاسخ نداد.", "+98 912 345 6789"),
    ("برچسب #خبر_فوری داغ شد.", "#خبر_فوری"),
    ("کاربر @dabir_news نوشت.", "@dabir_news"),
    ("فایل report_v2.final.pdf را ببینید.", "report_v2.final.pdf"),
    ("آیه «بِسْمِ اللَّهِ الرَّحْمَٰنِ الرَّحِيمِ» خوانده شد.", "بِسْمِ اللَّهِ الرَّحْمَٰنِ الرَّحِيمِ"),
    ("خواند: «إِنَّا أَعْطَيْنَاكَ الْكَوْثَرَ».", "إِنَّا أَعْطَيْنَاكَ الْكَوْثَرَ"),
    ("گفت: ﴿قُلْ هُوَ اللَّهُ أَحَدٌ﴾ و نشست.", "﴿قُلْ هُوَ اللَّهُ أَحَدٌ﴾"),
    ("این کار صرفاً نمادین است.", "صرفاً"),
    ("مؤثر بودن آن روشن است.", "مؤثر"),
    ("رأی مردم چنین بود.", "رأی"),
    ("خانهٔ او دور بود.", "خانهٔ"),
    ("مسئله روشن است.", "مسئله"),
    ("لباس تر شد.", "لباس تر"),
    ("نمی از باران ماند.", "نمی از"),
    ("ای ایران ای مرز پرگهر", "ای ایران ای مرز"),
    ("هوا کم کم سرد شد.", "کم کم"),
    ("رفته رفته آرام گرفت.", "رفته رفته"),
    ("قطره قطره جمع شد.", "قطره قطره"),
    ("ها کردن بر شیشه", "ها کردن"),
    ("دمای آن ۲۵°C بود.", "۲۵°C"),
    ("فرمول H2O و CO2 را نوشت.", "H2O و CO2"),
    ("پرواز IR-655 نشست.", "IR-655"),
    ("تیم ۳-۲ برد.", "۳-۲"),
    ("سال تحصیلی ۹۶-۱۳۹۵ آغاز شد.", "۹۶-۱۳۹۵"),
    ("ماده ۱۰/۲ تصویب شد.", "۱۰/۲"),
    ("قیمت ۱۰۰٪ بالا رفت.", "۱۰۰٪"),
    ("بند الف-۲ حذف شد.", "الف-۲"),
    ("IP آن 192.168.1.1 است.", "192.168.1.1"),
    ("برنامه C++ و .NET را آموخت.", "C++ و .NET"),
    ("ارزش آن $1.2B شد.", "$1.2B"),
    ("کلید Ctrl+C را بزنید.", "Ctrl+C"),
    ("مسیر C:\\news\\2016 را باز کنید.", "C:\\news\\2016"),
    ("مسیر /srv/paper/public را باز کنید.", "/srv/paper/public"),
)


def damaged(rows: list[dict[str, Any]]) -> list[str]:
    """Return the spans of the battery that the records of its texts hurt."""
    return [
        span
        for (text, span), row in zip(BATTERY, rows, strict=True)
        if is_hurt(text, span, row["marks"])
    ]


def is_hurt(text: str, span: str, marks: list[dict[str, Any]]) -> bool:
    """Tell whether records of marks touch a span of ``text``."""
    start = text.index(span)
    end = start + len(span)
    return any(mark["start"] < end and mark["end"] > start for mark in marks)
