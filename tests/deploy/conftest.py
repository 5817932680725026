"""The demo paper as three servers carry it: its own, nginx and Caddy, each on loopback."""

import contextlib
from collections.abc import Iterator

import pytest

from dabir.commands import deploying
from tests.deploy.servers import Servers, caddy, nginx, spoil, wait_for, wait_until_printed
from tools.paper import free_port, running


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "servers" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.deploy)


@pytest.fixture(scope="module")
def servers() -> Iterator[Servers]:
    """The demo paper, with a story that is withdrawn, an address that moved, and a link that
    leads out of the paper.
    """
    with running(free_port()) as paper, contextlib.ExitStack() as stack:
        upstream = int(paper.address.rpartition(":")[2])
        wait_until_printed(paper.folder)  # at its new address, or servers show pages of two ages
        spoil(paper.folder)
        ports = {"embedded": upstream, "nginx": free_port(), "caddy": free_port()}
        for name, start in (("nginx", nginx), ("caddy", caddy)):
            site = deploying.Site(
                "127.0.0.1", paper.folder, upstream=f"127.0.0.1:{upstream}", listen=ports[name]
            )
            stack.enter_context(start(site, paper.folder.parent / name))
        for port in ports.values():
            wait_for(port)
        yield Servers(paper, ports)
