"""Lets no process of a running paper outlive the one that started it.

A worker that stays behind would go on answering on the paper's port, with an old paper.
"""

import ctypes
import os
import signal
import sys
import threading
import time
from typing import Final

_PR_SET_PDEATHSIG: Final = 1
"""prctl(2): the signal that this process gets when its parent dies. Linux only."""
_LOOK: Final = 1.0
"""Seconds between two looks at the parent."""


def follow_parent() -> None:
    """Ask the system to end this process when its parent ends; for ``preexec_fn``."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def leave_with_parent() -> None:
    """End this process soon after its parent has: for a worker that somebody else starts."""
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(_LOOK)
        os._exit(1)

    threading.Thread(target=watch, name="parent", daemon=True).start()
