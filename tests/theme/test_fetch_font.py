"""The font comes from a pinned package, and nothing else passes for it."""

import base64
import hashlib
import io
import json
import sys
import urllib.error
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))

import fetch_npm

TARBALL = b"the package"
SUM = "sha512-" + base64.b64encode(hashlib.sha512(TARBALL).digest()).decode()


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A root with a lock file of one package, and a registry that answers it; what was asked."""
    lock = {"packages": {"node_modules/@a/font": {"version": "1.2.0", "integrity": SUM}}}
    (tmp_path / "package-lock.json").write_text(json.dumps(lock))
    (tmp_path / "home").mkdir()
    addresses: list[str] = []

    def answer(address: str, timeout: float) -> io.BytesIO:
        addresses.append(address)
        return io.BytesIO(TARBALL)

    monkeypatch.delenv("NPM_CONFIG_REGISTRY", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setattr(fetch_npm, "ROOT", tmp_path)
    monkeypatch.setattr(fetch_npm, "KEPT", tmp_path / "kept")
    monkeypatch.setattr(fetch_npm.urllib.request, "urlopen", answer)
    return addresses


def test_it_fetches_once_and_keeps_the_package(asked: list[str]) -> None:
    place = fetch_npm.fetch("@a/font")
    assert place.read_bytes() == TARBALL
    assert fetch_npm.fetch("@a/font") == place
    assert asked == ["https://registry.npmjs.org/@a/font/-/font-1.2.0.tgz"]


def test_it_fetches_again_what_was_spoilt(asked: list[str]) -> None:
    fetch_npm.fetch("@a/font").write_bytes(b"spoilt")
    assert fetch_npm.fetch("@a/font").read_bytes() == TARBALL
    assert len(asked) == 2


def test_it_asks_the_registry_of_the_environment(
    asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NPM_CONFIG_REGISTRY", "http://mirror.example/npm/")
    fetch_npm.fetch("@a/font")
    assert asked == ["http://mirror.example/npm/@a/font/-/font-1.2.0.tgz"]


def test_it_asks_the_registry_of_npmrc(asked: list[str], tmp_path: Path) -> None:
    (tmp_path / "home" / ".npmrc").write_text("fund=false\nregistry = http://home.example/\n")
    assert fetch_npm.registry() == "http://home.example"
    (tmp_path / ".npmrc").write_text("registry=http://here.example")
    assert fetch_npm.registry() == "http://here.example"


def test_it_throws_away_another_package(
    asked: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    monkeypatch.setattr(fetch_npm.urllib.request, "urlopen", lambda *_, **__: io.BytesIO(b"other"))
    assert fetch_npm.main(["@a/font"]) == 1
    assert "is not the package" in capsys.readouterr().err
    assert not (tmp_path / "kept").exists()


def test_it_says_when_the_registry_is_away(
    asked: list[str], monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    def away(address: str, timeout: float) -> io.BytesIO:
        raise urllib.error.URLError("no route")

    monkeypatch.setattr(fetch_npm.urllib.request, "urlopen", away)
    assert fetch_npm.main(["@a/font"]) == 1
    assert "did not answer" in capsys.readouterr().err


def test_it_knows_only_what_is_locked(asked: list[str]) -> None:
    with pytest.raises(fetch_npm.FetchError, match="is not in"):
        fetch_npm.locked("unknown")


def test_it_checks_no_weaker_sum() -> None:
    with pytest.raises(fetch_npm.FetchError, match="sha1"):
        fetch_npm.is_sound(TARBALL, "sha1-abc")
