"""A real S3-compatible server (SeaweedFS) on loopback, for the tests of this folder."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

import pytest

from dabir.press.orphans import follow_parent
from dabir.press.stores.bucket import Bucket
from tools.paper import free_port

KEY, SECRET = "dabir", "no-one-guesses-this-either"
WEED = Path(sys.executable).with_name("weed")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "/s3/" in str(item.path):
            item.add_marker(pytest.mark.s3)
            item.add_marker(pytest.mark.xdist_group("s3"))


@dataclass
class S3:
    """The server; it may be stopped and started again over the same objects."""

    folder: Path
    port: int
    _ports: list[int] = field(default_factory=lambda: [free_port() for _ in range(6)])
    _server: "subprocess.Popen[bytes] | None" = None

    @property
    def endpoint(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        identity = {"name": KEY, "credentials": [{"accessKey": KEY, "secretKey": SECRET}],
                    "actions": ["Admin"]}  # fmt: skip
        (self.folder / "s3.json").write_text(json.dumps({"identities": [identity]}))
        names = ("master.port", "master.port.grpc", "volume.port", "volume.port.grpc",
                 "filer.port", "filer.port.grpc")  # fmt: skip
        ports = [f"-{name}={port}" for name, port in zip(names, self._ports, strict=True)]
        with (self.folder / "log").open("ab") as log:
            self._server = subprocess.Popen(
                [WEED, "server", "-filer", "-s3", f"-dir={self.folder}", "-ip=127.0.0.1",
                 "-ip.bind=127.0.0.1", f"-s3.port={self.port}", f"-s3.port.grpc={free_port()}",
                 f"-s3.config={self.folder}/s3.json", "-s3.iam=false", *ports,
                 "-master.volumeSizeLimitMB=64", "-volume.max=0"],
                stdout=log, stderr=log, preexec_fn=follow_parent,
            )  # fmt: skip
        self._wait()

    def stop(self) -> None:
        if self._server is not None:
            self._server.kill()
            self._server.wait(20)
            self._server = None

    def _wait(self) -> None:
        """Wait until an object can be written, which is later than the first answer."""
        bucket = self.bucket("s3://started")
        until = time.monotonic() + 60
        while True:
            try:
                urllib.request.urlopen(f"{self.endpoint}/", timeout=1).close()
            except urllib.error.HTTPError:
                try:
                    bucket.prepare()
                    bucket.check()
                except Exception:
                    if time.monotonic() > until:
                        raise
                else:
                    return
            except OSError:
                pass
            if time.monotonic() > until:
                raise RuntimeError((self.folder / "log").read_text()[-3000:])
            time.sleep(0.2)

    def bucket(self, address: str) -> Bucket:
        return Bucket.at(f"{address}?endpoint={self.endpoint}")


@pytest.fixture(scope="session")
def s3() -> Iterator[S3]:
    if not WEED.exists():
        pytest.skip("SeaweedFS is missing; tools/install.sh dev installs it")
    before = {name: os.environ.get(name) for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")}
    os.environ.update(AWS_ACCESS_KEY_ID=KEY, AWS_SECRET_ACCESS_KEY=SECRET)
    folder = Path(tempfile.mkdtemp(prefix="dabir-s3-"))
    server = S3(folder, free_port())
    try:
        server.start()
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)
        for name, value in before.items():
            if value is None:
                os.environ.pop(name)
            else:
                os.environ[name] = value


@pytest.fixture
def bucket(s3: S3) -> Bucket:
    """An empty bucket, and in it the paper under a prefix."""
    found = s3.bucket(f"s3://paper-{uuid4().hex[:12]}/front")
    found.prepare()
    return found
