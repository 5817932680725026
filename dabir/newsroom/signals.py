"""What the newsroom tells the rooms above it."""

from django.dispatch import Signal

story_previewed = Signal()
"""An editor looks at a draft. Sender: the Story class; ``story``, ``request``. The first
receiver that returns an HttpResponse shows the page."""
