"""Reads one address over some connections that are kept alive, and tells how it went.

python -m tools.press_bench.reader PORT PATH SECONDS CONNECTIONS [COOKIE]
"""

import json
import socket
import sys
import threading
import time

from tools.press_bench.bench import share


def read(port: int, request: bytes, until: float, seen: list[float]) -> None:
    """Ask again and again; note how long each answer took."""
    with socket.create_connection(("127.0.0.1", port), timeout=60) as reader:
        reader.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        while time.perf_counter() < until:
            started = time.perf_counter()
            reader.sendall(request)
            take(reader)
            seen.append(time.perf_counter() - started)


def take(reader: socket.socket) -> None:
    """Take one whole answer off the wire; RuntimeError for one that is no 200."""
    got = b""
    while b"\r\n\r\n" not in got:
        some = reader.recv(65536)
        if not some:
            raise RuntimeError("The server hung up.")
        got += some
    head, _, body = got.partition(b"\r\n\r\n")
    if b" 200 " not in head[:16]:
        raise RuntimeError(head[:60].decode())
    length = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0])
    left = length - len(body)
    while left > 0:
        left -= len(reader.recv(65536))


def main(port: str, path: str, seconds: str, connections: str, cookie: str = "") -> None:
    request = (
        f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept-Encoding: gzip\r\n"
        f"{f'Cookie: {cookie}' + chr(13) + chr(10) if cookie else ''}\r\n"
    ).encode()
    until = time.perf_counter() + float(seconds)
    seen: list[float] = []
    readers = [
        threading.Thread(target=read, args=(int(port), request, until, seen))
        for _ in range(int(connections))
    ]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    told = {"count": len(seen), "p50": share(seen, 0.5), "p99": share(seen, 0.99)}
    print(json.dumps(told | {"a_second": len(seen) / float(seconds)}))


if __name__ == "__main__":
    main(*sys.argv[1:])
