"""Arabic inside Persian copy: verses of the Quran, sayings, prayers.

Words count towards a quotation when only Arabic makes them: two vowel signs or more, an
initial «أ/إ/ٱ», a «ة», the article «ال», or a particle that Persian never took over. A
quotation is a stretch with several of them and with nothing in it that only Persian has
(«پ چ ژ گ», «از», «است», «را», a half-space). Names such as «عبدالفتاح السیسی» hold too few.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from dabir.persian.letters import HALF_SPACE, LETTER_RANGE, SHORT_VOWELS, SIGN_RANGE, fold_letters

ENOUGH: Final = 3
"""So many Arabic words make a quotation; in quotation marks of its own, two do."""
GAP: Final = 3
"""So many words without a sign of their language may stand between two Arabic ones."""
EDGE: Final = 2
"""So many of them are taken in at either end."""

_WORD: Final = re.compile(f"[{LETTER_RANGE}][{LETTER_RANGE}{SIGN_RANGE}{HALF_SPACE}]*+")
_WALL: Final = re.compile('[«»"“”()\\[\\]{}؛:؟!/\n\ufd3e\ufd3f]|\\.(?!\\w)')
_VOWEL: Final = re.compile(f"[{SHORT_VOWELS}]")
_SIGN: Final = re.compile(f"[{SIGN_RANGE}]")
_ARTICLE: Final = re.compile("(?:[وفبک]?ال|و?لل)[آ-ی]{3}")
_ARABIC_LETTER: Final = re.compile("^و?[أإٱ]|ة$")
_PERSIAN_LETTER: Final = re.compile(f"[پچژگ{HALF_SPACE}]")
_BORROWED: Final = re.compile(
    "البته|الان|الکل|الکتر|المپی|الگو|الزام|الهام|الماس|التماس|التهاب|الحاق|القا|الفبا|الیاف|النگو"
    "|التیام|الصاق|الوار|الون|الوند|البرز|الجزایر|العربیه|الجزیره|المیادین|العالم|القاعده|السد|الهلال"
    "|الاهلی|النصر|الاتحاد|الشباب|الیگود|المان|الیاس|الناز|الهی|الهه|الیزا|الیس|الکس|الن|التزام|التقاط"
    "|الحاد|الحال|الاغ|الویه|الویت|التفات|والی|والدین|والا|باله|بالا|باله|بالغ|بالین|بالش|بالن|بالق|کالا"
    "|کالبد|فالگ|والیبال|بالک|کالج|کالی|والد|بالر|بالو|بالی|کالر|بالت|کالس|والتر|فالو|والن|بالط|بالع|بالف"
)
_PARTICLES: Final = frozenset(
    "فی الله لله بالله والله اللهم الذی الذین التی انما ذلک تلک هذا هذه هذی اولئک ایها فیه فیها"
    " فیهم الیه الیهم الیک منهم منکم عنهم لهم لکم لنا لها بهم بکم علیهم علیکم علینا الا لیس یکون"
    " کانوا قال قالوا قل آمنوا کفروا انا انه انهم انک لانه فانه ولا ولم ولن ومن وما وهو وهم لعل"
    " لعلکم لقد فقد ربنا ربک ربی ربکم عنه اذا اذ یوم".split()
)
_PERSIAN: Final = frozenset(
    "از را که است در این آن برای می شد شده شدن کرد کردن کرده با تا بر ها های نیز باید هر یک خود وی"
    " گفت پس اگر چه بود هست هستند اند ام دارد دارند داشت شود کند کنند نیست بوده خواهد نمی ای آنها"
    " ما او به هم چون سپس دیگر همه روز سال کشور خبر آقای خانم".split()
)


class _Word(NamedTuple):
    start: int
    end: int
    weight: int
    """2 voweled, 1 Arabic by its letters, 0 of either language, -1 Persian."""


def arabic_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of ``text`` that are Arabic, in order."""
    at = 0
    for wall in (*_WALL.finditer(text), None):
        end = wall.start() if wall else len(text)
        if end > at:
            quoted = text[at - 1 : at] in {"«", '"', "“", "("} and text[end : end + 1] in '»"”)'
            yield from _arabic_in(text, at, end, quoted=quoted)
        at = end + 1


def _arabic_in(text: str, start: int, end: int, *, quoted: bool) -> Iterator[tuple[int, int]]:
    """Yield the Arabic between two walls."""
    words = [_weighed(found) for found in _WORD.finditer(text, start, end)]
    if quoted and words and _is_arabic(words):
        yield words[0].start, words[-1].end
        return
    for first, run in _runs(words):
        if sum(word.weight for word in run) >= ENOUGH:
            run = _with_edges(words, first, first + len(run))
            yield run[0].start, run[-1].end
        else:
            yield from ((word.start, word.end) for word in run if word.weight > 1)


def _is_arabic(words: list[_Word]) -> bool:
    """Say whether a whole quotation is Arabic: a third of its words show it, none denies it."""
    weights = [word.weight for word in words]
    arabic = sum(weight > 0 for weight in weights)
    return min(weights) >= 0 and sum(weights) > 1 and arabic * 3 >= len(words)


def _runs(words: list[_Word]) -> Iterator[tuple[int, list[_Word]]]:
    """Yield the stretches from an Arabic word to another that hold no Persian one."""
    first = last = None
    for at, word in enumerate(words):
        if first is not None and last is not None and (word.weight < 0 or at - last > GAP):
            yield first, words[first : last + 1]
            first = None
        if word.weight > 0:
            first = at if first is None else first
            last = at
    if first is not None and last is not None:
        yield first, words[first : last + 1]


def _with_edges(words: list[_Word], first: int, after: int) -> list[_Word]:
    """Return a stretch with the words beside it that may be of its language."""
    low = first
    while low > max(0, first - EDGE) and words[low - 1].weight == 0:
        low -= 1
    high = after
    while high < min(len(words), after + EDGE) and words[high].weight == 0:
        high += 1
    return words[low:high]


def _weighed(found: re.Match[str]) -> _Word:
    word = found.group()
    return _Word(found.start(), found.end(), _weight(word))


def _weight(word: str) -> int:
    """Return how much ``word`` speaks for Arabic."""
    if len(_VOWEL.findall(word)) > 1:
        return 2
    bare = fold_letters(_SIGN.sub("", word))
    if _ARABIC_LETTER.search(bare) or bare in _PARTICLES:
        return 1
    if _ARTICLE.match(bare) and not _BORROWED.match(bare):
        return 1
    return -1 if bare in _PERSIAN or _PERSIAN_LETTER.search(bare) else 0
