"""The words of a source line, as patterns over an aligned paragraph.

به گزارش   خبرنگار   ایلنا   از مشهد   به نقل از   روابط عمومی استانداری ،
OPENING    POST      NAMES   CITY      AFTER       INSTITUTION           STOP
"""

import re
from typing import Final

from dabir.archive.importers.forms import any_of
from dabir.archive.importers.outlets import NAMES, TYPE
from dabir.archive.importers.places import PLACES
from dabir.persian import HALF_SPACE, INVISIBLE

QUOTE: Final = "«»\"“”'"
BLANKS: Final = " \t" + HALF_SPACE + INVISIBLE
TRAILING: Final = BLANKS + "،,؛:."

_TALK: Final = any_of("گفت ?و ?گویی، گفت ?و ?گو ?ی، گفت ?و ?گو، گفتگویی، گفتگو، مصاحبه ?ای، مصاحبه")
OPENING: Final = re.compile(
    rf"(?<!\w)(?:بنا ?)?به گزارش(?: +| *(?=[{QUOTE}]))(?!ها|این)(?=[\w{QUOTE}])"
)
TALK: Final = re.compile(rf"(?<!\w)در {_TALK} با +")
AFTER_OPENING: Final = re.compile(r"^به نقل از +")
AFTER: Final = re.compile(r"\s?[،,]?\s?(?:و )?به نقل از\s+")
AFTER_INSIDE: Final = re.compile(r"\s(?:و )?به نقل از\s")
CREDIT: Final = re.compile(r"^منبع ?: ?(?P<outlet>[^:؛]{2,80}?)[ .]*$")
WROTE: Final = re.compile(
    rf"^(?P<own>[{QUOTE}]?(?:{TYPE} )?{NAMES}[{QUOTE}]?)"
    r"(?: به نقل از (?P<outlet>[^،:؛]{2,60}?))? (?:در (?:گزارشی|خبری|مطلبی) )?نوشت ?:"
)

_NO_NAME: Final = rf"(?!{TYPE}(?!\w)|{NAMES}(?!\w))"
POST: Final = (
    rf"(?:خبرنگار(?:ان)?(?: {_NO_NAME}(?!در |از )[^\s،:؛]+){{0,5}}?"
    rf"|(?:گروه|سرویس|حوزه|بخش|واحد)(?: {_NO_NAME}[^\s،:؛]+){{1,5}}?"
    r"|روز [^\s،]+(?: \d+ [^\s،]+)?)"
)
KNOWN: Final = re.compile(
    rf"(?P<post>{POST}\s+)?"
    rf"(?P<name>(?:{TYPE}\s+)*[{QUOTE}]?\s?{NAMES}(?!\w)(?:\s?[{QUOTE}])?(?:\s?\([^()]{{1,20}}\))?)"
    rf"(?P<place>\s(?:استان )?{PLACES}(?!\w))?"
)
QUOTED: Final = re.compile(
    rf"(?P<post>{POST}\s+)?(?P<name>(?:{TYPE}\s+)?[«\"“][^«»\"“”]{{2,40}}[»\"”])(?P<place>)"
)
OURS: Final = re.compile(
    r"(?P<post>)(?P<name>خبرنگار ?(?:ما|این روزنامه|این رسانه))(?!\w)(?P<place>)"
)
CITY: Final = re.compile(rf"\s?(?:از|در)\s?(?P<city>{PLACES})(?!\w)")
CITY_AT_END: Final = re.compile(rf"\s(?:از|در)\s(?P<city>{PLACES})$")
UNLISTED_CITY: Final = re.compile(
    r"\s(?:از|در)\s(?P<city>[^\s،,؛:.]+(?:\s[^\s،,؛:.]+)?)(?=\s?[،,؛:]|\s(?:و )?به نقل از )"
)
_TELLER: Final = any_of("""
    وزارت، سازمان، روابط عمومی، اداره، مرکز، پایگاه، دفتر، خبرگزاری، شرکت، سایت
""")
FROM: Final = re.compile(rf"\sاز\s(?P<name>{_TELLER} [^،,؛:.]{{2,60}}?)(?=\s?[،,؛:])")
STOP: Final = re.compile(r"\s?[،,؛:.]")
_SPEECH: Final = any_of("""
    که، است، بود، شد، شده، کرد، گفت، اظهار، افزود، اعلام، برگزار، با اشاره، با بیان، وی، این
    امروز، دیروز
""")
VERB: Final = re.compile(rf"(?<!\w){_SPEECH}(?!\w)")
"""What no name has in it."""
_OFFICE: Final = any_of("""
    روابط عمومی، وزارت، سازمان، اداره، مرکز، ستاد، دفتر، پایگاه، معاونت، شرکت، بانک، سایت
    وب ?سایت، شبکه، نشریه، مجله، روزنامه، هفته ?نامه، دانشگاه، فدراسیون، باشگاه، پلیس
    دادستانی، کمیته، شورای?، گمرک، مجمع، منابع، مقام
""")
INSTITUTION: Final = re.compile(rf"^(?:اداره ?کل )?{_OFFICE}(?!\w)")
COMMA_INSIDE: Final = re.compile(
    "(?<=تعاون)،(?= ?کار و)|(?<=بهداشت)،(?= ?درمان)|(?<=صنعت)،(?= ?معدن)"
    "|(?<=علوم)،(?= ?تحقیقات)|(?<=میراث فرهنگی)،(?= ?(?:گردشگری|صنایع))"
    "|(?<=صنایع دستی)،(?= ?گردشگری)"
)
"""The comma in the name of a ministry."""
