"""Other programs that correct Persian, installed apart and run on the same lines in the same run.

None is a part of Dabir: they live in ``build/peers``, at the versions and sums that the files
beside this one pin. One that cannot be installed has a column that says so.
"""

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

from tools.copydesk_bench.differences import marks_between
from tools.copydesk_bench.readers import Reader
from tools.copydesk_bench.sets import Rows

HERE: Final = Path(__file__).parent
BUILD: Final = HERE.parents[2] / "build" / "peers"
UV: Final = HERE.parents[2] / ".venv" / "bin" / "uv"
PYTHON: Final = {"shekar 1.7.0": "shekar_peer.py", "parsivar 0.2.3": "parsivar_peer.py"}
NODE: Final = {"virastar 0.22.1": "virastar.cjs", "dictionary-fa 2.0": "dictionary.cjs"}
MOST: Final = {"shekar 1.7.0": 4, "dictionary-fa 2.0": 40}
"""So many lines of each set are read by those that read five or a hundred words a second."""
CACHE: Final = BUILD / "read"
"""What a peer said of a set is kept: the same version says the same again, however slowly."""


def readers() -> list[Reader]:
    """Return the peers; one that is not to be had has no command."""
    python, node = _install_python(), _install_node()
    return [
        *(
            _reader(name, ["node", str(BUILD / file)] if node else [])
            for name, file in NODE.items()
        ),
        *(
            _reader(name, [python, str(HERE / file)] if python else [])
            for name, file in PYTHON.items()
        ),
    ]


def _reader(name: str, command: list[str]) -> Reader:
    return Reader(name, command, understand=_records, most=MOST.get(name, 0), cache=CACHE)


def _records(printed: str) -> Rows:
    """Return the records of a peer, which prints marks, or the text as it would have it."""
    found = [json.loads(line) for line in printed.split("\n") if line]
    return [
        row if "marks" in row else {**row, "marks": marks_between(row["text"], row["mended"])}
        for row in found
    ]


def _install_python() -> str:
    """Return the interpreter of the peers from PyPI, or nothing."""
    BUILD.mkdir(parents=True, exist_ok=True)
    python = BUILD / "venv" / "bin" / "python"
    listed = HERE / "requirements.txt"
    steps = [
        [str(UV), "venv", "--quiet", "--clear", "--python", sys.executable, str(BUILD / "venv")],
        [
            str(UV),
            "pip",
            "sync",
            "--quiet",
            "--python",
            str(python),
            "--require-hashes",
            str(listed),
        ],
    ]
    return str(python) if _once("python", [listed], steps) else ""


def _install_node() -> bool:
    """Install the peers from npm; tell whether they are there."""
    listed = [HERE / name for name in ("package.json", "package-lock.json", *NODE.values())]
    if not shutil.which("npm"):
        return False
    BUILD.mkdir(parents=True, exist_ok=True)
    for place in listed:
        shutil.copy(place, BUILD)
    step = ["npm", "ci", "--silent", "--no-audit", "--no-fund", "--ignore-scripts"]
    return _once("node", listed, [step])


def _once(name: str, made_from: list[Path], steps: list[list[str]]) -> bool:
    """Take the steps unless they were taken for these very files; tell whether all went well."""
    wanted = hashlib.sha256(b"".join(place.read_bytes() for place in made_from)).hexdigest()
    stamp = BUILD / f"{name}.installed"
    if stamp.exists() and stamp.read_text() == wanted:
        return True
    if any(subprocess.run(step, cwd=BUILD).returncode for step in steps):
        print(f"The peers of {name} cannot be installed.", file=sys.stderr)
        return False
    stamp.write_text(wanted)
    return True
