"""The paper and the newsroom as one WSGI application (what ``dabir run`` serves)."""

import os
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dabir.settings")

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from dabir.press import announcing
from dabir.press.orphans import leave_with_parent
from dabir.press.server import Place, Server

public: Place = settings.PUBLIC_DIR
media: Place = Path(settings.MEDIA_ROOT)
if settings.STORE:
    from dabir.press.borrowing import borrow

    public, media = borrow(settings.STORE, settings.DATA / "cache")

application = Server(
    public=public,
    static=settings.STATIC_ROOT,
    media=media,
    newsroom=get_wsgi_application(),
    secure=settings.SECURE,
    announced=settings.DATA / announcing.FILE,
)
leave_with_parent()
