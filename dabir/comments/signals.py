"""What the comments tell the rooms above them."""

from django.dispatch import Signal

comments_changed = Signal()
"""What a story's page shows of its comments changed: a text, a state, a counter. Sender: the
Comment class; ``story_code``, an int. Sent within the transaction of the change."""
