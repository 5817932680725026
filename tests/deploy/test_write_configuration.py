"""What `dabir deploy-config` writes is whole, and each server's own check likes it."""

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from dabir.cli import main
from dabir.commands import deploying
from dabir.persian.jalali import JalaliDay
from dabir.press.headings import CONTENT_SECURITY_POLICY
from dabir.press.routes import Kind, find_route
from tests.deploy.servers import CADDY, nginx_around, nginx_program


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    place = tmp_path_factory.mktemp("certificate")
    command = (
        "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=paper.example "
        f"-keyout {place}/key.pem -out {place}/chain.pem"
    )
    subprocess.run(command.split(), check=True, capture_output=True)
    return f"{place}/chain.pem", f"{place}/key.pem"


@pytest.fixture(params=[False, True], ids=["http", "https"])
def site(
    request: pytest.FixtureRequest, certificate: tuple[str, str], tmp_path: Path
) -> deploying.Site:
    chain, key = certificate if request.param else ("", "")
    return deploying.Site(
        "paper.example", tmp_path / "data", tls=request.param, certificate=chain, key=key
    )


@pytest.mark.deploy
@pytest.mark.parametrize("brotli", [False, True])
@pytest.mark.parametrize("bucket", [False, True])
def test_nginx_likes_it(site: deploying.Site, tmp_path: Path, brotli: bool, bucket: bool) -> None:
    site = replace(site, brotli=brotli, bucket=bucket, cache=f"{tmp_path}/cache")
    whole = nginx_around(site, tmp_path / "nginx")
    tried = subprocess.run(
        [nginx_program(), "-t", "-c", str(whole)], capture_output=True, text=True, check=False
    )
    assert tried.returncode == 0, tried.stderr
    assert "[warn]" not in tried.stderr


@pytest.mark.deploy
@pytest.mark.parametrize("bucket", [False, True])
def test_caddy_likes_it(site: deploying.Site, tmp_path: Path, bucket: bool) -> None:
    site = replace(site, bucket=bucket)
    [written] = deploying.write(["caddy"], site, tmp_path)
    tried = subprocess.run(
        [CADDY, "validate", "--config", str(written), "--adapter", "caddyfile"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert tried.returncode == 0, tried.stderr


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="there is no systemd")
def test_systemd_likes_it(tmp_path: Path) -> None:
    site = deploying.Site("paper.example", tmp_path, user="root", environment="/dev/null")
    units = [
        place
        for place in deploying.write(["systemd"], site, tmp_path)
        if place.suffix == ".service"
    ]
    tried = subprocess.run(
        ["systemd-analyze", "verify", *map(str, units)], capture_output=True, text=True, check=False
    )
    ours = [line for line in tried.stderr.splitlines() if "dabir" in line and "man " not in line]
    assert not ours, tried.stderr


def test_the_command_writes_all_of_it(tmp_path: Path) -> None:
    told = CliRunner().invoke(
        main, ["deploy-config", "--domain", "paper.example", "--out", str(tmp_path), "--tls"]
    )
    assert told.exit_code == 0, told.output
    assert {place.name for place in tmp_path.iterdir()} == {
        "nginx-paper.example.conf",
        "Caddyfile",
        "dabir.service",
        "dabir-press@.service",
        "dabir.env",
    }
    for place in (tmp_path / "nginx-paper.example.conf", tmp_path / "Caddyfile"):
        words = place.read_text()
        assert CONTENT_SECURITY_POLICY in words
        assert "Strict-Transport-Security" in words
    assert "DABIR_ADDRESS=https://paper.example" in (tmp_path / "dabir.env").read_text()


@pytest.mark.parametrize("domain", ["", "paper example", "a;b", "paper.example/", "{x}", "A.b\n"])
def test_it_refuses_what_is_no_host(tmp_path: Path, domain: str) -> None:
    told = CliRunner().invoke(
        main, ["deploy-config", "nginx", "--domain", domain, "--out", str(tmp_path)]
    )
    assert told.exit_code == 2
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("data", ["/srv/my paper", "/srv/$paper", "/srv/a;b", '/srv/"a"'])
def test_it_refuses_a_folder_that_servers_would_misread(tmp_path: Path, data: str) -> None:
    command = ["deploy-config", "nginx", "--domain", "a.b", "--data", data, "--out", str(tmp_path)]
    assert CliRunner().invoke(main, command).exit_code == 2


def test_days_that_are_over_are_told_from_today() -> None:
    today = JalaliDay(1405, 10, 3)
    over = re.compile(deploying.days_over(today))
    day = today
    for _ in range(800):
        day = day.previous
        assert over.fullmatch(f"archive/{day.path}.html"), day
    day = today
    for _ in range(800):
        assert not over.fullmatch(f"archive/{day.path}.html"), day
        day = day.next


PATHS = [
    "/", "/news/30/", "/news/30", "/news/30/print/", "/news/30/print", "/news/30/slug",
    "/topic/5/", "/topic/5/print/", "/topic/5/print", "/topic/5/a", "/index/", "/404/", "/404.html",
    "/parts/a.html", "/parts/a/", "/print/30/", "/feed.xml", "/section/a/feed.xml", "/a.html",
    "/feed.xml.gz", "/static/a/", "/media/a/", "/moved/a/", "/a//b/", "/a/./b/", "/.a/", "/a.b/",
    "/a/b.c9", "/a/b.9c", "/a/b/c/d/e/f/g/h/", "/a/b/c/d/e/f/g/h/i/", "/" + "a" * 121 + "/",
    "/news/" + "9" * 18 + "/x", "/news/" + "9" * 19 + "/x", "/news/30/x/y", "/news/30/.x",
]  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_names_are_those_of_the_embedded_server(path: str) -> None:
    route = find_route(path)
    name = next(
        (
            pattern.search(path).expand(name.replace("{1}", r"\1"))
            for pattern, name in ((re.compile(each), name) for each, name in deploying.NAMES)
            if pattern.search(path)
        ),
        "",
    )
    assert name.lstrip("/") == (route.name if route.kind is Kind.PAGE else "")
