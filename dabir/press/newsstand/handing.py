"""Hands connections from the newsstand to the newsroom's desks, and takes them there.

A datagram on a local socket carries the open connection itself (SCM_RIGHTS, unix(7)) and what
was read of it already. It works where both are processes of one machine and one user.
"""

import array
import errno
import socket
from collections.abc import Iterable
from enum import Enum
from pathlib import Path
from typing import Any, Final

from waitress.adjustments import Adjustments
from waitress.channel import HTTPChannel
from waitress.server import BaseWSGIServer

from dabir.press.answers import Application
from dabir.press.newsstand.asking import LONGEST


class Given(Enum):
    """What became of a connection that was offered to the desks."""

    TAKEN = "taken"
    BUSY = "busy"
    """No desk has room for it just now."""
    AWAY = "away"
    """No desk is open."""


_FULL: Final = frozenset((errno.EAGAIN, errno.ENOBUFS))
HABITS: Final[dict[str, Any]] = {
    "ident": None,
    "clear_untrusted_proxy_headers": False,
    "asyncore_use_poll": True,
    "connection_limit": 1000,
}
"""How waitress serves here. Headers of proxies are kept: ``newsroom.senders`` knows how far each
is believed."""
_DESCRIPTOR: Final = array.array("i", [0]).itemsize


class Hands:
    """The newsstand's side: gives connections to the desks in turn."""

    def __init__(self, desks: Iterable[Path]) -> None:
        self._desks = [str(desk) for desk in desks]
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.setblocking(False)

    def give(self, connection: socket.socket, read: bytes) -> Given:
        """Give a connection away, with what was read of it. The caller closes its own copy."""
        sent = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [connection.fileno()]))]
        given = Given.AWAY
        for _ in self._desks:
            desk = self._desks.pop(0)
            self._desks.append(desk)
            try:
                self._socket.sendmsg([read], sent, 0, desk)
            except OSError as error:
                given = Given.BUSY if error.errno in _FULL else given
            else:
                return Given.TAKEN
        return given


class Desk(BaseWSGIServer):
    """The newsroom's side: waitress, which is given its connections instead of accepting them."""

    def __init__(self, application: Application, place: Path, threads: int) -> None:
        """``place`` is where the desk is found; what an earlier desk left there is removed."""
        place.unlink(missing_ok=True)
        self._taking = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._taking.bind(str(place))
        self._channels: dict[int, Any] = {}
        super().__init__(
            application,
            map=self._channels,
            _sock=self._taking,
            adj=Adjustments(threads=threads, **HABITS),
            sockinfo=(socket.AF_UNIX, socket.SOCK_DGRAM, 0, str(place)),
            bind_socket=False,
        )

    def accept_connections(self) -> None:
        """Take connections from now on; a datagram socket does not listen."""
        self.accepting = True

    def getsockname(self) -> tuple[str, str]:
        """Return a name and a port for SERVER_NAME and SERVER_PORT; Django reads Host."""
        return "newsroom", "80"

    def handle_read(self) -> None:
        self.handle_accept()

    def handle_read_event(self) -> None:
        self.handle_accept()

    def handle_accept(self) -> None:
        """Take one connection and go on with what was read of it."""
        try:
            read, sent, _, _ = self._taking.recvmsg(LONGEST * 2, socket.CMSG_SPACE(_DESCRIPTOR))
            connection = _connection(sent)
            address = connection.getpeername()
        except OSError:
            return
        connection.setblocking(False)
        channel = HTTPChannel(self, connection, address, self.adj, map=self._channels)
        channel.received(read)


def _connection(sent: list[tuple[int, int, bytes]]) -> socket.socket:
    """Return the connection that a message carried; OSError where it carried none."""
    for level, kind, data in sent:
        if level == socket.SOL_SOCKET and kind == socket.SCM_RIGHTS:
            found = array.array("i", data[:_DESCRIPTOR])
            return socket.socket(fileno=found[0])
    raise OSError(errno.EBADMSG, "no connection in the message")
