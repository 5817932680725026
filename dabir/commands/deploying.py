"""Writes what a server needs to carry the paper: nginx, Caddy, systemd.

    what the embedded server says of a file (dabir.press.headings, .routes)
        + the paper's place and name (Site)
        -> templates in deploy/ -> files in a folder

So a reader is told the same by every server. The files are complete: nothing is to be filled in.
"""

import re
import sys
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import click
import jinja2

from dabir.persian.jalali import TEHRAN, JalaliDay
from dabir.press import headings, routes
from dabir.press.answers import WORDS
from dabir.press.stores.packing import is_text

FILES: Final = {
    "nginx": {"nginx.conf": "nginx-{domain}.conf"},
    "caddy": {"Caddyfile": "Caddyfile"},
    "systemd": {
        "dabir.service": "dabir.service",
        "dabir-press@.service": "dabir-press@.service",
        "dabir.env": "dabir.env",
    },
}
"""Template and written file of each kind."""
BROTLI: Final = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
"""Where Debian's libnginx-mod-http-brotli-static lies."""
_PART: Final = "[A-Za-z0-9_-]{1,120}"
NAMES: Final = (
    (r"/\.|//|\x5c", ""),
    (r"^/$", "/index.html"),
    (r"^/news/([0-9]+)/print/$", "/print/{1}.html"),
    (r"^/(?:news|topic)/[0-9]{1,18}/print$", ""),
    (r"^/(topic/[0-9]{1,18}/print)/$", "/{1}.html"),
    (r"^/((?:news|topic)/[0-9]{1,18})/[^/]+/?$", "/{1}.html"),
    (r"^/(?:media|static|moved)/", ""),
    (r"^/(?:index|[0-9]{3}|parts/[A-Za-z0-9_-]+|print/[0-9]+)/$", ""),
    (rf"^/((?:{_PART}/){{0,7}}{_PART})/$", "/{1}.html"),
    (r"^(/(?:[0-9]{3}|parts/[A-Za-z0-9_-]+)\.html)$", "{1}"),
    (r"\.(?:html|gz|br)$", ""),
    (rf"^(/(?:{_PART}/){{0,8}}{_PART}\.[a-z][a-z0-9]{{0,11}})$", "{1}"),
)
"""The printed file of an address, by the first pattern that is found in it, as
``dabir.press.routes`` and ``.stores.names`` have it: in words that nginx and Caddy understand."""
CODINGS: Final = tuple(
    (
        ending,
        coding,
        rf"(?i)(?:^|,)\s*{asked}\s*(?:;\s*q=(?:1(?:\.0*)?|0?\.[0-9]*[1-9][0-9]*)\s*)?(?:,|$)",
    )
    for ending, coding, asked in (("br", "br", "br"), ("gz", "gzip", "(?:x-)?gzip"))
)
"""For Caddy: the copies, the better first, and which Accept-Encoding takes each."""
ENDINGS: Final = (
    "html xml txt css js json map webmanifest svg png jpg jpeg gif webp avif ico "
    "webm mp4 pdf csv woff woff2 ttf eot md"
).split()
_HOST: Final = re.compile(r"[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?")
_PLACE: Final = re.compile(r"/[A-Za-z0-9_./@+-]*")


@dataclass(frozen=True)
class Site:
    """A paper on a server: its name, its folder, and where its parts listen."""

    domain: str
    data: Path
    tls: bool = False
    upstream: str = "127.0.0.1:8000"
    """Where ``dabir run`` listens."""
    listen: int = 80
    listen_tls: int = 443
    certificate: str = ""
    key: str = ""
    user: str = "dabir"
    environment: str = "/etc/dabir.env"
    program: str = str(Path(sys.executable).with_name("dabir"))
    bucket: bool = False
    """Whether the paper is printed to a bucket, not into the folder."""
    cache: str = "/var/cache/nginx/dabir"
    """Where nginx keeps what it had from a bucket."""
    brotli: bool = field(default_factory=BROTLI.exists)
    """Whether nginx has the module for copies in brotli."""

    def __post_init__(self) -> None:
        if not _HOST.fullmatch(self.domain):
            raise click.BadParameter(f"{self.domain!r} is no host name, such as paper.example.")
        for place in (str(self.data), self.certificate, self.key, self.program):
            if place and not _PLACE.fullmatch(place):
                raise click.BadParameter(
                    f"{place!r} cannot stand in these files: write whole paths of plain "
                    "letters, digits and _ . - @ +"
                )


def write(kinds: Iterable[str], site: Site, out: Path) -> list[Path]:
    """Write the files of these kinds into a folder; return where they are."""
    out.mkdir(parents=True, exist_ok=True)
    written = []
    for kind in kinds:
        for template, name in FILES[kind].items():
            place = out / name.format(domain=site.domain)
            place.write_text(render(template, site), encoding="utf-8")
            written.append(place)
    return written


def render(template: str, site: Site) -> str:
    """Return one file for a site."""
    words = jinja2.Environment(  # noqa: S701  configuration, not HTML
        loader=jinja2.FileSystemLoader(Path(__file__).parent / "deploy"),
        undefined=jinja2.StrictUndefined,
        keep_trailing_newline=True,
    )
    return words.get_template(template).render(said_by_the_server(), **_said_of(site, template))


def said_by_the_server() -> dict[str, Any]:
    """Return what the embedded server goes by, for the templates."""
    return {
        "names": NAMES,
        "lifetimes": ((days_over(), headings.LONG), *_lifetimes()),
        "hashed": headings.HASHED.pattern,
        "usual": headings.USUAL,
        "long": headings.LONG,
        "forever": headings.FOREVER,
        "error": headings.ERROR,
        "dynamic": routes.DYNAMIC.pattern,
        "media": routes.MEDIA.pattern,
        "types": [(headings.type_of(f"a.{each}"), each) for each in ENDINGS],
        "text_types": [
            (headings.type_of(f"a.{each}"), each) for each in ENDINGS if is_text(f"a.{each}")
        ],
        "html": headings.type_of("a.html"),
        "codings": CODINGS,
        **{f"words_{status}": words for status, words in WORDS.items()},
    }


def _lifetimes() -> Iterable[tuple[str, str]]:
    """Yield how long pages may be kept; every day's page that is not over yet, shortly."""
    return ((r"archive/\d{4}/\d\d/\d\d\.html", headings.SHORT), *headings.LIFETIMES)


def _said_of(site: Site, template: str) -> dict[str, Any]:
    live = f"/etc/letsencrypt/live/{site.domain}"
    own = (
        {}
        if site.certificate or template == "Caddyfile"
        else {
            "certificate": f"{live}/fullchain.pem",
            "key": f"{live}/privkey.pem",
        }
    )
    standard, port = (443, site.listen_tls) if site.tls else (80, site.listen)
    return {
        **asdict(site),
        **own,
        "upstream_port": site.upstream.rpartition(":")[2],
        "port": "" if port == standard else f":{port}",
        "guard": [*headings.SECURITY, *([headings.STRICT_TRANSPORT] if site.tls else [])],
    }


def days_over(today: JalaliDay | None = None) -> str:
    """Return the pattern of the pages of days that are over: what a proxy, which knows no
    Jalali calendar, may keep for longer. Days that pass later are kept shortly until the files
    are written anew.
    """
    today = today or JalaliDay.of(datetime.now(TEHRAN))
    day = f"{today.year:04}/{today.month:02}/{today.day:02}"
    earlier = (
        day[:place] + f"[0-{int(digit) - 1}]" + re.sub(r"\d", r"\\d", day[place + 1 :])
        for place, digit in enumerate(day)
        if digit not in "/0"
    )
    return rf"archive/(?:{'|'.join(earlier)})\.html"


def say_written(written: Iterable[Path]) -> None:
    """Say what was written, and how each server is asked whether it likes it."""
    for place in written:
        click.echo(place)
    click.echo("How they are put in place: docs/how-to/run-on-a-server.md")
