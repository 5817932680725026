"""The painter draws every scene, the same each time, and refuses what it does not know."""

import pytest
from PIL import Image, ImageChops, ImageStat

from dabir.demo import painter

SMALL = (160, 100)


def difference(first: Image.Image, second: Image.Image) -> float:
    """The mean difference of two pictures' channels, in levels of 255."""
    means = ImageStat.Stat(ImageChops.difference(first, second)).mean
    return sum(means) / len(means)


def test_the_list_of_scenes_is_complete() -> None:
    asked = (
        "mountains desert sea river lake forest night-sky snow wetland city-skyline city-street "
        "rain-street bridge metro park bazaar shop garden wheat greenhouse dam factory harbour "
        "train road chart coins library books classroom laboratory cells satellite telescope "
        "robot computer tiles carpet pottery theatre music cinema museum football running cycling "
        "swimming climbing chess gymnasium birds turtle leopard tree flowers bread tea "
        "historic-arch windtower caravanserai village"
    )
    assert set(painter.SCENES) == set(asked.split())
    assert len(painter.SCENES) == len(set(painter.SCENES))


@pytest.mark.parametrize("scene", painter.SCENES)
def test_a_scene_draws_the_same_each_time_and_differs_by_number(scene: str) -> None:
    first = painter.draw(f"{scene}/1", SMALL)
    again = painter.draw(f"{scene}/1", SMALL)
    other = painter.draw(f"{scene}/2", SMALL)
    assert first.size == SMALL
    assert first.mode == "RGB"
    assert first.tobytes() == again.tobytes()
    assert difference(first, other) > 8
    assert max(ImageStat.Stat(first).stddev) > 12, "a picture is no flat box"


@pytest.mark.parametrize("number", range(3, 10))
def test_every_number_has_its_picture(number: int) -> None:
    for scene in painter.SCENES[number::17]:
        assert painter.draw(f"{scene}/{number}", SMALL).size == SMALL


@pytest.mark.parametrize("number", [0, -4, 10, 123456789])
def test_any_whole_number_is_a_picture(number: int) -> None:
    assert painter.draw(f"sea/{number}", SMALL).size == SMALL


def test_drawing_keeps_its_proportions_at_another_size() -> None:
    large = painter.draw("mountains/2", (640, 400)).resize(SMALL, Image.Resampling.BOX)
    small = painter.draw("mountains/2", (320, 200)).resize(SMALL, Image.Resampling.BOX)
    assert difference(large, small) < 10


@pytest.mark.parametrize("size", [(320, 200), (200, 320), (300, 100), (1, 1)])
def test_any_shape_of_picture_is_filled(size: tuple[int, int]) -> None:
    assert painter.draw("tea/3", size).size == size


def test_an_unknown_scene_is_refused() -> None:
    with pytest.raises(ValueError, match="no scene called 'dragon'"):
        painter.draw("dragon/1")


@pytest.mark.parametrize("name", ["sea", "sea/", "sea/one"])
def test_a_name_without_a_number_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="ends in a whole number"):
        painter.draw(name)


def test_an_empty_size_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        painter.draw("sea/1", (0, 100))
