"""Neutral Persian sentences out of word lists: about a town that is nowhere, and its day."""

from random import Random
from typing import Final

from dabir.persian import HALF_SPACE

_Z: Final = HALF_SPACE
PLACES: Final = (
    "میدان کاج", "خیابان نارون", "کوی چشمه", "پل چوبی", "بازارچهٔ شمالی", "باغ انار",
    "ایستگاه خاوری", "درهٔ بید", "محلهٔ آسیاب", "کتابخانهٔ مرکزی", "سالن ورزش", f"گذر کوزه{_Z}گران",
)  # fmt: skip
DOERS: Final = (
    "شهرداری", "انجمن باغبانان", "گروه پژوهش", "کارگاه نجاری", "آموزگاران", "ادارهٔ آب",
    "تیم دوچرخه", f"پیشه{_Z}وران", "داوطلبان", "دانشجویان", "خانهٔ صنعت", "رانندگان خط ۵",
)  # fmt: skip
THINGS: Final = (
    "مسیر تازه", "نمایشگاه گیاهان", "دفتر گزارش سالانه", "کلاس سفال", "چراغ راهنما",
    "برنامهٔ تابستان", "پارکینگ طبقاتی", "آزمایش خاک", "جشن خوانش", f"طرح سایه{_Z}بان",
    "شبکهٔ لوله", "سامانهٔ نوبت", "کارگاه رنگ", f"نقشهٔ پیاده{_Z}روها",
)  # fmt: skip
DEEDS: Final = (
    "آماده شد", "بررسی شد", "گسترش یافت", "از نو آغاز شد", "به رأی گذاشته شد", "کامل شد",
    "معرفی شد", "بازسازی شد", "سنجیده شد", "به کار افتاد",
)  # fmt: skip
WHEN: Final = (
    "صبح امروز", "در پایان هفته", "پس از سه ماه کار", "با آغاز فصل تازه", "همزمان با بازگشایی",
    "در نشست ماهانه", "پیش از ظهر", "در دومین روز",
)  # fmt: skip
MORE: Final = (
    f"هزینهٔ آن {{n}} میلیون تومان است و از محل صرفه{_Z}جویی پرداخت می{_Z}شود.",
    f"بیش از {{n}} نفر در این کار همراه بوده{_Z}اند.",
    f"گزارش کامل آن تا {{n}} روز دیگر روی میز می{_Z}آید.",
    f"پاسخ پرسش{_Z}های مردم هر هفته نوشته می{_Z}شود.",
    f"اندازه{_Z}گیری{_Z}ها نشان می{_Z}دهد که رفت{_Z}وآمد {{n}} درصد روان{_Z}تر شده است.",
    f"همسایه{_Z}ها گفتند که کار آرام و بی سر و صدا پیش رفت.",
    f"بخش دوم در مساحت {{n}} متر مربع ساخته می{_Z}شود.",
    "این کار {n} سال پیش هم یک بار آزموده شده بود.",
)  # fmt: skip
NAMES: Final = ("نگار", "بهمن", "ترانه", "کاوه", "لادن", "سهند", "مینا", "آرمان", "شیوا", "پویا")
FAMILIES: Final = ("سپیدار", "کوهپایه", "رودکنار", f"نی{_Z}زن", "بادبان", "دشتی", "شالی", "سنگچین")
SECTIONS: Final = (
    ("town", "شهر"), ("society", "جامعه"), ("economy", "اقتصاد"), ("science", "دانش"),
    ("culture", "فرهنگ"), ("sport", "ورزش"), ("nature", "محیط زیست"), ("travel", "سفر"),
    ("books", "کتاب"), ("health", "سلامت"),
)  # fmt: skip


class Writer:
    """Writes sentences; the same seed writes the same ones."""

    def __init__(self, random: Random) -> None:
        self._random = random

    def headline(self) -> str:
        choose = self._random.choice
        return f"{choose(THINGS)} در {choose(PLACES)} {choose(DEEDS)}"

    def sentence(self) -> str:
        choose = self._random.choice
        news = f"{choose(THINGS)} در {choose(PLACES)} {choose(DEEDS)}"
        return f"{choose(DOERS)} گفت {choose(WHEN)} {news}."

    def paragraph(self) -> str:
        """Return some fifty words as rich text."""
        more = (m.format(n=self._random.randrange(2, 900)) for m in self._random.sample(MORE, 3))
        return f"<p>{self.sentence()} {' '.join(more)} {self.sentence()}</p>"

    def name(self) -> str:
        return f"{self._random.choice(NAMES)} {self._random.choice(FAMILIES)}"
