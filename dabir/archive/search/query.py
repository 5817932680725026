"""The language of queries, read by us: what somebody typed becomes a wish.

    پل رودخانه            both words; where no story has both, any of them
    «پل رودخانه»          the words side by side; "…" as well
    پل −چوبی              without a word or a phrase; any dash will do
    پل OR تونل            one of the two; «یا» is a word like others
    نویسنده: بخش: موضوع: کد: سال: از: تا:     limits; the value may stand in «…»

No typed text is an error: what cannot be read is looked for as words, and remarked on.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from dabir.archive.search.analysis import Analyser
from dabir.archive.search.letters import fold
from dabir.archive.search.stops import STOPS
from dabir.archive.search.wishes import Choice, Clause, Limits, Order, Phrase, Term, Wish
from dabir.persian import HALF_SPACE, JalaliDay, fold_letters, read_day, to_ascii_digits
from dabir.persian.jalali import JalaliMonth

LONGEST: Final = 300
"""Characters of a query that are read."""
MOST_CLAUSES: Final = 24
MOST_IN_PHRASE: Final = 16
_OPEN, _CLOSE = '«"“„', '»"”'
_DASH: Final = "\\-\u2212\u2010\u2011\u2012\u2013\u2014"
_KEYS: Final = {
    "نویسنده": "person",
    "خبرنگار": "person",
    "بخش": "section",
    "سرویس": "section",
    "موضوع": "topic",
    "کد": "code",
    "سال": "year",
    "از": "since",
    "تا": "before",
}
_PIECE: Final = re.compile(
    rf"(?P<not>(?<!\S)[{_DASH}](?=[^\s{_DASH}]))?"
    rf"(?:(?P<key>{'|'.join(_KEYS)})\s*:\s*)?"
    rf"(?:[{_OPEN}](?P<phrase>[^{_CLOSE}]*)[{_CLOSE}]?|(?P<word>[^\s{_OPEN}{_CLOSE}]+))"
)
_YEAR: Final = re.compile(r"(1[2-5]\d\d|\d\d)")
_MONTH: Final = re.compile(r"(1[2-5]\d\d|\d\d)[/.-](\d\d?)")

NO_SECTION: Final = f"سرویسی به نام «{{}}» نداریم؛ همهٔ سرویس{HALF_SPACE}ها جسته شد."
NO_DATE: Final = "تاریخ «{}» خوانده نشد؛ آن را مانند ۱۴۰۲/۳/۲۱ بنویسید."
NO_CODE: Final = "کد «{}» عدد نیست."
CUT: Final = "نوشته بلندتر از اندازه بود و تنها آغاز آن جسته شد."


@dataclass(frozen=True)
class Query:
    """What was read: the wish, what could not be read, and whether words were dropped."""

    wish: Wish
    remarks: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is looked for at all."""
        return not self.wish

    def any(self) -> "Query":
        """Return the query for stories with any of the words."""
        return replace(self, wish=replace(self.wish, any=True))

    @property
    def terms(self) -> frozenset[str]:
        """The terms and compounds that are marked in what is found."""
        return frozenset(_marked(self.wish.clauses))


class _Typed(NamedTuple):
    """One piece of what was typed."""

    unwanted: bool
    key: str
    text: str
    is_phrase: bool


def read_query(
    typed: str,
    analyser: Analyser,
    *,
    section_of: Callable[[str], str | None] = lambda name: None,
    order: Order = Order.RELEVANT,
) -> Query:
    """Return what ``typed`` asks for; ``section_of`` gives the key of a section by its name."""
    reader = _Reader(analyser, section_of)
    for piece, chosen in _with_choices(_pieces(typed[:LONGEST])):
        reader.take(piece, chosen)
    if len(typed) > LONGEST:
        reader.remarks.append(CUT)
    wish = Wish(
        clauses=reader.sifted()[:MOST_CLAUSES],
        without=tuple(reader.without[:MOST_CLAUSES]),
        limits=reader.limits,
        order=order,
    )
    return Query(wish, tuple(reader.remarks))


def _pieces(typed: str) -> Iterator[_Typed]:
    for match in _PIECE.finditer(fold_letters(typed).replace("\x00", " ")):
        phrase, word = match["phrase"], match["word"]
        text = phrase if phrase is not None else word
        if text.strip():
            key = _KEYS.get(match["key"] or "", "")
            yield _Typed(bool(match["not"]), key, text, phrase is not None)


def _with_choices(pieces: Iterator[_Typed]) -> Iterator[tuple[_Typed, bool]]:
    """Yield the pieces, each with whether it is a choice beside the one before it."""
    either = started = False
    for piece in pieces:
        if piece.text == "OR" and not piece.is_phrase:
            either = started
            continue
        yield piece, either
        either, started = False, True


class _Reader:
    """Takes the pieces of a query in."""

    def __init__(self, analyser: Analyser, section_of: Callable[[str], str | None]) -> None:
        self._analyser, self._section_of = analyser, section_of
        self.clauses: list[Clause] = []
        self.without: list[Clause] = []
        self.limits = Limits()
        self.remarks: list[str] = []
        self._words: list[str] = []

    def take(self, piece: _Typed, chosen: bool) -> None:
        if piece.key:
            self._settle()
            self._limit(piece.key, piece.text.strip())
        elif piece.unwanted:
            self._settle()
            self.without += self._read(piece)
        elif piece.is_phrase or chosen:
            self._settle()
            self._add(self._read(piece), chosen)
        else:
            self._words.append(piece.text)

    def sifted(self) -> tuple[Clause, ...]:
        """Return the clauses without words that tell nothing, unless there are no others."""
        self._settle()
        telling = [each for each in self.clauses if not _is_stop(each)]
        return tuple(telling or self.clauses)

    def _settle(self) -> None:
        """Read the words that were typed side by side together: «کتاب خانه» is one."""
        self.clauses += self._terms(" ".join(self._words))
        self._words = []

    def _terms(self, text: str) -> list[Clause]:
        return [Term(word.terms, word.compound) for word in self._analyser.words_of(text)]

    def _read(self, piece: _Typed) -> list[Clause]:
        if not piece.is_phrase:
            return self._terms(piece.text)
        terms = tuple(self._analyser.read(piece.text).terms[:MOST_IN_PHRASE])
        return [Phrase(terms)] if terms else []

    def _add(self, clauses: list[Clause], chosen: bool) -> None:
        if not (chosen and clauses and self.clauses):
            self.clauses += clauses
            return
        before, first = self.clauses.pop(), clauses[0]
        of = before.of if isinstance(before, Choice) else (before,)
        if not isinstance(first, Choice):
            self.clauses.append(Choice((*of, first)))
        self.clauses += clauses[1:]

    # Limits ----------------------------------------------------------------------------
    def _limit(self, key: str, text: str) -> None:
        getattr(self, f"_limit_{key}")(text)

    def _limit_person(self, text: str) -> None:
        if terms := tuple(self._analyser.read(text).terms):
            self.limits = replace(self.limits, people=(*self.limits.people, terms))

    def _limit_topic(self, text: str) -> None:
        if terms := tuple(self._analyser.read(text).terms):
            self.limits = replace(self.limits, topics=(*self.limits.topics, terms))

    def _limit_section(self, text: str) -> None:
        if key := self._section_of(text):
            self.limits = replace(self.limits, sections=(*self.limits.sections, key))
        else:
            self.remarks.append(NO_SECTION.format(text))

    def _limit_code(self, text: str) -> None:
        number = to_ascii_digits(text)
        if number.isdecimal() and len(number) < 19:
            self.limits = replace(self.limits, codes=(*self.limits.codes, int(number)))
        else:
            self.remarks.append(NO_CODE.format(text))

    def _limit_year(self, text: str) -> None:
        found = _YEAR.fullmatch(to_ascii_digits(text))
        if found:
            self.limits = replace(self.limits, year=_full_year(found[1]))
        else:
            self.remarks.append(NO_DATE.format(text))

    def _limit_since(self, text: str) -> None:
        if span := read_span(text):
            self.limits = replace(self.limits, since=span[0])
        else:
            self.remarks.append(NO_DATE.format(text))

    def _limit_before(self, text: str) -> None:
        if span := read_span(text):
            self.limits = replace(self.limits, before=span[1])
        else:
            self.remarks.append(NO_DATE.format(text))


def read_span(text: str) -> tuple[int, int] | None:
    """Return when a Jalali day, month or year begins and when it is over; None if it is none.

    Seconds since 1970. «۱۴۰۲/۳/۲۱», «۱۴۰۲/۳» and «۱۴۰۲» are read, in any digits.
    """
    plain = to_ascii_digits(text).strip()
    try:
        if found := _YEAR.fullmatch(plain):
            year = _full_year(found[1])
            first, last = JalaliDay(year, 1, 1), JalaliDay(year + 1, 1, 1).previous
        elif found := _MONTH.fullmatch(plain):
            month = JalaliMonth(_full_year(found[1]), int(found[2]))
            first, last = month.days[0], month.days[-1]
        else:
            first = last = read_day(plain)
    except ValueError:
        return None
    return int(first.begins.timestamp()), int(last.ends.timestamp())


def _full_year(written: str) -> int:
    year = int(written)
    return year if year > 99 else year + (1300 if year >= 30 else 1400)


def _is_stop(clause: Clause) -> bool:
    return (
        isinstance(clause, Term)
        and not clause.compound
        and all(fold(term) in STOPS for term in clause.terms)
    )


def _marked(clauses: tuple[Clause, ...]) -> Iterator[str]:
    for clause in clauses:
        match clause:
            case Term(terms, compound):
                yield from (compound,) if compound else terms
            case Phrase(terms):
                yield from terms
            case Choice(of):
                yield from _marked(of)
