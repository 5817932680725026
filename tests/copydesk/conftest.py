"""Desks that have learnt little, and from the tests alone."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dabir.copydesk import Desk, House
from dabir.copydesk.compiling import compile_learnt
from dabir.copydesk.counts import Counts, Lesson
from dabir.copydesk.lexicon import Lexicon
from dabir.copydesk.places import BASE

Learnt = Callable[..., Desk]


@pytest.fixture
def learnt(tmp_path: Path) -> Learnt:
    """Return a desk that has learnt these lines, each so many times."""

    def desk(*lines: str, times: int = 30, house: House | None = None) -> Desk:
        with Counts(tmp_path / "counts.sqlite3") as counts:
            for _ in counts.learn(Lesson(str(n), list(lines)) for n in range(times)):
                pass
            compile_learnt(BASE, counts, tmp_path / "learnt.lexicon")
        return Desk(house=house, lexicon=Lexicon(tmp_path / "learnt.lexicon"))

    return desk
