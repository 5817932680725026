"""What belongs together is learnt from the paper's own archive.

    learn()   a model from a sample of the stories, and then the point of every story

A model stays while it fits: learning again folds in what came since, and learns anew only
where the index reads texts otherwise, or the archive has doubled. The sample bounds the
memory; the points of a million stories are 256 MB on the disk and are mapped, not read.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from django.conf import settings

from dabir.archive.related import latent, points
from dabir.archive.related.latent import Floats, Model, Told
from dabir.archive.related.weights import tell
from dabir.archive.search import place, stories, vocabulary
from dabir.archive.search.analysis import Analyser
from dabir.archive.search.asking import reader
from dabir.newsroom.models import Story

SAMPLE: Final = 20_000
"""Stories that a model is learnt from at most: about a minute of one core, and 200 MB."""
DOUBLED: Final = 2
_AT_ONCE: Final = 200

Progress = Callable[[int], None]


def root() -> Path:
    """Return where the points lie: beside the index, so that a copy of it takes them along."""
    found: Path = settings.SEARCH_DIR / "latent"
    return found


points_reader: Final = points.PointsReader(root)


def facts_of(opened: place.Opened) -> dict[str, Any]:
    """Return what a model must have been learnt by to fit an index: how texts are read."""
    facts = json.loads((opened.folder / vocabulary.FACTS).read_text())
    return {"version": facts.get("version"), "language": facts.get("language")}


def learn(*, anew: bool = False, progress: Progress | None = None) -> int:
    """Learn, or fold in what came since; return how many stories have a point now.

    Raises NoIndexError where there is no index, TooFewError where there are too few stories.
    """
    opened = reader.opened()
    facts = facts_of(opened)
    codes = list(Story.objects.live().order_by("pk").values_list("pk", flat=True))
    known = None if anew else points_reader.opened(facts)
    if known and len(codes) >= DOUBLED * known.model.facts["stories"]:
        known = None
    model = known.model if known else _learn(codes, opened.analyser, facts)
    found = _points(codes, model, known, opened.analyser)
    folder = place.begin(root())
    count = points.write(folder, model, _watched(found, progress))
    place.switch(root(), folder)
    return count


def _learn(codes: Sequence[int], analyser: Analyser, facts: dict[str, Any]) -> Model:
    """Return the model of every so many-th story."""
    sample = latent.Sample()
    step = max(1, -(-len(codes) // SAMPLE))
    for _, told in _tell(codes[::step], analyser):
        sample.add(told)
    return latent.learn(sample, {**facts, "stories": len(codes)})


def _tell(codes: Sequence[int], analyser: Analyser) -> Iterator[tuple[int, Told]]:
    """Yield what stories tell, in the order of their codes."""
    for at in range(0, len(codes), _AT_ONCE):
        found = {entry.code: entry for entry in stories.entries(codes[at : at + _AT_ONCE])}
        for code in sorted(found):
            yield code, tell(found[code], analyser)


def _points(
    codes: Sequence[int], model: Model, known: points.Points | None, analyser: Analyser
) -> Iterator[tuple[int, Floats]]:
    """Yield each story's point, in the order of their codes: the known one, or folded in."""

    def tell_some(some: list[int]) -> dict[int, Told]:
        return dict(_tell(some, analyser))

    before = known or points.Points(model, np.empty(0, np.int64), np.empty(0, np.float16))
    for at in range(0, len(codes), _AT_ONCE):
        some = codes[at : at + _AT_ONCE]
        yield from zip(some, before.of(some, tell_some), strict=True)


def _watched(
    items: Iterator[tuple[int, Floats]], progress: Progress | None
) -> Iterator[tuple[int, Floats]]:
    for count, item in enumerate(items, 1):
        yield item
        if progress and count % _AT_ONCE == 0:
            progress(_AT_ONCE)
