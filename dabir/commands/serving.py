"""Serves readers: the newsstand, and the newsroom's desks behind it."""

import resource
import socket
from collections.abc import Iterable
from pathlib import Path
from signal import SIGINT, SIGTERM, signal
from typing import Final

BACKLOG: Final = 2048
"""Readers who may wait to be welcomed."""
MANY: Final = 65_536
"""Connections that the newsstand keeps open at most."""


def listen(host: str, port: int) -> socket.socket:
    """Return a listening socket; OSError where the port is taken or the host is not ours."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family, backlog=BACKLOG)


def keep_stand(listener: socket.socket, desks: Iterable[Path]) -> None:
    """Answer readers on ``listener`` until told to stop (SIGTERM); Django's apps stay unloaded."""
    from dabir.press.newsstand.handing import Hands
    from dabir.press.newsstand.stand import Stand
    from dabir.press.serving import paper_server

    allow_many_readers()
    stand = Stand(listener, paper_server(_nobody), Hands(desks))
    for each in (SIGTERM, SIGINT):
        signal(each, stand.stop)
    stand.serve()


def allow_many_readers() -> None:
    """Let this process have as many connections open as it may, not the few of the default."""
    now, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MANY if most == resource.RLIM_INFINITY else min(MANY, most)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(now, wanted), most))


def keep_desk(place: Path, threads: int) -> None:
    """Serve connections that the newsstand hands over at ``place``, until told to stop."""
    from dabir.press.newsstand.handing import Desk
    from dabir.wsgi import application

    signal(SIGTERM, _leave)
    Desk(application, place, threads).run()


def serve_from_a_bucket(listener: socket.socket, threads: int) -> None:
    """Serve paper and newsroom by threads that may wait for the bucket, until told to stop."""
    import waitress

    from dabir.press.newsstand.handing import HABITS
    from dabir.wsgi import application

    signal(SIGTERM, _leave)
    waitress.serve(application, sockets=[listener], threads=threads, _quiet=True, **HABITS)


def _leave(*_: object) -> None:
    """End the process as waitress expects it."""
    raise SystemExit


def _nobody(*_: object) -> list[bytes]:
    raise ConnectionError("The newsstand hands over whoever wants the newsroom.")
