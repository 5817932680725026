"""One thread that answers all readers: whatever is ready next, one answer at a time."""

import errno
import logging
import selectors
import socket
import time
from collections.abc import Iterable, Iterator
from email.utils import formatdate
from typing import Final

from dabir.press.headings import Headers
from dabir.press.newsstand.asking import END, LONGEST, read_asked
from dabir.press.newsstand.handing import Given, Hands
from dabir.press.routes import Kind, find_route
from dabir.press.server import Server

log = logging.getLogger("dabir.press")

IDLE: Final = 75.0
"""Seconds for which a connection is kept open for another request."""
HEAD: Final = 15.0
"""Seconds that a reader has to send the head of a request."""
STALLED: Final = 60.0
"""Seconds for which a reader may take nothing of an answer."""
BUSY: Final = 5.0
"""Seconds to wait for a desk that cannot take a connection just now."""
_LOOK: Final = 2.0
_AT_ONCE: Final = 64
_READ: Final = 8 * 1024
_HEADS: Final = 4096
_CLOSE: Final = b"Connection: close\r\n"
_TOO_LONG: Final = (
    b"HTTP/1.1 431 Request Header Fields Too Large\r\nContent-Length: 0\r\n" + _CLOSE + b"\r\n"
)


class Reader:
    """A reader's connection."""

    __slots__ = ("connection", "drains", "is_last", "left", "more", "read", "seen", "waits")

    def __init__(self, connection: socket.socket, now: float) -> None:
        self.connection = connection
        self.read = b""
        """What was read and is no whole head yet."""
        self.left: memoryview | None = None
        """What the reader did not take yet."""
        self.more: Iterator[bytes] | None = None
        """What follows it."""
        self.is_last = False
        self.drains = False
        """Whether what still comes is dropped."""
        self.seen = now
        """When something last went either way, of a head its first bytes (monotonic seconds)."""
        self.waits = 0.0
        """Until when a desk is waited for; 0: it is not."""

    def has_patience(self, now: float) -> bool:
        """Say whether the connection may stay open."""
        if self.left is not None:
            return now - self.seen < STALLED
        return now - self.seen < (HEAD if self.read or self.drains else IDLE)


class Stand:
    """Answers readers on one listening socket with ``server``, and hands over the others."""

    def __init__(self, listener: socket.socket, server: Server, hands: Hands) -> None:
        listener.setblocking(False)
        self._listener = listener
        self._server = server
        self._hands = hands
        self._selector = selectors.DefaultSelector()
        self._readers: dict[socket.socket, Reader] = {}
        self._waiting: set[Reader] = set()
        """Who waits for a desk that is busy."""
        self._heads: dict[int, tuple[Headers, bytes]] = {}
        self._said: tuple[str, Headers] = ("", [])
        self._date = b""
        self._stopping = False

    def stop(self, *_: object) -> None:
        """Take no more readers; whoever is being answered has his answer."""
        self._stopping = True

    def serve(self) -> None:
        """Answer until told to stop."""
        self._selector.register(self._listener, selectors.EVENT_READ)
        looked = 0.0
        while not self._stopping:
            ready = self._selector.select(0.02 if self._waiting else 0.5)
            now = time.monotonic()
            if now - looked >= 1:
                self._date = f"Date: {formatdate(usegmt=True)}\r\n".encode()
            if now - looked >= _LOOK:
                looked = now
                self._close_idle(now)
            if self._waiting:
                self._give_again()
            for key, events in ready:
                if key.data is None:
                    self._welcome(now)
                else:
                    self._attend(key.data, events, now)
        self._finish()

    def _welcome(self, now: float) -> None:
        """Take new readers."""
        for _ in range(_AT_ONCE):
            try:
                connection, _ = self._listener.accept()
            except BlockingIOError:
                return
            except OSError as error:
                if error.errno in {errno.EMFILE, errno.ENFILE}:
                    self._close_idle(now + IDLE)
                return
            connection.setblocking(False)
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            reader = self._readers[connection] = Reader(connection, now)
            self._selector.register(connection, selectors.EVENT_READ, reader)

    def _attend(self, reader: Reader, events: int, now: float) -> None:
        """Go on with a reader who sent something or can take something."""
        if events & selectors.EVENT_WRITE or not reader.read:
            reader.seen = now  # a head that comes in drops has the time of one head
        try:
            if events & selectors.EVENT_WRITE:
                self._send_more(reader)
            elif events:
                self._read(reader)
        except OSError:
            self._close(reader)
        except Exception:
            log.exception("A reader could not be answered")
            self._close(reader)

    def _read(self, reader: Reader) -> None:
        data = reader.connection.recv(_READ)
        if not data:
            self._close(reader)
        elif not reader.drains:
            reader.read = reader.read + data if reader.read else data
            self._answer(reader)

    def _answer(self, reader: Reader) -> None:
        """Answer all requests that were read whole, while the reader takes the answers."""
        while reader.read and reader.left is None and not reader.is_last:
            head, end, rest = reader.read.partition(END)
            if len(head) > LONGEST:
                self._send(reader, _TOO_LONG, is_last=True)
            if not end or reader.is_last:
                return
            asked = read_asked(head + end)
            if asked is None or find_route(asked.environ["PATH_INFO"]).kind is Kind.NEWSROOM:
                self._hand_over(reader)
                return
            reader.read = rest
            reader.seen = time.monotonic()
            first, more = _parted(self._server(asked.environ, self._start))
            self._send(reader, self._head(asked.is_last) + first, more, asked.is_last)

    def _start(self, status: str, headers: Headers) -> None:
        """Note what ``Server`` says before the body; there is one answer at a time."""
        self._said = (status, headers)

    def _head(self, is_last: bool) -> bytes:
        """Return the head of the answer. Headers of a page that is kept are the same list each
        time, so their bytes are kept too (with the list, that no other one is taken for it).
        """
        status, headers = self._said
        kept = self._heads.get(id(headers))
        if kept is None:
            fields = "".join(f"{name}: {value}\r\n" for name, value in headers).encode("latin-1")
            if len(self._heads) >= _HEADS:
                self._heads.clear()
            kept = self._heads[id(headers)] = (headers, fields)
        close = _CLOSE if is_last else b""
        return b"HTTP/1.1 %b\r\n%b%b%b\r\n" % (status.encode(), kept[1], self._date, close)

    def _send(
        self,
        reader: Reader,
        data: bytes,
        more: Iterator[bytes] | None = None,
        is_last: bool = False,
    ) -> None:
        """Send what the connection takes now; the rest when it can take it."""
        reader.is_last = is_last
        try:
            sent = reader.connection.send(data)
        except BlockingIOError:
            sent = 0
        if sent < len(data) or more is not None:
            reader.left, reader.more = memoryview(data)[sent:], more
            self._selector.modify(reader.connection, selectors.EVENT_WRITE, reader)
        elif is_last:
            self._part(reader)

    def _send_more(self, reader: Reader) -> None:
        left = reader.left or memoryview(next(reader.more, b"") if reader.more else b"")
        if left:
            reader.left = left[reader.connection.send(left) :]
            return
        reader.left = reader.more = None
        self._selector.modify(reader.connection, selectors.EVENT_READ, reader)
        if reader.is_last:
            self._part(reader)
        else:
            self._answer(reader)

    def _hand_over(self, reader: Reader) -> None:
        """Give the connection to a desk of the newsroom, with all that was read of it."""
        given = self._hands.give(reader.connection, reader.read)
        now = time.monotonic()
        reader.waits = reader.waits or now + BUSY
        if given is Given.TAKEN:
            self._close(reader)
        elif given is Given.BUSY and now < reader.waits:
            self._waiting.add(reader)
        else:
            self._say_newsroom_is_away(reader)

    def _give_again(self) -> None:
        """Try again to hand over who waits for a desk."""
        waiting, self._waiting = self._waiting, set()
        for reader in waiting & set(self._readers.values()):
            self._hand_over(reader)

    def _say_newsroom_is_away(self, reader: Reader) -> None:
        """Answer in the newsroom's place. What the reader still sends is taken and dropped, for
        a connection that is closed over unread bytes may lose the answer.
        """
        reader.read, reader.drains = b"", True
        first, _ = _parted(self._server.say_newsroom_is_away(self._start))
        self._send(reader, self._head(is_last=True) + first, is_last=True)

    def _part(self, reader: Reader) -> None:
        """End a connection after its last answer."""
        if reader.drains:
            reader.connection.shutdown(socket.SHUT_WR)
        else:
            self._close(reader)

    def _close_idle(self, now: float) -> None:
        for reader in [each for each in self._readers.values() if not each.has_patience(now)]:
            self._close(reader)

    def _close(self, reader: Reader) -> None:
        if self._readers.pop(reader.connection, None):
            self._selector.unregister(reader.connection)
            reader.connection.close()

    def _finish(self) -> None:
        """Let readers have the answers that were begun, for a few seconds."""
        self._selector.unregister(self._listener)
        self._listener.close()
        until = time.monotonic() + BUSY
        while time.monotonic() < until and any(each.left for each in self._readers.values()):
            for key, events in self._selector.select(0.1):
                self._attend(key.data, events & selectors.EVENT_WRITE, time.monotonic())
        for reader in list(self._readers.values()):
            self._close(reader)


def _parted(body: Iterable[bytes]) -> tuple[bytes, Iterator[bytes] | None]:
    """Return the first bytes of an answer's body, and what gives the others where some follow."""
    if isinstance(body, list):
        return b"".join(body), None
    return b"", iter(body)
