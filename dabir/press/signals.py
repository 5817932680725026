"""What the press tells others."""

from django.dispatch import Signal

pages_printed = Signal()
"""Pages were put in their places, and purged from the caches before readers: whoever fetches
them now gets what is new. No sender; ``paths``, a list of addresses. A receiver that raises is
logged and disturbs nobody."""
