"""What the archive tells the rooms above it."""

from django.dispatch import Signal

moved_in = Signal()
"""Stories came out of pages, new or read again. Sender: the Story class; ``codes``, a list.
Sent in the transaction in which they are written; a batch of new ones sends nothing else,
no ``post_save`` either."""
