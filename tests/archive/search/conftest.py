"""An analyser of the language without an archive, and an index of a few stories."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from dabir.archive.search import place, vocabulary
from dabir.archive.search.analysis import Analyser
from dabir.archive.search.entries import Entry
from dabir.archive.search.index import Index, Writer

NOON = datetime(2024, 5, 4, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def language() -> vocabulary.Vocabulary:
    return place.vocabulary({})


@pytest.fixture(scope="session")
def analyser(language: vocabulary.Vocabulary) -> Analyser:
    return Analyser(place.lexicon(), language)


def entry(code: int, headline: str, body: str = "", **facts: Any) -> Entry:
    """Return a story of the index; each is an hour younger than the one of the code before."""
    facts = {"published": NOON + timedelta(hours=code), **facts}
    return Entry(code=code, headline=headline, body=body, **facts)


@pytest.fixture
def index_of(tmp_path: Path, analyser: Analyser) -> Callable[..., Index]:
    """Return a function that makes an index of entries."""

    def make(*entries: Entry) -> Index:
        folder = tmp_path / "index"
        folder.mkdir()
        writer = Writer(folder, analyser)
        writer.put(entries)
        writer.commit()
        writer.close()
        return Index(folder)

    return make
