"""Two pages of one import that say the same are remarked on, and both move in."""

from pathlib import Path

import pytest

from dabir.archive.importing import import_paths
from dabir.archive.related.lately import Lately
from tests.archive.conftest import BODY, daily_page

TEXT = " ".join(BODY)


def test_the_second_of_two_pages_is_remarked_on(db: None, tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text(daily_page(code="۷۱۲۰۳۴"), encoding="utf-8")
    (tmp_path / "2.txt").write_text(
        daily_page("کتابخانه باز شد", code="۷۱۲۰۳۵").replace("ی", "ي"), encoding="utf-8"
    )
    one, two = import_paths([tmp_path])
    assert [one.code, two.code] == [712034, 712035]
    assert not [remark for remark in one.unsure if "says the same" in remark]
    assert [remark for remark in two.unsure if remark.startswith("Story 712034 says the same")]


@pytest.mark.parametrize(
    "other", [TEXT, TEXT.replace("ی", "ي").replace("ک", "ك"), TEXT[: len(TEXT) * 2 // 3]]
)
def test_a_copy_is_known_again(other: str) -> None:
    lately = Lately()
    assert lately.look(1, TEXT) is None
    copy = lately.look(2, other)
    assert copy is not None
    assert copy.code == 1


def test_another_story_is_none() -> None:
    lately = Lately()
    lately.look(1, TEXT)
    assert lately.look(2, " ".join(f"واژه{number} دیگر" for number in range(60))) is None


def test_the_oldest_is_forgotten() -> None:
    lately = Lately(kept=2)
    for code in range(1, 4):
        lately.look(code, " ".join(f"واژه{code}{number}" for number in range(60)))
    assert len(lately._all) == 2
    assert lately.look(9, " ".join(f"واژه1{number}" for number in range(60))) is None
    copy = lately.look(10, " ".join(f"واژه3{number}" for number in range(60)))
    assert copy is not None
    assert copy.code == 3
