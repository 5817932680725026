"""How long we remember where a comment came from, and as what.

The newsroom's hash of a sender differs from day to day, so that nobody can be followed. A
comment of last night is known again all the same: we make today the hashes of the days that
are still remembered, and look for them.
"""

from datetime import timedelta
from typing import Final

from django.http import HttpRequest
from django.utils import timezone

from dabir.newsroom.senders import sender_hash

DAYS_KEPT: Final = 7


def address_hashes(request: HttpRequest) -> list[str]:
    """Return what may be stored of the sender's address: today's hash first, then older ones."""
    today = timezone.localdate()
    return [sender_hash(request, today - timedelta(days=ago)) for ago in range(DAYS_KEPT + 1)]
