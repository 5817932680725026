"""The twelve real pages with their checked gold, and the page that started it all."""

import importlib.util
import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from dabir.archive.command import import_command
from dabir.archive.importers import Comments, Headlines, read_page


def figures(shared: Path, tmp_path: Path) -> dict[str, float]:
    """The score of what ``dabir import --dry-run --json`` prints of the pages."""
    pages = sorted(str(path) for path in (shared / "import/text").glob("*.txt"))
    printed = CliRunner().invoke(import_command, ["--dry-run", "--json", *pages]).stdout
    (tmp_path / "records.jsonl").write_text(printed, encoding="utf-8")
    spec = importlib.util.spec_from_file_location("score", shared / "import/score.py")
    assert spec
    assert spec.loader
    judge: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(judge)
    found: dict[str, float] = judge.score(shared / "import/gold", tmp_path / "records.jsonl")
    return found


def test_every_figure_is_full(shared: Path, tmp_path: Path, db: None) -> None:
    found = figures(shared, tmp_path)

    assert found.pop("pages") == 12
    assert found.pop("ms_a_page") < 500
    assert {name for name, figure in found.items() if figure < 100} == set()


def test_the_page_that_started_it(shared: Path) -> None:
    record = read_page((shared / "seed/story-912090.txt").read_text(encoding="utf-8"))
    gold = json.loads((shared / "import/gold/r01.json").read_text(encoding="utf-8"))

    assert record.code == 912090
    assert [record.kicker, record.headline, record.lead] == [
        gold[name] for name in ("kicker", "headline", "lead")
    ]
    assert list(record.body) == gold["body"]
    assert record.comments == Comments(0, 0)
    assert record.attribution
    assert record.attribution.own_outlet == "جام حم آنلاین"
    assert record.attribution.outlet == "دبیرخانه شورای عالی امنیت"
    assert len(record.related) == 1
    assert record.related[0].headline == gold["related"][0]
    assert isinstance(record.related[0], Headlines)
    assert record.related[0].kicker
    assert record.published is None
    assert "The page tells no day of publication." in record.unsure
