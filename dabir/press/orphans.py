"""Lets no process of a running paper outlive the one that started it.

A server that stays behind would go on answering on the paper's port, with an old paper.
"""

import ctypes
import signal
import sys
from typing import Final

_PR_SET_PDEATHSIG: Final = 1
"""prctl(2): the signal that this process gets when its parent dies. Linux only."""


def follow_parent() -> None:
    """Ask the system to end this process when its parent ends; for ``preexec_fn``."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
