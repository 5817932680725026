"""The source line: who tells, after whom, from where."""

import pytest

from dabir.archive.importers import Attribution, read_page
from dabir.archive.importers.attribution import Evidence, read_attribution
from tests.archive.conftest import BODY, HEADLINE, LEAD, page, told

REST = "کتابخانه شهر از امروز باز است و مردم می توانند هر روز به آن سر بزنند."


def read(
    *body: str, lead: str = "", hosts: tuple[str, ...] = (), signed: bool = False
) -> Attribution:
    """The attribution of a body; it must be there, and its span must fit."""
    found = read_attribution(body, lead, Evidence(frozenset(hosts), signed))
    assert found
    assert [*body, lead][found.text][found.start : found.end] == found.attribution.phrase
    return found.attribution


@pytest.mark.parametrize(
    ("line", "own", "outlet", "city"),
    [
        ("به گزارش روزنامه صبح به نقل از شورای شهر، ", "روزنامه صبح", "شورای شهر", ""),
        ("به گزارش ایسنا و به نقل از رویترز، ", "ایسنا", "رویترز", ""),
        ("به گزارش خبرگزاری برنا، به نقل از بنیاد باغ، ", "خبرگزاری برنا", "بنیاد باغ", ""),
        ("به گزارش خبرنگار ایلنا از مشهد، ", "ایلنا", "", "مشهد"),
        ("به گزارش خبرنگار اقتصادی خبرگزاری فارس، ", "خبرگزاری فارس", "", ""),
        ("به گزارش گروه شهری خبرگزاری برنا؛ ", "خبرگزاری برنا", "", ""),
        ("به گزارش خبرگزاری قدس(قدسنا) ، ", "خبرگزاری قدس", "", ""),
        ('به گزارش"ورزش سه" ', "ورزش سه", "", ""),
        ("به گزارش «صبح شهر» ", "صبح شهر", "", ""),
        ("به گزارش خبرنگار ما ", "خبرنگار ما", "", ""),
        ("به گزارش ایرنا از مسکو ", "ایرنا", "", "مسکو"),
        ("به گزارش ایسنا از باغستان بالا، ", "ایسنا", "", "باغستان بالا"),
        ("به گزارش خبرآنلاین لرستان ، ", "خبرآنلاین", "", "لرستان"),
        ("به گزارش پایگاه دور از تبریز، ", "", "پایگاه دور", "تبریز"),
        ("به گزارش ایسنا از وزارت راه و شهرسازی، ", "ایسنا", "وزارت راه و شهرسازی", ""),
        (
            "به گزارش ایسنا به نقل از وزارت علوم، تحقیقات و فناوری، ",
            "ایسنا",
            "وزارت علوم، تحقیقات و فناوری",
            "",
        ),
        ("تهران- به گزارش ایسنا، ", "ایسنا", "", ""),
        (".به گزارش ایسنا، ", "ایسنا", "", ""),
        ("به گزارش ایسنا دکتر پارسا، ", "ایسنا", "", ""),
        ("به نقل از تسنیم، ", "", "تسنیم", ""),
        ("به گزارش خبرگزاری رویترز، ", "", "خبرگزاری رویترز", ""),
        ("به گزارش روابط عمومی باغ، ", "", "روابط عمومی باغ", ""),
    ],
)
def test_it_reads_the_report(line: str, own: str, outlet: str, city: str) -> None:
    said = read(line + REST)

    assert (said.own_outlet, said.outlet, said.city) == (own, outlet, city)


def test_three_outlets_are_told_apart() -> None:
    said = read("به گزارش روزنامه صبح به نقل از ایسنا به نقل از رویترز، " + REST)

    assert (said.own_outlet, said.via, said.outlet) == ("روزنامه صبح", "ایسنا", "رویترز")
    assert said.kind == "agency"


@pytest.mark.parametrize(
    ("line", "own", "outlet", "city"),
    [
        ("نادر پارسا در گفت و گو با خبرنگار فارس در ايلام اظهار داشت: ", "فارس", "", "ايلام"),
        ("نادر پارسا در گفتگو با ایسنا گفت: ", "ایسنا", "", ""),
        ("نادر پارسا در گفتگویی با خبرنگار ما گفت: ", "خبرنگار ما", "", ""),
        ("نادر پارسا در گفتگو با مردم و در مصاحبه با رویترز گفت: ", "", "رویترز", ""),
    ],
)
def test_it_reads_the_interview(line: str, own: str, outlet: str, city: str) -> None:
    said = read(line + REST)

    assert (said.own_outlet, said.outlet, said.city) == (own, outlet, city)
    assert said.kind == "interview"


@pytest.mark.parametrize(
    ("hosts", "signed", "place", "own"),
    [
        (("www.isna.ir", "isna.ir"), False, 1, True),
        (("newspaper.isna.ir",), False, 1, True),
        (("sobh.ir",), True, 0, False),
        ((), True, 1, True),
        ((), False, 1, False),
        ((), False, 0, True),
    ],
)
def test_the_page_shows_whose_name_it_is(
    hosts: tuple[str, ...], signed: bool, place: int, own: bool
) -> None:
    body = [REST] * place + ["به گزارش ایسنا، " + REST]

    said = read(*body, hosts=hosts, signed=signed)

    assert (said.own_outlet, said.outlet) == (("ایسنا", "") if own else ("", "ایسنا"))


def test_the_lead_may_hold_the_source_line() -> None:
    assert read(REST, lead="به گزارش صبح شهر، " + REST).own_outlet == "صبح شهر"


@pytest.mark.parametrize(
    ("opening", "outlet", "via"),
    [
        ("ایرنا نوشت: ", "ایرنا", ""),
        ("ایسنا به نقل از شهردار نوشت: ", "شهردار", "ایسنا"),
    ],
)
def test_an_outlet_that_wrote(opening: str, outlet: str, via: str) -> None:
    said = read(opening + REST)

    assert (said.outlet, said.via) == (outlet, via)


def test_a_credit_at_the_end() -> None:
    said = read(REST, "منبع: روزنامه ایران")

    assert (said.phrase, said.outlet) == ("منبع: روزنامه ایران", "روزنامه ایران")


@pytest.mark.parametrize(
    "text",
    [
        REST,
        "شهردار به گزارش ما پاسخ داد",
        "به گزارش که رسید نگاه کنید",
        "به گزارش این سازمان درباره کتابخانه شهر که پارسال نوشته شد، نگاه کنید",
        "کار تمام شد. به گزارش ایسنا، " + REST,
        "نادر پارسا در گفتگو با خبرنگاران گفت: " + REST,
        "به نقل از",
        "به گزارش کسی بی نام",
    ],
)
def test_it_does_not_make_up_a_source(text: str) -> None:
    assert read_attribution([text], "", Evidence()) is None


def test_a_foreign_name_is_told_as_not_sure() -> None:
    record = read_page(page(HEADLINE, "", LEAD, "", told(*BODY[1:3], "به گزارش ایسنا، " + REST)))

    assert record.attribution
    assert record.attribution.outlet == "ایسنا"
    assert any("«ایسنا»" in remark for remark in record.unsure)
