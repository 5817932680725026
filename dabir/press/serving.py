"""The paper's server as the settings have it: where pages, static files and pictures lie."""

from pathlib import Path

from django.conf import settings

from dabir.press import announcing
from dabir.press.answers import Application
from dabir.press.server import Place, Server


def paper_server(newsroom: Application) -> Server:
    """Return the server of the paper's folder or bucket, with the newsroom behind it."""
    public: Place = settings.PUBLIC_DIR
    media: Place = Path(settings.MEDIA_ROOT)
    if settings.STORE:
        from dabir.press.borrowing import borrow

        public, media = borrow(settings.STORE, settings.DATA / "cache")
    return Server(
        public=public,
        static=settings.STATIC_ROOT,
        media=media,
        newsroom=newsroom,
        secure=settings.SECURE,
        announced=settings.DATA / announcing.FILE,
    )
