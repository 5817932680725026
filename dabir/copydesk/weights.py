"""Weights of the evidence of ``readings``, fitted by ``tools/fit_readings.py``.

Logistic regression on spoilt and untouched lines of news that were not counted. The order
is that of the evidence; the first weight stands for no evidence at all. ``LEAST_ODDS`` is the
logarithm of the odds from which a reading is shown: a wrong mark costs more than a missed slip.
"""

from typing import Final

WEIGHTS: Final = {
    "letters": (
        -4.2064, 0.225, 0.3166, 2.2998, 0.8802, -3.4118, 2.8869, 2.9373, 2.5513,
        1.2789, 1.9567, -6.2795, 0.1185, 0.3016, 0.2339, 1.1643, 0.2869, -0.1474,
        -0.1614, 0.4415, -1.0674, -0.2916, -0.1883, -1.7507, -0.1961, -1.0217,
        -1.2474, -4.7084,
    ),
    "glued": (
        -6.9407, 0.1678, 0.0902, 0.0244, 0.011, 1.0273, 1.2316, 0.3682, -0.0943,
        -0.0381, 0.4903, 0.2602, 0.3046, -0.1837, -0.504, -0.2153, -1.5593, -0.0629,
        0.6289, -1.2284, -0.7851, -0.0962, -0.4367, -0.2849, -3.4767,
    ),
    "split": (
        0.2884, 0.1547, 0.1045, -0.2098, -1.7026, 0.9819, -0.2325, -0.266, -2.0325,
        0.3929, -0.2054, 0.004, 2.2392, 0.0583, -0.0013, 0.5585, -0.0004, -0.4234,
        1.3627, -0.0735, -0.2903, 0.1677, 0.0, -0.9843,
    ),
}  # fmt: skip
LEAST_ODDS: Final = {"letters": 3.0, "glued": 3.0, "split": 1.0}
