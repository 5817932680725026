"""The paper and the newsroom as one WSGI application (what ``dabir run`` serves)."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dabir.settings")

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from dabir.press import announcing
from dabir.press.orphans import leave_with_parent
from dabir.press.server import Server

application = Server(
    public=settings.PUBLIC_DIR,
    static=settings.STATIC_ROOT,
    media=settings.MEDIA_ROOT,
    newsroom=get_wsgi_application(),
    secure=settings.SECURE,
    announced=settings.DATA / announcing.FILE,
)
leave_with_parent()
