"""Pairs of common words are noted, so that their phrases are found without a long walk."""

from pathlib import Path

from dabir.archive.search.analysis import Analyser
from dabir.archive.search.building import SAMPLE, Drawn, begin_building, common_terms
from dabir.archive.search.found import pairs_of, text_of
from dabir.archive.search.vocabulary import Vocabulary
from tests.archive.search.conftest import entry


def test_what_many_stories_have_is_common(analyser: Analyser) -> None:
    texts = [f"شهر {'و باران' if n % 20 else 'پل'}" for n in range(400)]
    assert common_terms(texts, analyser) == ["باران", "شهر", "و"]
    assert common_terms(texts[:100], analyser) == []


def test_every_text_of_a_long_row_may_be_drawn() -> None:
    drawn = Drawn()
    assert list(drawn.watch(map(str, range(3 * SAMPLE)))) == [*map(str, range(3 * SAMPLE))]
    assert drawn.seen == 3 * SAMPLE
    thirds = [sum(int(text) // SAMPLE == third for text in drawn.texts) for third in range(3)]
    assert sum(thirds) == SAMPLE
    assert min(thirds) > SAMPLE / 4


def test_a_pair_is_noted_within_a_part_of_the_story_alone(analyser: Analyser) -> None:
    text, _ = text_of(entry(1, "باران شهر", "شهر باران و پل شهر"), analyser)
    assert {*pairs_of(text, frozenset(("شهر", "باران"))).split()} == {"باران+شهر", "شهر+باران"}


def test_a_building_keeps_what_is_common(tmp_path: Path) -> None:
    begin_building(tmp_path, ["باران در شهر"] * 500).close()
    words = Vocabulary.open(tmp_path)
    assert words.stories == 500
    assert words.common == {"باران", "در", "شهر"}
