"""Every spelling of a word gives the same terms."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dabir.archive.search import place
from dabir.archive.search.analysis import Analyser
from dabir.archive.search.taught import learn
from dabir.persian import HALF_SPACE

PARTED = """
    کتاب|های|شان بهره|برداری راه|اندازی می|رود می|توان رفته|اند خانه|ای حرفه|ای هسته|ای بزرگ|ترین
    علاقه|مندان سیاست|گذاری|های کتاب|خانه|ها دانش|آموزان نمی|توانند پر|فروش بین|المللی گفت|و|گو
    حمله|کنندگان احمدی|نژاد بازی|سازان رایانه|ها زندگی|اش خانه|ی صنایع|دستی نرم|افزارهای فن|آوری
    مسئولیت|پذیری تهیه|کنندگان منطقه|ای هم|کاری پیش|بینی به|کارگیری خواسته|اند سر|و|صدا شهرک|سازی
    مصرف|کننده تولید|کنندگان حقوق|بشر ضد|عفونی غنی|سازی بی|خانمان قانون|گذاری کم|تر به|ویژه
    می|رفته|اند می|بینمش برمی|گردد فردوسی|پور کرده|اند گفت|وگوی انگلیسی|ها مناسب|تری تیم|مان
""".split()


@pytest.mark.parametrize("word", PARTED)
def test_half_space_space_and_nothing_are_one(analyser: Analyser, word: str) -> None:
    half, space, glued = (word.replace("|", sign) for sign in (HALF_SPACE, " ", ""))
    assert analyser.read(half) == analyser.read(space) == analyser.read(glued)
    assert _words(analyser, half) == _words(analyser, space) == _words(analyser, glued)


def _words(analyser: Analyser, text: str) -> list[tuple[tuple[str, ...], str]]:
    return [(word.terms, word.compound) for word in analyser.words_of(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("كتابهاي", "کتاب"),
        ("هیئت", "هیأت"),
        ("مسئول", "مسؤول"),
        ("خانهٔ", "خانه"),
        ("خانۀ", "خانه"),
        ("صدای", "صدا"),
        ("رأی", "رای"),
        ("صرفاً", "صرفا"),
        ("۱٬۲۵۰", "1250"),
        ("١٣٩٩", "۱۳۹۹"),
        ("بر می گردند", "برمی" + HALF_SPACE + "گردند"),
        ("گفتگو", "گفت و گو"),
        ("اطاق", "اتاق"),
        ("مبتلایان", "مبتلا"),
        ("برگزیدگان", "برگزیده"),
        ("انتهای", "انتها"),
        ("Tehran", "TEHRAN"),
    ],
)
def test_spellings_of_one_word_are_one(analyser: Analyser, one: str, other: str) -> None:
    assert analyser.read(one) == analyser.read(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("تیم", "تام"),
        ("تنها", "تن"),
        ("ایران", "ایر"),
        ("رای", "را"),
        ("مردم", "مردن"),
        ("یا", "ی"),
    ],
)
def test_other_words_stay_others(analyser: Analyser, one: str, other: str) -> None:
    assert analyser.read(one).terms != analyser.read(other).terms


def test_a_verb_behind_mi_is_its_infinitive_a_noun_without_it(
    analyser: Analyser,
) -> None:
    assert analyser.read("می روند").terms == ["رفتن"]
    assert analyser.read("روند").terms == ["روند"]


def test_the_archive_teaches_compounds() -> None:
    texts = [f"مایلی{HALF_SPACE}کهن آمد"] * 3
    learnt = place.vocabulary(learn(texts))
    analyser = Analyser(place.lexicon(), learnt)
    assert analyser.read("مایلیکهن") == analyser.read("مایلی کهن")
    assert analyser.read("مایلی کهن").compounds == ["مایلیکهن"]


def test_the_archive_says_which_glued_word_is_meant() -> None:
    texts = [f"محله{HALF_SPACE}ای در محل{HALF_SPACE}های کار", f"محله{HALF_SPACE}ای"]
    learnt = place.vocabulary(learn(texts))
    assert Analyser(place.lexicon(), learnt).read("محلهای").terms == ["محله"]


def test_places_reach_over_endings_and_half_spaces(analyser: Analyser) -> None:
    text = f"«کتاب{HALF_SPACE}های شهر» را می{HALF_SPACE}خوانند."
    spans = [text[word.start : word.end] for word in analyser.words_of(text)]
    assert spans == [f"کتاب{HALF_SPACE}های", "شهر", "را", f"می{HALF_SPACE}خوانند"]


@settings(max_examples=60, deadline=None)
@given(
    text=st.text(alphabet=f"آابپتسشکگلمنوهیءأؤئ يك{HALF_SPACE} «».،0۱٢\u064e\u0640A", max_size=60)
)
def test_stories_and_queries_are_read_alike(analyser: Analyser, text: str) -> None:
    words = analyser.words_of(text)
    assert [term for word in words for term in word.terms] == analyser.read(text).terms
    assert all(0 <= word.start < word.end <= len(text) for word in words)
