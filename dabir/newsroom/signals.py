"""What the newsroom tells the rooms above it."""

from django.dispatch import Signal

story_previewed = Signal()
"""An editor looks at a draft. Sender: the Story class; ``story``, ``request``. The first
receiver that returns an HttpResponse shows the page."""

comments_told = Signal()
"""Stories came from another system with what readers wrote under them. Sender: the Story
class; ``told``, a list of ``dabir.newsroom.arrivals.ToldComments``. Sent in the transaction in
which the stories are written. Told again, it replaces what it told before."""

front_previewed = Signal()
"""An editor looks at a front. Sender: the FrontVersion class; ``front`` (0 for the paper's own,
or its section's number), ``arrangement``, ``request``. The first receiver that returns an
HttpResponse shows the page."""
