"""Fetch one package of ``package-lock.json`` from the npm registry, without npm.

    python tools/fetch_npm.py vazirmatn

The lock file says which version and which sum; what comes with another sum is thrown away.
The registry is the one npm itself would ask: ``NPM_CONFIG_REGISTRY``, then ``registry=`` in
an ``.npmrc`` here or in the home folder, then the public one. The package is kept in
``build/npm`` and asked for once.
"""

import base64
import hashlib
import json
import os
import re
import sys
import urllib.error
import urllib.request
from pathlib import Path
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).resolve().parent.parent
KEPT: Final = ROOT / "build" / "npm"
PUBLIC_REGISTRY: Final = "https://registry.npmjs.org"
TIMEOUT: Final = 60
_REGISTRY_LINE: Final = re.compile(r"^\s*registry\s*=\s*(\S+)", re.MULTILINE)


class FetchError(Exception):
    """A package that cannot be had; its text says why and what to do."""


class Locked(NamedTuple):
    """A package as the lock file pins it."""

    name: str
    version: str
    integrity: str

    @property
    def file_name(self) -> str:
        return f"{self.name.rpartition('/')[2]}-{self.version}.tgz"


def locked(name: str) -> Locked:
    """Return what the lock file says of a package."""
    lock = ROOT / "package-lock.json"
    entry = json.loads(lock.read_text())["packages"].get(f"node_modules/{name}")
    if entry is None:
        raise FetchError(f"{name} is not in {lock}. Add it with npm install --package-lock-only.")
    return Locked(name, entry["version"], entry["integrity"])


def registry() -> str:
    """Return the address of the registry, without a closing slash."""
    asked = os.environ.get("NPM_CONFIG_REGISTRY")
    places = [ROOT / ".npmrc", Path.home() / ".npmrc"]
    written = (_REGISTRY_LINE.search(place.read_text()) for place in places if place.is_file())
    found = asked or next((line[1] for line in written if line), PUBLIC_REGISTRY)
    return found.rstrip("/")


def is_sound(package: bytes, integrity: str) -> bool:
    """Say whether a package has the sum that the lock file knows."""
    kind, _, wanted = integrity.partition("-")
    if kind != "sha512":
        raise FetchError(f"The lock file's sum is a {kind}; only sha512 is checked here.")
    return base64.b64encode(hashlib.sha512(package).digest()).decode() == wanted


def fetch(name: str) -> Path:
    """Return the package's tarball, fetched where it is not kept yet."""
    package = locked(name)
    place = KEPT / package.file_name
    if place.is_file() and is_sound(place.read_bytes(), package.integrity):
        return place
    address = f"{registry()}/{package.name}/-/{package.file_name}"
    received = _download(address)
    if not is_sound(received, package.integrity):
        raise FetchError(f"{address} is not the package that the lock file pins.")
    place.parent.mkdir(parents=True, exist_ok=True)
    half = place.with_suffix(".part")
    half.write_bytes(received)
    return half.replace(place)


def _download(address: str) -> bytes:
    try:
        with urllib.request.urlopen(address, timeout=TIMEOUT) as answer:
            received: bytes = answer.read()
    except (urllib.error.URLError, TimeoutError, ValueError) as error:
        raise FetchError(f"{address} did not answer ({error}). Is the registry right?") from error
    return received


def main(names: list[str]) -> int:
    """Fetch the named packages and print where they are; return the exit status."""
    try:
        for name in names:
            print(fetch(name))
    except FetchError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
