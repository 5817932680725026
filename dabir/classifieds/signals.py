"""What the classifieds tell the rooms above them, inside the transaction of the change."""

from django.dispatch import Signal

advertisements_changed = Signal()
"""What is printed of an advertisement has changed: it came onto its page or left it.
Sender: the Advertisement class; ``pk``, and ``categories``: the keys (frozenset of pk) of
every category that shows it now or showed it before."""
