"""The paper and the newsroom as one WSGI application (what ``dabir run`` serves)."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dabir.settings")

from django.conf import settings  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402

from dabir.press.server import Server  # noqa: E402

application = Server(
    public=settings.PUBLIC_DIR,
    static=settings.STATIC_ROOT,
    media=settings.MEDIA_ROOT,
    newsroom=get_wsgi_application(),
)
