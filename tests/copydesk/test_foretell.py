"""What the lexicon foretells of a word is what the desk would find of it."""

from heapq import nlargest
from pathlib import Path
from shutil import copy

import pytest

from dabir.copydesk import foretelling, lexicon
from dabir.copydesk.foretelling import foretell, is_foretold
from dabir.copydesk.lexicon import Lexicon
from dabir.copydesk.places import BASE
from dabir.copydesk.readings import Cause, Reader

ASKED = 400


@pytest.fixture
def foretold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a lexicon that was asked about its most frequent words."""
    monkeypatch.setattr(foretelling, "MOST", ASKED)
    place = Path(copy(BASE, tmp_path / "base.lexicon"))
    foretell(place)
    return place


def test_it_tells_of_the_most_frequent_words(foretold: Path) -> None:
    lexicon = Lexicon(foretold)
    told = [word for word in lexicon.words() if lexicon.foretold(word)]
    assert is_foretold(foretold)
    assert sorted(told) == sorted(nlargest(ASKED, lexicon.words(), key=lexicon.count))


def test_it_tells_what_would_be_found(foretold: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = Reader(Lexicon(foretold))
    monkeypatch.setattr(lexicon, "fingerprint", lambda: "of other weights")
    found = Reader(Lexicon(foretold))
    words = nlargest(ASKED, found.lexicon.words(), key=found.lexicon.count)
    assert not any(map(found.lexicon.foretold, words))
    assert list(map(told.hope, words)) == list(map(found.hope, words))
    may_part = told.joiner.dropped.may_part, found.joiner.dropped.may_part
    assert list(map(may_part[0], words)) == list(map(may_part[1], words))


def test_most_common_words_are_beyond_doubt(foretold: Path) -> None:
    reader = Reader(Lexicon(foretold))
    assert reader.hope("دولت") is Cause.NOWHERE
    assert not reader.joiner.dropped.may_part("دولت")
