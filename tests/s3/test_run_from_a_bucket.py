"""The whole paper, run over a bucket: threads that may wait serve it, and no newsstand."""

import signal
import subprocess
import urllib.request
from pathlib import Path

from tests.s3.conftest import S3
from tools.paper import DABIR, environment, free_port, wait_for


def test_paper_and_newsroom_are_served_and_stop_when_they_are_told(s3: S3, tmp_path: Path) -> None:
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    store = f"s3://running?endpoint={s3.endpoint}"
    log = tmp_path / "log"
    with log.open("wb") as told:
        paper = subprocess.Popen(
            [*DABIR, "run", "--port", str(port)],
            env={**environment(tmp_path / "data", address), "DABIR_STORE": store},
            stdout=told,
            stderr=subprocess.STDOUT,
        )
    try:
        wait_for(address, paper, log)
        assert b"<html" in urllib.request.urlopen(f"{address}/", timeout=30).read()
        assert not (tmp_path / "data" / "public" / "index.html.gz").exists()
    finally:
        paper.send_signal(signal.SIGTERM)
    assert paper.wait(60) == 0
    assert f"{address}/newsroom/" in log.read_text()
