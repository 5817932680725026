"""Stories about the same things lie near one another, whether or not they share words."""

from collections import Counter
from pathlib import Path
from random import Random

import numpy as np
import pytest

from dabir.archive.related import latent, points
from dabir.archive.related.latent import Model, Sample, TooFewError

FARM = "گندم خوشه درو خرمن آسیاب کشتزار باران خاک بذر".split()
SEA = "قایق ماهی تور بندر موج بادبان ساحل ملوان لنگر".split()
FACTS = {"version": 1, "language": 2}


def told(words: list[str], chance: Random) -> Counter[str]:
    """A story of five of these words, and two that everybody uses."""
    return Counter([*chance.sample(words, 5), "امروز", "مردم"])


@pytest.fixture
def sample() -> Sample:
    made, chance = Sample(), Random(7)
    for _ in range(30):
        made.add(told(FARM, chance))
        made.add(told(SEA, chance))
    return made


@pytest.fixture
def model(sample: Sample) -> Model:
    return latent.learn(sample, FACTS, dimensions=2)


def near(model: Model, one: str, other: str) -> float:
    return float(model.vector(Counter(one.split())) @ model.vector(Counter(other.split())))


def test_words_that_keep_company_lie_near_without_sharing_a_story(model: Model) -> None:
    assert near(model, "گندم درو", "خرمن آسیاب") > 0.9
    assert abs(near(model, "گندم درو", "قایق موج")) < 0.3


def test_a_vector_has_length_one(model: Model) -> None:
    assert np.linalg.norm(model.vector({"گندم": 2, "قایق": 1})) == pytest.approx(1, abs=1e-3)


def test_a_story_of_unknown_words_lies_nowhere(model: Model) -> None:
    assert not model.vector({"ناشناس": 1}).any()


def test_words_of_nearly_all_stories_are_not_learnt(model: Model) -> None:
    assert not model.vector({"امروز": 1, "مردم": 1}).any()


def test_the_same_sample_gives_the_same_model(sample: Sample) -> None:
    one, other = (latent.learn(sample, FACTS, dimensions=2) for _ in range(2))
    assert np.array_equal(one.vector({"گندم": 1}), other.vector({"گندم": 1}))


def test_nothing_is_learnt_from_too_few_stories() -> None:
    lonely = Sample()
    lonely.add({"گندم": 1})
    with pytest.raises(TooFewError):
        latent.learn(lonely, FACTS)


def test_a_model_is_kept_in_a_file(model: Model, tmp_path: Path) -> None:
    model.save(tmp_path)
    kept = Model.open(tmp_path)
    assert kept.facts == FACTS
    assert np.array_equal(kept.vector({"گندم": 1}), model.vector({"گندم": 1}))


def test_a_product_in_small_parts_is_the_whole_product(
    sample: Sample, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows, terms, _ = sample.weighed()
    dense = np.random.default_rng(1).standard_normal((len(terms), 3)).astype(np.float32)
    whole = rows.times(dense)
    monkeypatch.setattr(latent, "_AT_ONCE", 7)
    assert np.allclose(rows.times(dense), whole, atol=1e-5)
    back = rows.turned().turned()
    assert np.allclose(back.times(dense), whole, atol=1e-5)


# Points on the disk ---------------------------------------------------------------------


def kept(folder: Path, model: Model) -> points.Points:
    stories = ((code, model.vector({word: 1})) for code, word in ((3, "گندم"), (9, "قایق")))
    assert points.write(folder, model, stories) == 2
    return points.open_folder(folder)


def test_points_come_from_the_disk_and_later_ones_are_asked_for_once(
    model: Model, tmp_path: Path
) -> None:
    asked: list[list[int]] = []

    def tell(codes: list[int]) -> dict[int, dict[str, int]]:
        asked.append(codes)
        return {11: {"موج": 1}}

    found = kept(tmp_path, model)
    first = found.of([9, 11, 3], tell)
    assert np.allclose(first[0], model.vector({"قایق": 1}), atol=1e-2)
    assert np.allclose(first[1], model.vector({"موج": 1}), atol=1e-2)
    assert np.array_equal(found.of([9, 11, 3], tell), first)
    assert asked == [[11]]


def test_a_story_that_is_gone_lies_nowhere(model: Model, tmp_path: Path) -> None:
    assert not kept(tmp_path, model).of([77], lambda codes: {}).any()


def test_points_of_another_analysis_are_not_used(model: Model, tmp_path: Path) -> None:
    folder = tmp_path / "1"
    folder.mkdir()
    kept(folder, model)
    (tmp_path / "current").write_text("1")
    reader = points.PointsReader(lambda: tmp_path)
    assert reader.opened(FACTS)
    assert reader.opened({**FACTS, "version": 2}) is None


def test_broken_points_are_as_good_as_none(model: Model, tmp_path: Path) -> None:
    folder = tmp_path / "1"
    folder.mkdir()
    kept(folder, model)
    (folder / latent.FILE).write_bytes(b"broken")
    (tmp_path / "current").write_text("1")
    assert points.PointsReader(lambda: tmp_path).opened(FACTS) is None
    assert points.PointsReader(lambda: tmp_path / "elsewhere").opened(FACTS) is None
