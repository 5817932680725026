"""A short sum of the desk's code and weights, to know whether an answer is still theirs."""

import hashlib
from functools import cache
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).parent


@cache
def fingerprint() -> str:
    """Return the sum of all modules and weights of this folder."""
    places = sorted((*HERE.glob("*.py"), *HERE.glob("*.json")))
    return hashlib.sha256(b"".join(place.read_bytes() for place in places)).hexdigest()[:16]
