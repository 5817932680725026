"""Names of Persian outlets and of agencies abroad, and the hosts they are read at.

Needed where a source line has no comma («به گزارش ایسنا دکتر …»), and to tell the paper's
own name from another outlet's. What is not listed is still read; see ``attribution``.
"""

import re
from typing import Final

from dabir.archive.importers.forms import any_of
from dabir.archive.importers.lines import key

AT_HOME: Final = {
    "ایسنا": "isna.ir",
    "خبرگزاری دانشجویان ایران": "isna.ir",
    "ایرنا": "irna.ir",
    "خبرگزاری جمهوری اسلامی": "irna.ir",
    "مهر": "mehrnews.com",
    "فارس": "farsnews.ir",
    "تسنیم": "tasnimnews.com",
    "ایلنا": "ilna.ir",
    "برنا": "borna.news",
    "ایکنا": "iqna.ir",
    "ایبنا": "ibna.ir",
    "ایمنا": "imna.ir",
    "ایسکانیوز": "iscanews.ir",
    "ایانا": "iana.ir",
    "شانا": "shana.ir",
    "شبستان": "shabestan.ir",
    "آنا": "ana.press",
    "پانا": "pana.ir",
    "موج": "mojnews.com",
    "میزان": "mizan.news",
    "دفاع مقدس": "defapress.ir",
    "حوزه": "hawzahnews.com",
    "رسا": "rasanews.ir",
    "ابنا": "abna24.com",
    "اهل بیت": "abna24.com",
    "تقریب": "taghribnews.com",
    "قدس": "qodsna.com",
    "قدسنا": "qodsna.com",
    "کردپرس": "kurdpress.com",
    "کرد پرس": "kurdpress.com",
    "آریا": "aryanews.com",
    "خانه ملت": "icana.ir",
    "صدا و سیما": "iribnews.ir",
    "صداوسیما": "iribnews.ir",
    "واحد مرکزی خبر": "iribnews.ir",
    "باشگاه خبرنگاران جوان": "yjc.ir",
    "باشگاه خبرنگاران": "yjc.ir",
    "میراث آریا": "chtn.ir",
    "میراث فرهنگی": "chtn.ir",
    "میراث خبر": "chtn.ir",
    "علم و فناوری": "stnews.ir",
    "سینماپرس": "cinemapress.ir",
    "خبرآنلاین": "khabaronline.ir",
    "خبر آنلاین": "khabaronline.ir",
    "همشهری آنلاین": "hamshahrionline.ir",
    "همشهری": "hamshahrionline.ir",
    "جام جم آنلاین": "jamejamonline.ir",
    "جام جم": "jamejamonline.ir",
    "جام نیوز": "jamnews.com",
    "کیهان": "kayhan.ir",
    "اطلاعات": "ettelaat.com",
    "ایران آنلاین": "ion.ir",
    "ایران ورزشی": "ion.ir",
    "شرق": "sharghdaily.com",
    "اعتماد": "etemadnewspaper.ir",
    "اعتمادآنلاین": "etemadonline.com",
    "اعتماد آنلاین": "etemadonline.com",
    "دنیای اقتصاد": "donya-e-eqtesad.com",
    "اقتصادنیوز": "eghtesadnews.com",
    "اقتصاد نیوز": "eghtesadnews.com",
    "اقتصاد آنلاین": "eghtesadonline.com",
    "تابناک": "tabnak.ir",
    "مشرق نیوز": "mashreghnews.ir",
    "مشرق": "mashreghnews.ir",
    "رجانیوز": "rajanews.com",
    "جهان نیوز": "jahannews.com",
    "جهان صنعت": "jahansanat.ir",
    "عصر ایران": "asriran.com",
    "عصرایران": "asriran.com",
    "انتخاب": "entekhab.ir",
    "فرارو": "fararu.com",
    "فردانیوز": "fardanews.com",
    "فردا": "fardanews.com",
    "نامه نیوز": "namehnews.com",
    "افکارنیوز": "afkarnews.com",
    "افکار نیوز": "afkarnews.com",
    "الف": "alef.ir",
    "جماران": "jamaran.news",
    "انصاف نیوز": "ensafnews.com",
    "دیپلماسی ایرانی": "irdiplomacy.ir",
    "بهار نیوز": "baharnews.ir",
    "بهارنیوز": "baharnews.ir",
    "رویداد 24": "rouydad24.ir",
    "رویداد24": "rouydad24.ir",
    "روزیاتو": "rooziato.com",
    "برترین ها": "bartarinha.ir",
    "زومیت": "zoomit.ir",
    "ورزش سه": "varzesh3.com",
    "ورزش 3": "varzesh3.com",
    "خبر ورزشی": "khabarvarzeshi.com",
    "خبرورزشی": "khabarvarzeshi.com",
    "طرفداری": "tarafdari.com",
    "خراسان": "khorasannews.com",
    "قدس آنلاین": "qudsonline.ir",
    "وطن امروز": "vatanemrooz.ir",
    "جوان آنلاین": "javanonline.ir",
    "جوان": "javanonline.ir",
    "آرمان": "armandaily.ir",
    "ابتکار": "ebtekarnews.com",
    "آفتاب یزد": "aftabeyazd.ir",
    "آفتاب": "aftabnews.ir",
    "سازندگی": "sazandeginews.com",
    "هم میهن": "hammihanonline.ir",
    "شهروند": "shahrvand-newspaper.ir",
    "صبح صادق": "ssweekly.ir",
    "دانشجو": "snn.ir",
    "خبرگزاری صدا و سیما": "iribnews.ir",
    "العالم": "alalam.ir",
    "پرس تی وی": "presstv.ir",
    "رادیو فردا": "radiofarda.com",
    "رادیوفردا": "radiofarda.com",
    "ایران اینترنشنال": "iranintl.com",
    "صدای آمریکا": "voanews.com",
}
"""Outlets in Persian, each with its host."""

ABROAD: Final = (
    "رویترز",
    "رویتر",
    "آسوشیتدپرس",
    "آسوشیتد پرس",
    "خبرگزاری فرانسه",
    "فرانس پرس",
    "یونایتدپرس",
    "بلومبرگ",
    "شینهوا",
    "شین هوا",
    "اسپوتنیک",
    "ایتارتاس",
    "ایتار تاس",
    "تاس",
    "اینترفاکس",
    "اینترفکس",
    "نووستی",
    "ریانووستی",
    "آناتولی",
    "دویچه وله",
    "خبرگزاری آلمان",
    "سانا",
    "واع",
    "وفا",
    "کیودو",
    "یونهاپ",
    "الجزیره",
    "العربیه",
    "المیادین",
    "المنار",
    "المسیره",
    "راشاتودی",
    "راشا تودی",
    "روسیا الیوم",
    "فلسطین الیوم",
    "بی بی سی",
    "سی ان ان",
    "سی.ان.ان",
    "یورونیوز",
    "اسکای نیوز",
    "فاکس نیوز",
    "میدل ایست آی",
    "میدل ایست نیوز",
    "المانیتور",
    "گاردین",
    "نیویورک تایمز",
    "واشنگتن پست",
    "وال استریت ژورنال",
    "فایننشال تایمز",
    "فارین پالیسی",
    "اکونومیست",
    "ایندیپندنت",
    "دیلی میل",
    "تایمز",
    "مارکا",
    "آس",
    "گاتزتا دلو اسپورت",
    "کوریره دلو اسپورت",
    "اکیپ",
    "کیکر",
    "بیلد",
    "اشپیگل",
    "لوموند",
    "فیگارو",
    "هاآرتص",
    "القدس العربی",
    "تله ترادر",
)
"""Agencies, papers and channels abroad, which Persian outlets tell after."""

_HOSTS: Final = {key(name): host for name, host in AT_HOME.items()}
_ABROAD: Final = frozenset(map(key, ABROAD))
TYPE: Final = any_of("""
    خبرگزاری، پایگاه خبری ?تحلیلی، پایگاه خبری، پایگاه اطلاع ?رسانی، پایگاه اینترنتی، وب ?سایت
    سایت خبری، سایت رسمی، سایت، روزنامه، شبکه(?: (?:خبری|تلویزیونی))*، رادیو، تلویزیون
    هفته ?نامه، ماهنامه، نشریه، مجله، باشگاه خبری
""")
"""A pattern of what outlets are."""
_LONGEST_FIRST: Final = sorted([*AT_HOME, *ABROAD], key=len, reverse=True)
NAMES: Final = "(?:" + "|".join(_LONGEST_FIRST).replace(".", r"\.").replace(" ", " ?") + ")"
"""A pattern of all the names; a blank may be missing, as in «خبر آنلاین»."""
_TYPED: Final = re.compile(rf"^{TYPE}\s+")
_QUOTES: Final = "«»\"“”'؛ "


def bare(name: str) -> str:
    """Return an outlet's name without «خبرگزاری» and quotes."""
    return _TYPED.sub("", name.strip(_QUOTES)).strip(_QUOTES)


def host_of_outlet(name: str) -> str:
    """Return the host of an outlet in Persian; empty where it is not known."""
    return _HOSTS.get(key(bare(name)), "") or _HOSTS.get(key(name), "")


def is_abroad(name: str) -> bool:
    """Say whether a name is an outlet's that publishes in another language."""
    return key(bare(name)) in _ABROAD or key(name) in _ABROAD
