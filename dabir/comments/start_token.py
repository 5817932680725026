"""When a reader began to write, signed so that it cannot be made up.

A printed page is the same for everybody and cannot hold a time; the page's script asks for
a token when the reader turns to the form. Whoever sends without one, or quicker than a
person writes, is asked to look over the text once more.
"""

import time
from enum import Enum
from typing import Final

from django.core import signing

SHORTEST: Final = 3.0
LONGEST: Final = 12 * 3600.0
_SIGNER: Final = signing.Signer(salt="dabir.comments.start")


class Start(Enum):
    """What a token says of the time since the reader began."""

    UNKNOWN = "unknown"
    TOO_SOON = "too soon"
    GOOD = "good"


def new_token() -> str:
    """Return a token that says: begun now."""
    return _SIGNER.sign(str(int(time.time() * 1000)))


def judge(token: str) -> Start:
    """Say whether the reader who holds ``token`` has had time to write."""
    try:
        began = int(_SIGNER.unsign(token)) / 1000
    except signing.BadSignature:
        return Start.UNKNOWN
    seconds = time.time() - began
    if seconds > LONGEST:
        return Start.UNKNOWN
    return Start.GOOD if seconds >= SHORTEST else Start.TOO_SOON


def kept_or_new(token: str) -> str:
    """Return ``token`` while it is of use, so that waiting is not begun anew; else a new one."""
    return new_token() if judge(token) is Start.UNKNOWN else token
