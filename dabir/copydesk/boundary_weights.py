"""The fitted weights of ``boundaries``, as ``tools/fit_boundaries.py`` leaves them."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

Weights = Mapping[str, float]


class Model(NamedTuple):
    """Fitted weights, and the pieces that open or close compounds often enough to be known."""

    form: Weights
    archive: Weights
    dropped: Weights
    openers: frozenset[str]
    closers: frozenset[str]


def read_model(path: Path) -> Model:
    """Return the weights in the JSON file ``path``."""
    found = json.loads(path.read_text(encoding="utf-8"))
    return model(**found)


def model(form: Weights, archive: Weights | None = None, dropped: Weights | None = None) -> Model:
    """Return a model of these weights; openers and closers are named in them."""
    return Model(
        form,
        archive or {},
        dropped or {},
        frozenset(name[2:] for name in form if name.startswith("a=")),
        frozenset(name[2:] for name in form if name.startswith("b=")),
    )


MODEL: Final = read_model(Path(__file__).with_name("boundaries.json"))
