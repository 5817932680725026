"""The house styles that a paper may choose from: one switch each, with its words.

A style is a list of phrases, each with how the style writes it; a phrase that ends in «+»
takes the endings of a noun as well. Sources: the Academy's «دستور خط فارسی» and «فرهنگ املایی
خط فارسی» for the compounds and for «ت» in words that are not Arabic; the plain verbs are what
the style books of newspapers ask for.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from dabir.copydesk.wording import table
from dabir.persian.letters import HALF_SPACE


@dataclass(frozen=True)
class Style:
    """A switch: its name, what it is called in the newsroom, whether it is on by itself."""

    name: str
    label: str
    is_on: bool
    lines: str

    @cached_property
    def phrases(self) -> dict[str, str]:
        """What the style writes another way, and how."""
        return table(self.lines)


STYLES: Final = (
    Style("goft-o-gu", f"«گفت{HALF_SPACE}وگو» به جای «گفت و گو»", False, "گفت_و_گو+:گفت|وگو"),
    Style(
        "gofto", f"«گفت{HALF_SPACE}وگو» به جای «گفتگو»", True, "گفتگو+:گفت|وگو گفت|و|گو+:گفت|وگو"
    ),
    Style("bad-az-zohr", "«بعدازظهر» یک واژه است", False, "بعد_از_ظهر:بعدازظهر"),
    Style(
        "to-az",
        f"«ت» به جای «ط» در واژه{HALF_SPACE}های غیرعربی",
        True,
        """
        اطاق+:اتاق بلیط+:بلیت اطو+:اتو طپش+:تپش غلطیدن:غلتیدن غلطید:غلتید غلطیده:غلتیده
        غلطک+:غلتک غلطان:غلتان امپراطور+:امپراتور باطلاق+:باتلاق باطری+:باتری ذغال+:زغال
        طاوس+:طاووس کیکاوس:کیکاووس
    """,
    ),
    Style(
        "jabeja",
        f"«جابه{HALF_SPACE}جا» و «روبه{HALF_SPACE}رو» با نیم{HALF_SPACE}فاصله",
        True,
        """
        جابجا:جابه|جا جابجایی+:جابه|جایی روبرو:روبه|رو روبروی:روبه|روی روبرویی:روبه|رویی
    """,
    ),
    Style(
        "hamin-tor",
        f"«همین{HALF_SPACE}طور»، «این{HALF_SPACE}گونه» با نیم{HALF_SPACE}فاصله",
        False,
        """
        همینطور:همین|طور همین_طور:همین|طور همانطور:همان|طور همان_طور:همان|طور اینطور:این|طور
        این_طور:این|طور آنطور:آن|طور آن_طور:آن|طور اینگونه:این|گونه این_گونه:این|گونه
        آنگونه:آن|گونه همینگونه:همین|گونه
    """,
    ),
    Style(
        "in-ke",
        f"«این{HALF_SPACE}که»، «آن{HALF_SPACE}ها» با نیم{HALF_SPACE}فاصله",
        False,
        """
        اینکه:این|که این_که:این|که آنکه:آن|که چنانکه:چنان|که چنان_که:چنان|که آنها:آن|ها
        اینها:این|ها آنهایی:آن|هایی اینهایی:این|هایی
    """,
    ),
    Style(
        "be",
        f"«به{HALF_SPACE}عنوان»، «به{HALF_SPACE}ویژه» با نیم{HALF_SPACE}فاصله",
        False,
        """
        به_عنوان:به|عنوان به_ویژه:به|ویژه به_خصوص:به|خصوص به_زودی:به|زودی به_شدت:به|شدت
        به_راحتی:به|راحتی به_خوبی:به|خوبی به_تدریج:به|تدریج به_تازگی:به|تازگی
        به_علاوه:به|علاوه به_سرعت:به|سرعت به_درستی:به|درستی به_موقع:به|موقع به_ندرت:به|ندرت
        به_کلی:به|کلی به_جز:به|جز به_رغم:به|رغم به_راستی:به|راستی به_وضوح:به|وضوح
        به_سختی:به|سختی به_سادگی:به|سادگی به_تنهایی:به|تنهایی به_آسانی:به|آسانی
        به_وسیله:به|وسیله به_واسطه:به|واسطه به_ناچار:به|ناچار به_آرامی:به|آرامی
        به_روشنی:به|روشنی به_دقت:به|دقت به_اصطلاح:به|اصطلاح به_صراحت:به|صراحت
        به_اتفاق:به|اتفاق
    """,
    ),
    Style(
        "ast",
        f"«است» به جای «می{HALF_SPACE}باشد»",
        False,
        """
        می_باشد:است میباشد:است می_باشند:هستند میباشند:هستند نمی_باشد:نیست نمیباشد:نیست
        نمی_باشند:نیستند می_باشم:هستم می_باشیم:هستیم
    """,
    ),
    Style(
        "kard",
        "«کرد» به جای «نمود»",
        False,
        """
        می_نماید:می|کند می_نمایند:می|کنند نموده:کرده نمودند:کردند نمایند:کنند نماید:کند
        نمودن:کردن
    """,
    ),
    Style("amrika", "«آمریکا» با الف کشیده", False, "امریکا+:آمریکا امریکایی+:آمریکایی"),
    Style("alayh", "«علیه» به جای «بر علیه»", False, "بر_علیه:علیه"),
    Style("ya-ye-ezafe", f"«خانهٔ» به جای «خانه{HALF_SPACE}ی»", False, ""),
    Style("ye-ye-ezafe", f"«خانه{HALF_SPACE}ی» به جای «خانهٔ»", False, ""),
)
"""All styles; «|» is a half-space in their lines and «_» a blank. A phrase with «|» is known only
where copy has a half-space too, one with «_» whatever stands there."""


def style(name: str) -> Style:
    """Return the style of a name."""
    return next(style for style in STYLES if style.name == name)
