"""Compile the catalogues under ``dabir/locale``: every ``.po`` gets its ``.mo`` beside it.

No gettext binary is needed, and the same ``.po`` gives the same ``.mo`` on any day and with
any Babel, so the compiled files can be kept in the repository and checked:

    python tools/compile_messages.py            writes those that are out of date
    python tools/compile_messages.py --check    says which are out of date, and exits 1
"""

import argparse
import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "dabir" / "locale"


class UndatedCatalog(Catalog):
    """A catalogue whose header holds what gettext reads, and neither date nor version."""

    def __init__(self, dated: Catalog) -> None:
        super().__init__(dated.locale_identifier)
        self.written_plural_forms = dated.plural_forms  # Babel knows one form for Persian
        for message in dated:
            if message.id:
                self[message.id] = message

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        return [
            ("Language", str(self.locale_identifier)),
            ("Content-Type", f"text/plain; charset={self.charset}"),
            ("Plural-Forms", f"{self.written_plural_forms}\n"),
        ]


def compiled(po: Path) -> bytes:
    """Return the ``.mo`` that belongs to a ``LANGUAGE/LC_MESSAGES/DOMAIN.po``."""
    with po.open("rb") as source:
        catalog = read_po(source, locale=po.parent.parent.name, abort_invalid=True)
    target = BytesIO()
    write_mo(target, UndatedCatalog(catalog))
    return target.getvalue()


def out_of_date(locale: Path = LOCALE) -> dict[Path, bytes]:
    """Return each ``.mo`` that is missing or differs from its ``.po``, with what it should hold."""
    fresh = {po.with_suffix(".mo"): compiled(po) for po in sorted(locale.rglob("*.po"))}
    return {mo: data for mo, data in fresh.items() if not mo.exists() or mo.read_bytes() != data}


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Compile the catalogues under dabir/locale.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if any is old")
    check = parser.parse_args(arguments).check
    stale = out_of_date()
    for mo, data in stale.items():
        print(f"{mo.relative_to(ROOT)} {'is out of date' if check else 'written'}")
        if not check:
            mo.write_bytes(data)
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
