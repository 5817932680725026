"""What the archive tells the rooms above it."""

from django.dispatch import Signal

moved_in = Signal()
"""A story came out of a page, new or read again. Sender: the Story class; ``code``. Sent once
the transaction is committed."""
