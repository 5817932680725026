"""Where the stories lie: what was learnt, and the point of every story, as files.

    search/latent/current      names the folder in use
    search/latent/3/model.npz  the model
                    codes.npy  codes of stories, ascending
                    points.f16 a row of the model's dimensions for each, in halves of precision

Derived, and safe to delete: without it candidates stay in the order in which the index gave
them. A story that came later is folded in when it is asked for, and kept in memory.
"""

import logging
import threading
from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from dabir.archive.related.latent import Floats, Model, Told
from dabir.archive.search import place

CODES: Final = "codes.npy"
POINTS: Final = "points.f16"
_KEPT: Final = 20_000
"""Points of later stories that are kept in memory: 5 MB."""

log = logging.getLogger("dabir.archive")


class Points:
    """The points of stories, and the model that made them."""

    def __init__(self, model: Model, codes: NDArray[Any], rows: NDArray[Any]) -> None:
        self.model, self._codes, self._rows = model, codes, rows
        self._later: OrderedDict[int, Floats] = OrderedDict()
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._codes)

    @property
    def codes(self) -> NDArray[Any]:
        """The codes whose points are on the disk, ascending."""
        return self._codes

    def of(self, codes: Sequence[int], tell: Callable[[list[int]], Mapping[int, Told]]) -> Floats:
        """Return the points of stories, a row each; ``tell`` gives the terms of unknown ones.

        A story that ``tell`` knows nothing of lies nowhere: its row is zeros.
        """
        found = np.zeros((len(codes), self.model.dimensions), np.float32)
        unknown: dict[int, int] = {}
        for row, code in enumerate(codes):
            point = self._point(code)
            if point is None:
                unknown[code] = row
            else:
                found[row] = point
        if unknown:
            for code, told in tell([*unknown]).items():
                found[unknown[code]] = self._remember(code, self.model.vector(told))
        return found

    def _point(self, code: int) -> Any:
        at = int(np.searchsorted(self._codes, code))
        if at < len(self._codes) and self._codes[at] == code:
            return self._rows[at]
        return self._later.get(code)

    def _remember(self, code: int, point: Floats) -> Floats:
        with self._lock:
            self._later[code] = point
            if len(self._later) > _KEPT:
                self._later.popitem(last=False)
        return point


def write(folder: Path, model: Model, stories: Iterable[tuple[int, Floats]]) -> int:
    """Keep a model and the points of stories, codes ascending; return how many there are."""
    model.save(folder)
    codes = array("q")
    with (folder / POINTS).open("wb") as file:
        for code, point in stories:
            codes.append(code)
            file.write(point.astype(np.float16).tobytes())
    np.save(folder / CODES, np.array(codes, np.int64))
    return len(codes)


def open_folder(folder: Path) -> Points:
    """Open what ``folder`` keeps; OSError or ValueError where it cannot be read."""
    model = Model.open(folder)
    codes = np.load(folder / CODES)
    shape = (len(codes), model.dimensions)
    empty = np.empty(shape, np.float16)
    return Points(
        model,
        codes,
        np.memmap(folder / POINTS, np.float16, "r", shape=shape) if len(codes) else empty,
    )


class PointsReader:
    """Keeps the points in use open, and sees when they were learnt anew."""

    def __init__(self, root: Callable[[], Path]) -> None:
        self._root = root
        self._lock = threading.Lock()
        self._folder: Path | None = None
        self._points: Points | None = None

    def opened(self, facts: Mapping[str, Any]) -> Points | None:
        """Return the points, None where there are none that an analyser of ``facts`` made."""
        with self._lock:
            try:
                folder = place.current(self._root())
                if folder != self._folder:
                    self._points, self._folder = open_folder(folder), folder
            except place.NoIndexError:
                return None
            except (OSError, ValueError, KeyError) as error:
                log.warning("The points of the stories cannot be read: %s", error)
                return None
            fits = self._points and facts.items() <= self._points.model.facts.items()
            return self._points if fits else None
