"""Weights of the evidence of ``readings``, fitted by ``tools/fit_readings.py``.

Logistic regression on spoilt and untouched lines of news that were not counted. The order
is that of the evidence; the first weight stands for no evidence at all. ``LEAST_ODDS`` is the
logarithm of the odds from which a reading is shown: a wrong mark costs more than a missed slip.
"""

from typing import Final

WEIGHTS: Final = {
    "letters": (
        -4.8114, 0.2235, 0.284, 2.3355, 0.6582, -3.3033, 3.2657, 2.9609, 2.4222,
        0.7629, 2.1262, -5.698, 0.1459, 0.2781, 0.1267, 0.3591, -0.2791, -0.1793,
        0.8187, -1.2272, -0.1017, -0.3485, -1.1615, -0.1709,
    ),
    "glued": (
        -6.9988, 0.1833, 0.0673, 0.3843, 0.041, 1.2783, 1.0997, 0.3841, -0.4748,
        -0.082, 0.1011, 0.2724, 0.3308, -0.3175, -0.6039, -0.2401, -0.7138, 0.0323,
        0.6432, -1.3193, -1.0045, -0.0876,
    ),
    "split": (
        0.4069, 0.0994, 0.1162, -0.0301, -1.7657, 0.9199, -0.3112, -0.0237, -2.0985,
        0.0149, -0.3005, -0.2263, 1.7745, 0.1329, 0.0144, 0.7765, -0.1535, -0.4713,
        1.2471, -0.3758, -0.3488,
    ),
}  # fmt: skip
LEAST_ODDS: Final = {"letters": 3.0, "glued": 3.0, "split": 1.0}
